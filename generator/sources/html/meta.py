"""What a page's meta tags say about the paper it shows: `citation_*` (Highwire Press), Dublin Core, PRISM."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Fields, Kind
from generator.sources.common import (
    arxiv_of,
    date_details,
    date_fields,
    date_of,
    doi_of,
    fields_of,
    page_range,
    split_keywords,
    unique,
    without_empty,
)
from generator.sources.tagged.tags import numbers, people
from generator.sources.values import without_tags

Meta = Sequence[tuple[str, str]]

_LABEL = re.compile(r"^\s*abstract\s*[:.]?\s+", re.IGNORECASE)
_DATES = (
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "citation_year",
    "dc.date",
    "dc.issued",
)
_ABSTRACTS = ("citation_abstract", "dcterms.abstract")
_DESCRIPTIONS = ("dc.description", "og:description", "description")


def meta_fields(meta: Meta, abstract: str, shown_people: Sequence[str]) -> Fields:
    """The fields of the page's paper, none without a `citation_title`.

    abstract, shown_people: as the page shows them; its authors where no tag tells them.
    """
    title = without_tags(_first(meta, "citation_title"))
    if not title:
        return Fields()
    date = next((date for text in _all(meta, *_DATES) if (date := date_of(text))), "")
    url = _first(meta, "citation_abstract_html_url", "citation_public_url", "og:url")
    fields = fields_of(
        {
            "title": title,
            "authors": people(
                _all(meta, "citation_author")
                or _all(meta, "citation_authors")
                or _all(meta, "dc.creator")
                or shown_people
            ),
            "editors": people(_all(meta, "citation_editor")),
            "abstract": _abstract(meta, abstract),
            "venue": without_tags(
                _first(meta, "citation_journal_title", "citation_conference_title", "citation_inbook_title")
            ),
            "kind": _kind(meta),
            "arxiv": arxiv_of(_first(meta, "citation_arxiv_id"), url, _first(meta, "citation_doi")),
            "doi": doi_of(*_all(meta, "citation_doi", "dc.identifier", "prism.doi")),
            "ids": _ids(meta),
            "url": url or _first(meta, "citation_fulltext_html_url", "citation_pdf_url"),
            "keywords": _keywords(meta),
            "details": {**_details(meta), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    return fields


def _all(meta: Meta, *names: str) -> list[str]:
    """What the tags of these names say, name by name."""
    said = (content.strip() for name in names for known, content in meta if known == name)
    return [content for content in said if content]


def _first(meta: Meta, *names: str) -> str:
    return next(iter(_all(meta, *names)), "")


def _abstract(meta: Meta, shown: str) -> str:
    """The abstract that is told, else the one shown, else a description long enough to be one."""
    told = without_tags(_first(meta, *_ABSTRACTS))
    described = without_tags(_first(meta, *_DESCRIPTIONS))
    shown = _LABEL.sub("", shown)
    return told or (shown if len(shown) > 150 else "") or (described if len(described) > 250 else "")


def _kind(meta: Meta) -> Kind | None:
    for name, kind in (
        ("citation_conference_title", Kind.INPROCEEDINGS),
        ("citation_inbook_title", Kind.CHAPTER),
        ("citation_dissertation_institution", Kind.THESIS),
        ("citation_technical_report_institution", Kind.REPORT),
        ("citation_journal_title", Kind.ARTICLE),
        ("citation_arxiv_id", Kind.PREPRINT),
    ):
        if _first(meta, name):
            return kind
    return None


def _keywords(meta: Meta) -> tuple[str, ...]:
    found = _all(meta, "citation_keywords")
    return split_keywords(found[0]) if len(found) == 1 else unique(found)


def _ids(meta: Meta) -> dict[str, str]:
    found = numbers([*_all(meta, "citation_isbn"), *_all(meta, "citation_issn")])
    return without_empty({**found, "pmid": _first(meta, "citation_pmid")})


def _details(meta: Meta) -> dict[str, str]:
    return without_empty(
        {
            "volume": _first(meta, "citation_volume"),
            "number": _first(meta, "citation_issue"),
            "pages": page_range(_first(meta, "citation_firstpage"), _first(meta, "citation_lastpage")),
            "publisher": _first(meta, "citation_publisher"),
            "institution": _first(
                meta, "citation_dissertation_institution", "citation_technical_report_institution"
            ),
            "language": _first(meta, "citation_language"),
        }
    )
