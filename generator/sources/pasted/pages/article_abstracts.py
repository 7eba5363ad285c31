"""The abstract on the page of one article: its heading, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from generator.sources.pasted.unit import BLANK, NEXT_LINE, Unit
from generator.sources.pasted.units.sections import section_of
from generator.sources.signs.wrapping import ends_sentence

INTRODUCTION = re.compile(
    r"(?:\W*(?:1|I)\W{0,3})?(?:introduction|main|background|einleitung|introducción)", re.IGNORECASE
)
PROSE = 60  # words of what may be an abstract
_PARAGRAPH = 200  # characters of what is surely no title
_TORN, _MOST_TORN = 2, 200  # signs alone in a paragraph that formulas have torn apart, and its lines
_SIGN = 2  # characters
_NAME = 40  # characters of a part's name alone
_KEYWORD = 7  # words


def abstracts_of(units: Sequence[Unit]) -> list[int]:
    """The indexes of headings of abstracts; where there are none, that of the only long paragraph, or of the
    first of those on end."""
    headings = [n for n in range(len(units)) if is_heading(units, n)]
    if headings:
        return headings
    long = [n for n, unit in enumerate(units) if is_paragraph(unit) and unit.text.count(" ") > PROSE]
    return long[:1] if all(after == n + 1 for n, after in pairwise(long)) else []


def is_paragraph(unit: Unit) -> bool:
    """Whether a unit is as long as no title is."""
    return len(unit.text) > _PARAGRAPH and not unit.kind.strip("P")


def _is_text(unit: Unit) -> bool:
    """Whether a unit may be the text of one part."""
    return len(unit.text) > _NAME and not unit.kind.strip("P") and ends_sentence(unit.text)


def is_heading(units: Sequence[Unit], n: int) -> bool:
    """Whether a unit is the heading of an abstract, with a paragraph or the name of a part below it."""
    if units[n].kind != "L" or units[n].label != "abstract":
        return False
    near = units[n + 1 : n + 4]
    parted = len(near) > 1 and names_part(near[0]) and _is_text(near[1])
    return (bool(near) and is_paragraph(near[0])) or parted or _torn_end(units, n) > n


def names_part(unit: Unit) -> bool:
    """Whether a unit is the name of an abstract's part, or begins with one."""
    return bool(section_of(unit.text) or (len(unit.text) < _NAME and section_of(f"{unit.text}:")))


def _torn_end(units: Sequence[Unit], heading: int) -> int:
    """The index behind a paragraph that formulas have torn into lines; that of the heading where none is."""
    lines = [*units[heading + 1 : heading + 2]]
    lines += takewhile(lambda unit: unit.gap < BLANK, units[heading + 2 : heading + _MOST_TORN])
    text = sum(len(unit.text) for unit in lines)
    signs = sum(len(unit.text) <= _SIGN for unit in lines)
    torn = signs >= _TORN and text > _PARAGRAPH and ends_sentence(lines[-1].text)
    return heading + 1 + len(lines) if torn else heading


def behind_abstract(units: Sequence[Unit], heading: int) -> int:
    """The index of the first unit behind the abstract."""
    if (torn := _torn_end(units, heading)) > heading and not is_paragraph(units[heading + 1]):
        return torn
    n = heading + 1 if units[heading].kind == "L" else heading
    parted = not is_paragraph(units[n])
    while n < len(units):
        named = parted and units[n].kind in ("", "L", "M", "P") and names_part(units[n])
        text = n > heading + 1 and INTRODUCTION.fullmatch(units[n].text)
        if text or not (is_paragraph(units[n]) or named or (parted and _is_text(units[n]))):
            break
        n += 1
    return n


def behind_keywords(units: Sequence[Unit], below: int) -> int:
    """The index of the first unit behind the keywords that follow an abstract, a line each."""
    if below == len(units) or units[below].label != "keywords":
        return below
    rest = takewhile(lambda unit: not unit.kind and unit.gap <= NEXT_LINE, units[below + 1 :])
    return below + 1 + sum(unit.text.count(" ") < _KEYWORD for unit in rest)
