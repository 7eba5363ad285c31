"""`reading-list check`: the lint of exports, and corrections as new notes."""

from __future__ import annotations

import io
import json
from pathlib import Path

import frontmatter
import pytest

from tests.commands.conftest import ABSTRACT, Program

BIB = """@article{a, title={ATTENTION IS ALL YOU NEED}, author={Vaswani, Ashish and others}, year=2017,
  journal={Some Journal}}
"""


@pytest.fixture
def shouting(program: Program, new_list: Path) -> str:
    """A list with a title in capitals; the key of its paper."""
    (new_list / "abstracts" / "one.txt").unlink()
    (new_list / "abstracts" / "a.bib").write_text(BIB)
    assert program("build", "--pages-only").code == 0
    return str(json.loads((new_list / "papers.lock.jsonl").read_text())["key"])


def test_exports_are_linted(program: Program, shouting: str) -> None:
    run = program("check", "--bib", "--json")
    assert run.code == 1
    assert {"bib-all-caps-title", "bib-missing-field"} <= {str(line["problem"]) for line in run.json_lines}
    assert all(str(line["message"]).startswith(shouting) for line in run.json_lines)


def test_a_correction_becomes_a_new_note(program: Program, shouting: str, new_list: Path) -> None:
    assert "Create" not in program("check", "--bib", "--fix", "--yes").out
    note = frontmatter.loads((new_list / "notes" / f"{shouting}.md").read_text())
    assert note["title"] == "Attention Is All You Need"
    assert "bib-all-caps-title" not in program("check", "--bib").out


@pytest.mark.parametrize("answer", ["n\n", "y\n"])
def test_nothing_is_created_before_the_keeper_says_so(
    program: Program, shouting: str, new_list: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    assert "Create this note?" in program("check", "--bib", "--fix").out
    assert (new_list / "notes" / f"{shouting}.md").exists() == (answer == "y\n")


def test_a_note_that_is_there_is_not_touched(program: Program, shouting: str, new_list: Path) -> None:
    path = new_list / "notes" / f"{shouting}.md"
    path.write_text("---\nrating: 4\n---\nMine.\n")
    run = program("check", "--bib", "--fix", "--yes")
    assert f"Add to the front matter of notes/{shouting}.md" in run.out
    assert path.read_text() == "---\nrating: 4\n---\nMine.\n"


def test_fix_goes_with_bib(program: Program, new_list: Path) -> None:
    assert new_list
    assert program("check", "--fix").code == 2


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.bib", "@misc{a, title={On Prompts}, author={Ren, Shuhuai and Sun, Xu and others}, year=2023}"),
        ("a.bib", "@misc{a, author={Shuhuai Ren and Xu Sun et al.}, title={On Prompts}, abstract={Yes.}}"),
        ("a.ris", "TY  - JOUR\nAU  - Ren, Shuhuai\nAU  - Sun, Xu\nAU  - et al.\nTI  - On Prompts\nER  -\n"),
        ("a.txt", f"On Prompts and Models\nShuhuai Ren, Xu Sun, et al.\nAbstract\n{ABSTRACT}\n"),
    ],
)
def test_authors_that_a_source_leaves_out_are_told(
    program: Program, new_list: Path, name: str, text: str
) -> None:
    (new_list / "abstracts" / "one.txt").unlink()
    (new_list / "abstracts" / name).write_text(text)
    assert "bib-et-al" in program("check", "--bib").out
    for format in ("bibtex", "biblatex"):
        assert " and others}" in program("export", format).out
    key = program("export", "jsonl").json_lines[0]["key"]
    (new_list / "notes" / f"{key}.md").write_text("---\nauthors: [Shuhuai Ren, Xu Sun, Lei Li]\n---\n")
    assert "bib-et-al" not in program("check", "--bib").out
    assert "others" not in program("export", "bibtex").out


def test_a_citation_in_an_abstract_leaves_no_author_out(program: Program, new_list: Path) -> None:
    bib = "@misc{a, title={On Prompts}, author={Sun, Xu}, abstract={As Xu Sun et al. (2022) say.}}"
    (new_list / "abstracts" / "a.bib").write_text(bib)
    assert "bib-et-al" not in program("check", "--bib").out


def test_a_note_that_names_no_topic_of_the_list(program: Program, new_list: Path) -> None:
    (new_list / "topics.yml").write_text("- {id: graphs, name: Graphs}\n")
    (new_list / "abstracts" / "one.bib").write_text(
        "@misc{one, title = {Trees and Forests}, author = {Ada Lund}}"
    )
    program("build", "--pages-only")
    key = next((new_list / "docs" / "papers").glob("*trees*.md")).stem
    (new_list / "notes" / f"{key}.md").write_text("---\ntopics: [graph]\n---\n")
    for command in (["check"], ["build", "--pages-only"]):
        run = program(*command)
        assert f"notes/{key}.md places it in 'graph'" in run.out + run.err
        assert "did you mean graphs? [note-unknown-topic]" in run.out + run.err


def test_a_list_without_topics_is_told_once(program: Program, new_list: Path) -> None:
    (new_list / "abstracts" / "two.txt").write_text(ABSTRACT.replace("POMP", "another") + "\n")
    (new_list / "topics.yml").write_text("")
    codes = [line["problem"] for line in program("check", "--json").json_lines]
    assert codes.count("no-topics") == 1 and "no-topic" not in codes
    (new_list / "topics.yml").write_text("- {id: bees, name: Bees}\n")
    codes = [line["problem"] for line in program("check", "--json").json_lines]
    assert "no-topic" in codes and "no-topics" not in codes


def test_the_note_to_write_in_is_named_as_it_is(program: Program, new_list: Path) -> None:
    settings = "site_name: A list\nextra: {reading_list: {notes: thoughts}}\n"
    (new_list / "mkdocs.yml").write_text(settings)
    run = program("check", "--json")
    (guess,) = (str(line["message"]) for line in run.json_lines if line["problem"] == "guessed-title")
    key = guess.partition(":")[0]
    assert f"'reading-list note {key}'" in guess
    assert program("note", key).code == 0
    assert f"in thoughts/{key}.md" in program("check").out and "notes/" not in program("check").out
