"""The command line `reading-list`, put together from the commands: each is one file in `commands/`."""

from __future__ import annotations

from collections import UserDict
from importlib import import_module
from pathlib import Path
from typing import Any

import click

EPILOG = """
\b
First steps:
  reading-list new my-list        a new list in the folder my-list
  cd my-list
  reading-list add papers.txt     abstracts, BibTeX, RIS, arXiv ids … as you have them
  reading-list serve              the site on your machine, rebuilt at each change

Exit codes: 0 done; 1 done, with problems to look at; 2 the input or the settings stop the work;
3 another run holds the list; 130 interrupted.
"""

_COMMANDS = "new add read build serve note rename check topics search export".split()


class _OnCall(UserDict[str, Any]):
    """The commands by name, each loaded when it is called: who reads a file waits for nothing that builds a
    site."""

    def __getitem__(self, name: str) -> click.Command:
        command: click.Command = getattr(import_module(self.data[name]), name)
        return command


@click.group(
    commands=_OnCall({name: f"generator.commands.{name}" for name in _COMMANDS}),
    epilog=EPILOG,
    no_args_is_help=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "-C",
    "--list",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The list's folder (default: the folder you are in, or the nearest one above with a mkdocs.yml).",
)
@click.version_option(package_name="reading-list", prog_name="reading-list")
@click.pass_context
def cli(context: click.Context, folder: Path) -> None:
    """Turns the papers you read into a web site that can be searched and cited."""
    context.obj = folder
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
