"""A first topics.yml for a list that has none, from what its papers say."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from generator.model import Entry, Topic
from generator.topics.classify import classify
from generator.topics.groups import groups
from generator.topics.phrases import Phrase, phrases
from generator.words import fold, runs, words

FEWEST, MOST = 8, 25
MOST_TERMS = 20
# Larger lists are judged by an even sample: the phrases of a field show in some hundred papers.
SAMPLE = 600
# How much better a name each word of a phrase makes it than a single word: "image-text retrieval".
LONGER = 1.1
# What a single word counts, and one that looks like a noun; both less where fewer than three papers have it.
ODD, NOUN = 0.2, 0.5
FEW, SEVERAL = 0.3, 3
# How much of a name its longer form must carry.
WHOLE = 0.45
_NOUN = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ing",
    "ings",
    "ics",
    "ism",
    "logy",
    "sis",
    "ers",
    "ors",
    "tions",
)

Matrix = NDArray[np.float64]


def suggest(entries: Sequence[Entry]) -> tuple[Topic, ...]:
    """8 to 25 topics (fewer for a handful of papers) with name and terms, the largest first.

    The same papers give the same topics, in whatever order they come.
    """
    listed = _sample(sorted(entries, key=lambda entry: entry.key))
    found = phrases(listed)
    grouped = groups(listed, FEWEST, MOST)
    if not found or not grouped:
        return ()
    return _largest_first(_topics(grouped, found, len(listed)), listed)


def _sample(entries: Sequence[Entry]) -> list[Entry]:
    step = max(1, math.ceil(len(entries) / SAMPLE))
    return [replace(entry, note=None) for entry in entries[::step]]


def _topics(grouped: Sequence[Sequence[int]], found: Sequence[Phrase], papers: int) -> list[Topic]:
    """A topic for each group: named by the phrase that is most its own, told by those that are its own."""
    inside = np.zeros((len(grouped), papers))
    for row, group in enumerate(grouped):
        inside[row, group] = 1.0
    said = np.zeros((papers, len(found)))
    for column, phrase in enumerate(found):
        said[list(phrase.weights), column] = list(phrase.weights.values())
    told = inside @ said
    own = told / np.maximum(said.sum(axis=0), 1e-9)
    share = told / np.maximum(inside.sum(axis=1, keepdims=True), 1.0)
    value = np.round(own * np.sqrt(share) * np.log1p(told), 9)
    longer = np.array([_fit(phrase) for phrase in found])
    titled = np.array([1.0 + min(phrase.titles, 4) for phrase in found])
    naming = np.round(own * share * longer * titled, 9)
    topics: list[Topic] = []
    for row in range(len(grouped)):
        taken = [topic.name for topic in topics]
        name = _name(naming[row], told[row], found, taken)
        if name:
            topics.append(
                Topic(id=_id(name), name=name[0].upper() + name[1:], terms=_terms(name, value, row, found))
            )
    return topics


def _name(naming: Matrix, told: Matrix, found: Sequence[Phrase], taken: Sequence[str]) -> str | None:
    """The best name, in full, that is not nearly one of those taken."""
    for column in np.argsort(-naming, kind="stable"):
        if naming[column] <= 0:
            break
        name = _in_full(found[column].name, told, found)
        if not any(_near_double(name, other) for other in taken):
            return name
    return None


def _in_full(name: str, told: Matrix, found: Sequence[Phrase]) -> str:
    """A longer phrase around `name` where about half of what says one says the other."""
    amounts = {phrase.name: told[column] for column, phrase in enumerate(found)}
    least = WHOLE * amounts[name]
    longer = [other for other in amounts if f" {name} " in f" {other} " and amounts[other] >= least]
    return max(longer, key=lambda other: (len(other), other))


def _fit(phrase: Phrase) -> float:
    """How fit a phrase is to name a topic: more than one word, or one of several papers, better a noun."""
    length = sum(len(run) for run in runs(phrase.name))
    if length > 1:
        return LONGER * length
    of_few = FEW if len(phrase.weights) < SEVERAL else 1.0
    return of_few * (NOUN if phrase.name.endswith(_NOUN) else ODD)


def _near_double(name: str, other: str) -> bool:
    """Whether two names share most of their words."""
    mine, theirs = ({word.stem for word in words(text)} for text in (name, other))
    return len(mine & theirs) / min(len(mine), len(theirs)) > 0.5


def _terms(name: str, value: Matrix, row: int, found: Sequence[Phrase]) -> tuple[str, ...]:
    """The name and the phrases that tell this group from the others, the most telling first."""
    mine = value.argmax(axis=0) == row
    order = [
        column
        for column in np.argsort(-value[row], kind="stable")
        if mine[column] and value[row, column] > 0 and _telling(found[column])
    ]
    return tuple(dict.fromkeys([name, *(found[column].name for column in order[:MOST_TERMS])]))


def _telling(phrase: Phrase) -> bool:
    """Whether a phrase is fit to be a term: single words where a title or three papers have them."""
    return phrase.titles > 0 or len(words(phrase.name)) > 1 or len(phrase.weights) > 2


def _id(name: str) -> str:
    return "-".join(fold(name[word.start : word.end]) for word in words(name))


def _largest_first(topics: Sequence[Topic], entries: Sequence[Entry]) -> tuple[Topic, ...]:
    size = {topic.id: 0 for topic in topics}
    for entry in classify(entries, topics):
        for assignment in entry.topics:
            size[assignment.topic] += 1
    kept = [topic for topic in topics if size[topic.id]]
    return tuple(sorted(kept, key=lambda topic: (-size[topic.id], topic.id)))
