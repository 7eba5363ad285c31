"""A note on its paper's page: formulas, cards, what the keeper says, the way to edit it; nothing private."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown  # type: ignore[import-untyped]

from generator.config import read_config
from generator.exports import export_files
from generator.model import Kind, Note, Paper
from generator.notes import parse_note
from generator.pages import PageSettings, render
from generator.pages.edit import edit_address
from generator.pages.notes import card, note_markdown
from generator.pipeline import build_site
from generator.text import Name, Text
from tests.browser.conftest import build_small_site
from tests.browser.samples import entry, library

OTHER = entry(
    "vaswani2017attention",
    title=Text('Attention (is) "all" & $x^2$'),
    authors=tuple(map(Name.parse, ("A. Vaswani", "N. Shazeer", "N. Parmar", "J. Uszkoreit"))),
    year=2017,
)
KNOWN = {OTHER.key: OTHER}


def page(note: Note, settings: PageSettings | None = None) -> str:
    files = render(library((entry("k", title=Text("T"), note=note),)), settings or PageSettings("A list"))
    return next(file.text for file in files if str(file.path) == "papers/k.md")


@pytest.mark.parametrize(
    "body",
    [
        "$x_i$ starts a line",
        "so $E = mc^2$ holds",
        "$\\alpha$\nover lines $a\n+ b$",
        "- in a list $x$\n- more\n\n    $y$ below an item",
        "> quoted $x$",
        "`code` and $x$ and ``more ` code``",
        "| a | $x$ |",
        "```\n$a$\n```\n\n$x$",
    ],
)
def test_a_formula_becomes_mathml_where_it_stands(body: str) -> None:
    made = note_markdown(body, {})
    assert "<math>" in made
    shown = markdown(made, extensions=["md_in_html", "tables", "fenced_code"])
    assert shown.count("<math>") == made.count("<math>") and "&lt;math" not in shown


@pytest.mark.parametrize(
    "body",
    [
        "it costs $5 or $10",
        "from $5 to $x each",
        "one $ sign",
        "`$x$` is code",
        "``a ` $x$``",
        "```\n$x$\n```",
        "~~~ tex\n$x$\n\n$$y$$\n~~~",
        "text\n\n    $x$ indented",
        "\\$x\\$ escaped",
        "$\\left(x$ is broken",
        "$ x $ has spaces",
    ],
)
def test_what_is_no_formula_stays_as_it_is(body: str) -> None:
    assert note_markdown(body, {}) == body


def test_a_displayed_formula_stands_by_itself() -> None:
    shown = markdown(note_markdown("so\n\n$$\n\\sum_i x_i\n$$\n\nthen", {}), extensions=["md_in_html"])
    assert '<span class="rl-display"><math display="block">' in shown
    assert shown.startswith("<p>so</p>") and shown.endswith("<p>then</p>")


def test_a_link_to_a_paper_says_what_that_is() -> None:
    shown = markdown(note_markdown(f"See [it]({OTHER.key}.md), [else](unknown.md).", KNOWN))
    wanted = "A. Vaswani, N. Shazeer, N. Parmar and 1 more, 2017"
    assert card(OTHER) == f'Attention (is) "all" & x² — {wanted}'
    assert f'href="{OTHER.key}.md"' in shown and f"— {wanted}" in shown.partition('title="')[2]
    assert shown.count("title=") == 1 and "is&#41; &#34;all&#34; &#38; x" in shown


def test_a_link_in_code_stays_as_it_is() -> None:
    body = f"`[it]({OTHER.key}.md)`"
    assert note_markdown(body, KNOWN) == body


@given(st.text(st.sampled_from("$`\\~ \nx1_{}[]().*-"), max_size=80))
def test_text_without_a_formula_or_link_is_never_changed(body: str) -> None:
    made = note_markdown(body, KNOWN)
    assert made == body or "<span" in made


def test_what_the_keeper_says_is_on_the_page() -> None:
    note = Note(path="notes/k.md", status="reading", started="2024-01-30", rating=4, tags=("a <b>", "c"))
    text = page(note)
    assert "<b>Reading</b><span>since 2024-01-30</span>" in text
    assert 'aria-label="Rated 4 of 5">★★★★☆' in text
    assert "a &#60;b&#62;</span>" in text
    assert "rl-mine" not in page(Note(path="notes/k.md", body="only text"))


GITHUB = "https://github.com/keeper/list"


def test_a_paper_without_a_note_begins_one_in_the_web_editor() -> None:
    address = urlsplit(edit_address(f"{GITHUB}.git", "my/notes", "k", None))
    asked = parse_qs(address.query)
    assert (address.hostname, address.path) == ("github.com", "/keeper/list/new/HEAD")
    assert asked["filename"] == ["my/notes/k.md"]
    note, problems = parse_note(asked["value"][0], "notes/k.md")
    assert problems == [] and note == Note(path="notes/k.md", body_line=note.body_line)


def test_a_note_is_edited_where_it_is() -> None:
    assert (
        edit_address(f"{GITHUB}/", "notes", "new", Note(path="notes/old.md"))
        == f"{GITHUB}/edit/HEAD/notes/old.md"
    )


@pytest.mark.parametrize("repository", [None, "", "https://git.example.org/keeper/list", "javascript:x"])
def test_without_a_web_editor_the_page_names_the_command(repository: str | None) -> None:
    assert edit_address(repository, "notes", "k", None) == ""
    settings = PageSettings("A list", repository=repository)
    text = page(Note(path="notes/k.md", body="x"), settings)
    assert "reading-list note k" in text and "Edit this page" not in text
    assert "Edit this page" in page(Note(path="notes/k.md", body="x"), PageSettings("A", repository=GITHUB))


BIB = "@misc{one, title = {One paper}, author = {Doe, Jane}, year = {2020}, abstract = {Some words.}}\n"
PRIVATE = (
    "---\nstatus: reading\nrating: 2\ntags: [xyzzytag]\ntitle: Xyzzytitle\nprivate: true\n---\nXyzzybody\n"
)
PARTLY = "---\nstatus: read\ntags: [xyzzytag]\nprivate: [tags, body]\n---\nXyzzybody\n"


@pytest.mark.parametrize("note", [PRIVATE, PARTLY])
def test_nothing_private_reaches_docs_or_site(tmp_path: Path, note: str) -> None:
    (tmp_path / "abstracts").mkdir()
    (tmp_path / "notes").mkdir()
    (tmp_path / "abstracts/a.bib").write_text(BIB, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: A list\ntheme: material\n", encoding="utf-8")
    (tmp_path / "topics.yml").write_text("[]\n", encoding="utf-8")
    config = read_config(tmp_path)
    build_site(config, today="2024-05-02", locked=False)
    key = next(path.stem for path in (tmp_path / "docs/papers").glob("*.bib"))
    (tmp_path / f"notes/{key}.md").write_text(note, encoding="utf-8")
    build_site(config, today="2024-05-02", locked=False)
    files = [path for name in ("docs", "site") for path in (tmp_path / name).rglob("*") if path.is_file()]
    told = [path for path in files if b"xyzzy" in path.read_bytes().lower()]
    assert len(files) > 20 and told == []


def test_the_preprint_has_a_record_of_its_own() -> None:
    published = entry("k", title=Text("T"), year=2023, kind=Kind.ARTICLE, venue=Text("Nature"))
    preprint = Paper(title=Text("T"), year=2022, kind=Kind.PREPRINT, ids={"arxiv": "2201.00001"})
    papers = library((replace(published, preprint=preprint), entry("other", title=Text("O"))))
    text = {str(file.path): file.text for file in render(papers, PageSettings("A list"))}
    files = {str(file.path): file.text for file in export_files(papers)}
    assert "@misc{k-preprint," in text["papers/k.md"] and "k.preprint.bib" in text["papers/k.md"]
    assert files["papers/k.preprint.bib"].startswith("@misc{k-preprint,")
    assert "preprint" not in text["papers/other.md"].partition("\n---\n")[2]
    assert "papers/other.preprint.bib" not in files


@pytest.mark.parametrize(
    ("body", "made"),
    [
        ("# A\n\ntext\n## B\n###### F", "### A\n\ntext\n#### B\n###### F"),
        ("## A\n\n### B", "### A\n\n#### B"),
        ("#### A `code` #", "### A `code` #"),
        ("A `b`\n===\n\nC\n-\n", "### A `b`\n\n\n#### C\n\n"),
        ("text\nmore\n---\n", "text\nmore\n---\n"),
        ("`x`# no\n\n    # code\n\n```\n# code\n```\n", "`x`# no\n\n    # code\n\n```\n# code\n```\n"),
        ("#\n\n---\n", "#\n\n---\n"),
    ],
)
def test_headings_stand_below_those_of_the_page(body: str, made: str) -> None:
    assert note_markdown(body, {}) == made


def test_footnotes_stand_below_the_note(tmp_path: Path) -> None:
    papers = library((entry("k", title=Text("T"), note=Note(path="k.md", body="One[^1].\n\n[^1]: Two.\n")),))
    build_small_site(tmp_path, papers)
    html = (tmp_path / "served/reading-list/papers/k/index.html").read_text(encoding="utf-8")
    assert html.index("Two.") < html.index('id="cite"') and "///" not in html
    assert note_markdown("`[^1]: code`\n\n    [^1]: code\n", {}).endswith("code\n")
