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
from generator.sources.xml.slices import start_tag
from generator.sources.xml.texts import below, shown_in, text_at, text_in
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
            "ids": without_empty({**numbers([text_at(book, "Isbn")]), "pmid": text_at(document, "PMID")}),
            "details": without_empty(
                {
                    "publisher": text_at(book, "Publisher/PublisherName"),
                    "address": text_at(book, "Publisher/PublisherLocation"),
                    "series": text_at(book, "CollectionTitle"),
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
                shown_in(article.find("ArticleTitle")) or text_at(article, "VernacularTitle")
            ),
            "authors": tuple(_people(article.find("AuthorList"))),
            "abstract": _abstract(article),
            "venue": text_at(article, "Journal/Title"),
            "kind": Kind.PREPRINT if "preprint" in types else Kind.ARTICLE,
            "doi": doi_of(ids.get("doi", ""), _located(article, "doi")),
            "ids": without_empty(
                {
                    **numbers([text_at(article, "Journal/ISSN")]),
                    "pmid": text_at(citation, "PMID"),
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
    told = page_range(text_at(article, "FirstPage"), text_at(article, "LastPage"))
    fields = fields_of(
        {
            "title": without_stop(text_at(article, "ArticleTitle") or text_at(article, "VernacularTitle")),
            "authors": tuple(_people(article.find("AuthorList"))),
            "abstract": _abstract(article) or shown_in(article.find("Abstract")),
            "venue": text_at(article, "Journal/JournalTitle"),
            "kind": Kind.ARTICLE,
            "doi": doi_of(_article_ids(article).get("doi", ""), _located(article, "doi")),
            "ids": numbers([text_at(article, "Journal/Issn")]),
            "keywords": unique(map(text_in, article.findall("ObjectList/Object[@Type='keyword']/Param"))),
            "details": without_empty(
                {
                    "volume": text_at(article, "Journal/Volume"),
                    "number": text_at(article, "Journal/Issue"),
                    "pages": told or article_number(_located(article, "pii")),
                    "publisher": text_at(article, "Journal/PublisherName"),
                    "language": text_at(article, "Language"),
                    **date_details(date),
                }
            ),
        }
    )
    fields.update(date_fields(date))
    return fields


def _article_ids(element: Element) -> dict[str, str]:
    return {found.get("IdType", ""): text_in(found) for found in element.findall("ArticleIdList/ArticleId")}


def _located(element: Element, kind: str) -> str:
    return text_at(element, f"ELocationID[@EIdType='{kind}']")


def _pages(element: Element) -> str:
    """The pages; where there are none, the number of the article."""
    within = below(element, "Pagination")
    first, last = text_at(within, "StartPage"), text_at(within, "EndPage")
    told = text_at(within, "MedlinePgn") or page_range(first, last)
    return full_pages(told) or article_number(_located(element, "pii"))


def _headings(citation: Element) -> tuple[str, ...]:
    """The medical subject headings as MEDLINE's text has them: 'Caregivers/education'."""
    headings = citation.findall("MeshHeadingList/MeshHeading")
    return unique("/".join(map(text_in, heading)) for heading in headings)


def _date(date: Element) -> str:
    year = text_at(date, "Year")
    if not year:
        return date_of(text_at(date, "MedlineDate"))
    day = text_at(date, "Day")
    return join_date(year, month_number(text_at(date, "Month")), number_of(day))


def _abstract(article: Element) -> str:
    return " ".join(map(_labelled, article.findall("Abstract/AbstractText")))


def _people(listed: Element | None) -> Iterator[Name]:
    for author in listed.findall("Author") if listed is not None else ():
        family = text_at(author, "LastName") or text_at(author, "CollectiveName")
        parts = (text_at(author, "FirstName"), text_at(author, "MiddleName"))
        given = text_at(author, "ForeName") or " ".join(filter(None, parts)) or text_at(author, "Initials")
        if family:
            yield Name(given=given, family=family, suffix=text_at(author, "Suffix"))


def _labelled(part: Element) -> str:
    label, text = part.get("Label", ""), shown_in(part)
    return f"{label}: {text}" if label and label != "UNLABELLED" else text


def _details(article: Element) -> dict[str, str]:
    issue = below(article, "Journal/JournalIssue")
    return without_empty(
        {
            "volume": text_at(issue, "Volume"),
            "number": text_at(issue, "Issue"),
            "pages": _pages(article),
            "language": text_at(article, "Language"),
        }
    )


READER = Reader(NAME, likeness, read)
