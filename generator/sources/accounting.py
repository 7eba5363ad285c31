"""That every non-blank line of an input is spoken for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Problem, ReadItem
from generator.sources.reader import Source

_NOTHING = re.compile(r"[\s>\u200b\u200c\u200d\u2060\ufeff\u00ad]*")


def is_blank(line: str) -> bool:
    """Whether a line holds nothing: white space, zero-width characters, a mail's marks of quotation."""
    return _NOTHING.fullmatch(line) is not None


class Account:
    """The lines of one input that its items cover so far."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lines = source.lines
        self._covered = bytearray(len(self._lines) + 2)

    def note(self, item: ReadItem) -> None:
        """Counts the lines of `item` as covered, if they are lines of this input."""
        origin = item.origin
        if origin is None or origin.path != self._source.path:
            return
        first, last = max(origin.line, 1), min(origin.end_line, len(self._lines))
        if first <= last:
            self._covered[first : last + 1] = b"\x01" * (last - first + 1)

    def leftovers(self, format: str) -> Iterator[Problem]:
        """A Problem for each run of non-blank lines that no item covers."""
        for first, last in self._open_runs():
            text = self._lines[first - 1].strip()[:200]
            message = "nothing was made of these lines: check whether a paper is missing"
            origin = self._source.origin(first, last, format)
            yield Problem("unaccounted-lines", "warning", message, origin, text)

    def failure(self, format: str, why: str) -> Problem:
        """The one Problem for a reader that gave up: from the first line it did not cover to the end."""
        first = next((first for first, _ in self._open_runs()), 1)
        origin = self._source.origin(first, len(self._lines), format)
        message = f"the {format} reader failed here ({why}); what follows was not read: please report it"
        return Problem("reader-failed", "error", message, origin, self._lines[first - 1].strip()[:200])

    def _open_runs(self) -> Iterator[tuple[int, int]]:
        first = 0
        last = 0
        for number, line in enumerate(self._lines, 1):
            if self._covered[number]:
                if first:
                    yield first, last
                first = 0
            elif not is_blank(line):
                first = first or number
                last = number
        if first:
            yield first, last
