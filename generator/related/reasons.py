"""Why a paper is suggested, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from generator.model import Entry
from generator.related.features import SEPARATOR, Features
from generator.related.sparse import Ints, Rows

MOST_TERMS = 3
MOST_AUTHORS = 2
# Of each paper the features looked at, of each pair those read out (terms that overlap are said once).
_LOOKED_AT = 32
_READ = 9
_PAIRS_AT_ONCE = 50_000


def shared_features(vectors: Rows, pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
    """For each pair of papers the columns both have among their heaviest 32, the most telling first."""
    rows = vectors.heaviest(_LOOKED_AT)
    columns = int(rows.column.max(initial=0)) + 1
    keys = rows.row * columns + rows.column
    order = np.argsort(keys)
    found: list[list[int]] = []
    for first in range(0, len(pairs), _PAIRS_AT_ONCE):
        chunk = np.array(pairs[first : first + _PAIRS_AT_ONCE], dtype=np.int64).reshape(-1, 2)
        found += _shared_in(rows, keys[order], rows.weight[order], columns, chunk)
    return found


def _shared_in(rows: Rows, keys: Ints, weights: Ints, columns: int, pairs: Ints) -> list[list[int]]:
    starts = rows.starts
    begin, length = starts[pairs[:, 0]], starts[pairs[:, 0] + 1] - starts[pairs[:, 0]]
    pair = np.repeat(np.arange(len(pairs)), length)
    at = np.repeat(begin - np.concatenate([[0], np.cumsum(length)[:-1]]), length) + np.arange(
        int(length.sum())
    )
    wanted = pairs[pair, 1] * columns + rows.column[at]
    place = np.minimum(np.searchsorted(keys, wanted), max(len(keys) - 1, 0))
    hit = keys[place] == wanted if len(keys) else np.zeros(len(wanted), dtype=bool)
    shared = Rows.ordered(
        pair[hit], rows.column[at][hit], rows.weight[at][hit] * weights[place][hit], len(pairs)
    ).heaviest(_READ)
    cuts = shared.starts
    column = shared.column.tolist()
    return [column[cuts[number] : cuts[number + 1]] for number in range(len(pairs))]


def surfaces(paper: Features, ids: NDArray[np.uint64], columns: Sequence[Sequence[int]]) -> list[list[str]]:
    """What features look like in a paper that has them, list by list; authors begin with '@'.

    columns: the features' places among `ids`.
    """
    wanted = ids[[column for each in columns for column in each]]
    every = paper.shown.split(SEPARATOR)
    shown = iter([every[place] for place in np.searchsorted(paper.ids, wanted).tolist()])
    return [list(islice(shown, len(each))) for each in columns]


def reason(shown: Sequence[str], entry: Entry, other: Entry) -> str:
    """What two papers have in common, in words: terms, authors, topics. shown: the features both have."""
    authors = [surface[1:] for surface in shown if surface[0] == "@"]
    terms = _terms([surface for surface in shown if surface[0] != "@"] if authors else shown)
    said = [f"shared terms: {', '.join(terms)}"] if terms else []
    if authors:
        said.append(
            f"shared {'author' if len(authors) == 1 else 'authors'}: {', '.join(authors[:MOST_AUTHORS])}"
        )
    if any(mine.topic == theirs.topic for mine in entry.topics for theirs in other.topics):
        said.append("same topic")
    return "; ".join(said) or "near it in this list"


def _terms(shown: Iterable[str]) -> list[str]:
    """The first three that say something new."""
    said: list[str] = []
    for surface in shown:
        if not any(surface in term or term in surface for term in said):
            said.append(surface)
            if len(said) == MOST_TERMS:
                break
    return said
