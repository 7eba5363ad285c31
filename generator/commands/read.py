"""`reading-list read`: what files hold, without touching the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
from rich.console import Console

from generator.clean import clean
from generator.commands.read_explained import explained, explained_problem, explained_skip
from generator.commands.read_table import table
from generator.commands.shown import (
    exit_for,
    print_json,
    print_problems,
    problem_json,
    progress,
)
from generator.commands.standard_input import standard_input
from generator.exports.jsonl import origin_to_json, paper_to_json
from generator.folders import files_below
from generator.guess import guess_title
from generator.model import Origin, Paper, Problem, RawRecord, ReadItem, Skipped
from generator.sources import read_bytes, read_file

_WIDTH = 120  # columns, where the output is no terminal


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a line: papers, problems, skipped lines."
)
@click.option("--explain", is_flag=True, help="Each line of the input with what it was taken for.")
def read(files: tuple[str, ...], as_json: bool, explain: bool) -> int:
    """Shows what FILEs, or the files of folders, hold, without touching the list ('-' is standard input).

    \b
    reading-list read papers.txt              a table of the papers found
    reading-list read refs.bib --json         everything that was read, for programs
    reading-list read page.txt --explain      why a line became a paper, or did not
    """
    with progress("reading"):
        items = [item for name in files for item in _items(name)]
    problems = [item for item in items if isinstance(item, Problem)]
    if as_json:
        print_json(*map(_item_json, items))
    else:
        for line in _explained(items) if explain else _table(items):
            click.echo(line)
        print_problems(problems)
    nothing_read = all(isinstance(item, Problem) and item.severity == "error" for item in items)
    return 2 if items and nothing_read else exit_for(problems)


def _items(name: str) -> Iterator[ReadItem]:
    if name == "-":
        yield from read_bytes(standard_input(), "-")
    elif Path(name).is_dir():
        yield from _items_below(Path(name))
    else:
        yield from read_file(Path(name), name)


def _items_below(folder: Path) -> Iterator[ReadItem]:
    found = files_below(folder)
    for path in found.files:
        yield from read_file(path, str(path))
    for error in found.closed:
        message = f"cannot be read ({error.strerror}): check its permissions"
        yield Problem("unreadable-file", "error", message, Origin(str(error.filename), 1, 1, "text"))
    if not found.files and not found.closed:
        message = "holds no files: name a file or another folder"
        yield Problem("empty-folder", "error", message, Origin(str(folder), 1, 1, "text"))


def _paper(record: RawRecord) -> Paper:
    return guess_title(clean(record))


def _item_json(item: ReadItem) -> dict[str, object]:
    match item:
        case RawRecord():
            return paper_to_json(_paper(item))
        case Problem():
            return problem_json(item)
        case Skipped():
            return {"skipped": item.reason, "origin": origin_to_json(item.origin)}


def _table(items: Sequence[ReadItem]) -> Iterable[str]:
    with progress("reading"):
        papers = [_paper(item) for item in items if isinstance(item, RawRecord)]
    console = Console()
    width = console.width if console.is_terminal else _WIDTH
    return table(papers, [item for item in items if isinstance(item, Skipped)], width)


def _explained(items: Iterable[ReadItem]) -> Iterator[str]:
    for item in items:
        match item:
            case RawRecord():
                yield from explained(item, _paper(item))
            case Problem():
                yield explained_problem(item)
            case Skipped():
                yield explained_skip(item)
