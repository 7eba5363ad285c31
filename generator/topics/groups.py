"""Groups of papers that say alike, found from the words alone."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.model import Entry
from generator.words import runs

TITLE = 4.0
PAIR = 2.0
# Below 1: a word that few papers have is not as much more telling as it is rarer.
RARITY = 0.75
# A group of fewer papers is no topic; of a short list, less than 50 papers, two are one.
SMALLEST, SMALLEST_OF_SHORT, SHORT = 3, 2, 50
COVERED = 0.9

Matrix = NDArray[np.float64]


def groups(entries: Sequence[Entry], fewest: int, most: int) -> list[list[int]]:
    """Groups of the numbers of papers, the largest first; some papers may be in none.

    Of three papers and more; of two where that gives fewer than `fewest`, or the list is short.
    """
    likeness = _likeness(entries)
    np.fill_diagonal(likeness, -1.0)
    found: list[list[int]] = []
    if len(entries) >= SHORT:
        found = _grouped(likeness.copy(), fewest, most, SMALLEST)
    return found if len(found) >= fewest else _grouped(likeness, fewest, most, SMALLEST_OF_SHORT)


def _grouped(likeness: Matrix, fewest: int, most: int, smallest: int) -> list[list[int]]:
    """Average linkage: the two groups whose papers are the most alike on average become one (R. Sokal,
    C. Michener, 1958), until nine in ten papers are in groups of `smallest` and more, `most` or less of
    them, or fewer than `fewest` would be left. likeness: of papers by papers; it is used up.
    """
    count = len(likeness)
    sizes = np.ones(count)
    members = [[number] for number in range(count)]
    best: list[list[int]] = []
    for _ in range(count - 1):
        place = int(likeness.argmax())
        if likeness.flat[place] <= 0:
            break
        _join(likeness, sizes, members, *sorted(divmod(place, count)))
        large = [list(group) for group in members if len(group) >= smallest]
        if len(large) >= min(fewest, len(best)):
            best = large
        covered = sum(map(len, large)) >= COVERED * count
        if (covered and len(large) <= most) or len(large) < len(best):
            break
    return sorted(best, key=lambda group: (-len(group), group))[:most]


def _join(likeness: Matrix, sizes: Matrix, members: list[list[int]], one: int, other: int) -> None:
    """The second group becomes part of the first."""
    joined = (likeness[one] * sizes[one] + likeness[other] * sizes[other]) / (sizes[one] + sizes[other])
    likeness[one] = likeness[:, one] = np.round(joined, 9)
    likeness[one, one] = -1.0
    likeness[other] = likeness[:, other] = -1.0
    sizes[one] += sizes[other]
    members[one] += members[other]
    members[other] = []


def _likeness(entries: Sequence[Entry]) -> Matrix:
    """Papers by papers: the cosine of their words and pairs of words."""
    counts = [_counts(entry) for entry in entries]
    found_in = Counter(key for count in counts for key in count)
    column = {key: number for number, key in enumerate(sorted(key for key, n in found_in.items() if n > 1))}
    matrix = np.zeros((len(entries), len(column)), dtype=np.float64)
    for row, count in enumerate(counts):
        for key, amount in count.items():
            rarity = math.log((len(entries) + 1) / found_in[key]) ** RARITY
            if key in column:
                matrix[row, column[key]] = math.log1p(amount) * rarity
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    return np.round(matrix @ matrix.T, 9)


def _counts(entry: Entry) -> dict[str, float]:
    counts: dict[str, float] = {}
    told = [(entry.paper.telling_title, TITLE), (entry.paper.abstract, 1.0)]
    for text, weight in ((text.plain, weight) for text, weight in told if text):
        for run in runs(text):
            stems = [word[0] for word in run]
            for stem in stems:
                counts[stem] = counts.get(stem, 0.0) + weight
            for before, after in pairwise(stems):
                counts[before + after] = counts.get(before + after, 0.0) + PAIR * weight
    return counts
