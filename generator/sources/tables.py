"""Tables with a header: CSV, TSV or semicolons, from reference managers, databases and spreadsheets."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.formats import BIBTEX_TYPES, DETAILS
from generator.model import Fields, Kind, Problem, RawRecord, ReadItem, Skipped
from generator.sources.common import (
    arxiv_of,
    date_details,
    date_fields,
    date_of,
    doi_of,
    fields_of,
    find_ids,
    one_line,
    page_range,
    split_keywords,
    without_empty,
    year_in,
)
from generator.sources.reader import Reader, Source
from generator.sources.table_headers import NEEDED, columns, is_header
from generator.sources.tagged import numbers, pages, person
from generator.text import Name, csv_uncell

NAME = "table"

_DELIMITERS = (",", "\t", ";", "|")
_HEADER_ROWS = 6  # a title, an address or Excel's `sep=;` may come before the header
_SAMPLE = 60_000
_IDS = ("isbn", "issn", "pmid", "pmcid", "openalex", "s2", "scopus", "citekey")
_DATABASES = frozenset(
    {"scopus", "pubmed", "arxiv", "medline", "web of science", "wos", "crossref", "google scholar"}
)
_AUTHOR_ID = re.compile(r"\s*\(\d{4,15}\)")
_QUOTED_WORD = re.compile(r'(?:^|\t)"[^"\t\n]{0,500}"[^"\t\n]', re.MULTILINE)
_SHORT = re.compile(r"[^,;]{1,60}\s(?:[A-Z]\.?-?){1,4}")
_RUN_TOGETHER = re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z][a-zà-ÿ]+ )")
_KIND_WORDS = (
    ("preprint", Kind.PREPRINT),
    ("posted content", Kind.PREPRINT),
    ("chapter", Kind.CHAPTER),
    ("booksection", Kind.CHAPTER),
    ("conference review", Kind.PROCEEDINGS),
    ("conference", Kind.INPROCEEDINGS),
    ("proceedings paper", Kind.INPROCEEDINGS),
    ("thesis", Kind.THESIS),
    ("dissertation", Kind.THESIS),
    ("report", Kind.REPORT),
    ("dataset", Kind.DATASET),
    ("software", Kind.SOFTWARE),
    ("computerprogram", Kind.SOFTWARE),
    ("webpage", Kind.WEBPAGE),
    ("book", Kind.BOOK),
    ("article", Kind.ARTICLE),
    ("review", Kind.ARTICLE),
    ("journal", Kind.ARTICLE),
)


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row and the lines it stands on."""

    cells: list[str]
    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a table is written. header: number of rows before the header."""

    delimiter: str
    quoted: bool
    header: int


def likeness(source: Source) -> float:
    """High where a row near the top names columns of a paper; low where columns are there but say nothing."""
    sample = source.text[:_SAMPLE]
    if not sample.strip() or sample.lstrip()[0] in "{[<@%":
        return 0.0
    if _shape(sample) is not None:
        return 0.9
    return 0.35 if _is_grid(sample) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record a row."""
    shape = _shape(source.text[:_SAMPLE])
    if shape is None:
        message = f"no header says what the columns are: add a first row with names such as {NEEDED}"
        yield Problem("table-header", "error", message, source.origin(1, len(source.lines), NAME))
        return
    rows = _rows(source.text, shape.delimiter, shape.quoted)
    for row in islice(rows, shape.header):
        yield Skipped("text above the table", source.origin(row.line, row.end_line, NAME))
    try:
        header = next(rows)
        yield Skipped("header of the table", source.origin(header.line, header.end_line, NAME))
        places = columns(header.cells)
        lines = source.lines
        last = header.end_line
        for row in rows:
            last = row.end_line
            yield from _item(source, row, places, len(header.cells), lines)
    except csv.Error as error:
        message = f"the table cannot be read from here on ({error}): look for a quote that is never closed"
        yield Problem("broken-table", "error", message, source.origin(last + 1, len(source.lines), NAME))


def _item(
    source: Source, row: _Row, places: Mapping[str, list[int]], width: int, lines: list[str]
) -> Iterator[ReadItem]:
    origin = source.origin(row.line, row.end_line, NAME)
    if not any(cell.strip() for cell in row.cells):
        yield Skipped("empty row", origin)
        return
    if any(cell.strip() for cell in row.cells[width:]):
        message = "the row has more cells than the header: quote the cells that hold a separator"
        yield Problem("table-row", "warning", message, origin)
    values = {field: _cell(row.cells, where) for field, where in places.items()}
    if not any(
        values.get(field) for field in ("title", "abstract", "doi", "arxiv", "url", "pmid", "authors")
    ):
        yield Problem("empty-record", "warning", "the row names no paper: give it a title", origin)
        return
    yield RawRecord(origin, "\n".join(lines[row.line - 1 : row.end_line]), record_fields(values))


def _cell(cells: Sequence[str], where: Sequence[int]) -> str:
    found = (csv_uncell(cells[index]).strip() for index in where if index < len(cells))
    return next((cell for cell in found if cell), "")


def _rows(text: str, delimiter: str, quoted: bool) -> Iterator[_Row]:
    """The rows that are not blank, with their lines."""
    lines = (line + "\n" for line in text.split("\n"))
    none = csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    reader = csv.reader(lines, delimiter=delimiter) if quoted else none
    before = 0
    for cells in reader:
        if cells:
            yield _Row(cells, before + 1, reader.line_num)
        before = reader.line_num


def _sampled(text: str, delimiter: str, quoted: bool) -> list[_Row]:
    try:
        return list(islice(_rows(text, delimiter, quoted), 60))
    except csv.Error:
        return []


