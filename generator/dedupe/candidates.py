"""Which pairs of records are worth a look, in near-linear time: those that meet in a block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from generator.identity import Traits, bands, marks, title_key

# A block with more records than this is no sign of one work ("In this paper we …", the title "Editorial"):
# there each is compared with its next few neighbours in the block's order only.
_LARGE_BLOCK = 24
_NEIGHBOURS = 6
_OPENING_WORDS = 8


def candidate_pairs(traits: Sequence[Traits]) -> list[tuple[int, int]]:
    """Pairs (smaller, larger) of positions, sorted, each once."""
    blocks: dict[str, list[int]] = {}
    for i, one in enumerate(traits):
        for name in dict.fromkeys(_blocks(one)):
            blocks.setdefault(name, []).append(i)
    return sorted({pair for block in blocks.values() if len(block) > 1 for pair in _pairs(block, traits)})


def _blocks(traits: Traits) -> Iterator[str]:
    yield from marks(traits)
    for mark in traits.fingerprints:
        yield mark[:16]
        yield from bands(mark)
    if traits.abstract:
        yield f"opening {' '.join(traits.abstract.split(' ', _OPENING_WORDS)[:_OPENING_WORDS])}"
    for title in traits.titles:
        yield from _title_blocks(title, traits)


def _title_blocks(title: str, traits: Traits) -> Iterator[str]:
    """Equal titles; those that open or end alike by the same first author; those with a long opening."""
    yield f"title {title_key(title)}"
    words = title.split()
    if traits.people:
        yield f"first {traits.people[0]} {words[0]}"
        yield f"last {traits.people[0]} {words[-1]}"
    if len(words) > 4:
        yield f"start {' '.join(words[:4])}"


def _pairs(block: list[int], traits: Sequence[Traits]) -> Iterable[tuple[int, int]]:
    if len(block) <= _LARGE_BLOCK:
        return combinations(block, 2)
    ordered = sorted(block, key=lambda i: (traits[i].titles, traits[i].fingerprints, i))
    near = ((a, b) for at, a in enumerate(ordered) for b in ordered[at + 1 : at + 1 + _NEIGHBOURS])
    return ((min(pair), max(pair)) for pair in near)
