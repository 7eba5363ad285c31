"""How much of a paper speaks for each topic, and in which words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.model import Entry, Topic
from generator.topics.kinds import is_kind, names_kind
from generator.topics.parts import TITLE, TITLE_HEAD, Part, parts
from generator.topics.profiles import Clue, profiles
from generator.topics.terms import Match, Term, TermIndex, as_written, only_akin
from generator.words import words as words_of

# A term's count in a paper grows towards 1: found once in the title it is 6 / (6 + 2).
SATURATION = 2.0
# Of a term that stands inside a longer term of another topic ("visual [instruction tuning]").
SHADOWED = 0.3
# Of a word that was only read out of a name or description and stands there in another sense.
AKIN = 0.1
STRONG = 0.3
# What implied terms count, where the keeper gave terms of their own and where there are none.
IMPLIED_BESIDE_TERMS = 1.4
IMPLIED_ALONE = 1.75
# How far rare words count more than common ones, for implied and for the keeper's terms.
RARITY_OF_IMPLIED = 0.8
RARITY_OF_TERMS = 0.3
SMALL_LIST = 50
# What a term must weigh to place a paper by standing in its title, and to say its kind in the title's head.
TELLING = 1.0
# What a term loses whose words a stronger one has said: "structured" beside "structure-aware".
REPEATED = 0.4


class Found(NamedTuple):
    """A clue found in a paper. amount: how much of the paper it is; words: as the paper has them;
    in_title: whether the title says it in the keeper's words, and not as a part of another topic's term;
    says_kind: whether the head of the title says it so that a paper of this kind must be meant."""

    clue: int
    amount: float
    words: str
    in_title: bool
    says_kind: bool


class Support(NamedTuple):
    """What speaks for a topic. value: 0 or more; words: strongest first, each with what it adds, below 0 for
    one that speaks against the topic;
    titled: whether the title says one of the keeper's terms; kind: whether it says that the paper is of this
    kind."""

    value: float
    words: tuple[tuple[str, float], ...]
    titled: bool = False
    kind: bool = False


class Evidence:
    """The evidence of a whole list; a term's rarity is counted over the list itself."""

    def __init__(self, entries: Sequence[Entry], topics: Sequence[Topic]) -> None:
        self._clues = profiles(topics, _examples(entries))
        self._reader = _Reader(self._clues)
        self._found = [self._reader.read(parts(entry.paper)) for entry in entries]
        counted = Counter(
            clue for found in self._found for clue in {self._reader.key(t, f) for t, f in found}
        )
        self._rarity = {key: _rarity(number, len(entries)) for key, number in counted.items()}
        self._has_terms = [any(not clue.implied for clue in clues) for clues in self._clues]
        self._kinds = [is_kind(topic) for topic in topics]

    def supports(self, entry: int) -> list[Support]:
        """For entry number `entry` what speaks for each topic, in the order of the topics."""
        collected: list[dict[str, float]] = [{} for _ in self._clues]
        excluded: dict[int, str] = {}
        titled, kinds = set(), set()
        for topic, found in self._found[entry]:
            clue = self._clues[topic][found.clue]
            if clue.term.excludes:
                excluded[topic] = found.words
            else:
                value = self._value(topic, found, clue)
                collected[topic][found.words] = collected[topic].get(found.words, 0.0) + value
                if found.in_title and clue.weight >= TELLING and not clue.implied:
                    titled.add(topic)
                if found.says_kind and self._kinds[topic]:
                    kinds.add(topic)
        return [
            Support(0.0, ((excluded[topic], -1.0),))
            if topic in excluded
            else _support(words, self._has_terms[topic], topic in titled, topic in kinds)
            for topic, words in enumerate(collected)
        ]

    def _value(self, topic: int, found: Found, clue: Clue) -> float:
        saturated = found.amount / (found.amount + SATURATION)
        rarity = self._rarity[self._reader.key(topic, found)]
        if not clue.implied:
            return clue.weight * saturated * math.pow(rarity, RARITY_OF_TERMS)
        factor = IMPLIED_BESIDE_TERMS if self._has_terms[topic] else IMPLIED_ALONE
        return factor * clue.weight * saturated * math.pow(rarity, RARITY_OF_IMPLIED)


def _examples(entries: Sequence[Entry]) -> dict[str, list[str]]:
    """By topic the titles of the papers that the keeper placed there."""
    examples: dict[str, list[str]] = {}
    for entry in entries:
        for topic in (entry.note.topics if entry.note else None) or ():
            if entry.paper.telling_title:
                examples.setdefault(topic, []).append(entry.paper.telling_title.plain)
    return examples


