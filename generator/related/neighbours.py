"""Which papers are near which: by what they say, and by what their nearest say.

Two papers that share few words but the same neighbours are near as well; that finds the company a plain
comparison of words misses.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from generator.related.sparse import WEIGHT_BITS, Rows, strongest_products, summed

CANDIDATES = 30


class Reach(NamedTuple):
    """How far is looked. compared: of each paper the features that are compared; window: of each feature the
    papers; speaking: of each paper the neighbours that speak for it; company and company_window: of those who
    speak for a paper, and of those for whom one speaks, as many are looked at."""

    compared: int
    window: int
    speaking: int
    company: int
    company_window: int


# Lists of more than a thousand papers have as good company nearer by.
LARGE = 1000
FAR, NEAR = Reach(96, 64, 20, 60, 60), Reach(24, 32, 12, 12, 24)
# What the company of a paper counts beside its own words; less in lists of fewer than 150 papers, where all
# papers are near each other.
COMPANY, ENOUGH = 0.3, 150

ONE = 1 << 2 * WEIGHT_BITS


def nearest(vectors: Rows) -> Rows:
    """For each paper up to 60 others; column: the other's number, weight: 2 ** 20 for the same words."""
    reach = NEAR if vectors.count > LARGE else FAR
    direct = strongest_products(vectors.heaviest(reach.compared), most=CANDIDATES, window=reach.window)
    company = strongest_products(
        _company(direct.heaviest(reach.speaking)).heaviest(reach.company),
        most=CANDIDATES,
        window=reach.company_window,
    )
    bits = direct.count.bit_length()
    pair = np.concatenate([direct.row << bits | direct.column, company.row << bits | company.column])
    share = COMPANY * min(1.0, vectors.count / ENOUGH)
    weight = np.concatenate([direct.weight, np.rint(company.weight * share).astype(np.int64)])
    pair, total = summed(pair, weight)
    return Rows.ordered(pair >> bits, pair & ((1 << bits) - 1), total, direct.count)


def _company(top: Rows) -> Rows:
    """Each paper as a vector, of length 2 ** 10, of the papers near it and of those to which it is near."""
    pair = np.concatenate([top.row * top.count + top.column, top.column * top.count + top.row])
    pairs, first = np.unique(pair, return_index=True)
    weight = np.concatenate([top.weight, top.weight])[first].astype(np.float64)
    row = pairs // top.count
    norm = np.sqrt(np.bincount(row, weights=weight**2, minlength=top.count))
    whole = np.rint(weight / norm[row] * (1 << WEIGHT_BITS)).astype(np.int64)
    return Rows.ordered(row, pairs % top.count, whole, top.count)
