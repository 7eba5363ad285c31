"""Folders of a list that cannot be read: told, and never taken for empty."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.conftest import Program

OTHER = "Another Title of a Paper\n\nAn abstract that says what is done here, by whom, and how well.\n"


def _closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets nobody look into the folder (who runs the tests may be let into everything)."""
    real = Path.iterdir

    def iterdir(path: Path) -> Iterator[Path]:
        if path == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return iter(real(path))

    monkeypatch.setattr(Path, "iterdir", iterdir)


def test_a_folder_that_is_closed_is_told(
    program: Program, new_list: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = new_list / "abstracts" / "closed"
    closed.mkdir()
    (closed / "other.txt").write_text(OTHER)
    _closed(closed, monkeypatch)
    run = program("build", "--pages-only", "--strict")
    assert run.code == 1
    assert "abstracts/closed:1: error: cannot be read (Permission denied)" in run.err


def test_what_is_no_file_is_told_and_not_waited_for(program: Program, new_list: Path) -> None:
    os.mkfifo(new_list / "abstracts" / "pipe.txt")
    run = program("build", "--pages-only")
    assert run.code == 0
    assert "abstracts/pipe.txt:1: error: cannot be read (is no regular file)" in run.err


def test_hidden_folders_are_passed_over_and_others_read(program: Program, new_list: Path) -> None:
    for name in (".hidden", "2024"):
        (new_list / "abstracts" / name).mkdir()
        (new_list / "abstracts" / name / f"{name}.txt").write_text(OTHER.replace("paper", name))
    assert "2 papers" in program("build", "--pages-only").out


def test_notes_that_are_closed_stop_the_work(
    program: Program, new_list: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _closed(new_list / "notes", monkeypatch)
    run = program("build", "--pages-only")
    assert run.code == 2
    assert "notes/: cannot be read (Permission denied)" in run.err


@pytest.mark.parametrize("folder", ["abstracts", "notes"])
def test_a_file_in_the_place_of_a_folder_is_told(program: Program, new_list: Path, folder: str) -> None:
    place = new_list / folder
    for path in place.iterdir() if place.is_dir() else ():
        path.unlink()
    if place.is_dir():
        place.rmdir()
    place.write_text("no folder\n")
    run = program("build", "--pages-only", "--strict")
    assert run.code == (2 if folder == "notes" else 1)
    assert f"{folder}" in run.err and "Not a directory" in run.err
