"""Lines that say title and people in one, on top of abstracts: `Title - Ada Lovelace, Emmy Noether`,
`Ada Lovelace, Emmy Noether. Title.`, also with a colon, `Title. Ada Lovelace and Emmy Noether. Venue,
2021`; and in lists, as of the papers that a conference accepted: `Ada Lovelace and Emmy Noether. Title.`,
`Title (Ada Lovelace and Emmy Noether)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from generator.sources.pasted.unit import BLANK, NEXT_LINE, Unit
from generator.sources.pasted.units.sections import section_of
from generator.sources.signs.cited import PUBLISHED
from generator.sources.signs.people import all_names, like_names, names_several

_ABSTRACT, _LONGEST, _LONGEST_VENUE = 200, 400, 150  # characters
_LEAST, _MOST = 2, 40  # words of a title
_MOST_PLACES = 4  # where a title may end
_FEW = 3  # lines of a list
_PLACES = re.compile(r": |[?!]? [–—-]{1,2} |(?<=\w\w)[.?!][”\"]? |[,.]?[”\"],? ")
_MARKS = (": ", "- ", "– ", "— ", ".", "?", "!", '"', "”")  # one of them stands where _PLACES matches
_END = re.compile(r"(?<=\w\w)\. |\.$|, (?=[^,]{2,90}(?:19|20)\d{2}\.?$)")
_STOP = re.compile(r"(?<=\w\w)\. ")
_CAPITAL = r"[^\W\d_a-z][\w.'’-]*"
_ENDS_OF_TITLES = (". ", "? ", "! ", ": ")
_TWO_PEOPLE = re.compile(rf"(?:{_CAPITAL} ){{1,3}}(?:[a-z]{{2,3}} ){{0,2}}{_CAPITAL}(?:,| and| &)")
_MARK = re.compile(r"(?<=\w\w)[.?!] | [(\[]|,? by |,? [–—-]{1,2} | [|/·] |\s?\t\s?")
_MARKED = (". ", "? ", "! ", "(", "[", " by ", "- ", "– ", "— ", "|", "/", "·", "\t")  # where _MARK matches
_COLUMN = re.compile(r"#?\d{1,5}\s*\t\s*")
_WORD = re.compile(r"[^\W\d_]{3,}")
_QUOTES = '"“”'


def with_titles_apart(units: Sequence[Unit]) -> list[Unit]:
    """The units, people and what else stands beside a title being said by its fields."""
    pairs = [n for n, (unit, below) in enumerate(pairwise(units)) if _may_be_one(unit, below)]
    several = [n for n in pairs if _several(units[n].text)]
    said = {n: one for n in several if (one := next(_parted(units[n].text, units[n + 1].text), None))}
    if said:  # then one person alone stands so too
        rest = (n for n in pairs if n not in said)
        said |= {n: one for n in rest if (one := next(_parted(units[n].text, units[n + 1].text, 1), None))}
    said |= _listed(units)
    found = list(units)
    for n, (title, fields) in said.items():
        found[n] = found[n]._replace(kind="T", text=title, marker="", fields={**found[n].fields, **fields})
    return [part for unit in found for part in (_run_in(unit) if len(unit.text) > _ABSTRACT else (unit,))]


def _run_in(unit: Unit) -> Iterator[Unit]:
    """A unit, or the title, the people and the abstract that stand in one paragraph, each behind a stop; a
    part of an abstract may cite its paper so."""
    text = unit.text
    plain = not unit.kind and not section_of(text)
    for stop in [text.find(mark, 0, _LONGEST) for mark in _ENDS_OF_TITLES] if plain else []:
        start = stop + 2
        end = (
            _STOP.search(text, start, start + _LONGEST)
            if stop > 0 and _TWO_PEOPLE.match(text, start)
            else None
        )
        people = text[start : end.start()] if end else ""
        title = text[: stop + 1].rstrip(".:")
        if end and all_names(people) and _may_be_title(title):
            yield unit._replace(kind="T", text=title, marker="", fields={**unit.fields, "authors": people})
            yield Unit(unit.first, unit.last, text[end.end() :], NEXT_LINE, "P")
            return
    yield unit


def _listed(units: Sequence[Unit]) -> dict[int, tuple[str, dict[str, str]]]:
    """What the lines of lists say, each of which are people and a title, or a title and people: several on
    end somewhere, and most of them with two people or more."""
    open_ones = [n for n, unit in enumerate(units) if unit.kind != "X"]
    for way in (_people_and_title, _title_and_people):
        said = {n: one for n, unit in enumerate(units) if not unit.kind and (one := way(unit))}
        several = sum(_several(fields["authors"]) for _, fields in said.values())
        if len(said) < _FEW or 2 * several <= len(said):
            continue
        if any(said.keys() >= {*open_ones[n : n + _FEW]} for n in range(len(open_ones) - _FEW + 1)):
            return said
    return {}


def _people_and_title(unit: Unit) -> tuple[str, dict[str, str]] | None:
    """What a line says that is people, a stop and a title, and no reference with its venue; the number of a
    paper may stand in a column before it."""
    if len(unit.text) > _LONGEST or ". " not in unit.text:
        return None
    text = _COLUMN.sub("", unit.text, count=1) if "\t" in unit.text else unit.text
    stop = _STOP.search(text)
    people = all_names(text[: stop.start()], 1) if stop else ""
    title = text[stop.end() :].removesuffix(".") if stop else ""
    if not people or not _may_be_title(title):
        return None
    return title, {"authors": people}


def _title_and_people(unit: Unit) -> tuple[str, dict[str, str]] | None:
    """What a line says that is a title and people behind a mark."""
    if len(unit.text) > _LONGEST or not any(map(unit.text.__contains__, _MARKED)):
        return None
    for mark in islice(_MARK.finditer(unit.text), _MOST_PLACES):
        people = unit.text[mark.end() :].strip(" .)]")
        if all_names(people, 1) and like_names(people, 0.0) > 0.0:
            title = unit.text[: mark.start()] + mark[0][0] * (mark[0][0] in "?!")
            return (title, {"authors": people}) if _may_be_title(title) and not all_names(title, 1) else None
    return None


def _may_be_one(unit: Unit, below: Unit) -> bool:
    """Whether a line on top of what may be an abstract has a mark behind which people may stand."""
    if unit.kind or len(unit.text) > _LONGEST or len(below.text) <= _ABSTRACT:
        return False
    above = below.kind in ("", "P") and below.gap in (NEXT_LINE, BLANK)
    marked = above and any(map(unit.text.__contains__, _MARKS)) and _PLACES.search(unit.text) is not None
    return marked and not (section_of(unit.text) or all_names(unit.text) or names_several(below.text))


def _several(text: str) -> bool:
    return ", " in text or " and " in text


def _parted(text: str, abstract: str, least: int = 2) -> Iterator[tuple[str, dict[str, str]]]:
    """Each way to part a line into a title and what is beside it. abstract: what is below; least: people."""
    for place in islice(_PLACES.finditer(text), _MOST_PLACES):
        before, behind = text[: place.start()], text[place.end() :]
        if _are_people(before, abstract, least) and place[0] in (". ", ": "):
            title = behind.removesuffix(".")
            if _may_be_title(title):
                yield title, {"authors": before}
            return
        if place[0] == ": ":
            continue
        end = _END.search(behind)
        people, rest = (behind[: end.start()], behind[end.end() :]) if end else (behind, "")
        title = before + place[0].strip(" .,–—-" + _QUOTES)
        if _are_people(people, abstract, least) and _may_be_title(title):
            venue = rest.strip(" .")
            if len(venue) <= _LONGEST_VENUE:
                yield title.strip(_QUOTES), {"authors": people, **({"venue": venue} if venue else {})}


def _may_be_title(text: str) -> bool:
    if text.startswith(PUBLISHED) or ". " in text or text[0].islower():
        return False
    return _LEAST <= text.count(" ") + 1 <= _MOST


def _are_people(text: str, abstract: str, least: int) -> bool:
    """Whether a text is a list of names, and none of them a word of the abstract."""
    words = _WORD.findall(all_names(text, least))
    return bool(words) and not any(f" {word.lower()} " in abstract for word in words if word != "and")
