"""A first topics.yml for a list that has none, from what its papers say."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from generator.model import Entry, Topic
from generator.topics.classify import classify
from generator.topics.groups import groups
from generator.topics.kinds import names_kind
from generator.topics.parts import parts
from generator.topics.phrases import NEARLY_ALWAYS, Phrase, phrases
from generator.words import fold, runs, words

FEWEST, MOST = 8, 25
# Terms of a topic; where most papers have a title alone, more are needed to find them.
MOST_TERMS, MOST_OF_TITLES = 21, 40
# Larger lists are judged by an even sample: the phrases of a field show in some hundred papers.
SAMPLE = 600
# How much better a name each word of a phrase makes it than a single word: "image-text retrieval".
LONGER = 1.1
# What a single word counts, and one that looks like a noun; both less where fewer than three papers have it.
ODD, NOUN = 0.1, 0.3
FEW, SEVERAL, SEVERAL_TITLES = 0.3, 3, 2
# Of a name that only one paper of the group says; and what a name must be worth once there are enough.
OF_ONE, WEAK = 0.5, 0.3
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

# What ends the names of neighbouring topics alike.
_HEADS = ("learning", "model", "network", "training")

# What may be joined to a name before it: "out-of-", "head and ".
_JOINED = re.compile(r"(?<![\w-])(?:(?:[^\W_]+-)+|[^\W_]+ and )?$")
_NUMBER = re.compile(r"\W\d+$")
_IN_ADDRESS = re.compile(r"[a-z0-9]+")

Matrix = NDArray[np.float64]


def suggest(entries: Sequence[Entry]) -> tuple[Topic, ...]:
    """8 to 25 topics (fewer for a handful of papers) with name and terms, the largest first.

    The same papers give the same topics, in whatever order they come.
    """
    listed = _sample(sorted(entries, key=lambda entry: entry.key))
    titles_alone = 2 * sum(entry.paper.abstract is None for entry in listed) > len(listed)
    found = phrases(listed, with_words=titles_alone)
    grouped = groups(listed, FEWEST, MOST)
    if not found or not grouped:
        return ()
    return _largest_first(_topics(grouped, found, listed, titles_alone), listed)


def _sample(entries: Sequence[Entry]) -> list[Entry]:
    step = max(1, math.ceil(len(entries) / SAMPLE))
    return [replace(entry, note=None) for entry in entries[::step]]


def _topics(
    grouped: Sequence[Sequence[int]], found: Sequence[Phrase], listed: Sequence[Entry], titles_alone: bool
) -> list[Topic]:
    """A topic for each group with a name: named by the phrase that is most its own, told by all that are.
    Of titles alone, a topic is told also by what is more a group's that got no name.
    """
    inside = np.zeros((len(grouped), len(listed)))
    for row, group in enumerate(grouped):
        inside[row, group] = 1.0
    said = np.zeros((len(listed), len(found)))
    for column, phrase in enumerate(found):
        said[list(phrase.weights), column] = list(phrase.weights.values())
    told = inside @ said
    own = told / np.maximum(said.sum(axis=0), 1e-9)
    share = told / np.maximum(inside.sum(axis=1, keepdims=True), 1.0)
    value = np.round(own * np.sqrt(share) * np.log1p(told), 9)
    longer = np.array([_fit(phrase) if phrase.noun else 0.0 for phrase in found])
    titled = np.array([1.0 + min(phrase.titles, 4) for phrase in found])
    by_several = np.where(inside @ (said > 0) > 1, 1.0, OF_ONE)
    naming = np.round(own * share * longer * titled * by_several, 9)
    names = _names(naming, told, found)
    text = "\n".join(part.text for entry in listed for part in parts(entry.paper))
    several, most = SEVERAL, MOST_TERMS
    if titles_alone:
        several, most = SEVERAL_TITLES, MOST_OF_TITLES
        value[[row for row in range(len(grouped)) if row not in dict(names)]] = 0.0
    return [
        Topic(
            id=_id(whole, number),
            name=_with_capital(whole),
            terms=_terms(whole, value, row, found, several)[:most],
        )
        for number, (row, name) in enumerate(names, start=1)
        for whole in [_joined(name, text)]
    ]


def _joined(name: str, text: str) -> str:
    """The name with what hyphens or `and` join to it nearly wherever `text` says it: "out-of-distribution
    detection", "head and neck cancer"."""
    hits = (text[max(0, hit.start() - 40) : hit.start()] for hit in re.finditer(re.escape(name), text, re.I))
    found = [joined[0] for before in hits if (joined := _JOINED.search(before))]
    ways = Counter(before if before[1:] != before[1:].lower() else before.lower() for before in found)
    before, count = max(ways.items(), key=lambda way: (way[1], way[0]), default=("", 0))
    often = count >= NEARLY_ALWAYS * len(found) and (count >= SEVERAL or before.endswith("-"))
    return before + name if often else name


