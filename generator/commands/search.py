"""`reading-list search`: the site's search, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import click

from generator.commands.shared import Setup, pass_setup
from generator.commands.shown import count, print_json
from generator.search import Hit, Tables, find, tables_of, unquoted

_MOST_NAMES = 6


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(min=1), default=10, help="At most so many results (default: 10)."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a result, a line each.")
@pass_setup
def search(setup: Setup, query: tuple[str, ...], limit: int, as_json: bool) -> int:
    """Finds papers, the best first, as the search of the site does.

    \b
    reading-list search knowledge distilation        a wrong letter or two does not matter
    reading-list search author:hinton year:2012-2020
    reading-list search '"in context" learning'      words in a row
    """
    library = setup.library()
    hits = _found(tables_of(library.entries, library.topics), " ".join(query), limit)
    for hit in hits:
        if as_json:
            print_json(_as_json(hit))
        else:
            _show(hit)
    if not hits:
        click.echo("Nothing found.", err=True)
    elif not as_json:
        click.echo(_how_many(len(hits), limit), err=True)
    return 0


def _found(tables: Tables, query: str, limit: int) -> list[Hit]:
    """The best `limit`. Where no paper has the phrases of the query, what their words find, and says so."""
    hits = list(islice(find(tables, query), limit))
    words = unquoted(query)
    if hits or words == query:
        return hits
    hits = list(islice(find(tables, words), limit))
    if hits:
        click.echo("Nothing has what stands in quotes. Without quotes:", err=True)
    return hits


def _how_many(number: int, limit: int) -> str:
    return count(number, "result") if number < limit else f"The best {number}; --limit shows more."


def _as_json(hit: Hit) -> dict[str, object]:
    shown = hit.shown
    return {
        "key": hit.key,
        "title": shown.title,
        "authors": list(shown.by),
        "year": shown.year,
        "venue": shown.venue,
        "sentence": hit.sentence,
        "score": hit.score,
    }


def _show(hit: Hit) -> None:
    shown = hit.shown
    names = ", ".join(shown.by[:_MOST_NAMES]) + (" et al." if len(shown.by) > _MOST_NAMES else "")
    click.echo(_marked(shown.title, hit.title_marks))
    click.echo(f"  {' · '.join(filter(None, (names, str(shown.year or ''), hit.key)))}")
    if hit.sentence:
        click.echo(f"  {_marked(hit.sentence, hit.sentence_marks)}")
    click.echo()


def _marked(text: str, places: Sequence[tuple[int, int]]) -> str:
    """`text` with what matched in bold; without, where the output is no terminal."""
    shown, at = "", 0
    for start, end in places:
        shown += text[at:start] + click.style(text[start:end], bold=True)
        at = end
    return shown + text[at:]
