"""Lines of publishers' pages: where people work, letters behind names, volumes, proceedings after names."""

from __future__ import annotations

import re

from generator.sources.pasted.people import NAMES, PEOPLE
from generator.sources.pasted.unit import NEXT_LINE, Unit

_LETTERED = re.compile(rf"{NAMES}(?: [a-h]){{1,4}}(?:, {NAMES}(?: [a-h]){{1,4}}){{1,99}}")
_LETTER_ENDS = frozenset(f" {letter}" for letter in "abcdefgh")
_LETTERS = re.compile(r"(?: [a-h])+(?=,|$)")
_WITH_VENUE = re.compile(rf"(?P<authors>{NAMES}(?:, {NAMES}){{0,99}}); (?P<venue>Proceedings of .{{5,200}})")
_VOLUME = re.compile(r"volume \d{1,4}, .{4,60}", re.IGNORECASE)
_PLACES = r"(?:Department|School|Faculty|Institute|University|College|Laboratory|Cent(?:er|re))"
# Where people work: by the first of the parts between commas.
_AFFILIATION = re.compile(
    rf"[\d*†‡¹²³⁴]{{0,3}}\s?(?:{_PLACES} (?:of|for) [\w&.’' -]{{3,60}}|"
    r"(?:[A-Z][\w.’'-]{0,30} ){1,5}(?:University|Institute|College|Hospital|Academy))(?:, [A-Z].{0,120})?"
)


def published_line(unit: Unit) -> Unit:
    """A unit without a kind, with the one that it has on pages of Elsevier's or of the CVF."""
    if unit.text[-2:] in _LETTER_ENDS and _LETTERED.fullmatch(unit.text):
        return unit._replace(kind="A", text=_LETTERS.sub("", unit.text))
    found = _WITH_VENUE.fullmatch(unit.text) if "; Proceedings of " in unit.text else None
    if not found:
        return unit
    return unit._replace(kind="A", text=found["authors"], fields={**unit.fields, "venue": found["venue"]})


def published_pair(first: Unit, second: Unit) -> tuple[Unit, Unit]:
    """Two units that follow one another, with the kinds that they have next to each other."""
    if second.kind == "X" and not first.kind and _VOLUME.fullmatch(second.text):
        return first._replace(kind="V", label="venue"), second._replace(text=first.text)
    return first, second if second.kind else _published_below(first, second)


def _published_below(first: Unit, second: Unit) -> Unit:
    """The second of two units: the journal's name once more, people, or where the people above work."""
    if first.kind == "X" and first.text == second.text:
        return second._replace(kind="X", reason="publisher page")
    if first.kind == "X" and first.text == "Author links open overlay panel":
        return second._replace(kind="A", text=_LETTERS.sub("", second.text))
    at_work = first.reason == "affiliation"
    short = len(second.text) < 200
    if short and (at_work or PEOPLE.fullmatch(first.text)) and _AFFILIATION.fullmatch(second.text):
        return second._replace(kind="X", reason="affiliation")
    listed = at_work and second.gap == NEXT_LINE and PEOPLE.fullmatch(second.text) is not None
    return second._replace(kind="A") if listed else second
