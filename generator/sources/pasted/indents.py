"""What white space before lines says: where paragraphs begin, and which of them belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.wrapping import Line, ends_sentence

_INITIAL = re.compile(r"\b[A-Z]\.\Z")  # of a name that goes on


def begins_further_right(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether paragraphs of a run of lines begin further right than they go on: the first one does, and most
    lines are at the left."""
    right = lines[first].indent and sum(line.indent > 0 for line in lines[first : last + 1])
    return 0 < 2 * right < last + 1 - first


def is_apart(lines: Sequence[Line], n: int, first: int, further_right: bool) -> bool:
    """Whether a line begins a paragraph, as the white space before it and before those around it tells.

    first: where its run begins; further_right: whether paragraphs begin further right than they go on.
    """
    line, before = lines[n], lines[n - 1]
    if further_right:
        return line.indent > before.indent
    dedented = n > first + 1 and line.indent < before.indent == lines[n - 2].indent
    return dedented or (line.indent > before.indent and _begins_paragraph(lines, n))


def _begins_paragraph(lines: Sequence[Line], n: int) -> bool:
    """Whether a line is further right than those around it, below a sentence's end."""
    below = lines[n + 1] if n + 1 < len(lines) else lines[n]
    above = lines[n - 1].text
    ended = ends_sentence(above) and not _INITIAL.search(above)
    return bool(below.text) and below.indent < lines[n].indent and ended
