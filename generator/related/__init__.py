"""Related papers: up to six a paper, each with its reason in words.

Nearness is counted from words, pairs of words and authors, weighed by how rare they are in the list, from the
company a paper keeps (papers near the same papers), and from topics in common. The cost grows with the number
of papers, not with its square.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.model import Entry, Related
from generator.related.choose import everyone_suggested
from generator.related.features import Features
from generator.related.memory import read_features
from generator.related.neighbours import COMPANY, ONE, nearest
from generator.related.reasons import reason, shared_features, shown
from generator.related.sparse import Rows
from generator.related.vectors import vectors

# What topics in common count beside the same words: twice the most that two papers usually share of them.
TOPICS = 0.5

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
    ids, rows = vectors(papers)
    near = nearest(rows)
    chosen = everyone_suggested(_ranked(near, entries, use_topics))
    pairs = [(number, other) for number, found in enumerate(chosen) for _, other in found]
    shared = iter(shared_features(rows, pairs))
    related: list[tuple[Related, ...]] = []
    for number, found in enumerate(chosen):
        suggestions = []
        for score, other in found:
            surfaces = shown(papers[number], ids[next(shared)])
            why = reason(surfaces, entries[number], entries[other])
            suggestions.append(Related(entries[other].key, score, why))
        related.append(tuple(suggestions))
    return related


def _ranked(near: Rows, entries: Sequence[Entry], use_topics: bool) -> list[list[tuple[float, int]]]:
    """For each paper (score, number of the other), best first; scores from 0 to 1."""
    topics = [
        {assignment.topic: assignment.score for assignment in entry.topics} if use_topics else {}
        for entry in entries
    ]
    most = ONE * (1 + COMPANY + (TOPICS if use_topics else 0))
    ranked: list[list[tuple[float, int]]] = [[] for _ in entries]
    for row, column, weight in zip(
        near.row.tolist(), near.column.tolist(), near.weight.tolist(), strict=True
    ):
        worth = weight + ONE * TOPICS * _in_common(topics[row], topics[column])
        ranked[row].append((round(worth / most, 4), column))
    for ranking in ranked:
        ranking.sort(key=lambda suggestion: (-suggestion[0], suggestion[1]))
    return ranked


def _in_common(mine: dict[str, float], theirs: dict[str, float]) -> float:
    """How much of the topics of two papers is the same: 0 to 1."""
    shared = mine.keys() & theirs.keys()
    if not shared:
        return 0.0
    common = sum(min(mine[topic], theirs[topic]) for topic in sorted(shared))
    return min(1.0, common / min(sum(mine.values()), sum(theirs.values())))
