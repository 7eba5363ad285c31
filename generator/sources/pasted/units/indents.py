"""What white space before lines says: where paragraphs begin, and which of them belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.unit import BLANKS, WRAPPED, Unit
from generator.sources.signs.wrapping import Line, ends_sentence

_MOST = 5  # paragraphs of an abstract
_SHORT = 400  # characters of a title, or of people
_INITIAL = re.compile(r"\b[A-Z]\.\Z")  # of a name that goes on


def begins_further_right(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether paragraphs of a run of lines begin further right than they go on: the first one does, and most
    lines are at the left."""
    right = lines[first].indent and sum(line.indent > 0 for line in lines[first : last + 1])
    return 0 < 2 * right < last + 1 - first


def is_apart(lines: Sequence[Line], n: int, first: int, further_right: bool) -> bool:
    """Whether a line begins a paragraph, as the white space before it and before those around it tells.

    first: where its run begins; further_right: whether paragraphs begin further right than they go on.
    """
    line, before = lines[n], lines[n - 1]
    if further_right:
        return line.indent > before.indent
    dedented = n > first + 1 and line.indent < before.indent == lines[n - 2].indent
    return dedented or (line.indent > before.indent and _begins_paragraph(lines, n))


def _begins_paragraph(lines: Sequence[Line], n: int) -> bool:
    """Whether a line is further right than those around it, below the end of a sentence."""
    below = lines[n + 1] if n + 1 < len(lines) else lines[n]
    above = lines[n - 1].text
    ended = ends_sentence(above) and not above.endswith(":") and not _INITIAL.search(above)
    return bool(below.text) and below.indent < lines[n].indent and ended


def with_paragraphs_within(units: list[Unit], lines: Sequence[Line]) -> list[Unit]:
    """The units, further paragraphs that begin further right than they go on being within a record: below the
    first one such, where title or people above that do not."""
    heads = [n for n, unit in enumerate(units) if unit.gap != WRAPPED]
    if not heads or not any(line.indent for line in lines):
        return units
    ends = [*heads[1:], len(units)]
    right = [_begins_right(units[n], units[end - 1], lines) for n, end in zip(heads, ends, strict=True)]
    if not any(right):
        return units
    found = list(units)
    start = 0
    for m, is_right in enumerate([*right, False]):
        if is_right and m > start and units[heads[m]].gap < BLANKS:
            continue
        if 0 < start < m - 1 and m - start <= _MOST and _is_head(units[heads[start - 1]], lines):
            for n in heads[start:m]:
                found[n] = found[n]._replace(kind="P", held=True)
        start = m if is_right else m + 1
    return found


def _is_head(unit: Unit, lines: Sequence[Line]) -> bool:
    return len(unit.text) < _SHORT and lines[unit.first - 1].indent == 0


def _begins_right(unit: Unit, last: Unit, lines: Sequence[Line]) -> bool:
    """Whether a paragraph, whose end is `last`, begins further right, and goes on further left if it has more
    lines than one."""
    if unit.kind or unit.label or unit.is_marked or not ends_sentence(last.text):
        return False
    first, second = lines[unit.first - 1], lines[min(unit.first, last.last - 1)]
    return first.indent > 0 and (unit.first == last.last or second.indent < first.indent)
