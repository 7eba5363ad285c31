"""Plain text: a block of labelled lines a paper, readable as it stands, with the labels of TEXT_LABELS."""

from __future__ import annotations

from collections.abc import Sequence

from generator.exports.cells import cells
from generator.formats import TEXT_LABELS
from generator.model import Entry


def write_text(entries: Sequence[Entry]) -> str:
    """The blocks, a blank line between them."""
    return "\n".join(_block(entry) for entry in entries)


def _block(entry: Entry) -> str:
    values = cells(entry)
    lines = ((label, values.get(column)) for column, label in TEXT_LABELS.items())
    return "".join(f"{label}: {value}\n" for label, value in lines if value)
