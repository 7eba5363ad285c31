"""The files of the feeds: for the whole list and for each topic that has papers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from generator.exports.atom import atom_feed
from generator.exports.feed import Feed
from generator.exports.json_feed import json_feed
from generator.hierarchy import papers_by_topic
from generator.model import Entry, Library, OutputFile


def feed_files(library: Library, *, title: str, description: str, site_url: str) -> Iterator[OutputFile]:
    """feed.xml, feed.json, topics/ID.xml and topics/ID.feed.json; none without `site_url` or without papers.

    title, description: of the list; site_url: ends in '/'.
    """
    if not site_url:
        return
    yield from _pair(Feed(title, description, site_url, "", ""), "feed.xml", "feed.json", library.entries)
    members = papers_by_topic(library.entries, library.topics)
    for topic in library.topics:
        feed = Feed(f"{topic.name} · {title}", topic.description, site_url, f"topics/{topic.id}/", "")
        yield from _pair(feed, f"topics/{topic.id}.xml", f"topics/{topic.id}.feed.json", members[topic.id])


def _pair(feed: Feed, atom: str, json: str, entries: Sequence[Entry]) -> Iterator[OutputFile]:
    if entries:
        yield OutputFile(PurePosixPath(atom), atom_feed(feed._replace(path=atom), entries))
        yield OutputFile(PurePosixPath(json), json_feed(feed._replace(path=json), entries))
