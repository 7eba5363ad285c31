"""Web pages saved from a browser.

A page that says what paper it is about, in `citation_*` tags (as Google Scholar asks publishers to) or in
JSON-LD, is that paper; the text of any other page goes to the reader of pasted text, its lines being those of
the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from generator.identity import identify
from generator.model import Fields, Problem, RawRecord, ReadItem
from generator.sources import bibtex, references, tables
from generator.sources.accounting import NOT_READ, PAPER_TEXT, may_be_abstract
from generator.sources.arxiv import arxiv_listing
from generator.sources.html.abstracts import abstract_below
from generator.sources.html.coins import coins_fields
from generator.sources.html.forms import forms
from generator.sources.html.json_ld import json_ld_fields
from generator.sources.html.laid_out import laid_out_fields
from generator.sources.html.marked import MarkedPage
from generator.sources.html.menus import set_menus_aside
from generator.sources.html.meta import meta_fields
from generator.sources.html.named import Found, named_papers
from generator.sources.html.named_fields import fields_of_named, fields_of_page
from generator.sources.html.page import Line, Page, Place
from generator.sources.html.placed import NAME, lines_at, placed, with_known, with_links
from generator.sources.html.single import single_paper
from generator.sources.html.tree import Element, Tree
from generator.sources.lines import around
from generator.sources.mixed import PASTED
from generator.sources.no_papers import without_others
from generator.sources.reader import Reader, Source
from generator.sources.tagged import nbib, pubmed_text, ris

_BEGINS = re.compile(
    r"\s*(?:<\?xml[^<>]{0,200}>\s*|<!--[^<>]{0,500}-->\s*)*"
    r"<(?:!doctype\s{1,9}(?:html|netscape-bookmark-file)|html[\s>])",
    re.IGNORECASE,
)
_BOOKMARKS = re.compile(r"\s*<!doctype\s{1,9}netscape-bookmark-file", re.IGNORECASE)  # of a browser
_PAGE = re.compile(r"<!doctype\s{1,9}html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
# An XML document whose root is no element of a page, be there a <head> or <body> of its own kind in it.
_OF_ANOTHER_KIND = re.compile(
    r"\s*<\?xml[^<>]{0,200}>\s*(?:<[!?][^<>]{0,500}>\s*)*<(?!(?:html|head|body|div|table|ul|ol|dl|p)[\s>])[A-Za-z]",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"</(?:a|b|br|dd|div|dl|dt|em|h[1-6]|i|li|p|span|strong|table|td|tr|ul)>", re.IGNORECASE
)
_ENTRY = re.compile(
    r"<(?:pre|code|p|div|td|li|span)(?:\s[^<>]{0,300})?>\s{0,9}@[a-z]{3,20}[ \t]?\{[^\s,{}]{0,100},",
    re.IGNORECASE,
)
_SAMPLE = 5_000
_MOST_TAGS = 1_000_000  # of a page, which take about a gigabyte of memory
_EXPORTS = (bibtex.READER, ris.READER, nbib.READER, pubmed_text.READER, arxiv_listing.READER)
_CERTAIN = 0.6  # a likeness
_FEW = 3  # entries of a bibliography
_TELLING = frozenset({"ids", "arxiv", "doi", "abstract", "authors"})


def likeness(source: Source) -> float:
    """Sure where the text begins as a page does, whatever it shows; high where it begins with a tag and has
    the closing tags of one, or an entry of BibTeX right behind a tag."""
    start = source.text[:_SAMPLE]
    if _BEGINS.match(start):
        return 0.98
    if _OF_ANOTHER_KIND.match(start):
        return 0.0
    if _PAGE.search(start[:2000]) and start.lstrip().startswith("<"):
        return 0.93
    if not start.lstrip().startswith("<"):
        return 0.0
    return 0.7 if len(_CLOSING.findall(start)) > 3 or _ENTRY.search(start) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """The paper that the page is about, else what its text holds.

    Papers get the identifiers that links within them lead to. A list whose links alone say which papers it
    means is read with its links. What stands below the page's end is passed over.
    """
    if (tags := source.text.count("<")) > _MOST_TAGS:
        message = f"the page has {tags:,} tags, more than the {_MOST_TAGS:,} that are read: save it in parts"
        yield Problem("file-too-large", "error", message, source.origin(1, len(source.lines), NAME))
        return
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
    items = without_others(list(_best_items(source, page)), source, NAME)
    yield from items
    taken = [item.origin for item in items if item.origin is not None]
    yield from around(source, taken, "HTML mark-up", NAME, beside=False)


def _page_of(source: Source) -> Source:
    """The text up to the last end of a page in it; a comment of the browser may stand there too."""
    end = source.text.lower().rfind("</html>")
    end = source.text.find("\n", end) if end >= 0 else -1
    below = source.text[end:].strip() if end >= 0 else ""
    return Source(source.path, source.text[:end]) if below and not below.startswith("<") else source


def _best_items(source: Source, page: Page) -> Iterable[ReadItem]:
    """What a page holds: bookmarks by their links, papers named for programs or laid out in parts, a table
    with a header, the entries of a bibliography, else what its text says, else a list by its links."""
    if _BOOKMARKS.match(source.text):
        page = _marked(source, bool)
        return placed(references.READER.read(_text(page, source)), page, source)
    told: list[ReadItem] = [*_of_coins(page, source)] or [*_of_entries(page, source)]
    return with_links(told, page) if told else _shown_items(source, page)


def _shown_items(source: Source, page: Page) -> Iterable[ReadItem]:
    """What a page shows, without its menus."""
    root = Tree(source.text).root
    aside = set_menus_aside(root)
    if told := [*_of_elements(root, source)]:
        return with_links(told, page)
    if aside:
        page = Page(aside)
        page.read(source.text)
    marked = None
    if page.has_header:
        marked = _marked(source, aside=aside)
        if tables.READER.likeness(_text(marked, source)) >= _CERTAIN:
            return _read(marked, source, (tables.READER,))
    if _is_bibliography(page):
        return with_links(_read(_bibliography(page), source, (references.READER,)), page)
    items = list(_found(page, source, _EXPORTS))
    if not _is_bare([item for item in items if isinstance(item, RawRecord)], page):
        return placed(items, page, source)
    return _read(marked or _marked(source, aside=aside), source, (references.READER,))


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
        yield RawRecord(origin, lines_at(lines, origin), laid_out_fields(parts))


def _of_elements(root: Element, source: Source) -> Iterator[ReadItem]:
    """The papers that rows of labels and values tell, else those whose parts a page names."""
    lines = source.lines
    told = list(forms(root))
    for form in told:
        origin = source.origin(form.first, form.last, NAME)
        yield RawRecord(origin, lines_at(lines, origin), form.fields)
    found = Found([], []) if told else named_papers(root)
    for paper, fields in zip(found.papers, fields_of_named(found.papers), strict=True):
        origin = source.origin(paper.first, paper.last, NAME)
        known = {known for address in paper.addresses if (known := identify(address))}
        yield RawRecord(origin, lines_at(lines, origin), with_known(fields, known))
    for text, line in found.outside:
        yield Problem("text-left-out", "warning", NOT_READ, source.origin(line, line, NAME), text[:200])
    if not told and not found.papers and (single := single_paper(root)):
        origin = source.origin(*single.place, NAME)
        yield RawRecord(origin, lines_at(lines, origin), fields_of_page(*single[:3]))
        if text := next(filter(may_be_abstract, single.below), ""):
            last = min(single.place[1] + 1, len(lines))
            rest = source.origin(last, len(lines), NAME)
            yield Problem("paper-text", "info", PAPER_TEXT, rest, text[:200])


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


def _marked(
    source: Source, is_paper: Callable[[str], bool] | None = None, aside: Container[Place] = ()
) -> MarkedPage:
    page = MarkedPage(is_paper or _is_paper, aside)
    page.read(source.text)
    return page


def _text(page: Page, source: Source) -> Source:
    return Source(source.path, "\n".join(line.text for line in page.lines))


def _read(page: Page, source: Source, readers: Sequence[Reader]) -> Iterator[ReadItem]:
    """What the text of a page holds, at its place in the file, with what its links tell."""
    return placed(_found(page, source, readers), page, source)


def _found(page: Page, source: Source, readers: Sequence[Reader]) -> Iterator[ReadItem]:
    """What the text of a page holds: by the first of the readers that is sure of it, else as pasted text."""
    text = _text(page, source)
    reader = next((reader for reader in readers if reader.likeness(text) >= _CERTAIN), PASTED)
    return reader.read(text)


def _is_paper(address: str) -> bool:
    return identify(address) is not None or address.lower().endswith(".pdf")


def _is_bare(records: Sequence[RawRecord], page: Page) -> bool:
    """Whether a page links to papers, and most of what its text gives is no more than titles, or they are few
    beside the links and none has an abstract."""
    papers = Counter(known[0] for known in {identify(link.address) for link in page.links} if known)
    if not papers:
        return False
    if max(papers.values()) > 2 * len(records) and not any("abstract" in item.fields for item in records):
        return True
    bare = [record for record in records if not _TELLING & record.fields.keys()]
    return len(bare) > len(records) / 2


def _together(fields: Fields, more: Fields) -> Fields:
    """The fields, those of `more` where they say nothing."""
    together = more | fields
    if "details" in more:
        together["details"] = {**more["details"], **fields.get("details", {})}
    return together


READER = Reader(NAME, likeness, read)
