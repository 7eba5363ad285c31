"""What stands before and below a paragraph says of what it is: added to the scores of its own words."""

from __future__ import annotations

import math
from collections.abc import Sequence

from generator.sources.pasted.scores.kinds import (
    Scores,
    has_verb,
    likeliest,
    may_open_abstract,
    says,
    sentence_breaks,
)
from generator.sources.pasted.scores.remarks import speaks
from generator.sources.pasted.unit import BLANK, BLANKS, NEXT_LINE, RULED, WRAPPED, Unit
from generator.sources.pasted.units.sections import section_of
from generator.sources.signs.notes import ends_in_year, stands_alone
from generator.sources.signs.words import word_count
from generator.sources.signs.wrapping import ends_sentence

_FEW = 6  # units that a text of one paper hardly has more of, and words that are no sentence
_PEOPLE = 4.0  # as much as several people look like some
_PERSON = 1.0  # as much as one person alone does
_ABSTRACT = 5.0  # as much as a whole abstract looks like one
_NAMED = -1.5  # what the name of a journal at least looks like a venue by its words
_STOPPED = 35  # words of a title with a stop
_NEARLY = 1.0  # as likely as the likeliest kind
_SHORTEST, _DOUBT = 30, 6.0  # words of an abstract, and what speaks against one of fewer
_COMMENTED = 0.25  # of the lines in a place have to be comments for all to be
_LONG_TITLE = 45  # words


def weigh_in_context(units: Sequence[Unit], scores: Sequence[Scores]) -> None:
    """Adds to the scores of paragraphs what the one before says of them."""
    for n, unit in enumerate(units[1:], 1):
        before, possible = scores[n - 1], scores[n]
        if unit.kind:
            continue
        if units[n - 1].label == "abstract" and unit.gap == NEXT_LINE and ends_sentence(unit.text):
            possible["P"] = max(possible.get("P", 0.0), 2.5)
        if unit.gap != WRAPPED and _may_be_headed(units[n - 1]) and section_of(unit.text) in ("first", "aim"):
            before["T"] = max(before.get("T", 0.0), before.get("P", 0.0) + 1.0)
        more = before.get("P", 0.0) + 1.5
        labelled = any(below.label == "abstract" for below in units[n + 1 : n + 2])
        people = possible.get("A", 0.0) >= (_PERSON if labelled else _PEOPLE)
        if people and before.get("T", 0.0) < more and _may_be_set_off_title(units[n - 1]):
            before["T"] = more
        if _may_be_title_with_stop(units, scores, n):
            before["T"] = max(before.get("T", 0.0), before.get("P", 0.0) + 1.0)
        if _may_be_rest(units[n - 1], unit, possible) and likeliest(before) == "P":
            possible["P"] = max(possible.get("P", 0.0), 2.5)
        if _ends_title(units, scores, n):
            possible["T"] = possible["P"] + 1.0
        if "T" in possible and _stands_as_venue(units, scores, n):
            named = possible.get("V", -_ABSTRACT) > _NAMED or ends_in_year(unit.text)
            kind = "V" if named else "C"
            possible[kind] = max(possible.get(kind, 0.0), possible["T"] + 0.5)
        likely = max(before.values()) - _NEARLY
        whole = ends_sentence(units[n - 1].text) and not units[n - 1].text.endswith((":", ";"))
        if unit.gap == WRAPPED and whole and stands_alone(unit.text):
            possible["C"] = 3.0
            possible.pop("P", None)
        for kind in ("C", "V"):
            if unit.gap == WRAPPED and before.get(kind, -math.inf) >= likely:
                possible[kind] = max(possible.get(kind, 0.0), 2.5)
                possible["T"] = possible.get("T", 0.0) - 3.0


def _stands_as_venue(units: Sequence[Unit], scores: Sequence[Scores], n: int) -> bool:
    """Whether a unit stands where the journal mostly does, below a title and its people, on an abstract: a
    next title would be set off from them."""
    unit = units[n]
    if n < 2 or n + 1 == len(units) or scores[n + 1].get("P", 0.0) < _ABSTRACT:
        return False
    people = _first_line(units, n - 1)
    title = _first_line(units, people - 1)
    if title < 0 or likeliest(scores[title]) != "T" or scores[people].get("A", 0.0) < _PERSON:
        return False
    apart = title == 0 or units[title].gap > max(units[people].gap, unit.gap)
    plain = WRAPPED not in (unit.gap, units[n + 1].gap) and not unit.is_marked
    return apart and plain and not has_verb(unit.text)


