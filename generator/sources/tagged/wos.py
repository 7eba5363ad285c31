"""Web of Science's tagged text: tags of two letters, further lines indented by three blanks, then ER."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model import Fields, Kind, Problem, RawRecord, ReadItem, Skipped
from generator.sources.common import (
    date_details,
    date_fields,
    date_of,
    doi_of,
    fields_of,
    page_range,
    unique,
    without_empty,
)
from generator.sources.reader import Reader, Source
from generator.sources.tagged.gathering import Gathering, Tagged, below
from generator.sources.tagged.tags import (
    cut_off,
    full_pages,
    numbers,
    organisations,
    people,
)
from generator.text import Name

NAME = "wos"
_BETWEEN = "text between records"

_TAG = re.compile(r"([A-Z][A-Z0-9])(?: (.*)|\s*)")
_START = re.compile(r"^PT [A-Z]\b", re.MULTILINE)
_HEADER = frozenset({"FN", "VR", "EF"})
_EMAIL = re.compile(r"\s{0,9}\([^()\s]{1,100}@[^()\s]{1,100}\)")  # BIOSIS
_DETAILS = (
    ("series", ("SE",)),
    ("volume", ("VL",)),
    ("number", ("IS",)),
    ("publisher", ("PU",)),
    ("address", ("PI",)),
    ("language", ("LA",)),
)


def likeness(source: Source) -> float:
    """Certain where records begin with PT and have Web of Science's tags."""
    text = source.text[:100_000]
    if not _START.search(text):
        return 0.0
    tags = {found[1] for line in text.split("\n") if (found := _TAG.fullmatch(line))}
    return 0.96 if {"AU", "TI", "SO"} <= tags or {"TI", "UT"} <= tags else 0.3


def read(source: Source) -> Iterator[ReadItem]:
    """A record for each PT."""
    lines = source.lines
    for item in _grouped(source):
        if not isinstance(item, Tagged):
            yield item
            continue
        origin = source.origin(item.line, item.end_line, NAME)
        if item.first("TI", "UT", "DI"):
            text = "\n".join(lines[item.line - 1 : item.end_line])
            yield RawRecord(origin, text, record_fields(item))
        else:
            message = "the record has no title: fill it in or remove it"
            yield Problem("empty-record", "warning", message, origin)
        yield from below(item, source, _BETWEEN, NAME)


def _grouped(source: Source) -> Iterator[Tagged | ReadItem]:
    values = Gathering(source.lines)
    ended = False
    for number, line in enumerate(source.lines, 1):
        found = _TAG.fullmatch(line)
        if found and found[1] in ("PT", *_HEADER) and values:
            yield values.take()
        if found and found[1] in _HEADER:
            yield Skipped("header of the export", source.origin(number, number, NAME))
        elif found:
            values.add(found[1], found[2] or "", number)
        elif not values.takes(line, number):
            yield Skipped(_BETWEEN, source.origin(number, number, NAME), beside=True)
        if found and found[1] == "ER" and values:
            yield values.take()
            ended = True
    if values:
        last = values.take()
        yield last
        if ended:
            yield cut_off(last, source, NAME)


def record_fields(found: Tagged) -> Fields:
    """The fields of one record."""
    date = date_of(f"{found.first('PY')} {found.first('PD')}") or date_of(found.first("DG", "EA"))
    kind = _kind(found)
    title, venue = found.first("TI"), found.first("SO")
    fields = fields_of(
        {
            "title": title,
            "authors": _authors(found),
            "editors": people(found.lines("BE") or found.lines("ED")),
            "abstract": found.paragraphs("AB"),
            "venue": "" if kind is Kind.BOOK and _same(title, venue) else venue,
            "kind": kind,
            "doi": doi_of(found.first("DI", "D2")),
            "ids": _ids(found),
            "keywords": _keywords(found),
            "details": {**_details(found, kind), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    return fields


def _authors(found: Tagged) -> tuple[Name, ...]:
    """The authors and the groups among them; a book's group author (GP) is the author of no paper in it."""
    told = people(_EMAIL.sub("", line) for line in _listed(found)) + organisations(found.lines("CA"))
    return told or people(found.lines("BF") or found.lines("BA")) or organisations(found.lines("GP"))


def _listed(found: Tagged) -> Sequence[str]:
    """The full names (AF), else the short ones (AU)."""
    full, short = found.lines("AF"), found.lines("AU")
    return list(map(_inverted, full, short)) if len(full) == len(short) else full or short


def _inverted(full: str, short: str) -> str:
    """'Wang Ying' → 'Wang, Ying', 'Vivian Ng' → 'Ng, Vivian': where a full name has no comma, the short one
    beside it, 'Wang, Y', tells its family name."""
    family, comma, _ = short.partition(",")
    if comma and "," not in full:
        for given in (full.removeprefix(f"{family} "), full.removesuffix(f" {family}")):
            if given != full:
                return f"{family}, {given}"
    return full


def _same(title: str, venue: str) -> bool:
    return title.lower().removesuffix(".") == venue.lower().removesuffix(".")


def _kind(found: Tagged) -> Kind:
    """What it is. In a journal (PT J) 'Article; Proceedings Paper' is an article that was a talk before, and
    'Review; Book Chapter' is in one of the Annual Reviews."""
    said, published = found.first("DT").lower(), found.first("PT")
    if published == "P":
        return Kind.REPORT
    if published == "J" and said.startswith(("article", "review")):
        return Kind.ARTICLE
    conference = published == "C" or (bool(found.first("CT")) and (not said or published != "J"))
    if conference or "proceedings paper" in said or said.startswith("meeting"):
        return Kind.INPROCEEDINGS
    if "chapter" in said or (published == "S" and found.first("BN")):
        return Kind.CHAPTER
    return Kind.BOOK if published == "B" else Kind.ARTICLE


def _keywords(found: Tagged) -> tuple[str, ...]:
    text = found.first("DE") or found.first("ID")
    return unique(word.strip() for word in text.split(";"))


def _ids(found: Tagged) -> dict[str, str]:
    number = found.first("UT").removeprefix("WOS:").removeprefix("ISI:")
    if number.startswith("MEDLINE:"):
        values = {"pmid": number.removeprefix("MEDLINE:")}
    else:
        values = {"wos": number, "pmid": found.first("PM")}
    return without_empty({**numbers(found.all("SN", "EI", "BN")), **values})


def _details(found: Tagged, kind: Kind) -> dict[str, str]:
    values = {ours: found.first(*tags) for ours, tags in _DETAILS}
    told = page_range(found.first("BP"), found.first("EP")) or found.first("AR")
    values["pages"] = told or full_pages(found.first("PS"))
    if kind is Kind.REPORT:  # a patent: its number and who owns it
        values |= {"number": found.first("PN"), "institution": found.first("AE")}
    return without_empty(values)


READER = Reader(NAME, likeness, read)
