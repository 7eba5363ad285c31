"""Our own plain text: blocks of labelled lines that begin with the key, each line a cell of our tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.formats import TEXT_LABELS
from generator.model import Fields, RawRecord, ReadItem
from generator.sources.reader import Reader, Source
from generator.sources.tables.fields import record_fields
from generator.sources.tables.headers import columns

NAME = "labelled-text"

_COLUMNS = {label: column for column, label in TEXT_LABELS.items()}
_FIRST = f"{TEXT_LABELS['key']}: "
_SAMPLE = 100_000


def likeness(source: Source) -> float:
    """Certain where a text begins with a block in which every line has one of our labels, the key first."""
    sample = source.text[:_SAMPLE].strip()
    block = sample.partition("\n\n")[0].split("\n")
    whole = block[:-1] if len(sample) == _SAMPLE else block
    return 0.98 if sample.startswith(_FIRST) and all(_label(line) for line in whole) else 0.0


def _label(line: str) -> str:
    label = line.partition(": ")[0]
    return label if label in _COLUMNS else ""


def read(source: Source) -> Iterator[ReadItem]:
    """A record a block. A line without a label goes on with the value above it."""
    cells: dict[str, str] = {}
    lines, first, column = source.lines, 0, ""
    for number, line in enumerate([*lines, ""], 1):
        if cells and (not line.strip() or line.startswith(_FIRST)):
            text = "\n".join(lines[first - 1 : number - 1])
            yield RawRecord(source.origin(first, number - 1, NAME), text, fields_of_cells(cells))
            cells = {}
        if label := _label(line):
            first, column = first if cells else number, _COLUMNS[label]
            cells[column] = line.partition(": ")[2]
        elif cells and line.strip():
            cells[column] += f" {line}"


def fields_of_cells(cells: Mapping[str, str]) -> Fields:
    """The fields of a row given by the names of `CSV_COLUMNS`."""
    return record_fields({field: value for column, value in cells.items() for field in columns([column])})


READER = Reader(NAME, likeness, read)
