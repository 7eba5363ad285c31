"""What the commands share: the list they work on, progress, and how problems are shown."""

from __future__ import annotations

import datetime
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import Progress

from generator.config import Config, find_root, read_config
from generator.model import Entry, Library, Origin, Problem
from generator.pipeline import Built, build_library

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Setup:
    """What stands before the command's name. folder: where to look for the list."""

    folder: Path

    def config(self, site_url: str | None = None) -> Config:
        """The list's settings. Raises StopWork where there is no list."""
        return read_config(find_root(self.folder.resolve()), site_url)

    def library(self) -> Library:
        """The list as it stands, with nothing written."""
        return self.built().library

    def built(self) -> Built:
        """The list as it stands and the lock it would get, with nothing written."""
        return build_library(self.config(), today=today(), locked=False)


def today() -> str:
    """The date as ISO text; SOURCE_DATE_EPOCH (seconds, reproducible-builds.org) stands in for the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def in_ci() -> bool:
    """Whether a continuous-integration service runs us (`CI` is set, as all of them do)."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


@contextmanager
def progress(label: str, *, quiet: bool = False) -> Iterator[Progress]:
    """A progress bar on standard error, gone when done; nothing where that is no terminal."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=quiet or not console.is_terminal) as bar:
        bar.add_task(label, total=None)
        yield bar


def problem_json(problem: Problem) -> dict[str, object]:
    """A problem as `read --json` and the reports print it."""
    return {
        "problem": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "origin": origin_json(problem.origin),
    }


def origin_json(origin: Origin | None) -> dict[str, object] | None:
    """A place in an input as JSON; None stays None."""
    if origin is None:
        return None
    return {
        "path": origin.path,
        "line": origin.line,
        "end_line": origin.end_line,
        "format": origin.format,
    }


def print_json(value: object) -> None:
    """One JSON value on a line of its own, on standard output."""
    click.echo(json.dumps(value, ensure_ascii=False))


def print_problems(problems: Sequence[Problem], *, err: bool = True) -> None:
    """A line a problem, the gravest first, then how many of each there are."""
    order = {"error": 0, "warning": 1, "info": 2}
    for problem in sorted(problems, key=lambda p: order[p.severity]):
        place = f"{problem.origin}: " if problem.origin else ""
        click.echo(f"{place}{problem.severity}: {problem.message} [{problem.code}]", err=err)
    if problems:
        counts = Counter(problem.severity for problem in problems)
        said = ", ".join(f"{count(counts[s], s)}" for s in ("error", "warning", "info") if counts[s])
        click.echo(f"To look at: {said}.", err=err)


def count(number: int, noun: str) -> str:
    """'1 paper', '2 papers', '3 infos'."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def exit_for(problems: Iterable[Problem]) -> int:
    """1 where something is to be looked at (an info is not), else 0."""
    return int(any(problem.severity != "info" for problem in problems))


def find_entry(library: Library, key: str) -> Entry:
    """The entry of that key or former key. Raises click.ClickException that names near ones."""
    for entry in library.entries:
        if key == entry.key or key in entry.aliases:
            return entry
    near = [e.key for e in library.entries if key.lower() in e.key.lower()][:5]
    hint = f": did you mean {', '.join(near)}?" if near else ": 'reading-list export csv' lists all"
    raise click.ClickException(f"there is no paper with the key '{key}'{hint}")
