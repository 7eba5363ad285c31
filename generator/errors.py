"""What stops the work: an error that is one line, says what to do, and carries its exit code."""

from __future__ import annotations


class StopWork(Exception):
    """The input or the settings do not let the work go on. `str(error)`: one line for the keeper.

    exit_code: as in docs/guide/commands.md (2 unless another run holds the list: 3).
    """

    exit_code = 2


class ListBusy(StopWork):
    """Another run holds the list."""

    exit_code = 3
