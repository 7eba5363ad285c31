"""Sparse rows of whole numbers, and the strongest products of rows.

Whole numbers add up to the same in any order, so results do not depend on the machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# Weights are at most 1 << WEIGHT_BITS; products of two such have twice as many bits.
WEIGHT_BITS = 10
_PRODUCT_BITS = 2 * WEIGHT_BITS + 1
# Products that are summed at once: bounds the memory, and few fit into a processor's own.
_AT_ONCE = 100_000


@dataclass(frozen=True, slots=True)
class Rows:
    """A sparse matrix. row, column, weight: its entries, int64, row by row, within a row the heaviest first
    (of equally heavy ones the lower column)."""

    row: Ints
    column: Ints
    weight: Ints
    count: int  # of rows

    @property
    def starts(self) -> Ints:
        """Where each row starts among the entries, and the end of the last one."""
        return np.searchsorted(self.row, np.arange(self.count + 1))

    @property
    def ranks(self) -> Ints:
        """The rank of each entry in its row, from 0."""
        return np.arange(len(self.row)) - self.starts[self.row]

    def heaviest(self, most: int) -> Rows:
        """The first `most` entries of each row."""
        return self.where(self.ranks < most)

    def where(self, kept: NDArray[np.bool_]) -> Rows:
        """The entries for which `kept` is true."""
        return Rows(self.row[kept], self.column[kept], self.weight[kept], self.count)

    @staticmethod
    def ordered(row: Ints, column: Ints, weight: Ints, count: int) -> Rows:
        """Rows of entries in any order; columns are below 2 ** 30."""
        largest = int(weight.max(initial=0))
        weight_bits = largest.bit_length()
        column_bits = int(column.max(initial=0)).bit_length()
        packed = row << weight_bits
        packed |= largest - weight
        packed <<= column_bits
        packed |= column
        packed.sort()
        column = packed & ((1 << column_bits) - 1)
        packed >>= column_bits  # in place: large arrays cost as much to make as to fill
        weight = largest - (packed & ((1 << weight_bits) - 1))
        packed >>= weight_bits
        return Rows(packed, column, weight, count)


def strongest_products(rows: Rows, *, most: int, window: int) -> Rows:
    """For each row the `most` other rows that have the largest products with it; weight: the product.

    A column with more than `window` entries is looked at only around the row itself, in an order that puts
    rows with the same heaviest columns side by side: so the cost grows with the rows, not their square.
    """
    lists = _Lists(rows, window)
    parts = [_strongest(lists, first, last, most) for first, last in lists.portions()]
    return Rows(
        np.concatenate([part.row for part in parts]) if parts else np.empty(0, np.int64),
        np.concatenate([part.column for part in parts]) if parts else np.empty(0, np.int64),
        np.concatenate([part.weight for part in parts]) if parts else np.empty(0, np.int64),
        rows.count,
    )


class _Lists:
    """For each column the rows that have it, and for each entry the stretch of that list to look at."""

    def __init__(self, rows: Rows, window: int) -> None:
        self.rows = rows
        self.starts = rows.starts
        place = _places(rows)
        order = np.argsort(rows.column * rows.count + place[rows.row])  # no row has a column twice
        self.listed = rows.row[order]
        self.weights = rows.weight[order]
        mine = np.empty_like(order)
        mine[order] = np.arange(len(order))
        sizes = np.bincount(rows.column)
        end = np.cumsum(sizes)[rows.column]
        begin = end - sizes[rows.column]
        first = np.minimum(np.maximum(mine - window // 2, begin), np.maximum(end - window, begin))
        self.first = first
        self.length = np.minimum(end - first, window)

    def portions(self) -> Iterator[tuple[int, int]]:
        """Stretches of rows, each with few enough products to be summed at once."""
        cost = np.concatenate([[0], np.cumsum(self.length)])[self.starts]
        first = 0
        while first < self.rows.count:
            last = int(np.searchsorted(cost, cost[first] + _AT_ONCE, side="right")) - 1
            last = min(max(first + 1, last), self.rows.count)
            yield first, last
            first = last


def _places(rows: Rows) -> Ints:
    """A place for each row: rows with the same heaviest columns stand together."""
    starts = rows.starts
    keys = []
    for rank in range(3):
        at = starts[:-1] + rank
        has = at < starts[1:]
        keys.append(np.where(has, rows.column[np.where(has, at, 0)] if len(rows.column) else 0, -1))
    order = np.lexsort((np.arange(rows.count), keys[2], keys[1], keys[0]))
    place = np.empty(rows.count, np.int64)
    place[order] = np.arange(rows.count)
    return place


def _strongest(lists: _Lists, first: int, last: int, most: int) -> Rows:
    """The strongest products of rows `first` up to, without, `last`."""
    rows = lists.rows
    mine = slice(int(lists.starts[first]), int(lists.starts[last]))
    length = lists.length[mine]
    offset = np.repeat(lists.first[mine] - np.concatenate([[0], np.cumsum(length)[:-1]]), length)
    at = offset + np.arange(int(length.sum()))
    row = np.repeat(rows.row[mine] - first, length)
    bits = rows.count.bit_length()
    pair, total = summed(
        (row << bits) | lists.listed[at],
        np.repeat(rows.weight[mine], length) * lists.weights[at],
    )
    row, column = pair >> bits, pair & ((1 << bits) - 1)
    other = column != row + first
    found = Rows.ordered(row[other], column[other], total[other], last - first).heaviest(most)
    return Rows(found.row + first, found.column, found.weight, rows.count)


def summed(pair: Ints, product: Ints) -> tuple[Ints, Ints]:
    """Each pair once, rising, with the sum of its products (of two weights each)."""
    packed = (pair << _PRODUCT_BITS) | product
    packed.sort()
    pair = packed >> _PRODUCT_BITS
    last = np.flatnonzero(np.append(pair[1:] != pair[:-1], len(pair) > 0))
    totals = np.cumsum(packed & ((1 << _PRODUCT_BITS) - 1))[last]
    return pair[last], np.diff(totals, prepend=0)
