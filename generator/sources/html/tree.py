"""The elements of a page as a tree, for what their names say."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from functools import cached_property
from html.parser import HTMLParser

from generator.sources.html.page import (
    BLOCKS,
    HIDDEN,
    OWN_LINE,
    VOID,
    Place,
    leads_elsewhere,
    with_whole_tags,
)
from generator.text import without_endless

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")  # of 'docsum-title', 'paperTitle'
_IMPLIED = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "tr": ("tr", "td", "th")}
_IMPLIED |= {"td": ("td", "th"), "th": ("td", "th"), "p": ("p",), "option": ("option",)}
_LEFT_OUT = "\f"
_DEEPEST = 100  # elements in one another; what is deeper stands in the last of them


class Element:
    """An element: its tag, names and address, what stands in it, its lines and the element around it.

    names: the words of its class, id and itemprop, in small letters; kind: its tag and those that are no
    id's; on_line: whether it stands on a line of its own; aside: what leads elsewhere, or is no text.
    """

    def __init__(self, tag: str, attributes: dict[str, str], place: Place, parent: Element | None) -> None:
        self.tag = tag
        told = f"{attributes.get('class', '')} {attributes.get('itemprop', '')}"
        self.kind = tag, _words(told)
        self.names = self.kind[1] | _words(attributes.get("id", ""))
        self.role = attributes.get("role", "").lower()
        about = told.lower()
        self.aside = tag in HIDDEN or leads_elsewhere(tag, about, attributes)
        self.on_line = OWN_LINE.search(about) is not None
        self.address = attributes.get("href", "") if tag == "a" else ""
        self.parent = parent
        self.inside: list[Element | str] = []
        self.children: list[Element] = []  # the elements right within it
        self._at = len(parent.children) if parent else 0  # which of its parent's children it is
        self.place = place  # its line and column
        self.first = self.last = place[0]

    def elements(self) -> Iterator[Element]:
        """It and the elements within it, as they follow one another, but for what stands aside."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if not element.aside:
                yield element
                waiting += reversed(element.children)

    def is_within(self, others: Container[int]) -> bool:
        """Whether it stands in one of the elements with these ids."""
        around = self.parent
        while around is not None and id(around) not in others:
            around = around.parent
        return around is not None

    @property
    def is_last(self) -> bool:
        """Whether no element stands below it within the one around it."""
        return self.parent is None or self.parent.children[-1] is self

    def add(self, element: Element) -> None:
        """An element begins within it."""
        self.inside.append(element)
        self.children.append(element)

    def above(self) -> Iterator[Element]:
        """The elements beside it that stand above, the nearest one first."""
        beside = self.parent.children if self.parent else []
        return (beside[n] for n in range(self._at - 1, -1, -1))

    def below(self) -> Iterator[Element]:
        """The elements beside it that stand below."""
        beside = self.parent.children if self.parent else []
        return (beside[n] for n in range(self._at + 1, len(beside)))

    def addresses(self) -> list[str]:
        """Where links in it lead, those that stand aside too."""
        within = (address for inner in self.children for address in inner.addresses())
        return [*([self.address] if self.address else []), *within]

    def lines(self, without: Container[int] = ()) -> list[str]:
        """What it says, a line for each block; without: the ids of elements that are left out."""
        return [line for lines in self.lines_apart(without) for line in lines]

    def lines_apart(self, without: Container[int]) -> list[list[str]]:
        """Its lines before, between and behind the elements that are left out."""
        return [
            [line for text in part.split("\n") if (line := " ".join(text.split()))]
            for part in self._without(without).split(_LEFT_OUT)
        ]

    @cached_property
    def text(self) -> str:
        """What it says, on one line; as it was when it was first asked for."""
        return " ".join(self._written.split())

    @cached_property
    def _written(self) -> str:
        """What it says with its ends of lines; kept, so that elements in one another are read once."""
        return "".join(self._pieces(lambda inner: inner._written))

    def _pieces(self, written: Callable[[Element], str]) -> Iterator[str]:
        """What stands in it in turn. written: what an element within says."""
        for n, inner in enumerate(self.inside):
            if isinstance(inner, str):
                yield inner.replace("\n", " ").replace(_LEFT_OUT, " ")
            elif not inner.aside:
                alike = self.inside[n - 1] if n else ""
                apart = inner.tag in BLOCKS or inner.on_line
                edge = "\n" if apart or (isinstance(alike, Element) and alike.kind == inner.kind) else ""
                yield edge
                yield written(inner)
                yield edge

    def _without(self, left_out: Container[int]) -> str:
        if id(self) in left_out:
            return _LEFT_OUT
        return "".join(self._pieces(lambda inner: inner._without(left_out)))


class Tree(HTMLParser):
    """The tree of a page; tags that nobody closes end with the element around them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {}, (1, 0), None)
        self._open = [self.root]
        self.feed(with_whole_tags(without_endless(text)))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins; the one before ends where only that may be meant."""
        while self._open[-1].tag in _IMPLIED.get(tag, ()):
            self._open.pop()
        around = self._open[-1]
        element = Element(tag, {name: value or "" for name, value in attrs}, self.getpos(), around)
        if "full" in element.names:
            _set_aside_short(around.inside)
        around.add(element)
        if tag == "math":
            element.aside = True
            around.inside.append(f"${alternative}$" if (alternative := dict(attrs).get("alttext")) else "")
        if tag not in VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """An element ends, and those within it that nobody closed."""
        if not any(element.tag == tag for element in self._open):
            return
        line = self.getpos()[0]
        while self._open[-1].tag != tag:
            self._open.pop().last = line
        self._open.pop().last = line

    def handle_data(self, data: str) -> None:
        """Text, in the element that is open."""
        self._open[-1].inside.append(data)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORDS.findall(text))


def _set_aside_short(before: Sequence[Element | str]) -> None:
    """Sets aside what is the beginning of an element that follows, both of which only a click shows."""
    above = next((one for one in reversed(before) if isinstance(one, Element)), None)
    if above is not None and "short" in above.names:
        above.aside = True
