"""Library → Markdown pages: front matter, what each page says, empty lists."""

from __future__ import annotations

import html
from dataclasses import replace
from typing import Any

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown  # type: ignore[import-untyped]

from generator.model import Library, Note, Topic
from generator.pages import PageSettings, render
from generator.pages.names import initial, short_venue, slug, venue_series
from generator.text import Name, Text, escape_html
from tests.browser.samples import PAYLOADS, TOPICS, entry, hostile_papers, library, real_papers

SETTINGS = PageSettings("A list", "Of papers.")


def pages(papers: Library) -> dict[str, str]:
    return {str(file.path): file.text for file in render(papers, SETTINGS)}


@pytest.fixture(scope="module")
def written() -> dict[str, str]:
    return pages(library((*real_papers(), *hostile_papers())))


def matter(text: str) -> dict[str, Any]:
    return dict(frontmatter.loads(text).metadata)


def test_every_paper_topic_author_venue_and_year_has_a_page(written: dict[str, str]) -> None:
    assert {
        "index.md",
        "stats.md",
        "papers/index.md",
        "papers/li2023mit.md",
        "topics/index.md",
        "topics/vision-language.md",
        "topics/unsorted.md",
        "authors/index.md",
        "authors/shuhuai-ren.md",
        "venues/index.md",
        "venues/neurips.md",
        "years/index.md",
        "years/2023.md",
        "years/undated.md",
    } <= set(written)


def test_every_list_by_name_or_year_has_its_bibliography(written: dict[str, str]) -> None:
    lists = [
        path for path in written if path.startswith(("authors/", "years/", "venues/")) and "index" not in path
    ]
    for path in lists:
        if path.endswith(".md"):
            name = path.removesuffix(".md").rpartition("/")[2]
            assert f'href="../{name}.bib"' in html.unescape(written[path])
            assert "@" in written[path.replace(".md", ".bib")]
    assert "@misc{li2023mit," in written["authors/lei-li.bib"]


def test_the_front_matter_tells_everything_about_the_paper(written: dict[str, str]) -> None:
    found = matter(written["papers/li2023mit.md"])
    assert found["template"] == "paper.html"
    assert found["generated"] == "reading-list"
    paper = found["paper"]
    assert (
        paper["title"] == "M$^3$IT: A Large-Scale Dataset towards Multi-Modal Multilingual Instruction Tuning"
    )
    assert paper["title_plain"].startswith("M³IT: A Large-Scale")
    assert paper["title_status"] == "found"
    assert paper["authors"][0] == {"given": "Lei", "family": "Li", "suffix": "", "name": "Lei Li"}
    assert (paper["year"], paper["venue"], paper["kind"]) == (2023, "arXiv", "preprint")
    assert (paper["arxiv"], paper["doi"]) == ("2306.04387", None)
    assert paper["topics"] == [{"id": "vision-language", "score": 0.9, "evidence": ["image-text", "vision"]}]
    assert paper["origins"] == [{"path": "abstracts/a.txt", "line": 3, "end_line": 5, "format": "pasted"}]
    assert paper["provenance"]["authors"] == {"status": "resolved", "source": "arXiv"}
    assert (paper["status"], paper["added"]) == ("reading", "2024-05-02")


@pytest.mark.parametrize("number", range(len(PAYLOADS)))
def test_hostile_text_stays_inside_its_value(written: dict[str, str], number: int) -> None:
    found = matter(written[f"papers/hostile{number}.md"])
    text = Text(PAYLOADS[number])
    assert found["template"] == "paper.html"
    assert found["title"] == escape_html(text.plain)
    assert "<" not in found["title"] + found["description"]
    assert found["paper"]["title"] == text.source
    assert found["paper"]["abstract_plain"] == Text(f"{PAYLOADS[number]} then {PAYLOADS[number]}").plain


def test_a_guessed_title_is_marked_wherever_it_stands(written: dict[str, str]) -> None:
    assert matter(written["papers/guess2021words.md"])["paper"]["title_status"] == "guessed"
    assert "Guessed title" in written["papers/guess2021words.md"]
    assert written["papers/index.md"].count("guessed title") == 1
    assert "guessed" not in frontmatter.loads(written["papers/li2023mit.md"]).content


def test_a_paper_without_a_topic_is_unsorted(written: dict[str, str]) -> None:
    assert "guess2021words" in written["topics/unsorted.md"]
    assert "topics/unsorted/" in written["papers/guess2021words.md"]
    assert "topics/unsorted.md" not in pages(library(real_papers()[:2]))


