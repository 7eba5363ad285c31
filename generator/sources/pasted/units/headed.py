"""Headings above titles in bold: a short name for the paper, or the subject of several; no paper's title."""

from __future__ import annotations

from collections.abc import Sequence

from generator.sources.pasted.unit import Unit

_TITLE = 3  # words


def with_headings_apart(units: Sequence[Unit]) -> list[Unit]:
    """The units, a heading right above a title in bold and its labelled people being one, and so those that
    are above such a heading."""
    found = list(units)
    apart = len(found)  # the last heading found
    for n in range(len(units) - 2, -1, -1):
        unit, below = found[n], found[n + 1]
        if not unit.level or unit.kind or unit.fields:
            continue
        titled = n + 2 < len(units) and _is_title(below) and found[n + 2].label == "authors"
        if titled or (n + 1 == apart and below.level > unit.level):
            found[n], apart = unit._replace(kind="X", reason="heading"), n
    return found


def _is_title(unit: Unit) -> bool:
    return unit.bold and not (unit.level or unit.kind) and unit.text.count(" ") + 1 >= _TITLE
