"""The items of a page at their places in its file, with what links on their lines tell of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.identity import identify
from generator.model import Fields, Origin, RawRecord, ReadItem
from generator.sources.common import fields_of
from generator.sources.html.page import Line, Link, Page
from generator.sources.reader import Source

NAME = "html"  # of the reader, as places have it
_OWN_FIELDS = frozenset({"arxiv", "doi"})  # of identifiers; the others stand in `ids`


def placed(items: Iterable[ReadItem], page: Page, source: Source) -> Iterator[ReadItem]:
    """Items of a page's text with the identifiers that links in them tell, at their places in the file."""
    lines = source.lines
    places = [page.number(link) for link in page.links]
    for item in items:
        if item.origin is None:
            yield item
            continue
        origin = _moved(item.origin, page.lines)
        moved = replace(_with_those(item, page.links, places), origin=origin)
        yield replace(moved, text=lines_at(lines, origin)) if isinstance(moved, RawRecord) else moved


def with_links(items: Iterable[ReadItem], page: Page) -> Iterator[ReadItem]:
    """The items; a paper gets the identifiers to which links on its lines lead, if they are of one paper."""
    lines = [link.line for link in page.links]
    for item in items:
        yield _with_those(item, page.links, lines)


def _with_those(item: ReadItem, links: Sequence[Link], lines: Sequence[int]) -> ReadItem:
    """An item with what those of the links tell of it that stand on its lines."""
    if not isinstance(item, RawRecord) or _is_identified(item.fields):
        return item
    within = links[bisect_left(lines, item.origin.line) : bisect_right(lines, item.origin.end_line)]
    found = {known for link in within if (known := identify(link.address))}
    return replace(item, fields=with_known(item.fields, found))


def with_known(fields: Fields, found: set[tuple[str, str]]) -> Fields:
    """The fields of a paper without identifiers, with those found, if they are of one paper."""
    if _is_identified(fields) or not found or len(found) > len(dict(found)):
        return fields
    named = {name: value for name, value in found if name in _OWN_FIELDS}
    others = {name: value for name, value in found if name not in _OWN_FIELDS}
    return fields_of({**fields, **named, "ids": {**fields.get("ids", {}), **others}})


def _is_identified(fields: Fields) -> bool:
    """Whether a paper has an identifier besides its key in a file of BibTeX."""
    return "doi" in fields or "arxiv" in fields or bool(fields.get("ids", {}).keys() - {"citekey"})


def _moved(origin: Origin, lines: list[Line]) -> Origin:
    """The place in the page of a place in its text."""
    first = lines[min(origin.line, len(lines)) - 1].first
    last = lines[min(origin.end_line, len(lines)) - 1].last
    return Origin(origin.path, first, max(first, last), NAME)


def lines_at(lines: list[str], origin: Origin) -> str:
    """The lines of a file at a place in it."""
    return "\n".join(lines[origin.line - 1 : origin.end_line])
