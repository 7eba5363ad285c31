"""Which units make a paper: the best reading of the whole text, by what each unit looks like and by its own
pattern.

A reading gives each unit a kind and says where records start (`search`). Several habits of laying out records
are tried on samples of the text (`habits`); where one reads best, it is kept for that part of the text, and
so are the layouts it found often.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.identity import identify
from generator.sources.pasted.papers.closing import Node
from generator.sources.pasted.papers.habits import EVEN, HABITS, Habit
from generator.sources.pasted.papers.layouts import parts_of
from generator.sources.pasted.papers.learned import NOTHING, Learned, learned_from
from generator.sources.pasted.papers.paragraphs import further_paragraphs
from generator.sources.pasted.papers.search import MOST, Item, Read, layouts_of, reading, search
from generator.sources.pasted.scores.kinds import Scores, likeliest, may_open_abstract, says
from generator.sources.pasted.unit import NEXT_LINE, RULED, WRAPPED, Unit
from generator.sources.signs.words import word_count

_WINDOW = 250  # units of a sample
_WINDOWS = 4  # samples of a text at most
_GLANCE = 100  # units by which a regular sample is known
_ALIKE = 0.9  # of the records of a regular text, which need no other habit than those before
_HOPELESS_HABIT = 150.0  # so much behind the best habit at first sight
_CLEARLY = 12.0  # by how much another habit has to read better than the one before
_WHOLE_ABSTRACT = 30  # words at least
_FURTHER = 4.0  # what speaks against a record that starts with a further paragraph
_LONGEST_TITLE = 40  # words, mostly
_SHORT = 3.0  # what speaks against fewer as the start of one
_MOSTLY_LONG = 0.7  # of what is set off in a text of nothing but abstracts
_NEXT = 4  # records that one at the end is compared with, itself included
_TURNED = 2.5  # what each record in an odd order says against a habit, up to this share of the records
_MOST_TURNED = 0.8
_NO_BLOCKS = 6.0  # what speaks against a habit of blocks where records are mostly unlike the one before
_PASSED_OVER = 6.0  # what speaks against a habit under which the first unit is of no record
_ENDS_WHOLE = 10.0  # what speaks for a habit under which a text starts, or ends, with a record like the next


def group(units: Sequence[Unit], scores: Sequence[Scores]) -> list[Read]:
    """The best reading of the units (no separators or chrome among them)."""
    bare, further = _are_abstracts(units), further_paragraphs(units, scores)
    items = [_item(units, n, possible, bare, n in further) for n, possible in enumerate(scores)]
    if not items:
        return []
    habits: list[Habit] = []
    layouts: list[str] = []
    for first, last in _windows(len(items)):
        skipped = _first_start(items[first:last], habits[-1], Learned(layouts)) if habits else 0
        sample, to_end = items[first + skipped : last], last == len(items)
        found = _read_as_before(sample, habits[-1], Learned(layouts), to_end) if habits else []
        habit, found = (habits[-1], found) if found else _best_habit(sample, habits[-1:], to_end)
        habits.append(habit)
        layouts += found
    share = len(items) / len(habits)
    each = [habits[min(int(n / share), len(habits) - 1)] for n in range(len(items))]
    return reading(items, search(items, each, Learned(layouts)))


def _item(units: Sequence[Unit], n: int, scores: Scores, bare: bool, further: bool) -> Item:
    unit, prose = units[n], "P" in scores
    words, section = (word_count(unit.text), unit.section) if prose else (0, "")
    heads = unit.heads or _heads_labels(units, n) or _is_of_list(units, n)
    against = _against(unit) - (8.0 if heads else 0.0)
    if prose and words >= _WHOLE_ABSTRACT and not (section or further) and _is_below_whole(units, n):
        against -= 3.0
    begins = _begins(units, n, words, bare) - (_FURTHER if further else 0.0)
    return Item(unit, scores, words, section, against, begins, _identifier(unit))


def _begins(units: Sequence[Unit], n: int, words: int, bare: bool) -> float:
    """What speaks against a paragraph's being the first of a record: a later section of an abstract, or a
    sentence that is too short for an abstract, unless one starts there anyway or nothing else is there."""
    if units[n].section == "later":
        return -6.0
    short = words < _WHOLE_ABSTRACT and not units[n].section and not units[n].label
    if not short or _is_wrapped(units, n) or may_open_abstract(units[n].text):
        return 0.0
    expected = bare or units[n].gap == RULED
    return 0.0 if expected and says(units[n].text) else -_SHORT


def _is_wrapped(units: Sequence[Unit], n: int) -> bool:
    return n + 1 < len(units) and units[n + 1].gap == WRAPPED


def _are_abstracts(units: Sequence[Unit]) -> bool:
    """Whether nearly all that is set off in a text is as long as a whole abstract, so that the rest are some
    too."""
    apart = [n for n, unit in enumerate(units) if unit.gap not in (WRAPPED, NEXT_LINE)]
    long = sum(word_count(units[n].text) >= _WHOLE_ABSTRACT or _is_wrapped(units, n) for n in apart)
    all_apart = len(apart) == sum(unit.gap != WRAPPED for unit in units)
    return all_apart and len(apart) > 2 and long >= _MOSTLY_LONG * len(apart)


def _windows(count: int) -> Iterator[tuple[int, int]]:
    """Where the samples lie, evenly spread; all of a short text."""
    number = min(max(round(count / _WINDOW), 1), _WINDOWS)
    for n in range(number):
        first, last = n * count // number, (n + 1) * count // number
        yield first, last if last - first <= 2 * _WINDOW else first + _WINDOW


def _first_start(items: Sequence[Item], habit: Habit, learned: Learned) -> int:
    """Where a sample's first whole record starts, as the text is read so far.

    A sample that starts within a record would favour the habit that calls the rest of it a record. The first
    record like most before surely is whole.
    """
    head = items[: 2 * MOST]
    read = reading(head, search(head, [habit] * len(head), learned, to_end=False))
    starts = [n for n, item in enumerate(read) if n and item.starts]
    records = [layouts_of(read[n:m])[0] for n, m in pairwise(starts)]
    usual = (n for n, layout in zip(starts, records, strict=False) if parts_of(layout) == learned.usual)
    return next(usual, starts[0] if starts else 0)


def _read_as_before(items: Sequence[Item], habit: Habit, learned: Learned, to_end: bool) -> list[str]:
    """The layouts of a sample's records under the habit of the sample before, if nearly all have the parts
    that most had there, so that no other habit need be tried, which takes time. Else empty."""
    if learned.again < _ALIKE:
        return []
    first = search(items, [habit] * len(items), NOTHING, to_end)
    layouts = _again(items, habit, first, to_end)[2]
    usual = sum(parts_of(layout) == learned.usual for layout in layouts)
    return layouts if usual >= _ALIKE * len(layouts) else []


def _best_habit(items: Sequence[Item], before: Sequence[Habit], to_end: bool) -> tuple[Habit, list[str]]:
    """The habit under which a sample reads best, and the layouts that its records have then.

    before: the habit of the sample before, which is kept unless another one is clearly better, since this
    sample may start within a record; to_end: whether it ends where the text ends.
    """
    if len(items) >= 2 * _GLANCE:
        habit, layouts = _best_habit(items[:_GLANCE], before, to_end=False)
        if found := _read_as_before(items, habit, Learned(layouts), to_end):
            return habit, found
    units, scores = [item.unit for item in items], [item.scores for item in items]
    titled = _may_be_titled(items)
    abstracts = sum(likeliest(possible) == "P" for possible in scores)
    habits = [habit for habit in HABITS if habit.applies(units, scores, abstracts)]
    firsts = [search(items, [habit] * len(items), NOTHING, to_end) for habit in habits]
    hopeful = max(first.score for first in firsts) - _HOPELESS_HABIT
    trials = [
        _again(items, habit, first, to_end)
        for habit, first in zip(habits, firsts, strict=True)
        if first.score >= hopeful
    ]

    def preferred(trial: tuple[float, Habit, list[str]]) -> float:
        kept = _CLEARLY if trial[1] in before else 0.0
        whole = 0.0 if titled else _ENDS_WHOLE * _whole_ends(trial[2], to_end)
        odd = trial[1].doubt + _TURNED * _turned(trial[2])
        told = learned_from(tuple(trial[2])).told
        odd += _NO_BLOCKS if trial[1].again > EVEN and not told else 0.0
        return trial[0] + trial[1].evidence(units) - odd + kept + whole + abstracts * told

    best = max(trials, key=preferred)
    return best[1], best[2]


def _may_be_titled(items: Sequence[Item]) -> bool:
    """Whether a text is a short paragraph above a long one: as an abstract a title would be like it."""
    starts = [n for n, item in enumerate(items) if item.unit.gap != WRAPPED]
    if len(starts) != 2:
        return False
    above, below = items[: starts[1]], items[starts[1] :]
    return _words(above) < _LONGEST_TITLE <= _words(below)


def _words(items: Sequence[Item]) -> int:
    return sum(word_count(item.unit.text) for item in items)


def _turned(layouts: Sequence[str]) -> int:
    """How often titles start to stand below their abstract, and how many records have an identifier but no
    title above it, unless most have: a few are out of step, as are those of a text that has records without
    titles as well."""
    heads = [layout.partition("P")[::2] for layout in layouts if "P" in layout]
    below = ["T" in below for _, below in heads]
    headless = ["I" in above and "T" not in above for above, _ in heads]
    count = sum(n and not m for n, m in zip(below, [False, *below], strict=False)) + sum(headless)
    return count if sum(below) + sum(headless) < _MOST_TURNED * len(layouts) else 0


def _whole_ends(layouts: Sequence[str], last: bool) -> float:
    """How far the first record, and where asked the last one, have the main parts that one of the next few
    has, in their order, each by the share of records that have them: a reading that is out of step leaves
    torn ones there."""
    kinds = ["".join(kind for kind in layout[1::2] if kind in "TAPID") for layout in layouts]
    ends = [kinds[0]] if kinds and kinds[0] in kinds[1:_NEXT] else []
    ends += [kinds[-1]] if kinds and last and kinds[-1] in kinds[-_NEXT:-1] else []
    return sum(kinds.count(end) for end in ends) / max(len(kinds), 1)


def _again(items: Sequence[Item], habit: Habit, first: Node, to_end: bool) -> tuple[float, Habit, list[str]]:
    """How well a sample reads under a habit with what its first reading taught, and the layouts found."""
    learned = learned_from(tuple(_whole_layouts(reading(items, first), to_end)))
    end = search(items, [habit] * len(items), learned, to_end)
    read = reading(items, end)
    passed_over = _PASSED_OVER if read[0].kind == "X" else 0.0
    return round(end.score - passed_over, 6), habit, _whole_layouts(read, to_end)


def _whole_layouts(read: Sequence[Read], to_end: bool) -> list[str]:
    """The layouts of a sample's records, without the last one where it is cut off by the sample's end."""
    layouts = layouts_of(read)
    return layouts if to_end or len(layouts) == 1 else layouts[:-1]


def _against(unit: Unit) -> float:
    """What a unit's decoration says against its being a further part of a record."""
    cost = -8.0 if unit.number is not None else -1.5 if unit.bullet and not unit.label else 0.0
    return cost - (3.0 if unit.level else 0.0)


