"""Rows of a label and a value, as tables of repositories are copied: `Referee:<tab>Ada Lovelace`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.unit import NEXT_LINE, Unit

_FEW = 3  # rows with labels that are known
_ROW = re.compile(r"[^\W\d_][^\t:]{1,40}:\s?\t\s*(?=\S)")


def with_label_rows(units: Sequence[Unit]) -> list[Unit]:
    """The units, rows under labels that are not known being details, where they stand by others that are."""
    if sum(bool(unit.label) for unit in units) < _FEW:
        return list(units)
    found = list(units)
    for n, unit in enumerate(units):
        row = _ROW.match(unit.text) if not unit.kind and "\t" in unit.text else None
        near = found[max(n - 1, 0) : n] if unit.gap == NEXT_LINE else []
        if row and (_is_row(near) or _is_row(units[n + 1 : n + 2])):
            found[n] = unit._replace(kind="M", label="-", text=unit.text[row.end() :], marker=row[0])
    return found


def _is_row(units: Sequence[Unit]) -> bool:
    return any(unit.label for unit in units)
