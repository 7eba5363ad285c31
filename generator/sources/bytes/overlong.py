"""Lines with a value so long that no paper has it: left out before anything reads them, for memory's sake."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Problem
from generator.sources.lines import line_left_out
from generator.sources.reader import Source

_PIECE = 10_000_000  # characters without an end of a line, a quote, an element: no file of records has these
_ENDS = ("\n", '"', "<")


def without_overlong(source: Source) -> tuple[Source, list[Problem]]:
    """The text, such lines empty, and a Problem for each."""
    text, problems = source.text, []
    parts, at, number = [], 0, 1
    for first, last in _overlong(text):
        number += text.count("\n", at, first)
        origin = source.origin(number, number, "text")
        problems.append(line_left_out(origin, last - first, text[first : first + 80]))
        parts.append(text[at:first])
        at = last
    return (Source(source.path, "".join((*parts, text[at:]))), problems) if problems else (source, [])


def _overlong(text: str) -> Iterator[tuple[int, int]]:
    """Where these lines begin and end."""
    last = 0
    for at in range(0, len(text) - _PIECE + 1, _PIECE):
        if at >= last and all(text.find(end, at, at + _PIECE) < 0 for end in _ENDS):
            first = text.rfind("\n", 0, at) + 1
            last = text.find("\n", at)
            last = len(text) if last < 0 else last
            yield first, last