def _heads_labels(units: Sequence[Unit], n: int) -> bool:
    """Whether a title with its label stands apart from what is above, right on top of further labels."""
    if units[n].label != "title" or not 0 < n < len(units) - 1:
        return False
    below = units[n + 1]
    return units[n].gap not in (WRAPPED, NEXT_LINE) and below.gap == NEXT_LINE and below.label in _HEADED


def _is_below_whole(units: Sequence[Unit], n: int) -> bool:
    """Whether what is above a paragraph is a whole abstract: labelled and not set off as much, or in
    sections."""
    if units[n].gap in (WRAPPED, NEXT_LINE) or units[n].held:
        return False
    above = units[n - 1] if n else None
    if above is None or above.kind != "P":
        return False
    return above.section == "later" or (above.label == "abstract" and above.gap < units[n].gap)


def _is_of_list(units: Sequence[Unit], n: int) -> bool:
    """Whether an identifier stands by another one of its kind, or both on top of lines: each is a paper."""
    if not n > 0 or not _identifier(units[n]):
        return False
    if _are_two(units[n], units[n - 1]):
        return True
    if any(_are_two(units[n], near) for near in units[n + 1 : n + 2]) and not _is_between(units, n):
        return True
    above = next((m for m in range(n - 1, max(n - _MOST_NOTES, -1), -1) if _identifier(units[m])), n)
    led = units[n].gap > NEXT_LINE and all(unit.gap == NEXT_LINE for unit in units[above + 1 : n])
    short = all(len(unit.text) < _NOTE for unit in units[above + 1 : n])
    set_off = units[above].gap not in (WRAPPED, NEXT_LINE)
    return led and short and set_off and _are_two(units[n], units[above])


def _is_between(units: Sequence[Unit], n: int) -> bool:
    """Whether an identifier stands below an abstract, and that below it on top of other lines."""
    above = word_count(units[n - 1].text) >= _WHOLE_ABSTRACT
    return above and not any(map(_identifier, units[n + 2 : n + 3])) and n + 2 < len(units)


def _identifier(unit: Unit) -> tuple[str, str] | None:
    """The service and what it calls a paper, of a unit that is an identifier, or a title with one."""
    name = next((name for name in ("arxiv", "doi", "pmid") if name in unit.fields), None)
    if name is None or unit.kind not in ("I", "T"):
        return None
    return identify(unit.fields[name]) or (name, unit.fields[name])


def _are_two(one: Unit, other: Unit) -> bool:
    """Whether two units are identifiers of one service for two papers."""
    first, second = _identifier(one), _identifier(other)
    return first is not None and second is not None and first[0] == second[0] and first != second


_MOST_NOTES, _NOTE = 6, 200  # lines below an identifier, characters of one
_HEADED = ("authors", "abstract")
