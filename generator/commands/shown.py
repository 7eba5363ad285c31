"""How the commands show what they do and found: progress, problems, JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress

from generator.exports.jsonl import json_line, origin_to_json
from generator.model import Problem


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
        "origin": origin_to_json(problem.origin),
    }


def on_one_line(path: str) -> str:
    """A path as it is shown: what ends lines or moves a terminal's cursor is written as Python does."""
    return path if path.isprintable() else "".join(c if c.isprintable() else repr(c)[1:-1] for c in path)


def print_json(*values: dict[str, Any]) -> None:
    """Each JSON value on a line of its own, on standard output: thousands in one go, in UTF-8 everywhere."""
    text = "".join(map(json_line, values))
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)  # a lone surrogate as JSON writes it


def print_problems(problems: Sequence[Problem], *, err: bool = True) -> None:
    """A line a problem, the gravest first, then how many of each there are."""
    order = {"error": 0, "warning": 1, "info": 2}
    for problem in sorted(problems, key=lambda p: order[p.severity]):
        place = f"{on_one_line(str(problem.origin))}: " if problem.origin else ""
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
