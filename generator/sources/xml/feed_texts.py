"""What feeds of papers, RSS or Atom, put around an abstract, and how they list people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.text import Name

_ANNOUNCED = re.compile(r"\A\s*arXiv:\S{5,30}\s+Announce Type:\s*[\w-]{1,20}\s+Abstract:\s*", re.IGNORECASE)
_ABOVE = re.compile(
    r".{0,300}?\b(?:ABSTRACT|Abstract\b:?)\s+|[^;]{3,100}, Published online:[^;]{5,40};\s*doi:\S+\s*"
)
_BELOW = re.compile(r"\s{0,9}(?:PMID:\s?\d{5,9}|DOI:\s?10\.\S+)(?:\s{0,9}\|.{0,200})?\Z")
_NO_ABSTRACT = re.compile(r"Publication date:|Authors?(?:\(s\))?:|Source:")  # ScienceDirect's descriptions
_SHORTEST = 20  # words


def abstract_in(*texts: str) -> str:
    """The first text that is as long as an abstract, without the head and foot that feeds give it."""
    return next((body for text in texts if (body := _body(text))), "")


def _body(text: str) -> str:
    if _ANNOUNCED.match(text):
        return without_announcement(text)
    above = _ABOVE.match(text)
    body = _BELOW.sub("", text[above.end() :] if above else text)
    return "" if len(body.split()) < _SHORTEST or _NO_ABSTRACT.match(body) else body


def without_announcement(text: str) -> str:
    """An abstract of arXiv's daily feeds without the line above it."""
    return _ANNOUNCED.sub("", text, count=1)


def people_in(texts: Sequence[str], *, inverted: bool) -> tuple[Name, ...]:
    """The names: one a text, or all in one. inverted: whether 'Family, Given' may stand there."""
    if len(texts) == 1:
        return tuple(name for name in Name.parse_list(texts[0], inverted=inverted) if name)
    return tuple(name for text in texts if (name := Name.parse(text)))
