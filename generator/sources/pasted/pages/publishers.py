"""Lines of publishers' pages: where people work, letters behind names, volumes, proceedings after names."""

from __future__ import annotations

import re

from generator.sources.pasted.pages.published import published_in
from generator.sources.pasted.unit import NEXT_LINE, WRAPPED, Unit
from generator.sources.signs.forms import DATE, MONTH
from generator.sources.signs.marks import HAS_DIGIT
from generator.sources.signs.notes import like_venue
from generator.sources.signs.people import NAMES, PEOPLE, like_names
from generator.sources.signs.words import PROSE
from generator.sources.signs.workplaces import PLACES, is_workplace

_LETTERED = re.compile(rf"{NAMES}(?: [a-h]){{1,4}}(?:, {NAMES}(?: [a-h]){{1,4}}){{1,99}}")
_LETTER_ENDS = frozenset(f" {letter}" for letter in "abcdefgh")
_LETTERS = re.compile(r"(?: [a-h])+(?=,|$)")
_WITH_VENUE = re.compile(rf"(?P<authors>{NAMES}(?:, {NAMES}){{0,99}}); (?P<venue>Proceedings of .{{5,200}})")
_VOLUME = re.compile(r"volume \d{1,4}, .{4,60}", re.IGNORECASE)
# Several of them, by the mark before the first one, in lines of any length.
_MARKED_PLACE = re.compile(
    rf"[\d*†‡§¶¹²³⁴]{{1,2}}\s?(?:From )?(?:[Tt]he )?[A-Z][^.!?]{{0,160}}\b(?:{PLACES}|Hospital|Academy)\b"
)
_LONGEST_PLACES = 2000  # characters
_BEHIND_NAMES = re.compile(r"(?<=\w)[\d*†‡§¶¹²³⁴⁵⁶⁷⁸⁹,]{1,8}(?=,|\s|$)")  # marks of places
_NUMBERED_PLACE = re.compile(r"(\d{1,3})\s\S.{7,400}")

_DATE = rf"(?P<date>(?:(?:\d{{1,2}} )?{MONTH} (?:\d{{1,2}}, )?)?(?:19|20)\d{{2}})"
_DOI = r"(?:https?://(?:dx\.)?doi\.org/)?(?P<doi>10\.\d{4,9}/\S{1,200}?)"
_PAGES = r"(?P<pages>[\w.]{1,12}(?:[-–]\w{1,9})?)"
# Where a result of a search was published, as publishers' sites write it.
_WHERE = tuple(
    re.compile(form)
    for form in (
        rf"(?P<venue>\S.{{6,250}}?),? ?{_DATE},? (?:Article No\.?:? ?\w{{1,9}},? )?(?:pp?\.?|"
        rf"[Pp]ages?) ?{_PAGES}"
        rf"(?:[ .,]{{0,2}}{_DOI})?",
        rf"(?:Research |Review )?Article \| published {_DATE} (?P<venue>[A-Z].{{2,120}})",
        r"Part of (?P<venue>Advances in .{5,80}?) \([A-Z][A-Za-z]{2,9} (?P<date>(?:19|20)\d{2})\)"
        r"(?: .{3,60})?",
        rf"(?P<venue>\w{{1,8}}Rxiv),? [\d.]{{6,20}}; ?doi: ?{_DOI}",
    )
)
_AND = re.compile(r",? (?:and|&|AND) |, ET AL\.?$")
_LISTED = re.compile(r"(?P<authors>\S.{4,600}?) in (?P<venue>[A-Z].{3,250})")
_ONE = re.compile(NAMES)  # person on a line
_SIGNS = ("Rxiv", "pp", "age", "•", "| published", "Part of ")  # one of them is in what these forms match
_LONGEST_VENUE = 250
_AT_REPOSITORY = re.compile(rf"[\w.-]{{1,60}}/[\w.-]{{1,80}}(?: ?[•·]){{1,2}} ?{_DATE}")

_IN = re.compile(rf"In:? (?P<venue>[A-Z][^.?!]{{1,150}}?), (?P<date>{DATE})\.?")
# The name of a place alone, as sites show it in place of people.
_AT_WORK = re.compile(r"(?:The )?(?:[A-Z][\w.’'-]{1,30} ){1,4}(?:University|Institute of [A-Z]\w+)")
_OF_SCIENCE = re.compile(  # Proceedings of Science: 'PoS(LATTICE 2013)503 pdf A. Kronfeld'
    r"(?P<venue>PoS ?\([^()]{2,40}\)) ?(?P<pages>\d{2,4})(?: (?:pdf|file|attachments?))*"
    r"(?: (?P<people>\S.*))?"
)


def published_line(unit: Unit) -> Unit:
    """A unit without a kind, with the one that it has on pages of Elsevier's, of the CVF or of PoS."""
    if unit.text[-2:] in _LETTER_ENDS and _LETTERED.fullmatch(unit.text):
        return unit._replace(kind="A", text=_LETTERS.sub("", unit.text))
    if unit.text[:3].lower() == "by " and PEOPLE.fullmatch(_AND.sub(", ", unit.text[3:])):
        return unit._replace(kind="A", text=unit.text[3:])
    if ("University" in unit.text or "Institute" in unit.text) and _AT_WORK.fullmatch(unit.text):
        return unit._replace(kind="X", reason="affiliation")
    if unit.text.startswith("PoS") and (of_science := _OF_SCIENCE.fullmatch(unit.text)):
        people, said = of_science["people"], {"venue": of_science["venue"], "pages": of_science["pages"]}
        return unit._replace(kind="A" if people else "V", text=people or said.pop("venue"), fields=said)
    found = _WITH_VENUE.fullmatch(unit.text) if "; Proceedings of " in unit.text else None
    if not found:
        return _where(unit) or unit
    return unit._replace(kind="A", text=found["authors"], fields={**unit.fields, "venue": found["venue"]})


