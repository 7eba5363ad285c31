"""A record that names only its first authors ('et al.'): told everywhere, nobody invented."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.citations import STYLES, find_pandoc, format_citations
from generator.clean import clean
from generator.exports import EXPORTERS
from generator.exports.atom import atom_feed
from generator.exports.feed import Feed
from generator.exports.json_feed import json_feed
from generator.metadata import coins_span, head_block
from generator.model import Entry, Kind, Library, Paper, RawRecord
from generator.pages import PageSettings, render
from generator.sources import read_bytes
from generator.text import Name, Text
from tests.exports.programs import bibtex_warnings, read_by_citation_js, read_by_pandoc

PAPER = Paper(
    title=Text("On Prompts"),
    authors=(Name(given="Shuhuai", family="Ren"), Name(given="Xu", family="Sun")),
    more_authors=True,
    year=2023,
    venue=Text("Some Journal"),
    kind=Kind.ARTICLE,
    abstract=Text("We prompt models."),
)
ENTRY = Entry(key="ren2023prompts", paper=PAPER, added="2026-01-02")
PEOPLE = (
    PAPER.authors,
    PAPER.authors[:1],
    (Name(family="OpenAI Team"),),
    (Name(family="OpenAI"),),
    (Name(given="Yu.", family="Malkov"),),
    (*PAPER.authors, Name(given="Martin Luther", family="King", suffix="Jr.")),
    (Name(given="Øystein", family="Ødegård"), Name(given="Jan P.", family="van der Berg")),
    (Name(given="伟", family="王"),),
)


def read(text: str) -> list[Paper]:
    return [clean(item) for item in read_bytes(text.encode(), "export") if isinstance(item, RawRecord)]


@pytest.mark.parametrize("people", PEOPLE, ids=lambda people: people[-1].plain)
@pytest.mark.parametrize("format", sorted(EXPORTERS.keys() - {"bibtex-ascii"}))
def test_it_comes_back_from_every_format(format: str, people: tuple[Name, ...]) -> None:
    for more in (True, False):
        entry = replace(ENTRY, paper=replace(PAPER, authors=people, more_authors=more))
        (paper,) = read(EXPORTERS[format].write([entry]))
        assert (paper.authors, paper.more_authors) == (people, more)


@pytest.mark.parametrize(
    ("format", "said"),
    [
        ("bibtex", "author = {Ren, Shuhuai and Sun, Xu and others}"),
        ("bibtex-ascii", "author = {Ren, Shuhuai and Sun, Xu and others}"),
        ("ris", "AU  - Sun, Xu\nAU  - et al.,\n"),
        ("csv", '"Ren, Shuhuai; Sun, Xu; et al."'),
        ("markdown", "- Shuhuai Ren, Xu Sun, et al. [**"),
        ("text", "Authors: Ren, Shuhuai; Sun, Xu; et al.\n"),
        ("endnote", "<author>Sun, Xu</author><author>et al.,</author>"),
        ("jsonl", '"more_authors": true'),
    ],
)
def test_each_format_says_it_in_its_way(format: str, said: str) -> None:
    linked = replace(ENTRY, paper=replace(PAPER, url="https://example.org/"))
    assert said in EXPORTERS[format].write([linked])


def test_pages_say_it_and_machines_are_told_of_nobody_else() -> None:
    files = render(Library((ENTRY,), ()), PageSettings("A list", "Of papers."))
    pages = {str(file.path): file.text for file in files}
    assert re.search(r">Xu Sun</a>, et al\.</p>", pages["papers/ren2023prompts.md"])
    assert "<span>Shuhuai Ren, Xu Sun, et al.</span>" in pages["papers/index.md"]
    feed = Feed("A list", "", "https://list.example/", "", "feed.xml")
    told = [head_block(ENTRY, ""), coins_span(PAPER), atom_feed(feed, [ENTRY]), json_feed(feed, [ENTRY])]
    assert not [text for text in told if re.search(r"et al|others", text)]


@pytest.mark.tools
def test_other_programs_read_what_their_own_bibtex_readers_make_of_it(tmp_path: Path) -> None:
    (item,) = json.loads(EXPORTERS["csl-json"].write([ENTRY]))
    (by_pandoc,) = read_by_pandoc(EXPORTERS["bibtex"].write([ENTRY]), "bibtex")
    assert item["author"] == by_pandoc["author"]
    (by_citation_js,) = read_by_citation_js(EXPORTERS["bibtex"].write([ENTRY]), "@bibtex/text")
    assert by_citation_js["author"][2] == {"family": "others"}
    assert bibtex_warnings(EXPORTERS["bibtex"].write([ENTRY]), "plain", tmp_path) == []
    assert "Xu~Sun, et~al." in (tmp_path / "all.bbl").read_text()


@pytest.mark.tools
def test_every_style_prints_it(tmp_path: Path) -> None:
    pandoc = find_pandoc()
    assert pandoc
    (formatted,) = format_citations([ENTRY], tmp_path, pandoc)
    assert [style.name for style in STYLES if not re.search(r"\bet al\b", formatted[style.name])] == []
    assert "others" not in "".join(formatted.values())
