"""Up to six suggestions a paper, without weak ones; every paper is suggested by at least one other."""

from __future__ import annotations

from itertools import chain

import numpy as np

from generator.related.sparse import Rows

MOST = 6
# A paper keeps so many even where they are weak.
FEWEST = 3
# Of all suggestions of a list this share, the weakest, is left out.
WEAK = 0.2

Suggestions = list[tuple[int, int]]  # of one paper: (weight, number of the other), best first


def everyone_suggested(near: Rows) -> Rows:
    """The first six of each paper's neighbours without the weakest of the list; where nobody suggests a
    paper, the one it is nearest to does, if need be in place of its last suggestion that others make too.

    near, and what is returned: column: the number of the other paper, weight: how near it is.
    """
    strong = _strong(near.heaviest(MOST))
    count = np.bincount(strong.column, minlength=strong.count).tolist()
    lonely = [paper for paper in range(near.count) if not count[paper]] if near.count > 1 else []
    changed: dict[int, Suggestions] = {}
    for paper in lonely:
        _suggest(paper, _row(near, paper), strong, changed, count)
    return _with(strong, changed)


def _strong(chosen: Rows) -> Rows:
    """The suggestions without the weakest fifth, at least three a paper."""
    weights = np.sort(chosen.weight)
    least = int(weights[int(WEAK * len(weights))]) if len(weights) else 0
    return chosen.where((chosen.ranks < FEWEST) | (chosen.weight >= least))


def _row(rows: Rows, paper: int) -> Suggestions:
    first, last = np.searchsorted(rows.row, [paper, paper + 1]).tolist()
    return list(zip(rows.weight[first:last].tolist(), rows.column[first:last].tolist(), strict=True))


def _suggest(
    paper: int, ranking: Suggestions, strong: Rows, changed: dict[int, Suggestions], count: list[int]
) -> None:
    """Has another paper suggest `paper`: the nearest one that can spare a suggestion.

    changed: the papers that suggest otherwise than in `strong`; count: how many suggest each paper.
    """
    rest = ((0, other) for other in range(strong.count) if other != paper)
    for weight, other in chain(ranking, rest):
        suggestions = changed[other] if other in changed else _row(strong, other)
        place = next((n for n in range(len(suggestions) - 1, -1, -1) if count[suggestions[n][1]] > 1), None)
        if len(suggestions) < MOST:
            suggestions.append((weight, paper))
        elif place is None:
            continue
        else:
            count[suggestions[place][1]] -= 1
            suggestions[place] = (weight, paper)
        changed[other] = suggestions
        count[paper] += 1
        return


def _with(strong: Rows, changed: dict[int, Suggestions]) -> Rows:
    """`strong` with the suggestions of some papers changed."""
    kept = strong.where(~np.isin(strong.row, list(changed)))
    new = [(paper, weight, other) for paper, found in changed.items() for weight, other in found]
    row, weight, column = np.array(new, dtype=np.int64).reshape(-1, 3).T
    return Rows.ordered(
        np.concatenate([kept.row, row]),
        np.concatenate([kept.column, column]),
        np.concatenate([kept.weight, weight]),
        strong.count,
    )
