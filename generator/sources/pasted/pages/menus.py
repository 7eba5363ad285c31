"""The menus of a site around the papers of its page: lines of a few words among lines of navigation."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import groupby
from statistics import median

from generator.model import RawRecord, ReadItem, Skipped

_REASON = "page navigation"
_NAVIGATION = frozenset(
    (
        *("page navigation", "publisher page", "list page", "site notice", "library link"),
        "conference programme",
    )
)
_OF_CONFERENCES = frozenset(("conference programme",))
_BETWEEN = frozenset(("heading", "line beside the papers"))
_BARE = frozenset(("title", "comment"))
_TELLING = frozenset(("abstract", "arxiv", "authors", "doi", "ids"))
_LONGEST, _USUAL = 9, 4  # words of one line of a menu, and of most of them
_FEW, _SHARE = 2, 5  # lines of navigation, of which one in so many is one at least
_INITIAL = re.compile(r"\b[A-Z]\. ?[A-Z][\w'’-]+$")  # of a person at the end of a line


def without_menus(items: Sequence[ReadItem]) -> list[ReadItem]:
    """The items of a text, in their order; titles alone are passed over that are lines of a menu, if there
    are records of which more is said."""
    if not any(_tells(item) for item in items):
        return list(items)
    bare = sum(isinstance(item, RawRecord) and not _tells(item) for item in items)
    return [
        item for among, run in groupby(items, key=_may_be_in_menu) for item in _read(list(run), among, bare)
    ]


def _tells(item: ReadItem) -> bool:
    return isinstance(item, RawRecord) and bool(_TELLING & item.fields.keys()) and not _is_pair(item)


def _may_be_in_menu(item: ReadItem) -> bool:
    if isinstance(item, Skipped):
        return item.reason in _NAVIGATION or item.reason in _BETWEEN
    if not isinstance(item, RawRecord):
        return False
    return (item.fields.keys() <= _BARE and _words(item) <= _LONGEST) or _is_pair(item)


def _is_pair(record: RawRecord) -> bool:
    """Whether a record is two lines of a few words, of which the second looked like a person."""
    people = record.fields.get("authors", ())
    if len(people) != 1 or not record.fields.keys() <= _BARE | {"authors"}:
        return False
    short = all(line.count(" ") < _USUAL for line in record.text.split("\n"))
    return short and "." not in record.text


def _words(record: RawRecord) -> int:
    return len(record.fields.get("title", "").split())


def _read(run: Sequence[ReadItem], among: bool, bare: int) -> Iterator[ReadItem]:
    """A run of items, titles being passed over where it is a menu. bare: titles alone in the whole text."""
    is_menu = among and (_is_menu(run) or _are_between(run, bare))
    for item in run:
        yield Skipped(_REASON, item.origin) if is_menu and isinstance(item, RawRecord) else item


def _is_menu(run: Sequence[ReadItem]) -> bool:
    titles = [item for item in run if isinstance(item, RawRecord)]
    lines = _lines(run, _NAVIGATION)
    if not titles or lines < _FEW or _SHARE * lines < lines + len(titles):
        return False
    if (pairs := sum(map(_is_pair, titles))) and (
        len(titles) == 1 or _lines(run, _OF_CONFERENCES) < max(_FEW, pairs)
    ):
        return False
    persons = any(_INITIAL.search(item.fields.get("title", "")) for item in titles)
    words = [*map(_words, titles), *[_FEW] * (min(lines, len(titles)) // 2)]
    return not persons and median(words) <= _USUAL


def _are_between(run: Sequence[ReadItem], bare: int) -> bool:
    """Whether titles alone stand between twice as many lines of navigation, and nowhere else in a text."""
    titles = {n: item for n, item in enumerate(run) if isinstance(item, RawRecord)}
    beside = [item for n in titles for item in (*run[max(n - 1, 0) : n], *run[n + 1 : n + 2])]
    enclosed = len(beside) == 2 * len(titles) and all(isinstance(item, Skipped) for item in beside)
    plain = not any(map(_is_pair, titles.values()))
    few = 0 < 2 * len(titles) <= _lines(run, _NAVIGATION) and len(titles) == bare
    return few and enclosed and plain


def _lines(run: Sequence[ReadItem], reasons: Container[str]) -> int:
    """How many lines of a run were passed over for one of the reasons."""
    known = (item for item in run if isinstance(item, Skipped) and item.reason in reasons)
    places = [item.origin for item in known if item.origin]
    return sum(1 + place.end_line - place.line for place in places)
