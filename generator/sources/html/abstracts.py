"""Elements of a page that are about an abstract, and the one among them that is it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Protocol

from generator.sources.accounting import may_be_abstract
from generator.sources.pasted.units.sections import section_of

_LEAST = 150  # characters above a heading that may end an abstract
_INNER = 0.7  # of the text of an element, for one within it to be the abstract
_PARAGRAPH = 200  # characters of an abstract that no element names, at least
_FAR = 20  # lines from a title to that
_MOST = 3  # paragraphs; more are the paper's text
_OF_TEXT = re.compile(r"\W*(?:\d\.? )?(?:introduction|main|references|acknowledge?ments?)\W*", re.IGNORECASE)
_NO_ABSTRACT = re.compile(
    r"(?:we (?:thank|are (?:very )?grateful)|supported by|funding|copyright|©|"
    r"the authors? (?:thank|gratefully|would like|declare|acknowledge)|"
    r"this (?:is an open|article is|work was|research was))\b",
    re.IGNORECASE,
)


class HasText(Protocol):
    """A line of a page."""

    @property
    def text(self) -> str:
        """What it says."""


class AbstractElement:
    """The text of an element up to a heading that is none of an abstract's parts. depth: of its tag; own: or
    whether it only holds what is none, such as pictures; beside: stands with one in an element, a picture
    of it or its highlights."""

    def __init__(self, depth: int, own: bool, beside: bool = False) -> None:
        self.own = own
        self._beside = beside
        self._depth = depth  # 0 once it is closed
        self._parts: list[str] = []
        self._heading = -1  # where a heading that is open begins

    @property
    def is_open(self) -> bool:
        """Whether what comes now stands in it."""
        return self._depth > 0

    @property
    def is_beside(self) -> bool:
        """Whether what comes now stands beside an abstract."""
        return self._beside and self.is_open

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join("".join(self._parts).split())

    def add(self, data: str) -> None:
        """Text within it."""
        self._parts.append(data)

    def open_heading(self) -> None:
        """A heading within it begins."""
        self._heading = len(self._parts)

    def close(self, depth: int, *, heading: bool) -> None:
        """A tag within it, or its own, ends at a depth."""
        if heading and self._heading >= 0:
            name = "".join(self._parts[self._heading :]).strip(" :")
            if not section_of(f"{name}:") and len("".join(self._parts[: self._heading])) > _LEAST:
                del self._parts[self._heading :]
                self._depth = 0
            self._heading = -1
        if depth == self._depth:
            self._depth = 0


def shown_abstract(elements: Sequence[AbstractElement]) -> str:
    """The text of the first element that has some, or of the first within it that has most of its text."""
    told = [(element.text, element.own) for element in elements if element.text]
    first = next((text for text, own in told if own), "")
    inner = (text for text, own in told if own and text != first and text in first)
    return next((text for text in inner if len(text) >= _INNER * len(first)), first)


def abstract_below(title: str, lines: Sequence[HasText]) -> str:
    """The first long paragraphs below a title that is a line of a page; '' where none follow it soon."""
    texts = [line.text for line in lines]
    known = [n for n, text in enumerate(texts) if text.casefold() == title.casefold()]
    for place in known:
        below = [text for text in texts[place + 1 :] if text]
        first = next((n for n, text in enumerate(below[:_FAR]) if _is_paragraph(text)), None)
        if first is not None and not any(map(_OF_TEXT.fullmatch, below[:first])):
            paragraphs = list(takewhile(_is_paragraph, below[first:]))
            return "\n\n".join(paragraphs) if len(paragraphs) <= _MOST else ""
    return ""


def _is_paragraph(text: str) -> bool:
    return len(text) > _PARAGRAPH and may_be_abstract(text) and not _NO_ABSTRACT.match(text)
