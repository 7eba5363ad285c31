"""Pasted text with BibTeX entries in it, as project pages have at their end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import RawRecord, ReadItem
from generator.sources import bibtex, pasted
from generator.sources.reader import Reader, Source

_ENTRY = re.compile(r"^[ \t]*@[A-Za-z]{3,20}[ \t]*\{[^\s{},]*,", re.MULTILINE)


def mixed(source: Source, chosen: Reader) -> Reader:
    """The reader `chosen` for a text; where that is the one of pasted text and entries stand in the text,
    one that leaves the entries to the reader of BibTeX."""
    if chosen is not pasted.READER or not _ENTRY.search(source.text):
        return chosen
    entries = [item for item in bibtex.READER.read(source) if _is_whole(item)]
    return chosen._replace(read=lambda _: _read(source, entries)) if entries else chosen


def _is_whole(item: ReadItem) -> bool:
    """Whether a record is an entry with a title that is closed and begins its line."""
    return isinstance(item, RawRecord) and "title" in item.fields and item.text.rstrip().endswith("}")


def _read(source: Source, entries: list[ReadItem]) -> Iterator[ReadItem]:
    lines = source.lines
    for item in entries:
        if item.origin:
            first, last = item.origin.line, item.origin.end_line
            lines[first - 1 : last] = [""] * (last - first + 1)
    around = pasted.READER.read(Source(source.path, "\n".join(lines)))
    yield from sorted([*entries, *around], key=lambda item: item.origin.line if item.origin else 0)
