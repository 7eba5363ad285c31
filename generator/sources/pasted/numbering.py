"""Which numbers before lines are those of lists: 1, 2, 3 … in one style."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.sources.pasted.unit import Unit

_LOST = 3  # numbers that a count may leave out, less one
_DIGITS, _CAPITALS, _SMALL = re.compile(r"\d+|[①-⑳]"), re.compile("[A-Z]+"), re.compile("[a-z]+")


def without_stray_numbers(units: list[Unit]) -> list[Unit]:
    """The units, a number taken for a list's only where it is part of a count (1, 2, 3 …) in one style."""
    counts: dict[str, set[int]] = {}
    before: dict[str, tuple[int, int]] = {}
    for n, unit in enumerate(units):
        if unit.number is None or _counts_within(unit):
            continue
        style = _style(unit)
        last, number = before.get(style, (-1, -1))
        if last >= 0 and number < unit.number <= number + (_LOST if last in counts.get(style, ()) else 1):
            counts.setdefault(style, set()).update((last, n))
        elif (unit.number > 1 and last in counts.get(style, ())) or 1900 <= unit.number < 2100:  # a year
            continue
        before[style] = (n, unit.number)
    counted = _counted(counts.values()) or (
        {0} if units and _is_first(units[0]) and not _counts_within(units[0]) else set()
    )
    return [
        unit
        if unit.number is None or n in counted
        else unit._replace(number=None, marker="", text=unit.marker + unit.text, bullet=False)
        for n, unit in enumerate(units)
    ]


def _counted(counts: Iterable[set[int]]) -> set[int]:
    """The places that are counted: by the longest count, and by others wholly above or below it."""
    kept: set[int] = set()
    for count in sorted(counts, key=len, reverse=True):
        if not kept or max(count) < min(kept) or min(count) > max(kept):
            kept |= count
    return kept


def _is_first(unit: Unit) -> bool:
    """Whether a unit has the number 1 in digits; 'I.' is an initial as well."""
    return unit.number == 1 and "1" in unit.marker


def _counts_within(unit: Unit) -> bool:
    """Whether the count that a unit starts goes on in it: '1. … 2. …'."""
    marker = f" {unit.marker.strip()} "
    return unit.number == 1 and marker.replace("1", "2") in unit.text and marker not in unit.text


def _style(unit: Unit) -> str:
    return _DIGITS.sub("1", _CAPITALS.sub("A", _SMALL.sub("a", unit.marker)))
