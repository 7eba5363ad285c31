"""`reading-list search`, and exports of what a search finds."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Program

pytestmark = pytest.mark.usefixtures("new_list")


def test_search_prints_what_the_site_shows(program: Program) -> None:
    run = program("search", "promt", "pre-training")
    assert run.code == 0
    assert "POMP" in run.out and "\x1b" not in run.out
    assert run.err == "1 result\n"


def test_search_as_json(program: Program) -> None:
    (line,) = program("search", "--json", "--limit", "1", "POMP").json_lines
    assert set(line) == {"key", "title", "authors", "year", "venue", "sentence", "score"}
    assert "POMP" in str(line["sentence"])


def test_nothing_found_is_no_error(program: Program) -> None:
    run = program("search", "xqzjw")
    assert (run.code, run.out, run.err) == (0, "", "Nothing found.\n")


@pytest.mark.parametrize("phrase", ['"promt pre-training"', "“training pre”"])
def test_where_no_paper_has_a_phrase_its_words_are_looked_for(program: Program, phrase: str) -> None:
    run = program("search", phrase)
    assert "POMP" in run.out
    assert run.err == "Nothing has what stands in quotes. Without quotes:\n1 result\n"
    assert program("search", '"xqzjw"').err == "Nothing found.\n"
    assert program("export", "bibtex", "--query", phrase).out.strip() == ""


def test_export_of_a_query(program: Program) -> None:
    assert program("export", "bibtex", "--query", "POMP").out.count("@misc{") == 1
    assert program("export", "bibtex", "--query", "xqzjw").out.strip() == ""
