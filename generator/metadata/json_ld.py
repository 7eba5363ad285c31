"""A paper in the words of schema.org, as JSON-LD."""

from __future__ import annotations

from typing import Any

from generator.exports.facts import address, arxiv_address, date_parts, doi_address, real_venue
from generator.metadata.kinds import KIND_NAMES
from generator.model import Kind, Paper
from generator.text import Name, fold

_CONTAINERS = {Kind.ARTICLE: "Periodical", Kind.INPROCEEDINGS: "Book", Kind.CHAPTER: "Book"}


def json_ld(paper: Paper, page: str) -> dict[str, Any]:
    """The paper as a node. page: the address of its page here, '' where the site's address is not known.

    Nobody is named as publisher but the paper's own: the page is about it, `sameAs` says where it is.
    """
    venue = real_venue(paper)
    container = {"@type": _CONTAINERS.get(paper.kind, "CreativeWork"), "name": venue.plain} if venue else None
    publisher = fold(paper.details.get("publisher", ""))
    node: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": KIND_NAMES[paper.kind].schema,
        "name": paper.title.plain if paper.title else None,
        "author": [_author(name) for name in paper.authors],
        "datePublished": "-".join(f"{part:02}" for part in date_parts(paper)),
        "isPartOf": container,
        "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
        "url": page,
        "sameAs": same_as(paper),
    }
    return {name: value for name, value in node.items() if value}


def _author(name: Name) -> dict[str, str]:
    return {"@type": "Organization" if name.is_organisation else "Person", "name": name.plain}


def same_as(paper: Paper) -> list[str]:
    """Where the paper itself is to be found: its DOI, its arXiv page, its own address."""
    found = [doi_address(paper), arxiv_address(paper), address(paper)]
    return list(dict.fromkeys(url for url in found if url))
