"""Which papers a term is in, as short text: base64 of the number of papers and, for each that is listed, the
gap to the one before and a byte: how much it is about the term (1 to 127), and whether its title has it.

Numbers are in base 128, low digits first, the high bit set on all bytes but the last (LEB128).
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import NamedTuple

STRONGEST = 127


class Postings(NamedTuple):
    """papers: how many have the term; listed: (number of the paper, strength, whether in the title),
    ascending. A list that was cut short has fewer than `papers`."""

    papers: int
    listed: tuple[tuple[int, int, bool], ...]


def strength_byte(strength: int, in_title: bool) -> int:
    """strength: 1 to 127."""
    return strength << 1 | in_title


def encode(papers: int, listed: Sequence[int]) -> str:
    """listed: number of the paper times 256 plus its `strength_byte`, ascending."""
    coded = bytearray()
    _append(coded, papers)
    before = 0
    for item in listed:
        paper = item >> 8
        _append(coded, paper - before)
        coded.append(item & 255)
        before = paper
    return b64encode(coded).decode().rstrip("=")


def decode(text: str) -> Postings:
    """What `encode` wrote."""
    coded = b64decode(text + "=" * (-len(text) % 4))
    papers, at = _number(coded, 0)
    listed = []
    paper = 0
    while at < len(coded):
        gap, at = _number(coded, at)
        paper += gap
        listed.append((paper, coded[at] >> 1, bool(coded[at] & 1)))
        at += 1
    return Postings(papers, tuple(listed))


def _append(coded: bytearray, number: int) -> None:
    while number > 127:
        coded.append(number & 127 | 128)
        number >>= 7
    coded.append(number)


def _number(coded: bytes, at: int) -> tuple[int, int]:
    number = shift = 0
    while coded[at] > 127:
        number |= (coded[at] & 127) << shift
        shift += 7
        at += 1
    return number | coded[at] << shift, at + 1
