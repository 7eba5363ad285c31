"""Pages and results of PubMed: journals in short with date, volume and pages, above or below their paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.unit import BLANKS, NEXT_LINE, WRAPPED, Unit
from generator.sources.signs.cited import cited, may_be_cited
from generator.sources.signs.people import like_names

_PUBMED = re.compile(
    r"(?P<venue>[A-Z](?:[\w .&()/'’-]{1,80}?|"
    r"(?:[\w ,:&()/'’-]|\.(?! )){1,220}(?=\. \d{4};)))\. (?P<year>(?:19|20)\d{2})"
    r"(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: \d{1,2})?)?"
    r"(?:;(?P<volume>[\w ]{1,12})?(?:\((?P<number>[\w -]{1,12})\))?(?::(?P<pages>[\w.–-]{1,24}?))?)?\."
    r"(?: doi: (?P<doi>10\.\d{4,9}/\S{1,200}?)\.)?(?: (?:Epub|eCollection|Online) .{4,40})?"
)
_LONGEST_TITLE = 300
_VENUE, _LONGEST = 230, 600  # characters of a venue with its stop, and of the line
_LINES = 20  # of people
_TIGHT = (WRAPPED, NEXT_LINE)
_ABOVE = 2  # lines above a journal: people, their title
_AFTER_STOP = re.compile(r"\. (?:19|20)\d{2}\b")


def with_journals(units: Sequence[Unit]) -> list[Unit]:
    """The units, those that tell journals being venues; one surely starts a record where a page begins so."""
    joined = _stops_joined(units)
    found = [_of_journal(unit) if not _ends_reference(joined, n) else unit for n, unit in enumerate(joined)]
    for n in range(len(found) - 1):
        begins = _begins_page(found[n - 1] if n else None, found[n], found[n + 1])
        if begins and not _ends_block(found, n) and not _is_below_title(found, n):
            found[n] = found[n]._replace(heads=True)
    return found


def _ends_reference(units: Sequence[Unit], n: int) -> bool:
    """Whether a line that could be a journal's is the last one of a reference that begins above."""
    if not n or units[n].gap not in _TIGHT or not journal_in(units[n].text):
        return False
    first = _begin(units, n - 1)
    above = " ".join(unit.text for unit in units[first:n])
    titled = not above.endswith(".") or ". " in above
    return titled and may_be_cited(above) and cited(f"{above} {units[n].text}") is not None


def _ends_block(units: Sequence[Unit], n: int) -> bool:
    """Whether a unit and the one below it stand right below others, and what follows is set off from them."""
    below = units[n + 2].gap if n + 2 < len(units) else BLANKS
    return n > 0 and units[n].gap in _TIGHT and units[n + 1].gap in _TIGHT and below not in _TIGHT


def _is_below_title(units: Sequence[Unit], n: int) -> bool:
    """Whether a unit is right below a title that stands right below people."""
    if n < _ABOVE or any(units[m].gap not in _TIGHT for m in (n - 1, n)):
        return False
    return like_names(units[n - 2].text, 0.0) > 0 and not like_names(units[n - 1].text, 0.0) > 0


def of_results(units: Sequence[Unit]) -> list[Unit]:
    """The units, what stands above journals in results of a search being titles and people."""
    found = list(units)
    for n, unit in enumerate(units):
        people = _above_journal(units, n) if unit.label == "venue" and "year" in unit.fields else range(0)
        if not people:
            continue
        title = _begin(units, people.start - 1)
        for line in range(title, people.start):
            found[line] = found[line]._replace(kind="T", heads=line == title)
        for line in people:
            found[line] = found[line]._replace(kind="A", held=True)
        found[n] = unit._replace(held=True)
    return found


def _above_journal(units: Sequence[Unit], n: int) -> range:
    """The lines of people between a title and the journal at `n`; none where it is something else."""
    first = _begin(units, n - 1)
    lines = units[_begin(units, first - 1) : n] if first > 0 else ()
    if not lines or any(unit.kind for unit in lines) or not lines[-1].text.endswith("."):
        return range(0)
    people = " ".join(unit.text for unit in units[first:n])
    return range(first, n) if like_names(people, 0.0) > 0 else range(0)


def _begin(units: Sequence[Unit], n: int) -> int:
    """Where the paragraph with a unit begins, in a text that is wrapped, or the item of a list."""
    item = next((m for m in range(n, max(n - _LINES, 0) - 1, -1) if _begins(units[m])), n)
    if units[item].is_item:
        return item
    return next((m for m in range(n, max(n - _LINES, 0), -1) if units[m].gap != WRAPPED), max(n - _LINES, 0))


def _begins(unit: Unit) -> bool:
    return unit.is_item or unit.gap not in _TIGHT


def _stops_joined(units: Sequence[Unit]) -> list[Unit]:
    """The units, a journal being one with the line below that starts with its full stop, as PubMed has it."""
    joined: list[Unit] = []
    for unit in units:
        above = joined[-1] if joined else None
        if (
            above
            and unit.text[0] == "."
            and not above.kind
            and _AFTER_STOP.match(unit.text)
            and len(above.text) < 120
        ):
            joined[-1] = above._replace(last=unit.last, text=above.text + unit.text, fields={})
        else:
            joined.append(unit)
    return joined


def _of_journal(unit: Unit) -> Unit:
    """A unit that is a line of PubMed's: the journal in short, date, volume and pages, the DOI."""
    said = {} if unit.kind else journal_in(unit.text)
    if not said:
        return unit
    venue = said.pop("venue")
    return unit._replace(kind="V", text=venue, label="venue", fields={**unit.fields, **said})


def journal_in(text: str) -> dict[str, str]:
    """What a line of PubMed's says: venue, year, volume, number, pages, DOI; nothing of another text, as of a
    reference with people and title."""
    may_be = len(text) < _LONGEST and ". " in text[:_VENUE]
    found = _PUBMED.fullmatch(text) if may_be else None
    if found and ". " in found["venue"] and cited(text):
        return {}
    return {name: value for name, value in found.groupdict().items() if value} if found else {}


def _begins_page(above: Unit | None, unit: Unit, below: Unit) -> bool:
    """Whether a unit is the journal with which a paper's page begins."""
    if unit.label != "venue" or "year" not in unit.fields:
        return False
    below_buttons = above is not None and above.kind == "X" and not below.kind
    short = len(below.text) < _LONGEST_TITLE
    return (
        unit.first < unit.last
        or (below.label == "doi" and "doi" not in unit.fields)
        or (below_buttons and short)
    )
