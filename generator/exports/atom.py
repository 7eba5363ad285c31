"""Atom (RFC 4287): additions to a list."""

from __future__ import annotations

from collections.abc import Sequence

from generator.exports.facts import names
from generator.exports.feed import Feed, moment, newest, page_address, stable_id
from generator.model import Entry
from generator.text import fold, xml_text


def atom_feed(feed: Feed, entries: Sequence[Entry]) -> str:
    """The feed of `entries`, at least one, newest first; it was updated when the newest came in."""
    chosen = newest(entries)
    own = xml_text(feed.site_url + feed.path)
    head = [
        f"<title>{xml_text(fold(feed.title))}</title>",
        f"<subtitle>{xml_text(fold(feed.description))}</subtitle>" if feed.description else "",
        f"<id>{own}</id>",
        f'<link rel="self" type="application/atom+xml" href="{own}"/>',
        f'<link rel="alternate" type="text/html" href="{xml_text(feed.site_url + feed.page)}"/>',
        f"<updated>{moment(chosen[0].added)}</updated>",
        f"<author><name>{xml_text(fold(feed.title))}</name></author>",
    ]
    body = [*filter(None, head), *(_entry(feed, entry) for entry in chosen)]
    lines = "\n".join(body)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n{lines}\n</feed>\n'


def _entry(feed: Feed, entry: Entry) -> str:
    paper = entry.paper
    title = paper.title.plain if paper.title else "Untitled"
    authors = "".join(f"<author><name>{xml_text(name)}</name></author>" for name in names(paper.authors))
    topics = "".join(f'<category term="{xml_text(found.topic)}"/>' for found in entry.topics)
    abstract = paper.abstract.plain if paper.abstract else ""
    return (
        f"<entry><title>{xml_text(title)}</title><id>{xml_text(stable_id(feed, entry))}</id>"
        f'<link rel="alternate" type="text/html" href="{xml_text(page_address(feed, entry))}"/>'
        f"<published>{moment(entry.added)}</published><updated>{moment(entry.added)}</updated>"
        f'{authors}{topics}<summary type="text">{xml_text(abstract)}</summary></entry>'
    )
