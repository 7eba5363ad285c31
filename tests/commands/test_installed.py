"""The line that installs the program again, by where it was installed from."""

from __future__ import annotations

import json
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

from generator.commands.installed import UNKNOWN, requirement

GIT = {"url": "https://git.example/a/b", "vcs_info": {"vcs": "git", "commit_id": "0" * 40}}
FOLDER = {"url": "file:///somewhere", "dir_info": {"editable": True}}


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, "reading-list[citations]==1.2"),
        (GIT, f"reading-list[citations] @ git+https://git.example/a/b@{'0' * 40}"),
        (FOLDER, UNKNOWN),
    ],
    ids=["index", "repository", "folder"],
)
def test_requirement(tmp_path: Path, origin: object, line: str) -> None:
    info = tmp_path / "reading_list-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: reading-list\nVersion: 1.2\n")
    if origin is not None:
        (info / "direct_url.json").write_text(json.dumps(origin))
    assert requirement(PathDistribution(info)) == line
