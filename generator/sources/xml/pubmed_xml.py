"""PubMed's XML: <PubmedArticleSet><PubmedArticle>… (https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd),
and <ArticleSet><Article>…, in which publishers send it (https://www.ncbi.nlm.nih.gov/books/NBK3828/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.model import Fields, Kind, ReadItem
from generator.sources.common import (
    date_details,
    date_fields,
    date_of,
    doi_of,
    fields_of,
    join_date,
    month_number,
    number_of,
    page_range,
    unique,
    without_empty,
)
from generator.sources.reader import Reader, Source
from generator.sources.tagged.nbib import without_stop
from generator.sources.tagged.tags import article_number, full_pages, numbers
from generator.sources.xml.records import element_records
from generator.sources.xml.slices import below, shown_in, start_tag, text_in
from generator.text import Name

NAME = "pubmed-xml"

_TAGS = ("PubmedArticle", "PubmedBookArticle")
_START = start_tag(*_TAGS)
_SENT = re.compile(r"<ArticleSet(?=[\s>])")


def likeness(source: Source) -> float:
    """Certain where an XML text has articles of PubMed."""
    head = source.text[:20_000]
    return 0.97 if _START.search(head) or _SENT.search(head) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each <PubmedArticle> and <PubmedBookArticle>, or each <Article> of an <ArticleSet>."""
    tags = ("Article",) if _SENT.search(source.text[:20_000]) else _TAGS
    yield from element_records(source, tags, "article", NAME, record_fields)


def record_fields(record: Element) -> Fields:
    """The fields of one article, book or chapter."""
    if record.tag == "Article":
        return _sent_fields(record)
    return _book_fields(record) if record.tag == "PubmedBookArticle" else _article_fields(record)


def _book_fields(record: Element) -> Fields:
    document = below(record, "BookDocument")
    book = below(document, "Book")
    title, whole = shown_in(document.find("ArticleTitle")), shown_in(book.find("BookTitle"))
    date = _date(below(document, "ContributionDate")) or _date(below(book, "PubDate"))
    people = {found.get("Type", "authors"): found for found in book.findall("AuthorList")}
    authors = document.find("AuthorList")
    fields = fields_of(
        {
            "title": without_stop(title or whole),
            "authors": tuple(_people(authors if authors is not None else people.get("authors"))),
            "editors": tuple(_people(people.get("editors"))),
            "abstract": _abstract(document),
            "venue": whole if title else "",
            "kind": Kind.CHAPTER if title else Kind.BOOK,
            "doi": doi_of(
                _located(document, "doi"), _located(book, "doi"), _article_ids(document).get("doi", "")
            ),
            "ids": without_empty({**numbers([_text(book, "Isbn")]), "pmid": _text(document, "PMID")}),
            "details": without_empty(
                {
                    "publisher": _text(book, "Publisher/PublisherName"),
                    "address": _text(book, "Publisher/PublisherLocation"),
                    "series": _text(book, "CollectionTitle"),
                    "pages": _pages(document),
                }
            ),
        }
    )
    fields.update(date_fields(date))
    return fields


