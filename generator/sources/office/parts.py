"""What documents and tables consist of, whatever program wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring


class Piece(NamedTuple):
    """A part of a paragraph; address: where it leads, '' nowhere."""

    text: str
    address: str = ""


@dataclass(slots=True)
class Paragraph:
    """A paragraph. level, depth: of a heading and of an item in a list, from 1; 0 where it is none."""

    level: int = 0
    depth: int = 0
    _said: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All that it says; breaks of lines are \\n."""
        return "".join(piece.text for piece in self._said)

    @property
    def pieces(self) -> list[Piece]:
        """Its text by where it leads."""
        by_address = groupby(self._said, lambda piece: piece.address)
        return [Piece("".join(piece.text for piece in said), address) for address, said in by_address]

    def add(self, text: str, address: str = "") -> None:
        """Adds text at its end."""
        if text:
            self._said.append(Piece(text, address))


Cell = Sequence[Paragraph]


class Row(NamedTuple):
    """A row of a table within a document. first: whether it is the first of its table."""

    cells: Sequence[Cell]
    first: bool


Block = Paragraph | Row


MOST_CELLS, MOST_TEXT = 2_000_000, 64 << 20  # of one table, in characters


class TooLarge(Exception):
    """A part of a file, or what it comes to, is larger than any list of papers."""


class Sheet(NamedTuple):
    """A table on a page of its own. cells, links: texts and addresses by row and column."""

    name: str
    cells: Mapping[tuple[int, int], str]
    links: Mapping[tuple[int, int], str]


def checked(sheet: Sheet) -> Sheet:
    """The table. Raises TooLarge where it has too many cells, or too much text: texts may be told once and
    shown often."""
    if len(sheet.cells) > MOST_CELLS or sum(map(len, sheet.cells.values())) > MOST_TEXT:
        raise TooLarge
    return sheet


def local(name: str) -> str:
    """The name of an element or attribute without its namespace, which has two forms in Office's formats."""
    return name.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """The value of the attribute of that local name, '' without one."""
    return next((value for key, value in element.attrib.items() if local(key) == name), "")


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The elements right within one, of those local names."""
    if element is not None:
        yield from (child for child in element if local(str(child.tag)) in names)


def child(element: Element | None, *path: str) -> Element | None:
    """The first element at the end of a path of local names."""
    for name in path:
        element = next(children(element, name), None)
    return element


def parsed(content: bytes) -> Element:
    """The root of an XML document. Raises ParseError, or DefusedXmlException where it declares entities."""
    root: Element = fromstring(content)
    return root


def relations(content: bytes) -> dict[str, str]:
    """Targets by their ids, of a part `_rels/….rels`; {} where there is no such part."""
    if not content:
        return {}
    return {attribute(one, "Id"): attribute(one, "Target") for one in parsed(content)}


_HEADING = re.compile(
    r"(?:heading|berschrift|titre|t.tulo|titolo|kop|rubrik|otsikko|nag..wek)\s?(\d)", re.IGNORECASE
)


_LEADS = re.compile(r'HYPERLINK\s{1,9}"([^"]{1,2000})"')


def address_in(instruction: str) -> str:
    """Where a field of a document leads, as links were written before; '' nowhere."""
    found = _LEADS.search(instruction)
    return found[1] if found else ""


def level_of(style: str) -> int:
    """The level of the heading that a style's name says, in the languages of Office; 0 where it says none."""
    found = _HEADING.search(style)
    return int(found[1]) if found else int(style.lower() in ("title", "titel"))
