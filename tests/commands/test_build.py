"""`reading-list build` and its neighbours on good and on bad input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import ABSTRACT, Program
from tests.support import SITE_URL

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def _lock_lines(folder: Path) -> list[str]:
    return (folder / "papers.lock.jsonl").read_text().splitlines()


def _only_line(text: str) -> str:
    lines = text.strip().splitlines()
    assert len(lines) == 1, text
    return lines[0]


def test_a_new_list_builds_its_site(program: Program, new_list: Path) -> None:
    run = program("build")
    assert run.code == 0, run.err
    (line,) = _lock_lines(new_list)
    key = json.loads(line)["key"]
    assert (new_list / "site" / "papers" / key / "index.html").is_file()
    assert "1 paper (1 new)" in run.out


def test_pages_only_stops_before_mkdocs(program: Program, new_list: Path) -> None:
    run = program("build", "--pages-only")
    assert run.code == 0, run.err
    assert not (new_list / "site").exists()
    assert list((new_list / "docs" / "papers").glob("*.md"))


def test_a_second_run_writes_no_file(program: Program, new_list: Path) -> None:
    program("build")
    before = {p: p.stat().st_mtime_ns for p in new_list.rglob("*") if p.is_file() and ".cache" not in p.parts}
    report = json.loads(program("build", "--json").out)
    after = {p: p.stat().st_mtime_ns for p in new_list.rglob("*") if p.is_file() and ".cache" not in p.parts}
    assert report["written"] == report["removed"] == 0
    assert after == before


def test_a_folder_that_is_no_site_is_not_replaced(program: Program, new_list: Path) -> None:
    (new_list / "site").mkdir()
    (new_list / "site" / "thesis.tex").write_text("years of work")
    run = program("build")
    assert run.code == 2
    assert "site: is there and is no site: take it away, or choose another site_dir" in _only_line(run.err)
    assert [path.name for path in (new_list / "site").iterdir()] == ["thesis.tex"]
    assert not (new_list / "papers.lock.jsonl").exists()


def test_locked_assigns_no_key(program: Program, new_list: Path) -> None:
    run = program("build", "--locked")
    assert run.code == 2
    assert "run 'reading-list build'" in _only_line(run.err) and "commit papers.lock.jsonl" in run.err
    assert not (new_list / "papers.lock.jsonl").exists()
    assert program("build", "--pages-only").code == 0
    assert program("build", "--pages-only", "--locked").code == 0


def test_ci_is_locked(program: Program, new_list: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert new_list
    monkeypatch.setenv("CI", "true")
    assert program("build", "--pages-only").code == 2


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "empty-file"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01" * 50, "binary-file"),
    ],
)
def test_a_bad_file_is_one_problem_and_the_rest_is_built(
    program: Program, new_list: Path, name: str, content: bytes, code: str
) -> None:
    (new_list / "abstracts" / name).write_bytes(content)
    run = program("build", "--pages-only", "--site-url", SITE_URL, "--json")
    report = json.loads(run.out)
    assert run.code == 0 and report["papers"] == 1
    (problem,) = report["problems"]
    assert problem["problem"] == code
    assert problem["origin"]["path"] == f"abstracts/{name}"
    assert program("build", "--pages-only", "--strict").code == 1


def test_an_unreadable_file_is_one_problem(program: Program, new_list: Path) -> None:
    (new_list / "abstracts" / "gone.txt").symlink_to("nowhere.txt")
    report = json.loads(program("build", "--pages-only", "--site-url", SITE_URL, "--json").out)
    assert [p["problem"] for p in report["problems"]] == ["unreadable-file"]
    assert report["papers"] == 1


def test_without_an_address_one_line_says_that_there_are_no_feeds(program: Program, new_list: Path) -> None:
    run = program("build", "--pages-only", "--strict")
    assert run.code == 0
    assert [line for line in run.err.splitlines() if "[no-site-url]" in line] == [_only_info(run.err)]
    assert not (new_list / "docs/feed.xml").exists()
    again = program("build", "--pages-only", "--site-url", SITE_URL)
    assert "no-site-url" not in again.err
    assert (new_list / "docs/feed.xml").exists()


def _only_info(text: str) -> str:
    (line,) = [line for line in text.splitlines() if line.startswith("info: ")]
    return line


def test_a_broken_topics_file_stops_with_its_place(program: Program, new_list: Path) -> None:
    (new_list / "topics.yml").write_text("- {id: a, name: A, terms: x}\n")
    run = program("build")
    assert run.code == 2
    assert "topics.yml:1: topics[0].terms: expected a list" in _only_line(run.err)


def test_a_list_without_abstracts_says_what_to_do(program: Program, tmp_path: Path) -> None:
    program("new", ".")
    run = program("build", "--pages-only")
    assert run.code == 0
    assert "abstracts/" in run.err and "reading-list add" in run.err
    assert (tmp_path / "docs" / "index.md").is_file()


def test_vanished_abstracts_do_not_empty_a_list(program: Program, new_list: Path) -> None:
    program("build", "--pages-only")
    (new_list / "abstracts" / "one.txt").unlink()
    run = program("build", "--pages-only")
    assert run.code == 2
    assert "papers.lock.jsonl" in _only_line(run.err)
    assert list((new_list / "docs" / "papers").glob("*.md"))


def test_outside_a_list_the_way_in_is_named(program: Program) -> None:
    run = program("build")
    assert run.code == 2
    assert "reading-list new" in _only_line(run.err)


def test_new_overwrites_nothing(program: Program, new_list: Path) -> None:
    before = (new_list / "mkdocs.yml").read_bytes()
    assert program("new", ".").code == 2
    assert (new_list / "mkdocs.yml").read_bytes() == before


def test_check_names_the_guess(program: Program, new_list: Path) -> None:
    assert new_list
    run = program("check", "--json")
    assert run.code == 1
    codes = {line["problem"] for line in run.json_lines}
    assert {"guessed-title", "missing-authors"} <= codes
    guessed = next(line for line in run.json_lines if line["problem"] == "guessed-title")
    assert "POMP" in str(guessed["message"])


def test_read_prints_every_key(program: Program, new_list: Path) -> None:
    assert new_list
    run = program("read", "abstracts/one.txt", "--json")
    assert run.code == 0
    (record,) = run.json_lines
    assert record["abstract"] == ABSTRACT
    wanted = (
        "title title_status authors year venue abstract arxiv doi url comment created updated keywords origin"
    )
    assert set(wanted.split()) <= set(record)
    assert record["origin"] == {"path": "abstracts/one.txt", "line": 1, "end_line": 1, "format": "pasted"}


def test_read_touches_nothing(program: Program, new_list: Path) -> None:
    before = sorted(new_list.rglob("*"))
    program("read", "abstracts/one.txt")
    program("read", "abstracts/one.txt", "--explain")
    assert sorted(new_list.rglob("*")) == before


def test_read_of_a_missing_file_is_one_line(program: Program) -> None:
    run = program("read", "nothing.txt")
    assert run.code == 2
    assert "nothing.txt" in run.err and "Traceback" not in run.err


def test_add_takes_a_file_once(program: Program, new_list: Path) -> None:
    more = new_list / "more.bib"
    more.write_text("@misc{a, title={Attention is all you need}, author={Vaswani, Ashish}, year=2017}\n")
    assert program("add", "more.bib").code == 0
    assert (new_list / "abstracts" / "more.bib").read_bytes() == more.read_bytes()
    assert "already" in program("add", "more.bib").out
    assert len(list((new_list / "abstracts").iterdir())) == 2


def test_add_takes_an_identifier(program: Program, new_list: Path) -> None:
    run = program("add", "2306.04387")
    assert run.code == 0, run.err
    (added,) = (new_list / "abstracts").glob("added-*.txt")
    assert added.read_text() == "2306.04387\n"


def test_add_refuses_what_holds_no_paper(program: Program, new_list: Path) -> None:
    assert program("add", "no-such-file").code == 2
    (new_list / "hm.txt").write_text("\n")
    assert program("add", "hm.txt").code == 2
    assert len(list((new_list / "abstracts").iterdir())) == 1


def test_note_is_made_once(program: Program, new_list: Path) -> None:
    program("build", "--pages-only")
    key = json.loads(_lock_lines(new_list)[0])["key"]
    assert program("note", key).code == 0
    path = new_list / "notes" / f"{key}.md"
    path.write_text(path.read_text() + "\nMine.\n")
    before = path.read_bytes()
    assert program("note", key).code == 0
    assert path.read_bytes() == before


def test_an_unknown_key_is_one_line(program: Program, new_list: Path) -> None:
    assert new_list
    run = program("note", "nothing2020")
    assert run.code == 2 and "nothing2020" in run.err


def test_without_a_command_help_is_shown(program: Program) -> None:
    run = program()
    assert run.code == 0 and "First steps" in run.out