def _with_capital(name: str) -> str:
    """The name as it begins a line: mRNA stays as it is."""
    first = name.split(maxsplit=1)[0]
    return name if first[1:] != first[1:].lower() else name[0].upper() + name[1:]


def _names(naming: Matrix, told: Matrix, found: Sequence[Phrase]) -> list[tuple[int, str]]:
    """A name for each group, by its number: the best name of all first, so that it goes where it fits best.

    A group that has only weak names left gets none, unless there would be too few topics: what its papers
    share cannot be said in a phrase, and they go where their words send them.
    """
    names: dict[int, str] = {}
    best = np.dstack(np.unravel_index(np.argsort(-naming, axis=None, kind="stable"), naming.shape))[0]
    for row, column in best.tolist():
        weak = naming[row, column] < (WEAK if len(names) >= FEWEST else 1e-9)
        if weak or len(names) == len(naming):
            break
        if row not in names:
            name = _in_full(found[column].name, told[row], found)
            if not any(_near_double(name, other) for other in names.values()):
                names[row] = name
    return sorted(names.items())


def _in_full(name: str, told: Matrix, found: Sequence[Phrase]) -> str:
    """A longer phrase around `name` where about half of what says one says the other."""
    amounts = {phrase.name: told[column] for column, phrase in enumerate(found)}
    least = WHOLE * amounts[name]
    longer = [other for other in amounts if f" {name} " in f" {other} " and amounts[other] >= least]
    return max(longer, key=lambda other: (len(other), other))


def _fit(phrase: Phrase) -> float:
    """How fit a phrase is to name a topic: more than one word, or one of several papers, better a noun."""
    length = _length(phrase.name)
    if length > 1 or (names_kind(phrase.name) and 2 * phrase.titles >= len(phrase.weights)):
        return LONGER * length
    of_few = FEW if len(phrase.weights) < SEVERAL else 1.0
    return of_few * (NOUN if phrase.name.endswith(_NOUN) else ODD)


def _length(name: str) -> int:
    """In words; of texts without blanks two characters are about a word."""
    found = [surface for run in runs(name) for _, surface, _ in run]
    characters = sum(len(surface) == 1 for surface in found)
    return len(found) - characters + (characters + 1) // 2


def _near_double(name: str, other: str) -> bool:
    """Whether two names share most of their words, numbers apart, or all but `models`, `learning` and such,
    or one has the initials of the other."""
    if (
        _initials(name) == other.removesuffix("s").lower()
        or _initials(other) == name.removesuffix("s").lower()
    ):
        return True
    mine, theirs = (
        {_NUMBER.sub("", word).removesuffix("s") for run in runs(text) for _, word, _ in run}
        for text in (name, other)
    )
    modifiers, others = ({w for w in said if not w.endswith(_HEADS)} for said in (mine, theirs))
    return len(mine & theirs) / min(len(mine), len(theirs)) > 0.5 or modifiers == others


def _initials(name: str) -> str:
    return "".join(name[word.start].lower() for word in words(name))


def _terms(name: str, value: Matrix, row: int, found: Sequence[Phrase], several: int) -> tuple[str, ...]:
    """The name and the phrases that tell this group from the others, the most telling first."""
    mine = value.argmax(axis=0) == row
    order = [
        column
        for column in np.argsort(-value[row], kind="stable")
        if mine[column] and value[row, column] > 0 and _telling(found[column], several)
    ]
    return tuple(dict.fromkeys([name, *(found[column].term for column in order)]))


def _telling(phrase: Phrase, several: int) -> bool:
    """Whether a phrase is fit to be a term: a single word where a title and several papers have it."""
    return len(words(phrase.name)) > 1 or (phrase.titles > 0 and len(phrase.weights) >= several)


def _id(name: str, number: int) -> str:
    """The letters of the name that an address may have; a name without any gets a number."""
    folded = [fold(name[word.start : word.end]) for word in words(name)]
    letters = [found for word in folded for found in _IN_ADDRESS.findall(word)]
    whole = letters == folded and letters not in (["index"], ["unsorted"])
    return "-".join(letters if whole else [*(letters or ["topic"]), str(number)])


def _largest_first(topics: Sequence[Topic], entries: Sequence[Entry]) -> tuple[Topic, ...]:
    size = {topic.id: 0 for topic in topics}
    for entry in classify(entries, topics):
        for assignment in entry.topics:
            size[assignment.topic] += 1
    ranked = sorted(topics, key=lambda topic: (-size[topic.id], topic.id))
    return tuple(
        topic for n, topic in enumerate(ranked) if size[topic.id] > 1 or (n < FEWEST and size[topic.id])
    )
