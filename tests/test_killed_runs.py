"""A run that is killed (SIGKILL) at any step leaves all files whole, and the next run mends the rest.

A child process ends itself at its N-th step that changes the disk; no handler of its own runs.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from generator import atomic
from generator.lock import LOCK_NAME
from generator.publish import recover_site, swap_site
from tests.works_support import paper, put, rebuild, tree

BEFORE = [paper(seed) for seed in range(8)]
AFTER = [paper(seed) for seed in range(3, 45)]
POINTS = 200
WRITING = os.O_WRONLY | os.O_RDWR


def whole_run(root: Path) -> None:
    """What a build does to the disk: lock, docs/, a site beside, the swap."""
    recover_site(root / "site")
    built = rebuild(root, AFTER)
    new = root / ".site.new"
    shutil.rmtree(new, ignore_errors=True)
    for entry in built.entries:
        put(new / f"{entry.key}.html", entry.key)
    swap_site(new, root / "site")


class Killer:
    """Counts the steps that change the disk; ends the process before the step after `allowed`."""

    def __init__(self, allowed: int) -> None:
        self.left = allowed

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        changes = event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir")
        if changes or (event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING):
            self.left -= 1
            if self.left < 0:
                os.kill(os.getpid(), signal.SIGKILL)


def run_in_child(root: Path, allowed: int) -> int:
    """How the child ended: 0 where it had steps enough, else the signal."""
    child = os.fork()
    if child == 0:
        sys.addaudithook(Killer(allowed))
        whole_run(root)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def steps_of(base: Path, work: Path) -> int:
    """How many steps a whole run takes."""
    low, high = 0, 4096
    while low < high:
        middle = (low + high) // 2
        shutil.copytree(base, work)
        ended = run_in_child(work, middle)
        shutil.rmtree(work)
        low, high = (low, middle) if ended == 0 else (middle + 1, high)
    return low


def test_kill_at_200_points_leaves_lock_notes_and_site_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A killed process loses nothing that the system has taken, so nothing waits for the disk here."""
    monkeypatch.setattr(os, "fsync", lambda _: None)
    base, work, after = tmp_path / "base", tmp_path / "work", tmp_path / "after"
    first = rebuild(base, BEFORE)
    for entry in first.entries[:3]:
        put(base / f"notes/{entry.key}.md", f"About {entry.key}.\n")
    put(base / "site/index.html", "the old site")
    put(base / "site/papers/x.html", "x")
    shutil.copytree(base, after)
    whole_run(after)
    expected, old = tree(after), tree(base)
    sites = [part_of(old, "site/"), part_of(expected, "site/")]
    steps = steps_of(base, work)
    assert steps >= POINTS
    for point in range(POINTS):
        shutil.copytree(base, work)
        assert run_in_child(work, point * steps // POINTS) == -signal.SIGKILL
        left = tree(work)
        assert left[LOCK_NAME] in (old[LOCK_NAME], expected[LOCK_NAME])
        assert part_of(left, "notes/") == part_of(old, "notes/")
        assert all(
            left[name] in (old.get(name), expected.get(name))
            for name in part_of(left, "docs/")
            if not name.endswith(atomic.TEMPORARY)
        )
        recover_site(work / "site")
        assert part_of(tree(work), "site/") in sites
        whole_run(work)
        assert tree(work) == expected
        shutil.rmtree(work)


def part_of(files: dict[str, bytes], folder: str) -> dict[str, bytes]:
    return {name: text for name, text in files.items() if name.startswith(folder)}
