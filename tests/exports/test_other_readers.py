"""citation-js and pandoc read the same title, authors, year and DOI as were written."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Any

import pytest

from generator.exports import EXPORTERS
from generator.model import Entry
from generator.text import Name
from tests.exports.hard_records import hard_entries
from tests.exports.programs import read_by_citation_js, read_by_pandoc

# Left out: formulas, braces, signs at the end of a name: what one of the readers is known not to read.
_UNREADABLE = re.compile(r"[{}$\\<>^~`]|[%$#&_]$")
ENTRIES = [
    entry
    for entry in hard_entries(300)
    if entry.paper.title and not _UNREADABLE.search(entry.paper.title.source)
    if not any(_UNREADABLE.search(part) for name in entry.paper.authors for part in (name.given, name.family))
]


def facts(entry: Entry) -> tuple[str, list[str], int | None, str | None]:
    paper = entry.paper
    title = paper.title.plain if paper.title else ""
    people = [plain(" ".join(filter(None, (name.given, name.family, name.suffix)))) for name in paper.authors]
    return plain(title), people, paper.year, paper.doi


def read_facts(item: dict[str, Any]) -> tuple[str, list[str], int | None, str | None]:
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    people = [
        plain(name.get("literal") or " ".join(filter(None, (name.get(part) for part in parts))))
        for name in item.get("author", [])
    ]
    years = item.get("issued", {}).get("date-parts", [[]])[0]
    return (
        plain(item.get("title", "")),
        people,
        int(years[0]) if years and years[0] else None,
        item.get("DOI"),
    )


def plain(text: str) -> str:
    """Letters and digits only, in lower case: readers change quotation marks, spaces, capitals and dots, and
    raise digits in ways of their own."""
    text = unicodedata.normalize("NFKD", re.sub(r"<[^>]*>", "", text).casefold().replace("ı", "i"))
    return "".join(mark for mark in text if mark.isalnum())


def is_latin(entry: Entry) -> bool:
    """Whether LaTeX has commands for all of it: other scripts are code points in ASCII."""
    return all(
        mark < "\u0250" or mark in "’“”–—…"
        for mark in "".join([str(entry.paper.title), *map(str, entry.paper.authors)])
    )


def test_enough_records_are_compared() -> None:
    assert len(ENTRIES) > 80


@pytest.mark.tools
@pytest.mark.parametrize(
    ("format", "type"),
    [("bibtex", "@bibtex/text"), ("biblatex", "@biblatex/text"), ("bibtex-ascii", "@bibtex/text")],
)
def test_citation_js_reads_the_same(format: str, type: str) -> None:
    entries = [entry for entry in ENTRIES if format != "bibtex-ascii" or is_latin(entry)]
    items = read_by_citation_js(EXPORTERS[format].write(entries), type)
    assert [read_facts(item) for item in items] == [facts(entry) for entry in entries]


@pytest.mark.tools
@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
def test_pandoc_reads_the_same(format: str) -> None:
    items = {item["id"]: item for item in read_by_pandoc(EXPORTERS[format].write(ENTRIES), format)}
    assert {key: read_facts(item) for key, item in items.items()} == {
        entry.key: facts(entry) for entry in ENTRIES
    }


@pytest.mark.tools
def test_pandoc_reads_our_csl_json() -> None:
    items = {item["id"]: item for item in read_by_pandoc(EXPORTERS["csl-json"].write(ENTRIES), "csljson")}
    assert {key: read_facts(item) for key, item in items.items()} == {
        entry.key: facts(entry) for entry in ENTRIES
    }


@pytest.mark.tools
def test_citation_js_reads_our_ris() -> None:
    entries = [entry for entry in ENTRIES if entry.paper.kind.value != "proceedings"]
    items = read_by_citation_js(EXPORTERS["ris"].write(entries), "@ris/file")
    assert [read_facts(item)[0::2] for item in items] == [facts(entry)[0::2] for entry in entries]
    assert [item.get("DOI") for item in items] == [entry.paper.doi for entry in entries]


@pytest.mark.tools
@pytest.mark.parametrize("format", ["bibtex", "bibtex-ascii"])
def test_pandoc_takes_no_letter_of_a_name_for_a_quotation(format: str) -> None:
    people = (
        Name(given="ʻAbd", family="Sheth"),
        Name(given="O’", family="Ren"),
        Name(given="Xu", family="Sun"),
    )
    entry = replace(ENTRIES[0], paper=replace(ENTRIES[0].paper, authors=people))
    (item,) = read_by_pandoc(EXPORTERS[format].write([entry]), "bibtex")
    assert read_facts(item)[1] == ["abdsheth", "oren", "xusun"]
