"""The command line `reading-list`, put together from the commands: each is one file in `commands/`."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import add, build, check, export, new, note, read, rename, search, serve, topics
from generator.commands.shared import Setup

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


@click.group(
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
    context.obj = Setup(folder)
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for command in (
    new.new,
    add.add,
    read.read,
    build.build,
    serve.serve,
    note.note,
    rename.rename,
    check.check,
    topics.topics,
    search.search,
    export.export,
):
    cli.add_command(command)
