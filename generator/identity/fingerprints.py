"""What an abstract is known by, and how much two have in common."""

from __future__ import annotations

import zlib
from functools import lru_cache

from generator.identity.folding import fold
from generator.identity.sketch import BUCKETS, sketch


def fingerprint(abstract: str) -> str:
    """What an abstract is known by: 16 hex digits of its folded words, '-', then 64 of a sketch.

    The first part is equal for abstracts that differ in mark-up, case or white space only; the second tells
    how much two abstracts have in common (`likeness`). Empty for a text without words.
    """
    return folded_abstract(abstract)[1]


@lru_cache(maxsize=16_384)
def folded_abstract(abstract: str) -> tuple[str, str]:
    """An abstract folded, and its fingerprint. Remembered: every stage that compares papers asks for it."""
    words = fold(abstract)
    return words, f"{_digest(words)}-{sketch(words)}" if words else ""


def _digest(words: str) -> str:
    data = words.encode()
    return f"{zlib.crc32(data):08x}{zlib.crc32(data[::-1], 0x5EED):08x}"


def likeness(one: str, other: str) -> float:
    """How much two abstracts share, by their fingerprints: 0 (nothing) to 1 (equal), give or take 0.07."""
    if not one or not other:
        return 0.0
    if one[:16] == other[:16]:
        return 1.0
    equal = sum(a == b for a, b in zip(one[17:], other[17:], strict=True)) / BUCKETS
    return max(0.0, (equal - 1 / 16) / (1 - 1 / 16))


_BAND = 5


def bands(mark: str) -> tuple[str, ...]:
    """Pieces of a fingerprint's sketch, for looking up: abstracts with much in common share one at least.

    Of pairs that share 8 in 10 word triples 99 in 100 do, of unrelated ones 1 in 100,000.
    """
    return tuple(f"{i}:{mark[i : i + _BAND]}" for i in range(17, 13 + BUCKETS, _BAND)) if mark else ()
