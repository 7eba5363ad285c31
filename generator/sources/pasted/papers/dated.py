"""Titles with when their papers appeared before or behind them: '2021 - Title', 'Title (2021)'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.papers.search import Read

_WHEN = r"(?P<when>(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?)"
_YEAR = re.compile(r"(?:19|20)\d{2}")
_PLACES = (
    re.compile(rf"\[{_WHEN}\][:.]? (?P<title>\S.+)"),
    re.compile(rf"(?P<open>\()?{_WHEN}(?(open)\))(?: ?[-–—:|.,])? (?P<title>\S.+)"),
    re.compile(rf"(?P<title>.+\S), {_WHEN}"),
    re.compile(rf"(?P<title>.+\S) ?[-–—|] {_WHEN}"),
    re.compile(rf"(?P<title>.+\S) [(\[]{_WHEN}[)\]]"),
)
_BEHIND = 4  # in brackets behind the title


def without_dates(groups: Sequence[Sequence[Read]]) -> list[list[Read]]:
    """The records, their titles without a date before or behind them, which is told in fields.

    A year may be a title's own: it is none where the next record, or the one before, has one in its place,
    nor in brackets at its end where no other date is said.
    """
    dated = [_dated(group[0]) for group in groups]
    places = [place for place, _ in dated]
    found: list[list[Read]] = []
    for n, (group, (place, title)) in enumerate(zip(groups, dated, strict=True)):
        alone = place == _BEHIND and not any(item.kind == "D" for item in group)
        sure = title and (place == 0 or alone or len(title["when"]) > len("2021"))
        near = place >= 0 and place in (*places[max(n - 1, 0) : n], *places[n + 1 : n + 2])
        found.append([_without_date(group[0], title), *group[1:]] if title and (sure or near) else [*group])
    return found


def _dated(first: Read) -> tuple[int, re.Match[str] | None]:
    """Where the title of a record has a date, as its number in `_PLACES`, and the two apart; -1 without."""
    text = first.unit.text
    if first.kind != "T" or not _YEAR.search(text):
        return -1, None
    found = (pattern.fullmatch(text) for pattern in _PLACES)
    return next(((n, match) for n, match in enumerate(found) if match), (-1, None))


def _without_date(first: Read, title: re.Match[str]) -> Read:
    said = {"year" if len(title["when"]) == len("2021") else "date": title["when"]}
    return first._replace(unit=first.unit._replace(text=title["title"], fields={**said, **first.unit.fields}))