def _shape(sample: str) -> _Shape | None:
    """The delimiter under which a row near the top names most columns; quotes count if no row is lost."""
    best: tuple[int, _Shape] | None = None
    for delimiter in _DELIMITERS:
        rows = _sampled(sample, delimiter, True)
        for number, row in enumerate(rows[:_HEADER_ROWS]):
            if is_header(row.cells) and _fits(row, rows[number + 1 : number + 21]):
                known = len(columns(row.cells))
                if best is None or known > best[0]:
                    quoted = delimiter != "\t" or not _loses_rows(sample, len(row.cells))
                    best = (known, _Shape(delimiter, quoted, number))
                break
    return best[1] if best else None


def _fits(header: _Row, rows: Sequence[_Row]) -> bool:
    """Whether half of the rows below have as many cells as the header, whose cells are short."""
    fitting = sum(len(row.cells) == len(header.cells) for row in rows)
    return max(map(len, header.cells)) <= 60 and fitting * 2 >= len(rows)


def _loses_rows(sample: str, width: int) -> bool:
    """Whether quotes in tab-separated text are plain characters, as in exports of the Web of Science."""
    if _QUOTED_WORD.search(sample):
        return True
    with_quotes = sum(len(row.cells) == width for row in _sampled(sample, "\t", True))
    without = sum(len(row.cells) == width for row in _sampled(sample, "\t", False))
    return without > with_quotes


def _is_grid(sample: str) -> bool:
    """Whether the first rows have as many cells each, four or more, under short and different headers."""
    for delimiter in _DELIMITERS:
        rows = _sampled(sample, delimiter, True)
        if len(rows) < 4 or len(rows[0].cells) < 4:
            continue
        header = [cell.strip() for cell in rows[0].cells]
        named = len(set(header)) == len(header) and all(0 < len(cell) <= 40 for cell in header)
        if named and len({len(row.cells) for row in rows[:-1]}) == 1:
            return True
    return False


def record_fields(values: Mapping[str, str]) -> Fields:
    """The fields of one row; values: by the names of `table_headers`."""
    url = values.get("url", "").split()[0] if values.get("url") else ""
    said = find_ids(values.get("url", ""), values.get("doi", ""))
    date = date_of(values.get("date", "")) or date_of(values.get("year", ""))
    fields = fields_of(
        {
            "title": "" if values.get("title status") == "guessed" else one_line(values.get("title", "")),
            "authors": authors(values.get("authors", "")),
            "editors": authors(values.get("editors", "")),
            "abstract": _abstract(values.get("abstract", "")),
            "venue": _venue(values.get("venue", "")),
            "kind": kind_of(values.get("kind", "")),
            "arxiv": arxiv_of(values.get("arxiv", ""), values.get("doi", ""), url) or said.get("arxiv", ""),
            "doi": doi_of(values.get("doi", "")) or values.get("doi", "") or said.get("doi", ""),
            "ids": _ids(values, said),
            "url": url if "." in url else "",
            "comment": values.get("comment", ""),
            "created": values.get("created", ""),
            "updated": values.get("updated", ""),
            "keywords": split_keywords(values.get("keywords", "")),
            "details": {**date_details(date), **_details(values)},
        }
    )
    fields.update(date_fields(date))
    if values.get("year") and (year := year_in(values["year"]) or values["year"]):
        fields["year"] = year
    return fields


def authors(cell: str) -> tuple[Name, ...]:
    """The names of a cell, separated by '; ', ', ' or ' and ', or run together as SpringerLink has them."""
    cell = one_line(_AUTHOR_ID.sub("", cell))
    if ";" in cell:
        return tuple(name for part in cell.split(";") if (name := person(part.strip())))
    if cell.endswith(".") and cell.count(".") == 1 and (cell.count(",") > 1 or cell[-3:-2] != " "):
        cell = cell[:-1]
    if cell.endswith(",") and cell.count(",") == 1:
        return (person(cell),)
    parts = cell.split(", ")
    if len(parts) == 2 and not any(" " in part for part in parts):
        return (person(cell),)
    if len(parts) > 1 and all(_SHORT.fullmatch(part) for part in parts):
        return tuple(person(part) for part in parts)
    together = _RUN_TOGETHER.split(cell)
    if len(together) > 1 and "," not in cell and all(1 < len(part.split()) < 5 for part in together):
        return tuple(Name.parse(part) for part in together)
    return tuple(name for name in Name.parse_list(cell) if name)


def kind_of(said: str) -> Kind | None:
    """The kind that a document type in words means, None where it says nothing."""
    word = said.strip().lower()
    if not word:
        return None
    if word in set(Kind):
        return Kind(word)
    if word in BIBTEX_TYPES:
        return BIBTEX_TYPES[word]
    return next((kind for part, kind in _KIND_WORDS if part in word), None)


def _abstract(cell: str) -> str:
    return "" if cell.lower() in ("[no abstract available]", "n/a", "none", "nan") else one_line(cell)


def _venue(cell: str) -> str:
    return "" if cell.lower() in _DATABASES else one_line(cell)


def _ids(values: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    written = dict(part.partition(":")[::2] for part in values.get("ids", "").split() if ":" in part)
    found = {name: values.get(name, "") for name in _IDS}
    found |= numbers([values.get("issn", ""), values.get("isbn", "")])
    found |= {name: said[name] for name in ("acl", "openreview") if name in said}
    return without_empty({**found, **written})


def _details(values: Mapping[str, str]) -> dict[str, str]:
    found = {name: values.get(name, "") for name in DETAILS}
    ranged = page_range(values.get("first page", ""), values.get("last page", ""))
    found["pages"] = pages(found["pages"] or ranged)
    return without_empty(found)


READER = Reader(NAME, likeness, read)
