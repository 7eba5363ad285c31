"""What it costs under a habit that the record under way ends, on each of the ways through a text."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from generator.sources.pasted.papers.habits import EVEN, Habit
from generator.sources.pasted.papers.layouts import ending, parts_of
from generator.sources.pasted.papers.learned import Learned, entropy


class Node(NamedTuple):
    """The best way to a unit that ends in one layout. words, paragraphs: of the abstract so far; size: in
    units; named: what identifies the record so far, by service; above: the parts of the record before."""

    score: float
    before: Node | None
    kind: str
    starts: bool
    words: int
    paragraphs: int
    size: int
    named: tuple[str, str] | None
    above: str


NO_NODE = Node(0.0, None, "", False, 0, 0, 0, None, "")


class Closing:
    """What it costs under a habit that a record ends, by its layout and the parts of the record before."""

    def __init__(self, habit: Habit, learned: Learned | None) -> None:
        self.habit = habit
        self._learned = learned
        self._known: dict[str, tuple[float, str]] = {"": (0.0, "")}
        rate = EVEN if learned is None else learned.again if learned else habit.again
        # 0 on average, so that neither many records are preferred nor few
        self._again, self._other = (math.log(share) + entropy(rate) for share in (rate, 1 - rate))

    def best(self, beam: Mapping[str, Node]) -> tuple[float, Node, str]:
        """The best of the ways if the record under way ends here, with its score and the record's parts."""
        best, found, ended = -math.inf, NO_NODE, ""
        known, again, other = self._known, self._again, self._other
        for layout, node in beam.items():
            cost, parts = known[layout] if layout in known else self._end(layout)
            score = node.score + cost
            if above := node.above:
                score += again if parts == above else other
            if score > best:
                best, found, ended = score, node, parts
        return best, found, ended

    def _end(self, layout: str) -> tuple[float, str]:
        """What it costs that a record ends in this layout, and its parts."""
        learned = self._learned
        cost = 0.0
        if learned is not None:
            cost = learned.cost(layout) + self.habit.end(layout, ending(layout, bool(learned)))
        self._known[layout] = cost, parts_of(layout)
        return self._known[layout]
