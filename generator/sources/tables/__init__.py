"""Tables with a header: CSV, TSV or semicolons, from reference managers, databases and spreadsheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.formats import BIBTEX_TYPES, DETAILS, RIS_TYPES
from generator.model import Fields, Kind, Problem, RawRecord, ReadItem, Skipped
from generator.sources.common import (
    arxiv_of,
    date_details,
    date_fields,
    date_of,
    doi_of,
    fields_of,
    find_ids,
    ids_noted,
    join_date,
    month_number,
    number_of,
    one_line,
    page_range,
    split_keywords,
    unique,
    without_empty,
    year_in,
)
from generator.sources.reader import Reader, Source
from generator.sources.tables.cells import address_among, listed, listed_ids, spelled_out
from generator.sources.tables.doubts import cut_off, doubtful_row, names_no_paper, no_header, no_titles
from generator.sources.tables.guess import without_header
from generator.sources.tables.headers import columns, is_further_header, is_known
from generator.sources.tables.people import are_in_pairs, authors, in_pairs
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
from generator.sources.tagged.tags import numbers, pages
from generator.sources.values import texts_of
from generator.text import csv_uncell

NAME = "table"
# What databases write of an export above its header: Dimensions, Scopus, PubMed.
_ABOUT_EXPORT = re.compile(r"\W{0,3}(?:about the data|exported|search(?: query| terms?)?:|query:)", re.I)

_ANY = 10_000  # columns
_IDS = ("isbn", "issn", "pmid", "pmcid", "openalex", "s2", "scopus", "wos", "citekey")
_DATABASES = frozenset({"scopus", "pubmed", "medline", "web of science", "wos", "crossref", "google scholar"})
_RULE = re.compile(r"\s*(?::?-{2,}:?(?:\+-{2,}){0,99})?\s*")  # a cell below the header in Markdown, Org
_FENCES = (["```"], ["~~~"])
_KIND_WORDS = (
    ("preprint", Kind.PREPRINT),
    ("posted content", Kind.PREPRINT),
    ("chapter", Kind.CHAPTER),
    ("booksection", Kind.CHAPTER),
    ("conference review", Kind.PROCEEDINGS),
    ("conference", Kind.INPROCEEDINGS),
    ("proceedings paper", Kind.INPROCEEDINGS),
    ("proceedings article", Kind.INPROCEEDINGS),
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


_S2 = re.compile(r"[0-9a-f]{40}")  # else numbers of a conference's submissions, under the same header
_TIME = re.compile(r"\d:\d\d")  # of day, which a bookmark or a record of a database has, not a preprint
_NO_NUMBERS = frozenset({"0", "0-0"})  # Publish or Perish
_FILES = frozenset({"pdf", "html", "doc", "book", "citation"})  # the same
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


def record_fields(values: Mapping[str, str]) -> Fields:
    """The fields of one row; values: by the names of `headers`."""
    url = values.get("url", "").split()[0] if values.get("url") else ""
    noted = ids_noted(values.get("note", ""))
    external = listed_ids(values.get("external ids", ""))
    places = (values.get(name, "") for name in ("url", "doi", "own id"))
    said = {**noted, **find_ids(*places), **_known_ids(external)}
    date = date_of(values.get("date", "")) or _date_in_parts(values)
    fields = fields_of(
        {
            "title": "" if values.get("title status") == "guessed" else one_line(values.get("title", "")),
            "authors": (*authors(values.get("authors", "")), *authors(values.get("further authors", ""))),
            "editors": authors(values.get("editors", "")),
            "abstract": one_line(values.get("abstract", "")),
            "venue": _venue(values.get("venue", "")),
            "kind": kind_of(values.get("kind", "")) or kind_of(values.get("type", "")),
            "arxiv": _arxiv(values, url) or said.get("arxiv", ""),
            "doi": doi_of(*values.get("doi", "").split()[:1]) or values.get("doi", "") or said.get("doi", ""),
            "ids": _ids(values, said),
            "url": url if _is_address(url) else "",
            "comment": values.get("comment", ""),
            "created": "" if _TIME.search(values.get("created", "")) else values.get("created", ""),
            "updated": values.get("updated", ""),
            "keywords": _keywords(values.get("keywords", "")),
            "details": {**_details(values), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    if values.get("year") and (year := year_in(values["year"]) or values["year"]):
        fields["year"] = year
    return fields


def _date_in_parts(values: Mapping[str, str]) -> str:
    """The date of a year with a month and a day in columns of their own, be it one: 'MAY 28'."""
    date = date_of(values.get("year", ""))
    if len(date) > len("2015"):
        return date
    if len(date) == len("2015") and values.get("date"):
        return date_of(f"{values['date']} {date}")
    day = values.get("day", "")
    return join_date(date, month_number(values.get("month", "")), number_of(day))


def _arxiv(values: Mapping[str, str], url: str) -> str:
    return arxiv_of(values.get("arxiv", ""), values.get("doi", ""), url, values.get("own id", ""))


def kind_of(said: str) -> Kind | None:
    """The kind that a document type in words means, None where it says nothing."""
    word = said.strip().lower()
    if not word:
        return None
    if word in set(Kind):
        return Kind(word)
    if word in BIBTEX_TYPES:
        return BIBTEX_TYPES[word]
    if word.upper() in RIS_TYPES:
        return RIS_TYPES[word.upper()]
    return next((kind for part, kind in _KIND_WORDS if part in word), None)


def _keywords(cell: str) -> tuple[str, ...]:
    found = listed(cell)
    words = texts_of(found) if isinstance(found, list) else split_keywords(cell)
    return unique(word.lstrip("*") for word in words)


def _known_ids(external: Mapping[str, str]) -> dict[str, str]:
    """Semantic Scholar's identifiers by our names."""
    found = {
        "arxiv": arxiv_of(external.get("arxiv", "")),
        "doi": doi_of(external.get("doi", "")),
        "acl": external.get("acl", ""),
        "pmid": external.get("pubmed", ""),
        "pmcid": external.get("pubmedcentral", ""),
    }
    return {name: value for name, value in found.items() if value}


