"""`reading-list rename`: another key for a paper, on purpose."""

from __future__ import annotations

import click

from generator.commands.shared import Setup, pass_setup
from generator.lock import read_lock, write_lock
from generator.lock import rename as rename_key
from generator.runlock import hold


@click.command()
@click.argument("old")
@click.argument("new")
@pass_setup
def rename(setup: Setup, old: str, new: str) -> int:
    """Gives the paper OLD the key NEW. OLD stays an alias: its address leads to the new page for ever."""
    config = setup.config()
    with hold(config.root):
        write_lock(config.lock_file, rename_key(read_lock(config.lock_file), old, new))
    click.echo(f"{old} is now {new}; 'reading-list build' moves its page.")
    return 0
