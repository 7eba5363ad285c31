"""Claims about the repository itself: what is in it, and what may never be."""

from __future__ import annotations

import glob
import json
import re
import stat
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
TOOLS = ROOT / "tests/tools"

# Hosts of package registries; in two parts, so that this file does not name what it looks for.
REGISTRIES = tuple(
    a + b for a, b in (("pypi.", "org"), ("python", "hosted.org"), ("registry.npm", "js"), ("deb.deb", "ian"))
)
HOME_PATHS = re.compile(r"(?<![\w.])/(?:home|Users|root|work|tmp)/\w")


def git_files() -> list[Path]:
    """The files that are kept in git (or about to be: new and not ignored)."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    return [ROOT / name for name in sorted(listed.split("\0")) if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str | None:
    """The file's text; None for a binary file and for the keeper's own content."""
    if path.is_relative_to(ROOT / "abstracts"):
        return None
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    found = {path.relative_to(ROOT).as_posix(): text_of(path) for path in git_files()}
    return {name: text for name, text in found.items() if text is not None}


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_no_file_names_a_package_registry(texts: dict[str, str]) -> None:
    assert not [(name, host) for name, text in texts.items() for host in REGISTRIES if host in text]


def test_no_file_names_a_path_of_somebodys_machine(texts: dict[str, str]) -> None:
    named = {name: HOME_PATHS.findall(text) for name, text in texts.items() if "cases/" not in name}
    assert not {name: found for name, found in named.items() if found}


def test_the_npm_lockfile_pins_without_addresses() -> None:
    packages = json.loads((TOOLS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = {name: package for name, package in packages.items() if name}
    assert locked
    assert not [name for name, package in locked.items() if "resolved" in package]
    assert not [name for name, package in locked.items() if "integrity" not in package]


def test_whatever_the_program_reads_is_in_the_package(project: dict[str, Any]) -> None:
    patterns = project["tool"]["setuptools"]["package-data"]["generator"]
    package = ROOT / "generator"
    data = [
        p.relative_to(package).as_posix()
        for p in git_files()
        if p.is_relative_to(package) and p.suffix != ".py"
    ]
    assert data
    # As setuptools does, and unlike pathlib, `glob` passes over hidden files.
    found = (glob.glob(pattern, root_dir=package, recursive=True) for pattern in patterns)  # noqa: PTH207
    packed = {name for names in found for name in names}
    assert not set(data) - packed, "a pattern passes over hidden files: name their folder by itself"


def test_scripts_can_be_run() -> None:
    for script in (ROOT / ".ci/run", TOOLS / "install"):
        assert script.stat().st_mode & stat.S_IXUSR, script


def test_continuous_integration_runs_what_a_developer_runs() -> None:
    commands = [
        line
        for line in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert commands == ["set -eu", 'cd "$(dirname "$0")/.."', "exec make test"]


def test_nothing_generated_is_kept_but_the_lock(texts: dict[str, str]) -> None:
    generated = (
        "docs/papers",
        "docs/topics/",
        "docs/authors/",
        "docs/years/",
        "docs/venues/",
        "site/",
        ".cache/",
    )
    assert not [name for name in texts if name.startswith(generated)]


def test_make_alone_says_what_there_is() -> None:
    said = subprocess.run(
        ["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert [line.split()[:2] for line in said.stdout.splitlines()] == [
        ["make", command] for command in ("help", "site", "serve", "test", "bench", "clean")
    ]
