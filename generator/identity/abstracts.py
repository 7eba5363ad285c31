"""How much two abstracts have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.identity.fingerprints import likeness
from generator.identity.titles import differing_words

TWIN = 0.7
CLOSE = 0.45
APART = 0.2
_SHORTEST = 25
_FEW_EDITS = 30
_PART = re.compile(
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|i|ii|iii|iv|vi|vii|viii|ix|xi|xii"
    r"|(?:19|20)\d\d"
)


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two abstracts share. share: 0 to 1, of their word triples (of the shorter's, where it is cut off);
    known: whether both are there; equal: the same words; cut: one is the other's beginning;
    other_part: what differs counts parts or years."""

    share: float
    known: bool = True
    equal: bool = False
    cut: bool = False
    other_part: bool = False

    @property
    def twin(self) -> bool:
        """The same abstract but for small edits or a cut."""
        return self.known and (self.share >= TWIN or self.cut)

    @property
    def close(self) -> bool:
        """Much in common."""
        return self.known and self.share >= CLOSE

    @property
    def apart(self) -> bool:
        """Next to nothing in common."""
        return self.known and self.share < APART


NOTHING = Overlap(0.0, known=False)


def overlap(one: str, other: str, marks_one: Sequence[str], marks_other: Sequence[str]) -> Overlap:
    """Compares two abstracts (folded) by their words where both are there, else by their fingerprints."""
    if not marks_one or not marks_other:
        return NOTHING
    best = max(likeness(a, b) for a in marks_one for b in marks_other)
    if best == 1.0 and any(a[:16] == b[:16] for a in marks_one for b in marks_other):
        return Overlap(1.0, equal=True)
    if not one or not other:
        return Overlap(best)
    return _of_words(one.split(), other.split(), best)


def _of_words(one: list[str], other: list[str], estimate: float) -> Overlap:
    short, long = sorted((one, other), key=len)
    if estimate < APART and short[:4] != long[:4]:
        return Overlap(estimate)
    a, b = _triples(short), _triples(long)
    common = len(a & b)
    share = common / len(a | b)
    cut = _is_cut(short, long, common / len(a))
    if cut:
        short, long = short[:-1], long[: len(short)]
    only_short, only_long = differing_words(short, long)
    few = len(only_short) + len(only_long) <= _FEW_EDITS
    return Overlap(share, cut=cut, other_part=few and _counts(only_short) and _counts(only_long))


def _counts(words: list[str]) -> bool:
    """Whether words count parts or years; other figures change between versions of one abstract."""
    return any(_PART.fullmatch(word) for word in words)


def _is_cut(short: list[str], long: list[str], contained: float) -> bool:
    return (
        len(short) >= _SHORTEST
        and len(short) >= 0.25 * len(long)
        and contained >= 0.9
        and short[:3] == long[:3]
    )


def _triples(words: list[str]) -> set[tuple[str, ...]]:
    if len(words) < 3:
        return {tuple(words)}
    return set(zip(words, words[1:], words[2:], strict=False))
