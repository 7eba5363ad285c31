"""Paragraphs, rows and tables as what readers read: text, a page where it has tables within, CSV."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterable, Mapping, Sequence

from generator.sources.office.parts import Block, Cell, Paragraph, Piece, Row, Sheet

_MOST_COLUMNS, _MOST_ROWS = 200, 200_000
_LINK = "Link"  # the header of a column for the addresses behind cells


def written(blocks: Iterable[Block]) -> str:
    """A document: text, a line each paragraph, headings and links as in Markdown; a page if it has tables."""
    found = list(blocks)
    if any(isinstance(block, Row) for block in found):
        return _page(found)
    return "\n".join(_line(block) for block in found if isinstance(block, Paragraph))


def _leads(piece: Piece) -> bool:
    """Whether a piece leads to an address that it does not show."""
    text, address = piece
    return bool(address) and address.rstrip("/").partition("://")[2] not in text


def _line(paragraph: Paragraph) -> str:
    text = "".join(_linked(piece) if _leads(piece) else piece.text for piece in paragraph.pieces)
    if not text.strip():
        return ""
    heading = f"{'#' * min(paragraph.level, 6)} " if paragraph.level else ""
    item = f"{'  ' * (paragraph.depth - 1)}- " if paragraph.depth else ""
    return heading + item + text


def _linked(piece: Piece) -> str:
    """A link; white space at its ends is none of it."""
    text, address = piece
    shown = text.strip()
    return text.replace(shown, f"[{shown}]({address})", 1) if shown else text


def _page(blocks: Sequence[Block]) -> str:
    """A page, a line each paragraph and row."""
    lines = []
    within = False
    for block in blocks:
        opens = isinstance(block, Row) and (block.first or not within)
        before = "</table>" if within and (opens or isinstance(block, Paragraph)) else ""
        before += "<table>" if opens else ""
        within = isinstance(block, Row)
        lines.append(before + (_row(block) if isinstance(block, Row) else _paragraph(block)))
    return "<!DOCTYPE html><html><body>" + "\n".join(lines) + "</table>" * within + "</body></html>"


def _paragraph(paragraph: Paragraph) -> str:
    tag = f"h{min(paragraph.level, 6)}" if paragraph.level else "p"
    return f"<{tag}>{_marked(paragraph)}</{tag}>"


def _row(row: Row) -> str:
    tag = "th" if row.first else "td"
    return "<tr>" + "".join(f"<{tag}>{_cell(cell)}</{tag}>" for cell in row.cells) + "</tr>"


def _cell(cell: Cell) -> str:
    return "<br>".join(_marked(paragraph) for paragraph in cell)


def _marked(paragraph: Paragraph) -> str:
    parts = []
    for text, address in paragraph.pieces:
        shown = html.escape(text).replace("\n", "<br>")
        parts.append(f'<a href="{html.escape(address)}">{shown}</a>' if address else shown)
    return "".join(parts)


def as_csv(sheet: Sheet) -> str:
    """A table with a line each row, and the addresses behind its cells in a column of their own."""
    rows: dict[int, dict[int, str]] = {}
    for (row, column), text in sheet.cells.items():
        if row < _MOST_ROWS and column < _MOST_COLUMNS:
            rows.setdefault(row, {})[column] = text
    if not rows:
        return ""
    width = max(map(max, rows.values())) + 1
    links = {
        place: link for place, link in sheet.links.items() if _leads(Piece(sheet.cells.get(place, ""), link))
    }
    behind = _behind(links, min(rows))
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    for number in range(max(rows) + 1):
        cells = rows.get(number, {})
        shown = [cells.get(column, "") for column in range(width)] if cells else []
        table.writerow([*shown, *([behind.get(number, "")] if behind and cells else [])])
    return out.getvalue()


def _behind(links: Mapping[tuple[int, int], str], header: int) -> dict[int, str]:
    """The addresses behind the cells of each row, and what the column of these is called; {} without any."""
    found: dict[int, str] = {}
    for (row, _), link in sorted(links.items()):
        found[row] = f"{found[row]} {link}" if row in found else link
    return {**found, header: _LINK} if found else {}
