"""What a page's JSON-LD says about the paper it shows, in the words of schema.org."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

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
from generator.sources.tagged.tags import numbers, pages
from generator.sources.values import names_of, text_of, texts_of, without_tags

Node = Mapping[str, object]

_KINDS: Mapping[str, Kind | None] = {
    "scholarlyarticle": None,  # an article, a paper of a conference or a preprint: what it is part of says it
    "medicalscholarlyarticle": None,
    "thesis": Kind.THESIS,
    "chapter": Kind.CHAPTER,
    "report": Kind.REPORT,
}
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage")  # where pages put the node of their paper


def json_ld_fields(scripts: Sequence[str]) -> Fields:
    """The fields of the one paper that the scripts describe; none where they describe none, or several."""
    papers = [paper for script in scripts for paper in _papers(_parsed(script), 0)]
    titles = {_title(paper) for paper in papers}
    return _fields(papers[0]) if len(titles) == 1 and "" not in titles else Fields()


def _parsed(script: str) -> object:
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _papers(value: object, depth: int) -> Iterator[Node]:
    if isinstance(value, list):
        for part in value:
            yield from _papers(part, depth)
    elif isinstance(value, Mapping) and depth < 4:
        if any(name in _KINDS for name in _types(value)):
            yield value
            return
        for member in _WITHIN:
            yield from _papers(value.get(member), depth + 1)


def _types(node: Node) -> list[str]:
    said = node.get("@type")
    known = said if isinstance(said, list) else [said]
    return [str(name).rpartition("/")[2].lower() for name in known]


def _title(node: Node) -> str:
    return without_tags(text_of(node.get("headline")) or text_of(node.get("name")))


def _fields(node: Node) -> Fields:
    around = list(_containers(node.get("isPartOf"), 0))
    date = date_of(_first([node], "datePublished", "dateCreated", "copyrightYear"))
    addresses = [text for name in ("identifier", "sameAs", "@id", "url") for text in _texts(node.get(name))]
    url = next((text for text in addresses[::-1] if text.startswith("http")), "")
    keywords = node.get("keywords")
    fields = fields_of(
        {
            "title": _title(node),
            "authors": names_of(node.get("author") or node.get("creator") or []),
            "editors": names_of(node.get("editor") or []),
            "abstract": _abstract(node),
            "venue": without_tags(_first(around[::-1], "name") or text_of(node.get("publication"))),
            "kind": next((_KINDS[name] for name in _types(node) if _KINDS.get(name)), None),
            "arxiv": arxiv_of(*addresses),
            "doi": next((doi for text in addresses if (doi := doi_of(text))), ""),
            "ids": numbers(
                [text for part in around for text in texts_of(part.get("issn") or part.get("isbn") or [])]
            ),
            "url": url,
            "keywords": split_keywords(keywords)
            if isinstance(keywords, str)
            else unique(texts_of(keywords or [])),
            "details": {**date_details(date), **_details(node, around)},
        }
    )
    fields.update(date_fields(date))
    return fields


def _containers(value: object, depth: int) -> Iterator[Node]:
    """What the paper is part of, from the nearest: issue, volume, journal."""
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, Mapping) and depth < 4:
            yield part
            yield from _containers(part.get("isPartOf"), depth + 1)


def _first(nodes: Sequence[Node], *names: str) -> str:
    return next((text for name in names for node in nodes if (text := text_of(node.get(name)))), "")


def _texts(value: object) -> list[str]:
    """The texts of an identifier or an address: a string, a PropertyValue, a list of these."""
    if isinstance(value, list):
        return [text for part in value for text in _texts(part)]
    if isinstance(value, Mapping):
        return [text for name in ("value", "@id", "url") if (text := text_of(value.get(name)))]
    return [text_of(value)] if value else []


def _abstract(node: Node) -> str:
    """The abstract, else a description long enough to be one."""
    described = without_tags(text_of(node.get("description")))
    return without_tags(text_of(node.get("abstract"))) or (described if len(described) > 250 else "")


def _details(node: Node, around: Sequence[Node]) -> dict[str, str]:
    nodes = [node, *around]
    ranged = page_range(_first(nodes, "pageStart"), _first(nodes, "pageEnd"))
    return without_empty(
        {
            "volume": _first(nodes, "volumeNumber"),
            "number": _first(nodes, "issueNumber"),
            "pages": pages(ranged or _first(nodes, "pagination")),
            "publisher": _first(nodes, "publisher"),
            "language": _first(nodes, "inLanguage"),
        }
    )
