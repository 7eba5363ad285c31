"""Lines on top of abstracts that say title and people in one: `Title - Ada Lovelace, Emmy Noether`,
`Ada Lovelace, Emmy Noether. Title.`, `Title. Ada Lovelace and Emmy Noether. Venue, 2021`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.sources.pasted.entries import all_names
from generator.sources.pasted.unit import BLANK, NEXT_LINE, Unit

_ABSTRACT, _LONGEST = 200, 600  # characters
_LEAST, _MOST = 2, 40  # words of a title
_PLACES = re.compile(r"[?!]? [–—-]{1,2} |(?<=\w\w)[.?!][”\"]? |[,.]?[”\"],? ")
_END = re.compile(r"(?<=\w\w)\. |\.$|, (?=[^,]{2,90}(?:19|20)\d{2}\.?$)")
_YEAR = re.compile(r"[,.]? \(?((?:19|20)\d{2})\)?\.?$")
_WORD = re.compile(r"[^\W\d_]{3,}")
_QUOTES = '"“”'


def with_titles_apart(units: Sequence[Unit]) -> list[Unit]:
    """The units, people and what else stands beside a title being said by its fields."""
    found = list(units)
    for n, unit in enumerate(units[:-1]):
        if _may_say_people(unit) and _is_above_abstract(units[n + 1]):
            said = next(_parted(unit.text, units[n + 1].text), None)
            if said:
                title, fields = said
                found[n] = unit._replace(kind="T", text=title, fields={**unit.fields, **fields})
    return found


def _may_say_people(unit: Unit) -> bool:
    text = unit.text
    several = ", " in text or " and " in text
    hopeful = several and not unit.kind and len(text) <= _LONGEST and _PLACES.search(text) is not None
    return hopeful and not all_names(text)


def _is_above_abstract(unit: Unit) -> bool:
    return unit.kind in ("", "P") and len(unit.text) > _ABSTRACT and unit.gap in (NEXT_LINE, BLANK)


def _parted(text: str, abstract: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each way to part a line into a title and what is beside it. abstract: what is below."""
    for place in _PLACES.finditer(text):
        before, behind = text[: place.start()], text[place.end() :]
        if _are_people(before, abstract) and place[0] == ". ":
            title = behind.removesuffix(".")
            if _may_be_title(title):
                yield title, {"authors": before}
            return
        end = _END.search(behind)
        people, rest = (behind[: end.start()], behind[end.end() :]) if end else (behind, "")
        title = before + place[0].strip(" .,–—-" + _QUOTES)
        if _are_people(people, abstract) and _may_be_title(title):
            year = _YEAR.search(f" {rest}")
            venue = f" {rest}"[: year.start()].strip(" .,") if year else rest.strip(" .")
            said = {"authors": people, "venue": venue, "year": year[1] if year else ""}
            yield title.strip(_QUOTES), {name: value for name, value in said.items() if value}


def _may_be_title(text: str) -> bool:
    return _LEAST <= text.count(" ") + 1 <= _MOST and ". " not in text and not text[0].islower()


def _are_people(text: str, abstract: str) -> bool:
    """Whether a text is a list of names, and none of them a word of the abstract."""
    names = all_names(text)
    return bool(names) and not any(f" {word.lower()} " in abstract for word in _WORD.findall(names))
