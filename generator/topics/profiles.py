"""What a topic is recognised by: the keeper's terms, its name, and what its name and description speak of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from generator.model import Topic
from generator.topics.terms import Term, parse_term
from generator.words import STOP_WORDS, Word, runs, words

NAME = 1.5
PHRASE = 1.0
PART_OF_PHRASE = 0.8
WORD = 0.4
EXAMPLE = 0.8
LONGEST_PHRASE = 4

# Words that say that a topic is described, not what it is about.
_DESCRIBING = frozenset(
    """paper papers work works study studies main contribution contributions task tasks topic method
    methods approach approaches technique techniques including include example related based new
    novel general introduce introduces introducing present presents presenting propose proposes proposing
    release releases releasing produce produces producing use uses using used combined combining together
    such various different several many other others way ways kind kinds amount amounts""".split()
)
# What ends a phrase: marks, and small words that no hyphen ties to others.
_SMALL = "|".join(sorted(STOP_WORDS))
_BREAK = re.compile(
    rf"[,;:.()\[\]/，、；：。（）]+|\s[-–—&+|]+\s|(?<![-‐])\b(?:{_SMALL})\b(?![-‐])", re.IGNORECASE
)

_LETTERS = re.compile(r"[^\W\d_]+")


class Clue(NamedTuple):
    """A term that speaks for a topic. weight: how much; implied: read out of name and description."""

    term: Term
    weight: float
    implied: bool


def profiles(topics: Sequence[Topic], examples: Mapping[str, Sequence[str]]) -> tuple[tuple[Clue, ...], ...]:
    """The clues of each topic. What is only implied counts less the more topics share it.

    examples: by the id of a topic, titles of papers that the keeper placed there.
    """
    own = [_keeper_terms(topic) for topic in topics]
    implied = [_implied_terms(topic, examples.get(topic.id, ())) for topic in topics]
    shared = Counter(key for mine, more in zip(own, implied, strict=True) for key in {*mine, *more})
    return tuple(
        (
            *(Clue(term, term.weight, False) for term in mine.values()),
            *(
                Clue(term, term.weight / shared[key], True)
                for key, term in more.items()
                if key not in mine and not term.excludes
            ),
        )
        for mine, more in zip(own, implied, strict=True)
    )


def _keeper_terms(topic: Topic) -> dict[tuple[str, bool], Term]:
    """The terms of topics.yml that hold a word; of terms that fold to the same the heavier one."""
    found: dict[tuple[str, bool], Term] = {}
    for source in topic.terms:
        _keep_heavier(found, parse_term(source))
    return found


def _implied_terms(topic: Topic, titles: Sequence[str]) -> dict[tuple[str, bool], Term]:
    found: dict[tuple[str, bool], Term] = {}
    for source, weight in (*_phrases(topic), *_of_examples(titles)):
        term = parse_term(source)
        _keep_heavier(found, term and term._replace(weight=weight, exact=False))
    return found


def _keep_heavier(found: dict[tuple[str, bool], Term], term: Term | None) -> None:
    if term and ((term.key, term.exact) not in found or found[term.key, term.exact].weight < term.weight):
        found[term.key, term.exact] = term


def _phrases(topic: Topic) -> Iterator[tuple[str, float]]:
    yield topic.name, NAME
    if spelled_out := _spelled_out(topic.name, topic.description):
        yield spelled_out, NAME
    for text in (topic.name, topic.description):
        for chunk in _chunks(text):
            yield from _with_parts(chunk)


def _spelled_out(name: str, description: str) -> str | None:
    """The words of the description that a name of initials stands for: GNN, graph neural networks."""
    found = _LETTERS.findall(description)
    initials = name.removesuffix("s").lower()
    for first in range(len(found) - len(initials) + 1):
        told = found[first : first + len(initials)]
        if len(told) > 1 and "".join(word[0] for word in told).lower() == initials:
            return " ".join(told)
    return None


def _of_examples(titles: Sequence[str]) -> Iterator[tuple[str, float]]:
    """What titles speak of: neighbouring words, and single words, which count less."""
    for title in titles:
        for run in runs(title):
            surfaces = [surface for _, surface, _ in run]
            yield from ((f"{before} {after}", EXAMPLE) for before, after in pairwise(surfaces))
            yield from ((surface, EXAMPLE * WORD) for surface in surfaces)


def _chunks(text: str) -> Iterator[list[str]]:
    """Runs of words that say something: between punctuation marks and small words."""
    for chunk in _BREAK.split(text):
        kept = [word for word in chunk.split() if word.lower().strip("'\"’") not in _DESCRIBING]
        if kept:
            yield kept


def _with_parts(chunk: Sequence[str]) -> Iterator[tuple[str, float]]:
    """A phrase, the phrases within it, and its words, each with what it counts."""
    for size in range(min(len(chunk), LONGEST_PHRASE), 1, -1):
        for first in range(len(chunk) - size + 1):
            weight = PHRASE if size == len(chunk) else PART_OF_PHRASE
            yield " ".join(chunk[first : first + size]), weight
    for part in chunk:
        pieces = words(part)
        if len(pieces) != 1 or _length(pieces[0]) > 1:
            yield part.strip("-"), PHRASE if len(chunk) == 1 else WORD
        if len(pieces) > 1:
            yield from _pieces(part, pieces)


def _pieces(part: str, pieces: Sequence[Word]) -> Iterator[tuple[str, float]]:
    """The words that hyphens tie, and of a text without blanks two neighbouring characters, about a word."""
    for piece in pieces:
        text = part[piece.start : piece.end]
        if len(text) > 1 and text.lower() not in STOP_WORDS:
            yield text, WORD * WORD
    for piece, following in pairwise(pieces):
        if _length(piece) == 1:
            yield part[piece.start : following.end], WORD


def _length(word: Word) -> int:
    return word.end - word.start
