"""Ways of laying out records that people keep to within one text: what each record starts or ends with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from operator import sub
from typing import NamedTuple

from generator.sources.pasted.scores.kinds import Scores
from generator.sources.pasted.unit import BLANK, BLANKS, RULED, WRAPPED, Unit
from generator.sources.signs.words import word_count

_BARE = 3.0  # what a record without an abstract gets back where none has one
_MOST_BACK = 1.0  # what it has then at most
_EACH = 1.0  # what each mark says for the habit of marking
_IN_ORDER = 2.0  # what each number says besides that is one more than the one before
_EACH_GAP = 2.0  # what each rule or wide gap says for setting off each record with one
_EACH_ALIKE = 3.0  # what each run says for being a record, where nearly all have as many lines
_LEAST_ALIKE, _MOSTLY = 3, 0.8
_MOST_WORDS = 450  # of a paper between two rules
_BREACH = -4.0  # what a record costs that does not keep to the habit
_UNMARKED = -14.0  # what one costs that is not marked as the others are
_NEAR = -7.0  # what one costs that is not set off as the habit is
EVEN = 0.5  # how often a record is like the one before where that says nothing
_REPEATED = 4  # abstracts at least that make blocks of records alike


class Habit(NamedTuple):
    """first, last: kinds that records start or end with ('' for any); gap: what is before each one at
    least; marked: whether each one is numbered, bulleted or under a heading; labelled: whether each one
    starts with a label; bare: whether there are no abstracts; apart: two kinds that never follow one
    another; again: how often a record is taken to have the parts of the one before while nothing is known of
    a text; doubt: what speaks against a vague habit where another one reads as well."""

    name: str
    first: str = ""
    last: str = ""
    gap: str = ""
    marked: bool = False
    labelled: bool = False
    bare: bool = False
    apart: str = ""
    again: float = EVEN
    doubt: float = 0.0

    def start(self, unit: Unit, kind: str) -> float:
        """What it costs under this habit that a record starts with `unit`."""
        if self.gap and (unit.gap == WRAPPED or unit.gap < self.gap):
            return _NEAR
        if self.marked and not unit.is_marked:
            return _UNMARKED
        breach = (self.first and kind not in self.first) or (self.labelled and not unit.label)
        return _BREACH if breach else 0.0

    def end(self, layout: str, usual: float) -> float:
        """What it costs under this habit that a record has `layout`, which usually costs `usual`."""
        if self.bare and "P" not in layout:
            return min(usual + _BARE, _MOST_BACK) if "T" in layout else usual
        breach = (self.last and layout[-1] not in self.last) or (self.apart and self.apart in layout[1::2])
        return usual + _BREACH if breach else usual

    def evidence(self, units: Sequence[Unit]) -> float:
        """What numbers, headings, rules and wide gaps say for setting off each record with one."""
        if self.marked:
            numbers = [unit.number for unit in units if unit.number is not None]
            in_order = sum(after == before + 1 for before, after in pairwise(numbers)) or len(numbers) == 1
            marks = sum(unit.number is not None or unit.level > 0 for unit in units)
            return _EACH * marks + _IN_ORDER * in_order
        if not self.gap:
            return 0.0
        gaps = _EACH_GAP * sum(unit.gap == self.gap for unit in units) if self.gap > BLANK else 0.0
        gaps *= 2 if self.gap == RULED and _are_short(units) else 1
        return gaps + _EACH_ALIKE * _alike(units, self.gap)

    def applies(self, units: Sequence[Unit], scores: Sequence[Scores], abstracts: int) -> bool:
        """Whether what the habit looks for is there at all. abstracts: how many units are likely ones."""
        if self.bare and abstracts >= len(units) / 10:
            return False
        if self.again > EVEN and abstracts < _REPEATED:
            return False
        if self.gap:
            set_off = sum(unit.gap == self.gap for unit in units)
            return 0 < set_off < len(units) - 1 and (not self.bare or _alike(units, self.gap) > 0)
        if self.marked:
            return units[0].number is not None or sum(unit.is_marked for unit in units) > 1
        if self.labelled:
            return sum(unit.label in ("title", "authors", "abstract") for unit in units) > 1
        wanted = self.first or self.last or self.apart[1:]
        return not wanted or any(possible.get(kind, -9.0) > 0.5 for possible in scores for kind in wanted)


def _alike(units: Sequence[Unit], gap: str) -> int:
    """How many of the runs of units that such gaps set apart have as many units as most have, more than one;
    0 where they are of several lengths, so that a run need not be a record."""
    lines = [unit for unit in units if unit.gap != WRAPPED]
    starts = [n for n, unit in enumerate(lines) if n == 0 or unit.gap >= gap]
    lengths = Counter(map(sub, [*starts[1:], len(lines)], starts))
    length, count = lengths.most_common(1)[0] if lengths else (0, 0)
    return count if length > 1 and count >= max(_LEAST_ALIKE, _MOSTLY * len(starts)) else 0


def _are_short(units: Sequence[Unit]) -> bool:
    """Whether no more stands between any two rules than one paper may say."""
    starts = [n for n, unit in enumerate(units) if unit.gap == RULED]
    runs = pairwise([0, *starts, len(units)])
    return all(sum(word_count(u.text) for u in units[a:b]) <= _MOST_WORDS for a, b in runs)


HABITS = (
    Habit("title first", first="T"),
    Habit("abstract first", first="P", doubt=6.0),
    Habit("authors first", first="A"),
    Habit("identifier first", first="I"),
    Habit("identifier or date last", last="ID"),
    Habit("ruled off", gap=RULED),
    Habit("two blank lines", gap=BLANKS),
    Habit("blank line", gap=BLANK, doubt=1.5),
    Habit("numbered", marked=True),
    Habit("labelled", labelled=True),
    Habit("titles only", first="T", bare=True),
    Habit("titles only, apart", gap=BLANK, bare=True),
    Habit("titles only, further apart", gap=BLANKS, bare=True),
    Habit("titles only, ruled off", gap=RULED, bare=True),
    Habit("titles only, numbered", marked=True, bare=True),
    Habit("any", doubt=1.5),
    Habit("in blocks", again=0.9, doubt=1.5),
    Habit("dates above", apart="PD", doubt=1.5),
    Habit("identifiers above, in blocks", apart="PI", again=0.9, doubt=1.5),
)
