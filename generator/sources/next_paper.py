"""Where another paper begins below a record whose end nothing marks: a title, a reference, an identifier."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from generator.sources.found_ids import find_ids, is_bare
from generator.sources.signs.cited import cited
from generator.sources.signs.labels import match_label
from generator.sources.signs.marks import mark_end
from generator.sources.signs.people import names_several

_LEAST_TITLE, _MOST_TITLE = 4, 30  # words
_ABSTRACT = 25  # words
_LINES = 6  # of a reference, of a title with its people
_ENDS = (".", ",", ";", ":")  # of what is prose, or goes on
_SHORTEST, _LONGEST = 8, 2000  # characters


def another_begins(lines: Sequence[str], at: int) -> bool:
    """Whether the line at an index cannot go on with an abstract or another value above it, as a paper of
    its own begins there."""
    text = lines[at].strip()
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    label = match_label(text)
    if is_bare(text) or (label and label.field == "title" and label.value):
        return True
    mark = mark_end(text)
    item = " ".join(map(str.strip, takewhile(str.strip, lines[at : at + _LINES])))
    if mark and find_ids(item):
        return True
    return any(cited(one[mark:].strip()) is not None for one in (text, item)) or _is_headed(lines, at)


def _is_headed(lines: Sequence[str], at: int) -> bool:
    """Whether the line begins a title, with people or a blank line between it and an abstract."""
    words = 0
    for n in range(at, min(at + _LINES, len(lines)) if not lines[at].strip()[0].islower() else at):
        line = lines[n].strip()
        if not line or (n > at and _are_people(line)):
            return _LEAST_TITLE <= words <= _MOST_TITLE and _is_long(lines, n)
        words += len(line.split())
        if words > _MOST_TITLE or line.endswith(_ENDS):
            return False
    return False


def _is_long(lines: Sequence[str], at: int) -> bool:
    """Whether a paragraph as long as an abstract follows, below people and blank lines."""
    first = next(
        (
            n
            for n in range(at, min(at + _LINES, len(lines)))
            if lines[n].strip() and not _are_people(lines[n])
        ),
        len(lines),
    )
    words = 0
    for line in takewhile(str.strip, lines[first : first + _ABSTRACT]):
        words += len(line.split())
        if words >= _ABSTRACT:
            return True
    return False


def _are_people(line: str) -> bool:
    return names_several(line.strip())
