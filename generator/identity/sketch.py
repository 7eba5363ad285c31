"""The sketch of a text, by which texts with much in common are found."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

_SHINGLE = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9))
_Hashes = NDArray[np.uint64]
BUCKETS = 64  # of a sketch, a hex digit each
_HEX = "0123456789abcdef"


def sketch(text: str) -> str:
    """One-permutation MinHash of a folded text's word triples, 64 hex digits (Li, Owen & Zhang, 2012)."""
    words = text.encode().split(b" ")
    hashes = _mixed(_triples(np.fromiter(map(zlib.crc32, words), np.uint64, len(words))))
    lowest = np.full(BUCKETS, np.iinfo(np.uint64).max, np.uint64)
    np.minimum.at(lowest, (hashes >> np.uint64(58)).astype(np.intp), hashes << np.uint64(6))
    return "".join(_HEX[v] for v in _filled(lowest))


def _triples(words: _Hashes) -> _Hashes:
    if len(words) < 3:
        words = np.concatenate([words, np.zeros(3 - len(words), np.uint64)])
    a, b, c = _SHINGLE
    out: _Hashes = words[:-2] * a + words[1:-1] * b + words[2:] * c
    return out


def _mixed(values: _Hashes) -> _Hashes:
    """The finaliser of SplitMix64 (Steele, Lea & Flood, 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _filled(lowest: _Hashes) -> list[int]:
    """Four bits of each bucket; an empty one takes those of the next that is not (Shrivastava & Li, 2014)."""
    used = np.flatnonzero(lowest != np.iinfo(np.uint64).max)
    ahead = np.searchsorted(used, np.arange(BUCKETS)) % len(used)
    bits = (lowest[used[ahead]] >> np.uint64(30)) & np.uint64(15)
    return [int(b) for b in bits]