def test_papers_stand_newest_first_under_their_year() -> None:
    papers = [entry(f"k{year}", title=Text(f"T {year}"), year=year) for year in (2019, 2023, 2021)]
    text = pages(library(tuple(papers)))["papers/index.md"]
    assert text.index("k2023") < text.index("k2021") < text.index("k2019")


def test_a_private_note_is_not_published() -> None:
    note = Note(path="notes/k.md", body="my secret", status="reading", private=True)
    public = replace(note, private=False)
    for given_note, said in ((note, False), (public, True)):
        text = pages(library((entry("k", title=Text("T"), note=given_note),)))["papers/k.md"]
        assert ("my secret" in text) is said
        assert ("Reading" in text) is said


def test_a_paper_without_anything_still_has_a_page() -> None:
    text = pages(library((entry("bare"),)))["papers/bare.md"]
    assert matter(text)["title"] == "bare"
    assert "No abstract was read" in text


@pytest.mark.parametrize("topics", [(), TOPICS])
def test_an_empty_list_says_what_to_do(topics: tuple[Topic, ...]) -> None:
    written = pages(Library((), topics))
    assert "reading-list add" in written["index.md"]
    for path in ("papers", "authors", "years", "venues"):
        assert "rl-none" in written[f"{path}/index.md"]
    assert ("rl-none" in written["topics/index.md"]) is (not topics)
    assert all("rl-none" in written[f"topics/{topic.id}.md"] for topic in topics)


def test_the_same_library_gives_the_same_bytes(written: dict[str, str]) -> None:
    assert pages(library((*hostile_papers(), *real_papers()))) == written


def test_names_that_differ_in_accents_share_a_page() -> None:
    papers = (
        entry("a", title=Text("A"), authors=(Name("José", "García"),)),
        entry("b", title=Text("B"), authors=(Name("Jose", "Garcia"),)),
    )
    text = pages(library(papers))["authors/jose-garcia.md"]
    assert "papers/a/" in text and "papers/b/" in text and "<h1>José García</h1>" in text


def test_papers_without_a_year_make_no_year() -> None:
    papers = (entry("a", title=Text("A"), year=2020), entry("b", title=Text("B")))
    years = pages(library(papers))["years/index.md"]
    assert "<span>1 year</span>" in years and "undated/" in years


@pytest.mark.parametrize(
    ("venue", "short", "series"),
    [
        ("arXiv", "arXiv", "arXiv"),
        ("ICLR 2024", "ICLR 2024", "ICLR"),
        ("ICML'22", "ICML'22", "ICML"),
        ("EMNLP 2022 (main conference)", "EMNLP 2022 (main conference)", "EMNLP"),
        (
            "Proceedings of the 60th Annual Meeting of the Association for Computational Linguistics "
            "(Volume 1: Long Papers) (ACL 2022)",
            "ACL 2022",
            "ACL",
        ),
        (
            "Findings of the Association for Computational Linguistics: EMNLP 2021",
            "Findings of EMNLP 2021",
            "Findings of EMNLP",
        ),
        ("IEEE Transactions on Multimedia 26(3)", "IEEE Trans. Multimedia", "IEEE Trans. Multimedia"),
        ("ICCV 2021 Workshops (VIPriors)", "ICCV 2021 Workshops (VIPriors)", "ICCV Workshops"),
        ("Nature", "Nature", "Nature"),
        ("2020", "2020", "2020"),
    ],
)
def test_short_names_of_venues(venue: str, short: str, series: str) -> None:
    assert short_venue(venue) == short
    assert venue_series(venue) == series


@given(st.text())
def test_a_slug_is_safe_in_addresses_and_on_disks(name: str) -> None:
    made = slug(name)
    assert made.isascii() and made == made.lower()
    assert made.strip("-") == made and all(char.isalnum() or char == "-" for char in made)
    assert 1 <= len(made) <= 100
    assert made not in ("index", "con", "nul", "unsorted", "undated")
    assert initial(name) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ#"


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_title_comes_back_from_front_matter_and_markdown(title: str) -> None:
    text = Text(title)
    papers = library((entry("k", title=text if text else None, abstract=text if text else None),))
    page = frontmatter.loads(pages(papers)["papers/k.md"])
    assert page.metadata["title"] == escape_html(text.plain or "k")
    assert f"<h1>{text.html or 'k'}</h1>" in markdown(page.content, extensions=["md_in_html"])
