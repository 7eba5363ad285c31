"""The JSON-LD of pages by an independent processor and schema.org's vocabulary."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.config import read_config
from generator.metadata import json_ld
from generator.metadata.kinds import KIND_NAMES
from generator.model import Kind, Paper, Status
from generator.pipeline import build_library
from generator.text import Name, Text
from tests.exports.hard_records import hard_entries
from tests.exports.wild_records import wild_entries
from tests.json_ld_support import json_ld_faults
from tests.support import ROOT

PAGE = "https://list.example/reading-list/papers/li2023/"
PAPER = Paper(
    title=Text("M$^3$IT"),
    authors=(Name(given="Lei", family="Li"),),
    year=2023,
    venue=Text("Some Journal"),
    kind=Kind.ARTICLE,
    ids={"doi": "10.18653/v1/2023.findings-acl.610"},
    details={"month": "7", "day": "9", "publisher": "Elsevier"},
)
GOOD = json_ld(PAPER, PAGE)


@pytest.mark.tools
def test_what_pages_say_is_in_the_vocabulary() -> None:
    own = build_library(read_config(ROOT), today="2026-01-01", locked=False).library.entries
    entries = [*own, *hard_entries(200), *wild_entries(300)]
    known = [e for e in entries if e.paper.title and e.paper.title_status is not Status.GUESSED]
    assert len(known) > 500 and {entry.paper.kind for entry in known} == set(Kind)
    faults = json_ld_faults([json_ld(entry.paper, PAGE) for entry in known])
    assert {entry.key: found for entry, found in zip(known, faults, strict=True) if found} == {}


CASES: list[tuple[dict[str, Any], str]] = [
    ({}, ""),
    ({"nmae": "x"}, "/nmae: no property of schema.org"),
    ({"birthDate": "2001-01-01"}, "/birthDate: no property of ScholarlyArticle"),
    ({"@type": "ScholarlyArticl"}, "/: no type of schema.org: ['ScholarlyArticl']"),
    (
        {"author": [{"@type": "Periodical", "name": "x"}]},
        "/author: Periodical instead of Organization, Person",
    ),
    ({"author": ["Lei Li"]}, "/author: 'Lei Li' instead of Organization, Person"),
    ({"author": [{"@type": "Person", "nmae": "x"}]}, "/author/nmae: no property of schema.org"),
    ({"datePublished": "2023/07"}, "/datePublished: no date (ISO 8601): '2023/07'"),
    ({"datePublished": "2023-7-9"}, "/datePublished: no date (ISO 8601): '2023-7-9'"),
    ({"datePublished": "2023-02-30"}, "/datePublished: no date (ISO 8601): '2023-02-30'"),
    ({"datePublished": 2023}, "/datePublished: no date (ISO 8601): 2023"),
    ({"sameAs": ["papers/x"]}, "/sameAs: not what is wanted"),
    ({"sameAs": ["mailto:x@example.org"]}, "/sameAs: not what is wanted"),
    ({"name": {"@type": "Person", "name": "x"}}, "/name: Person instead of Text"),
    ({"@context": "https://schema.example"}, "not JSON-LD"),
]


@pytest.mark.tools
def test_a_fault_is_found() -> None:
    """In one test, as the processor takes long to start."""
    found = json_ld_faults([{**GOOD, **changed} for changed, _ in CASES])
    for (changed, said), faults in zip(CASES, found, strict=True):
        assert len(faults) == bool(said), changed
        assert all(said in fault for fault in faults), (said, faults)


def test_an_organisation_is_no_person() -> None:
    people = (Name(family="OpenAI Team"), Name(family="Madonna"), Name(family="王伟"), *PAPER.authors)
    authors = json_ld(replace(PAPER, authors=people), PAGE)["author"]
    assert [author["@type"] for author in authors] == ["Organization", "Person", "Person", "Person"]


def test_every_kind_has_a_type() -> None:
    assert KIND_NAMES.keys() == set(Kind)
