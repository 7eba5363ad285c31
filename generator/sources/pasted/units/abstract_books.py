"""Heads of papers in the abstract book of a conference: codes, and where people work.

S1-001 Flow of granular matter         the code, before the title or on a line above it
A. Smith, B. Jones                     people, on a line or more
Department of Medicine, University …   where they work, right below them
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from generator.sources.pasted.unit import NEXT_LINE, Unit
from generator.sources.signs.marks import HAS_DIGIT, match_number
from generator.sources.signs.people import all_names, is_name, like_names, names_several
from generator.sources.signs.workplaces import is_workplace
from generator.sources.signs.wrapping import Line, joined

_CODE = re.compile(
    r"(?P<code>(?:[A-Z]{1,4}[-–. ]?|(?:Poster|Oral|Talk|Abstract|Paper|Keynote) )\d{1,4}(?:[-–.]\d{1,4})?)"
    r"(?P<stop>[.:)]?)(?:\s{1,4}(?=\S)|$)"
)
_LONGEST_CODE = 16  # characters of it
_DIGITS = re.compile(r"\d+")
_FEW = 3  # codes of words with a number, which titles begin with as well: 'IL-2 in mice'
_LOST = 20  # numbers that the code of the next paper may be further on
_LONGEST = 200  # characters of a line with a place of work
_MOST, _FULL = 12, 60  # lines of people, characters of one that is full
_MOST_OF_TITLE, _MOST_OF_HEAD = 5, 10  # lines of a title, with that of its number, and with people


class _Code(NamedTuple):
    """The code on line `line`: its letters, its numbers, where the title starts; sure: whether it is set off
    from the title, or has noughts before its number."""

    line: int
    style: str
    numbers: tuple[int, ...]
    end: int
    sure: bool


def with_codes_as_numbers(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, a number in brackets in place of each code that papers are counted by."""
    firsts = (
        n for n, line in enumerate(lines) if line.text and not (line.lower or (n and lines[n - 1].text))
    )
    codes = [code for n in firsts if (code := _code(lines, n))]
    by_style: dict[str, list[_Code]] = {}
    for code in codes:
        by_style.setdefault(code.style, []).append(code)
    counted = sorted(code for found in by_style.values() if _are_counted(lines, found) for code in found)
    if not counted:
        return lines
    changed = [*lines]
    for number, code in enumerate(counted, 1):
        line = lines[code.line]
        changed[code.line] = line._replace(text=f"[{number}] {line.text[code.end :]}".rstrip())
    return changed


def _code(lines: Sequence[Line], n: int) -> _Code | None:
    """The code that a line below an empty one begins with."""
    text = lines[n].text
    if not "A" <= text[0] <= "Z":
        return None
    found = _CODE.match(text) if HAS_DIGIT.search(text, 0, _LONGEST_CODE) else None
    if not found:
        return None
    code, end = found["code"], found.end()
    sure = bool(found["stop"]) or end == len(text) or "0" in (first[0] for first in _DIGITS.findall(code))
    numbers = tuple(map(int, _DIGITS.findall(code)))
    return _Code(n, _DIGITS.sub("0", code) + found["stop"], numbers, end, sure)


def _are_counted(lines: Sequence[Line], codes: Sequence[_Code]) -> bool:
    """Whether codes in one style count papers: each is further on than the one before, not by many; or one
    alone stands above where people work."""
    if len(codes) == 1 and codes[0].sure:
        below = (line.text for line in lines[codes[0].line + 1 : codes[0].line + _MOST_OF_HEAD])
        return any(_may_be_place(text) and is_workplace(text) for text in takewhile(bool, below))
    if len(codes) < 2 or not (codes[0].sure or len(codes) >= _FEW):
        return False
    return all(_follows(one, other) for one, other in pairwise(codes))


def _follows(one: _Code, other: _Code) -> bool:
    *parts, last = other.numbers
    first, before = [*one.numbers[:-1]], one.numbers[-1]
    most = _LOST if other.sure else 1
    return before < last <= before + most if parts == first else parts > first and last <= most


def people_at_work(lines: Sequence[Line]) -> dict[int, Unit]:
    """The lines that name where people of papers with a number work, right below them, and those of the
    people, by their index."""
    found: dict[int, Unit] = {}
    for n, line in enumerate(lines):
        if line.lower or not (
            n and _may_be_place(line.text) and lines[n - 1].text and is_workplace(line.text)
        ):
            continue
        place = Unit(n + 1, n + 1, line.text, NEXT_LINE, "X", reason="affiliation")
        if people := _people(lines, n):
            found |= {n: place, **dict.fromkeys(range(people.first - 1, people.last), people)}
    return found


def _may_be_place(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and text[-1] not in ".:;,"


def _people(lines: Sequence[Line], end: int) -> Unit | None:
    """The people whom the lines right above `end` name, below a title."""
    first = end - 1
    while first > end - _MOST and _goes_on(lines[first - 1].text):
        first -= 1
    text = joined([line.text for line in lines[first:end]])
    below = _is_below_number(lines, first) and _are_people(text)
    return Unit(first + 1, end, text, NEXT_LINE, "A") if below else None


def _is_below_number(lines: Sequence[Line], n: int) -> bool:
    """Whether the few lines right above a line begin with a number, as papers in lists do."""
    first = n
    while first and lines[first - 1].text and n - first < _MOST_OF_TITLE:
        first -= 1
    return first < n and match_number(f"{lines[first].text} .") is not None


def _goes_on(text: str) -> bool:
    """Whether a line is people, and more follow on the next one."""
    return text.endswith((",", ";", " and", " &")) or (len(text) >= _FULL and bool(all_names(text, _FEW)))


def _are_people(text: str) -> bool:
    return names_several(text) or (is_name(text) and like_names(text, 0.0) > 0)
