"""Topics above and below each other: a paper of a topic belongs to all topics above it without being told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from generator.model import Entry, Topic


def above(id: str, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """The ids of the topics above a topic, the nearest first. topics: by id."""
    found: dict[str, None] = {}
    parent = topics[id].parent
    while parent is not None and parent in topics and parent not in found:
        found[parent] = None
        parent = topics[parent].parent
    return tuple(found)


def topics_of(entry: Entry, topics: Mapping[str, Topic]) -> tuple[str, ...]:
    """The ids of the topics that a paper is in: its own, as far as they are known, and all above them."""
    own = [given.topic for given in entry.topics if given.topic in topics]
    return tuple(dict.fromkeys([*own, *chain.from_iterable(above(id, topics) for id in own)]))


def papers_by_topic(entries: Sequence[Entry], topics: Sequence[Topic]) -> dict[str, list[Entry]]:
    """The entries of each topic and those below it, and of 'unsorted' where one has none, in their order."""
    known = {topic.id: topic for topic in topics}
    found: dict[str, list[Entry]] = {id: [] for id in known}
    for entry in entries:
        for id in topics_of(entry, known) or ("unsorted",):
            found.setdefault(id, []).append(entry)
    return found
