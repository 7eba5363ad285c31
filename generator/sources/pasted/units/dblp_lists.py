"""Lists of DBLP: people with a colon behind them, then title, venue, year and pages, on one line or two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.unit import Unit
from generator.sources.signs.people import PEOPLE

_PAGES = r"[\w:]{1,20}(?:-[\w:]{1,20})?"
_WORD = (  # of a venue, as DBLP shortens it: capitals, but for small words
    r"(?:[A-Z\d(][^\s.?!:]{0,30}(?:\.\)?(?= ))?|[a-z]{1,4}[A-Z-][^\s.?!:]{0,30}|"
    r"of|on|and|in|the|for|to|de|la|et|&|@)"
)
_TITLE = re.compile(
    rf"(?P<title>[\w-]{{2,7}}\.|.{{8,400}}?[.?!]) (?P<venue>{_WORD}(?: {_WORD}){{0,14}}?"
    r"(?: abs/(?P<arxiv>[\w.\-/]{5,20}))?)"
    r"(?: (?P<volume>\d{1,4})(?:\((?P<number>[\w./-]{1,9})\))?)?"
    rf"(?:: (?P<pages>{_PAGES}))?,? ?\(?(?P<year>(?:19|20)\d{{2}})\)?(?:: ?(?P<part>{_PAGES}))?\.?"
)
_BOOK = re.compile(  # with its publisher, and a link to what it holds
    r"(?P<title>.{3,400}?[.?!]) (?P<venue>[A-Z].{2,150}?),? (?P<year>(?:19|20)\d{2})"
    r"(?:, ISBN [\d-]{9,17}X?(?: \[contents\])?| \[contents\])"
)
KEY = re.compile(r"\[[a-z]{1,2}\d{1,4}\]")  # of an entry: [c12]
_STOP = re.compile(r"[^\W\d_]{2}\. ")
_NUMBER_OF_NAMESAKE = re.compile(r" 0\d{3}(?=,|$)")


def dblp_pair(first: Unit, second: Unit) -> tuple[Unit, Unit]:
    """Two units that follow one another, as people and title where they are so in DBLP."""
    if first.kind == "D" and second.kind == "X" and KEY.fullmatch(second.text):
        return first._replace(kind="X", reason="heading", fields={}), second
    if first.kind or second.kind or not first.text.endswith(":"):
        return first, second
    names = _NUMBER_OF_NAMESAKE.sub("", first.text[:-1])
    found = _TITLE.fullmatch(second.text) or _BOOK.fullmatch(second.text) if _are_people(names) else None
    if not found:
        return first, second
    return first._replace(kind="A", text=names, heads=True), _title(second, found)


def with_entries_of_dblp(units: Sequence[Unit]) -> list[Unit]:
    """The units, those with people and title on one line being titles: below no people, and where one person
    is named, below a line of the site."""
    found = list(units)
    for n, unit in enumerate(units):
        if unit.kind or ": " not in unit.text:
            continue
        above = units[n - 1] if n else None
        alone = above is not None and are_authors(above.text)
        of_site = above is not None and (above.kind == "X" or KEY.fullmatch(above.text) is not None)
        if not alone and (of_site or "," in unit.text.partition(": ")[0]):
            found[n] = _entry(unit)
    return found


def _entry(unit: Unit) -> Unit:
    """A unit, as the title with its people where both stand on one line."""
    names, _, rest = unit.text.partition(": ")
    if not PEOPLE.fullmatch(names) or _STOP.search(names):
        return unit
    said = _TITLE.fullmatch(rest)
    if not said:
        return unit
    title = _title(unit, said)
    people = _NUMBER_OF_NAMESAKE.sub("", names)
    return title._replace(fields={**title.fields, "authors": people}, label="title", held=False, heads=True)


def are_authors(text: str) -> bool:
    """Whether a line is of people, with a colon before what they wrote."""
    return text.endswith(":") and PEOPLE.fullmatch(text[:-1]) is not None


def are_namesakes(text: str) -> bool:
    """Whether a line is of people with a number behind one, which is no year: 'Wei Wang 0005:'."""
    return text.endswith(":") and _NUMBER_OF_NAMESAKE.search(text[:-1]) is not None


def _are_people(text: str) -> bool:
    return "," in text or PEOPLE.fullmatch(text) is not None


def _title(unit: Unit, found: re.Match[str]) -> Unit:
    said = {
        name: value for name, value in found.groupdict().items() if value and name not in ("title", "part")
    }
    fields = {**said, "venue": re.sub(r" \(\d{1,2}\)$", "", found["venue"])}
    return unit._replace(kind="T", text=found["title"].rstrip("."), fields=fields, held=True)
