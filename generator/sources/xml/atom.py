"""Atom feeds saved as files (RFC 4287): arXiv's answers, with its own elements, and feeds of papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.model import Fields, Kind, Problem, RawRecord, ReadItem
from generator.sources.common import arxiv_of, doi_of, fields_of, find_ids, iso_date, unique
from generator.sources.lines import Lines, around
from generator.sources.reader import Reader, Source
from generator.sources.values import without_tags
from generator.sources.xml.feed_texts import people_in, without_announcement
from generator.sources.xml.slices import slices
from generator.sources.xml.texts import text_in
from generator.text import Name

NAME = "atom"

_ERROR = "arxiv.org/api/errors"  # in the id of the one entry of such an answer
_FEED = re.compile(r"<(?:\w{1,20}:)?(?:feed|entry)\b[^<>]{0,500}http://www\.w3\.org/2005/Atom")


def likeness(source: Source) -> float:
    """Certain where a feed of Atom's namespace begins."""
    return 0.97 if _FEED.search(source.text[:20_000]) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each <entry>."""
    lines = Lines(source.text)
    taken = []
    for found in slices(source.text, "entry"):
        origin = source.origin(lines.number(found.start), lines.number(found.end - 1), NAME)
        taken.append(origin)
        if found.element is None:
            yield Problem("broken-xml", "error", f"the entry is no XML ({found.fault}): mend it", origin)
        elif _ERROR in _first(found.element, "id"):
            message = f"arXiv answered with an error ({_first(found.element, 'summary')}): ask again"
            yield Problem("feed-error", "error", message, origin)
        elif fields := record_fields(found.element):
            yield RawRecord(origin, source.text[found.start : found.end], fields)
        else:
            yield Problem("empty-record", "warning", "the entry names no paper: give it a title", origin)
    yield from around(source, taken, "XML around the entries", NAME)


def record_fields(entry: Element) -> Fields:
    """The fields of one entry; none without a title."""
    title = _first(entry, "title")
    if not title:
        return Fields()
    url = _url(entry)
    arxiv = arxiv_of(_first(entry, "id"), url)
    published, updated = iso_date(_first(entry, "published")), iso_date(_first(entry, "updated"))
    venue = _first(entry, "journal_ref")
    fields = fields_of(
        {
            "title": title,
            "authors": _authors(entry),
            "abstract": without_announcement(_first(entry, "summary", "content")),
            "venue": venue,
            "kind": Kind.PREPRINT if arxiv and not venue else None,
            "arxiv": arxiv,
            "doi": doi_of(_first(entry, "doi")) or find_ids(url, _first(entry, "id")).get("doi", ""),
            "url": url,
            "comment": _first(entry, "comment"),
            "created": published,
            "updated": updated if updated != published else "",
            "keywords": () if arxiv else unique(_attributes(entry, "category", "term")),
            "details": _details(entry),
        }
    )
    if published and not arxiv:
        fields["date"] = published
    return fields


def _authors(entry: Element) -> tuple[Name, ...]:
    named = _texts(entry, "author/name")
    return people_in(named or _texts(entry, "creator"), inverted=bool(named))


def _details(entry: Element) -> dict[str, str]:
    terms = _attributes(entry, "primary_category", "term")
    return {"primaryclass": terms[0]} if terms else {}


def _url(entry: Element) -> str:
    links = [link for link in entry.findall("link") if link.get("rel", "alternate") == "alternate"]
    known = next((link.get("href", "") for link in links), "")
    return known or next((text for text in _texts(entry, "id") if text.startswith("http")), "")


def _texts(entry: Element, path: str) -> list[str]:
    return [text for found in entry.findall(path) if (text := without_tags(text_in(found)))]


def _first(entry: Element, *paths: str) -> str:
    return next((text for path in paths for text in _texts(entry, path)), "")


def _attributes(entry: Element, path: str, name: str) -> list[str]:
    return [value for found in entry.findall(path) if (value := found.get(name, ""))]


READER = Reader(NAME, likeness, read)