def _support(words: dict[str, float], has_terms: bool, titled: bool, kind: bool) -> Support:
    ranked = sorted(words.items(), key=lambda item: (-item[1], item[0]))
    value = math.fsum(_without_repetition(ranked) if has_terms else words.values())
    return Support(max(0.0, value), tuple(ranked), titled and value >= 0, kind)


def _without_repetition(ranked: Iterable[tuple[str, float]]) -> Iterator[float]:
    """What each adds, less the share that a stronger one has said already.

    A name or description alone has so few words that saying them again is all there is to go by.
    """
    said: list[frozenset[str]] = []
    for found, value in ranked:
        stems = _stems(found)
        again = max((len(stems & other) / len(stems) for other in said), default=0.0)
        yield value * (1 - REPEATED * again) if value > 0 else value
        said.append(stems)


@lru_cache(maxsize=50_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(text)) or frozenset({text})


def _rarity(found_in: int, of: int) -> float:
    """How much a term tells: near 1 for a term of one paper, near 0 for a term of all.

    A handful of papers does not say what is rare: less than 50 are taken for a part of 50.
    """
    of = max(of, SMALL_LIST)
    return max(0.0, math.log((of + 1) / (found_in + 0.5)) / math.log(of + 2))


class _Reader:
    """Finds the clues of all topics in the parts of a paper."""

    def __init__(self, clues: Sequence[Sequence[Clue]]) -> None:
        self._owners: dict[tuple[str, bool], list[tuple[int, int]]] = {}
        self._clues = clues
        strong = set()
        for topic, mine in enumerate(clues):
            for number, clue in enumerate(mine):
                key = (clue.term.key, clue.term.exact)
                self._owners.setdefault(key, []).append((topic, number))
                if clue.weight > STRONG:
                    strong.add(key)
        self._strong = frozenset(strong)
        self._index = TermIndex(Term(key, 1.0, exact, False, key) for key, exact in self._owners)

    def key(self, topic: int, found: Found) -> tuple[str, bool]:
        """What a clue's rarity is counted by: the term, whichever topic has it."""
        term = self._clues[topic][found.clue].term
        return term.key, term.exact

    def read(self, paper: Iterable[Part]) -> tuple[tuple[int, Found], ...]:
        """The clues found, each with the number of its topic."""
        amounts: dict[tuple[int, int], float] = {}
        first_words: dict[tuple[int, int], str] = {}
        in_title, saying_kind = set(), set()
        for part in paper:
            for owner, share, words in self._in_part(part.text):
                if part.weight >= TITLE and share == 1.0 and self._as_written(owner, words):
                    in_title.add(owner)
                amounts[owner] = amounts.get(owner, 0.0) + share * part.weight
                first_words.setdefault(owner, " ".join(words.split()))
                if part.weight >= TITLE_HEAD and self._says_kind(owner, words, part.text):
                    saying_kind.add(owner)
        return tuple(
            (
                owner[0],
                Found(owner[1], amount, first_words[owner], owner in in_title, owner in saying_kind),
            )
            for owner, amount in amounts.items()
        )

    def _as_written(self, owner: tuple[int, int], words: str) -> bool:
        return as_written(self._clues[owner[0]][owner[1]].term.source, words)

    def _says_kind(self, owner: tuple[int, int], words: str, head: str) -> bool:
        telling = self._clues[owner[0]][owner[1]].weight >= TELLING
        return telling or (head.rstrip().endswith(words) and names_kind(words))

    def _in_part(self, text: str) -> Iterator[tuple[tuple[int, int], float, str]]:
        matches = list(self._index.matches(text))
        for match in matches:
            around = [other for other in matches if _inside(match, other)]
            holders = {topic for other in around for topic, _ in self._owners[_key(other)]}
            shadowed = any(_key(other) in self._strong for other in around)
            for owner in self._owners[_key(match)]:
                if owner[0] not in holders:
                    words = text[match.start : match.end]
                    clue = self._clues[owner[0]][owner[1]]
                    share = AKIN if clue.implied and only_akin(clue.term.source, words) else 1.0
                    yield owner, share * SHADOWED if shadowed else share, words


def _key(match: Match) -> tuple[str, bool]:
    return match.term.key, match.term.exact


def _inside(match: Match, other: Match) -> bool:
    longer = other.end - other.start > match.end - match.start
    return longer and other.start <= match.start and match.end <= other.end
