"""RSS feeds of papers saved as files: arXiv's daily lists, journals' and publishers', PubMed's searches.

RSS 2.0 and 1.0, with the elements of Dublin Core and PRISM that journals put into them.
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
    find_ids,
    page_range,
    unique,
    without_empty,
)
from generator.sources.reader import Reader, Source
from generator.sources.values import without_tags
from generator.sources.xml.feed_texts import abstract_in, people_in
from generator.sources.xml.records import element_records
from generator.sources.xml.texts import text_in

NAME = "rss"

_FEED = re.compile(r"<rss\b|<(?:\w{1,20}:)?RDF\b[^<>]{0,2000}http://purl\.org/rss/1\.0/?[\"']")
_OLD_ARXIV = re.compile(r"\.? \(arXiv:[^()]{5,40}\)\Z")  # behind titles until 2024
_MAIL = re.compile(r"(?<!\S)[^\s@]{1,100}@[^\s@]{1,255}\s{1,9}\(([^()]{1,200})\)")
_EMPTY = ("doi:", "pmid:", "http", "issn")


def likeness(source: Source) -> float:
    """Certain where a feed begins."""
    return 0.97 if _FEED.search(source.text[:20_000]) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each <item>."""
    yield from element_records(source, ("item",), "item", NAME, record_fields)


def record_fields(item: Element) -> Fields:
    """The fields of one item."""
    identifiers = _texts(item, "identifier")
    url = next((text for text in _texts(item, "link", "guid") if text.startswith("http")), "")
    arxiv = arxiv_of(*_texts(item, "guid"), url)
    date = "" if arxiv else date_of(_first(item, "publicationDate", "coverDate", "date", "pubDate"))
    pmid = next((text.partition(":")[2] for text in identifiers if text.startswith("pmid:")), "")
    fields = fields_of(
        {
            "title": _OLD_ARXIV.sub("", _first(item, "title")),
            "authors": people_in(_people(item), inverted=not arxiv),
            "abstract": abstract_in(*_texts(item, "encoded", "description")),
            "venue": _venue(item),
            "kind": Kind.PREPRINT if arxiv else None,
            "arxiv": arxiv,
            "doi": doi_of(*_texts(item, "doi", "DOI"), *identifiers) or find_ids(url).get("doi", ""),
            "ids": without_empty({"pmid": pmid}),
            "url": url,
            "keywords": () if arxiv else unique(_texts(item, "category", "subject")),
            "details": {**_details(item, arxiv), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    return fields


def _people(item: Element) -> list[str]:
    return _texts(item, "creator") or [_MAIL.sub(r"\1", text) for text in _texts(item, "author")]


def _venue(item: Element) -> str:
    named = _texts(item, "publicationName", "source")
    return next((text for text in named if not text.lower().startswith(_EMPTY)), "")


def _details(item: Element, arxiv: str) -> dict[str, str]:
    found = {
        "volume": _first(item, "volume"),
        "number": _first(item, "number"),
        "pages": page_range(_first(item, "startingPage"), _first(item, "endingPage")),
        "publisher": "" if arxiv else _first(item, "publisher"),
        "primaryclass": _first(item, "category") if arxiv else "",
    }
    return without_empty(found)


def _texts(item: Element, *names: str) -> list[str]:
    found = (element for name in names for element in item.findall(name))
    return [text for element in found if (text := without_tags(text_in(element)))]


def _first(item: Element, *names: str) -> str:
    return next(iter(_texts(item, *names)), "")


READER = Reader(NAME, likeness, read)
