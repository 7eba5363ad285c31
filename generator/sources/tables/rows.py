"""How a table is written, and its rows with their lines."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from generator.model import Problem
from generator.sources.accounting import are_pmids, may_be_abstract
from generator.sources.bytes.decode import MAX_BYTES
from generator.sources.found_ids import find_ids
from generator.sources.next_paper import another_begins
from generator.sources.reader import Source
from generator.sources.signs.cited import cited
from generator.sources.tables.headers import (
    REFERENCES,
    columns,
    heads_one_column,
    is_further_header,
    is_header,
    is_known,
)

# The module's own limit, 131,072 characters a cell, would leave the rest of a file unread; an input is
# bounded before it comes here.
csv.field_size_limit(MAX_BYTES)

_DELIMITERS = (",", "\t", ";", "|")
_WIDE = 12  # columns
_FEW = 2  # rows, the header among them, that are no rule
_NARROWEST = 3  # columns that set a row apart from a sentence
_TELLING = 4  # known columns
_LONGEST_TITLE = 300
_HEADER_ROWS = 6  # a title, an address or Excel's `sep=;` may come before the header
SAMPLE = 60_000
_PATIENCE = 20  # times the lines of a table that are read again because of stray quotes
_QUOTED_WORD = re.compile(r'(?:^|\t)"[^"\t\n]{0,500}"[^"\t\n]', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row and the lines it stands on."""

    cells: list[str]
    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is written. header: number of rows before the header, -1 where there is none."""

    delimiter: str
    quoted: bool
    header: int


def whole_rows(source: Source, lines: Sequence[str], shape: Shape, format: str) -> Iterator[Row | Problem]:
    """The rows. One that a stray quote makes of several lines is read again, its first line by itself."""
    first, spare = 0, _PATIENCE * len(lines)
    while first < len(lines):
        runaway = None
        for row in _shifted(lines, first, shape):
            if (
                shape.quoted
                and row.line < row.end_line
                and spare > 0
                and not _is_well_formed(row, lines, shape)
            ):
                runaway = row
                break
            yield row
            if shape.quoted and row.line == len(lines) and _is_cut_off(lines[-1], shape):
                message = "the file ends within a cell, as if cut off: what stands there was read"
                yield Problem("broken-table", "warning", message, source.origin(row.line, row.line, format))
        if runaway is None:
            return
        message = "a quote is opened here and not closed: close it; the line was read by itself"
        yield Problem("broken-table", "warning", message, source.origin(runaway.line, runaway.line, format))
        for alone in _rows(lines[runaway.line - 1 : runaway.line], shape.delimiter, False):
            yield Row([cell.strip('"') for cell in alone.cells], runaway.line, runaway.line)
        spare -= runaway.end_line - runaway.line
        first = runaway.line


def _shifted(lines: Sequence[str], first: int, shape: Shape) -> Iterator[Row]:
    """The rows from the line of index `first` on."""
    rest = (lines[index] for index in range(first, len(lines)))
    for row in _rows(rest, shape.delimiter, shape.quoted):
        yield Row(row.cells, row.line + first, row.end_line + first)


def _is_well_formed(row: Row, lines: Sequence[str], shape: Shape) -> bool:
    """Whether each quote that closes stands before a separator or the row's end, as RFC 4180 wants it."""
    return _is_strict((line.rstrip(" ") + "\n" for line in lines[row.line - 1 : row.end_line]), shape)


def _is_cut_off(line: str, shape: Shape) -> bool:
    """Whether the last line ends in a cell whose quote is not closed."""
    return not _is_strict([line], shape) and _is_strict([f'{line}"'], shape)


def _is_strict(lines: Iterable[str], shape: Shape) -> bool:
    try:
        return len(list(csv.reader(lines, delimiter=shape.delimiter, strict=True))) == 1
    except csv.Error:
        return False


