"""Pasted text with BibTeX entries in it, as project pages have at their end."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import TypeGuard

from generator.model import RawRecord, ReadItem, Skipped
from generator.sources import bibtex, pasted
from generator.sources.reader import Reader, Source

_ENTRY = re.compile(r"\n[ \t]*@[A-Za-z]{3,20}[ \t]*\{[^\s{},]*,")


def mixed(source: Source, chosen: Reader) -> Reader:
    """The reader `chosen` for a text; where entries stand in pasted text, one that leaves them to the reader
    of BibTeX; where the text around entries is a page about one of them, one that reads the page too."""
    if chosen not in (pasted.READER, bibtex.READER):
        return chosen
    if "@" not in source.text or not _ENTRY.search("\n" + source.text):
        return chosen
    found = list(bibtex.READER.read(source))
    entries = [item for item in found if _is_whole(item)]
    if chosen is pasted.READER:
        again = {entry.fields["title"].casefold() for entry in entries}
        around = [_unless_again(item, again) for item in _around(source, entries)]
        together = _in_order([*entries, *around]) if entries else None
        return chosen._replace(read=lambda _: iter(together)) if together else chosen
    beside = any(isinstance(item, Skipped) and item.beside for item in found)
    titles = {entry.fields["title"].casefold() for entry in entries}
    pages = [item for item in _around(source, found) if _is_page_of(item, titles)] if beside else []
    return chosen._replace(read=lambda _: iter([*found, *pages]))  # what is read is not read again


def _is_whole(item: ReadItem) -> TypeGuard[RawRecord]:
    """Whether a record is an entry with a title that is closed and begins its line."""
    return isinstance(item, RawRecord) and "title" in item.fields and item.text.rstrip().endswith("}")


def _unless_again(item: ReadItem, titles: Container[str]) -> ReadItem:
    """A record, passed over where an entry has its title and it has no abstract."""
    if not isinstance(item, RawRecord) or item.fields.get("abstract"):
        return item
    told = item.fields.get("title", "").casefold() in titles
    return Skipped("said again in BibTeX", item.origin) if told else item


def _is_page_of(item: ReadItem, titles: Container[str]) -> bool:
    """Whether a record has an abstract and one of the titles."""
    if not isinstance(item, RawRecord) or not item.fields.get("abstract"):
        return False
    return item.fields.get("title", "").casefold() in titles


def _around(source: Source, entries: Sequence[ReadItem]) -> Iterator[ReadItem]:
    """What pasted text is around the entries."""
    lines = source.lines
    for item in entries:
        if item.origin and isinstance(item, RawRecord):
            first, last = item.origin.line, item.origin.end_line
            lines[first - 1 : last] = [""] * (last - first + 1)
    return pasted.READER.read(Source(source.path, "\n".join(lines)))


def _in_order(items: Sequence[ReadItem]) -> list[ReadItem]:
    return sorted(items, key=lambda item: item.origin.line if item.origin else 0)
