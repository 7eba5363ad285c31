"""Profiles of Google Scholar: what stands between the person and the table of papers, and its rows."""

from __future__ import annotations

from collections.abc import Sequence

from generator.sources.pasted.unit import NEXT_LINE, Unit

_MOST = 12  # fields of interest
_LONGEST = 60  # characters of one
_ROW = "TAV"  # kinds of the lines of a row above its counts


def with_profiles(units: Sequence[Unit]) -> list[Unit]:
    """The units, the interests above the head of a profile's table being chrome, and title, people and where
    the paper was published being told in rows that have all three."""
    found = list(units)
    for n, unit in enumerate(found[:-1]):
        below = found[n + 1]
        alone = unit.label == "title" and unit.reason == "label without a value"
        if not alone or below.reason != "page navigation":
            continue
        for above in range(n - 1, max(n - 1 - _MOST, -1), -1):
            if found[above].reason == "profile page":
                between = found[above + 1 : n]
                found[above + 1 : n] = [one._replace(kind="X", reason="profile page") for one in between]
                break
            if found[above].kind or len(found[above].text) > _LONGEST:
                break
        _tell_rows(found, n + 2 + any(unit.kind == "X" for unit in found[n + 2 : n + 3]))
    return found


def _tell_rows(units: list[Unit], first: int) -> None:
    """Gives kinds to the rows of a table. first: the unit with which they begin."""
    for n in range(first, len(units)):
        if units[n].kind != "D" or "year" not in units[n].fields:  # with its citations they end a row
            continue
        row = units[first:n]
        if len(row) == len(_ROW) and all(unit.gap == NEXT_LINE for unit in units[first + 1 : n + 1]):
            units[first:n] = [
                unit._replace(kind=unit.kind or kind) for unit, kind in zip(row, _ROW, strict=True)
            ]
        first = n + 1
