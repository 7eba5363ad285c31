"""Years above the papers of each, as lists of publications have them: headings, no dates of single papers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.sources.pasted.unit import Unit

_YEARS = range(1900, 2100)
_LEAST = 2
_PASSED_OVER = ("S", "X")


def with_year_headings(units: Sequence[Unit]) -> list[Unit]:
    """The units, years alone being headings where one stands above all papers and they run on in order, each
    said once."""
    found = list(units)
    years = [n for n, unit in enumerate(units) if _is_year(unit)]
    first = next((n for n, unit in enumerate(units) if unit.kind not in _PASSED_OVER), -1) if years else -1
    apart = all(after > n + 1 for n, after in pairwise(years))
    if first in years[:1] and len(years) >= _LEAST and apart and _run_on([int(units[n].text) for n in years]):
        for n in years:
            found[n] = found[n]._replace(kind="X", reason="heading", fields={})
    return found


def _is_year(unit: Unit) -> bool:
    alone = unit.kind == "D" and not unit.label and unit.text.isdigit()
    return alone and not unit.is_item and int(unit.text) in _YEARS


def _run_on(years: Sequence[int]) -> bool:
    return all(one < after for one, after in pairwise(years)) or all(
        one > after for one, after in pairwise(years)
    )
