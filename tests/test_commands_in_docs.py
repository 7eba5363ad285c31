"""The commands that the README and the guide show work: those of a first visit are run, all others exist."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import cli
from tests.support import ROOT, copy_list

BLOCK = re.compile(r'^```(\w+)(?: title="([^"]+)")?\n(.*?)^```$', re.MULTILINE | re.DOTALL)
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs/guide").glob("*.md")))


def follow(page: Path, folder: Path) -> None:
    """Does what a reader of `page` does: writes the files that have a name and runs the commands."""
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    for language, title, body in BLOCK.findall(page.read_text(encoding="utf-8")):
        if title:
            (folder / title).write_text(body, encoding="utf-8")
        for command in re.findall(r"^\$ (.*)$", body, re.MULTILINE) if language == "console" else ():
            if command.startswith("cd "):
                folder = folder / command.removeprefix("cd ")
            elif not command.startswith(("make ", "export PATH=")):
                done = subprocess.run(
                    command,
                    shell=True,
                    cwd=folder,
                    env=environment,
                    capture_output=True,
                    text=True,
                    check=False,
                )
                assert done.returncode == 0, f"{page.name}: {command}\n{done.stdout}{done.stderr}"
    assert (folder / "site/index.html").is_file(), f"{page.name} ends without a site"


def test_a_reader_of_the_readme_gets_a_site(tmp_path: Path) -> None:
    copy_list(tmp_path / "reading-list")
    follow(ROOT / "README.md", tmp_path / "reading-list")


def test_a_reader_of_the_first_page_of_the_guide_gets_a_site(tmp_path: Path) -> None:
    follow(ROOT / "docs/guide/index.md", tmp_path)


def commands_shown(page: Path) -> Iterator[list[str]]:
    """The words after `reading-list` wherever a page shows a command."""
    for words in re.findall(r"(?:`|^\$ )reading-list((?: [a-z-]+)+)", page.read_text("utf-8"), re.MULTILINE):
        yield words.split()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_shown_exists(page: Path) -> None:
    assert not [words for words in commands_shown(page) if words[0] not in cli.commands]


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `reading-list (\w+)", readme, re.MULTILINE)) == set(cli.commands)


def test_the_readme_begins_with_the_two_commands_and_shows_the_site() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line.split()[:2] for line in lines if line.strip()][1:3] == [["make", "site"], ["make", "test"]]
    pictures = re.findall(r'(?:src|srcset)="(.*?)"', "\n".join(lines))
    assert len(pictures) == 2
    for picture in pictures:
        assert (ROOT / picture).read_bytes().startswith(b"\x89PNG")
        assert (ROOT / picture).stat().st_size <= 200_000
