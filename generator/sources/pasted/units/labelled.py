"""Records whose fields all have labels: where each one starts is told by what is set off, or by the order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.sources.pasted.unit import BLANK, BLANKS, FIRST, NEXT_LINE, RULED, WRAPPED, Unit
from generator.sources.signs.wrapping import ends_sentence

_ONCE = ("title", "authors", "abstract", "keywords")  # what a record has one of at most
_PARAGRAPH = 100  # characters
_NEARLY_ALL = 0.8
_GAPS = (BLANK, BLANKS, RULED)


def with_labelled_records(units: Sequence[Unit]) -> list[Unit]:
    """The units, marked where labels tell that a record starts with them, or that they are within one."""
    found = list(units)
    for first, last in _stretches(units):
        for start, end in _records(units, first, last):
            within = max(n for n in range(start, end) if units[n].label)
            titled = any(units[n].label == "title" for n in range(start, end))
            found[start] = found[start]._replace(heads=True, held=False)
            for n in range(start + 1, within + 1):
                found[n] = found[n]._replace(held=found[n].held or titled or not _may_be_whole(found[n]))
            for n in _of_abstract(units, start, end):
                found[n] = found[n]._replace(kind="P")
    return found


def _stretches(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Where units with labels follow one another, but for their further lines and paragraphs."""
    first, below = -1, False
    titled = any(unit.label == "title" for unit in units)
    for n, unit in enumerate(units):
        if unit.label:
            first = n if first < 0 else first
            below = unit.label == "abstract"
        elif first >= 0 and not (unit.gap == WRAPPED or (below and _may_be_further(unit, titled))):
            yield first, n - 1
            first = -1
    if first >= 0:
        yield first, len(units) - 1


def _may_be_further(unit: Unit, titled: bool) -> bool:
    """Whether a unit may be a further paragraph of an abstract, or a line of it where titles have labels."""
    if unit.level:
        return False
    if titled and unit.gap == NEXT_LINE:
        return unit.kind in ("", "P")
    whole = len(unit.text) > _PARAGRAPH and ends_sentence(unit.text)
    return unit.kind in ("", "P") and unit.gap < BLANKS and (whole or bool(unit.section))


def _may_be_whole(unit: Unit) -> bool:
    """Whether a paragraph below an abstract may be one of another paper."""
    return not unit.label and not unit.section and unit.gap == BLANK


def _records(units: Sequence[Unit], first: int, last: int) -> list[tuple[int, int]]:
    """The records of a stretch: they start at what is set off more than other fields, else at each label like
    the first one, whichever leaves fewest in parts. Nearly all have one title with its label (where no record
    has, one abstract), and no field twice."""
    labelled = [n for n in range(first, last + 1) if units[n].label]
    labels = [units[n].label for n in labelled]
    key = "title" if "title" in labels else "abstract"
    if labels.count(key) < 2 or set(labels) == {key}:
        return []
    trials = [[n for n in labelled if units[n].gap in (FIRST, *_GAPS[least:])] for least in (2, 1, 0)]
    if units[first].gap in (FIRST, RULED):
        trials.append([n for n in labelled if units[n].label == units[first].label])
    most, records = 0.0, list[tuple[int, int]]()
    for heads in trials:
        share, whole = _whole(units, heads, first, last, key) if most < 1.0 else (0.0, [])
        most, records = (share, whole) if share > most else (most, records)
    return records if most >= _NEARLY_ALL else []


def _whole(
    units: Sequence[Unit], heads: Sequence[int], first: int, last: int, key: str
) -> tuple[float, list[tuple[int, int]]]:
    """The records of a stretch that are whole if they start at `heads`, and what share of all these are."""
    starts = [*(() if first in heads[:1] else (first,)), *heads, last + 1]
    records = [part for part in pairwise(starts) if _is_record(units, *part, key)]
    return len(records) / (len(starts) - 1), records


def _of_abstract(units: Sequence[Unit], start: int, end: int) -> Iterator[int]:
    """What stands between an abstract and the next label of its record, and is nothing else for sure."""
    labelled = [n for n in range(start, end) if units[n].label]
    if not any(units[n].label == "title" for n in labelled):
        return
    for n, after in pairwise(labelled):
        if units[n].label == "abstract":
            between = range(n + 1, after)
            yield from (m for m in between if not units[m].kind and units[m].gap not in (BLANKS, RULED))


def _is_record(units: Sequence[Unit], start: int, end: int, key: str) -> bool:
    labels = [unit.label for unit in units[start:end]]
    return labels.count(key) == 1 and all(labels.count(label) < 2 for label in _ONCE)
