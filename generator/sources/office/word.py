"""Documents of Microsoft Word (.docx): ECMA-376, part 1, WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from generator.sources.office.parts import (
    Block,
    Cell,
    Paragraph,
    Row,
    address_in,
    attribute,
    child,
    children,
    level_of,
    local,
    parsed,
)

DOCUMENT, RELATIONS = "word/document.xml", "word/_rels/document.xml.rels"

_AROUND = ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")  # around paragraphs, rows and runs
_LEFT_OUT = (
    "del",
    "moveFrom",
    "Fallback",
    "rPr",
    "pPr",
    "footnoteReference",
    "endnoteReference",
    "commentReference",
)
_DEPTHS = frozenset("012345678")  # of lists (section 17.9.3)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}


def blocks(document: bytes, targets: Mapping[str, str]) -> Iterator[Block]:
    """The paragraphs and rows of a document, in order. targets: addresses of links by their ids."""
    yield from _blocks(child(parsed(document), "body"), targets)


def _blocks(around: Element | None, targets: Mapping[str, str]) -> Iterator[Block]:
    for element in children(around, "p", "tbl", *_AROUND):
        name = local(str(element.tag))
        if name == "p":
            yield _paragraph(element, targets)
        elif name == "tbl":
            for number, row in enumerate(_within(element, "tr")):
                cells = [list(_cell(cell, targets)) for cell in _within(row, "tc")]
                yield Row(cells, first=not number)
        else:
            yield from _blocks(element, targets)


def _within(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, also those within other elements."""
    for one in children(element, name, *_AROUND):
        yield from [one] if local(str(one.tag)) == name else _within(one, name)


def _cell(cell: Element, targets: Mapping[str, str]) -> Cell:
    """The paragraphs of a cell, those of a table within it too."""
    found: list[Paragraph] = []
    for block in _blocks(cell, targets):
        found += [block] if isinstance(block, Paragraph) else [one for inner in block.cells for one in inner]
    return found


def _paragraph(element: Element, targets: Mapping[str, str]) -> Paragraph:
    style, number = child(element, "pPr", "pStyle"), child(element, "pPr", "numPr", "numId")
    level = level_of(attribute(style, "val")) if style is not None else 0
    paragraph = Paragraph(level=level)
    if number is not None and not level and attribute(number, "val") != "0":
        depth = child(element, "pPr", "numPr", "ilvl")
        told = attribute(depth, "val") if depth is not None else "0"
        paragraph.depth = 1 + int(told) if told in _DEPTHS else 1
    _Runs(paragraph, targets).take(element, "")
    return paragraph


class _Runs:
    """The text of a paragraph; a field that leads to an address holds for what stands up to its end."""

    def __init__(self, paragraph: Paragraph, targets: Mapping[str, str]) -> None:
        self._paragraph, self._targets = paragraph, targets
        self._instruction = ""
        self._field = ""  # the address of the field that is shown

    def take(self, element: Element, address: str) -> None:
        """Adds what an element says. address: of the link around it."""
        for one in element:
            name = local(str(one.tag))
            if name in _LEFT_OUT:
                continue
            if name == "t":
                self._paragraph.add(one.text or "", address or self._field)
            elif name in _SIGNS:
                self._paragraph.add(_SIGNS[name], address or self._field)
            elif name == "instrText":
                self._instruction += one.text or ""
            elif name == "fldChar":
                self._turn(attribute(one, "fldCharType"))
            elif name == "hyperlink":
                self.take(one, self._targets.get(attribute(one, "id"), ""))
            else:
                self.take(one, address)

    def _turn(self, kind: str) -> None:
        """A field begins, is shown from here on, or ends."""
        if kind == "separate":
            self._field = address_in(self._instruction)
        else:
            self._instruction, self._field = "", ""
