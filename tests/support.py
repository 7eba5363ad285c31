"""The program run on copies of this repository's own list: what tests of the whole share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SITE_URL = "https://list.example/reading-list/"


def run_program(
    root: Path, *args: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """`reading-list ARG…` on the list in `root`, in a process of its own and outside of any CI."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "-C", str(root), *args],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != "CI"} | (env or {}),
        capture_output=True,
        text=True,
        check=False,
    )


def copy_list(target: Path) -> None:
    """This repository's list as a clone would have it, in the new folder `target`: nothing generated."""
    wanted = (
        "abstracts",
        "notes",
        "docs",
        "mkdocs.yml",
        "topics.yml",
        "papers.lock.jsonl",
        "generator/theme",
    )
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *wanted],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    for name in filter(lambda name: name and (ROOT / name).is_file(), listed.split("\0")):
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target / name)
