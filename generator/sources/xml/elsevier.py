"""Elsevier's articles in XML: what its API answers, with the paper in <coredata>, or an article alone.

https://dev.elsevier.com/documentation/ArticleRetrievalAPI.wadl.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from generator.model import Fields, Kind
from generator.sources.common import doi_of, fields_of, unique
from generator.sources.xml.texts import below, shown_in, text_at, text_in
from generator.sources.xml.xml_list import fields_of_element
from generator.text import Name

_ANSWER = "<full-text-retrieval-response"
_ARTICLE = re.compile(r"<(?:[a-z]{1,5}:)?item-info[\s>]")
_ARTICLES = ("article", "converted-article", "simple-article", "chapter")
_HEADING = re.compile(r"\A\s*Abstract\s+(?=[A-Z])")


def reading(text: str) -> tuple[tuple[str, ...], Callable[[Element], Fields]] | None:
    """The names of a record and what reads one, where a text is Elsevier's; else None."""
    head = text[:100_000]
    if _ANSWER in head and "<coredata" in head:
        return ("coredata",), _core_fields
    return (_ARTICLES, _article_fields) if _ARTICLE.search(head) and "/xml/common/" in head else None


def _core_fields(core: Element) -> Fields:
    for described in core.findall("description"):
        described.text = _HEADING.sub("", described.text or "")
    return fields_of_element(core)


def _article_fields(article: Element) -> Fields:
    head = article.find("head")
    if head is None:
        head = article
    doi = text_at(article, "item-info/doi")
    abstracts = [one for one in head.findall("abstract") if one.get("class", "author") == "author"]
    paragraphs = [shown_in(one) for found in abstracts[:1] for one in found.iter("simple-para")]
    people = (
        Name(given=text_at(one, "given-name"), family=text_at(one, "surname"))
        for one in head.findall("author-group/author")
    )
    return fields_of(
        {
            "title": shown_in(head.find("title")),
            "authors": tuple(name for name in people if name),
            "abstract": " ".join(paragraphs),
            "kind": Kind.ARTICLE,
            "doi": doi_of(doi) or doi,
            "keywords": unique(map(text_in, below(head, "keywords").iter("text"))),
        }
    )
