"""The list that a command works on, the day, and where it runs."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import click

from generator.config import Config, find_root, read_config
from generator.errors import EXPORT_LISTS_ALL, did_you_mean
from generator.model import Entry, Library
from generator.pipeline import Built, build_library

Given = ParamSpec("Given")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Setup:
    """What stands before the command's name. folder: where to look for the list."""

    folder: Path

    def config(self, site_url: str | None = None) -> Config:
        """The list's settings. Raises StopWork where there is no list."""
        return read_config(find_root(self.folder.resolve()), site_url)

    def library(self) -> Library:
        """The list as it stands, with nothing written."""
        return self.built().library

    def built(self) -> Built:
        """The list as it stands and the lock it would get, with nothing written."""
        return build_library(self.config(), today=today(), locked=False)


def pass_setup(command: Callable[Concatenate[Setup, Given], Result]) -> Callable[Given, Result]:
    """The command with the list as its first argument, from the folder that stands before its name."""

    @wraps(command)
    def with_setup(folder: Path, /, *given: Given.args, **named: Given.kwargs) -> Result:
        return command(Setup(folder), *given, **named)

    return click.pass_obj(with_setup)


def today() -> str:
    """The date as ISO text; SOURCE_DATE_EPOCH (seconds, reproducible-builds.org) stands in for the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def in_ci() -> bool:
    """Whether a continuous-integration service runs us (`CI` is set, as all of them do)."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def note_of(config: Config, entry: Entry) -> Path:
    """The note about a paper, under its key or a former one; where it would be if there is none."""
    names = (config.notes / f"{name}.md" for name in (entry.key, *entry.aliases))
    return next((path for path in names if path.exists()), config.notes / f"{entry.key}.md")


def find_entry(library: Library, key: str) -> Entry:
    """The entry of that key or former key. Raises click.ClickException that names near ones."""
    for entry in library.entries:
        if key == entry.key or key in entry.aliases:
            return entry
    hint = did_you_mean(key, (entry.key for entry in library.entries), EXPORT_LISTS_ALL)
    raise click.ClickException(f"there is no paper with the key '{key}'{hint}")
