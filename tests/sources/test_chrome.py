"""The text files of what sites put around papers: each line is written once, and can be recognised."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.sources import chrome

FOLDER = Path(chrome.__file__).parent
FILES = sorted(FOLDER.glob("*.txt"))
HEADING = re.compile(r"\[([^,\]]+)(?:, (around papers|beside papers|also in a row))?\]")


def _entries(file: Path) -> list[tuple[str, str]]:
    """The lines of one file, each with the heading above it."""
    entries = []
    for paragraph in file.read_text(encoding="utf-8").split("\n\n")[1:]:
        heading, *lines = paragraph.splitlines()
        assert HEADING.fullmatch(heading), heading
        entries += [(heading, line) for line in lines]
    return entries


ENTRIES = [entry for file in FILES for entry in _entries(file)]


def test_there_is_a_file_for_each_site() -> None:
    assert {"arxiv", "google-scholar", "huggingface", "openreview"} <= {file.stem for file in FILES}
    assert all(file.read_text(encoding="utf-8").startswith("# ") for file in FILES)


def test_no_line_is_written_twice() -> None:
    for in_a_row in (True, False):
        lines = Counter(line for heading, line in ENTRIES if heading.endswith("also in a row]") == in_a_row)
        assert [line for line, times in lines.items() if times > 1] == []


def test_lines_are_in_small_letters_with_single_blanks() -> None:
    literal = [line for _, line in ENTRIES if not line.startswith("/")]
    assert [line for line in literal if line != " ".join(line.lower().split())] == []


@pytest.mark.parametrize("pattern", [line[1:-1] for _, line in ENTRIES if line.startswith("/")])
def test_a_pattern_stands_alone_and_captures_nothing(pattern: str) -> None:
    assert re.compile(pattern).groups == 0


def test_every_line_is_passed_over_for_the_reason_above_it() -> None:
    said = [(heading, line) for heading, line in ENTRIES if line[0] != "/" and len(line) > 1]
    for heading, line in said:
        if not heading.endswith("also in a row]"):
            assert heading.startswith(f"[{chrome.chrome_reason(line.title())}"), line
        assert chrome.chrome_reason(line), line


@pytest.mark.parametrize("line", ["Save Cite Cited by 12", "View PDFAbstractExport", "[PDF][BibTeX]"])
def test_buttons_may_stand_in_a_row(line: str) -> None:
    assert chrome.chrome_reason(line) == "button"
