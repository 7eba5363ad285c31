"""Papers that JSON names by their addresses alone: bookmarks, cards, notes, messages as programs save them.

An object is about a paper if one of its texts leads to it; its title is what the object calls it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.model import Fields
from generator.sources.common import fields_of
from generator.sources.found_ids import find_ids
from generator.sources.signs.ids_in_front import title_behind_id

_TITLES = ("title", "name", "description")
_TITLE = 3  # words
_LONGEST = 400  # characters of a title
_DEEPEST = 40


def papers_within(value: object, deeper: bool = True) -> list[Fields]:
    """The papers to which the texts of an object lead, each once. deeper: whether those of the objects within
    it count too."""
    found: dict[tuple[str, str], Fields] = {}
    for known, title in _addresses(value, _DEEPEST if deeper else 0):
        fields = found.setdefault(known, _identified(*known))
        if title and "title" not in fields:
            fields["title"] = title
    return list(found.values())


def _addresses(value: object, depth: int) -> Iterator[tuple[tuple[str, str], str]]:
    """Name and form of each identifier, with the title of its paper or ''."""
    if isinstance(value, Mapping):
        texts = [text for text in value.values() if isinstance(text, str)]
        known = list(dict.fromkeys(found for text in texts for found in _in_text(text)))
        title = _title(value) if len(known) == 1 else ""
        yield from ((one, title) for one in known)
        yield from (found for inner in value.values() if depth for found in _addresses(inner, depth - 1))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield from (found for inner in value if depth for found in _addresses(inner, depth - 1))
        yield from ((one, "") for text in value if isinstance(text, str) for one in _in_text(text))


def _in_text(text: str) -> Iterator[tuple[str, str]]:
    return ((found.name, found.value) for found in find_ids(text) if found.name != "url")


def _title(value: Mapping[str, Any]) -> str:
    names = (value.get(name) for name in _TITLES)
    texts = [name.strip() for name in names if isinstance(name, str)]
    told = (behind[0] if (behind := title_behind_id(text)) else text for text in texts)  # of a page of arXiv
    return next((text for text in told if _may_be_title(text)), "")


def _may_be_title(text: str) -> bool:
    return len(text) <= _LONGEST and text.count(" ") + 1 >= _TITLE and "\n" not in text and not find_ids(text)


def _identified(name: str, value: str) -> Fields:
    return fields_of({name: value} if name in ("arxiv", "doi") else {"ids": {name: value}})
