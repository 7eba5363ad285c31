"""What is seen of a web page: its lines of text, and what it says of itself in tags."""

from __future__ import annotations

import re
from collections.abc import Container
from html.parser import HTMLParser
from typing import NamedTuple

from generator.sources.html.abstracts import AbstractElement, shown_abstract
from generator.sources.html.coins import CLASS
from generator.sources.html.entries import Entries
from generator.text import without_endless

_TAG = re.compile(r"""<(?:/?[A-Za-z][^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>|!--|![A-Za-z\[]|\?)""")
HIDDEN = frozenset("script style noscript template svg head select option button textarea dialog".split())
BLOCKS = frozenset(
    "address article aside blockquote body br center dd details div dl dt figure footer h1 h2 h3 h4 h5 "
    "h6 header hr html li main nav ol p pre section summary table tbody td th thead tr ul".split()
)
_PARAGRAPHS = BLOCKS - {"br", "li", "td", "th", "tr", "dd", "dt", "div", "tbody", "thead"}
# What leads elsewhere, by its tag or its role; inside an article a header or a footer is the article's own.
_AROUND = frozenset({"nav", "footer"})
_ROLES = frozenset({"navigation", "contentinfo", "search", "menu", "menubar"})
_MODAL = re.compile(r"(?:^| )modal(?: |$)")  # what a click brings up in front of the page
_BUTTON = re.compile(
    r"(?:^| )(?:badge|btn|button)(?: |$)"
)  # a link that looks like one: 'PDF', 'Abs', 'arXiv'
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_NO_ABSTRACT = re.compile(r"highlight|graphical|teaser|reference|abstracts\b")  # Elsevier's, and all of them
_BESIDE = re.compile(r"abstract.{0,40}(?:highlight|graphical|teaser)")

# What stands in a shorter form beside the whole, as in PubMed's results.
_SHORTENED = re.compile(r"(?:^| )short-(?:authors|journal-citation|view-snippet)")
# Elements that the sites' styles put on lines of their own: Bootstrap's blocks, lists of authors.
OWN_LINE = re.compile(r"(?:^| )(?:d-block|[\w-]*authors|full-journal-citation|citation-part)(?: |$)")


Place = tuple[int, int]  # of a tag: its line and column


# A link behind a text, which shows all of it or hides the rest.
_TO_SHORTEN = re.compile(r"\s(?:show|read|see|view) (?:less|more)\W*$", re.IGNORECASE)
_LONG = 100  # characters


class Line(NamedTuple):
    """A line of the page's text, '' between paragraphs, and the lines of the file that it comes from."""

    text: str
    first: int
    last: int


class Link(NamedTuple):
    """Where a link leads, the line of the file where it begins, and how many lines of text stand before."""

    address: str
    line: int
    above: int


