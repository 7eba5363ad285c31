"""Runs pandoc, the CSL engine, where the extra `citations` has brought its binary."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.citations.rendering import protect, references

_LONGEST = 600  # seconds for one call


class PandocError(RuntimeError):
    """pandoc ended with an error."""


def find_pandoc() -> Path | None:
    """The binary that comes with pypandoc_binary, or None. The system's own is not used: versions differ."""
    found = find_spec("pypandoc")
    places = found.submodule_search_locations if found else None
    for place in places or ():
        for name in ("pandoc", "pandoc.exe"):
            if (binary := Path(place) / "files" / name).is_file():
                return binary
    return None


def pandoc_version(pandoc: Path) -> str:
    """The first line of `pandoc --version`."""
    return _run([str(pandoc), "--version"], b"").decode("utf-8", "replace").split("\n", 1)[0]


def format_items(pandoc: Path, style: Path, items: Sequence[dict[str, Any]]) -> list[str]:
    """The items in the order given, each as inline HTML; '' where the style makes nothing of it.

    style: a CSL file. Raises PandocError.
    """
    numbered = [{**protect(item), "id": str(number)} for number, item in enumerate(items)]
    command = [str(pandoc), "--sandbox", "--citeproc", "--csl", str(style), "--from=csljson", "--to=json"]
    document = json.loads(_run(command, json.dumps(numbered).encode()))
    found = references(document)
    return [found.get(str(number), "") for number in range(len(items))]


def _run(command: Sequence[str], given: bytes) -> bytes:
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=_LONGEST, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PandocError(str(error)) from error
    if done.returncode != 0:
        raise PandocError(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
