"""EndNote's XML, which Zotero, Mendeley and Papers write as well: <xml><records><record>…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from generator.formats import DETAILS, ENDNOTE_FIELDS, ENDNOTE_TYPES, KINDS, OTHER
from generator.model import Fields, Kind, ReadItem
from generator.sources.common import (
    arxiv_of,
    date_details,
    date_fields,
    date_of,
    doi_of,
    fields_of,
    find_ids,
    split_keywords,
    unique,
    without_empty,
)
from generator.sources.reader import Reader, Source
from generator.sources.tagged.tags import accession_ids, numbers, pages, people, without_date
from generator.sources.xml.records import element_records
from generator.sources.xml.texts import first_at, shown_in, text_at, texts_at

NAME = "endnote-xml"

_START = re.compile(r"^[ \t]{0,9}<(?:\?xml|xml|records?)\b", re.MULTILINE)
_PLAIN = tuple(name for name in DETAILS if name in {row.field for row in ENDNOTE_FIELDS})


def likeness(source: Source) -> float:
    """Certain where an XML text has records with EndNote's elements."""
    text = source.text[:100_000]
    if "<record" not in text or not (text.lstrip().startswith("<") or _START.search(text)):
        return 0.0
    return 0.97 if "<ref-type" in text or "<contributors" in text or "<titles" in text else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each <record>."""
    yield from element_records(source, ("record",), "record", NAME, record_fields)


def record_fields(record: Element) -> Fields:
    """The fields of one record."""
    own = _own_lines(record)
    kind = Kind(own["kind"]) if own.get("kind") in set(Kind) else _kind(record)
    accessions = _lines(record, "accession-num")
    ids = _ids(record, accessions)
    date = date_of(first_at(record, "dates/pub-dates/date")) if own else _date(record)
    year = first_at(record, "dates/year")
    url = _field(record, "url")
    doi = _field(record, "doi")
    authors = people(texts_at(record, "contributors/authors/author"))
    editors = people(texts_at(record, _editors(record, kind)))
    if authors and _type_name(record) == "edited book":
        authors, editors = (), authors
    fields = fields_of(
        {
            "title": "" if own.get("title_status") == "guessed" else shown_in(record.find("titles/title")),
            "authors": authors,
            "editors": editors,
            "abstract": shown_in(record.find("abstract")),
            "venue": _field(record, "venue"),
            "kind": kind,
            "arxiv": arxiv_of(ids.pop("arxiv", ""), doi, url),
            "doi": doi_of(doi) or find_ids(url).get("doi", ""),
            "ids": ids,
            "url": url,
            "comment": own.get("comment", ""),
            "created": own.get("created", ""),
            "updated": own.get("updated", ""),
            "keywords": _keywords(record),
            "details": {**_details(record, kind, own), **date_details(date)},
        }
    )
    fields.update(date_fields(date or date_of(year)))
    return fields


def _lines(record: Element, path: str) -> list[str]:
    found = ("".join(element.itertext()) for element in record.findall(path))
    return [line.strip() for text in found for line in text.splitlines() if line.strip()]


def _field(record: Element, field: str) -> str:
    paths = next(row.names for row in ENDNOTE_FIELDS if row.field == field)
    return next((text for path in paths if (text := first_at(record, path))), "")


def _type_name(record: Element) -> str:
    found = record.find("ref-type")
    return (found.get("name") or "").lower() if found is not None else ""


def _editors(record: Element, kind: Kind) -> str:
    """Where the editors stand: a book's behind those of its series."""
    third = "contributors/tertiary-authors/author"
    return third if kind is Kind.BOOK and first_at(record, third) else "contributors/secondary-authors/author"


def _kind(record: Element) -> Kind:
    name = _type_name(record)
    number = text_at(record, "ref-type")
    by_number = {str(row.endnote_number): row.kind for row in KINDS} | {"10": Kind.INPROCEEDINGS}
    kind = ENDNOTE_TYPES.get(name) or by_number.get(number) or Kind.MISC
    if (
        kind is Kind.INPROCEEDINGS
        and record.find("contributors/authors") is None
        and not _field(record, "venue")
    ):
        return Kind.PROCEEDINGS
    return kind


def _date(record: Element) -> str:
    """The date with the year, which EndNote keeps apart: '2004' and 'May 6'."""
    year, date = first_at(record, "dates/year"), first_at(record, "dates/pub-dates/date")
    return date_of(date if year and year in date else f"{date} {year}")


def _ids(record: Element, accessions: list[str]) -> dict[str, str]:
    key = first_at(record, "label")
    pmid = next((line for line in accessions if line.isdigit() and len(line) < 9), "")
    return without_empty(
        {
            **numbers(_lines(record, "isbn")),
            "pmid": pmid if "pubmed" in first_at(record, "remote-database-name").lower() else "",
            "pmcid": next((text for text in texts_at(record, "custom2") if text.startswith("PMC")), ""),
            **accession_ids(accessions),
            "citekey": key if " " not in key else "",
        }
    )


def _keywords(record: Element) -> tuple[str, ...]:
    words = texts_at(record, "keywords/keyword")
    return split_keywords(words[0]) if len(words) == 1 else unique(words)


def _details(record: Element, kind: Kind, own: Mapping[str, str]) -> dict[str, str]:
    values = {name: _field(record, name) for name in _PLAIN}
    values["pages"] = pages(values["pages"])
    values["edition"] = without_date(values["edition"])
    if kind is Kind.REPORT and not numbers(_lines(record, "isbn")):  # a report's number, a patent's
        values["number"] = values["number"] or first_at(record, "isbn")
    if kind in (Kind.THESIS, Kind.REPORT):
        values["institution"] = values.pop("publisher")
    return without_empty({**values, **{name: own[name] for name in own if name in DETAILS}})


def _own_lines(record: Element) -> dict[str, str]:
    """What our own exporter writes into custom7, a line 'name: value' each."""
    pairs = (line.partition(":") for line in _lines(record, "custom7"))
    return {name: value.strip() for name, colon, value in pairs if colon and name in OTHER and value.strip()}


READER = Reader(NAME, likeness, read)
