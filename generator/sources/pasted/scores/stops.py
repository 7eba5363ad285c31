"""Titles that end with a full stop, as PubMed and many journals write them: a habit of the whole text.

Elsewhere a line that ends so is rather a sentence of an abstract.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.scores.kinds import may_open_abstract, says, sentence_breaks
from generator.sources.pasted.scores.remarks import speaks
from generator.sources.pasted.unit import NEXT_LINE, WRAPPED, Unit

_LONGEST, _LONG = 330, 350
_HABIT = 2  # titles, but one on top of a text
_LOWER = re.compile(r"(?:^|\s)[a-z]")
_SAYS = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|was|were|pages?|figures?)\b|://")

_STATES = re.compile(r"\b(?:is|are|has|have|had|been|can|may|will|that|which)\b")


def titles_with_stops(units: Sequence[Unit]) -> set[int]:
    """The indexes of units that may be titles but for their stops, where that is the habit."""
    long = any(len(unit.text) > _LONG for unit in units)
    titles = [n for n in range(len(units)) if _may_be_title(units, n, 5 if long else 2)]
    stopped = {n for n in titles if units[n].text.endswith(".")}
    if not stopped:
        return stopped
    full = {n for n in stopped if n + 1 < len(units) and units[n + 1].gap == WRAPPED}
    near = [n for n in titles if n not in full and (not long or _by_long(units, n))]
    ending = [n for n in near if n in stopped]
    if 2 * sum(says(units[n].text) for n in ending) > len(ending):
        ending = []
    on_top = long and 0 in stopped and not speaks(units[0].text)
    if len(ending) < (1 if on_top and near[:1] == [0] else _HABIT) or 2 * len(ending) <= len(near):
        stopped &= {0} if on_top and not near and not _STATES.search(units[0].text) else set()
    elif _stand_on_abstracts(units, ending):
        stopped -= {n for n in full if units[n].gap == NEXT_LINE or not _by_long(units, n)}
    else:
        stopped -= full
    return stopped


def _stand_on_abstracts(units: Sequence[Unit], titles: Sequence[int]) -> bool:
    """Whether most titles are right above what follows, so that a full line on top of lines may be one."""
    return 2 * sum(units[n + 1].gap == NEXT_LINE for n in titles if n + 1 < len(units)) > len(titles)


def _may_be_title(units: Sequence[Unit], n: int, least: int) -> bool:
    """Whether a unit is one sentence without the words that only running text has."""
    unit, text = units[n], units[n].text
    if unit.kind or unit.gap == WRAPPED or len(text) > _LONGEST or text.count(" ") < least - 1:
        return False
    names = text.count(",") > 1 and len(_LOWER.findall(text)) < 2
    return not (
        names or _SAYS.search(text) or may_open_abstract(text) or unit.section or sentence_breaks(text[:-1])
    )


def _by_long(units: Sequence[Unit], n: int) -> bool:
    """Whether a paragraph as long as abstracts are stands among the next units, or right before."""
    after = any(len(unit.text) > _LONG for unit in units[n + 1 : n + 6])
    return after or (n > 0 and len(units[n - 1].text) > _LONG)
