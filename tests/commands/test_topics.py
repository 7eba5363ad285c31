"""`reading-list topics`: why a paper has its topics, and topics for a new list."""

from __future__ import annotations

from pathlib import Path

from generator.config import read_topics
from tests.commands.conftest import Program
from tests.support import copy_list


def test_the_evidence_of_a_paper_is_told(program: Program, tmp_path: Path) -> None:
    copy_list(tmp_path)
    run = program("topics", "explain", "ren2023prompt")
    assert run.code == 0
    assert "(primary)" in run.out and "(not given)" not in run.out
    assert "(not given)" in program("topics", "explain", "ren2023prompt", "--all").out
    assert "(primary: the title says" in program("topics", "explain", "li2023m3it").out


def test_suggested_topics_are_a_topics_file(program: Program, tmp_path: Path) -> None:
    copy_list(tmp_path)
    run = program("topics", "suggest")
    assert run.code == 0
    (tmp_path / "topics.yml").write_text(run.out, encoding="utf-8")
    suggested = read_topics(tmp_path / "topics.yml", "topics.yml")
    assert 8 <= len(suggested) <= 25
    assert program("topics", "suggest").out == run.out


def test_too_few_papers_have_no_topics(program: Program, tmp_path: Path) -> None:
    program("new", ".")
    run = program("topics", "suggest")
    assert run.code == 2 and "too few papers" in run.err
    assert list((tmp_path / "abstracts").iterdir()) == []
