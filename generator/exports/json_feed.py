"""JSON Feed 1.1: additions to a list."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator.exports.facts import address, names
from generator.exports.feed import Feed, moment, newest, page_address, stable_id
from generator.model import Entry
from generator.text import fold


def json_feed(feed: Feed, entries: Sequence[Entry]) -> str:
    """The feed of `entries`, newest first."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": fold(feed.title),
        "description": fold(feed.description),
        "home_page_url": feed.site_url + feed.page,
        "feed_url": feed.site_url + feed.path,
        "items": [_item(feed, entry) for entry in newest(entries)],
    }
    present = {name: value for name, value in document.items() if value != ""}
    return json.dumps(present, ensure_ascii=False, indent=1) + "\n"


def _item(feed: Feed, entry: Entry) -> dict[str, Any]:
    paper = entry.paper
    item = {
        "id": stable_id(feed, entry),
        "url": page_address(feed, entry),
        "external_url": address(paper),
        "title": paper.title.plain if paper.title else "Untitled",
        "content_text": paper.abstract.plain if paper.abstract else "",
        "date_published": moment(entry.added),
        "authors": [{"name": name} for name in names(paper.authors)],
        "tags": [found.topic for found in entry.topics],
    }
    return {name: value for name, value in item.items() if value or name == "content_text"}
