"""This repository's own list, from its five files to the site: counts and promises of the whole."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import frontmatter
import pytest

from tests.support import ROOT, copy_list, run_program

PAPERS = {
    "abstracts/arxiv-author.txt": 6,
    "abstracts/arxiv-feed.txt": 10,
    "abstracts/arxiv-search.txt": 6,
    "abstracts/huggingface-papers.txt": 73,
    "abstracts/openreview-profile.txt": 9,
}
DATE = {"SOURCE_DATE_EPOCH": "1704067200"}


def tree(folder: Path) -> dict[str, str]:
    """A hash of every file below `folder`, by path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def modified(folder: Path) -> dict[str, int]:
    """When each file below `folder` was written, by path; .cache/ is nobody's content."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_mtime_ns
        for path in folder.rglob("*")
        if path.is_file() and ".cache" not in path.parts
    }


def front_matters(docs: Path) -> dict[str, dict[str, Any]]:
    """The front matter of each paper's page, by key."""
    pages = (path for path in sorted((docs / "papers").glob("*.md")) if path.name != "index.md")
    return {path.stem: frontmatter.load(str(path)).metadata for path in pages}


@pytest.fixture(scope="module")
def facts(built_list: Path) -> dict[str, dict[str, Any]]:
    """What each paper's page says of its paper, by key."""
    return {key: matter["paper"] for key, matter in front_matters(built_list / "docs").items()}


def test_every_abstract_of_every_file_is_a_page(built_list: Path, facts: dict[str, dict[str, Any]]) -> None:
    said = [json.loads(line) for line in run_program(built_list, "export", "jsonl").stdout.splitlines()]
    assert {paper["key"] for paper in said} == set(facts)
    assert Counter(paper["origins"][0]["path"] for paper in said) == PAPERS
    assert all((built_list / f"site/papers/{key}/index.html").is_file() for key in facts)


def test_no_abstract_is_cut_or_grown(facts: dict[str, dict[str, Any]]) -> None:
    lengths = [len(fact["abstract_plain"]) for fact in facts.values()]
    assert (min(lengths) > 300, max(lengths) < 3000) == (True, True)


def test_the_titles_of_the_shipped_list_are_real(facts: dict[str, dict[str, Any]]) -> None:
    assert Counter(fact["title_status"] for fact in facts.values())["guessed"] == 0
    assert all(fact["authors"] and fact["year"] for fact in facts.values())


def test_every_topic_has_a_page_and_every_paper_a_topic(
    built_list: Path, facts: dict[str, dict[str, Any]]
) -> None:
    named = {topic["id"] for fact in facts.values() for topic in fact["topics"]}
    assert len(named) >= 19
    assert all((built_list / f"site/topics/{topic}/index.html").is_file() for topic in named)
    assert all(fact["topics"] for fact in facts.values())


def test_a_second_build_writes_no_file(built_list: Path, tmp_path: Path) -> None:
    root = tmp_path / "list"
    subprocess.run(["cp", "-a", str(built_list), str(root)], check=True)
    before = modified(root)
    again = run_program(root, "build", "--site-url", "https://list.example/reading-list/", "--json")
    assert again.returncode == 0, again.stderr
    report = json.loads(again.stdout)
    assert (report["new"], report["written"], report["removed"]) == (0, 0, 0)
    after = modified(root)
    assert {path for path in after if after[path] != before.get(path)} == set()
    assert set(before) == set(after)


def test_the_same_bytes_whatever_the_clock_the_locale_and_the_hash_seed(
    built_list: Path, tmp_path: Path
) -> None:
    root = tmp_path / "elsewhere"
    copy_list(root)
    other = {"PYTHONHASHSEED": "4711", "LC_ALL": "C", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "2000000000"}
    built = run_program(root, "build", "--site-url", "https://list.example/reading-list/", env=other)
    assert built.returncode == 0, built.stderr
    one, two = tree(built_list / "site"), tree(root / "site")
    assert {path for path in one.keys() | two.keys() if one.get(path) != two.get(path)} == set()
    assert (root / "papers.lock.jsonl").read_bytes() == (ROOT / "papers.lock.jsonl").read_bytes()


def test_without_the_lock_every_paper_still_has_a_page(tmp_path: Path) -> None:
    copy_list(tmp_path)
    (tmp_path / "papers.lock.jsonl").unlink()
    built = run_program(tmp_path, "build", "--pages-only", env=DATE)
    assert built.returncode == 0, built.stderr
    facts = [matter["paper"] for matter in front_matters(tmp_path / "docs").values()]
    assert Counter(fact["title_status"] for fact in facts) == {"found": 73, "guessed": 31}
    guesses = [fact["title"] for fact in facts if fact["title_status"] == "guessed"]
    assert max(len(title.split()) for title in guesses) <= 16
    lines = (tmp_path / "papers.lock.jsonl").read_text(encoding="utf-8").splitlines()
    assert sum('"key"' in line for line in lines) == 104


@pytest.mark.parametrize(("args", "env"), [(["--locked"], {}), ([], {"CI": "true"})], ids=["--locked", "CI"])
def test_a_locked_build_gives_no_key(tmp_path: Path, args: list[str], env: dict[str, str]) -> None:
    copy_list(tmp_path)
    (tmp_path / "abstracts/new.txt").write_text(
        "A New Paper\n\nWe present a paper that no lock has ever seen, and we show that it stops the build. "
        "It has an abstract of a length that is usual for abstracts, so that nothing else is meant.\n"
    )
    lock = (tmp_path / "papers.lock.jsonl").read_bytes()
    stopped = run_program(tmp_path, "build", *args, env=env)
    assert stopped.returncode == 2
    assert len(stopped.stderr.splitlines()) == 1
    assert "reading-list build" in stopped.stderr
    assert "papers.lock.jsonl" in stopped.stderr
    assert (tmp_path / "papers.lock.jsonl").read_bytes() == lock
    assert not (tmp_path / "site").exists()


def test_the_shipped_list_builds_locked(tmp_path: Path) -> None:
    copy_list(tmp_path)
    assert run_program(tmp_path, "build", "--pages-only", "--locked").returncode == 0


@pytest.mark.tools
@pytest.mark.parametrize("name", ["papers.bib", "papers-with-abstracts.bib"])
def test_bibtex_reads_the_whole_list_without_a_word(built_site: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "list.bib").write_bytes((built_site / name).read_bytes())
    (tmp_path / "list.aux").write_text("\\bibstyle{plain}\n\\bibdata{list}\n\\citation{*}\n")
    read = subprocess.run(["bibtex", "list"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert read.returncode == 0, read.stdout
    assert "Warning" not in read.stdout, read.stdout
    assert len(re.findall(r"\\bibitem", (tmp_path / "list.bbl").read_text())) == 104


@pytest.mark.tools
@pytest.mark.parametrize("name", ["papers.bib", "papers-with-abstracts.bib"])
def test_biber_finds_nothing_wrong_with_the_whole_list(built_site: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes((built_site / name).read_bytes())
    read = subprocess.run(
        ["biber", "--tool", "--validate-datamodel", name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert read.returncode == 0, read.stdout
    assert not [line for line in read.stdout.splitlines() if line.startswith(("WARN", "ERROR"))], read.stdout
