"""`reading-list topics`: why a paper has its topics, and a first topics.yml."""

from __future__ import annotations

import click

from generator.commands.shared import Setup, find_entry


@click.group()
def topics() -> None:
    """Says why a paper has its topics."""


@topics.command()
@click.argument("key")
@click.pass_obj
def explain(setup: Setup, key: str) -> int:
    """Shows the topics of the paper KEY, with the words that speak for each."""
    library = setup.library()
    entry = find_entry(library, key)
    names = {topic.id: topic.name for topic in library.topics}
    click.echo(entry.paper.title.plain if entry.paper.title else key)
    for number, assignment in enumerate(entry.topics):
        primary = " (primary)" if number == 0 else ""
        click.echo(f"  {assignment.score:.2f}  {names.get(assignment.topic, assignment.topic)}{primary}")
        click.echo(f"        {', '.join(assignment.evidence)}")
    if not entry.topics:
        click.echo("  no topic: add a term to topics.yml, or 'topics:' to its note")
    return 0
