"""Results and pages of Semantic Scholar: people, venue and date below a title, buttons around the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.sources.chrome import names_fields
from generator.sources.pasted.scores.kinds import sentence_breaks
from generator.sources.pasted.unit import WRAPPED, Unit
from generator.sources.signs.forms import DATE
from generator.sources.signs.people import NAMES
from generator.sources.signs.wrapping import ends_sentence

_PUBLISHED = re.compile(
    rf"Published in (?P<venue>[^…]{{3,120}}?)(?P<cut>…)?\s?(?P<date>{DATE})(?:\s.{{0,40}})?"
)
_LISTED = rf"{NAMES}(?:, {NAMES}|, ?\+ ?\d{{1,3}} authors,?(?: {NAMES})?){{0,99}}"
_PEOPLE = re.compile(_LISTED)
_WITH_PLACE = re.compile(rf"(?P<authors>{_LISTED}) [•·] (?P<venue>[^•·]{{2,120}}) [•·] (?P<date>{DATE})")
_GLUED = re.compile(  # between two people without a comma, or around the number of others
    r"(?<=[a-zß-öø-ÿā-ž])(?<!\bMc)(?<!\bMac)(?<!\bD[aei])(?<!\bL[aeo])(?<!\bVan)(?<!\bFitz)(?=[A-Z][a-z.])"
)
_OTHERS = re.compile(r",?\s?\+\s?\d{1,3} authors?,?\s?")
_LONG = 80  # characters of a line
_LONGEST_VENUE, _LONGEST_TITLE = 120, 300


def result_line(unit: Unit) -> Unit:
    """A unit with its kind where it says where and when a paper was published, perhaps behind its people."""
    dotted = "•" in unit.text or "·" in unit.text
    if dotted and (placed := _WITH_PLACE.fullmatch(unit.text)):
        said = in_full({"venue": placed["venue"], "date": placed["date"]})
        return unit._replace(kind="A", text=placed["authors"], fields=said, held=True)
    if published := _PUBLISHED.fullmatch(unit.text):
        said = {} if published["cut"] else {"venue": published["venue"]}
        return unit._replace(kind="D", fields={"date": published["date"], **said})
    return unit


def in_full(said: Mapping[str, str]) -> dict[str, str]:
    """What is said, without what a page has cut short."""
    return {name: value for name, value in said.items() if value and "…" not in value}


def is_between_field_and_date(units: Sequence[Unit]) -> bool:
    """Whether the second of three units is the venue in a result of Semantic Scholar's."""
    if len(units) < 3 or units[0].kind != "X" or units[1].kind or units[2].kind != "D":
        return False
    return names_fields(units[0].text) and len(units[1].text) < _LONGEST_VENUE


def is_below_people(title: Unit, units: Sequence[Unit]) -> bool:
    """Whether the second of three units is the venue between the people below a title and a date."""
    if len(units) < 3 or units[2].kind != "D" or title.kind.strip("T") or not may_be_title(title.text):
        return False
    people, venue, date = units
    alike = people.gap == venue.gap == date.gap != WRAPPED
    plain = not venue.kind and len(venue.text) < _LONGEST_VENUE and not venue.text.endswith(".")
    named = people.kind == "A" or (not people.kind and _PEOPLE.fullmatch(people.text) is not None)
    alone = date.text in date.fields.values()
    return alike and plain and named and alone


def of_semantic_scholar(first: Unit, second: Unit) -> Unit:
    """The first of two units, with the kind that it has in Semantic Scholar above its own lines."""
    if second.text.startswith("Corpus ID") and first.kind == "I":
        return first._replace(heads=True)
    if second.kind == "X" and not first.kind and names_fields(second.text):
        return _parted(first)
    cut_short = second.text == "Expand" and not first.kind and len(first.text) > _LONG
    return first._replace(kind="P", held=True) if cut_short else first


def _parted(unit: Unit) -> Unit:
    """A unit above the field of a paper, with commas between its people where the page set none."""
    if len(unit.text) > _LONGEST_TITLE or not (_OTHERS.search(unit.text) or _GLUED.search(unit.text)):
        return unit
    names = [name.strip() for name in _GLUED.sub(", ", _OTHERS.sub(", ", unit.text)).split(",")]
    people = ", ".join(name for name in names if name)
    whole = all(" " in name for name in names if name) and _PEOPLE.fullmatch(people)
    return unit._replace(kind="A", text=people) if whole else unit


def may_be_title(text: str) -> bool:
    """Whether a text is as short as titles are and not sentences."""
    return len(text) < _LONGEST_TITLE and not (ends_sentence(text) and sentence_breaks(text))
