"""Further paragraphs of an abstract with a label, where titles have labels too: they begin no paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.sources.pasted.unit import BLANKS, WRAPPED, Unit
from generator.sources.pasted.words import word_count

_LEAST, _MOST = 15, 400  # words of a paragraph, and of an abstract
_WHOLE = 90  # words that may be all of an abstract
_SUBJECT = re.compile(r"[^\W\d_]{7,}")  # words that say what a text is about, mostly
_SHARED = 2  # of them that a paragraph has in common with those above
_MOST_PARAGRAPHS = 4  # of an abstract; more of them are abstracts of their own
_OF_OTHERS = ("I", "D", "C", "M")  # kinds that say by standing below a paragraph that it is a paper's own


def further_paragraphs(units: Sequence[Unit]) -> set[int]:
    """The indexes of paragraphs that rather go on with the abstract above them."""
    titles = sum(unit.label == "title" for unit in units)
    runs = (_below(units, n) for n, unit in enumerate(units) if unit.label == "abstract" and titles)
    return {n for run in runs if titles > 1 or _are_of_one(units, run) for n in run}


def _are_of_one(units: Sequence[Unit], run: Sequence[int]) -> bool:
    """Whether paragraphs, by their lengths and their words, belong to the abstract above the first one."""
    if not run:
        return False
    texts = [unit.text.lower() for unit in units[run[0] - 1 : run[-1] + 1]]
    said: set[str] = set()
    for n, words in enumerate(set(_SUBJECT.findall(text)) for text in texts):
        if n and len(said & words) < _SHARED:
            return False
        said |= words
    return sum(word_count(text) >= _WHOLE for text in texts) < 2


def _below(units: Sequence[Unit], n: int) -> Sequence[int]:
    """The indexes of the paragraphs below the abstract at `n`, if no more than abstracts have."""
    run = [*takewhile(lambda m: _may_go_on(units[m]), range(n + 1, len(units)))]
    end = run[-1] + 1 if run else n
    told = end < len(units) and (units[end].kind in _OF_OTHERS and not units[end].label)
    apart = [m for m in run if units[m].gap != WRAPPED]
    words = sum(word_count(units[m].text) for m in (n, *run))
    return () if told or len(apart) >= _MOST_PARAGRAPHS or words > _MOST else apart


def _may_go_on(unit: Unit) -> bool:
    """Whether a unit is a paragraph without a label, no further away than paragraphs are."""
    if unit.kind or unit.label or unit.level or unit.bold or unit.number is not None:
        return False
    return unit.gap == WRAPPED or (unit.gap < BLANKS and word_count(unit.text) >= _LEAST)
