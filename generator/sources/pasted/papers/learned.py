"""What a text's records say of its others: the layouts that they have, and how often these come again."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from generator.sources.pasted.papers.habits import EVEN
from generator.sources.pasted.papers.layouts import parts_of
from generator.sources.pasted.unit import BLANK, BLANKS, FIRST, NEXT_LINE, RULED


def entropy(rate: float) -> float:
    """How little is known of a record by the one before, where so many have the same parts."""
    return -rate * math.log(rate) - (1 - rate) * math.log(1 - rate)


class Learned:
    """What the layouts of a text's records, in its order, say of others: how likely each layout is, and each
    kind in a record; again: how often a record has the parts of the one before; usual: the parts that most
    have.

    Comments and venues count as one kind, since they stand in the same place.
    """

    def __init__(self, layouts: Sequence[str] = ()) -> None:
        self._layouts = Counter(layout.replace("V", "C") for layout in layouts)
        self._total = len(layouts)
        parts = [parts_of(layout) for layout in layouts]
        self.usual = next((usual for usual, _ in Counter(parts).most_common(1)), "")
        self.again = max((sum(map(str.__eq__, parts, parts[1:])) + 1) / (len(parts) + 2), EVEN)
        rates = [(kind, self._rate(kind)) for kind in "TPAICp"]
        self._without = sum(math.log(1.0 - rate) for _, rate in rates)
        self._with = {kind: math.log(rate) - math.log(1.0 - rate) for kind, rate in rates}
        self._costs: dict[str, float] = {}

    def __bool__(self) -> bool:
        return self._total > 0

    def _rate(self, kind: str) -> float:
        """How many records have a kind, softened."""
        having = sum(count for layout, count in self._layouts.items() if kind in layout)
        return (having + 0.5) / (self._total + 1.0)

    def cost(self, layout: str) -> float:
        """The logarithm of how likely a record of this layout is in this text, softened; 0 where nothing is
        known."""
        if layout not in self._costs:
            self._costs[layout] = self._likelihood(layout) if self._total else 0.0
        return self._costs[layout]

    def _likelihood(self, layout: str) -> float:
        if layout[0] == FIRST:
            return max(self.cost(gap + layout[1:]) for gap in (NEXT_LINE, BLANK, BLANKS, RULED))
        layout = layout.replace("V", "C")
        whole = max(math.log((self._layouts[layout] + 0.3) / (self._total + 2.0)), -4.0)
        parts = self._without + sum(more for kind, more in self._with.items() if kind in layout)
        return whole + max(0.7 * parts, -6.0)

    @property
    def told(self) -> float:
        """What each record tells of the next one: 0 where half of them have other parts, at most log 2."""
        return entropy(EVEN) - entropy(self.again)


@lru_cache(maxsize=32)
def learned_from(layouts: tuple[str, ...]) -> Learned:
    """What these layouts say; most habits find the same ones in a text, so that it is found out once."""
    return Learned(layouts)


NOTHING = Learned()
