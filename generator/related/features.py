"""What a paper is compared by: its words, pairs of neighbouring words, and its authors."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from generator.model import Paper
from generator.words import STOP_WORDS, compounds, fold

TITLE = 4.0
KEYWORD = 3.0
ABSTRACT = 1.0
# What a pair of words counts beside its words, and what an author counts beside a word found once.
PAIR = 1.5
AUTHOR = 0.7
MOST_FEATURES = 512

SEPARATOR = "\t"


@dataclass(frozen=True, slots=True)
class Features:
    """A paper's features. ids: uint64, rising; weights: float32, how much each is of the paper;
    shown: what each looks like in the paper, in the same order, tab between; authors begin with '@'."""

    ids: NDArray[np.uint64]
    weights: NDArray[np.float32]
    shown: str


def features(paper: Paper) -> Features:
    """The features of a paper, at most 512."""
    amounts: dict[str, float] = {}
    shown: dict[str, str] = {}
    for text, weight in _texts(paper):
        for key, surface, share in _in_text(text):
            amounts[key] = amounts.get(key, 0.0) + share * weight
            shown.setdefault(key, surface)
    for name in paper.authors:
        key = f"@{fold(name.plain)}"
        amounts[key], shown[key] = math.expm1(AUTHOR), f"@{name.plain.replace(SEPARATOR, ' ')}"
    strongest = sorted(amounts, key=lambda key: (-amounts[key], key))[:MOST_FEATURES]
    numbered = sorted({_number(key): key for key in strongest}.items())
    return Features(
        np.array([number for number, _ in numbered], dtype=np.uint64),
        np.array([math.log1p(amounts[key]) for _, key in numbered], dtype=np.float32),
        SEPARATOR.join(shown[key] for _, key in numbered),
    )


def fingerprint(paper: Paper) -> bytes:
    """16 bytes that change when anything changes that `features` reads."""
    told = [f"{weight} {text}" for text, weight in _texts(paper)]
    told += [f"@{name.plain}" for name in paper.authors]
    return blake2b("\n".join(told).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _texts(paper: Paper) -> Iterator[tuple[str, float]]:
    if paper.title:
        yield paper.title.plain, TITLE
    for keyword in paper.keywords:
        yield keyword, KEYWORD
    if paper.abstract:
        yield paper.abstract.plain, ABSTRACT


def _in_text(text: str) -> Iterator[tuple[str, str, float]]:
    """Each word and pair of neighbouring words: what it folds to, how it looks, what it counts."""
    before = None
    for word in compounds(text):
        surface = text[word.start : word.end].lower()
        if surface in STOP_WORDS or len(surface) < 2 or surface.isdigit():
            before = None
            continue
        yield word.stem, surface, 1.0
        if before and word.start - before.end == 1 and text[before.end] in " -‐‑–/&":
            yield before.stem + word.stem, text[before.start : word.end].lower(), PAIR
        before = word


def _number(key: str) -> int:
    """A number for a feature, the same on every machine; two features in ten million may share one."""
    encoded = key.encode("utf-8", "surrogatepass")
    return crc32(encoded) | crc32(encoded[::-1], 1) << 32
