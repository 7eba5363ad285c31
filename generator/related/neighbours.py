"""Which papers are near which: by what they say, and by what their nearest say.

Two papers that share few words but the same neighbours are near as well; that finds the company a plain
comparison of words misses.
"""

from __future__ import annotations

import numpy as np

from generator.related.sparse import WEIGHT_BITS, Rows, strongest_products

# Of each paper the features that are compared, and the neighbours that speak for it.
COMPARED = 96
# The same for lists of more than a thousand papers, where fewer features find as good company.
LARGE, COMPARED_IN_LARGE = 1000, 24
SPEAKING = 12
CANDIDATES = 30
WINDOW = 64
COMPANY_WINDOW, COMPANY_COMPARED = 32, 16
# What the company of a paper counts beside its own words.
COMPANY = 0.3

ONE = 1 << 2 * WEIGHT_BITS


def nearest(vectors: Rows) -> Rows:
    """For each paper up to 60 others; column: the other's number, weight: 2 ** 20 for the same words."""
    compared = COMPARED if vectors.count <= LARGE else COMPARED_IN_LARGE
    direct = strongest_products(vectors.heaviest(compared), most=CANDIDATES, window=WINDOW)
    company = strongest_products(
        _company(direct).heaviest(COMPANY_COMPARED), most=CANDIDATES, window=COMPANY_WINDOW
    )
    pair = np.concatenate(
        [direct.row * direct.count + direct.column, company.row * direct.count + company.column]
    )
    weight = np.concatenate([direct.weight, np.rint(company.weight * COMPANY).astype(np.int64)])
    pairs, place = np.unique(pair, return_inverse=True)
    total = np.bincount(place, weights=weight.astype(np.float64), minlength=len(pairs)).astype(np.int64)
    return Rows.ordered(pairs // direct.count, pairs % direct.count, total, direct.count)


def _company(direct: Rows) -> Rows:
    """Each paper as a vector, of length 2 ** 10, of the papers near it or to which it is near."""
    top = direct.heaviest(SPEAKING)
    pair = np.concatenate([top.row * top.count + top.column, top.column * top.count + top.row])
    pairs, first = np.unique(pair, return_index=True)
    weight = np.concatenate([top.weight, top.weight])[first].astype(np.float64)
    row = pairs // top.count
    norm = np.sqrt(np.bincount(row, weights=weight**2, minlength=top.count))
    whole = np.rint(weight / norm[row] * (1 << WEIGHT_BITS)).astype(np.int64)
    return Rows.ordered(row, pairs % top.count, whole, top.count)
