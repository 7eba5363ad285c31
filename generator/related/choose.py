"""Up to six suggestions a paper, without weak ones; every paper is suggested by at least one other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

MOST = 6
# A paper keeps so many even where they are weak.
FEWEST = 3
# Of all suggestions of a list this share, the weakest, is left out.
WEAK = 0.2

Suggestions = list[list[tuple[float, int]]]  # for each paper (score, number of the other), best first


def everyone_suggested(ranked: Sequence[Sequence[tuple[float, int]]]) -> Suggestions:
    """The first six of each ranking without the weakest of the list; where nobody suggests a paper, the one
    it is nearest to does, if need be in place of its last suggestion that others make too.

    ranked: for each paper (score, number of the other), best first, itself left out.
    """
    chosen = _strong([list(ranking[:MOST]) for ranking in ranked])
    count = [0] * len(chosen)
    for suggestions in chosen:
        for _, other in suggestions:
            count[other] += 1
    for paper in range(len(chosen)):
        if not count[paper] and len(chosen) > 1:
            _suggest(paper, ranked[paper], chosen, count)
    return chosen


def _strong(chosen: Suggestions) -> Suggestions:
    """The suggestions without the weakest fifth, at least three a paper."""
    scores = sorted(score for suggestions in chosen for score, _ in suggestions)
    least = scores[int(WEAK * len(scores))] if scores else 0.0
    return [
        [
            suggestion
            for place, suggestion in enumerate(suggestions)
            if place < FEWEST or suggestion[0] >= least
        ]
        for suggestions in chosen
    ]


def _suggest(paper: int, ranking: Sequence[tuple[float, int]], chosen: Suggestions, count: list[int]) -> None:
    """Has another paper suggest `paper`: the nearest one that can spare a suggestion."""
    rest = ((0.0, other) for other in range(len(chosen)) if other != paper)
    for score, other in chain(ranking, rest):
        suggestions = chosen[other]
        place = next((n for n in range(len(suggestions) - 1, -1, -1) if count[suggestions[n][1]] > 1), None)
        if len(suggestions) < MOST:
            suggestions.append((score, paper))
        elif place is None:
            continue
        else:
            count[suggestions[place][1]] -= 1
            suggestions[place] = (score, paper)
        suggestions.sort(key=lambda suggestion: (-suggestion[0], suggestion[1]))
        count[paper] += 1
        return
