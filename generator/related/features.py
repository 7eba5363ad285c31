"""What a paper is compared by: its words, pairs of neighbouring words, and its authors."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from generator.model import Paper
from generator.words import fold, runs

TITLE = 4.0
KEYWORD = 3.0
ABSTRACT = 1.0
# What a pair of words counts beside its words, and what an author counts beside a word found once.
PAIR = 1.5
AUTHOR = 1.0
MOST_FEATURES = 512


@dataclass(frozen=True, slots=True)
class Features:
    """A paper's features. ids: uint64, rising; weights: float32, how much each is of the paper;
    shown: what each looks like in the paper, in the same order, one after the other; authors begin with '@';
    ends: int32, where each ends in `shown`."""

    ids: NDArray[np.uint64]
    weights: NDArray[np.float32]
    shown: str
    ends: NDArray[np.int32]


def features(paper: Paper) -> Features:
    """The features of a paper, at most 512."""
    amounts: dict[str, float] = {}
    shown: dict[str, str] = {}
    for text, weight in _texts(paper):
        for run in runs(text):
            _count(run, weight, amounts, shown)
    for name in paper.authors:
        key = f"@{fold(name.plain)}"
        amounts[key], shown[key] = math.expm1(AUTHOR), f"@{name.plain}"
    if len(amounts) > MOST_FEATURES:
        strongest = sorted(amounts.items(), key=lambda item: (-item[1], item[0]))
        amounts = dict(strongest[:MOST_FEATURES])
    numbers = {_number(key): key for key in amounts}
    keys = [numbers[number] for number in sorted(numbers)]
    return Features(
        np.array(sorted(numbers), dtype=np.uint64),
        np.log1p([amounts[key] for key in keys]).astype(np.float32),
        "".join([shown[key] for key in keys]),
        np.cumsum([len(shown[key]) for key in keys], dtype=np.int32),
    )


def _count(
    run: Sequence[tuple[str, str, str]], weight: float, amounts: dict[str, float], shown: dict[str, str]
) -> None:
    """Adds the words of a run, and each pair of neighbours."""
    before = None
    for word in run:
        stem, surface, gap = word
        if stem in amounts:
            amounts[stem] += weight
        else:
            amounts[stem], shown[stem] = weight, surface
        if before:
            pair = before[0] + stem
            if pair in amounts:
                amounts[pair] += weight * PAIR
            else:
                amounts[pair], shown[pair] = weight * PAIR, f"{before[1]}{gap}{surface}"
        before = word


def fingerprint(paper: Paper) -> bytes:
    """16 bytes that change when anything changes that `features` reads; texts are not parsed for it."""
    told = [text.source if text else "" for text in (paper.telling_title, paper.abstract)]
    told += paper.keywords
    told += [f"@{name.given}\t{name.family}\t{name.suffix}" for name in paper.authors]
    return blake2b("\n".join(told).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _texts(paper: Paper) -> Iterator[tuple[str, float]]:
    if paper.telling_title:
        yield paper.telling_title.plain, TITLE
    for keyword in paper.keywords:
        yield keyword, KEYWORD
    if paper.abstract:
        yield paper.abstract.plain, ABSTRACT


@lru_cache(maxsize=500_000)
def _number(key: str) -> int:
    """A number for a feature, the same on every machine."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