def _rows(lines: Iterable[str], delimiter: str, quoted: bool) -> Iterator[Row]:
    """The rows that are not blank, with their lines."""
    ended = (line + "\n" for line in lines)
    none = csv.reader(ended, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    reader = csv.reader(ended, delimiter=delimiter) if quoted else none
    before = 0
    for cells in reader:
        if cells:
            yield Row(cells, before + 1, reader.line_num)
        before = reader.line_num


class Below:
    """Tells text below a table from the table's rows, which are as long as the header: a paper or a reference
    that begins there, a paragraph as long as an abstract, or with an identifier, behind a blank line."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._end = 0
        self._text = False  # whether the row above is text
        self._text_end = 0
        self._regular = True
        self._spaced = False

    def begins(self, header: Row) -> None:
        """Takes note of a header, and whether spaces stand before its cells."""
        self._end, self._regular, self._text = header.end_line, True, False
        self._spaced = _is_spaced(header)

    def is_text(self, row: Row, width: int) -> bool:
        """Whether the next row is no row but text. width: of the header."""
        gap = row.line > self._end + 1
        spaced = _is_spaced(row)
        fits = len(row.cells) == width and (self._spaced or not spaced)
        self._end = row.end_line
        if not fits and self._regular and width >= _NARROWEST:
            line = self._lines[row.line - 1]
            self._text = self._text or may_be_abstract(line) or another_begins(self._lines, row.line - 1)
            paragraph = takewhile(str.strip, islice(self._lines, row.line - 1, None)) if gap else ()
            if _is_text(lines := list(paragraph)):
                self._text_end = row.line + len(lines) - 1
        self._text = self._text and not fits
        if self._text or row.line <= self._text_end:
            return True
        self._regular = self._regular and (len(row.cells) == width or (gap and len(row.cells) == 1))
        self._spaced = self._spaced or spaced
        return False


def _is_spaced(row: Row) -> bool:
    return any(cell.startswith(" ") for cell in row.cells[1:])


def _is_text(paragraph: Sequence[str]) -> bool:
    """Whether a paragraph may be an abstract, has identifiers or leads to what stands below."""
    text = "\n".join(paragraph)
    if not text:
        return False
    told = any(find_ids(line) or may_be_abstract(line) for line in paragraph)
    return told or may_be_abstract(text) or are_pmids(text) or text.rstrip().endswith(":")


def sampled(text: str, delimiter: str, quoted: bool) -> list[Row]:
    """The first rows of a table that is written so."""
    try:
        return list(islice(_rows(text.split("\n"), delimiter, quoted), 60))
    except csv.Error:
        return []


def shape_of(sample: str) -> Shape | None:
    """The delimiter under which a row near the top names most columns; quotes count if no row is lost."""
    best: tuple[int, Shape] | None = None
    for delimiter in _DELIMITERS:
        rows = sampled(sample, delimiter, True)
        for number, row in enumerate(rows[:_HEADER_ROWS]):
            own = takewhile(lambda other: not is_further_header(other.cells), rows[number + 1 : number + 21])
            rest = list(own) if delimiter == "|" else _together(list(own))
            if (is_header(row.cells) or heads_references(row.cells, rest)) and _fits(row, rest):
                known = len(columns(row.cells))
                if best is None or known > best[0]:
                    quoted = delimiter != "\t" or not _loses_rows(sample, len(row.cells))
                    best = (known, Shape(delimiter, quoted, number))
                break
    return best[1] if best else _one_column(sample)


def heads_references(header: Sequence[str], rows: Sequence[Row]) -> bool:
    """Whether a column that may hold references does so in most of the rows below its header."""
    places = columns(header) if len(header) > 1 else {}
    for index in (index for name in REFERENCES for index in places.get(name, ())):
        cells = [row.cells[index] for row in rows if index < len(row.cells)]
        if cells and 2 * sum(cited(cell.strip(), True) is not None for cell in cells) > len(cells):
            return True
    return False


def _together(rows: list[Row]) -> list[Row]:
    """The rows up to a blank line, where two or more stand above it."""
    breaks = (at for at in range(2, len(rows)) if rows[at].line > rows[at - 1].end_line + 1)
    return rows[: next(breaks, len(rows))]


def _one_column(sample: str) -> Shape | None:
    """The shape of a list of titles under the word 'Title', a line each: no blank line, no other header, no
    tabs as in a profile of Google Scholar."""
    body = sample.strip()
    header, *lines = body.split("\n")
    if not heads_one_column(header.strip('" ')) or len(lines) < 2:
        return None
    listed = all(_may_be_title(line) and not is_known(line) for line in lines[:60])
    ended = sum(line.rstrip('" ').endswith(".") for line in lines[:60])
    above = sum(map(bool, sample[: sample.index(header)].split("\n")[:-1]))  # rows of blanks
    return Shape("\t", True, above) if listed and 2 * ended <= len(lines[:60]) else None


def _may_be_title(line: str) -> bool:
    return 0 < len(line.strip()) <= _LONGEST_TITLE and "\t" not in line.strip()


def _fits(header: Row, rows: Sequence[Row]) -> bool:
    """Whether half of the rows below have as many cells as the header, whose cells are short; one row with
    half as many is enough for a header that names many columns."""
    width = len(header.cells)
    least = width if width < _WIDE else width // 2  # a wide table's rows may end early
    fitting = sum(least <= len(row.cells) <= width + (width >= _WIDE) for row in rows)
    telling = len(columns(header.cells)) >= _TELLING and any(len(row.cells) * 2 >= width for row in rows)
    return max(len(cell.strip()) for cell in header.cells) <= 60 and (telling or fitting * 2 >= len(rows))


def _loses_rows(sample: str, width: int) -> bool:
    """Whether quotes in tab-separated text are plain characters, as in exports of the Web of Science."""
    if _QUOTED_WORD.search(sample):
        return True
    with_quotes = sum(len(row.cells) == width for row in sampled(sample, "\t", True))
    without = sum(len(row.cells) == width for row in sampled(sample, "\t", False))
    return without > with_quotes


def are_regular(rows: Sequence[Row], width: int) -> bool:
    """Whether most rows have as many cells as the header, so that a shorter one is torn."""
    return width >= _NARROWEST and 0.7 * len(rows) <= sum(len(row.cells) == width for row in rows) > _FEW


def is_grid(sample: str) -> bool:
    """Whether the first rows have as many cells each, four or more, under short and different headers."""
    for delimiter in _DELIMITERS:
        rows = sampled(sample, delimiter, True)
        if len(rows) < 4 or len(rows[0].cells) < 4:
            continue
        header = [cell.strip() for cell in rows[0].cells]
        named = len(set(header)) == len(header) and all(0 < len(cell) <= 40 for cell in header)
        if named and len({len(row.cells) for row in rows[:-1]}) == 1:
            return True
    return False