def _where(unit: Unit) -> Unit | None:
    """A unit that says where a paper was published, with what it says; None for others."""
    text = unit.text
    if " in " in text and (listed := _LISTED.fullmatch(text)):
        names = listed["authors"].replace("…", ", ").replace(" ,", ",")
        if "," in names and PEOPLE.fullmatch(re.sub(r"\s{2,}", " ", names)):
            return unit._replace(
                kind="A", text=re.sub(r"\s{2,}", " ", names), fields={"venue": listed["venue"]}
            )
    if not HAS_DIGIT.search(text):
        return None
    if (found := _IN.fullmatch(text)) and _is_venue(found["venue"]):
        said = {**unit.fields, "date": found["date"]}
        return unit._replace(kind="V", text=found["venue"], label="venue", fields=said)
    for form in _WHERE if any(map(text.__contains__, _SIGNS)) else ():
        if found := form.fullmatch(text):
            said = {name: value for name, value in found.groupdict().items() if value and name != "venue"}
            return unit._replace(kind="V", text=found["venue"], label="venue", fields={**unit.fields, **said})
    if found := _AT_REPOSITORY.fullmatch(text):
        return unit._replace(kind="D", fields={"date": found["date"]})
    return _with_details(unit)


def _is_venue(name: str) -> bool:
    return like_venue(f"{name} 2000", name.count(" ") + 2) > 0


def _with_details(unit: Unit) -> Unit | None:
    """A unit with volume, issue or pages and a date or a DOI, and perhaps the venue."""
    said = published_in(unit.text)
    if said is None:
        return None
    venue = said.pop("venue")
    whole = unit._replace(kind="V" if venue else "D", fields={**unit.fields, **said})
    return whole._replace(text=venue, label="venue") if venue else whole


def published_pair(first: Unit, second: Unit) -> tuple[Unit, Unit]:
    """Two units that follow one another, with the kinds that they have next to each other."""
    if second.kind == "X" and not first.kind and _VOLUME.fullmatch(second.text):
        return first._replace(kind="V", label="venue"), second._replace(text=first.text)
    if second.label == "year" and "|" in second.text and not first.kind and len(first.text) < _LONGEST_VENUE:
        year = second.fields.get("year", "").partition(" |")[0]
        return first._replace(kind="V", label="venue"), second._replace(
            fields={**second.fields, "year": year}
        )
    where = second.fields.get("venue", second.text) if second.kind in ("A", "V") else ""
    if where.startswith("PoS") and not first.kind:
        return first._replace(kind="T", heads=True), second
    if first.text.startswith("in ") and not first.kind and _ONE.fullmatch(second.text):
        return first._replace(kind="V", text=first.text[3:], label="venue"), second._replace(kind="A")
    return first, second if second.kind else _published_below(first, second)


def _follows(first: Unit, second: Unit) -> bool:
    """Whether the second of two units has the next number, the first being where people work."""
    place = (
        _NUMBERED_PLACE.fullmatch(first.text) if first.label == "-" or first.reason == "affiliation" else None
    )
    number = int(second.text.split()[0])
    return place is not None and int(place[1]) + 1 == number


def _published_below(first: Unit, second: Unit) -> Unit:
    """The second of two units: the journal's name once more, people, or where the people above work."""
    if first.kind == "X" and first.text == second.text:
        return second._replace(kind="X", reason="publisher page")
    if first.kind == "X" and first.text == "Author links open overlay panel":
        return second._replace(kind="A", text=_LETTERS.sub("", second.text))
    if _NUMBERED_PLACE.fullmatch(second.text) and _follows(first, second):
        return second._replace(kind="X", reason="affiliation")
    at_work = first.reason == "affiliation"
    short = len(second.text) < 200
    one = short and (at_work or PEOPLE.fullmatch(first.text)) and is_workplace(second.text)
    if one or _are_places(first, second):
        return second._replace(kind="X", reason="affiliation")
    alone = first.kind == "A" and not first.label and _ONE.fullmatch(first.text)
    if alone and _ONE.fullmatch(second.text) and second.gap == NEXT_LINE:
        return second._replace(kind="A")
    listed = at_work and second.gap == NEXT_LINE and PEOPLE.fullmatch(second.text) is not None
    return second._replace(kind="A") if listed else second


def _are_places(first: Unit, second: Unit) -> bool:
    """Whether the second of two units are places of work with marks below people that have some, or the rest
    of such places in a wrapped text."""
    text, at_work = second.text, first.reason == "affiliation"
    if not (at_work and second.gap == WRAPPED) and not _MARKED_PLACE.match(text):
        return False
    if len(text) > _LONGEST_PLACES or not PROSE.isdisjoint(text.split()):
        return False
    rest = first.gap == WRAPPED and " " not in first.text  # a family name
    return at_work or (
        _BEHIND_NAMES.search(first.text) is not None and (rest or like_names(first.text, 0.0) > 0)
    )
