"""`reading-list read`: what files hold, without touching the list."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from generator.clean import clean
from generator.commands.shared import (
    count,
    exit_for,
    origin_json,
    print_json,
    print_problems,
    problem_json,
)
from generator.exports.jsonl import paper_to_json
from generator.guess import guess_title
from generator.model import Paper, Problem, RawRecord, ReadItem, Skipped, Status
from generator.sources import read_bytes, read_file


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a line: papers, problems, skipped lines."
)
@click.option("--explain", is_flag=True, help="Each line of the input with what it was taken for.")
def read(files: tuple[str, ...], as_json: bool, explain: bool) -> int:
    """Shows what FILEs hold, without touching the list ('-' is standard input).

    \b
    reading-list read papers.txt              a table of the papers found
    reading-list read refs.bib --json         everything that was read, for programs
    reading-list read page.txt --explain      why a line became a paper, or did not
    """
    items = [(name, item) for name in files for item in _items(name)]
    if as_json:
        for _, item in items:
            print_json(_item_json(item))
    elif explain:
        _print_explained([item for _, item in items])
    else:
        _print_table([item for _, item in items])
    problems = [item for _, item in items if isinstance(item, Problem)]
    if not as_json:
        print_problems(problems)
    nothing_read = all(isinstance(item, Problem) and item.severity == "error" for _, item in items)
    return 2 if items and nothing_read else exit_for(problems)


def _items(name: str) -> Iterator[ReadItem]:
    if name == "-":
        return read_bytes(sys.stdin.buffer.read(), "-")
    return read_file(Path(name), name)


def _paper(record: RawRecord) -> Paper:
    return guess_title(clean(record))


def _item_json(item: ReadItem) -> dict[str, object]:
    match item:
        case RawRecord():
            return paper_to_json(_paper(item))
        case Problem():
            return problem_json(item)
        case Skipped():
            return {"skipped": item.reason, "origin": origin_json(item.origin)}


def _print_table(items: Iterable[ReadItem]) -> None:
    papers = [_paper(item) for item in items if isinstance(item, RawRecord)]
    table = Table("where", "title", "authors", "year", "abstract", "ids", box=None, header_style="bold")
    for paper in papers:
        table.add_row(*_row(paper))
    if papers:
        Console(soft_wrap=False).print(table)
    formats = sorted({paper.origins[0].format for paper in papers})
    skipped = sum(item.origin.end_line - item.origin.line + 1 for item in items if isinstance(item, Skipped))
    guessed = sum(paper.title_status is Status.GUESSED for paper in papers)
    said = [f"{count(len(papers), 'paper')} ({', '.join(formats)})" if papers else "no papers"]
    said += [f"{guessed} with a guessed title (marked ?)"] if guessed else []
    said += [f"{count(skipped, 'line')} skipped on purpose (--explain shows them)"] if skipped else []
    click.echo("; ".join(said) + ".")


def _row(paper: Paper) -> tuple[str, ...]:
    title = paper.title.plain if paper.title else ""
    mark = "? " if paper.title_status is Status.GUESSED else ""
    authors = ", ".join(name.plain for name in paper.authors[:2]) + (" …" if len(paper.authors) > 2 else "")
    words = len(paper.abstract.plain.split()) if paper.abstract else 0
    ids = " ".join(f"{name}:{value}" for name, value in paper.ids.items() if name in ("arxiv", "doi"))
    origin = paper.origins[0]
    return (
        f"{origin.path}:{origin.line}",
        mark + title,
        authors,
        str(paper.year or ""),
        count(words, "word") if words else "none",
        ids,
    )


def _print_explained(items: Iterable[ReadItem]) -> None:
    for item in items:
        match item:
            case RawRecord():
                paper = _paper(item)
                title = paper.title.plain if paper.title else ""
                status = f" ({paper.title_status})" if paper.title_status else ""
                _say_lines(item.origin.path, item.origin.line, item.text, f"paper: {title}{status}")
            case Problem():
                place = f"{item.origin}" if item.origin else ""
                click.echo(f"{place}: {item.severity}: {item.message} [{item.code}]")
            case Skipped():
                lines = (item.origin.line, item.origin.end_line)
                span = f"{lines[0]}" if lines[0] == lines[1] else f"{lines[0]}-{lines[1]}"
                click.echo(f"{item.origin.path}:{span}: skipped: {item.reason}")


def _say_lines(path: str, first: int, text: str, what: str) -> None:
    click.echo(f"{path}:{first}: {what}")
    for number, line in enumerate(text.split("\n"), first):
        if line.strip():
            click.echo(f"    {number:>6} | {line.strip()[:100]}")
