"""Further paragraphs of an abstract, which begin no paper: below a label where titles have labels too, or in
a text that has one title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.sources.pasted.scores.kinds import Scores, likeliest
from generator.sources.pasted.unit import BLANKS, WRAPPED, Unit
from generator.sources.signs.words import word_count

_LEAST, _MOST = 15, 500  # words of a paragraph, and of an abstract
_SUBJECT = re.compile(r"[^\W\d_]{7,}")  # words that say what a text is about, mostly
# Words that paragraphs have on average, and how many of those about the subject each one shares with what is
# above it: the longer they are, the rather they are whole abstracts.
_SHARED = ((100, 1), (130, 4), (260, 8))
_MOST_PARAGRAPHS = 4  # of an abstract; more of them are abstracts of their own
_OF_OTHERS = ("I", "D", "C", "M")  # kinds that say by standing below a paragraph that it is a paper's own
_BELOW_ALL = ("I", "D", "C", "M", "K", "V")  # what may stand below the abstract of the only paper


def further_paragraphs(units: Sequence[Unit], scores: Sequence[Scores]) -> set[int]:
    """The indexes of paragraphs that rather go on with the abstract above them."""
    titles = sum(unit.label == "title" for unit in units)
    if not titles:
        return set(_below_only_title(units, scores))
    runs = [_below(units, n) for n, unit in enumerate(units) if unit.label == "abstract"]
    sure = titles > 1 or (len(runs) == 1 and _are_of_one(units, runs[0]))
    return {n for run in runs for n in run} if sure else set()


def _below_only_title(units: Sequence[Unit], scores: Sequence[Scores]) -> Sequence[int]:
    """The indexes of the further paragraphs of the abstract below the title of a text that has no other."""
    likely = [unit.kind or likeliest(possible) for unit, possible in zip(units, scores, strict=True)]
    first = next((n for n, kind in enumerate(likely) if kind == "P"), 0)
    run = _run(units, first) if "T" in likely[:first] else ()
    end = run[-1] + 1 if run else 0
    only = run and all(kind == "P" for kind in likely[first:end]) and set(likely[end:]) <= set(_BELOW_ALL)
    return run if only and _are_of_one(units, run) else ()


def _are_of_one(units: Sequence[Unit], run: Sequence[int]) -> bool:
    """Whether paragraphs, by their lengths and their words, belong to the abstract above the first one."""
    if not run:
        return False
    texts = [unit.text for unit in units[run[0] - 1 : run[-1] + 1]]
    average = sum(map(word_count, texts)) / (len(run) + 1)
    least = next((shared for most, shared in _SHARED if average < most), 0)
    said = set(_SUBJECT.findall(" ".join(unit.text for unit in units[: run[0]]).lower()))
    for n in run:
        words = set(_SUBJECT.findall(units[n].text.lower()))
        if len(said & words) < least:
            return False
        said |= words
    return least > 0


def _below(units: Sequence[Unit], n: int) -> Sequence[int]:
    """The indexes of the paragraphs below the abstract at `n`, if no more than abstracts have and none says
    that it is a paper's own."""
    run = _run(units, n)
    below = units[run[-1] + 1 : run[-1] + 2] if run else ()
    return () if any(unit.kind in _OF_OTHERS and not unit.label for unit in below) else run


def _run(units: Sequence[Unit], n: int) -> Sequence[int]:
    """The indexes of the paragraphs below the one at `n`, if no more than abstracts have."""
    run = [*takewhile(lambda m: _may_go_on(units[m]), range(n + 1, len(units)))]
    apart = [m for m in run if units[m].gap != WRAPPED]
    words = sum(word_count(units[m].text) for m in (n, *run))
    return () if len(apart) >= _MOST_PARAGRAPHS or words > _MOST else apart


def _may_go_on(unit: Unit) -> bool:
    """Whether a unit is a paragraph without a label, no further away than paragraphs are."""
    if unit.kind or unit.label or unit.level or unit.bold or unit.number is not None:
        return False
    return unit.gap == WRAPPED or (unit.gap < BLANKS and word_count(unit.text) >= _LEAST)
