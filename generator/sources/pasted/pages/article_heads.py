"""The title and the people of an article among the lines of its page above the abstract."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.found_ids import find_ids
from generator.sources.pasted.pages.page_heads import people_of
from generator.sources.pasted.unit import Unit
from generator.sources.pasted.units.places import without_places
from generator.sources.signs.cited import cited
from generator.sources.signs.notes import like_venue
from generator.sources.signs.people import like_names, names_several

_LEAST_TITLE, _MOST_TITLE = 3, 45  # words
_START = 200  # characters of a title that are looked for elsewhere
_NEAR = 12  # units from a title to its people, at most
_PARTICLE = 5  # characters of a word that may be of a name without a capital
_BETWEEN = re.compile(r"[,;]\s+(?:(?:and|&)\s+)?|\s+(?:and|&)\s+")
_AT_WORK = re.compile(
    r"\d{1,2} ?(?:[A-Z][\w'’.-]* ){0,4}"
    r"(?:Department|Dept|Division|School|Faculty|College|Institut\w*|Cent(?:er|re)|Universi\w+|Laborator\w+|Hospital)\b"
)
_VENUE = -2.0  # what looks like a venue's name
_OPENING = "\"“‘'([$¿¡«"
_NO_TITLE = re.compile(
    r"\bdoi\b|://| > |[a-z]{2}:[a-z]|received .{0,30}\d{4}|published (?:online|\d)|, volume \d|^pages? \d|"
    r"^correspond",
    re.IGNORECASE,
)
_VOLUME = re.compile(r"vol(?:ume|\.) ?\d", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d{2}(?!\d)")
_PEOPLE_AND_YEAR = re.compile(
    r"(?P<people>.{3,3000}?)[ ,.]{1,3}\(?(?P<year>(?:19|20)\d{2})[a-z]?\)?[ .:,]{0,3}"
)
_HEAD = 90  # units from the title to the abstract's heading, at most
_FAR = 400  # units below in which a title is looked for
_UNNAMED = 4  # what tells a title above an abstract without a heading, at least
_MANY = 6  # lines of a page's own


def title_above(units: Sequence[Unit], lowest: int, heading: int, below: int, least: int) -> int | None:
    """The index of the title above an abstract; None where no unit surely is it.

    least: how many lines of its own tell the page, by which the title has to be surer.
    """
    best, found = (_UNNAMED if least > _MANY else 1 if least > 1 else 0), None
    around = [unit.text.casefold() for unit in units[lowest : below + _FAR]]
    for n in range(max(lowest, heading - _HEAD), heading):
        if may_be_title(units, n):
            named = bool(people_of(_visible(units[n].text)) or names_of(units[n]))
            score = _told(units, n, heading) + _again(units[n].text, around) - 2 * named
            if score >= best:
                best, found = score, n
    return found


def may_be_title(units: Sequence[Unit], n: int) -> bool:
    """Whether a unit may be a title: some words, no venue, nothing behind which a list goes on."""
    unit, below = units[n], units[n + 1]
    words = unit.text.count(" ") + 1
    if unit.kind not in ("", "T") or not _LEAST_TITLE <= words <= _MOST_TITLE:
        return False
    if not unit.text[0].isalnum() and unit.text[0] not in _OPENING:
        return False
    if unit.text.endswith((".", ":", ";", ",")) or _NO_TITLE.search(unit.text) or _is_place(unit):
        return False
    return not is_of_journal(below) and like_venue(unit.text, words) < _VENUE


def _is_place(unit: Unit) -> bool:
    """Whether a unit is the address of a place of work behind its number: '2 Department of …, Ankara'."""
    return unit.text[0].isdigit() and _AT_WORK.match(unit.text) is not None and "," in unit.text


def is_of_journal(unit: Unit) -> bool:
    return unit.kind == "X" and _VOLUME.match(unit.text) is not None


def _again(text: str, around: Sequence[str]) -> int:
    """How much other lines of the page say for a text being the title: itself, or a citation."""
    start = text.casefold()[:_START]
    others = [other for other in around if start in other]
    cited = any(_YEAR.search(other.replace(start, "")) for other in others if len(other) > len(text))
    return 3 if cited or others.count(start) > 1 else len(others) > 1


def _told(units: Sequence[Unit], n: int, heading: int) -> int:
    """How much people below a unit say for its being a title: several, soon."""
    for place in range(n + 1, min(n + 1 + _NEAR, heading)):
        if count := len(names_of(units[place])) or 2 * (units[place].kind == "A"):
            return (2 if count == 1 else 4) - (place - n > 1)
    return 0


def are_labelled(unit: Unit) -> bool:
    """Whether a unit is people with their label, or this on its own line above them."""
    return unit.kind == "A" or unit.label == "authors"


def names_of(unit: Unit) -> list[str]:
    """The people whom a unit without a kind names, each with capitals; a venue with its year in front, or
    with a volume, names none."""
    venue = unit.kind or _YEAR.match(unit.text) or _VOLUME.search(unit.text)
    text = "" if venue else without_places(_visible(unit.text))
    found = people_of(text)
    if not found and names_several(text):
        return [name for name in _BETWEEN.split(text.strip(" .,;")) if name]
    told = all(word[0].isupper() or len(word) < _PARTICLE for name in found for word in name.split())
    return found if told and (len(found) > 1 or (found and like_names(found[0], 0.0) > 0)) else []


def _people(unit: Unit) -> list[str]:
    """The people whom a unit names where people are sure to stand: 'A F Roijers' among them."""
    return people_of(_visible(unit.text)) if not unit.kind else []


def _visible(text: str) -> str:
    return text.replace("\u200b", "")


def people_below(units: Sequence[Unit], title: int, heading: int) -> int | None:
    """The index of the line of people between title and abstract: the first that names several, else one."""
    if any(unit.kind == "A" for unit in units[title:heading]):
        return None
    for n in range(title + 1, heading - 1):
        if units[n].kind == "L" and units[n].label == "authors" and _people(units[n + 1]):
            return n + 1
    named = [(n, len(names_of(units[n]))) for n in range(title + 1, heading)]
    first = next((n for n, count in named if count > 1), None)
    return next((n for n, count in named if count), None) if first is None or first <= title else first


def own_citation(unit: Unit, title: str) -> Unit | None:
    """A unit that cites the paper with this title, below it, as its people with what it says; None for
    others."""
    at = unit.text.casefold().find(title.casefold())
    before = _PEOPLE_AND_YEAR.fullmatch(unit.text[:at]) if at > 0 else None
    if before is None:
        return None
    ids = {found.name: found.value for found in find_ids(unit.text) if found.name in ("doi", "arxiv")}
    said = cited(unit.text) or {"authors": before["people"], "year": before["year"], **ids}
    known = {name: value for name, value in said.items() if name not in ("authors", "title")}
    return unit._replace(kind="A", text=said["authors"], label="", fields=known)


def named_together(units: Sequence[Unit], first: int, heading: int) -> Unit:
    """The unit of the people, of whom each may have a line, with marks in between."""
    names, last = names_of(units[first]) or _people(units[first]), units[first].last
    for n in range(first + 1, heading):
        below_comma = units[n - 1].text.endswith(",")
        further = names_of(units[n]) or (_people(units[n]) if below_comma else [])
        if len(names) > 1 and not further and any(map(str.isalpha, units[n].text)):
            break
        names += [name for name in further if name not in names]
        last = units[n].last if further else last
    return units[first]._replace(kind="A", last=last, text=", ".join(names))
