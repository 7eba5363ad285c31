"""This repository's own list, from its five files to the site: what only the whole can show.

The promises on the library alone are in tests/test_promises.py.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import frontmatter
import pytest

from tests.support import SITE_URL, run_program

PAPERS = {
    "abstracts/arxiv-author.txt": 6,
    "abstracts/arxiv-feed.txt": 10,
    "abstracts/arxiv-search.txt": 6,
    "abstracts/huggingface-papers.txt": 73,
    "abstracts/openreview-profile.txt": 9,
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
    again = run_program(root, "build", "--site-url", SITE_URL, "--json")
    assert again.returncode == 0, again.stderr
    report = json.loads(again.stdout)
    assert (report["new"], report["written"], report["removed"]) == (0, 0, 0)
    after = modified(root)
    assert {path for path in after if after[path] != before.get(path)} == set()
    assert set(before) == set(after)


def test_pages_of_papers_are_small(built_site: Path, facts: dict[str, dict[str, Any]]) -> None:
    sizes = [(built_site / f"papers/{key}/index.html").stat().st_size for key in facts]
    assert statistics.median(sizes) <= 20_000


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
