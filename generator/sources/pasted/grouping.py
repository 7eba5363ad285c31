"""Which units make a paper: the best reading of the whole text, by what each unit looks like and by its own
pattern.

A reading gives each unit a kind and says where records start. It is found with a beam search over the
layouts of the record under way (`'2T1A1P'`: gap and kind, in order). Several habits of laying out records
are tried on samples of the text (`habits`); where one reads best, it is kept for that part of the text, and
so are the layouts it found often.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from generator.sources.pasted.habits import HABITS, Habit
from generator.sources.pasted.kinds import Scores, word_count
from generator.sources.pasted.layouts import ending, starting, step, steps_with
from generator.sources.pasted.sections import section_of
from generator.sources.pasted.units import BLANK, BLANKS, FIRST, NEXT_LINE, RULED, WRAPPED, Unit

_BEAM = 10
_HOPELESS = 13.0  # so much behind the best way
_MOST = 40  # units of one record
_WINDOW = 250  # units of a sample
_WINDOWS = 4  # samples of a text at most
_HOPELESS_HABIT = 150.0  # so much behind the best habit at first sight
_CLEARLY = 12.0  # by how much another habit has to read better than the one before
_WHOLE = 10.0  # what speaks for a habit under which a text starts with a record like many


class Read(NamedTuple):
    """A unit as it was read. kind: its letter; starts: whether a record starts with it."""

    unit: Unit
    kind: str
    starts: bool


class _Node(NamedTuple):
    """The best way to a unit that ends in one layout. words, paragraphs: of the abstract so far; size: in
    units."""

    score: float
    before: _Node | None
    kind: str
    starts: bool
    words: int
    paragraphs: int
    size: int


# As quick as a plain tuple, since most of a search is the making of nodes.
_node: Callable[[tuple[float, _Node, str, bool, int, int, int]], _Node] = partial(tuple.__new__, _Node)


class _Closing:
    """What it costs under a habit that a record ends, by its layout."""

    def __init__(self, habit: Habit, learned: Learned | None) -> None:
        self.habit = habit
        self._learned = learned
        self._costs: dict[str, float] = {"": 0.0}

    def best(self, beam: dict[str, _Node]) -> tuple[float, _Node]:
        """The best of the ways if the record under way ends here, with its score."""
        best, found = -math.inf, _NO_NODE
        for layout, node in beam.items():
            score = node.score + (self._costs[layout] if layout in self._costs else self._cost(layout))
            if score > best:
                best, found = score, node
        return best, found

    def _cost(self, layout: str) -> float:
        learned = self._learned
        cost = 0.0
        if learned is not None:
            cost = ending(layout, bool(learned)) + learned.cost(layout) + self.habit.end(layout)
        self._costs[layout] = cost
        return cost


class Item(NamedTuple):
    """A unit with all that the search needs to know of it. against: what speaks against its going on with a
    record."""

    unit: Unit
    scores: Scores
    words: int
    section: str
    against: float


_NO_NODE = _Node(0.0, None, "", False, 0, 0, 0)
_NOT_CLOSING = _Closing(HABITS[-1], None)


class Learned:
    """What the layouts met in a text say of others: how likely each layout is, and each kind in a record."""

    def __init__(self, layouts: Counter[str]) -> None:
        self._layouts = layouts
        self._total = sum(layouts.values())
        self._rates = {
            kind: (sum(count for layout, count in layouts.items() if kind in layout) + 0.5)
            / (self._total + 1.0)
            for kind in "TPAIp"
        }
        self._costs: dict[str, float] = {}

    def __bool__(self) -> bool:
        return self._total > 0

    def cost(self, layout: str) -> float:
        """The logarithm of how likely a record of this layout is in this text, softened; 0 where nothing is
        known."""
        if layout not in self._costs:
            self._costs[layout] = self._likelihood(layout) if self._total else 0.0
        return self._costs[layout]

    def _likelihood(self, layout: str) -> float:
        if layout[0] == FIRST:
            return max(self.cost(gap + layout[1:]) for gap in (NEXT_LINE, BLANK, BLANKS, RULED))
        whole = max(math.log((self._layouts[layout] + 0.3) / (self._total + 2.0)), -4.0)
        parts = sum(math.log(rate if kind in layout else 1.0 - rate) for kind, rate in self._rates.items())
        return whole + max(0.7 * parts, -6.0)


_NOTHING = Learned(Counter())


def group(units: Sequence[Unit], scores: Sequence[Scores]) -> list[Read]:
    """The best reading of the units (no separators or chrome among them)."""
    items = [_item(unit, possible) for unit, possible in zip(units, scores, strict=True)]
    if not items:
        return []
    habits: list[Habit] = []
    layouts: Counter[str] = Counter()
    for first, last in _windows(len(items)):
        skipped = _first_start(items[first:last], habits[-1], Learned(layouts)) if habits else 0
        habit, found = _best_habit(items[first + skipped : last], habits[-1:], last == len(items))
        habits.append(habit)
        layouts.update(found)
    share = len(items) / len(habits)
    each = [habits[min(int(n / share), len(habits) - 1)] for n in range(len(items))]
    return _read(items, _search(items, each, Learned(layouts)))


def _item(unit: Unit, scores: Scores) -> Item:
    prose = "P" in scores
    words, section = (word_count(unit.text), section_of(unit.text)) if prose else (0, "")
    return Item(unit, scores, words, section, _against(unit))


def _windows(count: int) -> Iterator[tuple[int, int]]:
    """Where the samples lie, evenly spread; all of a short text."""
    number = min(max(round(count / _WINDOW), 1), _WINDOWS)
    for n in range(number):
        first, last = n * count // number, (n + 1) * count // number
        yield first, last if last - first <= 2 * _WINDOW else first + _WINDOW


def _first_start(items: Sequence[Item], habit: Habit, learned: Learned) -> int:
    """Where a sample's first whole record starts, as the text is read so far.

    A sample that starts within a record would favour the habit that calls the rest of it a record.
    """
    head = items[: 2 * _MOST]
    read = _read(head, _search(head, [habit] * len(head), learned, to_end=False))
    return next((n for n, item in enumerate(read) if n and item.starts), 0)


def _best_habit(items: Sequence[Item], before: Sequence[Habit], to_end: bool) -> tuple[Habit, Counter[str]]:
    """The habit under which a sample reads best, and the layouts that its records have then.

    before: the habit of the sample before, which is kept unless another one is clearly better, since this
    sample may start within a record; to_end: whether it ends where the text ends.
    """
    units, scores = [item.unit for item in items], [item.scores for item in items]
    habits = [habit for habit in HABITS if habit.applies(units, scores)]
    firsts = [_search(items, [habit] * len(items), _NOTHING, to_end) for habit in habits]
    hopeful = max(first.score for first in firsts) - _HOPELESS_HABIT
    trials = [
        _again(items, habit, first, to_end)
        for habit, first in zip(habits, firsts, strict=True)
        if first.score >= hopeful
    ]

    def preferred(trial: tuple[float, Habit, list[str]]) -> float:
        kept = _CLEARLY if trial[1] in before else 0.0
        return trial[0] - trial[1].doubt + (kept if before else _WHOLE * _starts_whole(trial[2]))

    best = max(trials, key=preferred)
    return best[1], Counter(best[2])


def _starts_whole(layouts: Sequence[str]) -> bool:
    """Whether the first record has the main parts that many have, in their order."""
    kinds = ["".join(kind for kind in layout[1::2] if kind in "TAPID") for layout in layouts]
    return len(kinds) > 1 and kinds.count(kinds[0]) >= max(2, len(kinds) / 5)


def _again(items: Sequence[Item], habit: Habit, first: _Node, to_end: bool) -> tuple[float, Habit, list[str]]:
    """How well a sample reads under a habit with what its first reading taught, and the layouts found."""
    learned = Learned(Counter(_layouts(_read(items, first))))
    end = _search(items, [habit] * len(items), learned, to_end)
    return round(end.score, 6), habit, _layouts(_read(items, end))


def _search(items: Sequence[Item], habits: Sequence[Habit], learned: Learned, to_end: bool = True) -> _Node:
    """The end of the best reading; with `to_end` its score counts how the last record ends."""
    known = bool(learned)
    beam: dict[str, _Node] = {"": _NO_NODE}
    closing = _Closing(habits[0], learned)
    for item, habit in zip(items, habits, strict=True):
        fresh: dict[str, _Node] = {}
        if habit is not closing.habit:
            closing = _Closing(habit, learned)
        end, before = closing.best(beam)
        for kind, score in item.scores.items():
            if kind == "X":
                _pass_over(fresh, beam, score)
                continue
            start = end + score + starting(item.unit, kind, known) + habit.start(item.unit, kind)
            _start(fresh, before, item, kind, start)
            if item.unit.gap != RULED:
                _go_on(fresh, beam, item, kind, score, known)
        beam = _pruned(fresh)
    score, node = closing.best(beam) if to_end else _NOT_CLOSING.best(beam)
    return node._replace(score=score)


def _pruned(fresh: dict[str, _Node]) -> dict[str, _Node]:
    """Without the ways that can hardly win any more."""
    if len(fresh) < 3:
        return fresh
    least = max([node.score for node in fresh.values()]) - _HOPELESS
    kept = {layout: node for layout, node in fresh.items() if node.score >= least}
    if len(kept) <= _BEAM:
        return kept
    return dict(sorted(kept.items(), key=lambda end: -end[1].score)[:_BEAM])


def _pass_over(fresh: dict[str, _Node], beam: dict[str, _Node], score: float) -> None:
    """Reads a unit as chrome: the record under way stays as it is."""
    for layout, node in beam.items():
        _keep(fresh, layout, node._replace(score=node.score + score, before=node, kind="X", starts=False))


def _start(fresh: dict[str, _Node], before: _Node, item: Item, kind: str, score: float) -> None:
    if kind == "P":
        score -= 6.0 if item.section == "later" else 0.0
        node = _Node(score, before, kind, True, item.words, 1, 1)
    else:
        node = _Node(score, before, kind, True, 0, 0, 1)
    _keep(fresh, step(item.unit.gap, kind), node)


def _keep(fresh: dict[str, _Node], layout: str, node: _Node) -> None:
    known = fresh.get(layout)
    if known is None or known.score < node.score:
        fresh[layout] = node


def _go_on(
    fresh: dict[str, _Node], beam: dict[str, _Node], item: Item, kind: str, score: float, learned: bool
) -> None:
    """Reads a unit as a further part of each record under way."""
    gap = item.unit.gap
    once = kind in "PTAK" and item.unit.label != ""
    score += item.against
    steps = steps_with(gap, kind, learned)
    for layout, node in beam.items():
        if not layout or node.size > _MOST or (once and kind in layout):
            continue
        further = steps[layout]
        if further is None:
            continue
        grown, cost = further
        total = node.score + score + cost
        words, paragraphs = node.words, node.paragraphs
        if kind == "P":
            if paragraphs:
                total += _paragraph(layout, node, item) * (0.5 if learned else 1.0)
            words, paragraphs = words + item.words, paragraphs + 1
        known = fresh.get(grown)
        if known is None or known.score < total:
            fresh[grown] = _node((total, node, kind, False, words, paragraphs, node.size + 1))


def _against(unit: Unit) -> float:
    """What a unit's decoration says against its being a further part of a record."""
    cost = -8.0 if unit.number is not None else -1.5 if unit.bullet and not unit.label else 0.0
    return cost - (3.0 if unit.level else 0.0)


def _paragraph(layout: str, node: _Node, item: Item) -> float:
    """For a further paragraph of an abstract: how far it is from usual."""
    if item.section == "later":
        return 4.0
    if item.unit.gap == WRAPPED:
        return 0.0
    cost = -1.0 * (node.paragraphs - 1)
    if node.words + item.words > 450:
        cost -= 2.0 if node.words + item.words < 700 else 10.0
    if "T" not in layout and node.words > 60 and item.words > 60:
        cost -= 0.7
    return cost


def _read(items: Sequence[Item], node: _Node | None) -> list[Read]:
    read = []
    for item in reversed(items):
        assert node is not None
        read.append(Read(item.unit, node.kind, node.starts))
        node = node.before
    return read[::-1]


def _layouts(read: Iterable[Read]) -> list[str]:
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
