"""The best title among those that the sentences of an abstract offer."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import product
from typing import NamedTuple

from generator.guess.offers import (
    Sentence,
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

MOST = 12  # sentences that are asked
_LONGEST = 600  # characters of a sentence that are looked at
_URLISH = re.compile(r"https?://\S+|www\.\S+")
_PER_PLACE = 0.15  # by so much the rank of an offer falls with each sentence before it


class _Pattern(NamedTuple):
    """rank: how good its titles are; make: the title that it finds in a sentence, or ''; words: one of them
    is in each sentence in which it finds one; without any, 'we propose' or the like is."""

    rank: float
    make: Callable[[Sentence], str]
    words: tuple[str, ...] = ()


_PATTERNS = (
    _Pattern(6.0, appositive),
    _Pattern(5.8, dubbed),
    _Pattern(5.6, bracketed),
    _Pattern(5.5, phrase_name),
    _Pattern(5.4, trailing),
    _Pattern(4.4, bare),
    _Pattern(4.0, own, ("ur ",)),
    _Pattern(3.9, surveyed, ("review", "survey", "summari", "overview", "introduction")),
    _Pattern(3.4, plain, (" ",)),
    _Pattern(3.2, to, ("propos", "aim", "seek", "attempt", "try", "want", "wish")),
    _Pattern(3.0, studied, ("We ", "we ", "his ")),
)
# Which pattern is tried on which sentence, best first: one that names a system and says what it is before all
# else, an earlier sentence before a later one.
_TRIALS = sorted(
    product(range(MOST), _PATTERNS), key=lambda trial: (_PER_PLACE * trial[0] - trial[1].rank, trial[0])
)
_WHERE_NOTHING_IS_PRESENTED = [trial for trial in _TRIALS if trial[1].words]


def best_offer(texts: Sequence[str]) -> str:
    """The best title that one of the sentences of an abstract, MOST at most, offers, '' without any."""
    sentences = [Sentence(_without_addresses(text)[:_LONGEST]) for text in texts]
    any_presented = any(sentence.presented for sentence in sentences)
    for place, pattern in _TRIALS if any_presented else _WHERE_NOTHING_IS_PRESENTED:
        if place >= len(sentences):
            continue
        sentence = sentences[place]
        if sentence.has_one(pattern.words) if pattern.words else sentence.presented:
            title = pattern.make(sentence)
            if 2 <= len(title.split()) <= LIMIT + 3 and len(title) <= 140:
                return title
    return ""


def _without_addresses(text: str) -> str:
    return _URLISH.sub("", text) if "http" in text or "www." in text else text
