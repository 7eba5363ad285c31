"""Publishing: only what differs, only what is ours, and nothing half done."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from generator import atomic
from generator.errors import ListBusy, StopWork
from generator.lock import LOCK_NAME, Lock, LockLine, read_lock, write_lock
from generator.model import OutputFile
from generator.publish import publish, recover_site, swap_site
from generator.related.memory import read_features
from generator.runlock import hold
from tests.works_support import page, paper, put, rebuild, tree

ROOT = Path(__file__).parent.parent


def data(path: str, text: str = "x\n") -> OutputFile:
    return OutputFile(PurePosixPath(path), text)


PAGES = [page("index.md", "home"), page("papers/a.md", "A"), data("papers/a.bib"), data("papers.bib")]


def test_writes_what_differs_and_nothing_else(tmp_path: Path) -> None:
    first = publish(PAGES, tmp_path)
    assert len(first.written) == 4 and tree(tmp_path)["papers/a.bib"] == b"x\n"
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    again = publish(PAGES, tmp_path)
    assert (again.written, again.removed, again.unchanged) == ((), (), 4)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == stamps
    changed = publish([*PAGES[:1], page("papers/a.md", "É\r"), *PAGES[2:]], tmp_path)
    assert changed.written == (PurePosixPath("papers/a.md"),)
    assert "É\r\n".encode() in tree(tmp_path)["papers/a.md"]


def test_removes_what_is_stale_and_ours(tmp_path: Path) -> None:
    gone = ["papers/b.md", "topics/t.md", "years/1999.md"]
    publish(
        [*PAGES, *(page(path, "x") for path in gone), data("papers/b.bib"), data("papers/a.ris")], tmp_path
    )
    report = publish(PAGES, tmp_path)
    assert {str(path) for path in report.removed} == {*gone, "papers/b.bib", "papers/a.ris"}
    assert set(tree(tmp_path)) == {str(file.path) for file in PAGES}
    assert not (tmp_path / "topics").exists()


def test_leaves_the_keepers_files_alone(tmp_path: Path) -> None:
    mine = [
        put(tmp_path / "papers/own.md", "# generated: reading-list\n"),
        put(tmp_path / "papers/own.bib"),
        put(tmp_path / "papers/other.bib"),
        put(tmp_path / "papers/photo.png"),
        put(tmp_path / "papers/sub/x.json"),
        put(tmp_path / "about.md"),
        put(tmp_path / "assets/x.css"),
        put(tmp_path / "papers/quoting.md", "---\ntitle: x\n---\n\ngenerated: reading-list\n"),
        put(tmp_path / "papers/open.md", "---\ngenerated: reading-list\n"),
    ]
    before = {path: path.read_bytes() for path in mine}
    publish(PAGES, tmp_path)
    publish([], tmp_path)
    assert {path: path.read_bytes() for path in mine} == before


def test_a_hand_written_page_wins(tmp_path: Path) -> None:
    put(tmp_path / "index.md", "# My list\n")
    put(tmp_path / "papers/a.md", "---\ntitle: mine\n---\n")
    put(tmp_path / "papers/a.bib", "mine")
    report = publish(PAGES, tmp_path)
    assert tree(tmp_path)["index.md"] == b"# My list\n" and tree(tmp_path)["papers/a.bib"] == b"mine"
    assert [problem.code for problem in report.problems] == ["hand-written-page"] * 3
    assert report.written == (PurePosixPath("papers.bib"),)


@pytest.mark.parametrize("path", ["../x.md", "/etc/x.md", "papers/../../x.md", ".", "a\\b.md"])
def test_a_path_outside_docs_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="outside docs"):
        publish([page(path, "x")], tmp_path / "docs")
    assert list(tmp_path.iterdir()) == []


def test_a_link_out_of_docs_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    put(outside / "x.md", "---\ngenerated: reading-list\n---\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/papers").symlink_to(outside)
    with pytest.raises(StopWork, match="leads out"):
        publish(PAGES, tmp_path / "docs")
    assert set(tree(outside)) == {"x.md"}


def test_a_page_without_the_mark_is_a_mistake_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="without"):
        publish([OutputFile(PurePosixPath("papers/a.md"), "# A\n")], tmp_path)


@pytest.mark.parametrize("suffix", [".bib", ".cite.json", ".feed.json", ".preprint.bib"])
def test_what_stands_beside_a_page_goes_with_it(tmp_path: Path, suffix: str) -> None:
    mine = put(tmp_path / "papers/mine.cite.json")
    publish([*PAGES, page("papers/a.b.md", "B"), data(f"papers/a.b{suffix}")], tmp_path)
    assert publish(PAGES, tmp_path).removed == tuple(
        map(PurePosixPath, (f"papers/a.b{suffix}", "papers/a.b.md"))
    )
    assert mine.exists()


# The site


def test_swapping_replaces_the_site_and_writes_nothing_when_equal(tmp_path: Path) -> None:
    new, site = tmp_path / ".site.new", tmp_path / "site"
    put(new / "index.html", "one")
    assert swap_site(new, site) and tree(site) == {"index.html": b"one"} and not new.exists()
    stamp = (site / "index.html").stat().st_mtime_ns
    put(new / "index.html", "one")
    assert not swap_site(new, site) and (site / "index.html").stat().st_mtime_ns == stamp
    put(new / "papers/a.html", "two")
    assert swap_site(new, site) and tree(site) == {"papers/a.html": b"two"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_stopped_swap_is_mended_at_the_next_start(tmp_path: Path) -> None:
    site = tmp_path / "site"
    put(tmp_path / ".site.old/index.html", "old")
    assert recover_site(site) and tree(site) == {"index.html": b"old"}
    put(tmp_path / ".site.old/index.html", "older")
    assert not recover_site(site) and tree(tmp_path) == {"site/index.html": b"old"}


def test_a_site_that_holds_its_own_build_is_refused(tmp_path: Path) -> None:
    put(tmp_path / "new/index.html")
    with pytest.raises(StopWork):
        swap_site(tmp_path / "new", tmp_path)
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StopWork):
        swap_site(tmp_path / "new", tmp_path / "link")


# What can go wrong


@contextmanager
def failing(monkeypatch: pytest.MonkeyPatch, target: Any, name: str, code: int, after: int) -> Iterator[None]:
    """Lets the `after`-th call of target.name and all later ones fail with an error of the system."""
    real: Callable[..., Any] = getattr(target, name)
    calls = 0

    def call(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls > after:
            raise OSError(code, os.strerror(code), "docs/x")
        return real(*arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(target, name, call)
        yield


@pytest.mark.parametrize("after", range(8))
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_full_or_read_only_disk_is_one_line_and_no_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int, code: int
) -> None:
    rebuild(tmp_path, [paper(1), paper(2)])
    before = tree(tmp_path)
    with failing(monkeypatch, atomic, "write", code, after), pytest.raises(StopWork) as caught:
        rebuild(tmp_path, [paper(seed) for seed in range(9)])
    assert "\n" not in str(caught.value) and os.strerror(code) in str(caught.value)
    assert caught.value.exit_code == 2
    now = tree(tmp_path)
    assert all(now[name] == text for name, text in before.items() if name != LOCK_NAME)
    assert len(read_lock(tmp_path / LOCK_NAME).lines) in (2, 9)
    again = rebuild(tmp_path, [paper(seed) for seed in range(9)])
    assert len(again.entries) == 9
    assert not [name for name in tree(tmp_path) if name.endswith(atomic.TEMPORARY)]


def test_a_disk_that_fills_while_writing_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path / "papers.lock.jsonl", "old\n")
    with failing(monkeypatch, os, "fsync", errno.ENOSPC, 0), pytest.raises(OSError, match="space"):
        atomic.write(path, b"new")
    assert tree(tmp_path) == {"papers.lock.jsonl": b"old\n"}


def test_a_new_file_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    with failing(monkeypatch, os, "fsync", errno.ENOSPC, 0), pytest.raises(OSError, match="space") as caught:
        atomic.create(path, b"abstract")
    assert tree(tmp_path) == {} and caught.value.filename == str(path)
    atomic.create(path, b"abstract")
    with pytest.raises(FileExistsError):
        atomic.create(path, b"another")
    assert tree(tmp_path) == {"a.txt": b"abstract"}


def test_what_is_only_remembered_may_fail_to_be_written(tmp_path: Path) -> None:
    no_folder = put(tmp_path / "file")
    assert len(read_features([paper(1), paper(2)], no_folder)) == 2


def test_a_lock_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    put(tmp_path / "file")
    with pytest.raises(StopWork, match=r"papers\.lock\.jsonl: cannot be written"):
        write_lock(tmp_path / "file" / LOCK_NAME, Lock((LockLine(key="a", added="2026-11-22"),)))


RUN = """
import sys, time
from pathlib import Path
from generator.errors import StopWork
from generator.runlock import hold
try:
    with hold(Path(sys.argv[1])):
        print("held", flush=True)
        time.sleep(60)
except StopWork as error:
    print(error, flush=True)
    sys.exit(error.exit_code)
"""


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def test_two_runs_at_once(tmp_path: Path) -> None:
    first = start(RUN, str(tmp_path))
    try:
        assert first.stdout and first.stdout.readline() == "held\n"
        second = start(RUN, str(tmp_path))
        out, _ = second.communicate(timeout=30)
        assert second.returncode == 3
        assert out.count("\n") == 1 and f"process {first.pid}" in out
        with pytest.raises(ListBusy), hold(tmp_path):
            pass
    finally:
        first.kill()
        first.communicate()
    with hold(tmp_path):
        pass
    with hold(tmp_path):
        pass
