"""Which numbers before lines are those of lists: 1, 2, 3 … in one style, or … 3, 2, 1."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

from generator.sources.pasted.unit import BLANK, BLANKS, RULED, WRAPPED, Unit

_OPEN = 8  # counts under way at once: a list, and numbers in the texts of its items
_LOST = 3  # numbers that a count may leave out, less one
_TITLE = 300  # characters of a title at most
_MOST = 12  # lines of a paragraph that may be something else
_DIGITS, _CAPITALS, _SMALL = re.compile(r"\d+|[①-⑳]"), re.compile("[A-Z]+"), re.compile("[a-z]+")


def without_stray_numbers(units: list[Unit]) -> list[Unit]:
    """The units, a number taken for a list's only where it is part of a count (1, 2, 3 …) in one style."""
    counts: list[list[int]] = []
    within = _within(units)
    open_counts: dict[str, list[list[int]]] = {}  # the one that went on last comes first
    for n, unit in enumerate(units):
        if unit.number is None or n in within:
            continue
        under_way = open_counts.setdefault(_style(unit), [])
        fitting = [count for count in under_way if _goes_on(units, count, unit.number)]
        count = max(fitting, key=len, default=[])
        if count:
            under_way.remove(count)
        elif 1900 <= unit.number < 2100:  # a year
            continue
        else:
            counts.append(count)
        count.append(n)
        under_way.insert(0, count)
        del under_way[_OPEN:]
    counted = _counted(count for count in counts if len(count) > 1)
    alone = [count[0] for count in counts if len(count) == 1 and not _is_among(count[0], counted)]
    styles = Counter(_style(units[n]) for n in alone if _is_apart(units, n))
    lettered = {style for n in counted if (style := _style(units[n]))[:2].strip("[") == "A"}
    counted |= {count[0] for count in counts if len(count) == 1 and _style(units[count[0]]) in lettered}
    counted |= {n for n in alone if _is_mark(units, n, styles[_style(units[n])] > 1)}
    return [
        unit
        if unit.number is None or n in counted
        else unit._replace(number=None, marker="", text=unit.marker + unit.text, bullet=False)
        for n, unit in enumerate(units)
    ]


def _goes_on(units: Sequence[Unit], count: Sequence[int], number: int) -> bool:
    """Whether a number goes on with a count: up, or down as in a list of one's own papers, the last first."""
    first, last = (units[n].number or 0 for n in (count[0], count[-1]))
    step = last - number if last < first or (len(count) == 1 and number < last) else number - last
    return 0 < step <= (_LOST if len(count) > 1 else 1)


def _counted(counts: Iterable[Sequence[int]]) -> set[int]:
    """The places that are counted: by the longest count, and by others wholly above or below it."""
    kept: set[int] = set()
    for count in sorted(counts, key=len, reverse=True):
        if not kept or max(count) < min(kept) or min(count) > max(kept):
            kept |= {*count}
    return kept


def _is_among(n: int, counted: set[int]) -> bool:
    return bool(counted) and min(counted) < n < max(counted)


def _is_mark(units: Sequence[Unit], n: int, others: bool) -> bool:
    """Whether a number that nothing counts on from is one before a paper: the first of a list, at the start
    of the text, in brackets, or where others in its style are. 'I.' is an initial as well."""
    unit = units[n]
    if not _DIGITS.search(unit.marker):
        return False
    if n == 0 and unit.number == 1:
        return True
    sure = unit.number == 1 or n == 0 or others or unit.marker[0] == "[" or ")" in unit.marker
    return sure and _is_apart(units, n)


def _is_apart(units: Sequence[Unit], n: int) -> bool:
    """Whether a unit may be a title and is set off."""
    text = units[n].text
    title = len(text) < _TITLE and not (text.endswith(".") and ". " in text)
    return title and (n == 0 or units[n].gap in (BLANK, BLANKS, RULED))


def _within(units: Sequence[Unit]) -> set[int]:
    """The places of numbers that count what one text says: '1. … 2. …', and those on lines below full ones
    that such a count goes on to."""
    numbered = [n for n, unit in enumerate(units) if unit.number is not None]
    pairs = [n for n in numbered if n and units[n].gap == WRAPPED]
    found = {n for n in (*pairs, *(n for n in numbered if units[n].number == 1)) if _counts_on(units, n)}
    for n in pairs:
        above = units[n - 1]
        if n - 1 in found and (above.number == _before(units[n]) or _mark(units[n], -1) in above.text):
            found.add(n)
    return found


def _counts_on(units: Sequence[Unit], n: int) -> bool:
    """Whether the count that a unit starts goes on in its paragraph."""
    below = units[n + 1 : n + 2]
    if below and below[0].gap != WRAPPED and _before(below[0]) == units[n].number:
        return False  # what looks like a count is an issue: 'No. 2.'
    rest = takewhile(lambda unit: unit.gap == WRAPPED and unit.number is None, units[n + 1 : n + _MOST])
    text = " ".join((units[n].text, *(unit.text for unit in rest)))
    return _mark(units[n], 1) in text and _mark(units[n], 0) not in text


def _mark(unit: Unit, more: int) -> str:
    """The mark of a unit as it stands within a text, or one so much further on."""
    return f" {unit.marker.strip()} ".replace(str(unit.number), str((unit.number or 0) + more))


def _before(unit: Unit) -> int:
    return (unit.number or 0) - 1


def _style(unit: Unit) -> str:
    return _DIGITS.sub("1", _CAPITALS.sub("A", _SMALL.sub("a", unit.marker)))
