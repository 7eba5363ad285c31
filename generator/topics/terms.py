"""The terms of topics.yml: how they are written and where they match.

image captioning      a word or phrase; case, accents, endings and hyphens fold (`image-captions` matches)
"CLIP"                exactly as written, as whole words
survey^2              counts twice (any positive number; 1 where none is given)
-live video           a paper that says this does not belong to the topic
-image^0.5            counts against the topic, here half as much as a term counts for it
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.words import Word, fold, words

_WEIGHT = re.compile(r"\^(\d+(?:\.\d+)?)$")


class Term(NamedTuple):
    """A term as matched. key: what it folds to, or the exact text; weight: below 0 where it counts against
    the topic; source: as written."""

    key: str
    weight: float
    exact: bool
    excludes: bool
    source: str


class Match(NamedTuple):
    """A term found in a text, from `start` to `end`."""

    term: Term
    start: int
    end: int


def parse_term(source: str) -> Term | None:
    """The term written as `source`; None where it holds no word."""
    rest = source.strip()
    minus = rest.startswith("-")
    rest = rest.removeprefix("-").strip()
    weight = 1.0
    if given := _WEIGHT.search(rest):
        weight, rest = float(given.group(1)), rest[: given.start()].strip()
    exact = len(rest) > 2 and rest[0] == rest[-1] == '"'
    key = rest.strip('"').strip() if exact else squeeze(rest)
    if not key or weight <= 0:
        return None
    return Term(key, -weight if minus and given else weight, exact, minus and not given, source)


def squeeze(text: str) -> str:
    """The stems of `text` without anything between them: one form for `pre-training` and `pretraining`."""
    return "".join(word.stem for word in words(text))


@lru_cache(maxsize=50_000)
def only_akin(term: str, found: str) -> bool:
    """Whether a word of the term names who or what does something and the text only what is done, or the
    other way round: `transformer` and `transformation`, `developer` and `development` fold to the same."""
    ours, theirs = ([text[word.start : word.end].lower() for word in words(text)] for text in (term, found))
    return len(ours) == len(theirs) and any(
        _doer(mine) != _doer(other) and mine.rstrip("s") != other.rstrip("s")
        for mine, other in zip(ours, theirs, strict=True)
    )


@lru_cache(maxsize=50_000)
def as_written(term: str, found: str) -> bool:
    """Whether a text says a term (as in topics.yml) in the keeper's own words, be it in the plural or with
    other hyphens: `structured` is found in "structural" as well, but that is another word."""
    return _letters(_WEIGHT.sub("", term)) == _letters(found)


def _letters(text: str) -> str:
    return "".join(fold(text[word.start : word.end]).removesuffix("s") for word in words(text))


def _doer(word: str) -> bool:
    return word.rstrip("s").endswith(("er", "or"))


class TermIndex:
    """Finds all terms of a list of topics in one walk through a text."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._folded: dict[str, list[Term]] = {}
        self._exact: dict[str, list[Term]] = {}
        self._exact_pattern: dict[str, re.Pattern[str]] = {}
        for term in terms:
            table = self._exact if term.exact else self._folded
            table.setdefault(term.key, []).append(term)
        self._beginnings = frozenset(key[:end] for key in self._folded for end in range(1, len(key)))
        for key in self._exact:
            self._exact_pattern[key] = re.compile(rf"(?<!\w){re.escape(key)}(?!\w)")

    def matches(self, text: str) -> Iterator[Match]:
        """Every term in `text`; a term inside another one is reported too."""
        found = words(text)
        for first in range(len(found)):
            yield from self._from(first, found)
        for key, pattern in self._exact_pattern.items():
            if key in text:
                yield from self._exactly(key, pattern, text)

    def _from(self, first: int, found: Sequence[Word]) -> Iterator[Match]:
        grown = ""
        for last in range(first, len(found)):
            grown += found[last].stem
            for term in self._folded.get(grown, ()):
                yield Match(term, found[first].start, found[last].end)
            if grown not in self._beginnings:
                return

    def _exactly(self, key: str, pattern: re.Pattern[str], text: str) -> Iterator[Match]:
        for hit in pattern.finditer(text):
            for term in self._exact[key]:
                yield Match(term, hit.start(), hit.end())
