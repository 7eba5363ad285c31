"""Abstracts pasted as text, in any layout."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import ReadItem
from generator.sources.reader import Reader, Source


def likeness(source: Source) -> float:
    """Any text may be pasted text; every other format comes first."""
    return 0.1 if source.text.strip() else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """The papers of a pasted text."""
    del source
    return iter(())


READER = Reader("pasted", likeness, read)
