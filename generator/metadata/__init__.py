"""What machines read on the pages: a paper's head block, and an element for each paper of a list.

A page here is about someone else's paper. Its canonical address is its own; the tags and `sameAs` say where
the paper itself is. A guessed title is not given to machines as the paper's.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from generator.metadata.coins import coins_span, context_object
from generator.metadata.json_ld import json_ld, same_as
from generator.metadata.tags import citation_tags, dublin_core
from generator.model import Entry
from generator.text import json_script, xml_text

__all__ = [
    "citation_tags",
    "coins_span",
    "context_object",
    "dublin_core",
    "feed_links",
    "head_block",
    "json_ld",
    "same_as",
]

_ALTERNATES = (
    ("bib", "application/x-bibtex"),
    ("ris", "application/x-research-info-systems"),
    ("json", "application/vnd.citationstyles.csl+json"),
)


def head_block(entry: Entry, site_url: str, *, suffixes: tuple[str, ...] = ("bib", "ris", "json")) -> str:
    """HTML for the head of the paper's page, on one line.

    site_url: ends in '/', or '' where it is not known; suffixes: of the files that stand beside the page.
    """
    paper = entry.paper
    page = f"{site_url}papers/{quote(entry.key)}/" if site_url else ""
    parts = [*_alternates(entry.key, suffixes), *_open_graph(entry, page)]
    if paper.title and not paper.is_guessed:
        parts += [_meta("name", name, value) for name, value in (*citation_tags(paper), *dublin_core(paper))]
        parts.append(f'<script type="application/ld+json">{json_script(json_ld(paper, page))}</script>')
    return "".join(parts)


def feed_links(atom: str, json: str, title: str) -> str:
    """HTML for the head of a list that has feeds. atom, json: their addresses; title: for readers."""
    return "".join(
        f'<link rel="alternate" type="{type}" href="{xml_text(address)}" title="{xml_text(title)}">'
        for address, type in ((atom, "application/atom+xml"), (json, "application/feed+json"))
    )


def _alternates(key: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    for suffix, type in _ALTERNATES:
        if suffix in suffixes:
            yield f'<link rel="alternate" type="{type}" href="../{quote(key)}.{suffix}">'


def _open_graph(entry: Entry, page: str) -> Iterator[str]:
    """Without a description: readers of Open Graph take the page's own."""
    paper = entry.paper
    title = paper.title.plain if paper.title else entry.key
    known = paper.title and not paper.is_guessed
    names = 'name="citation_title" property' if known else "property"
    yield _meta(names, "og:title", title)
    yield _meta("property", "og:type", "article")
    if page:
        yield _meta("property", "og:url", page)


def _meta(attribute: str, name: str, content: str) -> str:
    return f'<meta {attribute}="{name}" content="{xml_text(content)}">'
