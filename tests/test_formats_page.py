"""The worked example of docs/contributing/formats.md is real: its reader is taken from the page and run."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from generator import sources
from generator.model import Problem, RawRecord
from generator.sources import Reader, read_bytes

PAGE = Path(__file__).parents[1] / "docs/contributing/formats.md"


def block(title: str) -> str:
    """The fenced block with that title."""
    found = re.search(
        rf'^```\w+ title="{re.escape(title)}"\n(.*?)^```$', PAGE.read_text("utf-8"), re.M | re.S
    )
    assert found, f"{PAGE.name} has no block with the title {title}"
    return found[1]


@pytest.fixture(scope="module")
def refer() -> Reader:
    module = ModuleType("refer")
    exec(compile(block("generator/sources/tagged/refer.py"), "refer.py", "exec"), module.__dict__)
    reader = module.__dict__["READER"]
    assert isinstance(reader, Reader)
    return reader


def test_the_example_reads_its_sample(refer: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "READERS", (refer, *sources.READERS))
    paper, nobody = read_bytes(block("sample.enw").encode(), "sample.enw")
    assert isinstance(paper, RawRecord)
    assert paper.fields["title"] == "Attention Is All You Need"
    assert [name.family for name in paper.fields["authors"]] == ["Vaswani", "Shazeer"]
    assert paper.fields["year"] == "2017"
    assert paper.fields["abstract"].endswith("complex recurrent or convolutional neural networks.")
    assert (paper.origin.line, paper.origin.end_line, paper.origin.format) == (1, 6, "refer")
    assert isinstance(nobody, Problem)
    assert (nobody.code, str(nobody.origin)) == ("refer-no-title", "sample.enw:8")


def test_the_example_keeps_the_rules_of_style() -> None:
    text = block("generator/sources/tagged/refer.py")
    for rule in (("check",), ("format", "--check")):
        place = ("--stdin-filename", "generator/sources/tagged/refer.py")
        command = [sys.executable, "-m", "ruff", *rule, *place, "-"]
        ruff = subprocess.run(
            command, cwd=PAGE.parents[2], input=text, text=True, check=False, capture_output=True
        )
        assert ruff.returncode == 0, ruff.stdout


def test_the_example_claims_no_other_text(refer: Reader) -> None:
    for text in ("Deep Learning\n\nAn abstract of some length.", "% a comment\n% of two lines", ""):
        assert refer.likeness(sources.Source("a", text)) < 0.5
