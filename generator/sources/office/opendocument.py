"""Documents and tables in the OpenDocument format (.odt, .ods): ISO/IEC 26300, as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.sources.office.parts import (
    MOST_CELLS,
    Block,
    Paragraph,
    Row,
    Sheet,
    TooLarge,
    attribute,
    checked,
    child,
    children,
    level_of,
    local,
    parsed,
)

CONTENT = "content.xml"

_AROUND = (
    "list",
    "list-item",
    "list-header",
    "section",
    "index-body",
    "table-of-content",
    "text-box",
    "frame",
)
_ROWS_AROUND = ("table-header-rows", "table-rows", "table-row-group")
_LEFT_OUT = ("note", "annotation", "tracked-changes", "bookmark", "forms", "sequence-decls")
_MOST = (
    1_000  # times that a cell or row with something in it is repeated: sheets are filled up with empty ones
)


def blocks(content: bytes) -> Iterator[Block]:
    """The paragraphs and rows of a document, in order."""
    yield from _blocks(child(parsed(content), "body", "text"))


def sheets(content: bytes) -> Iterator[Sheet]:
    """The tables of a file of tables, in order."""
    for table in children(child(parsed(content), "body", "spreadsheet"), "table"):
        cells: dict[tuple[int, int], str] = {}
        links: dict[tuple[int, int], str] = {}
        number = 0
        for row in _rows(table):
            found = list(_cells(row))
            times = _times(row, "number-rows-repeated")
            for again in range(min(times, _MOST) if found else 0):
                for column, text, address in found:
                    cells[number + again, column] = text
                    if address:
                        links[number + again, column] = address
            number += times
            if len(cells) > MOST_CELLS:
                raise TooLarge
        yield checked(Sheet(attribute(table, "name"), cells, links))


def _cells(row: Element) -> Iterator[tuple[int, str, str]]:
    """The column, text and address of each cell of a row that says something."""
    column = 0
    for cell in children(row, "table-cell", "covered-table-cell"):
        times = _times(cell, "number-columns-repeated")
        paragraphs = [block for block in _blocks(cell) if isinstance(block, Paragraph)]
        text = attribute(cell, "date-value")[:10] or "\n".join(one.text for one in paragraphs)
        address = next((piece.address for one in paragraphs for piece in one.pieces if piece.address), "")
        if text:
            yield from ((column + again, text, address) for again in range(min(times, _MOST)))
        column += times


def _times(element: Element, name: str) -> int:
    told = attribute(element, name)
    return int(told) if told.isdigit() and len(told) < 9 else 1


def _rows(table: Element) -> Iterator[Element]:
    for one in children(table, "table-row", *_ROWS_AROUND):
        yield from [one] if local(str(one.tag)) == "table-row" else _rows(one)


def _blocks(around: Element | None, depth: int = 0) -> Iterator[Block]:
    for element in children(around, "p", "h", "table", *_AROUND):
        name = local(str(element.tag))
        if name in ("p", "h"):
            yield _paragraph(element, name, depth)
        elif name == "table":
            for number, row in enumerate(_rows(element)):
                cells = [
                    [block for block in _blocks(cell) if isinstance(block, Paragraph)]
                    for cell in children(row, "table-cell")
                ]
                yield Row(cells, first=not number)
        else:
            yield from _blocks(element, depth + (name == "list"))


def _paragraph(element: Element, name: str, depth: int) -> Paragraph:
    level = attribute(element, "outline-level")
    style = attribute(element, "style-name").replace("_20_", " ")
    paragraph = Paragraph(level=int(level) if name == "h" and level.isdigit() else level_of(style))
    paragraph.depth = 0 if paragraph.level else depth
    _take(element, "", paragraph)
    return paragraph


def _take(element: Element, address: str, paragraph: Paragraph) -> None:
    """Adds what an element says, and what stands behind those within it."""
    paragraph.add(_folded(element.text), address)
    for one in element:
        name = local(str(one.tag))
        if name == "s":
            paragraph.add(" " * min(_times(one, "c"), _MOST), address)
        elif name == "tab":
            paragraph.add("\t", address)
        elif name == "line-break":
            paragraph.add("\n", address)
        elif name not in _LEFT_OUT:
            _take(one, (attribute(one, "href") if name == "a" else "") or address, paragraph)
        paragraph.add(_folded(one.tail), address)


def _folded(text: str | None) -> str:
    """Text with each run of white space as one blank, as the format has it (part 3, section 6.1.2)."""
    if not text:
        return ""
    words = " ".join(text.split())
    return f"{' ' * text[0].isspace()}{words}{' ' * (text[-1].isspace() and bool(words))}"
