"""Heads and feet of pages: what stands between lines that are navigation for sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, takewhile

from generator.sources.chrome import is_of_site, stands_around_papers
from generator.sources.pasted.unit import NEXT_LINE, Unit
from generator.sources.signs.people import PEOPLE

_FEET = ("submission history", "access paper:", "community")  # with which a page's foot begins
_COUNTS = re.compile(
    r"page \d+ of about .{1,60}|joined [a-z]+ \d{4}|view all \d+ .{4,20}|"
    r"title\s(?:sort.{0,60}\s)?cited by\syear|"
    r"(?:authors and titles for|total of|showing(?: up to| new listings for| all)?|"
    r"about|search v|skip to) .{1,80}",
    re.IGNORECASE,
)
_TOP = re.compile(
    r"skip to (?!each ).{3,40}|openreview\.net|go to .{1,60} homepage|hugging ?face(?:'s logo.*)?",
    re.IGNORECASE,
)
_OF_VENUE = "please see the venue website"
_MOST = 9  # units between two lines of navigation
_AT_START = 2  # before the first
_WORDS, _LONGEST = 5, 60  # of each of them
_LISTS = frozenset(
    "co-authors|results by year|mesh terms|substances|publication types|figures|grants and funding|"
    "full text sources|topics|related searches".split("|")
)
_LONGEST_ITEM = 80
_SENTENCE_ENDS = (".", "!", "?")


def without_ends(units: Sequence[Unit]) -> list[Unit]:
    """The units, those of heads and feet of pages being chrome."""
    return _without_feet(_without_lists(_without_navigation(_without_venues(_with_titles(units)))))


def _without_venues(units: Sequence[Unit]) -> list[Unit]:
    """The units, the name of a meeting, its place and date above OpenReview's note on them being chrome."""
    kept = list(units)
    for n, unit in enumerate(units):
        if unit.kind == "X" and unit.text.lower().startswith(_OF_VENUE):
            head = takewhile(lambda place: _may_be_navigation(units[place]), range(n - 1, -1, -1))
            for place in islice(head, _MOST):
                kept[place] = kept[place]._replace(kind="X", reason="page navigation", fields={})
    return kept


def _with_titles(units: Sequence[Unit]) -> list[Unit]:
    """The units, a word of navigation being a title where it starts a block with people and prose below."""
    kept = list(units)
    for n, unit in enumerate(kept[:-2]):
        if unit.kind == "X" and _may_begin(kept, n) and _is_above_paper(kept[n + 1], kept[n + 2]):
            kept[n] = unit._replace(kind="T", reason="")
    return kept


def _may_begin(units: Sequence[Unit], n: int) -> bool:
    """Whether a unit is a word of navigation in capitals of a title, and apart from the paper above."""
    word = units[n].text
    apart = not n or (units[n].gap > NEXT_LINE and (units[n - 1].kind == "X" or _is_prose(units[n - 1])))
    return apart and word[0].isupper() and is_of_site(word)


def _is_above_paper(people: Unit, prose: Unit) -> bool:
    """Whether two units are people and what they wrote, with no blank line above either."""
    tight = people.gap == prose.gap == NEXT_LINE
    named = people.kind == "A" or (not people.kind and "," in people.text and PEOPLE.fullmatch(people.text))
    return tight and bool(named) and (prose.label == "abstract" or _is_prose(prose))


def _is_prose(unit: Unit) -> bool:
    return unit.kind in ("", "P") and len(unit.text) > _LONGEST_ITEM


def _without_lists(units: Sequence[Unit]) -> list[Unit]:
    """The units, short lines below the heading of a list beside a paper, and below it, being chrome."""
    kept = list(units)
    gap = ""  # of the list that is open
    beside = False
    for n, unit in enumerate(kept):
        beside = beside or unit.kind != "X"
        if beside and unit.kind == "X" and unit.text.lower() in _LISTS:
            gap = NEXT_LINE
            continue
        gap = unit.gap if gap and kept[n - 1].text.lower() in _LISTS else gap
        if not gap or unit.gap > gap or not _may_be_listed(unit):
            gap = ""
        elif unit.kind != "X":
            kept[n] = unit._replace(kind="X", reason="list beside a paper")
    return kept


def _may_be_listed(unit: Unit) -> bool:
    if unit.kind == "X":
        return not unit.text.lower().startswith("title") and not _is_around_papers(unit, persons=False)
    short = len(unit.text) < _LONGEST_ITEM and not unit.text.endswith(_SENTENCE_ENDS)
    return short and unit.kind in ("", "A", "D")


def _without_navigation(units: Sequence[Unit]) -> list[Unit]:
    """The units, a few words between two lines of navigation being navigation."""
    kept = list(units)
    sure = -1 if len(units) > _MOST else len(units)  # the last line of navigation; the start is like one
    for n, unit in enumerate(kept):
        if _is_around_papers(unit):
            for place in range(sure + 1, n):
                if kept[place].kind != "X":
                    kept[place] = kept[place]._replace(kind="X", reason="page navigation", fields={})
            sure = n
        elif n - sure > (_MOST if sure >= 0 else _AT_START) or not _may_be_navigation(unit):
            sure = len(kept)
    return kept


def begins_page(unit: Unit) -> bool:
    """Whether a unit is a line with which a page begins, so that no paper goes on behind it."""
    return unit.kind == "X" and _TOP.fullmatch(unit.text) is not None


def _is_around_papers(unit: Unit, persons: bool = True) -> bool:
    """Whether a unit is a line that stands in heads and feet of pages only. persons: or tells of a person."""
    if unit.kind != "X":
        return False
    if unit.reason == "profile page":
        return persons
    return stands_around_papers(unit.text) or _COUNTS.fullmatch(unit.text) is not None


def _may_be_navigation(unit: Unit) -> bool:
    if unit.kind == "X":
        return True
    if unit.number is not None or unit.level or unit.bold or len(unit.text) > _LONGEST:
        return False
    if unit.kind:
        return unit.kind in "DMV" or (unit.kind == "I" and "url" in unit.fields)
    if unit.text.endswith(_SENTENCE_ENDS) or ("," in unit.text and PEOPLE.fullmatch(unit.text)):
        return False
    return unit.text.count(" ") < _WORDS


def _without_feet(units: Sequence[Unit]) -> list[Unit]:
    """The units, what stands below a paper's page being chrome up to the last line that is so for sure."""
    kept = list(units)
    start = -1  # of the foot that is open
    sure = -1  # its last sure line
    below = False  # whether anything of a paper is above; else it is the head of a page
    for n, unit in enumerate([*units, None]):
        if unit is None or (start >= 0 and (begins_page(unit) or _ends_foot(unit))):
            for place in range(start, sure + 1) if start >= 0 else ():
                if kept[place].kind != "X":
                    kept[place] = kept[place]._replace(kind="X", reason="page navigation", fields={})
            start = sure = -1
        elif unit.kind == "X":
            start = n if start < 0 and below and unit.text.lower() in _FEET else start
            sure = n
        below = below or (unit is not None and unit.kind not in ("X", "S"))
    return kept


def _ends_foot(unit: Unit) -> bool:
    """Whether a unit is of the next page or of another paper."""
    head = unit.kind == "I" or unit.label in ("title", "abstract", "created", "authors", "arxiv")
    return head or len(unit.text) > 200 or unit.kind in ("S", "T", "P")
