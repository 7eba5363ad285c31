"""Related papers: up to six a paper, each with its reason in words.

Nearness is counted from words, pairs of words and authors, weighed by how rare they are in the list, from the
company a paper keeps (papers near the same papers), and from topics in common. The cost grows with the number
of papers, not with its square.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np

from generator.model import Entry, Related
from generator.related.choose import everyone_suggested
from generator.related.features import Features
from generator.related.memory import read_features
from generator.related.neighbours import COMPANY, ONE, nearest
from generator.related.reasons import reasons
from generator.related.sparse import Rows
from generator.related.vectors import vectors

# What topics in common count beside the same words.
TOPICS = 0.5
# Of each paper's neighbours those that may be suggested.
RANKED = 12

__all__ = ["relate"]


def relate(
    entries: Sequence[Entry], cache_dir: Path | None = None, *, use_topics: bool = True
) -> tuple[Entry, ...]:
    """`entries` with their related papers, best first; each is suggested by at least one other.

    cache_dir: a folder (it may be deleted at any time) that remembers the words of papers seen before: adding
    one paper to many is faster then, with the same result. use_topics: whether topics in common count.
    """
    ordered = sorted(range(len(entries)), key=lambda number: entries[number].key)
    listed = [entries[number] for number in ordered]
    related = _related(listed, read_features([entry.paper for entry in listed], cache_dir), use_topics)
    by_key = {entry.key: found for entry, found in zip(listed, related, strict=True)}
    return tuple(replace(entry, related=by_key[entry.key]) for entry in entries)


def _related(
    entries: Sequence[Entry], papers: Sequence[Features], use_topics: bool
) -> list[tuple[Related, ...]]:
    found = vectors(papers)
    near = nearest(found.rows)
    if use_topics:
        near = _with_topics(near, entries)
    chosen = everyone_suggested(near.heaviest(RANKED))
    most = ONE * (1 + COMPANY + (TOPICS if use_topics else 0))
    related = list(
        map(
            Related,
            [entries[other].key for other in chosen.column.tolist()],
            np.minimum(np.round(chosen.weight / most, 4), 1.0).tolist(),
            reasons(entries, papers, found, chosen),
        )
    )
    return [tuple(related[first:last]) for first, last in pairwise(chosen.starts.tolist())]


def _with_topics(near: Rows, entries: Sequence[Entry]) -> Rows:
    """The same neighbours, those with topics in common nearer."""
    number = {
        topic: place for place, topic in enumerate(sorted({a.topic for e in entries for a in e.topics}))
    }
    scores = np.zeros((len(entries), len(number)))
    for row, entry in enumerate(entries):
        for assignment in entry.topics:
            scores[row, number[assignment.topic]] = assignment.score
    common = np.zeros(len(near.row))
    for place in range(len(number)):
        common += np.minimum(scores[near.row, place], scores[near.column, place])
    total = scores.sum(axis=1)
    least = np.maximum(np.minimum(total[near.row], total[near.column]), 1e-9)
    bonus = np.rint(np.minimum(common / least, 1.0) * TOPICS * ONE).astype(np.int64)
    return Rows.ordered(near.row, near.column, near.weight + bonus, near.count)
