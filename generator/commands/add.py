"""`reading-list add`: abstracts, references and identifiers into the list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.atomic import create
from generator.clean import clean
from generator.commands.shared import Setup, pass_setup, today
from generator.commands.shown import count, exit_for, print_problems
from generator.commands.standard_input import standard_input
from generator.config import Config
from generator.folders import files_below
from generator.guess import guess_title
from generator.identity import normalise_arxiv, normalise_doi
from generator.model import Problem, RawRecord, ReadItem
from generator.sources import read_bytes


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="FILE|ID|URL|-…")
@pass_setup
def add(setup: Setup, what: tuple[str, ...]) -> int:
    """Adds what you have to abstracts/, each in a new file; nothing of yours is overwritten.

    \b
    reading-list add pasted.txt refs.bib        files of any format it reads
    reading-list add 2306.04387 10.18653/v1/2021.emnlp-main.31
    reading-list add https://arxiv.org/abs/2306.04387
    xclip -o | reading-list add -               what you have just copied
    """
    config = setup.config()
    problems = [problem for one in what for problem in _add(config, one)]
    print_problems(problems)
    return exit_for(problems)


def _add(config: Config, what: str) -> Sequence[Problem]:
    name, data = _content(what)
    items = list(read_bytes(data, what))
    papers = [item for item in items if isinstance(item, RawRecord)]
    if not papers:
        print_problems([item for item in items if isinstance(item, Problem)])
        raise click.ClickException(f"{what}: no paper found in it, so nothing was added")
    twin = _same_content(config.abstracts, data)
    if twin:
        click.echo(f"{what}: is in the list already, as {config.shown(twin)}.")
        return ()
    target = _create(config.abstracts, name, data)
    click.echo(f"{config.shown(target)}: {count(len(papers), 'paper')} added.")
    _say_papers(papers)
    return [item for item in items if isinstance(item, Problem)]


def _content(what: str) -> tuple[str, bytes]:
    """The name of the new file and its bytes. Raises click.ClickException for what is none of those."""
    if what == "-":
        return f"pasted-{today()}.txt", standard_input()
    path = Path(what)
    if path.is_file():
        return path.name, path.read_bytes()
    if what.startswith(("http://", "https://")) or normalise_arxiv(what) or normalise_doi(what):
        return f"added-{today()}.txt", f"{what}\n".encode()
    if path.is_dir():
        raise click.ClickException(f"{what}: is a folder; name the files in it, such as {what}/*")
    raise click.ClickException(f"{what}: no such file, and neither an arXiv id, a DOI nor a web address")


def _same_content(folder: Path, data: bytes) -> Path | None:
    files = (path for path in files_below(folder).files if path.is_file())
    return next((p for p in files if p.stat().st_size == len(data) and p.read_bytes() == data), None)


def _create(folder: Path, name: str, data: bytes) -> Path:
    """Writes a new file in `folder`, numbered where the name is taken."""
    wanted = Path(name)
    number = 1
    while True:
        target = folder / (name if number == 1 else f"{wanted.stem}-{number}{wanted.suffix}")
        try:
            create(target, data)
        except FileExistsError:
            number += 1
        else:
            return target


def _say_papers(items: Sequence[ReadItem], most: int = 10) -> None:
    papers = [guess_title(clean(item)) for item in items if isinstance(item, RawRecord)]
    for paper in papers[:most]:
        guessed = " (a guessed title)" if paper.is_guessed else ""
        click.echo(f"  {paper.title.plain if paper.title else '(no title)'}{guessed}")
    if len(papers) > most:
        click.echo(f"  … and {len(papers) - most} more; 'reading-list build' puts them on the site.")
