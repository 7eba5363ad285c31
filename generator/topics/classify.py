"""Which topics a paper belongs to, and why."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.errors import did_you_mean
from generator.hierarchy import above
from generator.model import Assignment, Entry, Origin, Problem, Topic
from generator.topics.evidence import Evidence, Support

MOST_TOPICS = 4
MOST_WORDS = 6
# The support a topic needs: the strongest topic of a paper, any other, and any other beside the strongest.
AT_LEAST_FIRST = 0.15
AT_LEAST = 0.7
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
    known = {topic.id: topic for topic in topics}
    classified = []
    for number, entry in enumerate(entries):
        chosen = _placed(entry, known) or _chosen(_ranked(evidence.supports(number), topics), known)
        classified.append(replace(entry, topics=chosen))
    return tuple(classified)


def unknown_topics(entries: Sequence[Entry], topics: Sequence[Topic]) -> Iterator[Problem]:
    """Of each topic that a note names and topics.yml does not have."""
    known = [topic.id for topic in topics]
    noted = [(entry.key, entry.note) for entry in entries if entry.note]
    for key, note in noted:
        for id in note.topics or ():
            if id not in known:
                hint = did_you_mean(id, known)
                message = f"{key}: {note.path} places it in '{id}', which topics.yml does not have{hint}"
                yield Problem("note-unknown-topic", "warning", message, Origin(note.path, 1, 1, "note"))


def explain(entries: Sequence[Entry], topics: Sequence[Topic], key: str) -> tuple[Assignment, ...]:
    """Every topic's score for the paper `key`, with all words that speak for it or, after a minus,
    against it; the best first.

    Raises KeyError where no entry has this key.
    """
    number = next((number for number, entry in enumerate(entries) if entry.key == key), None)
    if number is None:
        raise KeyError(key)
    supports = Evidence(entries, topics).supports(number)
    return tuple(
        Assignment(
            topic.id, _score(support), tuple(w if value > 0 else f"-{w}" for w, value in support.words)
        )
        for support, topic in _ranked(supports, topics)
    )


def _placed(entry: Entry, known: Mapping[str, Topic]) -> tuple[Assignment, ...]:
    """Where the keeper put the paper, in topics that exist."""
    wanted = dict.fromkeys(entry.note.topics or ()) if entry.note else {}
    return tuple(Assignment(topic, 1.0, (PLACED,)) for topic in wanted if topic in known)


def _ranked(supports: Sequence[Support], topics: Sequence[Topic]) -> list[tuple[Support, Topic]]:
    """The strongest first; before them the kinds of paper that the title says it is."""
    pairs = zip(supports, topics, strict=True)
    return sorted(pairs, key=lambda pair: (not pair[0].kind, -pair[0].value, pair[1].id))


def _chosen(ranked: Sequence[tuple[Support, Topic]], known: Mapping[str, Topic]) -> tuple[Assignment, ...]:
    best = max((support.value for support, _ in ranked), default=0.0)
    enough = min(best, max(AT_LEAST, AT_LEAST_OF_FIRST * min(best, ENOUGH)))
    least = max(AT_LEAST_FIRST, enough)
    kept = [
        _assignment(support, topic)
        for support, topic in ranked
        if support.kind or support.titled or support.value >= least
    ]
    covered = {id for assignment in kept for id in above(assignment.topic, known)}
    return tuple(assignment for assignment in kept if assignment.topic not in covered)[:MOST_TOPICS]


def _assignment(support: Support, topic: Topic) -> Assignment:
    return Assignment(topic.id, _score(support), _words(support))


def _score(support: Support) -> float:
    return round(1 - math.exp(-support.value), 4)


def _words(support: Support) -> tuple[str, ...]:
    """The words that carry the decision: those that add at least a twentieth."""
    telling = [word for word, value in support.words if value >= support.value / 20]
    return tuple(telling[:MOST_WORDS])
