"""Why a paper is suggested, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from generator.model import Entry
from generator.related.features import Features
from generator.related.sparse import Ints, Rows
from generator.related.vectors import Vectors

MOST_TERMS = 3
MOST_AUTHORS = 2
# Of each paper the features looked at, of each pair those read out (terms that overlap are said once).
_LOOKED_AT = 24
_READ = 8
_PAIRS_AT_ONCE = 50_000
_MARK_BITS = 22


def reasons(
    entries: Sequence[Entry], papers: Sequence[Features], found: Vectors, suggested: Rows
) -> Iterator[str]:
    """For each suggestion, in order, what the paper and the one it suggests have in common, in words of the
    first: terms, authors, topics."""
    topics = [frozenset(assignment.topic for assignment in entry.topics) for entry in entries]
    pairs = zip(suggested.row.tolist(), suggested.column.tolist(), strict=True)
    for (paper, other), telling in zip(pairs, _said(papers, found, suggested), strict=True):
        said = telling or _less_telling(papers[paper], papers[other], found, paper)
        same = "" if topics[paper].isdisjoint(topics[other]) else "same topic"
        yield "; ".join(filter(None, (said, same))) or "near it in this list"


def _said(papers: Sequence[Features], found: Vectors, suggested: Rows) -> Iterator[str]:
    """For each suggestion the terms and authors in common, read out of the first paper."""
    telling = Telling(found)
    every_end = np.concatenate([paper.ends for paper in papers]) if papers else np.empty(0, np.int32)
    every_begin = np.concatenate([[0], every_end[:-1]])
    every_begin[found.begins[found.begins < len(every_end)]] = 0
    for at in range(0, len(suggested.row), _PAIRS_AT_ONCE):
        row, column = (part[at : at + _PAIRS_AT_ONCE] for part in (suggested.row, suggested.column))
        shared = telling.shared(row, column)
        begins, ends = every_begin[shared.column].tolist(), every_end[shared.column].tolist()
        for paper, (first, last) in zip(row.tolist(), pairwise(shared.starts.tolist()), strict=True):
            yield _in_words(papers[paper].shown, begins[first:last], ends[first:last])


def _less_telling(paper: Features, other: Features, found: Vectors, number: int) -> str:
    """The terms and authors in common of two papers whose heaviest features differ; '' where none are."""
    if not len(other.ids):
        return ""
    place = np.minimum(np.searchsorted(other.ids, paper.ids), len(other.ids) - 1)
    mine = np.flatnonzero(other.ids[place] == paper.ids)
    rarity = found.rarity[found.places[found.begins[number] + mine] % found.columns]
    order = np.argsort(-(paper.weights[mine] * other.weights[place[mine]] * rarity**2), kind="stable")
    told = mine[order[:_READ]]
    begins = [int(paper.ends[at - 1]) if at else 0 for at in told.tolist()]
    return _in_words(paper.shown, begins, paper.ends[told].tolist())


class Telling:
    """The heaviest features of each paper, made ready to be looked up."""

    def __init__(self, found: Vectors) -> None:
        self._rows = rows = found.rows.heaviest(_LOOKED_AT)
        self._starts = rows.starts
        self._columns = found.columns
        keys = rows.row * found.columns + rows.column
        order = np.argsort(keys)
        self._keys = keys[order]
        self._weights = rows.weight[order]
        self._place = np.empty_like(order)
        self._place[order] = np.searchsorted(found.places, self._keys)
        self._seen = np.zeros(1 << _MARK_BITS, dtype=bool)
        self._seen[_mark(keys)] = True

    def shared(self, papers: Ints, others: Ints) -> Rows:
        """For each paper with its other, a row, the features that both have, the most telling first, at most
        eight; column: the feature's place among all that papers have."""
        begin, end = self._starts[papers], self._starts[papers + 1]
        length = end - begin
        pair = np.repeat(np.arange(len(papers)), length)
        at = np.repeat(end - np.cumsum(length), length) + np.arange(int(length.sum()))
        wanted = others[pair] * self._columns + self._rows.column[at]
        likely = np.flatnonzero(self._seen[_mark(wanted)])  # a glance at a table spares most of the searches
        pair, at, wanted = pair[likely], at[likely], wanted[likely]
        found = np.minimum(np.searchsorted(self._keys, wanted), max(len(self._keys) - 1, 0))
        hit = self._keys[found] == wanted if len(self._keys) else np.zeros(0, dtype=bool)
        product = self._rows.weight[at[hit]] * self._weights[found[hit]]
        return Rows.ordered(pair[hit], self._place[at[hit]], product, len(papers)).heaviest(_READ)


def _mark(keys: Ints) -> NDArray[np.uint64]:
    """A short number for each key (multiplicative hashing: D. Knuth, The Art of Computer Programming 6.4)."""
    return (keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(64 - _MARK_BITS)


def _in_words(text: str, begins: Sequence[int], ends: Sequence[int]) -> str:
    """begins, ends: where in `text` each feature in common stands, the most telling first; an author begins
    with '@'.

    A term that is part of another one is not said. Written for a million pairs: no text is cut out in vain.
    """
    terms: list[str] = []
    authors: list[str] = []
    for begin, end in zip(begins, ends, strict=True):
        if text[begin] == "@":
            authors.append(text[begin + 1 : end])
        elif len(terms) < MOST_TERMS:
            term = text[begin:end]
            for other in terms:
                if term in other or other in term:
                    break
            else:
                terms.append(term)
    said = f"shared terms: {', '.join(terms)}" if terms else ""
    if not authors:
        return said
    names = f"shared author{'s' if len(authors) > 1 else ''}: {', '.join(authors[:MOST_AUTHORS])}"
    return f"{said}; {names}" if said else names
