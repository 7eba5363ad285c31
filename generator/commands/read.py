"""`reading-list read`: what files hold, without touching the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
from rich.console import Console

from generator.clean import clean
from generator.commands.read_explained import explained, explained_problem
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
from generator.sources import Source, open_bytes, open_file, read_part

_WIDTH = 120  # columns, where the output is no terminal


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a line: papers, problems, skipped lines."
)
@click.option("--explain", is_flag=True, help="Each line of the input with what it was taken for.")
def read(files: tuple[str, ...], as_json: bool, explain: bool) -> int:
    """Shows what FILEs, or the files of folders, hold, without touching the list ('-' is standard input).

    Pasted text, BibTeX, RIS, PubMed, CSV, JSON, XML, saved web pages and mails, documents of Word and
    Excel, .gz and .zip of these: the format is found from what a file says, never from its name.

    \b
    reading-list read papers.txt              a table of the papers found
    reading-list read refs.bib --json         papers, problems and skipped lines, for programs
    reading-list read page.txt --explain      why a line became a paper, or did not

    Exit codes: 0 all is read; 1 there are warnings or errors to look at; 2 nothing could be read.
    """
    items: list[ReadItem] = []
    explanation: list[str] = []
    with progress("reading") as bar:
        for part in (part for name in files for part in _parts(name)):
            bar.update(bar.task_ids[0], description=f"reading {_place(part)}")
            found = list(read_part(part))
            items += found
            if explain:
                explanation += _explained(part, found)
    problems = [item for item in items if isinstance(item, Problem)]
    if as_json:
        print_json(*map(_item_json, items))
    else:
        lines = explanation if explain else _table(items)
        click.echo("".join(f"{line}\n" for line in lines), nl=False)
        print_problems(problems)
    nothing_read = all(isinstance(item, Problem) and item.severity == "error" for item in items)
    return 2 if items and nothing_read else exit_for(problems)


def _parts(name: str) -> Iterator[Source | Problem]:
    if name == "-":
        yield from open_bytes(standard_input(), "-")
    elif _is_folder(Path(name)):
        yield from _parts_below(Path(name))
    else:
        yield from open_file(Path(name), name)


def _is_folder(path: Path) -> bool:
    """Whether it is one; of what cannot be looked at, as of a name too long, reading says why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _parts_below(folder: Path) -> Iterator[Source | Problem]:
    found = files_below(folder)
    for path in found.files:
        yield from open_file(path, str(path))
    for error in found.closed:
        message = f"cannot be read ({error.strerror}): check its permissions"
        yield Problem("unreadable-file", "error", message, Origin(str(error.filename), 1, 1, "text"))
    if not found.files and not found.closed:
        message = "holds no files: name a file or another folder"
        yield Problem("empty-folder", "error", message, Origin(str(folder), 1, 1, "text"))


def _place(part: Source | Problem) -> str:
    return part.path if isinstance(part, Source) else str(part.origin)


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


def _explained(part: Source | Problem, items: Sequence[ReadItem]) -> Iterable[str]:
    return [explained_problem(part)] if isinstance(part, Problem) else explained(part, items, _paper)
