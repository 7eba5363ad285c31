"""Topics that say what kind of paper it is, not what it is about: surveys, datasets, theory.

A paper whose title says its kind ("A Survey of …", "… : A Translation Dataset") is of that kind first.
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
# Kinds that a title says by its last word alone; "Semantic Analysis" may be a method.
_HEAD_NOUNS = frozenset(
    map(stem, "benchmark corpora corpus dataset leaderboard overview primer review survey".split())
)
_SAYING_NOTHING = frozenset(stem(word) for word in "paper article work study new".split())


def is_kind(topic: Topic) -> bool:
    """Whether the name speaks of kinds of papers alone: 'Datasets and benchmarks', not 'Data selection'."""
    spoken = {word.stem for word in words(topic.name)} - STOP_WORDS - _SAYING_NOTHING
    return bool(spoken) and spoken <= _KINDS


def names_kind(phrase: str) -> bool:
    """Whether the last word of `phrase`, which ends the head of a title, says the kind of the paper."""
    found = words(phrase)
    return bool(found) and found[-1].stem in _HEAD_NOUNS
