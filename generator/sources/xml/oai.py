"""Records as repositories hand them on (OAI-PMH): arXiv's own, `arXiv` and `arXivRaw`, and Dublin Core.

https://info.arxiv.org/help/oa/index.html, http://www.openarchives.org/OAI/openarchivesprotocol.html.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
from generator.sources.reader import Reader, Source
from generator.sources.tables import kind_of
from generator.sources.tagged.tags import numbers, people
from generator.sources.xml.records import element_records
from generator.sources.xml.slices import start_tag, text_in
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
    created = _text(record, "created") or "".join(versions[:1])
    updated = _text(record, "updated") or "".join(versions[1:][-1:])
    venue = _text(record, "journal-ref")
    return fields_of(
        {
            "title": _text(record, "title"),
            "authors": tuple(_authors(record)) or Name.parse_list(_text(record, "authors"), inverted=False),
            "abstract": _text(record, "abstract"),
            "venue": venue,
            "kind": None if venue else Kind.PREPRINT,
            "arxiv": arxiv_of(_text(record, "id")),
            "doi": doi_of(*_text(record, "doi").split()[:1]),
            "comment": _text(record, "comments"),
            "created": created,
            "updated": updated if updated != created else "",
            "details": without_empty(
                {
                    "primaryclass": _text(record, "categories").partition(" ")[0],
                    "number": _text(record, "report-no"),
                }
            ),
        }
    )


def _authors(record: Element) -> Iterator[Name]:
    for author in record.findall("authors/author"):
        family = _text(author, "keyname")
        if family and family not in _NO_NAME:
            yield Name(family=family, given=_text(author, "forenames"), suffix=_text(author, "suffix"))


def _dublin_core(record: Element) -> Fields:
    places = _all(record, "identifier")
    said = find_ids(*places)
    texts = _all(record, "description")
    remarks = [text for text in texts if _COMMENT.match(text)]
    date = next((date for text in _all(record, "date") if (date := date_of(text))), "")
    kinds = [kind for text in _all(record, "type") if (kind := kind_of(text.rpartition("/")[2]))]
    fields = fields_of(
        {
            "title": _text(record, "title"),
            "authors": people(_all(record, "creator")),
            "abstract": next((text for text in texts if text not in remarks), ""),
            "venue": _text(record, "source"),
            "kind": next(iter(kinds), Kind.PREPRINT if "arxiv" in said else None),
            **said,
            "ids": numbers(places),
            "url": next((text for text in places if text.startswith("http")), ""),
            "comment": _COMMENT.sub("", "".join(remarks[:1])),
            "keywords": unique(_all(record, "subject")),
            "details": without_empty(
                {
                    "publisher": _text(record, "publisher"),
                    "language": _text(record, "language"),
                    **date_details(date),
                }
            ),
        }
    )
    fields.update(date_fields(date))
    return fields


def _text(element: Element, path: str) -> str:
    return text_in(element.find(path))


def _all(element: Element, path: str) -> Sequence[str]:
    return [text for found in element.findall(path) if (text := text_in(found))]


READER = Reader(NAME, likeness, read)
