"""`reading-list new`: a new list, ready to build."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import distribution
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from generator.commands.installed import requirement


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--name", help="The list's name, shown on every page (default: from the folder's name).")
def new(folder: Path, name: str | None) -> int:
    """Makes a new list in DIR: settings, topics, a workflow for GitHub Pages. Overwrites nothing."""
    title = name or folder.resolve().name.replace("-", " ").replace("_", " ").strip().capitalize()
    scaffold = list(_scaffold())
    program = requirement(distribution("reading-list"))
    there = [path for path, _ in scaffold if (folder / path).exists()]
    if there:
        raise click.ClickException(f"{folder / there[0]}: is there already; choose an empty folder")
    for path, text in scaffold:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text.replace("@NAME@", _yaml_quoted(title)).replace("@PROGRAM@", program))
    for empty in ("abstracts", "notes"):
        (folder / empty).mkdir(exist_ok=True)
    click.echo(f"{folder}: a new list. Next:\n  cd {folder}\n  reading-list add FILE\n  reading-list serve")
    return 0


def _scaffold() -> Iterator[tuple[Path, str]]:
    """The files of a new list, by path; in the package, a leading 'dot-' stands for '.'."""
    yield from _below(files("generator") / "scaffold", Path())


def _below(folder: Traversable, path: Path) -> Iterator[tuple[Path, str]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        inner = path / item.name.replace("dot-", ".", 1)
        if item.is_dir():
            yield from _below(item, inner)
        else:
            yield inner, item.read_text(encoding="utf-8")


def _yaml_quoted(text: str) -> str:
    """As a YAML scalar in single quotes (YAML 1.2, 7.3.2)."""
    return "'" + text.replace("'", "''") + "'"
