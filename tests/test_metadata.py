"""What machines read on the pages, as Zotero and JSON-LD understand it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from generator.metadata import coins_span, head_block, json_ld
from generator.metadata.kinds import KIND_NAMES
from generator.model import Entry, Kind, Paper, Provenance, Status
from generator.text import Name, Text
from tests.exports.hard_records import hard_entries
from tests.metadata_support import coins, embedded_metadata

SITE = "https://list.example/reading-list/"
PAPER = Paper(
    title=Text('M$^3$IT: "x" <b> & y'),
    authors=(
        Name(given="Jan P.", family="van der Berg"),
        Name(given="Lei", family="Li"),
        Name(family="OpenAI Team"),
    ),
    year=2023,
    venue=Text("Findings of ACL"),
    kind=Kind.INPROCEEDINGS,
    ids={"doi": "10.18653/v1/2023.findings-acl.610", "arxiv": "2306.04387"},
    url="https://aclanthology.org/2023.findings-acl.610",
    abstract=Text("We present M$^3$IT. " * 40),
    details={"pages": "12--34", "month": "7"},
)
ENTRY = Entry(key="li2023", paper=PAPER, added="2026-01-02")
HARD = [entry for entry in hard_entries(200) if entry.paper.title_status is not Status.GUESSED]


def title(paper: Paper) -> str:
    return paper.title.plain if paper.title else ""


def creators(paper: Paper) -> list[tuple[str, str]]:
    return [(name.given, " ".join(filter(None, (name.family, name.suffix)))) for name in paper.authors]


def test_zotero_reads_the_tags() -> None:
    assert embedded_metadata(head_block(ENTRY, SITE)) == {
        "itemType": "conferencePaper",
        "title": 'M³IT: "x" <b> & y',
        "creators": [("Jan P.", "van der Berg"), ("Lei", "Li"), ("", "OpenAI Team")],
        "date": "2023/07",
        "conferenceName": "Findings of ACL",
        "DOI": "10.18653/v1/2023.findings-acl.610",
        "url": "https://aclanthology.org/2023.findings-acl.610",
        "pages": "12-34",
        "abstractNote": " ".join(["We present M³IT."] * 40),
    }


@pytest.mark.parametrize("entry", HARD[:24], ids=lambda entry: str(entry.paper.kind))
def test_zotero_reads_hard_records(entry: Entry) -> None:
    item = embedded_metadata(head_block(entry, SITE))
    assert (item["title"], item["creators"]) == (title(entry.paper), creators(entry.paper))
    assert item["itemType"] == KIND_NAMES[entry.paper.kind].zotero
    assert item.get("DOI") == entry.paper.doi


@pytest.mark.parametrize("entry", HARD[:24], ids=lambda entry: str(entry.paper.kind))
def test_zotero_reads_coins(entry: Entry) -> None:
    (item,) = coins(coins_span(entry.paper))
    assert item["title"] == title(entry.paper).replace("+", " ")  # Zotero takes every plus for a space
    assert item["creators"] == creators(entry.paper)
    assert item["itemType"] == KIND_NAMES[entry.paper.kind].zotero
    assert item.get("DOI") == entry.paper.doi


def script(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found
    node = json.loads(found[1])
    assert isinstance(node, dict)
    return node


def test_json_ld_says_where_the_paper_is_and_names_no_other_publisher() -> None:
    node = script(head_block(ENTRY, SITE))
    assert node == json_ld(PAPER, f"{SITE}papers/li2023/")
    assert node["@type"] == "ScholarlyArticle"
    assert node["sameAs"] == [
        "https://doi.org/10.18653/v1/2023.findings-acl.610",
        "https://arxiv.org/abs/2306.04387",
        "https://aclanthology.org/2023.findings-acl.610",
    ]
    assert "publisher" not in node
    assert node["url"] == f"{SITE}papers/li2023/"


def test_guessed_title_is_not_given_as_the_papers() -> None:
    guess = Paper(title=Text("A Guess"), provenance={"title": Provenance(Status.GUESSED, "a.txt:1")})
    html = head_block(Entry(key="k", paper=guess, added="2026-01-01"), SITE)
    assert "citation_" not in html
    assert "ld+json" not in html


def test_files_beside_the_page_are_named() -> None:
    html = head_block(ENTRY, "")
    assert re.findall(r'<link rel="alternate" type="[^"]+" href="([^"]+)">', html) == [
        "../li2023.bib",
        "../li2023.ris",
        "../li2023.json",
    ]
    assert "og:url" not in html


@pytest.mark.parametrize("entry", HARD[:60], ids=lambda entry: entry.key)
def test_nothing_leaves_the_head(entry: Entry) -> None:
    html = head_block(entry, SITE)
    assert re.sub(r"<(?:meta|link) [^<>]*>", "", html).count("<") == 2  # the script and its end
    assert "\n" not in html
