"""JATS, the XML of articles in PubMed Central and at publishers: <article><front><article-meta>…

Journal Article Tag Suite, ANSI/NISO Z39.96; also NLM's older article DTD.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.model import Fields, Kind, ReadItem
from generator.sources.common import (
    date_details,
    date_fields,
    doi_of,
    fields_of,
    page_range,
    unique,
    without_empty,
)
from generator.sources.reader import Reader, Source
from generator.sources.tagged.tags import numbers
from generator.sources.xml.records import element_records
from generator.sources.xml.texts import below, date_in, sections_in, shown_in, text_at, text_in
from generator.text import Name

NAME = "jats"

_NO_ABSTRACTS = frozenset({"summary", "graphical", "teaser", "precis", "toc", "key-points", "video"})
# Dates of publication: in an issue, in a volume on the web; when an archive let the text out is none.
_NEVER = 9
_ISSUES = {"ppub": 0, "epub-ppub": 0, "collection": 1, "pmc-release": _NEVER, "nihms-submitted": _NEVER}


def likeness(source: Source) -> float:
    """Certain where an article of JATS has its metadata."""
    text = source.text[:100_000]
    return 0.97 if "<article-meta" in text and "<article" in text[:20_000] else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each <article>."""
    yield from element_records(source, ("article",), "article", NAME, record_fields)


def record_fields(article: Element) -> Fields:
    """The fields of one article."""
    meta = below(article, "front/article-meta")
    journal = below(article, "front/journal-meta")
    ids = {found.get("pub-id-type", ""): text_in(found) for found in meta.findall("article-id")}
    pmcid = ids.get("pmc", "") or ids.get("pmcid", "")
    date = _date(meta)
    preprint = article.get("article-type") == "preprint"
    fields = fields_of(
        {
            "title": _title(below(meta, "title-group")),
            "authors": tuple(_people(meta, "author")),
            "editors": tuple(_people(meta, "editor")),
            "abstract": _abstract(meta),
            "venue": text_in(next(journal.iter("journal-title"), None)),
            "kind": Kind.PREPRINT if preprint else Kind.ARTICLE,
            "doi": doi_of(ids.get("doi", "")),
            "ids": without_empty(
                {
                    **numbers([text_in(found) for found in journal.findall("issn")]),
                    "pmid": ids.get("pmid", ""),
                    "pmcid": f"PMC{pmcid}" if pmcid.isdigit() else pmcid,
                }
            ),
            "keywords": unique(map(text_in, meta.findall("kwd-group/kwd"))),
            "details": {**_details(meta, journal), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    return fields


def _title(group: Element) -> str:
    """Title and subtitle without the marks of footnotes in them."""
    for mark in (*group.iter("xref"), *group.iter("fn")):
        behind = mark.tail
        mark.clear()
        mark.tail = behind
    title, subtitle = shown_in(group.find("article-title")), shown_in(group.find("subtitle"))
    return f"{title}: {subtitle}" if title and subtitle else title


def _people(meta: Element, role: str) -> Iterator[Name]:
    """The contributors with the role; those in a group that does not say one are authors."""
    for person in meta.findall("contrib-group/contrib"):
        if person.get("contrib-type", "author") != role:
            continue
        name = next(person.iter("name"), None)
        if name is not None:
            parts = (text_at(name, part) for part in ("given-names", "surname", "suffix"))
            given, family, suffix = parts
            yield Name(given=given, family=family, suffix=suffix)
        elif whole := text_at(person, "collab") or text_at(person, "string-name"):
            yield Name(family=whole) if person.find("collab") is not None else Name.parse(whole)


def _abstract(meta: Element) -> str:
    """The first abstract that is no summary for others: its paragraphs, each section after its title."""
    found = [one for one in meta.findall("abstract") if one.get("abstract-type", "") not in _NO_ABSTRACTS]
    return sections_in(found[0]) if found else ""


def _date(meta: Element) -> str:
    """The most precise date in the year of the issue, or else in the year of any publication."""
    dated = [(_ISSUES.get(_kind_of(date), 2), date_in(date)) for date in meta.findall("pub-date")]
    dates = [day for _, day in sorted((rank, day) for rank, day in dated if rank < _NEVER and day)]
    return max((day for day in dates if day[:4] == dates[0][:4]), key=len, default="")


def _kind_of(date: Element) -> str:
    return date.get("pub-type") or date.get("date-type") or ""


def _details(meta: Element, journal: Element) -> dict[str, str]:
    ranged = page_range(text_at(meta, "fpage"), text_at(meta, "lpage"))
    return without_empty(
        {
            "volume": text_at(meta, "volume"),
            "number": text_at(meta, "issue"),
            "pages": ranged or text_at(meta, "elocation-id"),
            "publisher": text_at(journal, "publisher/publisher-name"),
        }
    )


READER = Reader(NAME, likeness, read)
