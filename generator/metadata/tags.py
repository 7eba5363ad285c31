"""The tags that Google Scholar and reference managers read: citation_* (Highwire Press) and Dublin Core.

Sources: Google Scholar's "Inclusion Guidelines for Webmasters"; Zotero's Embedded Metadata translator.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.exports.facts import date_parts, page_range, real_venue
from generator.exports.markdown import best_address
from generator.metadata.kinds import KIND_NAMES
from generator.metadata.people import written
from generator.model import Kind, Paper
from generator.text import Name, fold

_VENUE_TAGS = {
    Kind.ARTICLE: "citation_journal_title",
    Kind.INPROCEEDINGS: "citation_conference_title",
    Kind.CHAPTER: "citation_book_title",
}
_INSTITUTION_TAGS = {
    Kind.THESIS: "citation_dissertation_institution",
    Kind.REPORT: "citation_technical_report_institution",
}
_DETAIL_TAGS = {
    "volume": "citation_volume",
    "number": "citation_issue",
    "publisher": "citation_publisher",
    "language": "citation_language",
    "series": "citation_series_title",
}


def citation_tags(paper: Paper) -> Iterator[tuple[str, str]]:
    """Name and content of each tag, the title left to the caller; empty values are left out."""
    yield from (("citation_author", _author(name)) for name in paper.authors)
    for name, value in _facts(paper):
        if value:
            yield name, value


def dublin_core(paper: Paper) -> Iterator[tuple[str, str]]:
    """What Zotero needs besides: the exact type, what a paper in proceedings is a part of, and the whole
    abstract, as it would take the page's shortened description for it."""
    venue = real_venue(paper)
    yield "DC.type", KIND_NAMES[paper.kind].zotero
    if venue and paper.kind is not Kind.ARTICLE:
        yield "DC.source", venue.plain
    if paper.abstract and paper.abstract.plain:
        yield "DCTERMS.abstract", paper.abstract.plain


def _facts(paper: Paper) -> Iterator[tuple[str, str]]:
    details, venue = paper.details, real_venue(paper)
    yield "citation_publication_date", "/".join(f"{part:02}" for part in date_parts(paper))
    if venue and paper.kind in _VENUE_TAGS:
        yield _VENUE_TAGS[paper.kind], venue.plain
    if paper.kind in _INSTITUTION_TAGS:
        yield (
            _INSTITUTION_TAGS[paper.kind],
            fold(details.get("institution", "")) or (venue.plain if venue else ""),
        )
    for detail, name in _DETAIL_TAGS.items():
        report_number = detail == "number" and paper.kind is Kind.REPORT
        yield "citation_technical_report_number" if report_number else name, fold(details.get(detail, ""))
    first, last = page_range(details.get("pages", ""))
    yield "citation_firstpage", fold(first)
    yield "citation_lastpage", fold(last)
    for id, name in (("doi", "citation_doi"), ("issn", "citation_issn"), ("isbn", "citation_isbn")):
        yield name, fold(paper.ids.get(id, ""))
    yield "citation_pmid", fold(paper.ids.get("pmid", ""))
    yield "citation_public_url", best_address(paper) or ""
    yield "citation_pdf_url", f"https://arxiv.org/pdf/{paper.arxiv}" if paper.arxiv else ""
    yield "citation_keywords", "; ".join(fold(word) for word in paper.keywords)


def _author(name: Name) -> str:
    """'Family, Given'. Zotero takes a comma between names of several words for one between two people; the
    semicolon, which ends a list of one name, tells it otherwise."""
    one = written(name)
    family, _, given = one.partition(", ")
    return f"{one};" if " " in family and " " in given else one
