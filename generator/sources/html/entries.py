"""The entries of a bibliography on a page, where its marks say which they are.

Of Sphinx and docutils, Doxygen, citation processors (CSL), Jekyll and the roles of digital publishing
(DPUB-ARIA).
"""

from __future__ import annotations

import re
from typing import NamedTuple

# The lists of entries, by their classes: an item of one is an entry.
_LIST = re.compile(r"(?:^|\s)(?:citation|citelist|bibliography|references)(?=\s|$)")
_LISTS = frozenset({"dl", "ol", "ul"})
_ITEMS = frozenset({"dd", "li"})
_BLOCKS = frozenset({"p", "div", "ul", "ol", "dl", "table", "pre", "section"})
_MOST_BLOCKS = 1  # of an entry that is a paragraph; a page's own parts of a paper are several
_ENTRY = re.compile(r"(?:^|\s)(?:csl-entry|bibentry|doc-biblioentry)(?=\s|$)")
# What stands in an entry and says nothing of its paper: its number or key, what leads back to the text.
_ASIDE = re.compile(r"(?:^|\s)(?:label|csl-left-margin|backrefs|fn-backref|doc-backlink)(?=\s|$)")
# The parts of an entry that a page lays out itself, by their classes, as al-folio does.
_PARTS = {
    "title": "title",
    "author": "authors",
    "authors": "authors",
    "periodical": "venue",
    "abstract": "abstract",
    "bibtex": "bibtex",
}


class Told(NamedTuple):
    """An entry in parts: what each says, and the lines of the page on which it begins and ends."""

    parts: dict[str, str]
    first: int
    last: int


class Entries:
    """What entries say. found: the text of those that are a paragraph each, and the lines of the page on
    which it begins and ends; told: those that are laid out in parts."""

    def __init__(self) -> None:
        self.found: list[tuple[str, int, int]] = []
        self.told: list[Told] = []
        self._lists: list[int] = []  # the depths of those that are open
        self._entry = self._aside = self._first = 0  # depths, and a line
        self._parts: list[str] = []
        self._blocks = 0  # within the entry
        self._part, self._part_depth = "", 0
        self._said: dict[str, list[str]] = {}

    def begin(self, tag: str, about: str, depth: int, line: int) -> None:
        """A tag opens. about: its classes, id and role."""
        if tag in _LISTS and _LIST.search(about):
            self._lists.append(depth)
        elif self._entry:
            self.add(" " if tag in _BLOCKS or tag == "br" else "")
            if not self._aside and _ASIDE.search(about):
                self._aside = depth
            else:
                self._blocks += tag in _BLOCKS
            part = next((_PARTS[name] for name in about.split() if name in _PARTS), "")
            if part and not self._part:
                self._part, self._part_depth = part, depth
        elif _ENTRY.search(about) or (tag in _ITEMS and depth - 1 in self._lists):
            self._entry, self._first, self._parts, self._blocks, self._said = depth, line, [], 0, {}

    def end(self, depth: int, line: int) -> None:
        """A tag of some depth closes."""
        if self._lists and self._lists[-1] == depth:
            self._lists.pop()
        if self._aside == depth:
            self._aside = 0
        if self._part_depth == depth:
            self._part, self._part_depth = "", 0
        if self._entry == depth:
            said = {part: " ".join("".join(texts).split()) for part, texts in self._said.items()}
            if said.get("title") and {"authors", "bibtex"} & said.keys():
                self.told.append(Told(said, self._first, line))
            text = " ".join("".join(self._parts).split())
            if text and self._blocks <= _MOST_BLOCKS:
                self.found.append((text, self._first, line))
            self._entry = 0

    def add(self, data: str) -> None:
        """Text that is seen."""
        if self._entry and not self._aside:
            self._parts.append(data)
            if self._part:
                self._said.setdefault(self._part, []).append(data)
