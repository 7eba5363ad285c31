"""`reading-list export`: every format, every filter, and names that are not there."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.commands.export import FORMATS
from tests.commands.conftest import ABSTRACT, Program

BIB = """@article{a, title={Looking at Prompts}, author={Sun, Xu and Ren, Shuhuai}, year=2023, journal={TACL}}
@article{b, title={Hearing Them}, author={Sheth, Amit}, year=2024, journal={TACL}}
"""
TOPICS = "topics:\n  - id: vision\n    name: Vision\n    description: looking\n    terms: [looking]\n"


@pytest.fixture
def two_papers(new_list: Path) -> Path:
    """A list of two papers, the first in the one topic and marked as read."""
    (new_list / "abstracts" / "one.txt").unlink()
    (new_list / "abstracts" / "a.bib").write_text(BIB)
    (new_list / "topics.yml").write_text(TOPICS)
    (new_list / "notes" / "sun2023looking.md").write_text("---\nstatus: read\n---\n")
    return new_list


@pytest.mark.usefixtures("new_list")
def test_export_prints_the_library(program: Program, new_list: Path) -> None:
    assert new_list
    (line,) = program("export", "jsonl").json_lines
    assert line["abstract"] == ABSTRACT and line["title_status"] == "guessed"
    assert line["topics"] == [] and line["related"] == []


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_takes_every_filter(program: Program, two_papers: Path, format: str) -> None:
    filters = (
        "--topic",
        "vision",
        "--author",
        "sun",
        "--year",
        "2023",
        "--query",
        "prompts",
        "--status",
        "read",
    )
    run = program("export", format, *filters, "-o", "out")
    assert (run.code, run.out, run.err) == (0, "", "out: 1 paper.\n")
    written = (two_papers / "out").read_text(encoding="utf-8")
    assert "Prompts" in written
    assert "Hearing" not in written


@pytest.mark.usefixtures("two_papers")
@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [
        ("--topic", "vison", "no topic 'vison': did you mean vision?"),
        ("--topic", "qqqq", "there is no topic 'qqqq': topics.yml has their ids"),
        ("--topic", "", "there is no topic '': topics.yml has their ids"),
        ("--author", "Sheht", "no author's name has 'Sheht' in it: did you mean Sheth?"),
        ("--author", "Xu Sum", "did you mean Xu Sun?"),
        ("--author", "qqqq", "no author's name has 'qqqq' in it: 'reading-list export csv' lists all"),
    ],
)
def test_a_name_that_is_not_there_is_an_error_with_near_ones(
    program: Program, option: str, value: str, hint: str
) -> None:
    run = program("export", "bibtex", option, value)
    assert (run.code, run.out) == (2, "")
    assert run.err.rstrip().endswith(hint)


@pytest.mark.usefixtures("two_papers")
def test_an_empty_selection_says_so(program: Program) -> None:
    run = program("export", "bibtex", "--year", "1900")
    assert (run.code, run.out.strip(), run.err) == (0, "", "No paper is left to export.\n")


@pytest.mark.usefixtures("two_papers")
def test_a_file_is_replaced_at_once_and_a_device_is_written_to(
    program: Program, two_papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (two_papers / "out.bib").write_text("old")
    (two_papers / "link.bib").symlink_to("out.bib")
    with monkeypatch.context() as full:
        full.setattr("os.fsync", stop)
        assert program("export", "bibtex", "-o", "link.bib").code == 2
        assert (two_papers / "out.bib").read_text() == "old"
    assert program("export", "bibtex", "-o", "link.bib").code == 0
    assert "Hearing" in (two_papers / "out.bib").read_text() and (two_papers / "link.bib").is_symlink()
    assert program("export", "bibtex", "-o", os.devnull).code == 0
    assert not Path(os.devnull).is_file()


def stop(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")
