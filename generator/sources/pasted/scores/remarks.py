"""Sentences before the first paper or behind the last one that speak to the reader of a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from unicodedata import category

from generator.sources.pasted.scores.kinds import Scores
from generator.sources.pasted.unit import NEXT_LINE, Unit
from generator.sources.signs.words import word_count

_LONGEST = 45  # words
_MOST = 4  # paragraphs
_PLAIN, _UNSURE, _SIGN = -5.5, -3.5, 2.0  # without a sign, and with so many
_SPEAKS = 4.0  # what says that a note apart speaks to the reader: 'Note: please verify these'
_SIGNS = re.compile(
    r"\b(?:you|your|please|attached|below|i|me|hi|hello|dear|thanks|thank|here (?:are|is)|"
    r"(?:the|these|some|few|three|two|following|more) (?:\w+ )?(?:papers|abstracts|articles|preprints|works)|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|meeting|reading (?:group|list)|"
    r"next (?:week|time|meeting)|looking forward)\b",
    re.IGNORECASE,
)


def allow_remarks(units: Sequence[Unit], scores: Sequence[Scores]) -> None:
    """Lets the first and the last few sentences be read as no part of a paper, where that reads better."""
    last = len(units) - 1
    if last > 1 and _is_name(units[last]) and _may_be_remark(units[last - 1]) and _signs(units[last - 1]):
        scores[last]["X"] = 0.0
        last -= 1
    if last > 0 and units[last].label == "comment" and units[last].gap > NEXT_LINE and _signs(units[last]):
        scores[last]["X"] = _SPEAKS
    for n in (*_run(units, range(len(units) - 1)), *_run(units, range(last, 0, -1))):
        signs = _signs(units[n])
        scores[n]["X"] = _UNSURE + _SIGN * min(signs, 3) if signs else _PLAIN


def _run(units: Sequence[Unit], numbers: Sequence[int]) -> Iterator[int]:
    """Those of the first few numbers up to the first unit that is no remark."""
    yield from takewhile(lambda n: _may_be_remark(units[n]), numbers[:_MOST])


def _signs(unit: Unit) -> int:
    return len(set(_SIGNS.findall(unit.text.lower())))


def speaks(text: str) -> bool:
    """Whether a sentence has a word by which people speak to the reader of a mail."""
    return _SIGNS.search(text) is not None


def _may_be_remark(unit: Unit) -> bool:
    ended = unit.text.endswith((".", "!", ":", "?")) or category(unit.text[-1]) == "So"  # a smile
    return ended and word_count(unit.text) <= _LONGEST and _is_plain(unit)


def _is_name(unit: Unit) -> bool:
    """Whether a unit may be the name below a mail."""
    return _is_plain(unit) and len(unit.text.split()) < 4 and unit.text.replace(" ", "").isalpha()


def _is_plain(unit: Unit) -> bool:
    return not (unit.kind or unit.bullet or unit.level or unit.bold or unit.number is not None)