def _article_fields(record: Element) -> Fields:
    citation = below(record, "MedlineCitation")
    article = below(citation, "Article")
    ids = _article_ids(below(record, "PubmedData"))
    date = _date(below(article, "Journal/JournalIssue/PubDate"))
    types = " ".join(map(text_in, article.findall("PublicationTypeList/PublicationType"))).lower()
    fields = fields_of(
        {
            "title": without_stop(
                shown_in(article.find("ArticleTitle")) or _text(article, "VernacularTitle")
            ),
            "authors": tuple(_people(article.find("AuthorList"))),
            "abstract": _abstract(article),
            "venue": _text(article, "Journal/Title"),
            "kind": Kind.PREPRINT if "preprint" in types else Kind.ARTICLE,
            "doi": doi_of(ids.get("doi", ""), _located(article, "doi")),
            "ids": without_empty(
                {
                    **numbers([_text(article, "Journal/ISSN")]),
                    "pmid": _text(citation, "PMID"),
                    "pmcid": ids.get("pmc", ""),
                }
            ),
            "keywords": unique(map(text_in, citation.findall("KeywordList/Keyword"))) or _headings(citation),
            "details": {**_details(article), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    return fields


def _sent_fields(article: Element) -> Fields:
    """The fields of an article as its publisher sends it."""
    date = _date(below(article, "Journal/PubDate"))
    told = page_range(_text(article, "FirstPage"), _text(article, "LastPage"))
    fields = fields_of(
        {
            "title": without_stop(_text(article, "ArticleTitle") or _text(article, "VernacularTitle")),
            "authors": tuple(_people(article.find("AuthorList"))),
            "abstract": _abstract(article) or shown_in(article.find("Abstract")),
            "venue": _text(article, "Journal/JournalTitle"),
            "kind": Kind.ARTICLE,
            "doi": doi_of(_article_ids(article).get("doi", ""), _located(article, "doi")),
            "ids": numbers([_text(article, "Journal/Issn")]),
            "keywords": unique(map(text_in, article.findall("ObjectList/Object[@Type='keyword']/Param"))),
            "details": without_empty(
                {
                    "volume": _text(article, "Journal/Volume"),
                    "number": _text(article, "Journal/Issue"),
                    "pages": told or article_number(_located(article, "pii")),
                    "publisher": _text(article, "Journal/PublisherName"),
                    "language": _text(article, "Language"),
                    **date_details(date),
                }
            ),
        }
    )
    fields.update(date_fields(date))
    return fields


def _text(element: Element, path: str) -> str:
    return text_in(element.find(path))


def _article_ids(element: Element) -> dict[str, str]:
    return {found.get("IdType", ""): text_in(found) for found in element.findall("ArticleIdList/ArticleId")}


def _located(element: Element, kind: str) -> str:
    return _text(element, f"ELocationID[@EIdType='{kind}']")


def _pages(element: Element) -> str:
    """The pages; where there are none, the number of the article."""
    within = below(element, "Pagination")
    told = _text(within, "MedlinePgn") or page_range(_text(within, "StartPage"), _text(within, "EndPage"))
    return full_pages(told) or article_number(_located(element, "pii"))


def _headings(citation: Element) -> tuple[str, ...]:
    """The medical subject headings as MEDLINE's text has them: 'Caregivers/education'."""
    headings = citation.findall("MeshHeadingList/MeshHeading")
    return unique("/".join(map(text_in, heading)) for heading in headings)


def _date(date: Element) -> str:
    year = _text(date, "Year")
    if not year:
        return date_of(_text(date, "MedlineDate"))
    day = _text(date, "Day")
    return join_date(year, month_number(_text(date, "Month")), number_of(day))


def _abstract(article: Element) -> str:
    return " ".join(map(_labelled, article.findall("Abstract/AbstractText")))


def _people(listed: Element | None) -> Iterator[Name]:
    for author in listed.findall("Author") if listed is not None else ():
        family = _text(author, "LastName") or _text(author, "CollectiveName")
        parts = (_text(author, "FirstName"), _text(author, "MiddleName"))
        given = _text(author, "ForeName") or " ".join(filter(None, parts)) or _text(author, "Initials")
        if family:
            yield Name(given=given, family=family, suffix=_text(author, "Suffix"))


def _labelled(part: Element) -> str:
    label, text = part.get("Label", ""), shown_in(part)
    return f"{label}: {text}" if label and label != "UNLABELLED" else text


def _details(article: Element) -> dict[str, str]:
    issue = below(article, "Journal/JournalIssue")
    return without_empty(
        {
            "volume": _text(issue, "Volume"),
            "number": _text(issue, "Issue"),
            "pages": _pages(article),
            "language": _text(article, "Language"),
        }
    )


READER = Reader(NAME, likeness, read)
