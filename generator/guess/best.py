"""The best title among those that the sentences of an abstract offer."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple

from generator.guess.offers import (
    DOING_STEMS,
    PRESENTED,
    appositive,
    bare,
    bracketed,
    dubbed,
    own,
    phrase_name,
    plain,
    studied,
    surveyed,
    to,
    trailing,
)
from generator.guess.phrases import LIMIT

_URLISH = re.compile(r"https?://\S+|www\.\S+")
_PER_PLACE = 0.15  # by so much the rank of an offer falls with each sentence before it
_BEST_RANK = 6.0


class _Hope(NamedTuple):
    """A pattern that may find a title in a text; the one with the least `after`, then `number`, is tried
    first."""

    after: float
    number: int
    make: Callable[[str], str]
    text: str


def best_offer(sentences: Iterable[str]) -> str:
    """The best title that one of the sentences offers, '' without any.

    A named system and what it is comes before all else, an earlier sentence before a later one. No
    sentence is looked at whose best offer would come after one that was found.
    """
    hopes: list[_Hope] = []
    number = count()
    for place, sentence in enumerate(sentences):
        title = _title_before(_BEST_RANK - _PER_PLACE * place, hopes)
        if title:
            return title
        text = (_URLISH.sub("", sentence) if "http" in sentence or "www." in sentence else sentence)[:600]
        for pattern in _hopeful(text):
            heappush(hopes, _Hope(_PER_PLACE * place - pattern.rank, next(number), pattern.make, text))
    return _title_before(-math.inf, hopes)


def _title_before(least: float, hopes: list[_Hope]) -> str:
    """The first title that the hopes of at least that rank make, best first; those tried are taken out."""
    while hopes and -hopes[0].after >= least:
        hope = heappop(hopes)
        title = hope.make(hope.text)
        if 2 <= len(title.split()) <= LIMIT + 3 and len(title) <= 140:
            return title
    return ""


class _Pattern(NamedTuple):
    """rank: how good its titles are; make: the title that it finds in a sentence, or ''; words: one of them
    is in each sentence in which it finds one."""

    rank: float
    make: Callable[[str], str]
    words: tuple[str, ...]


_SUBJECT_WORDS = tuple(
    "We |We,|we |we,|I |I,|aper|ork|rticle|tudy|thesis|survey|report|letter|note|manuscript|chapter|research|"
    "authors".split("|")
)
_SET_OFF = (", a ", ", an ", ", the ", ", which is ")
_PRESENTING = (
    _Pattern(_BEST_RANK, appositive, _SET_OFF),
    _Pattern(5.8, dubbed, ("dub", "call", "name", "term", "coin", "denote", "refer", "abbrev", "known")),
    _Pattern(5.6, bracketed, (" (",)),
    _Pattern(5.5, phrase_name, _SET_OFF),
    _Pattern(5.4, trailing, (" a ", " an ", " the ")),
    _Pattern(4.4, bare, (",", " which ", " that ", " to ", " for ")),
)
_PLAINLY = _Pattern(3.4, plain, ())
_PATTERNS = (
    _Pattern(4.0, own, ("ur ",)),
    _Pattern(3.9, surveyed, ("review", "survey", "summari", "overview", "introduction")),
    _Pattern(3.2, to, ("propos", "aim", "seek", "attempt", "try", "want", "wish")),
    _Pattern(3.0, studied, ("We ", "we ", "his ")),
)


def _hopeful(text: str) -> Iterator[_Pattern]:
    """The patterns that may find something in a sentence, told by what is seen fast."""
    if _has_one(text, DOING_STEMS) and _has_one(text, _SUBJECT_WORDS):
        yield _PLAINLY
        if PRESENTED.search(text):
            yield from (pattern for pattern in _PRESENTING if _has_one(text, pattern.words))
    yield from (pattern for pattern in _PATTERNS if _has_one(text, pattern.words))


def _has_one(text: str, words: Iterable[str]) -> bool:
    return any(map(text.__contains__, words))
