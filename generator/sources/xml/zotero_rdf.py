"""Zotero RDF, what Zotero exports where nothing else is chosen: an item with its journal in it or beside it.

People stand in sequences of RDF, identifiers behind their names: 'DOI 10.1038/nature14539'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from xml.etree.ElementTree import Element

from generator.model import Fields, ReadItem
from generator.sources.common import (
    date_details,
    date_fields,
    date_of,
    doi_of,
    fields_of,
    find_ids,
    ids_noted,
    unique,
    without_empty,
)
from generator.sources.kind_words import kind_of
from generator.sources.reader import Reader, Source
from generator.sources.tagged.tags import numbers, pages
from generator.sources.xml.records import element_records
from generator.sources.xml.slices import slices
from generator.sources.xml.texts import below, shown_in, text_at, text_in
from generator.text import Name

NAME = "zotero-rdf"

_HEAD = 2_000
_MARK = "http://www.zotero.org/namespaces/export#"
_ABOUT = r"(?=\s+rdf:about=)"
_ITEM = re.compile(rf"<((?:bib|rdf):[A-Z]\w{{2,30}}){_ABOUT}")
_HOLDERS = ("bib:Journal", "bib:Series", "bib:CourtReporter")
_BESIDE = frozenset({"bib:Memo", *_HOLDERS})


def likeness(source: Source) -> float:
    """Certain where RDF names Zotero's own vocabulary."""
    head = source.text[:_HEAD]
    return 0.97 if _MARK in head and "<rdf:RDF" in head else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each item; attachments, notes and collections are beside them."""
    tags = [f"{tag}{_ABOUT}" for tag in dict.fromkeys(_ITEM.findall(source.text)) if tag not in _BESIDE]
    found = (part.element for part in slices(source.text, *(f"{tag}{_ABOUT}" for tag in _HOLDERS)))
    holders = {element.get("about", ""): element for element in found if element is not None}
    yield from element_records(source, tags or ["bib:Article"], "item", NAME, partial(record_fields, holders))


def record_fields(holders: Mapping[str, Element], item: Element) -> Fields:
    """The fields of one item; holders: journals and series by their addresses."""
    parts = [_holder(part, holders) for part in item.findall("isPartOf")]
    whole = next((part for part in parts if part.tag != "Series"), Element("none"))
    series = next((part for part in parts if part.tag == "Series"), Element("none"))
    said = [text_in(found) for element in (item, whole) for found in element.findall("identifier")]
    url = text_at(item, "identifier/URI/value")
    note = text_at(item, "description")
    known = {**ids_noted(note), **find_ids(url)}
    date = date_of(text_at(item, "date"))
    fields = fields_of(
        {
            "title": shown_in(item.find("title")),
            "authors": tuple(_people(item, "authors")),
            "editors": tuple(_people(item, "editors")),
            "abstract": shown_in(item.find("abstract")),
            "venue": shown_in(whole.find("title")) or shown_in(item.find("presentedAt/Conference/title")),
            "kind": kind_of(text_at(item, "itemType")),
            "arxiv": known.get("arxiv", ""),
            "doi": doi_of(*(text.removeprefix("DOI ") for text in said)) or known.get("doi", ""),
            "ids": without_empty(
                {
                    **numbers([text.partition(" ")[2] for text in said if text.startswith("IS")]),
                    **{name: known.get(name, "") for name in ("pmid", "pmcid", "acl", "openreview")},
                    "citekey": text_at(item, "citationKey"),
                }
            ),
            "url": url,
            "keywords": unique(map(text_in, item.findall("subject"))),
            "details": {**_details(item, whole, series), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    return fields


def _holder(part: Element, holders: Mapping[str, Element]) -> Element:
    """What an item is part of: within it, or named by its address."""
    within = next(iter(part), None)
    return within if within is not None else holders.get(part.get("resource", ""), Element("none"))


def _people(item: Element, role: str) -> Iterator[Name]:
    for person in item.findall(f"{role}/Seq/li/Person"):
        name = Name(given=text_at(person, "givenName"), family=text_at(person, "surname"))
        if name:
            yield name


def _details(item: Element, whole: Element, series: Element) -> dict[str, str]:
    publisher = below(item, "publisher/Organization")
    found = {name: text_at(whole, name) or text_at(item, name) for name in ("volume", "number", "edition")}
    return without_empty(
        {
            **found,
            "pages": pages(text_at(item, "pages")),
            "series": text_at(series, "title"),
            "publisher": text_at(publisher, "name"),
            "address": text_at(publisher, "adr/Address/locality"),
            "language": text_at(item, "language"),
        }
    )


READER = Reader(NAME, likeness, read)
