"""Text and BibTeX in one another: entries below papers, as project pages have them at their end, and the page
of a paper around its entry."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from generator.model import Problem, RawRecord, ReadItem, Skipped
from generator.sources import bibtex, pasted, references
from generator.sources.accounting import GOES_ON, may_be_abstract
from generator.sources.no_papers import hold_no_papers, is_about_use, refused, without_others
from generator.sources.reader import Reader, Source

_ENTRY = re.compile(r"\n[ \t]*@[A-Za-z]{3,20}[ \t]*\{[^\s{},]*,")  # ten times as fast as with ^

_PART = re.compile(r"\W{0,3}[^\W\d_][\w ,/&-]{2,40}[:.] ")  # the name of an abstract's part
_ENOUGH = 30  # characters that tell a paragraph
_OWN = ("abstract", "arxiv", "doi", "ids")  # what is lost with a record that is said again


def _read_text(source: Source, reader: Reader = pasted.READER) -> Iterator[ReadItem]:
    """Text, whole entries in it being left to the reader of BibTeX."""
    entries = [item for item in bibtex.READER.read(source) if _is_whole(item)] if _has_entry(source) else []
    if not entries:
        return _read_pasted(source) if reader is pasted.READER else reader.read(source)
    again = _titles(entries)
    around = [_unless_again(item, again) for item in _around(source, entries, reader)]
    if hold_no_papers([item.fields for item in around if isinstance(item, RawRecord)]):
        around = [Skipped("text about no paper", item.origin) for item in around if item.origin]
    return iter(sorted([*entries, *around], key=_line))


def _read_pasted(source: Source) -> Iterator[ReadItem]:
    """Text without entries, refused if it holds no papers; that the last record alone has two abstracts is
    told."""
    if is_about_use(source.text):
        return iter([refused(source, pasted.READER.name)])
    found = without_others(list(pasted.READER.read(source)), source, pasted.READER.name)
    *others, last = [_doubt(item) for item in found if isinstance(item, RawRecord)] or [None]
    return iter([*found, last] if last and not any(others) else found)


def _doubt(record: RawRecord) -> Problem | None:
    """That a further paragraph of an abstract may be one of its own."""
    first, *further = record.fields.get("abstract", "").split("\n\n")
    lines = record.text.split("\n") if further and may_be_abstract(first) else []
    for paragraph in further if lines else ():
        if may_be_abstract(paragraph) and not _PART.match(paragraph):
            start = paragraph[:_ENOUGH]
            at = next((n for n, line in enumerate(lines) if line.strip().startswith(start)), 0)
            origin = replace(record.origin, line=record.origin.line + at)
            return Problem("abstract-goes-on", "info", GOES_ON, origin, paragraph[:200])
    return None


def _read_entries(source: Source) -> Iterator[ReadItem]:
    """BibTeX; where text stands beside the entries and is a page about one of them, the page too."""
    if not _has_entry(source):
        return bibtex.READER.read(source)
    found = list(bibtex.READER.read(source))
    beside = any(isinstance(item, Skipped) and item.beside for item in found)
    titles = _titles([item for item in found if _is_whole(item)])
    pages = [item for item in _around(source, found) if _is_page_of(item, titles)] if beside else []
    return iter([*found, *pages])


def _has_entry(source: Source) -> bool:
    return "@" in source.text and _ENTRY.search("\n" + source.text) is not None


def _is_whole(item: ReadItem) -> TypeGuard[RawRecord]:
    """Whether a record is an entry with a title that is closed and begins its line."""
    return isinstance(item, RawRecord) and "title" in item.fields and item.text.rstrip().endswith("}")


def _titles(entries: Sequence[RawRecord]) -> set[str]:
    return {entry.fields["title"].casefold() for entry in entries}


def _unless_again(item: ReadItem, titles: Container[str]) -> ReadItem:
    """A record, passed over where an entry has its title and it has no abstract and no identifier."""
    if not isinstance(item, RawRecord) or not item.fields.keys().isdisjoint(_OWN):
        return item
    told = item.fields.get("title", "").casefold() in titles
    return Skipped("said again in BibTeX", item.origin) if told else item


def _is_page_of(item: ReadItem, titles: Container[str]) -> bool:
    """Whether a record has an abstract and one of the titles."""
    if not isinstance(item, RawRecord) or not item.fields.get("abstract"):
        return False
    return item.fields.get("title", "").casefold() in titles


def _around(
    source: Source, entries: Sequence[ReadItem], reader: Reader = pasted.READER
) -> Iterator[ReadItem]:
    """What text is around the entries."""
    lines = source.lines
    for item in entries:
        if item.origin and isinstance(item, RawRecord):
            first, last = item.origin.line, item.origin.end_line
            lines[first - 1 : last] = [""] * (last - first + 1)
    return reader.read(Source(source.path, "\n".join(lines)))


def _line(item: ReadItem) -> int:
    return item.origin.line if item.origin else 0


def _read_list(source: Source) -> Iterator[ReadItem]:
    """A list of references, as `_read_text` reads text."""
    return _read_text(source, references.READER)


PASTED = pasted.READER._replace(read=_read_text)
REFERENCES = references.READER._replace(read=_read_list)
BIBTEX = bibtex.READER._replace(read=_read_entries)
