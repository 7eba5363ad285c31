"""Titles that end with a full stop, as PubMed and many journals write them: a habit of the whole text.

Elsewhere a line that ends so is rather a sentence of an abstract.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.kinds import may_open_abstract, sentence_breaks
from generator.sources.pasted.remarks import speaks
from generator.sources.pasted.unit import WRAPPED, Unit

_LONGEST, _LONG = 330, 350
_HABIT = 2  # titles, but one on top of a text
_LOWER = re.compile(r"(?:^|\s)[a-z]")
_SAYS = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|was|were|pages?|figures?)\b|://")


def scored_as(units: Sequence[Unit]) -> Sequence[Unit]:
    """The units as they are to be judged: titles without their stops, where that is the habit."""
    long = any(len(unit.text) > _LONG for unit in units)
    titles = [_may_be_title(units, n, 5 if long else 2) for n in range(len(units))]
    stopped = [title and unit.text.endswith(".") for title, unit in zip(titles, units, strict=True)]
    if not any(stopped):
        return units
    near = [n for n, title in enumerate(titles) if title and (not long or _by_long(units, n))]
    ending = sum(stopped[n] for n in near)
    least = 1 if long and near[:1] == [0] and not speaks(units[0].text) else _HABIT
    if ending < least or ending <= len(near) - ending:
        return units
    return [
        unit._replace(text=unit.text[:-1]) if stops else unit
        for unit, stops in zip(units, stopped, strict=True)
    ]


def _may_be_title(units: Sequence[Unit], n: int, least: int) -> bool:
    """Whether a unit is one sentence without the words that only running text has."""
    unit, text = units[n], units[n].text
    if unit.kind or unit.gap == WRAPPED or len(text) > _LONGEST or text.count(" ") < least - 1:
        return False
    if n + 1 < len(units) and units[n + 1].gap == WRAPPED:
        return False
    names = len(_LOWER.findall(text)) < 2 and text.count(",") > 1
    return not (
        names or _SAYS.search(text) or may_open_abstract(text) or unit.section or sentence_breaks(text[:-1])
    )


def _by_long(units: Sequence[Unit], n: int) -> bool:
    """Whether a paragraph as long as abstracts are stands among the next units, or right before."""
    after = any(len(unit.text) > _LONG for unit in units[n + 1 : n + 6])
    return after or (n > 0 and len(units[n - 1].text) > _LONG)
