"""Atom (RFC 4287) and JSON Feed 1.1."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import defusedxml.ElementTree
import pytest

from generator.exports import feed_files
from generator.model import Entry, Library, Topic
from tests.exports.hard_records import hard_entries
from tests.exports.wild_records import wild_entries
from tests.support import ROOT

TOOLS = ROOT / "tests/tools"

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


def faults(files: dict[str, str], folder: Path) -> str:
    """What Jing (RELAX NG) and check-jsonschema find in feeds."""
    for name, text in files.items():
        (folder / name.replace("/", "-")).write_text(text, encoding="utf-8")
    jing = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"
    jar = TOOLS / "node_modules/vnu-jar/build/dist/vnu.jar"
    schema = TOOLS / "node_modules/jsonfeed-schema/schema-v1.1.json"
    commands: list[list[str | Path]] = [
        ["java", "-cp", jar, jing, "-c", TOOLS / "atom.rnc", *sorted(folder.glob("*.xml"))],
        [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *sorted(folder.glob("*.json"))],
    ]
    done = [subprocess.run(command, capture_output=True, text=True, check=False) for command in commands]
    return "".join(run.stdout + run.stderr for run in done if run.returncode)


@pytest.mark.tools
def test_feeds_are_valid(tmp_path: Path) -> None:
    wild = Library(wild_entries(50), (Topic("t", "T"),))
    files = written(LIBRARY) | {f"wild-{name}": text for name, text in written(wild).items()}
    assert len(files) == 6
    assert faults(files, tmp_path) == ""


@pytest.mark.tools
def test_a_fault_in_a_feed_is_found(tmp_path: Path) -> None:
    feeds = written(Library(ENTRIES[:1], ()))
    atom, told = feeds["feed.xml"], feeds["feed.json"]
    broken = {
        "date.xml": atom.replace("<updated>2026-01-01T00:00:00Z", "<updated>2026-01-01"),
        "element.xml": atom.replace("<published>", "<publishd>").replace("</published>", "</publishd>"),
        "twice.xml": atom.replace("</title>", "</title><title>x</title>", 1),
        "address.xml": atom.replace('rel="self" type="application/atom+xml" href="https:', 'href="'),
        "date.json": told.replace("2026-01-01T00:00:00Z", "2026-01-01"),
        "member.json": told.replace('"content_text"', '"contents"'),
        "version.json": told.replace("version/1.1", "version/2"),
    }
    assert not [name for name, text in broken.items() if text in (atom, told)]
    found = faults(broken, tmp_path)
    assert [name for name in broken if f"{tmp_path}/{name}:" not in found] == []
