"""Web pages saved from a browser.

A page that says what paper it is about, in `citation_*` tags (as Google Scholar asks publishers to) or in
JSON-LD, is that paper; the text of any other page goes to the reader of pasted text, its lines being those of
the page.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from generator.identity import identify
from generator.model import Fields, Origin, Problem, RawRecord, ReadItem
from generator.sources import bibtex, references, tables
from generator.sources.arxiv import arxiv_listing
from generator.sources.common import fields_of
from generator.sources.html.abstracts import abstract_below
from generator.sources.html.coins import coins_fields
from generator.sources.html.json_ld import json_ld_fields
from generator.sources.html.laid_out import laid_out_fields
from generator.sources.html.marked import MarkedPage
from generator.sources.html.meta import meta_fields
from generator.sources.html.page import Line, Page
from generator.sources.lines import around
from generator.sources.mixed import PASTED
from generator.sources.other_texts import without_others
from generator.sources.reader import Reader, Source
from generator.sources.tagged import nbib, pubmed_text, ris

NAME = "html"

_BEGINS = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*|<!--[^<>]{0,500}-->\s*)*"
    r"<(?:!doctype\s{1,9}(?:html|netscape-bookmark-file)|html[\s>])",
    re.IGNORECASE,
)
_BOOKMARKS = re.compile(r"\s*<!doctype\s{1,9}netscape-bookmark-file", re.IGNORECASE)  # of a browser
_PAGE = re.compile(r"<!doctype\s{1,9}html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_CLOSING = re.compile(
    r"</(?:a|b|br|dd|div|dl|dt|em|h[1-6]|i|li|p|span|strong|table|td|tr|ul)>", re.IGNORECASE
)
_SAMPLE = 5_000
_EXPORTS = (bibtex.READER, ris.READER, nbib.READER, pubmed_text.READER, arxiv_listing.READER)
_CERTAIN = 0.6  # a likeness
_FEW = 3  # entries of a bibliography
_IDENTIFIERS = frozenset({"ids", "arxiv", "doi"})
_TELLING = _IDENTIFIERS | {"abstract", "authors"}


def likeness(source: Source) -> float:
    """Sure where the text begins as a page does, whatever it shows; high where it begins with a tag and has
    the closing tags of one."""
    start = source.text[:_SAMPLE]
    if _BEGINS.match(start):
        return 0.98
    if _PAGE.search(start[:2000]) and start.lstrip().startswith("<"):
        return 0.93
    return 0.7 if start.lstrip().startswith("<") and len(_CLOSING.findall(start)) > 3 else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """The paper that the page is about, else what its text holds.

    Papers get the identifiers that links within them lead to. A list whose links alone say which papers it
    means is read with its links. What stands below the page's end is passed over.
    """
    whole, source = source, _page_of(source)
    yield from around(whole, [source.origin(1, len(source.lines), NAME)], "text below the page", NAME)
    page = Page()
    page.read(source.text)
    fields = _together(meta_fields(page.meta, page.abstract, page.people), json_ld_fields(page.json_ld))
    if fields:
        if "abstract" not in fields and (abstract := abstract_below(fields["title"], page.lines)):
            fields["abstract"] = abstract
        first = 1 + len(source.text) - len(source.text.lstrip("\n"))
        yield RawRecord(source.origin(first, len(source.lines), NAME), source.text.lstrip("\n"), fields)
        return
    if not page.lines:
        message = "the page has no text: save it once your browser shows the paper"
        yield Problem("page-without-text", "warning", message, source.origin(1, len(source.lines), NAME))
        return
    items = without_others(list(_best_items(page, source)), source, NAME)
    yield from items
    taken = [item.origin for item in items if item.origin is not None]
    yield from around(source, taken, "HTML mark-up", NAME, beside=False)


def _page_of(source: Source) -> Source:
    """The text up to the last end of a page in it; a comment of the browser may stand there too."""
    end = source.text.lower().rfind("</html>")
    end = source.text.find("\n", end) if end >= 0 else -1
    below = source.text[end:].strip() if end >= 0 else ""
    return Source(source.path, source.text[:end]) if below and not below.startswith("<") else source


def _best_items(page: Page, source: Source) -> Iterable[ReadItem]:
    """What a page holds: bookmarks by their links, papers named for programs, a table with a header, the
    entries of a bibliography, else what its text says, else a list by its links."""
    if _BOOKMARKS.match(source.text):
        return _read(_marked(source, bool), source, (references.READER,))
    told: list[ReadItem] = [*_of_coins(page, source)] or [*_of_entries(page, source)]
    if told:
        return _with_links(told, page)
    marked = None
    if page.has_header:
        marked = _marked(source)
        if tables.READER.likeness(_text(marked, source)) >= _CERTAIN:
            return _with_links(_read(marked, source, (tables.READER,)), page)
    if _is_bibliography(page):
        return _with_links(_read(_bibliography(page), source, (references.READER,)), page)
    items = list(_read(page, source, _EXPORTS))
    if not _is_bare([item for item in items if isinstance(item, RawRecord)], page):
        return _with_links(items, page)
    return _read(marked or _marked(source), source, (references.READER,))


def _of_coins(page: Page, source: Source) -> Iterator[RawRecord]:
    """The papers that a page names for programs, each on the line where it does."""
    lines = source.lines
    for title, line in page.coins:
        if fields := coins_fields(title):
            if len(page.coins) == 1 and (
                abstract := page.abstract or abstract_below(fields["title"], page.lines)
            ):
                fields.setdefault("abstract", abstract)
            yield RawRecord(source.origin(line, line, NAME), lines[line - 1], fields)


def _of_entries(page: Page, source: Source) -> Iterator[RawRecord]:
    """The papers of a bibliography whose entries the page lays out in parts."""
    lines = source.lines
    for parts, first, last in page.entries.told:
        origin = source.origin(first, last, NAME)
        yield RawRecord(origin, _lines(lines, origin), laid_out_fields(parts))


def _is_bibliography(page: Page) -> bool:
    """Whether most of what a page says are entries of a bibliography."""
    written = sum(len(text) for text, _, _ in page.entries.found)
    return len(page.entries.found) >= _FEW and 2 * written > sum(len(line.text) for line in page.lines)


def _bibliography(page: Page) -> Page:
    """A page of nothing but the entries of a bibliography, which are numbered."""
    alone = Page()
    for number, (text, first, last) in enumerate(page.entries.found, 1):
        alone.lines += [Line(f"[{number}] {text}", first, last), Line("", last, last)]
    return alone


def _marked(source: Source, is_paper: Callable[[str], bool] | None = None) -> MarkedPage:
    page = MarkedPage(is_paper or _is_paper)
    page.read(source.text)
    return page


def _text(page: Page, source: Source) -> Source:
    return Source(source.path, "\n".join(line.text for line in page.lines))


def _read(page: Page, source: Source, readers: Sequence[Reader]) -> Iterator[ReadItem]:
    """What the text of a page holds, at its place in the file: by the first of the readers that is sure of
    it, else as pasted text."""
    text, lines = _text(page, source), source.lines
    reader = next((reader for reader in readers if reader.likeness(text) >= _CERTAIN), PASTED)
    for item in reader.read(text):
        if item.origin is None:
            yield item
            continue
        origin = _moved(item.origin, page.lines)
        moved = replace(item, origin=origin)
        yield replace(moved, text=_lines(lines, origin)) if isinstance(moved, RawRecord) else moved


def _is_paper(address: str) -> bool:
    return identify(address) is not None or address.lower().endswith(".pdf")


def _is_bare(records: Sequence[RawRecord], page: Page) -> bool:
    """Whether a page links to papers, and most of what its text gives is no more than titles."""
    if not any(identify(link.address) for link in page.links):
        return False
    bare = [record for record in records if not _TELLING & record.fields.keys()]
    return len(bare) > len(records) / 2


def _with_links(items: Iterable[ReadItem], page: Page) -> Iterator[ReadItem]:
    """The items; a paper gets the identifiers to which links on its lines lead, if they are of one paper."""
    lines = [link.line for link in page.links]
    for item in items:
        if isinstance(item, RawRecord) and not _is_identified(item.fields):
            first, last = bisect_left(lines, item.origin.line), bisect_right(lines, item.origin.end_line)
            within = page.links[first:last]
            found = {known for link in within if (known := identify(link.address))}
            if found and len(found) == len(dict(found)):
                named = {name: value for name, value in found if name in _IDENTIFIERS}
                others = {name: value for name, value in found if name not in _IDENTIFIERS}
                ids = {**item.fields.get("ids", {}), **others}
                yield replace(item, fields=fields_of({**item.fields, **named, "ids": ids}))
                continue
        yield item


def _is_identified(fields: Fields) -> bool:
    """Whether a paper has an identifier besides its key in a file of BibTeX."""
    return "doi" in fields or "arxiv" in fields or bool(fields.get("ids", {}).keys() - {"citekey"})


def _together(fields: Fields, more: Fields) -> Fields:
    """The fields, those of `more` where they say nothing."""
    together = more | fields
    if "details" in more:
        together["details"] = {**more["details"], **fields.get("details", {})}
    return together


def _moved(origin: Origin, lines: list[Line]) -> Origin:
    """The place in the page of a place in its text."""
    first = lines[min(origin.line, len(lines)) - 1].first
    last = lines[min(origin.end_line, len(lines)) - 1].last
    return Origin(origin.path, first, max(first, last), NAME)


def _lines(lines: list[str], origin: Origin) -> str:
    return "\n".join(lines[origin.line - 1 : origin.end_line])


READER = Reader(NAME, likeness, read)
