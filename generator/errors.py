"""What stops the work: an error that is one line, says what to do, and carries its exit code; and what a name
that is not there may have been meant for."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class StopWork(Exception):
    """The input or the settings do not let the work go on. `str(error)`: one line for the keeper.

    exit_code: as in docs/guide/commands.md (2 unless another run holds the list: 3).
    """

    exit_code = 2


class ListBusy(StopWork):
    """Another run holds the list."""

    exit_code = 3


EXPORT_LISTS_ALL = "'reading-list export csv' lists all"


def did_you_mean(wanted: str, known: Iterable[str], otherwise: str = "") -> str:
    """How a message about a name that is not there ends: `: did you mean a or b?`, else `: otherwise`."""
    near = nearest(wanted, known)
    if near:
        return f": did you mean {' or '.join(near)}?"
    return otherwise and f": {otherwise}"


def nearest(wanted: str, known: Iterable[str]) -> list[str]:
    """At most three of the names: those that look like a name that is not there, or else have it in them."""
    by_letters = {name.casefold(): name for name in known}
    wanted = wanted.casefold()
    near = (
        get_close_matches(wanted, by_letters)
        or [name for name in by_letters if wanted and wanted in name][:3]
    )
    return [by_letters[name] for name in near]
