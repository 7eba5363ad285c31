"""The search for the best reading of a text: a kind for each unit, and where records start.

It is a beam search over the layouts of the record under way (`'2T1A1P'`: gap and kind, in order).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from generator.sources.pasted.papers.closing import NO_NODE, Closing, Node
from generator.sources.pasted.papers.habits import HABITS, Habit
from generator.sources.pasted.papers.layouts import starting, step, steps_with
from generator.sources.pasted.papers.learned import Learned
from generator.sources.pasted.scores.kinds import Scores
from generator.sources.pasted.unit import NEXT_LINE, RULED, WRAPPED, Unit

_BEAM = 10  # ways that are all kept
_OF_ONE_START, _MOST_WAYS = 6, 20  # kept of more than that, by where the record under way starts
_FAR = 20.0  # so much behind the best way is hopeless: less than a record costs that stands in two odd places
_REGULAR, _FAR_WHERE_REGULAR = 0.9, 10.0  # the same where so many records have the parts of the one before
_STRETCH = 60  # units
MOST = 40  # units of one record
_TWO = 14.0  # what speaks against two identifiers of one service in a record


class Read(NamedTuple):
    """A unit as it was read. kind: its letter; starts: whether a record starts with it."""

    unit: Unit
    kind: str
    starts: bool


# As quick as a plain tuple, since most of a search is the making of nodes.
_Parts = tuple[float, Node, str, bool, int, int, int, tuple[str, str] | None, str]
_node: Callable[[_Parts], Node] = partial(tuple.__new__, Node)


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


_NOT_CLOSING = Closing(HABITS[-1], None)


class _Search:
    """The ways through a text, unit by unit. far: how far behind the best way one may be."""

    def __init__(self, items: Sequence[Item], habits: Sequence[Habit], learned: Learned) -> None:
        self._items, self._habits, self._learned = items, habits, learned
        self.closing = Closing(habits[0], learned)

    def advanced(self, beam: dict[str, Node], first: int, last: int, far: float) -> dict[str, Node]:
        """The ways up to the unit `last`, from those up to `first`."""
        known = bool(self._learned)
        for item, habit in zip(self._items[first:last], self._habits[first:last], strict=True):
            fresh: dict[str, Node] = {}
            if habit is not self.closing.habit:
                self.closing = Closing(habit, self._learned)
            end, before, above = self.closing.best(beam)
            least = -math.inf
            for kind, score in item.scores.items():
                if kind == "X":
                    _pass_over(fresh, beam, score)
                    continue
                start = end + score + starting(item.unit, kind, known) + habit.start(item.unit, kind)
                node = _started(before, above, item, kind, start)
                least = max(least, node.score - far)
                _keep(fresh, step(item.unit.gap, kind), node)
                if item.unit.gap != RULED:
                    _go_on(fresh, beam, item, kind, score, known, least)
            beam = _pruned(fresh, far)
        return beam


def search(items: Sequence[Item], habits: Sequence[Habit], learned: Learned, to_end: bool = True) -> Node:
    """The end of the best reading; with `to_end` its score counts how the last record ends.

    Where records are mostly alike, few ways are kept up to one that is unlike the others; from the stretch
    before that on, all are then.
    """
    ways = _Search(items, habits, learned)
    beam: dict[str, Node] = {"": NO_NODE}
    narrow = regular = learned.again >= _REGULAR
    before = beam
    for first in range(0, len(items), _STRETCH):
        last = min(first + _STRETCH, len(items))
        ended = ways.advanced(beam, first, last, _FAR_WHERE_REGULAR if narrow else _FAR)
        alike = regular and _are_alike(ended, last - first, learned.usual)
        if narrow and not alike:
            beam = ways.advanced(before, max(first - _STRETCH, 0), first, _FAR)
            ended = ways.advanced(beam, first, last, _FAR)
        before, beam, narrow = beam, ended, alike
    score, node, _ = (ways.closing if to_end else _NOT_CLOSING).best(beam)
    return node._replace(score=score)


def _are_alike(beam: Mapping[str, Node], count: int, usual: str) -> bool:
    """Whether the records that end within so many units on the best way all have the usual parts."""
    node: Node | None = max(beam.values(), key=_score)
    for _ in range(count):
        assert node is not None
        if node.starts and node.above != usual and node.before is not NO_NODE:
            return False
        node = node.before
    return True


def _score(node: Node) -> float:
    return node.score


def _pruned(fresh: dict[str, Node], far: float) -> dict[str, Node]:
    """Without the ways that can hardly win any more. Of those that take a record to have started in one place
    few are kept, since as many as the readings of its units would leave no room for other places."""
    if len(fresh) < 3:
        return fresh
    least = max(map(_score, fresh.values())) - far
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
