"""The tables of the search in docs/: what is stale goes, what is the keeper's stays."""

from __future__ import annotations

from pathlib import Path

from generator.pages import PageSettings, render
from generator.publish import publish
from generator.search import search_files
from tests.browser.samples import TOPICS, hostile_papers, library, real_papers


def files_below(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def publish_list(docs: Path, *, hostile: bool) -> None:
    papers = library((*real_papers(), *(hostile_papers() if hostile else ())))
    publish([*render(papers, PageSettings("A list")), *search_files(papers.entries, TOPICS)], docs)


def test_tables_that_are_no_longer_needed_are_removed(tmp_path: Path) -> None:
    publish_list(tmp_path / "docs", hostile=True)
    publish_list(tmp_path / "docs", hostile=False)
    publish_list(tmp_path / "fresh", hostile=False)
    assert files_below(tmp_path / "docs/search") == files_below(tmp_path / "fresh/search")


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    publish_list(tmp_path / "docs", hostile=True)
    own = tmp_path / "docs/search/own.html"
    own.write_text("mine", encoding="utf-8")
    publish_list(tmp_path / "docs", hostile=False)
    assert own.read_text(encoding="utf-8") == "mine"


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    publish_list(tmp_path / "docs", hostile=True)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "docs").rglob("*")}
    publish_list(tmp_path / "docs", hostile=True)
    assert before == {path: path.stat().st_mtime_ns for path in (tmp_path / "docs").rglob("*")}
