"""Lines that come back in a text as no title does: what a site writes beside each of its papers."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.model import Fields, RawRecord, ReadItem, Skipped
from generator.sources.pasted.scores.kinds import Scores
from generator.sources.pasted.unit import WRAPPED, Unit

_LEAST = 3  # times
_LONGEST = 100  # characters
_NEAR = 3  # units; a paragraph so near that comes back too makes it a record that was pasted again
_NO_TITLE, _PASSED_OVER = -6.0, -0.5
_DIGITS = str.maketrans("", "", "0123456789")
_REASON = "line that comes back"
_AGAIN = "title that is said again"
_TELLING = frozenset(("abstract", "arxiv", "doi", "ids", "url"))
_SURE = 30  # letters of a title with which another record's may begin
_OF_CONTENTS = frozenset(("title", "authors", "comment", "year", "details"))  # what tables of contents say


def mark_repeated(units: list[Unit], scores: Sequence[Scores]) -> None:
    """Lets lines that come back be passed over, and be no titles; their units get the reason."""
    times = Counter(_folded(unit) for unit in units if _may_repeat(unit))
    often = {text for text, count in times.items() if count >= _LEAST and text}
    if not often:
        return
    long = Counter(unit.text for unit in units if len(unit.text) > _LONGEST)
    for n, (unit, possible) in enumerate(zip(units, scores, strict=True)):
        if not _may_repeat(unit) or _folded(unit) not in often:
            continue
        if any(long[near.text] > 1 for near in units[max(n - _NEAR, 0) : n + _NEAR + 1]):
            continue
        possible["T"] = possible.get("T", 0.0) + _NO_TITLE
        possible["X"] = _PASSED_OVER
        units[n] = unit._replace(reason=_REASON)


def with_titles_once(units: Sequence[Unit]) -> list[Unit]:
    """The units, a heading being passed over where the title below it, with its label, says the same, and
    the beginning of a paragraph above the whole of it."""
    found = list(units)
    for n, (above, unit) in enumerate(pairwise(units)):
        titled = unit.label == "title" and _says(above.text, unit.text)
        if not above.kind and (titled or (not unit.kind and _begins(above.text, unit.text))):
            found[n] = above._replace(kind="X", reason=_AGAIN)
    return found


def _begins(start: str, text: str) -> bool:
    return len(start) > _LONGEST and len(text) > len(start) and text.startswith(start.rstrip(" .…"))


def _says(heading: str, title: str) -> bool:
    return heading.strip(" .").casefold().endswith(title.strip(" .").casefold())


def _may_repeat(unit: Unit) -> bool:
    """Whether a site may write it. What goes on from a full line is a title's last word."""
    return not unit.kind and unit.gap != WRAPPED and len(unit.text) <= _LONGEST


def _folded(unit: Unit) -> str:
    """The text of a unit; of a word or two without numbers, which may differ: 'Downloads 12'."""
    return unit.text if unit.text.count(" ") > 1 else unit.text.translate(_DIGITS).strip()


def once(items: Sequence[ReadItem]) -> list[ReadItem]:
    """The items of a text; a record that says no more than title and people is passed over where another one
    of its title says more, as below a table of contents, and leaves that what it alone says."""
    records = (item for item in items if isinstance(item, RawRecord))
    whole = sorted({_title(item) for item in records if _TELLING & item.fields.keys()} - {""})
    told = {
        _title(item): item.fields for item in items if isinstance(item, RawRecord) and _is_again(item, whole)
    }
    return [_said_once(item, whole, told) if isinstance(item, RawRecord) else item for item in items]


def _said_once(record: RawRecord, whole: Sequence[str], told: Mapping[str, Fields]) -> ReadItem:
    """A record with what those of its title that are passed over say beyond its own fields; one of these is
    skipped."""
    if _is_again(record, whole):
        return Skipped(_AGAIN, record.origin)
    more = told.get(_title(record)) if told else None
    return replace(record, fields=more | record.fields) if more else record


def _is_again(record: RawRecord, whole: Sequence[str]) -> bool:
    """Whether a record has one of the titles, perhaps with its people behind it, and says no more."""
    if not record.fields.keys() <= _OF_CONTENTS:
        return False
    title = _title(record)
    known = whole[bisect_right(whole, title) - 1] if whole else ""
    return title == known or (
        "authors" not in record.fields and len(known) > _SURE and title.startswith(known)
    )


def _title(record: RawRecord) -> str:
    return "".join(filter(str.isalnum, record.fields.get("title", "").casefold()))
