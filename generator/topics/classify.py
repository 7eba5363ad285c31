"""Which topics a paper belongs to, and why."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import Assignment, Entry, Topic
from generator.topics.evidence import Evidence, Support

MOST_TOPICS = 4
MOST_WORDS = 6
# The support a topic needs: the strongest topic of a paper, any other, and any other beside the strongest.
AT_LEAST_FIRST = 0.15
AT_LEAST = 0.8
AT_LEAST_OF_FIRST = 0.42
# Support beyond this is repetition: it asks no more of the other topics.
ENOUGH = 2.2

PLACED = "placed by hand"


def classify(entries: Sequence[Entry], topics: Sequence[Topic]) -> tuple[Entry, ...]:
    """`entries` with their topics: at most four, the primary one first; none where nothing speaks for any.

    A note's `topics` are taken as they stand.
    """
    if not topics:
        return tuple(replace(entry, topics=()) for entry in entries)
    evidence = Evidence(entries, topics)
    parents = {topic.id: topic.parent for topic in topics}
    classified = []
    for number, entry in enumerate(entries):
        chosen = _placed(entry, parents) or _chosen(_assignments(evidence.supports(number), topics), parents)
        classified.append(replace(entry, topics=chosen))
    return tuple(classified)


def explain(entries: Sequence[Entry], topics: Sequence[Topic], key: str) -> tuple[Assignment, ...]:
    """Every topic's score for the paper `key`, with all words that speak for it; the best first.

    Raises KeyError where no entry has this key.
    """
    number = next((number for number, entry in enumerate(entries) if entry.key == key), None)
    if number is None:
        raise KeyError(key)
    supports = Evidence(entries, topics).supports(number)
    return tuple(
        Assignment(topic.id, _score(support), tuple(word for word, _ in support.words))
        for topic, support in sorted(
            zip(topics, supports, strict=True), key=lambda pair: (-pair[1].value, pair[0].id)
        )
    )


def _placed(entry: Entry, known: Mapping[str, str | None]) -> tuple[Assignment, ...]:
    """Where the keeper put the paper; topics that do not exist are for `check` to report."""
    wanted = dict.fromkeys(entry.note.topics or ()) if entry.note else {}
    return tuple(Assignment(topic, 1.0, (PLACED,)) for topic in wanted if topic in known)


def _assignments(supports: Sequence[Support], topics: Sequence[Topic]) -> list[tuple[float, Assignment]]:
    """All topics with any support, strongest first."""
    ranked = sorted(zip(supports, topics, strict=True), key=lambda pair: (-pair[0].value, pair[1].id))
    return [
        (support.value, Assignment(topic.id, _score(support), _words(support)))
        for support, topic in ranked
        if support.value > 0
    ]


def _chosen(
    ranked: Sequence[tuple[float, Assignment]], parents: Mapping[str, str | None]
) -> tuple[Assignment, ...]:
    best = ranked[0][0] if ranked else 0.0
    if best < AT_LEAST_FIRST:
        return ()
    enough = max(AT_LEAST, AT_LEAST_OF_FIRST * min(best, ENOUGH))
    kept = [assignment for value, assignment in ranked if value == best or value >= enough]
    covered = {above for assignment in kept for above in _ancestors(assignment.topic, parents)}
    return tuple(assignment for assignment in kept if assignment.topic not in covered)[:MOST_TOPICS]


def _ancestors(topic: str, parents: Mapping[str, str | None]) -> list[str]:
    """The topics above `topic`; a paper of a topic belongs to those without being told."""
    found: list[str] = []
    above = parents.get(topic)
    while above is not None and above not in found:
        found.append(above)
        above = parents.get(above)
    return found


def _score(support: Support) -> float:
    return round(1 - math.exp(-support.value), 4)


def _words(support: Support) -> tuple[str, ...]:
    """The words that carry the decision: those that add at least a twentieth."""
    telling = [word for word, value in support.words if value >= support.value / 20]
    return tuple(telling[:MOST_WORDS])
