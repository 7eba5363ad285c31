"""What a feed of additions holds, in either format: titles, addresses that stay, dates from the lock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from generator.model import Entry

NEWEST = 50


class Feed(NamedTuple):
    """A feed to be written.

    title, description: for readers; site_url: ends in '/'; page: path of the list's page below it;
    path: of the feed itself below it.
    """

    title: str
    description: str
    site_url: str
    page: str
    path: str


def newest(entries: Sequence[Entry]) -> list[Entry]:
    """The additions to show, newest first; those of one day by key."""
    by_key = sorted(entries, key=lambda entry: entry.key)
    return sorted(by_key, key=lambda entry: entry.added, reverse=True)[:NEWEST]


def moment(date: str) -> str:
    """An ISO date as the moment it begins (RFC 3339), UTC: '2023-07-12' → '2023-07-12T00:00:00Z'."""
    year, month, day = (*date[:10].split("-"), "01", "01")[:3]
    return f"{year}-{month}-{day}T00:00:00Z"


def page_address(feed: Feed, entry: Entry) -> str:
    """The address of an entry's page on the site."""
    return f"{feed.site_url}papers/{quote(entry.key)}/"


def stable_id(feed: Feed, entry: Entry) -> str:
    """A tag URI (RFC 4151) that survives a new key: it holds the first key and the day the paper came in."""
    first = entry.aliases[0] if entry.aliases else entry.key
    host = urlsplit(feed.site_url).hostname or "localhost"
    return f"tag:{host},{entry.added[:10]}:{quote(first)}"
