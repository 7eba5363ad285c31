"""Which units make a paper: the best reading of the whole text, by what each unit looks like and by its own pattern.

A reading gives each unit a kind and says where records start. It is found with a beam search over the layouts of the
record under way (`'2T1A1P'`: gap and kind, in order). The first pass knows only what is usual anywhere; the second
prefers the layouts that the first found often in this very text.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.sources.pasted.kinds import Scores, section_of, word_count
from generator.sources.pasted.units import BLANK, BLANKS, NEXT_LINE, RULED, WRAPPED, Unit

_BEAM = 14
_MOST = 24  # units of one layout; more are never one record


@dataclass(frozen=True, slots=True)
class Read:
    """A unit as it was read. kind: its letter; starts: whether a record starts with it; margin: …"""

    unit: Unit
    kind: str
    starts: bool


@dataclass(slots=True)
class _Node:
    score: float
    before: _Node | None
    kind: str
    starts: bool
    words: int = 0
    paragraphs: int = 0


Bonus = Callable[[str], float]


def group(units: Sequence[Unit], scores: Sequence[Scores]) -> list[Read]:
    """The best reading of the units (no separators or chrome among them)."""
    if not units:
        return []
    first = _search(units, scores, lambda layout: 0.0)
    layouts = Counter(_layouts(first))
    total = sum(layouts.values())

    @lru_cache(maxsize=None)
    def bonus(layout: str) -> float:
        return max(1.2 * math.log((layouts[layout] + 0.3) / (total + 2.0)), -5.0)

    return _search(units, scores, bonus)


def _search(units: Sequence[Unit], scores: Sequence[Scores], bonus: Bonus) -> list[Read]:
    beam: dict[str, _Node] = {"": _Node(0.0, None, "", False)}
    for unit, possible in zip(units, scores, strict=True):
        fresh: dict[str, _Node] = {}
        words = word_count(unit.text)
        for layout, node in beam.items():
            for kind, score in possible.items():
                _go_on(fresh, layout, node, unit, kind, score, words)
                _start(fresh, layout, node, unit, kind, score, words, bonus)
        beam = dict(sorted(fresh.items(), key=lambda item: -item[1].score)[:_BEAM])
    layout, node = max(beam.items(), key=lambda item: item[1].score + ending(item[0]) + bonus(shape(item[0])))
    return _trace(units, node)


def _trace(units: Sequence[Unit], node: _Node | None) -> list[Read]:
    read = []
    for unit in reversed(units):
        assert node is not None
        read.append(Read(unit, node.kind, node.starts))
        node = node.before
    return read[::-1]


def _keep(fresh: dict[str, _Node], layout: str, node: _Node) -> None:
    known = fresh.get(layout)
    if known is None or known.score < node.score:
        fresh[layout] = node


def _start(
    fresh: dict[str, _Node], layout: str, node: _Node, unit: Unit, kind: str, score: float, words: int, bonus: Bonus
) -> None:
    cost = ending(layout) + bonus(shape(layout)) if layout else 0.0
    cost += starting(unit.gap, kind, unit)
    if kind == "P" and section_of(unit.text) == "later":
        cost -= 6.0
    paragraphs = 1 if kind == "P" else 0
    _keep(fresh, unit.gap + kind, _Node(node.score + score + cost, node, kind, True, words if paragraphs else 0, paragraphs))


def _go_on(
    fresh: dict[str, _Node], layout: str, node: _Node, unit: Unit, kind: str, score: float, words: int
) -> None:
    if not layout or unit.gap == RULED or len(layout) > _MOST:
        return
    cost = following(layout, unit.gap, kind)
    if cost is None or (unit.label and kind in "PTAK" and kind in layout):
        return
    if unit.number is not None:
        cost -= 8.0
    elif unit.bullet and not unit.label:
        cost -= 1.5
    if unit.level:
        cost -= 3.0
    same = layout[-1] == kind and kind in "PTA"
    if kind == "P":
        cost += _paragraph(node, unit, words) if same else 0.0
    total = node.words + words if kind == "P" else node.words
    count = node.paragraphs + (kind == "P")
    grown = layout if same else layout + unit.gap + kind
    _keep(fresh, grown, _Node(node.score + score + cost, node, kind, False, total, count))


def _paragraph(node: _Node, unit: Unit, words: int) -> float:
    """For a further paragraph of an abstract: how far it is from usual."""
    if section_of(unit.text) == "later":
        return 4.0
    if unit.gap == WRAPPED:
        return 0.0
    cost = -1.0 * (node.paragraphs - 1)
    if node.words + words > 420:
        cost -= 2.0
    if node.words > 60 and words > 60:
        cost -= 1.5
    elif node.words < 25:
        cost -= 1.0
    return cost


@lru_cache(maxsize=None)
def following(layout: str, gap: str, kind: str) -> float | None:
    """What it costs that a unit of `kind` goes on a record; None where it cannot."""
    last = layout[-1]
    cost = {WRAPPED: -1.5, NEXT_LINE: 0.0, BLANK: 0.0, BLANKS: -1.5}[gap]
    if kind == last and kind in "PTA":
        return _SAME[kind][gap]
    if kind in "PTAK" and kind in layout:
        return None
    if kind in "CVDM" and kind in layout:
        cost -= 0.7
    return cost + _AFTER.get(last + kind, -0.3)


# What a further line or paragraph of the same kind costs, by gap.
_SAME: dict[str, dict[str, float | None]] = {
    "P": {WRAPPED: 0.0, NEXT_LINE: -3.0, BLANK: -2.0, BLANKS: -6.0},
    "T": {WRAPPED: -0.5, NEXT_LINE: -4.0, BLANK: None, BLANKS: None},
    "A": {WRAPPED: -0.2, NEXT_LINE: -0.8, BLANK: -3.0, BLANKS: None},
}
# What is usual after what, within a record.
_AFTER = {
    **{"TA": 0.8, "TP": 0.6, "AP": 0.8, "AV": 0.5, "VP": 0.5, "PC": 0.3, "PI": 0.3, "CI": 0.5, "ID": 0.5, "PK": 0.3, "AI": 0.3},
    **{"TI": 0.3, "IT": 0.3, "TV": 0.0, "DP": 0.2, "AD": 0.2, "IP": 0.2, "CP": 0.0, "VI": 0.3, "PV": 0.2, "CD": 0.2, "DI": 0.2},
    **{"PT": -1.5, "PA": -1.5, "AT": -0.6, "CT": -2.0, "KT": -2.0, "DT": -0.7, "VT": -1.5, "TC": -0.5, "AC": -0.2, "CV": -1.0},
    **{"VC": -1.0, "KP": 0.0, "PD": 0.0},
}


@lru_cache(maxsize=None)
def _starting(gap: str, kind: str) -> float:
    cost = {WRAPPED: -5.0, NEXT_LINE: -1.2, BLANK: 0.0, BLANKS: 1.0, RULED: 2.0}[gap]
    return cost + {"T": 0.5, "P": 0.0, "A": -1.0, "I": -0.7, "N": 0.0}.get(kind, -2.5)


def starting(gap: str, kind: str, unit: Unit) -> float:
    """What it costs that a record starts with a unit of `kind`."""
    cost = _starting(gap, kind)
    if unit.number is not None:
        cost += 4.0
    elif unit.bullet and not unit.label:
        cost += 1.5
    return cost + (1.0 if unit.level else 0.0)


@lru_cache(maxsize=None)
def ending(layout: str) -> float:
    """What it costs that a record has this layout and no more."""
    kinds = set(layout[1::2])
    if "P" in kinds:
        return -0.3 - (0.7 if "T" not in kinds else 0.0)
    if "T" in kinds:
        return -2.0 if kinds & set("AI") else -3.0 if kinds & set("VD") else -5.0
    if "I" in kinds:
        return -2.5
    return -7.0


@lru_cache(maxsize=None)
def shape(layout: str) -> str:
    """The layout as it is counted: what only some records of a pattern have makes no other pattern."""
    return layout


def _layouts(read: Sequence[Read]) -> list[str]:
    found: list[str] = []
    for item in read:
        step = item.unit.gap + item.kind
        if item.starts or not found:
            found.append(step)
        elif not (found[-1][-1] == item.kind and item.kind in "PTA"):
            found[-1] += step
    return found
