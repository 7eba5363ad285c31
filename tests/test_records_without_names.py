"""Records that name no work (an address, people and a year, a citation key alone) keep their keys too."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import cli

BIB = """@misc{x, author={Ada Lovelace}, year={1843}}
@misc{y, howpublished={By letter}}
@misc{z, note={Private communication}}
@article{w, journal={Nature}, year=2020, volume=3}
@book{b, publisher={Springer}}
@book{i, isbn={978-3-16-148410-0}}
"""
RIS = "TY  - JOUR\nAU  - Curie, Marie\nPY  - 1911\nER  - \n"
ADDRESSES = "https://example.org/paper1\nhttps://example.org/paper2\n"


def build(root: Path, *options: str) -> int:
    arguments = ["-C", str(root), "build", "--pages-only", *options]
    return int(CliRunner().invoke(cli, arguments, standalone_mode=False, catch_exceptions=False).return_value)


@pytest.fixture
def nameless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("CI", raising=False)
    root = tmp_path / "list"
    CliRunner().invoke(cli, ["new", str(root)], standalone_mode=False, catch_exceptions=False)
    for name, text in (("a.bib", BIB), ("b.ris", RIS), ("c.txt", ADDRESSES)):
        (root / "abstracts" / name).write_text(text, encoding="utf-8")
    return root


def test_a_second_build_gives_no_new_key_and_a_locked_one_passes(nameless: Path) -> None:
    build(nameless)
    first = (nameless / "papers.lock.jsonl").read_bytes()
    assert first.count(b"\n") == 9
    build(nameless)
    assert (nameless / "papers.lock.jsonl").read_bytes() == first
    assert build(nameless, "--locked") == 0