def _is_address(text: str) -> bool:
    return "." in text and not text.startswith("/") and (text.startswith("http") or not doi_of(text))


def _venue(cell: str) -> str:
    return "" if cell.lower() in _DATABASES else one_line(cell)


def _ids(values: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    written = dict(part.partition(":")[::2] for part in values.get("ids", "").split() if ":" in part)
    found = {name: values.get(name, "").rstrip("/").rsplit("/", 1)[-1].removeprefix("WOS:") for name in _IDS}
    own = values.get("own id", "")
    found["openalex"] = found["openalex"] or own.partition("openalex.org/")[2]
    found["pmid"] = found["pmid"].removeprefix("PUBMED ").lstrip("0")  # Cochrane; Abstrackr's 0 is none
    found["citekey"] = values.get("citekey", "")  # whole: DBLP's have slashes
    found["s2"] = found["s2"] if _S2.fullmatch(found["s2"]) else ""
    found |= numbers([values.get("issn", ""), values.get("isbn", "")])
    found |= {name: said[name] for name in ("acl", "openreview") if name in said}
    found |= {name: said[name] for name in ("pmid", "pmcid") if name in said and not found[name]}
    return without_empty({**found, **written})


def _details(values: Mapping[str, str]) -> dict[str, str]:
    found = {name: values.get(name, "") for name in DETAILS}
    ranged = page_range(values.get("first page", ""), values.get("last page", ""))
    found["pages"] = pages(found["pages"] or ranged or values.get("article number", ""))
    found |= {name: "" for name in ("volume", "number", "pages") if found[name] in _NO_NUMBERS}
    typed = not values.get("kind") and kind_of(found["type"]) not in (None, Kind.THESIS, Kind.REPORT)
    if typed or found["type"].lower() in _FILES:
        found["type"] = ""
    return without_empty(found)


READER = Reader(NAME, likeness, read)
