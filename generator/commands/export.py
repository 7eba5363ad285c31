"""`reading-list export`: the list in another format."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.atomic import write
from generator.commands.shared import Setup, pass_setup
from generator.commands.shown import count
from generator.errors import EXPORT_LISTS_ALL, did_you_mean
from generator.exports import EXPORTERS
from generator.hierarchy import topics_of
from generator.model import Entry, Topic
from generator.search import search

FORMATS = sorted(name for name in EXPORTERS if name != "bibtex-ascii")


@click.command()
@click.argument("format", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option("--ascii", "as_ascii", is_flag=True, help="BibTeX in ASCII, for plain LaTeX (bibtex only).")
@click.option("--topic", help="Only papers of this topic (its id) or one below it.")
@click.option("--author", help="Only papers with this in an author's name.")
@click.option("--year", type=int, help="Only papers of this year.")
@click.option("--query", help="Only papers that a search finds, the best first.")
@click.option(
    "--status", type=click.Choice(["to-read", "reading", "read"]), help="Only papers so marked in notes."
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file in place of the screen."
)
@pass_setup
def export(
    setup: Setup,
    format: str,
    as_ascii: bool,
    topic: str | None,
    author: str | None,
    year: int | None,
    query: str | None,
    status: str | None,
    output: Path | None,
) -> int:
    """Prints the list, or a part of it, in FORMAT.

    \b
    reading-list export bibtex -o papers.bib     (--ascii: for plain LaTeX)
    reading-list export csv --topic knowledge-distillation
    reading-list export jsonl                    everything the program knows
    """
    if as_ascii and format != "bibtex":
        raise click.ClickException("--ascii goes with the format bibtex")
    library = setup.library()
    known = {topic.id: topic for topic in library.topics}
    if topic is not None and topic not in known:
        hint = did_you_mean(topic, known, "topics.yml has their ids")
        raise click.ClickException(f"there is no topic '{topic}'{hint}")
    if author is not None and not any(_has_author(entry, author) for entry in library.entries):
        hint = _near_author(author, library.entries)
        raise click.ClickException(f"no author's name has '{author}' in it{hint}")
    chosen = [
        entry
        for entry in _found(library.entries, query, library.topics)
        if (topic is None or topic in topics_of(entry, known)) and _has_author(entry, author)
        if year in (None, entry.paper.year)
        if status is None or (entry.note is not None and entry.note.status == status)
    ]
    text = EXPORTERS["bibtex-ascii" if as_ascii else format].write(chosen)
    if output is None:
        click.echo(text.encode(), nl=False)
        if not chosen:
            click.echo("No paper is left to export.", err=True)
    else:
        _write(output, text.encode())
        click.echo(f"{output}: {count(len(chosen), 'paper')}.", err=True)
    return 0


def _write(output: Path, data: bytes) -> None:
    """Replaces a file at once, so that a stop leaves the old one; a device or pipe is written to.

    Raises OSError, also where the folder is not there.
    """
    if output.is_file() or (not output.exists() and output.parent.is_dir()):
        write(output.resolve(), data)
    else:
        output.write_bytes(data)


def _found(entries: Sequence[Entry], query: str | None, topics: Sequence[Topic]) -> Sequence[Entry]:
    if query is None:
        return entries
    by_key = {entry.key: entry for entry in entries}
    return [by_key[hit.key] for hit in search(entries, query, topics)]


def _has_author(entry: Entry, author: str | None) -> bool:
    return author is None or any(author.casefold() in name.plain.casefold() for name in entry.paper.authors)


def _near_author(author: str, entries: Sequence[Entry]) -> str:
    """The hint for a name that nobody has: whole names, or else family names, that look like it."""
    people = [name for entry in entries for name in entry.paper.authors]
    otherwise = did_you_mean(author, (name.family for name in people), EXPORT_LISTS_ALL)
    return did_you_mean(author, (name.plain for name in people)) or otherwise
