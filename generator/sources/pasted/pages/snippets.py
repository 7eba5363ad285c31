"""Texts below results of Google Scholar."""

from __future__ import annotations

from collections.abc import Sequence

from generator.sources.pasted.unit import BLANK, BLANKS, Unit

_SNIPPETS = 6  # paragraphs of one at most
_CUT = "…"  # where something of the text was left out


def with_snippets(units: Sequence[Unit]) -> list[Unit]:
    """The units, what stands between people and buttons in a result of Google Scholar being its text, and so
    the lines right below people that say that they are parts of one: in its mails, which have no buttons."""
    found = list(units)
    start = -1
    for n, unit in enumerate(found):
        if unit.kind == "A" and unit.held:
            start = n + 1
            continue
        if start < 0:
            continue
        parts = found[start:n]
        apart = unit.gap in (BLANK, BLANKS) and any(_CUT in part.text for part in parts)
        if apart or unit.reason == "button":
            found[start:n] = [part._replace(kind="P", held=True) for part in parts]
        if apart or unit.kind or n - start > _SNIPPETS:
            start = -1
    return found
