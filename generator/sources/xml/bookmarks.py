"""Bookmarks, feeds and outlines that name papers by their addresses: OPML's <outline> and XBEL's <bookmark>.

http://opml.org/spec2.opml, https://pyxml.sourceforge.net/topics/xbel/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import RawRecord, ReadItem
from generator.sources.json.addresses import papers_within
from generator.sources.lines import Lines, around
from generator.sources.reader import Source
from generator.sources.values import without_tags
from generator.text import unescape_html

_MARK = re.compile(r"<(?:opml|xbel)[\s>]")
_VALUE = r"\s{0,9}=\s{0,9}(?:\"[^\"<]*\"|'[^'<]*')"
_MARKED = re.compile(
    rf"<(?:outline|bookmark)((?:\s{{1,200}}[\w:.-]{{1,40}}{_VALUE})*)\s{{0,200}}/?>"
    r"(?:\s{0,200}<title>([^<]{1,500})</title>)?"
)
_ATTRIBUTE = re.compile(rf"([\w:.-]{{1,40}})({_VALUE})")
_FEEDS = frozenset({"xmlUrl", "type"})  # a feed is no paper


def are_bookmarks(text: str) -> bool:
    """Whether a text is a list of this kind."""
    return _MARK.search(text[:2_000]) is not None


def read(source: Source, name: str) -> Iterator[ReadItem]:
    """A record each paper to which an element leads; the others are skipped. name: the reader's."""
    lines = Lines(source.text)
    taken = []
    for found in _MARKED.finditer(source.text):
        origin = source.origin(lines.number(found.start()), lines.number(found.end() - 1), name)
        for fields in papers_within(_told(found)):
            taken.append(origin)
            yield RawRecord(origin, found[0], fields)
    if taken:
        yield from around(source, taken, "bookmarks that lead to no paper", name, beside=False)


def _told(found: re.Match[str]) -> dict[str, str]:
    """What an element says: its title and its other attributes."""
    pairs = ((one[1], unescape_html(one[2].strip(" \t\n=")[1:-1])) for one in _ATTRIBUTE.finditer(found[1]))
    told = {attribute: value for attribute, value in pairs if attribute not in _FEEDS}
    title = told.get("title") or told.get("text") or unescape_html(found[2] or "")
    return {**told, "title": without_tags(title)}
