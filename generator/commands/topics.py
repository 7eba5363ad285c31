"""`reading-list topics`: why a paper has its topics, and a first topics.yml."""

from __future__ import annotations

import click
import yaml

from generator.commands.shared import Setup, find_entry, pass_setup
from generator.topics import explain, suggest


@click.group()
def topics() -> None:
    """Says why a paper has its topics; suggests topics for a new list."""


@topics.command("explain")
@click.argument("key")
@click.option(
    "--all", "every", is_flag=True, help="Also topics that are not given; -word speaks against one."
)
@pass_setup
def explain_topics(setup: Setup, key: str, every: bool) -> int:
    """Shows the topics of the paper KEY, with the words that speak for each."""
    library = setup.library()
    entry = find_entry(library, key)
    names = {topic.id: topic.name for topic in library.topics}
    given = [assignment.topic for assignment in entry.topics]
    click.echo(entry.paper.title.plain if entry.paper.title else key)
    by_kind = any(assignment.score > entry.topics[0].score for assignment in entry.topics)
    primary = " (primary: the title says that the paper is of this kind)" if by_kind else " (primary)"
    told = explain(library.entries, library.topics, entry.key) if every else entry.topics
    for assignment in (assignment for assignment in told if assignment.evidence):
        mark = " (not given)" if assignment.topic not in given else ""
        mark = primary if assignment.topic in given[:1] else mark
        click.echo(f"  {assignment.score:.2f}  {names.get(assignment.topic, assignment.topic)}{mark}")
        click.echo(f"        {', '.join(assignment.evidence)}")
    if not entry.topics:
        click.echo("  no topic: add a term to topics.yml, or 'topics:' to its note")
    return 0


@topics.command("suggest")
@pass_setup
def suggest_topics(setup: Setup) -> int:
    """Prints a first topics.yml, made from the papers themselves; edit it as you like.

    \b
    reading-list topics suggest > topics.yml
    """
    found = suggest(setup.library().entries)
    if not found:
        raise click.ClickException(
            "no phrases that several papers share (too few papers, or texts without blanks between words): "
            "write topics.yml by hand, or add papers"
        )
    click.echo("# Suggested from the papers' own words. Names and terms are yours to change.")
    rows = [{"id": topic.id, "name": topic.name, "terms": list(topic.terms)} for topic in found]
    click.echo(yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=100), nl=False)
    return 0
