"""`reading-list note`: a new note about a paper."""

from __future__ import annotations

import click

from generator.atomic import create
from generator.commands.shared import Setup, find_entry, note_of, pass_setup
from generator.notes import new_note


@click.command()
@click.argument("key")
@pass_setup
def note(setup: Setup, key: str) -> int:
    """Creates notes/KEY.md, ready to edit; a note that is there stays as it is."""
    config = setup.config()
    entry = find_entry(setup.library(), key)
    path = note_of(config, entry)
    if path.exists():
        click.echo(f"{config.shown(path)} is there already; edit it as you like.")
        return 0
    create(path, new_note(entry.key, entry.paper).encode())
    click.echo(f"{config.shown(path)} is ready to edit; 'reading-list build' shows it on the page.")
    return 0