def _first_line(units: Sequence[Unit], n: int) -> int:
    """The index of the unit that a paragraph begins with, by that of one in it."""
    while n > 0 and units[n].gap == WRAPPED:
        n -= 1
    return n


def _may_be_set_off_title(unit: Unit) -> bool:
    """Whether what stands apart above people may be a title, though it has stops: no sentence of a text."""
    plain = not unit.kind and unit.gap not in (WRAPPED, NEXT_LINE)
    return plain and 2 < word_count(unit.text) <= _LONG_TITLE and not has_verb(unit.text)


def _may_be_title_with_stop(units: Sequence[Unit], scores: Sequence[Scores], n: int) -> bool:
    """Whether what is right above an abstract may be its title, though it ends as sentences do: it is set
    off, or below people, and says nothing, or nothing else stands above the only abstract."""
    title = units[n - 1]
    if not title.text.endswith(".") or word_count(title.text) > _STOPPED:
        return False
    if units[n].gap in (WRAPPED, BLANKS, RULED) or scores[n].get("P", 0.0) < _ABSTRACT:
        return False
    below = n > 1 and title.gap in (NEXT_LINE, BLANK) and likeliest(scores[n - 2]) == "A"
    if title.kind or title.section or title.gap == WRAPPED or not (below or title.gap > units[n].gap):
        return False
    only = n == 1 and all(unit.gap == WRAPPED for unit in units[2:])
    return not (speaks(title.text) or may_open_abstract(title.text) if only else says(title.text))


def _ends_title(units: Sequence[Unit], scores: Sequence[Scores], n: int) -> bool:
    """Whether a few words with a stop below a full line, on top of an abstract, end a title rather."""
    few = units[n].gap == WRAPPED and units[n].text.endswith(".") and word_count(units[n].text) <= _FEW
    if not few or n + 1 == len(units) or units[n + 1].gap == WRAPPED or "P" not in scores[n]:
        return False
    title = likeliest(scores[n - 1]) == "T" and not says(units[n - 1].text)
    return title and scores[n + 1].get("P", 0.0) >= _ABSTRACT


def _may_be_rest(above: Unit, unit: Unit, possible: Scores) -> bool:
    """Whether a sentence on the line below an abstract is rather its last one than a remark, or a line below
    a full one of it goes on with its sentence."""
    if unit.gap == WRAPPED:
        return not ends_sentence(above.text)
    if unit.gap != NEXT_LINE or not unit.text.endswith(".") or len(possible) == 1:
        return False
    remark = max(possible.get("C", 0.0), possible.get("V", 0.0)) > 0.0
    return "P" in possible and not remark and has_verb(unit.text)


def _may_be_headed(unit: Unit) -> bool:
    """Whether what is above the first section of an abstract may be its title: no whole sentences."""
    return not unit.kind and not unit.text.endswith(".") and 4 < word_count(unit.text) <= _LONG_TITLE


def doubt_short_abstracts(units: Sequence[Unit], scores: Sequence[Scores]) -> None:
    """In a text without any paragraph as long as abstracts are, a title with stops is none either; in a short
    text one sentence may be."""
    if any(unit.kind == "P" or word_count(unit.text) >= _SHORTEST for unit in units):
        return
    for unit, possible in zip(units, scores, strict=True):
        sentence = len(units) < _FEW and unit.text.endswith(".") and not sentence_breaks(unit.text)
        if "P" in possible and not unit.section and not sentence and not has_verb(unit.text):
            possible["P"] -= _DOUBT


def allow_comments(units: Sequence[Unit], scores: Sequence[Scores]) -> None:
    """Lets what stands where arXiv's comments do, below an abstract, be one, and surely where others are."""
    places = [
        possible
        for n, possible in enumerate(scores)
        if n and "P" in scores[n - 1] and not units[n].kind and _is_above_metadata(units, n)
    ]
    comments = sum(likeliest(possible) in "CV" for possible in places)
    more = _NEARLY if comments > len(places) * _COMMENTED else -_NEARLY / 2
    for possible in places:
        if "T" in possible:
            possible["C"] = max(possible.get("C", 0.0), possible["T"] + more)


def _is_above_metadata(units: Sequence[Unit], n: int) -> bool:
    """Whether an identifier and when its paper was created follow, as where arXiv's comments stand."""
    below = units[n + 1 : n + 3]
    return len(below) == 2 and "arxiv" in below[0].fields and below[1].label == "created"
