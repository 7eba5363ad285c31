"""Years above the papers of each, as lists of publications have them: headings, which date those below."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model import RawRecord, ReadItem
from generator.sources.pasted.papers.records import DATES
from generator.sources.pasted.unit import Unit

_YEARS = range(1900, 2100)
_LEAST = 2
_PASSED_OVER = ("S", "X")
_REASON = "heading"


def with_year_headings(units: Sequence[Unit]) -> list[Unit]:
    """The units, years alone being headings where one stands above all papers and they run on in order, each
    said once."""
    found = list(units)
    years = [n for n, unit in enumerate(units) if _is_year(unit)]
    first = next((n for n, unit in enumerate(units) if unit.kind not in _PASSED_OVER), -1) if years else -1
    apart = all(after > n + 1 for n, after in pairwise(years))
    if first in years[:1] and len(years) >= _LEAST and apart and _run_on([int(units[n].text) for n in years]):
        for n in years:
            found[n] = found[n]._replace(kind="X", reason=_REASON, fields={})
    return found


def with_years(found: Iterable[ReadItem], units: Sequence[Unit]) -> Iterator[ReadItem]:
    """What was found, papers that say no date being of the year that is the heading above them."""
    years = [unit for unit in units if unit.reason == _REASON and _says_year(unit)]
    lines = [unit.first for unit in years]
    for item in found:
        above = bisect(lines, item.origin.line) if isinstance(item, RawRecord) else 0
        if above and isinstance(item, RawRecord) and item.fields.keys().isdisjoint(DATES):
            yield replace(item, fields={**item.fields, "year": years[above - 1].text})
        else:
            yield item


def _is_year(unit: Unit) -> bool:
    return unit.kind == "D" and not unit.label and not unit.is_item and _says_year(unit)


def _says_year(unit: Unit) -> bool:
    return unit.text.isdecimal() and len(unit.text) < 5 and int(unit.text) in _YEARS


def _run_on(years: Sequence[int]) -> bool:
    return all(one < after for one, after in pairwise(years)) or all(
        one > after for one, after in pairwise(years)
    )
