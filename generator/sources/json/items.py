"""The records of a JSON document or of JSON Lines, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from typing import TypeGuard

from generator.sources.json.decoding import NEXT, TOO_DEEP, Fault, Uncounted, decode, next_like
from generator.sources.json.objects import (
    DEEPEST,
    WRAPPERS,
    are_papers,
    holds_papers,
    is_group,
    is_surely_paper,
    looks_like_paper,
)
from generator.sources.tables.headers import is_header

_SPACE = re.compile(r"[ \t\n\r]*")
_BETWEEN = re.compile(r"[ \t\n\r,]*")
_OPENING = re.compile(r"^(?:[^\n\[\]{}\"']{0,80}[=(][ \t]{0,20})?[ \t]{0,20}(?=[\[{])", re.MULTILINE)
_STRING_OR_FAULT = re.compile(r'("[^"\\]*(?:\\.[^"\\]*)*(?:"|\Z))|//[^\n]*|,(?=\s{0,200}[\]}])', re.DOTALL)
_MEMBER = re.compile(r'"[\w@:-]{1,40}"\s{0,9}:')
# The head of an object that is broken below: members of one value, in an object or two, then a list.
_NAME = r'"[^"\\\n]{0,80}"\s{0,99}:\s{0,99}'
_VALUE = r'(?:"[^"\\\n]{0,400}"|[\w.+-]{1,40})\s{0,99},\s{0,99}'
_HELD = re.compile(rf"\{{\s{{0,99}}(?:{_NAME}(?:{_VALUE}|\{{\s{{0,99}})){{0,40}}{_NAME}\[(?=\s{{0,99}}\{{)")
# Members in which services and programs put their list of records.
_LISTS = frozenset(
    "items references papers notes results result data works records entries publications articles documents "
    "docs hits message response resultlist bibliography library list feed dailypapers search-results".split()
)
_TRIES = 20  # values that are too deep, which takes long to be told


@dataclass(frozen=True, slots=True)
class Item:
    """A JSON object and its offsets in the text."""

    value: dict[str, object]
    start: int
    end: int


def json_start(text: str) -> int:
    """Where JSON begins: at once, or papers after a little of another text, in a fence, in `x = [`; or -1."""
    start = _skip(text, 0)
    if text.startswith(("[", "{"), start):
        return start
    for found in islice(chain(_OPENING.finditer(text, 0, 4000), NEXT.finditer(text, 0, 4000)), 5):
        first = next(json_items(text, found.end()), None)
        if isinstance(first, Item) and looks_like_paper(first.value):
            return found.end()
    return -1


def torn(text: str, start: int) -> Iterator[Fault]:
    """What stands above JSON that begins at `start`, where it is the rest of an object."""
    above = text[:start]
    if (above.count("}") > above.count("{") or _MEMBER.match(text.lstrip())) and _MEMBER.search(above):
        yield Fault("its beginning is missing", len(above) - len(above.lstrip()), len(above.rstrip(" \t\n[")))


def json_items(text: str, start: int = 0) -> Iterator[Item | Fault]:
    """The objects of a list, of the list in an object, of JSON Lines, or the one object of the text.

    start: where JSON begins; what is none after another text is passed over, elsewhere it is a fault, one
    for all that belongs to an object, unless commas too many or comments make it one.
    """
    fault: Fault | None = None
    for found in _mended_items(Uncounted(text), start):
        within = isinstance(found, Fault) and (not found.message or not text.startswith("{", found.start))
        if fault and within:
            fault = replace(fault, end=found.end)
            continue
        if fault:
            yield fault
        fault = found if isinstance(found, Fault) else None
        if isinstance(found, Item):
            yield found
    if fault:
        yield fault


def _mended_items(text: str, start: int) -> Iterator[Item | Fault]:
    amid = bool(_mended(text[:start]).strip())  # more than comments stands before it
    mended: str | None = None
    for found in _items(text, start):
        if isinstance(found, Fault) and not amid and mended is None:
            mended = _mended(text)
            if mended != text:
                again = _items(Uncounted(mended), start)
                yield from (item for item in again if item.start >= found.start)
                return
        yield found


def _mended(text: str) -> str:
    """The text with blanks in the place of commas before a closing bracket and of comments."""
    return _STRING_OR_FAULT.sub(lambda found: found[1] or " " * len(found[0]), text)


def _items(text: str, start: int) -> Iterator[Item | Fault]:
    amid = bool(text[:start].strip())
    broken, too_deep = False, 0
    start = _skip(text, start)
    while start < len(text):
        if text.startswith("[", start):
            start = _skip(text, (yield from _elements(text, start)), _BETWEEN)
            continue
        if text[start] in "]}":  # of a list that a fault interrupted
            start = _skip(text, start + 1, _BETWEEN)
            continue
        if amid and text[start] != "{":
            start = _next_opening(text, start)
            continue
        value, end = decode(text, start)
        if isinstance(value, Fault) and text[start].isalpha() and _is_apart(text, start):  # prose
            start = _next_opening(text, start)
            continue
        held = _HELD.match(text, start) if isinstance(value, Fault) else None
        if held and looks_like_paper(decode(text, _skip(text, held.end()))[0]):
            start = _skip(text, (yield from _elements(text, held.end() - 1)), _BETWEEN)
            continue
        if isinstance(value, Fault):
            line_end = text.find("\n", start)
            too_deep += value.message == TOO_DEEP
            end = line_end if line_end > 0 and too_deep < _TRIES else len(text)
            broken = broken or text[start] == "{"
            yield Fault(value.message, start, end)
        elif isinstance(value, dict) and broken and not is_surely_paper(value):
            yield Fault("", start, end)
        elif isinstance(value, dict):
            yield from map(_of_group, _records(text, value, start, end, 0))
        start = _skip(text, end, _BETWEEN)


def _is_apart(text: str, at: int) -> bool:
    """Whether a blank line stands above `at`."""
    above = at
    while above and text[above - 1] in " \t\n":
        above -= 1
    return text[above:at].count("\n") > 1


def _next_opening(text: str, at: int) -> int:
    found = _OPENING.search(text, at + 1)
    return found.end() if found else len(text)


def _of_group(item: Item | Fault) -> Item | Fault:
    """The first of the same work from several sources, which ORCID groups; another item as it is."""
    told = item.value.get("work-summary") if isinstance(item, Item) else None
    if isinstance(item, Item) and isinstance(told, list) and told and isinstance(told[0], dict):
        return replace(item, value=told[0])
    return item


def _skip(text: str, at: int, pattern: re.Pattern[str] = _SPACE) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _elements(text: str, start: int, depth: int = 0) -> Generator[Item | Fault, None, int]:
    """The objects of the list at `start`, those of a group within it each; returns the offset after it."""
    position = _skip(text, start + 1, _BETWEEN)
    header: list[str] = []
    first: dict[str, object] = {}
    while position < len(text) and text[position] != "]":
        value, end = decode(text, position)
        if isinstance(value, Fault):
            following = next_like(text, position, partial(_is_alike, first))
            yield Fault(value.message, position, following)
            position = following
            continue
        if isinstance(value, dict) and is_group(value, depth):
            yield from _records(text, value, position, end, depth + 1, group=True)
        elif isinstance(value, dict):
            first = first or value
            yield Item(value, position, end)
        elif isinstance(value, list) and header:
            yield Item(dict(zip(header, value, strict=False)), position, end)
        elif _heads_rows(value):
            header = value
        position = _skip(text, end, _BETWEEN)
    return position + 1


def _is_alike(first: dict[str, object], value: dict[str, object]) -> bool:
    """Whether an object has most of the members of the first one in its list; where that one is broken,
    whether it is a paper for sure."""
    if not first:
        return is_surely_paper(value)
    return 2 * len(first.keys() & value.keys()) > len(first)


def _heads_rows(value: object) -> TypeGuard[list[str]]:
    """Whether a list is the header of a table."""
    return isinstance(value, list) and all(isinstance(cell, str) for cell in value) and is_header(value)


def _records(
    text: str, value: dict[str, object], start: int, end: int, depth: int, *, group: bool = False
) -> Iterator[Item | Fault]:
    """The object itself, or the records in the list that it wraps; group: that it is known to be no paper."""
    if rows := list(_rows(value)):
        yield from (Item(row, start, end) for row in rows)
        return
    if (looks_like_paper(value) and not group) or depth > DEEPEST:
        yield Item(value, start, end)
        return
    found = False
    for name, member, at, stop in _members(text, start):
        grouped = name == "group" and isinstance(member, list)
        if grouped or (isinstance(member, list) and are_papers(member, depth)):
            found = True
            yield from _elements(text, at, depth)
        elif isinstance(member, dict) and (
            looks_like_paper(member) or name.lower() in _LISTS or holds_papers(member, depth)
        ):
            found = True
            own = {"id": name, **member} if looks_like_paper(member) and name not in WRAPPERS else member
            yield from _records(text, own, at, stop, depth + 1)
    if not found:
        yield Item(value, start, end)


def _rows(table: dict[str, object]) -> Iterator[dict[str, object]]:
    """The records of a table as pandas writes it: {"title": {"0": …}}, {"title": […]}, or with its header
    apart."""
    titles, names, cells = table.get("title"), table.get("columns"), table.get("data")
    if isinstance(titles, dict) and titles.keys().isdisjoint(("value", "title")):
        for row in titles:
            yield {name: column.get(row) for name, column in table.items() if isinstance(column, dict)}
    elif isinstance(titles, list) and len(titles) > 1:
        columns = [column for column in table.values() if isinstance(column, list)]
        if len(columns) == len(table) > 1 and all(len(column) == len(titles) for column in columns):
            yield from (dict(zip(table, row, strict=True)) for row in zip(*columns, strict=True))
    elif _heads_rows(names) and isinstance(cells, list):
        yield from (dict(zip(names, row, strict=False)) for row in cells if isinstance(row, list))


def _members(text: str, start: int) -> Iterator[tuple[str, object, int, int]]:
    """Name, value and offsets of each member of the object at `start`, which is known to be one."""
    position = _skip(text, start + 1, _BETWEEN)
    while not text.startswith("}", position):
        name, end = decode(text, position)
        at = _skip(text, _skip(text, end) + 1)
        value, end = decode(text, at)
        yield str(name), value, at, end
        position = _skip(text, end, _BETWEEN)
