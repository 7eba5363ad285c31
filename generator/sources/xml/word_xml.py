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
from generator.sources.xml.texts import text_at
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
    day, url = text_at(record, "Day"), text_at(record, "URL")
    date = join_date(text_at(record, "Year"), month_number(text_at(record, "Month")), number_of(day))
    said = find_ids(url, text_at(record, "DOI"))
    kind = Kind.THESIS if text_at(record, "ThesisType") else _KINDS.get(text_at(record, "SourceType"))
    told = _MARK.sub("", text_at(record, "StandardNumber"))
    fields = fields_of(
        {
            "title": text_at(record, "Title"),
            "authors": tuple(_people(record, "Author")),
            "editors": tuple(_people(record, "Editor")),
            "abstract": text_at(record, "BIBTEX_Abstract"),
            "venue": next((text for name in _VENUES if (text := text_at(record, name))), ""),
            "kind": kind,
            **said,
            "doi": doi_of(text_at(record, "DOI")) or said.get("doi", ""),
            "ids": without_empty({**numbers([told]), "citekey": text_at(record, "Tag")}),
            "url": url,
            "comment": text_at(record, "Comments"),
            "details": without_empty(
                {
                    "volume": text_at(record, "Volume"),
                    "number": text_at(record, "Issue"),
                    "pages": pages(text_at(record, "Pages")),
                    "edition": text_at(record, "Edition"),
                    "publisher": text_at(record, "Publisher"),
                    "institution": text_at(record, "Institution"),
                    "address": text_at(record, "City"),
                    "type": text_at(record, "ThesisType"),
                    **date_details(date),
                }
            ),
        }
    )
    fields.update(date_fields(date))
    return fields


def _people(record: Element, role: str) -> Iterator[Name]:
    for person in record.findall(f"Author/{role}/NameList/Person"):
        given = " ".join(filter(None, (text_at(person, "First"), text_at(person, "Middle"))))
        if family := text_at(person, "Last"):
            yield Name(given=given, family=family)
        elif given:
            yield Name.parse(given)
    if group := text_at(record, f"Author/{role}/Corporate"):
        yield Name(family=group)


READER = Reader(NAME, likeness, read)
