"""Web pages saved from a browser.

A page that says in `citation_*` tags what paper it is about (as Google Scholar asks publishers to) is that
paper; the text of any other page goes to the reader of pasted text, its lines being those of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

from generator.model import Origin, RawRecord, ReadItem
from generator.sources import pasted
from generator.sources.html_meta import meta_fields
from generator.sources.lines import around
from generator.sources.reader import Reader, Source

NAME = "html"

_PAGE = re.compile(r"<!doctype\s{1,9}html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:a|b|br|div|em|h[1-6]|i|li|p|span|strong|table|td|tr|ul)>", re.IGNORECASE)
_HIDDEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "select", "option", "button", "textarea"}
)
_BLOCKS = frozenset(
    "address article aside blockquote body br center dd details div dl dt figure footer form h1 h2 h3 h4 h5 "
    "h6 header hr html li main nav ol p pre section summary table tbody td th thead tr ul".split()
)
_PARAGRAPHS = _BLOCKS - {"br", "li", "td", "th", "tr", "dd", "dt", "div", "tbody", "thead"}
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SAMPLE = 5_000


def likeness(source: Source) -> float:
    """High where the text begins as a page does, or with a tag and has the closing tags of one."""
    start = source.text[:_SAMPLE]
    if _PAGE.search(start[:2000]) and start.lstrip().startswith("<"):
        return 0.93
    return 0.7 if start.lstrip().startswith("<") and len(_CLOSING.findall(start)) > 3 else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """The paper that the page is about, else what its text holds."""
    page = _Page()
    page.feed(source.text)
    page.close()
    page.end_line()
    fields = meta_fields(page.meta, page.abstract)
    if fields:
        origin = source.origin(1, len(source.lines), NAME)
        yield RawRecord(origin, "\n".join(text for text, _ in page.lines if text), fields)
        return
    taken: list[Origin] = []
    text = Source(source.path, "\n".join(text for text, _ in page.lines))
    numbers = [number for _, number in page.lines]
    for item in pasted.READER.read(text):
        moved = _moved(item.origin, numbers)
        if moved is not None:
            taken.append(moved)
        yield replace(item, origin=moved)
    yield from around(source, taken, "HTML mark-up", NAME)


def _moved(origin: Origin | None, numbers: list[int]) -> Origin | None:
    """The place in the page of a place in its text."""
    if origin is None or not numbers:
        return origin
    first = numbers[min(origin.line, len(numbers)) - 1]
    last = numbers[min(origin.end_line, len(numbers)) - 1]
    return Origin(origin.path, first, max(first, last), NAME)


class _Page(HTMLParser):
    """The lines of text of a page with their line numbers, its meta tags, and what stands as its abstract."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[str, int]] = []
        self.meta: list[tuple[str, str]] = []
        self._parts: list[str] = []
        self._line = 0
        self._hidden = 0
        self._depth = 0
        self._abstract_depth = 0
        self._abstract: list[str] = []

    @property
    def abstract(self) -> str:
        """The text of the first element whose class or id is about an abstract."""
        return " ".join("".join(self._abstract).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens: text hidden, a line ends, a meta tag says something."""
        known = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = known.get("name") or known.get("property") or ""
            self.meta.append((name.lower(), known.get("content", "")))
        if tag in _BLOCKS:
            self.end_line(blank=tag in _PARAGRAPHS)
        if tag == "math" and known.get("alttext"):
            self.handle_data(f"${known['alttext']}$")
        if tag in _VOID:
            return
        self._depth += 1
        if tag in _HIDDEN or tag == "math":
            self._hidden += 1
        about = f"{known.get('class', '')} {known.get('id', '')}".lower()
        if "abstract" in about and not self._abstract_depth and not self._abstract:
            self._abstract_depth = self._depth

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if tag in _VOID:
            return
        if self._abstract_depth == self._depth:
            self._abstract_depth = 0
        self._depth = max(0, self._depth - 1)
        if tag in _HIDDEN or tag == "math":
            self._hidden = max(0, self._hidden - 1)
        if tag in _BLOCKS:
            self.end_line(blank=tag in _PARAGRAPHS)

    def handle_data(self, data: str) -> None:
        """Text, on the line that has begun."""
        if self._hidden or not data:
            return
        if data.strip() and not self._line:
            lead = len(data) - len(data.lstrip())
            self._line = self.getpos()[0] + data.count("\n", 0, lead)
        self._parts.append(data)
        if self._abstract_depth:
            self._abstract.append(data)

    def end_line(self, *, blank: bool = False) -> None:
        """Ends the line of text; `blank`: a new paragraph follows."""
        text = " ".join("".join(self._parts).split())
        if text:
            self.lines.append((text, self._line))
        if blank and self.lines and self.lines[-1][0]:
            self.lines.append(("", self.lines[-1][1]))
        self._parts, self._line = [], 0
        if self._abstract_depth:
            self._abstract.append(" ")


READER = Reader(NAME, likeness, read)
