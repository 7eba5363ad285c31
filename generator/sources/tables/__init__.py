"""Tables with a header: CSV, TSV or semicolons, from reference managers, databases and spreadsheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Problem, RawRecord, ReadItem, Skipped
from generator.sources.reader import Reader, Source
from generator.sources.tables.cells import address_among, spelled_out
from generator.sources.tables.doubts import cut_off, doubtful_row, names_no_paper, no_header, no_titles
from generator.sources.tables.fields import record_fields
from generator.sources.tables.guess import without_header
from generator.sources.tables.headers import columns, is_further_header, is_known
from generator.sources.tables.people import are_in_pairs, in_pairs
from generator.sources.tables.rows import (
    SAMPLE,
    Below,
    Row,
    are_regular,
    is_grid,
    sampled,
    shape_of,
    whole_rows,
)
from generator.text import csv_uncell

NAME = "table"
# What databases write of an export above its header: Dimensions, Scopus, PubMed.
_ABOUT_EXPORT = re.compile(r"\W{0,3}(?:about the data|exported|search(?: query| terms?)?:|query:)", re.I)

_ANY = 10_000  # columns
_RULE = re.compile(r"\s*(?::?-{2,}:?(?:\+-{2,}){0,99})?\s*")  # a cell below the header in Markdown, Org
_FENCES = (["```"], ["~~~"])
_FORMULA = re.compile(r'\A="([^"]*)"\Z')  # that Excel keep digits as they are: EBSCO


def likeness(source: Source) -> float:
    """High where a row near the top names columns of a paper, less where columns hold what papers have, low
    where they say nothing."""
    sample = source.text[:SAMPLE]
    if not sample.strip() or sample.lstrip()[0] in "{[<@%":
        return 0.0
    if shape_of(sample) is not None:
        return 0.9
    if without_header(sample) is not None:
        return 0.65
    return 0.35 if is_grid(sample) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record a row."""
    sample = source.text[:SAMPLE]
    shape = shape_of(sample)
    places: Mapping[str, list[int]] = {}
    if shape is None:
        guessed = without_header(sample)
        yield no_header(source, guessed, NAME)
        if guessed is None:
            return
        shape, places = guessed
    lines = source.lines
    rows = whole_rows(source, lines, shape, NAME)
    number, header = 0, [""] * _ANY
    below = Below(source.lines)
    tops = sampled(sample, shape.delimiter, shape.quoted)
    paired = _paired(places, tops)
    regular = False
    for row in rows:
        if isinstance(row, Problem):
            yield row
        elif number > shape.header and shape.delimiter == "|" and len(row.cells) == 1:
            yield Skipped("text between records", source.origin(row.line, row.end_line, NAME), beside=True)
        elif number > shape.header and below.is_text(row, len(header)):
            yield Skipped("text below the table", source.origin(row.line, row.end_line, NAME), beside=True)
        elif number > shape.header and row.cells != header and not is_further_header(row.cells):
            yield from doubtful_row(source, row, len(header), NAME, regular=regular)
            yield from cut_off(source, row, tops, NAME) if row.end_line == len(lines) else ()
            yield from _item(source, _told_apart(row, paired), places, lines)
        else:
            places, header = columns(row.cells), row.cells
            paired = _paired(places, tops)
            regular = are_regular(tops, len(header))
            if number == shape.header and "title" not in places:
                yield from no_titles(source, row, tops, NAME)
            below.begins(row)
            above = number < shape.header
            reason = "text above the table" if above else "header of the table"
            beside = above and not _ABOUT_EXPORT.match(row.cells[0])
            yield Skipped(reason, source.origin(row.line, row.end_line, NAME), beside=beside)
            number += 1


def _paired(places: Mapping[str, list[int]], rows: Sequence[Row]) -> list[int]:
    """The columns of people in which these rows have 'Family, Given, Family, Given'."""
    return [
        column
        for column in (*places.get("authors", ()), *places.get("editors", ()))
        if are_in_pairs(
            row.cells[column] for row in rows if column < len(row.cells) and not is_known(row.cells[column])
        )
    ]


def _told_apart(row: Row, paired: Sequence[int]) -> Row:
    """The row with semicolons between the people of these columns."""
    cells = [in_pairs(cell) if index in paired else cell for index, cell in enumerate(row.cells)]
    return Row(cells, row.line, row.end_line) if paired else row


def _item(source: Source, row: Row, places: Mapping[str, list[int]], lines: list[str]) -> Iterator[ReadItem]:
    origin = source.origin(row.line, row.end_line, NAME)
    if not any(cell.strip() for cell in row.cells):
        yield Skipped("empty row", origin)
        return
    if all(_RULE.fullmatch(cell) for cell in row.cells) or row.cells in _FENCES:
        yield Skipped("rule of the table", origin)
        return
    values = spelled_out({field: _cell(row.cells, where) for field, where in places.items()})
    if not any(values.get(field) for field in ("doi", "arxiv", "url", "pmid", "own id")):
        values["own id"] = address_among(row.cells)
    if not any(
        values.get(field) for field in ("title", "abstract", "doi", "arxiv", "url", "pmid", "authors")
    ):
        yield Problem("empty-record", "warning", "the row names no paper: give it a title", origin)
        return
    if names_no_paper(values):
        yield Skipped("row without a paper", origin)
        return
    yield RawRecord(origin, "\n".join(lines[row.line - 1 : row.end_line]), record_fields(values))


def _cell(cells: Sequence[str], where: Sequence[int]) -> str:
    found = (_FORMULA.sub(r"\1", csv_uncell(cells[index]).strip()) for index in where if index < len(cells))
    return next((cell for cell in found if cell), "")


READER = Reader(NAME, likeness, read)
