"""Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
from dataclasses import replace

import defusedxml.ElementTree

from generator.exports import feed_files
from generator.model import Entry, Library, Topic
from tests.exports.hard_records import hard_entries

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://list.example/reading-list/"
ENTRIES = tuple(
    replace(entry, added=f"2026-01-{1 + number % 28:02}") for number, entry in enumerate(hard_entries(70))
)
LIBRARY = Library(ENTRIES, (Topic("topic-1", "Topic <one>"), Topic("empty", "Empty")))


def written(library: Library, site_url: str = SITE) -> dict[str, str]:
    files = feed_files(library, title="A & B", description="Papers", site_url=site_url)
    return {str(file.path): file.text for file in files}


def test_the_list_and_each_topic_with_papers_have_feeds() -> None:
    assert list(written(LIBRARY)) == [
        "feed.xml",
        "feed.json",
        "topics/topic-1.xml",
        "topics/topic-1.feed.json",
    ]
    assert written(LIBRARY, "") == {}
    assert written(Library((), ())) == {}


def test_atom_has_what_the_standard_asks_for() -> None:
    feed = defusedxml.ElementTree.fromstring(written(LIBRARY)["feed.xml"])
    assert feed.findtext(f"{ATOM}id") == f"{SITE}feed.xml"
    assert feed.findtext(f"{ATOM}updated") == "2026-01-28T00:00:00Z"
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(ids) == len(set(ids)) == 50
    dates = [entry.findtext(f"{ATOM}updated", "") for entry in entries]
    assert dates == sorted(dates, reverse=True)
    assert all(entry.findtext(f"{ATOM}title") for entry in entries)


def test_json_feed_says_the_same() -> None:
    feed = json.loads(written(LIBRARY)["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{SITE}feed.json"
    atom = defusedxml.ElementTree.fromstring(written(LIBRARY)["feed.xml"])
    assert [item["id"] for item in feed["items"]] == [
        entry.findtext(f"{ATOM}id") for entry in atom.findall(f"{ATOM}entry")
    ]


def test_no_feed_leads_to_an_unsafe_address() -> None:
    hostile = replace(ENTRIES[0], paper=replace(ENTRIES[0].paper, url="javascript:alert(1)"))
    assert "javascript" not in "".join(written(Library((hostile,), ())).values())


def test_the_id_stays_when_the_key_changes() -> None:
    def ids(entry: Entry) -> list[str]:
        text = written(Library((entry,), ()))["feed.json"]
        return [item["id"] for item in json.loads(text)["items"]]

    old = ENTRIES[0]
    assert ids(replace(old, key="renamed2026", aliases=(old.key,))) == ids(old)
