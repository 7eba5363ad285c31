"""The search for the best reading of a text: a kind for each unit, and where records start.

It is a beam search over the layouts of the record under way (`'2T1A1P'`: gap and kind, in order).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from generator.sources.pasted.habits import EVEN, HABITS, Habit
from generator.sources.pasted.kinds import Scores
from generator.sources.pasted.layouts import ending, parts_of, starting, step, steps_with
from generator.sources.pasted.learned import Learned, entropy
from generator.sources.pasted.unit import NEXT_LINE, RULED, WRAPPED, Unit

_BEAM = 10  # ways that are all kept
_OF_ONE_START, _MOST_WAYS = 6, 20  # kept of more than that, by where the record under way starts
_HOPELESS = 20.0  # so much behind the best way: less than a record costs that stands in two odd places
MOST = 40  # units of one record
_TWO = 14.0  # what speaks against two identifiers of one service in a record


class Read(NamedTuple):
    """A unit as it was read. kind: its letter; starts: whether a record starts with it."""

    unit: Unit
    kind: str
    starts: bool


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


# As quick as a plain tuple, since most of a search is the making of nodes.
_Parts = tuple[float, Node, str, bool, int, int, int, tuple[str, str] | None, str]
_node: Callable[[_Parts], Node] = partial(tuple.__new__, Node)


class _Closing:
    """What it costs under a habit that a record ends, by its layout and the parts of the record before."""

    def __init__(self, habit: Habit, learned: Learned | None) -> None:
        self.habit = habit
        self._learned = learned
        self._known: dict[str, tuple[float, str]] = {"": (0.0, "")}
        rate = EVEN if learned is None else learned.again if learned else habit.again
        # 0 on average, so that neither many records are preferred nor few
        self._again, self._other = (math.log(share) + entropy(rate) for share in (rate, 1 - rate))

    def best(self, beam: dict[str, Node]) -> tuple[float, Node, str]:
        """The best of the ways if the record under way ends here, with its score and the record's parts."""
        best, found, ended = -math.inf, _NO_NODE, ""
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


class Item(NamedTuple):
    """A unit with all that the search needs to know of it. against: what speaks against its going on with a
    record; begins: what does against its being the first of one, as a paragraph; named: the service and what
    it calls a paper, of an identifier."""

    unit: Unit
    scores: Scores
    words: int
    section: str
    against: float
    begins: float
    named: tuple[str, str] | None


_NO_NODE = Node(0.0, None, "", False, 0, 0, 0, None, "")
_NOT_CLOSING = _Closing(HABITS[-1], None)


def search(items: Sequence[Item], habits: Sequence[Habit], learned: Learned, to_end: bool = True) -> Node:
    """The end of the best reading; with `to_end` its score counts how the last record ends."""
    known = bool(learned)
    beam: dict[str, Node] = {"": _NO_NODE}
    closing = _Closing(habits[0], learned)
    for item, habit in zip(items, habits, strict=True):
        fresh: dict[str, Node] = {}
        if habit is not closing.habit:
            closing = _Closing(habit, learned)
        end, before, above = closing.best(beam)
        least = -math.inf
        for kind, score in item.scores.items():
            if kind == "X":
                _pass_over(fresh, beam, score)
                continue
            start = end + score + starting(item.unit, kind, known) + habit.start(item.unit, kind)
            node = _started(before, above, item, kind, start)
            least = max(least, node.score - _HOPELESS)
            _keep(fresh, step(item.unit.gap, kind), node)
            if item.unit.gap != RULED:
                _go_on(fresh, beam, item, kind, score, known, least)
        beam = _pruned(fresh)
    score, node, _ = closing.best(beam) if to_end else _NOT_CLOSING.best(beam)
    return node._replace(score=score)


def _pruned(fresh: dict[str, Node]) -> dict[str, Node]:
    """Without the ways that can hardly win any more. Of those that take a record to have started in one place
    few are kept, since as many as the readings of its units would leave no room for other places."""
    if len(fresh) < 3:
        return fresh
    least = max([node.score for node in fresh.values()]) - _HOPELESS
    near = [way for way in fresh.items() if way[1].score >= least]
    if len(near) <= _BEAM:
        return dict(near)
    near.sort(key=_score_of_way, reverse=True)
    kept = [0] * (MOST + 2)
    beam: dict[str, Node] = {}
    for layout, node in near:
        size = node.size
        if kept[size] < _OF_ONE_START:
            kept[size] += 1
            beam[layout] = node
            if len(beam) == _MOST_WAYS:
                break
    return beam


def _score_of_way(way: tuple[str, Node]) -> float:
    return way[1].score


