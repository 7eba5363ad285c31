"""The promises of the program, on this repository's list. Each test fails without what it is named after.

Promises that need more than the pages are elsewhere: notes in tests/test_notes.py, stopped builds in
tests/test_publish.py, text that never runs and no foreign request in tests/browser/.
"""

from __future__ import annotations

import os
import random
import socket
from pathlib import Path

import frontmatter
import pytest

from generator.check import check_library
from generator.config import read_config
from generator.model import Library, RawRecord, Skipped, Status
from generator.pipeline import build_library, output_files, read_abstracts, write_pages
from tests.support import ROOT, SITE_URL, copy_list, run_program

DAY = "2026-11-22"
COUNTS = {
    "openreview-profile.txt": 9,
    "arxiv-search.txt": 6,
    "arxiv-author.txt": 6,
    "huggingface-papers.txt": 73,
    "arxiv-feed.txt": 10,
}


def _list(folder: Path, *, lock: bool = True) -> Path:
    copy_list(folder)
    if not lock:
        (folder / "papers.lock.jsonl").unlink()
    return folder


def _library(root: Path) -> Library:
    return build_library(read_config(root), today=DAY, locked=False).library


def _keys(library: Library) -> dict[str, str]:
    return {e.paper.abstract.source: e.key for e in library.entries if e.paper.abstract}


@pytest.fixture(scope="module")
def library() -> Library:
    return _library(ROOT)


@pytest.fixture(scope="module")
def unresolved(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The list without its lock."""
    return _library(_list(tmp_path_factory.mktemp("unresolved") / "list", lock=False))


def test_every_abstract_is_a_paper(library: Library) -> None:
    found = [origin.path for entry in library.entries for origin in entry.paper.origins]
    assert {name: found.count(f"abstracts/{name}") for name in COUNTS} == COUNTS
    assert library.problems == ()


def test_every_line_is_accounted_for() -> None:
    covered: dict[str, set[int]] = {}
    for item in read_abstracts(read_config(ROOT)):
        assert isinstance(item, RawRecord | Skipped), item
        taken = set(range(item.origin.line, item.origin.end_line + 1))
        assert not covered.setdefault(item.origin.path, set()) & taken, item
        covered[item.origin.path] |= taken
    for name in COUNTS:
        lines = (ROOT / "abstracts" / name).read_text(encoding="utf-8").split("\n")
        wanted = {number for number, line in enumerate(lines, 1) if line.strip()}
        assert wanted <= covered[f"abstracts/{name}"]


def test_abstracts_are_the_inputs(library: Library) -> None:
    for entry in library.entries:
        origin, abstract = entry.paper.origins[0], entry.paper.abstract
        assert abstract is not None
        lines = (ROOT / origin.path).read_text(encoding="utf-8").split("\n")
        given = [" ".join(line.removeprefix("Abstract:").split()) for line in lines]
        assert abstract.source in given[origin.line - 1 : origin.end_line]


def test_every_fact_says_where_it_is_from(library: Library, unresolved: Library) -> None:
    for entry in (*library.entries, *unresolved.entries):
        paper = entry.paper
        for name in ("title", "authors", "year", "venue", "abstract"):
            if getattr(paper, name):
                assert paper.provenance[name].source, (entry.key, name)


def test_a_guess_is_marked_everywhere(unresolved: Library) -> None:
    guessed = {e.key for e in unresolved.entries if e.paper.title_status is Status.GUESSED}
    assert len(guessed) == 31
    assert len(unresolved.entries) == 104
    problems = check_library(unresolved)
    assert {p.message.split(":")[0] for p in problems if p.code == "guessed-title"} == guessed
    for file in output_files(unresolved, read_config(ROOT)):
        if file.path.parent.name == "papers" and file.path.suffix == ".md" and file.path.stem in guessed:
            page = frontmatter.loads(file.text)
            record = page["paper"]
            assert isinstance(record, dict) and record["title_status"] == "guessed"
            assert "guess" in page.content.lower()


def test_the_shipped_list_has_no_guess(library: Library) -> None:
    for entry in library.entries:
        assert entry.paper.title_status in (Status.FOUND, Status.RESOLVED), entry.key
        assert entry.paper.authors and entry.paper.year and entry.paper.venue, entry.key


def test_keys_never_change_when_files_are_renamed_or_papers_added(tmp_path: Path) -> None:
    root = _list(tmp_path / "list", lock=False)
    before = _keys(_library(root))
    write_pages(read_config(root), today=DAY, locked=False)
    files = sorted((root / "abstracts").iterdir())
    for number, path in enumerate(random.Random(7).sample(files, len(files))):
        path.rename(path.with_name(f"{number}-{path.name}"))
    (root / "abstracts" / "0.bib").write_text(
        "@article{x, title={Instruction Tuning of Large Models}, author={Lee, Ann}, year=2023}\n"
    )
    after = _keys(_library(root))
    assert after == before
    # Without a lock the keys follow from the papers alone, not from the files' order.
    (root / "papers.lock.jsonl").unlink()
    assert _keys(_library(root)) == before


def test_same_input_same_bytes(built_list: Path, tmp_path: Path) -> None:
    root = _list(tmp_path / "elsewhere")
    elsewhere = {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    assert run_program(root, "build", "--site-url", SITE_URL, env=elsewhere).returncode == 0
    for folder in ("docs", "site"):
        ours, theirs = _bytes(root / folder), _bytes(built_list / folder)
        assert [name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)] == []


def test_building_asks_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _list(tmp_path / "list")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert write_pages(read_config(root), today=DAY, locked=True).papers == 104


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        os.path.relpath(Path(where, name), folder): Path(where, name).read_bytes()
        for where, _, names in os.walk(folder)
        for name in names
    }
