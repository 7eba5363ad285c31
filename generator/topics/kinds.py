"""Topics that say what kind of paper it is, not what it is about: surveys, datasets, theory.

A paper whose title says its kind ("A Survey of …", "…: A Benchmark for …") is of that kind first.
"""

from __future__ import annotations

from generator.model import Topic
from generator.words import STOP_WORDS, stem, words

_KINDS = frozenset(
    stem(word)
    for word in """analysis analyses benchmark benchmarking comparison corpora corpus dataset empirical
    evaluation leaderboard metric overview perspective position primer reproducibility resource review
    survey theoretical theory tutorial""".split()
)
_SAYING_NOTHING = frozenset(stem(word) for word in "paper article work study new".split())


def is_kind(topic: Topic) -> bool:
    """Whether the name speaks of kinds of papers alone: 'Datasets and benchmarks', not 'Data selection'."""
    spoken = {word.stem for word in words(topic.name)} - STOP_WORDS - _SAYING_NOTHING
    return bool(spoken) and spoken <= _KINDS
