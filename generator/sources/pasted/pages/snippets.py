"""Texts below results of Google Scholar."""

from __future__ import annotations

from collections.abc import Sequence

from generator.sources.pasted.unit import Unit

_SNIPPETS = 6  # paragraphs of one at most


def with_snippets(units: Sequence[Unit]) -> list[Unit]:
    """The units, what stands between people and buttons in a result of Google Scholar being its text."""
    found = list(units)
    start = -1
    for n, unit in enumerate(found):
        if unit.kind == "A" and unit.held:
            start = n + 1
        elif start >= 0 and (unit.kind or n - start > _SNIPPETS):
            if unit.reason == "button":
                found[start:n] = [part._replace(kind="P", held=True) for part in found[start:n]]
            start = -1
    return found
