"""Line numbers of places in a text, and what lies around the records found in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator

from generator.model import Origin, Problem, Skipped
from generator.sources.reader import Source


class Lines:
    """Line numbers, from 1, of the offsets of a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def number(self, offset: int) -> int:
        """The line that holds the character at `offset`."""
        return bisect_right(self._starts, offset)

    def start(self, offset: int) -> int:
        """The offset at which the line of `offset` begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]


def line_left_out(origin: Origin, length: int, start: str) -> Problem:
    """What is told of a line that is too long to be read: its place, its characters and how it begins."""
    message = f"a line of {length:,} characters was left out: check how the file was made"
    return Problem("line-too-long", "error", message, origin, start)


def strip_back(text: str, end: int) -> int:
    """The offset `end` without the white space before it."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end


def without_tail(pattern: re.Pattern[str], text: str) -> str:
    """The text without what it ends with, if that is a match of `pattern` and white space."""
    last = deque(pattern.finditer(text), maxlen=1)
    return text[: last[0].start()] if last and not text[last[0].end() :].strip() else text


def around(
    source: Source, taken: Iterable[Origin], reason: str, format: str, *, beside: bool = True
) -> Iterator[Skipped]:
    """The runs of non-blank lines that lie in none of `taken`. beside: as in `Skipped`."""
    lines = source.lines
    free = bytearray(b"\x01" * (len(lines) + 1))
    for origin in taken:
        free[origin.line : origin.end_line + 1] = bytes(origin.end_line + 1 - origin.line)
    first = 0
    for number, line in enumerate(lines, 1):
        wanted = bool(free[number] and line.strip())
        if wanted and not first:
            first = number
        if first and not (free[number]):
            yield Skipped(reason, source.origin(first, number - 1, format), beside)
            first = 0
    if first:
        yield Skipped(reason, source.origin(first, len(lines), format), beside)
