"""Papers as sparse vectors: features weighed by how rare they are in the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from generator.related.features import Features
from generator.related.sparse import WEIGHT_BITS, Ints, Rows

_T = TypeVar("_T", bound=np.generic)

# Below 1: a word that few papers have is not as much more telling as it is rarer.
RARITY = 0.75


class Vectors(NamedTuple):
    """rows: a row of length 2 ** 10 for each paper, a column for each feature that two papers have;
    places: row * columns + column for every feature of every paper, as the papers have them (rising);
    begins: where each paper's features begin among them; rarity: of each column, how rare it is."""

    rows: Rows
    places: Ints
    begins: Ints
    columns: int
    rarity: NDArray[np.float64]


def vectors(papers: Sequence[Features]) -> Vectors:
    """The papers' features as a matrix. Those that only one paper has join nothing and have no weight."""
    lengths = np.array([len(paper.ids) for paper in papers], dtype=np.int64)
    row = np.repeat(np.arange(len(papers)), lengths)
    weight = _joined([paper.weights for paper in papers], np.float32).astype(np.float64)
    column, found_in = _numbered(_joined([paper.ids for paper in papers], np.uint64))
    rarity = np.log((len(papers) + 1) / found_in) ** RARITY
    weight *= rarity[column]
    norm = np.sqrt(np.bincount(row, weights=weight**2, minlength=len(papers)))
    weight *= ((1 << WEIGHT_BITS) / np.maximum(norm, 1e-9))[row]
    whole = np.rint(weight, out=weight).astype(np.int64)
    kept = (found_in[column] > 1) & (whole > 0)
    return Vectors(
        rows=Rows.ordered(row[kept], column[kept], whole[kept], len(papers)),
        places=row * len(found_in) + column,
        begins=np.cumsum(lengths) - lengths,
        columns=len(found_in),
        rarity=rarity,
    )


def _numbered(ids: NDArray[np.uint64]) -> tuple[Ints, Ints]:
    """For each id its rank among all different ones, and how often each of these occurs.

    What `np.unique` does with all its outputs, in a quarter of the time: ids, without their last bits, and
    places are sorted as one number. Even of a billion ids hardly two would meet.
    """
    bits = np.uint64(len(ids).bit_length())
    packed = (ids >> bits) << bits
    packed |= np.arange(len(ids), dtype=np.uint64)
    packed.sort()
    place = packed & ((np.uint64(1) << bits) - np.uint64(1))
    packed >>= bits
    new = np.ones(len(ids), dtype=bool)
    new[1:] = packed[1:] != packed[:-1]
    number = np.empty(len(ids), dtype=np.int64)
    number[place] = np.cumsum(new) - 1
    return number, np.diff(np.append(np.flatnonzero(new), len(ids)))


def _joined(arrays: Sequence[NDArray[_T]], kind: type[_T]) -> NDArray[_T]:
    return np.concatenate(arrays) if arrays else np.empty(0, kind)
