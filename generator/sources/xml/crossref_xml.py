"""What publishers tell Crossref, and Crossref tells others (unixref, unixsd): an article below its journal,
a paper below its proceedings, a chapter below its book.

https://www.crossref.org/documentation/schema-library/markup-guide-record-types/.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from xml.etree.ElementTree import Element

from generator.model import Fields, Kind, ReadItem
from generator.sources.common import (
    arxiv_of,
    date_details,
    date_fields,
    doi_of,
    fields_of,
    page_range,
    without_empty,
)
from generator.sources.reader import Reader, Source
from generator.sources.tagged.tags import numbers
from generator.sources.xml.records import records_of
from generator.sources.xml.slices import Slice, slices, start_tag
from generator.sources.xml.texts import below, date_in, sections_in, shown_in, text_at, text_in
from generator.text import Name

NAME = "crossref-xml"

_KINDS: Mapping[str, Kind] = {
    "journal_article": Kind.ARTICLE,
    "conference_paper": Kind.INPROCEEDINGS,
    "content_item": Kind.CHAPTER,
    "posted_content": Kind.PREPRINT,
    "dissertation": Kind.THESIS,
    "dataset": Kind.DATASET,
    "peer_review": Kind.MISC,
    # What holds others, and is a record where there are none of them.
    "book_metadata": Kind.BOOK,
    "book_series_metadata": Kind.BOOK,
    "book_set_metadata": Kind.BOOK,
    "report-paper_metadata": Kind.REPORT,
    "report-paper_series_metadata": Kind.REPORT,
    "standard_metadata": Kind.REPORT,
    "proceedings_metadata": Kind.PROCEEDINGS,
    "proceedings_series_metadata": Kind.PROCEEDINGS,
}
_HOLDING = tuple(name for name in _KINDS if name.endswith("_metadata"))
_BESIDE = ("journal_metadata", "journal_issue", "event_metadata")
_HOLDERS = start_tag(
    *("journal", "conference", "book", "report-paper", "standard", "database"),
    *("posted_content", "dissertation", "peer_review"),
)
_CROSSREF = re.compile(r"<(?:[A-Za-z]\w{0,20}:)?(?:crossref|doi_batch)[\s>]")
_VENUES = ("full_title", "proceedings_title", "titles/title", "conference_name")
_DATES = ("publication_date", "posted_date", "approval_date", "acceptance_date", "review_date")
_NUMBERS = ("issn", "isbn", "series_metadata/issn")

_Whole = Mapping[str, Element]  # the elements that tell of what holds a record, by name


def likeness(source: Source) -> float:
    """Certain where Crossref's element stands above one of its records."""
    text = source.text[:100_000]
    return 0.97 if _CROSSREF.search(text[:20_000]) and start_tag(*_KINDS).search(text) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each article, paper, chapter, preprint or thesis; a book or volume where it has none."""
    yield from records_of(source, _parts(source.text), "record", NAME)


def _parts(text: str) -> Iterator[tuple[Slice, Callable[[Element], Fields]]]:
    """Each record with what reads it."""
    opened = [found.start() for found in _HOLDERS.finditer(text)]
    at = -1
    above: list[Slice] = []
    for part in slices(text, *_KINDS, *_BESIDE):
        if (holder := bisect_right(opened, part.start)) != at:
            yield from _alone(above)
            at, above = holder, []
        name = part.element.tag if part.element is not None else ""
        if name in _BESIDE or name in _HOLDING:
            above = [*(one for one in above if _tag(one) != name), part]
        else:
            yield part, partial(record_fields, _whole(above))
            above = [Slice(one.element, -1, -1) for one in above]  # spoken for
    yield from _alone(above)


def _tag(part: Slice) -> str:
    return str(part.element.tag) if part.element is not None else ""


def _whole(above: list[Slice]) -> _Whole:
    return {str(one.element.tag): one.element for one in above if one.element is not None}


def _alone(above: list[Slice]) -> Iterator[tuple[Slice, Callable[[Element], Fields]]]:
    """A book, report or volume of which no part was told."""
    whole = {name: element for name, element in _whole(above).items() if name in _BESIDE}
    for part in above:
        if part.start >= 0 and _tag(part) in _HOLDING:
            yield part, partial(record_fields, whole)


def record_fields(whole: _Whole, record: Element) -> Fields:
    """The fields of one record. whole: what is told of the journal, the volume or the book that holds it."""
    own = str(record.tag)
    kind = _KINDS[own]
    date = _date(record) or next((date for one in whole.values() if (date := _date(one))), "")
    doi = text_at(record, "doi_data/doi")
    url = text_at(record, "doi_data/resource")
    places = (record, *whole.values())
    numbered = [text_in(found) for one in places for path in _NUMBERS for found in one.findall(path)]
    abstract = record.find("abstract")
    title = shown_in(record.find("titles/title")) or shown_in(record.find("proceedings_title"))
    subtitle = shown_in(record.find("titles/subtitle"))
    fields = fields_of(
        {
            "title": f"{title}: {subtitle}" if title and subtitle else title,
            "authors": tuple(_people(record, "author")),
            "editors": tuple(_people(record, "editor"))
            or tuple(name for one in whole.values() for name in _people(one, "editor")),
            "abstract": sections_in(abstract) or shown_in(abstract),
            "venue": _venue(whole),
            "kind": kind,
            "arxiv": arxiv_of(doi, url),
            "doi": doi_of(doi) or doi,
            "ids": numbers(numbered),
            "url": url if url.startswith("http") else "",
            "details": {**_details(record, whole, kind), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    return fields


def _venue(whole: _Whole) -> str:
    """The journal, the volume or the book; of an event what it is called."""
    named = (text for path in _VENUES for one in whole.values() if (text := shown_in(one.find(path))))
    return next(named, "")


def _people(record: Element, role: str) -> Iterator[Name]:
    """Those with the role; a thesis has its author without a group."""
    groups = record.findall("contributors") or [record]
    for person in (one for group in groups for one in group):
        if person.get("contributor_role", "author") != role:
            continue
        if person.tag == "organization" and (named := text_in(person)):
            yield Name(family=named)
        elif person.tag == "person_name":
            given, family, suffix = (text_at(person, p) for p in ("given_name", "surname", "suffix"))
            yield Name(given=given, family=family, suffix=suffix)


def _date(record: Element) -> str:
    """The most precise date in the year of the issue, or else in the year of any publication."""
    told = [found for name in _DATES for found in record.findall(name)]
    told.sort(key=lambda date: date.get("media_type", "print") != "print")
    dates = [date for found in told if (date := date_in(found))]
    return max((date for date in dates if date[:4] == dates[0][:4]), key=len, default="")


def _details(record: Element, whole: _Whole, kind: Kind) -> dict[str, str]:
    def told(*paths: str) -> str:
        return next((text for path in paths for one in places if (text := text_at(one, path))), "")

    places = (record, *whole.values())
    pages = below(record, "pages")
    ranged = page_range(text_at(pages, "first_page"), text_at(pages, "last_page"))
    house = told("publisher/publisher_name")
    place = told("institution/institution_name")
    article = record.find("publisher_item/item_number[@item_number_type='article_number']")
    by_house = kind in (Kind.THESIS, Kind.REPORT)
    return without_empty(
        {
            "volume": told("journal_volume/volume", "volume"),
            "number": told("issue", "publisher_item/item_number[@item_number_type='report_number']"),
            "pages": ranged or text_in(article),
            "edition": told("edition_number"),
            "series": told("series_metadata/titles/title"),
            "publisher": "" if by_house else house or place,
            "institution": place or house if by_house else "",
            "address": told("publisher/publisher_place"),
        }
    )


READER = Reader(NAME, likeness, read)