def _pass_over(fresh: dict[str, Node], beam: dict[str, Node], score: float) -> None:
    """Reads a unit as chrome: the record under way stays as it is."""
    for layout, node in beam.items():
        _keep(fresh, layout, node._replace(score=node.score + score, before=node, kind="X", starts=False))


def _started(before: Node, above: str, item: Item, kind: str, score: float) -> Node:
    """A record that starts with a unit. above: the parts of the record before."""
    if kind == "P":
        return _node((score + item.begins, before, kind, True, item.words, 1, 1, None, above))
    return _node((score, before, kind, True, 0, 0, 1, item.named, above))


def _keep(fresh: dict[str, Node], layout: str, node: Node) -> None:
    known = fresh.get(layout)
    if known is None or known.score < node.score:
        fresh[layout] = node


def _go_on(
    fresh: dict[str, Node],
    beam: dict[str, Node],
    item: Item,
    kind: str,
    score: float,
    learned: bool,
    least: float,
) -> None:
    """Reads a unit as a further part of each record under way. least: what a way needs not to be hopeless, as
    far as it is known."""
    gap = item.unit.gap
    once = kind in "PTAK" and item.unit.label != ""
    score += item.against
    named = item.named
    steps = steps_with(gap, kind, learned)
    later = kind == "P" and item.section == "later"
    for layout, node in beam.items():
        further = steps[layout]
        if further is None or node.size > MOST or (once and kind in layout):
            continue
        grown, cost = further
        total = node.score + score + cost
        if total < least and not later:  # further paragraphs make it less
            continue
        words, paragraphs = node.words, node.paragraphs
        if kind == "P":
            if paragraphs:
                total += _paragraph(layout, node, item) * (0.5 if learned else 1.0)
                total -= _TWO_WHOLE if _are_whole(node, item) else 0.0
            words, paragraphs = words + item.words, paragraphs + 1
        if named and node.named and named[0] == node.named[0] and named != node.named:
            total -= _TWO
        if total < least:
            continue
        known = fresh.get(grown)
        if known is None or known.score < total:
            size, name = node.size + 1, node.named or named
            fresh[grown] = _node((total, node, kind, False, words, paragraphs, size, name, node.above))


def _paragraph(layout: str, node: Node, item: Item) -> float:
    """For a further paragraph of an abstract: how far it is from usual."""
    if item.section == "later":
        return 4.0
    if item.unit.gap == WRAPPED:
        return 0.0
    cost = -1.0 * (node.paragraphs - 1) - (_FIRST_SECTION if item.section == "first" else 0.0)
    words, least = node.words + item.words, min(node.words, item.words)
    cost -= next(much for most, much in _LENGTHS if words < most)
    if least > _WHOLE:
        cost -= 1.5
    if "T" not in layout and least > 60:
        cost -= 0.7 if least <= _WHOLE or item.unit.gap != NEXT_LINE else 6.0
    return cost


# How many words abstracts have at most, and what more costs; so many may be the whole of one, or two of them.
_LENGTHS = ((300, 0.0), (400, 1.5), (550, 4.0), (700, 6.0), (math.inf, 10.0))
_WHOLE, _WHOLES = 90, 250
_FIRST_SECTION = 4.0  # what speaks against a paragraph above the section that begins an abstract
_TWO_WHOLE = 4.0  # what speaks against a second whole abstract in a record


def _are_whole(node: Node, item: Item) -> bool:
    """Whether an abstract so far and a further paragraph may well be the abstracts of two papers."""
    if item.section == "later" or item.unit.gap == WRAPPED:
        return False
    return min(node.words, item.words) > _WHOLE and node.words + item.words > _WHOLES


def reading(items: Sequence[Item], node: Node | None) -> list[Read]:
    """Each unit as it was read on the way that ends in `node`."""
    read = []
    for item in reversed(items):
        assert node is not None
        read.append(Read(item.unit, node.kind, node.starts))
        node = node.before
    return read[::-1]


def layouts_of(read: Iterable[Read]) -> list[str]:
    """The layout of each record of a reading."""
    found: list[str] = []
    for item in read:
        if item.kind == "X":
            continue
        if item.starts or not found:
            found.append(step(item.unit.gap, item.kind))
        elif item.kind == "P" and found[-1][-1] in "Pp":
            if found[-1][-1] == "P" and item.unit.gap != WRAPPED:
                found[-1] += item.unit.gap + "p"
        elif not (
            found[-1][-1] == item.kind
            and (item.kind in "PTA" or (item.unit.gap == WRAPPED and item.kind in "CVK"))
        ):
            found[-1] += step(item.unit.gap, item.kind)
    return found
