"""A line on top of an abstract that says title, people and year in one: `Title | Ada Smith, Jon Dahl | 2021`,
`Title — Ada Smith and Jon Dahl (2021)`, `Title (A. Smith, J. Dahl, 2021)`, `Ada Smith: Title, 2021`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.sources.pasted.unit import BLANK, NEXT_LINE, Unit
from generator.sources.pasted.units.sections import section_of
from generator.sources.signs.notes import like_venue
from generator.sources.signs.people import all_names, like_names
from generator.sources.signs.wrapping import ends_sentence

_ABSTRACT, _LONGEST = 120, 1200  # characters
_MARKS = ("|", "—", "–", " - ", " -- ", ")", "]", ", 19", ", 20")  # one of them stands in such a line
_YEAR = re.compile(r"(?:\s?[|/·•–—]\s|\s-{1,2}\s|,?\s[(\[]|,\s)(?P<year>(?:19|20)\d{2})(?P<end>[)\]]?)\.?$")
_BETWEEN = re.compile(r"\s?[|·•—–]\s|\s-{1,2}\s")
_BRACKET = re.compile(r"\s(?=[(\[][^\W\d_a-z][^()\[\]]{3,}$)")
_JOINED = re.compile(r", | and |; ")
_LEAST, _MOST = 2, 50  # words of a title
_WORD = re.compile(r"[^\W\d_]{3,}")
_INITIAL = re.compile(r"\b[A-Z]\b")


def with_heads_parted(units: Sequence[Unit]) -> list[Unit]:
    """The units, such a line being its title with the rest in its fields."""
    found = list(units)
    for n, (unit, below) in enumerate(pairwise(units)):
        said = _said(unit.text, below.text) if _may_be_head(unit, below) else None
        if said:
            title = said.pop("title")
            found[n] = unit._replace(kind="T", text=title, marker="", fields={**unit.fields, **said})
    return found


def _may_be_head(unit: Unit, below: Unit) -> bool:
    """Whether a line stands on top of what may be an abstract, and may say more than a title."""
    if unit.kind or not len(unit.text) <= _LONGEST or len(below.text) <= _ABSTRACT:
        return False
    ends = unit.text[-1] in ")]" or unit.text[-6:].rstrip(".)]")[-4:].isdigit()
    if not ends and "|" not in unit.text:
        return False
    above = below.kind in ("", "P") and below.gap in (NEXT_LINE, BLANK) and ends_sentence(below.text)
    marked = above and unit.text[0] not in "[*_" and any(map(unit.text.__contains__, _MARKS))
    return marked and not section_of(unit.text)


def _said(text: str, abstract: str) -> dict[str, str] | None:
    """Title, authors, and year and venue where they stand there; None for any other line."""
    dated = _YEAR.search(text)
    head = text[: dated.start()] if dated else text
    year = {"year": dated["year"]} if dated else {}
    if dated and dated["end"] and text[dated.start() :].lstrip(", ")[0] not in "([":
        return _bracketed(head, year, abstract)
    if not dated and text[-1] in ")]":
        return _bracketed(text[:-1], {}, abstract)
    pieces = [piece.strip() for piece in _BETWEEN.split(head)]
    for n in range(len(pieces) - 1, max(len(pieces) - 3, 0), -1):
        people, venue = pieces[n], pieces[n + 1] if n + 1 < len(pieces) else ""
        if not dated and not ("|" in text and _JOINED.search(people)):
            continue
        title = head[: head.rindex(people)].rstrip(" |·•–—-")
        if (venue and like_venue(venue, venue.count(" ") + 1) <= 0) or not _are_people(people, abstract):
            continue
        if _may_be_title(title) and not (n > 1 and all_names(pieces[n - 1], 1)):
            return {"title": title, "authors": people, **({"venue": venue} if venue else {}), **year}
    return _people_first(head, year, abstract) if dated else None


def _bracketed(text: str, year: dict[str, str], abstract: str) -> dict[str, str] | None:
    """What a title says with people in the bracket behind it, which was taken off its end."""
    bracket = _BRACKET.search(text)
    people = text[bracket.end() + 1 :] if bracket else ""
    title = text[: bracket.start()] if bracket else ""
    sure = bool(year) or _JOINED.search(people) is not None
    fits = sure and _are_people(people, abstract) and _may_be_title(title)
    return {"title": title, "authors": people, **year} if fits else None


def _people_first(text: str, year: dict[str, str], abstract: str) -> dict[str, str] | None:
    """What a line says that is people, a colon and a title, with its year behind it."""
    people, _, title = text.partition(": ")
    fits = _are_people(people, abstract) and _may_be_title(title)
    return {"title": title, "authors": people, **year} if fits else None


def _may_be_title(text: str) -> bool:
    return _LEAST <= text.count(" ") + 1 <= _MOST and not all_names(text) and not text[0].islower()


def _are_people(text: str, abstract: str) -> bool:
    """Whether a text is a list of names; a few without initials are no words of the abstract."""
    if not all_names(text, 1) or like_names(text, 0.0) <= 0.0:
        return False
    words = () if _INITIAL.search(text) or text.count(", ") > 1 else _WORD.findall(text)
    return not any(f" {word.lower()} " in abstract for word in words if word != "and")
