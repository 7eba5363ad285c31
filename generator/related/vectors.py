"""Papers as sparse vectors: features weighed by how rare they are in the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from generator.related.features import Features
from generator.related.sparse import WEIGHT_BITS, Rows

_T = TypeVar("_T", bound=np.generic)

# Below 1: a word that few papers have is not as much more telling as it is rarer.
RARITY = 0.75


def vectors(papers: Sequence[Features]) -> tuple[NDArray[np.uint64], Rows]:
    """The ids of all features, rising, and a row for each paper; a column is a place among the ids.

    Rows have length 2 ** 10. Features that only one paper has are left out, for they join nothing.
    """
    lengths = np.array([len(paper.ids) for paper in papers], dtype=np.int64)
    row = np.repeat(np.arange(len(papers)), lengths)
    weight = _joined([paper.weights for paper in papers], np.float32).astype(np.float64)
    ids, column, found_in = np.unique(
        _joined([paper.ids for paper in papers], np.uint64), return_inverse=True, return_counts=True
    )
    rarity = np.log((len(papers) + 1) / found_in) ** RARITY
    weight *= rarity[column]
    norm = np.sqrt(np.bincount(row, weights=weight**2, minlength=len(papers)))
    whole = np.rint(weight / np.maximum(norm[row], 1e-9) * (1 << WEIGHT_BITS)).astype(np.int64)
    kept = (found_in[column] > 1) & (whole > 0)
    return ids, Rows.ordered(row[kept], column[kept].astype(np.int64), whole[kept], len(papers))


def _joined(arrays: Sequence[NDArray[_T]], kind: type[_T]) -> NDArray[_T]:
    return np.concatenate(arrays) if arrays else np.empty(0, kind)