class Page(HTMLParser):
    """The lines of text of a page with their line numbers, its links, meta tags and JSON-LD, and what stands
    as its abstract. aside: places of elements that lead elsewhere, besides those known by their tags."""

    def __init__(self, aside: Container[Place] = ()) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.meta: list[tuple[str, str]] = []
        self.json_ld: list[str] = []
        self._in_json_ld = False
        self._parts: list[str] = []
        self._first = 0
        self._last = 0
        self._hidden = 0
        self._pre = 0
        self._aside = aside
        self._around = 0  # the depth of the element that leads elsewhere, if one is open
        self._after_link = False
        self._behind_link = False  # but for white space
        self._depth = 0
        self._abstracts: list[AbstractElement] = []
        self._open: list[AbstractElement] = []  # those among them that are not closed yet
        self._person_depth = 0
        self._in_given = False
        self._people: list[list[str]] = []  # family and given name
        self.entries = Entries()
        self.coins: list[tuple[str, int]] = []  # what each says, and its line
        self.links: list[Link] = []
        self.has_header = False  # of a table
        self._row_header = -1  # the number of lines where the last one is the header of a row
        self._above_header = 0  # and where that begins

    def read(self, text: str) -> None:
        """Takes the text of a page, all of it."""
        self.feed(with_whole_tags(without_endless(text)))
        self.close()
        self.end_line()

    @property
    def abstract(self) -> str:
        """The text of the first element whose class or id is about an abstract."""
        return shown_abstract(self._abstracts)

    @property
    def people(self) -> list[str]:
        """'Family, Given' of each person whose names stand in elements of their own, as Elsevier's pages have
        them."""
        return [", ".join(" ".join(part.split()) for part in person) for person in self._people]

    def number(self, link: Link) -> int:
        """The line of text, from 1, with which a link begins."""
        lines, number = self.lines, link.above
        while number < len(lines) and not lines[number].text:
            number += 1
        return number + 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens: text hidden, a line ends, a meta tag says something."""
        known = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = known.get("name") or known.get("property") or ""
            self.meta.append((name.lower(), known.get("content", "")))
        self._in_json_ld = tag == "script" and known.get("type", "").lower() == "application/ld+json"
        if self._in_json_ld:
            self.json_ld.append("")
        about = f"{known.get('class', '')} {known.get('id', '')}".lower()
        if tag in BLOCKS or _is_on_its_own(tag, about, self._behind_link):
            self.end_line(blank=tag in _PARAGRAPHS)
            self._open_cell(tag)
        if CLASS in about.split():
            self.coins.append((known.get("title", ""), self.getpos()[0]))
        if tag == "math" and known.get("alttext"):
            self.handle_data(f"${known['alttext']}$")
        if tag in VOID:
            return
        if tag == "a" and self._after_link:  # links side by side are apart on the screen
            self.end_line()
        if tag == "a" and known.get("href", "").startswith("http") and not (self._hidden or self._around):
            self.links.append(Link(known["href"], self.getpos()[0], len(self.lines)))
        self.has_header |= tag == "th"
        self._depth += 1
        if not self._around and (self.getpos() in self._aside or leads_elsewhere(tag, about, known)):
            self._around = self._depth
        if tag in HIDDEN or tag == "math":
            self._hidden += 1
        self._pre += tag == "pre"
        self._open_abstract(tag, about)
        self.entries.begin(tag, f"{about} {known.get('role', '')}", self._depth, self.getpos()[0])
        if not self._person_depth and {"given-name", "surname"} & set(about.split()):
            self._begin_name(is_given="given-name" in about)

    def _open_abstract(self, tag: str, about: str) -> None:
        """An element that is about an abstract begins, or a heading within one."""
        if "abstract" in about and not (self._hidden or self._around):
            own, beside = _NO_ABSTRACT.search(about) is None, _BESIDE.search(about) is not None
            self._open.append(AbstractElement(self._depth, own, beside))
            self._abstracts.append(self._open[-1])
        if tag in _HEADINGS:
            for element in self._open:
                element.open_heading()

    def _open_cell(self, tag: str) -> None:
        """The cell behind the header of a row goes on with its line: 'Volume: 12'."""
        if tag in ("tr", "th"):
            self._row_header, self._above_header = -1, len(self.lines)
        if tag != "td" or self._row_header != len(self.lines):
            return
        header = self.lines.pop()
        self._parts, self._first = [f"{header.text.rstrip(':')}: "], header.first
        self._row_header = -1

    def _begin_name(self, *, is_given: bool) -> None:
        """An element holds a given name, which begins a person, or a family name."""
        self._person_depth = self._depth
        if is_given or not self._people or self._people[-1][0]:
            self._people.append(["", ""])
        self._in_given = is_given

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if tag in VOID:
            return
        for element in self._open:
            element.close(self._depth, heading=tag in _HEADINGS)
        self._open = [element for element in self._open if element.is_open]
        self.entries.end(self._depth, self.getpos()[0])
        if self._person_depth == self._depth:
            self._person_depth = 0
        if self._around == self._depth:
            self._around = 0
        self._after_link = self._behind_link = tag == "a"
        self._in_json_ld = False
        self._depth = max(0, self._depth - 1)
        if tag in HIDDEN or tag == "math":
            self._hidden = max(0, self._hidden - 1)
        self._pre = max(0, self._pre - (tag == "pre"))
        if tag in BLOCKS:
            self.end_line(blank=tag in _PARAGRAPHS)
        if tag == "th" and len(self.lines) > self._above_header:
            self._row_header = len(self.lines)

    def handle_data(self, data: str) -> None:
        """Text, on the line that has begun."""
        if self._in_json_ld:
            self.json_ld[-1] += data
        if self._person_depth:
            self._people[-1][self._in_given] += data
        if self._hidden or self._around or not data:
            return
        self._after_link = False
        self._behind_link &= not data.strip()
        line, *more = data.split("\n") if self._pre else [data]
        self._add(line, 0)
        for offset, line in enumerate(more, 1):
            self.end_line(blank=not line.strip())
            self._add(line, offset)

    def _add(self, data: str, offset: int) -> None:
        """Text of the line that has begun, which stands `offset` lines below the last tag."""
        if data.strip():
            here = self.getpos()[0] + offset
            lead = len(data) - len(data.lstrip())
            self._first = self._first or here + data.count("\n", 0, lead)
            self._last = here + data.rstrip().count("\n")
        self._parts.append(data)
        self.entries.add(data)
        if not any(element.is_beside for element in self._open):
            for element in self._open:
                element.add(data)

    def end_line(self, *, blank: bool = False) -> None:
        """Ends the line of text; `blank`: a new paragraph follows."""
        text = " ".join("".join(self._parts).split())
        if len(text) > _LONG:
            text = _TO_SHORTEN.sub("", text)
        if text:
            self.lines.append(Line(text, self._first, self._last))
        if blank and self.lines and self.lines[-1].text:
            self.lines.append(Line("", self.lines[-1].last, self.lines[-1].last))
        self._parts, self._first = [], 0
        for element in self._open:
            element.add(" ")


def leads_elsewhere(tag: str, about: str, known: dict[str, str]) -> bool:
    """Whether an element is a menu or a button, or what stands in a shorter form beside the whole."""
    if known.get("role") in _ROLES or tag in _AROUND or _MODAL.search(about):
        return True
    return _SHORTENED.search(about) is not None or (tag == "a" and _BUTTON.search(about) is not None)


def _is_on_its_own(tag: str, about: str, behind_link: bool) -> bool:
    """Whether an element in running text begins a line: by its class, or in italics behind a link."""
    return OWN_LINE.search(about) is not None or (tag == "i" and behind_link)


def with_whole_tags(text: str) -> str:
    """`text` with each "<" that begins no whole tag as a reference: a page then takes time by its length."""
    parts: list[str] = []
    position = 0
    last = text.rfind(">")
    while (start := text.find("<", position)) >= 0:
        found = _TAG.match(text, start) if start < last else None
        end = found.end() if found else start + 1
        parts.append(text[position:end] if found else text[position:start] + "&lt;")
        position = end
    return "".join([*parts, text[position:]])
