"""TEI, the XML of texts: what GROBID makes of a PDF, and the lists of Zotero and HAL.

https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-biblStruct.html. A document whose header describes its
source, or that describes no other one, is that paper; of others each <biblStruct> is a paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.model import Fields, Kind, ReadItem
from generator.sources.common import (
    arxiv_of,
    date_details,
    date_fields,
    date_of,
    doi_of,
    fields_of,
    page_range,
    unique,
    without_empty,
)
from generator.sources.kind_words import kind_of
from generator.sources.reader import Reader, Source
from generator.sources.tagged.tags import numbers
from generator.sources.xml.records import element_records
from generator.sources.xml.texts import below, shown_in, text_at, text_in
from generator.text import Name

NAME = "tei"

_STRUCT = re.compile(r"<biblStruct[\s>]")
_HEADER = re.compile(r"<teiHeader[\s>]")
_DESCRIBED = re.compile(r"<sourceDesc[\s>](?:(?!</sourceDesc>)[\s\S]){0,50000}<biblStruct[\s>]")
_FULL = re.compile(r"<biblFull[\s>]")  # HAL
_HEAD = 200_000
_LEVELS = {"j": Kind.ARTICLE, "m": Kind.CHAPTER}  # of what holds a part
_HEADING = re.compile(r"Abstract\b[.:\s]*", re.IGNORECASE)


def likeness(source: Source) -> float:
    """Certain where XML has a <biblStruct> or a header of TEI."""
    head = source.text[:_HEAD]
    return 0.97 if _STRUCT.search(head) or _HEADER.search(head) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """The paper that the header describes, or a record each <biblStruct>."""
    head = source.text[:_HEAD]
    if _FULL.search(head):
        yield from element_records(source, ("biblFull",), "record", NAME, _document_fields)
    elif _DESCRIBED.search(head) or not _STRUCT.search(head):
        yield from element_records(source, ("TEI",), "document", NAME, _document_fields)
    else:
        yield from element_records(source, ("biblStruct",), "record", NAME, record_fields)


def _document_fields(document: Element) -> Fields:
    """The fields of a document or a full description: its source's, with abstract and keywords."""
    struct = next((found.find("biblStruct") for found in document.iter("sourceDesc")), None)
    fields = record_fields(struct) if struct is not None else Fields()
    header = next(document.iter("titleStmt"), Element("none"))
    profile = next(document.iter("profileDesc"), Element("none"))
    more = {
        "title": _title(header),
        "authors": tuple(_people(header, "author")),
        "abstract": _HEADING.sub("", shown_in(profile.find("abstract")), count=1),
        "keywords": unique(map(text_in, profile.findall("textClass/keywords//term"))),
    }
    return fields_of({**more, **fields})


def record_fields(struct: Element) -> Fields:
    """The fields of one <biblStruct>: a part (analytic) of a whole (monogr), or the whole."""
    part, whole = struct.find("analytic"), below(struct, "monogr")
    own = whole if part is None else part
    ids = {found.get("type", "").lower(): text_in(found) for found in struct.iter("idno")}
    date = _date(whole)
    fields = fields_of(
        {
            "title": _title(own) or _title(whole),
            "authors": tuple(_people(own, "author")),
            "editors": tuple(_people(whole, "editor")),
            "abstract": next(
                (shown_in(note) for note in struct.iter("note") if note.get("type") == "abstract"), ""
            ),
            "venue": _title(whole) if part is not None and _title(part) else "",
            "kind": _kind(struct, part, whole),
            "arxiv": arxiv_of(ids.get("arxiv", "")),
            "doi": doi_of(ids.get("doi", "")),
            "ids": without_empty(
                {
                    **numbers([text for name, text in ids.items() if "ssn" in name or "isbn" in name]),
                    "pmid": ids.get("pmid", ""),
                    "pmcid": ids.get("pmcid", ""),
                    "hal": ids.get("halid", ""),
                }
            ),
            "url": next((found.get("target", "") for found in struct.iter("ptr")), "") or ids.get("url", ""),
            "keywords": unique(text_in(note) for note in struct.iter("note") if note.get("type") == "tag"),
            "details": {**_details(struct, whole), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    return fields


def _title(level: Element) -> str:
    """The main title; one that is a translation or short only where there is no other."""
    told = [title for title in level.findall("title") if text_in(title)]
    main = [title for title in told if title.get("type", "main") == "main"]
    return shown_in(next(iter(main or told), None))


def _people(level: Element, role: str) -> Iterator[Name]:
    for person in level.findall(role):
        named = person if person.find("persName") is None else below(person, "persName")
        family, given = (_joined(named, tag) for tag in ("surname", "forename"))
        if family or given:
            yield Name(given=given, family=family, suffix=_joined(named, "genName"))
        elif person.find("affiliation") is None and (name := Name.parse(text_in(named))):
            yield name


def _joined(element: Element, tag: str) -> str:
    return " ".join(filter(None, map(text_in, element.findall(tag))))


def _date(whole: Element) -> str:
    dates = whole.findall("imprint/date")
    told = [found.get("when") or text_in(found) for found in dates if found.get("type") != "accessed"]
    return next((date for text in told if (date := date_of(text))), "")


def _kind(struct: Element, part: Element | None, whole: Element) -> Kind | None:
    said = kind_of(struct.get("type", "").replace("-", " "))
    if said or part is None:
        return said or Kind.BOOK
    if whole.find("meeting") is not None:
        return Kind.INPROCEEDINGS
    level = next((title.get("level", "") for title in whole.findall("title")), "")
    return _LEVELS.get(level)


def _details(struct: Element, whole: Element) -> dict[str, str]:
    scopes = {found.get("unit", ""): found for found in whole.iter("biblScope")}
    page = scopes.get("page", scopes.get("pp"))
    pages = page_range(page.get("from", ""), page.get("to", "")) or text_in(page) if page is not None else ""
    return without_empty(
        {
            "volume": text_in(scopes.get("volume", scopes.get("vol"))),
            "number": text_in(scopes.get("issue")),
            "pages": pages,
            "series": text_at(struct, "series/title"),
            "publisher": text_at(whole, "imprint/publisher"),
            "address": text_at(whole, "imprint/pubPlace"),
        }
    )


READER = Reader(NAME, likeness, read)
