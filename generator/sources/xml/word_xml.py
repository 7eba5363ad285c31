"""The sources of a document in Microsoft Word (Sources.xml): <b:Sources><b:Source>…

ECMA-376, part 1, section 22.6 (bibliography).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from generator.model import Fields, Kind, ReadItem
from generator.sources.common import (
    date_details,
    date_fields,
    doi_of,
    fields_of,
    find_ids,
    join_date,
    month_number,
    number_of,
    without_empty,
)
from generator.sources.reader import Reader, Source
from generator.sources.tagged.tags import numbers, pages
from generator.sources.xml.records import element_records
from generator.sources.xml.slices import text_in
from generator.text import Name

NAME = "word-xml"

_NAMESPACE = "officeDocument/2006/bibliography"
_KINDS: Mapping[str, Kind] = {
    "JournalArticle": Kind.ARTICLE,
    "ArticleInAPeriodical": Kind.ARTICLE,
    "ConferenceProceedings": Kind.INPROCEEDINGS,
    "Book": Kind.BOOK,
    "BookSection": Kind.CHAPTER,
    "Report": Kind.REPORT,
    "Patent": Kind.REPORT,
    "InternetSite": Kind.WEBPAGE,
    "DocumentFromInternetSite": Kind.WEBPAGE,
}
_VENUES = ("JournalName", "PeriodicalTitle", "BookTitle", "ConferenceName", "InternetSiteTitle")
_MARK = re.compile(r":?IS[BS]N:\s*")


def likeness(source: Source) -> float:
    """Certain where the sources have Word's namespace."""
    head = source.text[:20_000]
    return 0.97 if _NAMESPACE in head and re.search(r"<(?:b:)?Source[\s>]", head) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each <b:Source>."""
    yield from element_records(source, ("Source",), "source", NAME, record_fields)


def record_fields(record: Element) -> Fields:
    """The fields of one source."""
    day, url = _text(record, "Day"), _text(record, "URL")
    date = join_date(_text(record, "Year"), month_number(_text(record, "Month")), number_of(day))
    said = find_ids(url, _text(record, "DOI"))
    kind = Kind.THESIS if _text(record, "ThesisType") else _KINDS.get(_text(record, "SourceType"))
    told = _MARK.sub("", _text(record, "StandardNumber"))
    fields = fields_of(
        {
            "title": _text(record, "Title"),
            "authors": tuple(_people(record, "Author")),
            "editors": tuple(_people(record, "Editor")),
            "abstract": _text(record, "BIBTEX_Abstract"),
            "venue": next((text for name in _VENUES if (text := _text(record, name))), ""),
            "kind": kind,
            **said,
            "doi": doi_of(_text(record, "DOI")) or said.get("doi", ""),
            "ids": without_empty({**numbers([told]), "citekey": _text(record, "Tag")}),
            "url": url,
            "comment": _text(record, "Comments"),
            "details": without_empty(
                {
                    "volume": _text(record, "Volume"),
                    "number": _text(record, "Issue"),
                    "pages": pages(_text(record, "Pages")),
                    "edition": _text(record, "Edition"),
                    "publisher": _text(record, "Publisher"),
                    "institution": _text(record, "Institution"),
                    "address": _text(record, "City"),
                    "type": _text(record, "ThesisType"),
                    **date_details(date),
                }
            ),
        }
    )
    fields.update(date_fields(date))
    return fields


def _people(record: Element, role: str) -> Iterator[Name]:
    for person in record.findall(f"Author/{role}/NameList/Person"):
        given = " ".join(filter(None, (_text(person, "First"), _text(person, "Middle"))))
        if family := _text(person, "Last"):
            yield Name(given=given, family=family)
        elif given:
            yield Name.parse(given)
    if group := _text(record, f"Author/{role}/Corporate"):
        yield Name(family=group)


def _text(element: Element, path: str) -> str:
    return text_in(element.find(path))


READER = Reader(NAME, likeness, read)
