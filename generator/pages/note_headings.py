"""The headings of a note, as those of a part of its paper's page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

HIGHEST = 3  # above it are the page's title and "Notes"
_SIGNS = re.compile(r"(#{1,6})[ \t]*(?=[^#\s])")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*\n?")


def lower_headings(lines: Sequence[tuple[str, bool]]) -> str:
    """The text of a note with its headings so many levels lower or higher that the highest is `HIGHEST`.

    lines: each with whether it is code, where nothing is a heading. The text has as many lines as before.
    """
    levels = dict(_levels(lines))
    down = HIGHEST - min(levels.values(), default=HIGHEST)
    out = [line for line, _ in lines]
    for number, level in levels.items():
        line, signs = out[number], "#" * min(level + down, 6)
        if line.startswith("#"):
            out[number] = signs + line.lstrip("#")
        else:  # set off by the line below it
            out[number], out[number + 1] = f"{signs} {line}", "\n"
    return "".join(out)


def _levels(lines: Sequence[tuple[str, bool]]) -> Iterator[tuple[int, int]]:
    """The number of each line that is a heading, with its level."""
    blank = True
    for number, (line, is_code) in enumerate(lines):
        below, code_below = lines[number + 1] if number + 1 < len(lines) else ("", True)
        if not is_code and (signs := _SIGNS.match(line)):
            yield number, len(signs[1])
        elif blank and not is_code and not code_below and line[:1].strip() and _UNDERLINE.fullmatch(below):
            yield number, 1 if below.startswith("=") else 2
        blank = not line.strip()
