"""Lines of Hugging Face: who put a paper into the daily list and when, how many wrote it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.unit import Unit
from generator.sources.signs.forms import DATE

DATED_NOTICE = re.compile(
    rf"(?:\d{{1,4}} authors?\s?[·•]\s?)?published on ({DATE})(?:\s?[·•].*)?", re.IGNORECASE
)
_COUNTED_AUTHORS = re.compile(
    r"[·•]|(?:[·•] ?)?\d{1,4} authors?(?: ?[·•] ?\d{1,4})?"
)  # below titles in Hugging Face's daily list
_LIKED = re.compile(r"\d[\d.,]{0,6}k?")
_POSTER = re.compile(r"\S{1,80}(?:(?: \S{1,40}){0,3} on [A-Z][a-z]{2,8} \d{1,2}(?:, \d{4})?)?")


def begins_paper(first: Unit, second: Unit) -> bool:
    """Whether two units are the heading and the identifier with which the page of a paper begins."""
    return first.text == "Papers" and "arxiv" in second.fields


def is_poster_below(first: Unit, second: Unit) -> bool:
    """Whether the second of two units is the handle below 'Submitted by', perhaps with the day."""
    return first.text.lower().strip("·• ") == "submitted by" and _POSTER.fullmatch(second.text) is not None


def counts_authors(unit: Unit) -> bool:
    """Whether a unit is the number of authors, or a dot in its place, below a title of the daily list."""
    return unit.reason in ("count", "ornament") and _COUNTED_AUTHORS.fullmatch(unit.text) is not None


def with_daily_titles(units: Sequence[Unit]) -> list[Unit]:
    """The units, those being titles that stand between who put a paper into the daily list and the number of
    its authors; what readers gave it stands above or below the title."""
    kept = list(units)
    for n, unit in enumerate(units):
        if unit.kind or n < 2 or units[n - 1].kind != "X":
            continue
        above = units[n - 2] if _is_number(units[n - 1]) else units[n - 1]
        below = [part for part in units[n + 1 : n + 3] if not _is_number(part)]
        if above.reason == "who submitted" and below and counts_authors(below[0]):
            kept[n] = unit._replace(kind="T", heads=True)
    return kept


def _is_number(unit: Unit) -> bool:
    """Whether a unit is how many readers liked a paper: '63', '1.2k'."""
    return unit.kind == "X" and _LIKED.fullmatch(unit.text) is not None


def is_dated_post(unit: Unit) -> bool:
    """Whether a unit tells when a paper was published and who put it into Hugging Face's daily list."""
    return unit.kind == "D" and unit.held and "ubmitted by" in unit.text
