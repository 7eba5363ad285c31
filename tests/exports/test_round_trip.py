"""What our exporters write, our readers read: the same record."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from generator.clean import clean
from generator.exports import EXPORTERS
from generator.model import Entry, Kind, Paper, Provenance, RawRecord, Status
from generator.sources import read_bytes
from generator.text import Name, Text
from tests.exports.hard_records import hard_entries
from tests.exports.wild_records import wild_entries

# Signs that a format has no way to say: mark-up in CSL-JSON, TeX's own signs in plain formats.
_PLAIN = re.compile(r"[\\$<>{}~^`\u200b\u202e]|\A[=+@-]|''|\.\.|--")


def is_plain(entry: Entry) -> bool:
    paper = entry.paper
    texts = [text.source for text in (paper.title, paper.venue, paper.abstract) if text]
    names = [part for name in (*paper.authors, *paper.editors) for part in (name.given, name.family)]
    taken_for_preprint = paper.kind is Kind.MISC and paper.arxiv
    if paper.title_status is Status.GUESSED or taken_for_preprint:
        return False
    return not any(_PLAIN.search(part) for part in (*texts, *names))


ENTRIES = [entry for entry in hard_entries(2000) if is_plain(entry)]
# What BibTeX has no field for, or drops where a style would warn.
KEPT_IDS = ("arxiv", "doi", "pmid", "isbn", "issn")  # others are found in addresses as well
BIBTEX_ONLY = {"title", "authors", "year", "abstract", "doi", "arxiv"}


def read(format: str, entries: list[Entry]) -> list[Paper]:
    data = EXPORTERS[format].write(entries).encode()
    return [clean(item) for item in read_bytes(data, "export") if isinstance(item, RawRecord)]


def facts(paper: Paper) -> dict[str, Any]:
    def plain(text: Text | None) -> str:
        return text.plain if text else ""

    return {
        "title": plain(paper.title),
        "authors": paper.authors,
        "editors": paper.editors,
        "year": paper.year,
        "venue": plain(paper.venue),
        "abstract": plain(paper.abstract),
        "doi": paper.doi,
        "arxiv": paper.arxiv,
        "ids": {name: value for name, value in paper.ids.items() if name in KEPT_IDS},
        "keywords": paper.keywords,
        "details": dict(paper.details),
        "comment": plain(paper.comment),
        "created": paper.created,
        "kind": paper.kind,
    }


def differences(
    format: str, names: set[str] | None = None, entries: list[Entry] = ENTRIES
) -> dict[str, list[tuple[Any, Any]]]:
    """By field what was written and what was read, where they differ."""
    found: dict[str, list[tuple[Any, Any]]] = {}
    papers = read(format, entries)
    assert len(papers) == len(entries)
    for entry, paper in zip(entries, papers, strict=True):
        written, again = facts(entry.paper), facts(paper)
        for name in names or set(written):
            if written[name] != again[name]:
                found.setdefault(name, []).append((written[name], again[name]))
    return found


def test_enough_records_are_compared() -> None:
    assert len(ENTRIES) > 80
    assert {entry.paper.kind for entry in ENTRIES} == set(Kind)


@pytest.mark.parametrize("format", ["ris", "csl-json", "csv", "endnote", "text", "markdown"])
def test_the_record_is_the_same(format: str) -> None:
    assert differences(format) == {}


@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
def test_bibtex_keeps_what_it_has_fields_for(format: str) -> None:
    assert differences(format, BIBTEX_ONLY) == {}


def test_ascii_keeps_what_latex_has_commands_for() -> None:
    latin = [entry for entry in ENTRIES if is_latin(entry)]
    assert len(latin) > 20
    assert differences("bibtex-ascii", BIBTEX_ONLY, latin) == {}


def is_latin(entry: Entry) -> bool:
    paper = entry.paper
    texts = [str(paper.title), str(paper.abstract), *(name.plain for name in paper.authors)]
    return all(mark < "\u0250" for mark in "".join(texts))


def test_a_guessed_title_does_not_come_back_as_the_papers_own() -> None:
    guess = {"title": Provenance(Status.GUESSED, "a.txt:1")}
    guessed = [replace(entry, paper=replace(entry.paper, provenance=guess)) for entry in ENTRIES[:20]]
    for format in ("text", "markdown", "ris", "csl-json", "csv", "endnote"):
        papers = read(format, guessed)
        assert len(papers) == 20
        assert [paper.title for paper in papers] == [None] * 20, format


@pytest.mark.parametrize(
    "format", ["ris", "csl-json", "csv", "endnote", "jsonl", "bibtex", "text", "markdown"]
)
def test_a_word_in_angle_brackets_is_no_markup(format: str) -> None:
    paper = replace(ENTRIES[0].paper, abstract=Text("The last <EOS> token, an <image> and a<b and c>d."))
    (again,) = read(format, [replace(ENTRIES[0], paper=paper)])
    assert again.abstract is not None
    assert again.abstract.plain == "The last <EOS> token, an <image> and a<b and c>d."


@pytest.mark.parametrize("format", ["ris", "csv", "endnote", "jsonl", "text", "markdown"])
def test_tags_in_a_title_are_its_own(format: str) -> None:
    title = Text("On <b>bold</b> claims, </script> and 10% &amp; more")
    (again,) = read(format, [replace(ENTRIES[0], paper=replace(ENTRIES[0].paper, title=title))])
    assert again.title and again.title.plain == title.plain


@pytest.mark.parametrize("format", ["ris", "csl-json", "csv", "endnote", "jsonl", "text", "markdown"])
@pytest.mark.parametrize(
    "people",
    [
        (Name(given="Yu.", family="Malkov"),),
        (Name(given="Md", family="Rahman"),),
        (Name(family="Meta AI, FAIR Team"),),
        (Name(family="Meta AI, FAIR Team"), Name(given="Xu", family="Sun"), Name(family="OpenAI, Inc.")),
    ],
    ids=str,
)
def test_names_of_every_make_come_back(format: str, people: tuple[Name, ...]) -> None:
    paper = replace(ENTRIES[0].paper, authors=people, editors=people)
    (again,) = read(format, [replace(ENTRIES[0], paper=paper)])
    assert (again.authors, again.editors) == (people, people)


def test_every_wild_record_comes_back() -> None:
    wild = list(wild_entries(400))
    nothing_shown = replace(ENTRIES[0].paper, title=Text(r"\textbf{}"), venue=Text(r"\textbf{}"))
    wild.insert(7, replace(ENTRIES[0], paper=nothing_shown))
    for format in ("markdown", "text", "ris", "csl-json", "csv", "endnote"):
        papers = read(format, wild)
        assert len(papers) == len(wild), format
        assert not papers[7].title, format


@pytest.mark.parametrize(
    "format", ["ris", "csl-json", "csv", "endnote", "jsonl", "text", "markdown", "bibtex", "biblatex"]
)
def test_the_doi_that_arxiv_gives_is_written_and_read_as_the_arxiv_id(format: str) -> None:
    ids = {"arxiv": "1908.08962", "doi": "10.48550/arxiv.1908.08962"}
    entry = replace(ENTRIES[0], paper=replace(ENTRIES[0].paper, ids=ids))
    assert ids["doi"] in EXPORTERS[format].write([entry])
    (again,) = read(format, [entry])
    assert (again.arxiv, again.doi) == (ids["arxiv"], None)
