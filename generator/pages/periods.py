"""The years of a list as the columns of a plot: few enough to read, however old the oldest paper is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

_MOST = 16
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_BREAK = 3


@dataclass(frozen=True, slots=True)
class Period:
    """The years from `first` to `last`, both included. gap: no paper is of these, and plots skip them."""

    first: int
    last: int
    gap: bool = False

    def label(self) -> tuple[str, ...]:
        """Its years as a plot says them, a part a line: ('2021',), ('1950', '–54'), ('…',) for a gap."""
        if self.gap:
            return ("…",)
        return (str(self.first),) if self.first == self.last else (str(self.first), f"–{self.last % 100:02}")

    def count(self, counts: Mapping[int, int]) -> int:
        """How many of the papers that `counts` has by year are in these years."""
        return sum(count for year, count in counts.items() if self.first <= year <= self.last)


def narrow_labels(columns: Sequence[Period]) -> list[tuple[str, ...]]:
    """What `label` gives, where four figures have no room beside each other: '’50', or '19' above '50'
    in columns that are a hundred years apart."""
    if len(columns) == 1:
        return [columns[0].label()]
    far = columns[-1].first - columns[0].first >= 100
    return [
        column.label() if column.gap else (*_in_two(column.first, far), *column.label()[1:])
        for column in columns
    ]


def _in_two(year: int, far: bool) -> tuple[str, ...]:
    return (str(year // 100), f"{year % 100:02}") if far else (f"’{year % 100:02}",)


def periods(years: Collection[int]) -> tuple[Period, ...]:
    """The columns for papers of `years`, the oldest first: a year each where at most 16 do, else as many
    years each as are needed, all alike. Three and more empty columns in a row become one gap."""
    if not years:
        return ()
    tried = [tuple(_columns(years, step)) for step in _STEPS]
    return next((columns for columns in tried if len(columns) <= _MOST), tried[-1])


def _columns(years: Collection[int], step: int) -> Iterator[Period]:
    starts = sorted({year - year % step for year in years})
    for start, after in pairwise([*starts, starts[-1] + step]):
        yield Period(start, start + step - 1)
        empty = range(start + step, after, step)
        if len(empty) >= _BREAK:
            yield Period(empty[0], after - 1, gap=True)
        else:
            yield from (Period(first, first + step - 1) for first in empty)
