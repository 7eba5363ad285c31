"""Formatted citations: each reference by itself, escaped, kept from run to run."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.citations import STYLES, citation_files, find_pandoc, format_citations
from generator.citations.rendering import references
from generator.model import Entry, Kind, Paper
from generator.text import Name, Text
from tests.exports.hard_records import hard_entries


def entry(key: str, title: str, **facts: object) -> Entry:
    paper = Paper(
        title=Text(title),
        authors=(Name(given="Shuhuai", family="Ren"), Name(given="Xu", family="Sun")),
        year=2023,
        venue=Text("Findings of ACL"),
        kind=Kind.INPROCEEDINGS,
        **facts,  # type: ignore[arg-type]
    )
    return Entry(key=key, paper=paper, added="2026-01-02")


TWO_OF_ONE_YEAR = (entry("a", "First Paper"), entry("b", "Second Paper"))


@pytest.fixture(scope="module")
def pandoc() -> Path:
    found = find_pandoc()
    assert found, "install the extra 'citations'"
    return found


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shared, as pandoc takes long to start: no test formats the same reference twice."""
    return tmp_path_factory.mktemp("citations")


@pytest.mark.tools
def test_each_reference_stands_by_itself(pandoc: Path, cache: Path) -> None:
    first, second = format_citations(TWO_OF_ONE_YEAR, cache, pandoc)
    assert first["apa"] == "Ren, S., &amp; Sun, X. (2023). First Paper. <i>Findings of ACL</i>."
    assert second["apa"] == "Ren, S., &amp; Sun, X. (2023). Second Paper. <i>Findings of ACL</i>."
    assert first["harvard"] == "Ren, S. and Sun, X. (2023) ‘First Paper’, <i>Findings of ACL</i>."
    assert first["mla"].startswith("Ren, Shuhuai, and Xu Sun. “First Paper.”")
    for style in STYLES:
        assert second[style.name] == first[style.name].replace("First", "Second")
        assert not re.search(r"2023[ab]|———|^\W*\[?[12][.\]]", first[style.name] + second[style.name])


HARD = hard_entries(40)


@pytest.fixture(scope="module")
def formatted(pandoc: Path, cache: Path) -> list[dict[str, str]]:
    """A hostile record, then `HARD`, then ODD."""
    hostile = entry(
        "x", "On <i>x</i> <img src=x onerror=1> &lt;b&gt;", ids={"doi": "10.1/a<b>c"}, url="javascript:1"
    )
    return format_citations([hostile, *HARD, *ODD], cache, pandoc)


ODD = (
    Entry(key="no-year", paper=replace(entry("y", "No Year").paper, year=None), added="2026-01-02"),
    Entry(
        key="chapter",
        paper=replace(
            entry("c", "A Chapter").paper, kind=Kind.CHAPTER, editors=(Name(given="Lei", family="Li"),)
        ),
        added="2026-01-02",
    ),
    Entry(
        key="no-volume",
        paper=replace(entry("v", "No Volume").paper, kind=Kind.ARTICLE, ids={"doi": "10.1000/xyz"}),
        added="2026-01-02",
    ),
)


@pytest.mark.tools
def test_what_is_not_known_leaves_no_trace(formatted: list[dict[str, str]]) -> None:
    no_year, chapter, no_volume = formatted[-3:]
    assert [html for html in no_year.values() if not html.endswith((".", "</a>"))] == []
    assert [html for html in no_year.values() if ",." in html] == []
    assert no_year["ieee"] == "S. Ren and X. Sun, “No Year,” in <i>Findings of ACL</i>."
    assert chapter["vancouver"] == "Ren S, Sun X. A Chapter. In: Li L, editor. Findings of ACL. 2023."
    assert no_volume["nature"].count(">10.1000/xyz<") == 1
    assert "https://doi.org/10.1000/xyz</a>" not in no_volume["nature"]


@pytest.mark.tools
def test_formatted_alone_or_with_others_is_the_same(
    formatted: list[dict[str, str]], pandoc: Path, tmp_path: Path
) -> None:
    assert format_citations(HARD[11:12], tmp_path, pandoc) == [formatted[12]]


@pytest.mark.tools
def test_only_few_tags_and_web_addresses_come_out(formatted: list[dict[str, str]]) -> None:
    for html in formatted:
        for reference in html.values():
            left = re.sub(r'</?(?:i|b|sup|sub)>|<a href="https?://[^"<>]*">|</a>', "", reference)
            assert "<" not in left
            assert ">" not in left


@pytest.mark.tools
def test_a_second_run_asks_nobody(pandoc: Path, cache: Path) -> None:
    once = citation_files(TWO_OF_ONE_YEAR, cache, pandoc)
    kept = {path: path.stat().st_mtime_ns for path in cache.iterdir()}
    assert citation_files(TWO_OF_ONE_YEAR, cache, pandoc) == once
    assert {path: path.stat().st_mtime_ns for path in cache.iterdir()} == kept
    for path in cache.glob("apa-*.json"):
        path.write_text("{damaged")
    assert citation_files(TWO_OF_ONE_YEAR, cache, pandoc) == once


@pytest.mark.tools
def test_the_file_names_every_style(pandoc: Path, cache: Path) -> None:
    files = citation_files(TWO_OF_ONE_YEAR, cache, pandoc).files
    assert [str(file.path) for file in files] == ["papers/a.cite.json", "papers/b.cite.json"]
    assert [style for style, _ in json.loads(files[0].text)] == [style.title for style in STYLES]


def test_without_pandoc_there_are_none_and_nobody_is_told(tmp_path: Path) -> None:
    assert citation_files(TWO_OF_ONE_YEAR, tmp_path, None) == ((), ())


def test_a_pandoc_that_fails_is_a_problem(tmp_path: Path) -> None:
    found = citation_files(TWO_OF_ONE_YEAR, tmp_path, tmp_path / "none")
    assert found.files == ()
    assert [problem.code for problem in found.problems] == ["citations-failed"]


def test_styles_keep_their_licence() -> None:
    folder = Path(__file__).parents[1] / "generator/citation_styles"
    assert sorted(path.stem for path in folder.glob("*.csl")) == sorted(style.file for style in STYLES)
    for path in folder.glob("*.csl"):
        assert "creativecommons.org/licenses/by-sa/3.0/" in path.read_text(encoding="utf-8")
    assert "Attribution-ShareAlike 3.0" in (folder / "LICENSE.txt").read_text(encoding="utf-8")


def test_unknown_parts_of_a_document_are_passed_over() -> None:
    inlines = [
        {"t": "Str", "c": "a<b"},
        {"t": "Note", "c": "x"},
        {"t": "SmallCaps", "c": [{"t": "Str", "c": "S"}]},
    ]
    entry_block = {
        "t": "Div",
        "c": [["ref-0", ["csl-entry"], []], [{"t": "Para", "c": inlines}, {"t": "HorizontalRule"}]],
    }
    assert references({"blocks": [{"t": "Para", "c": []}, entry_block]}) == {"0": "a&lt;bS"}
