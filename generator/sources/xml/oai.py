"""Records as repositories hand them on (OAI-PMH): arXiv's own, `arXiv` and `arXivRaw`, and Dublin Core.

https://info.arxiv.org/help/oa/index.html, http://www.openarchives.org/OAI/openarchivesprotocol.html.
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
    unique,
    without_empty,
)
from generator.sources.kind_words import kind_of
from generator.sources.reader import Reader, Source
from generator.sources.tagged.tags import numbers, people
from generator.sources.xml.records import element_records
from generator.sources.xml.slices import start_tag
from generator.sources.xml.texts import text_at, text_in, texts_at
from generator.text import Name

NAME = "oai"

_TAGS = ("arXivRaw", "arXiv", "dc")
_START = start_tag(*_TAGS)
_NAMESPACE = ".org/OAI/"  # of arXiv's own records and of the protocol
_COMMENT = re.compile(r"Comments?:\s*")
_NO_NAME = frozenset({":", ";", ","})  # arXiv's mark between a collaboration and its members


def likeness(source: Source) -> float:
    """Certain where an XML text has such records, with a namespace of theirs."""
    head = source.text[:20_000]
    return 0.97 if _NAMESPACE in head and _START.search(head) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each."""
    yield from element_records(source, _TAGS, "record", NAME, record_fields)


def record_fields(record: Element) -> Fields:
    """The fields of one record."""
    return _dublin_core(record) if record.tag == "dc" else _arxiv(record)


def _arxiv(record: Element) -> Fields:
    versions = [date_of(text_in(found)) for found in record.findall("version/date")]
    created = text_at(record, "created") or "".join(versions[:1])
    updated = text_at(record, "updated") or "".join(versions[1:][-1:])
    venue = text_at(record, "journal-ref")
    return fields_of(
        {
            "title": text_at(record, "title"),
            "authors": tuple(_authors(record)) or Name.parse_list(text_at(record, "authors"), inverted=False),
            "abstract": text_at(record, "abstract"),
            "venue": venue,
            "kind": None if venue else Kind.PREPRINT,
            "arxiv": arxiv_of(text_at(record, "id")),
            "doi": doi_of(*text_at(record, "doi").split()[:1]),
            "comment": text_at(record, "comments"),
            "created": created,
            "updated": updated if updated != created else "",
            "details": without_empty(
                {
                    "primaryclass": text_at(record, "categories").partition(" ")[0],
                    "number": text_at(record, "report-no"),
                }
            ),
        }
    )


def _authors(record: Element) -> Iterator[Name]:
    for author in record.findall("authors/author"):
        family = text_at(author, "keyname")
        if family and family not in _NO_NAME:
            yield Name(family=family, given=text_at(author, "forenames"), suffix=text_at(author, "suffix"))


def _dublin_core(record: Element) -> Fields:
    places = texts_at(record, "identifier")
    said = find_ids(*places)
    texts = texts_at(record, "description")
    remarks = [text for text in texts if _COMMENT.match(text)]
    date = next((date for text in texts_at(record, "date") if (date := date_of(text))), "")
    kinds = [kind for text in texts_at(record, "type") if (kind := kind_of(text.rpartition("/")[2]))]
    fields = fields_of(
        {
            "title": text_at(record, "title"),
            "authors": people(texts_at(record, "creator")),
            "abstract": next((text for text in texts if text not in remarks), ""),
            "venue": text_at(record, "source"),
            "kind": next(iter(kinds), Kind.PREPRINT if "arxiv" in said else None),
            **said,
            "ids": numbers(places),
            "url": next((text for text in places if text.startswith("http")), ""),
            "comment": _COMMENT.sub("", "".join(remarks[:1])),
            "keywords": unique(texts_at(record, "subject")),
            "details": without_empty(
                {
                    "publisher": text_at(record, "publisher"),
                    "language": text_at(record, "language"),
                    **date_details(date),
                }
            ),
        }
    )
    fields.update(date_fields(date))
    return fields


READER = Reader(NAME, likeness, read)
