"""Lists of papers in JSON, JSON Lines, YAML or TOML under the field names that services and people use.

The services known by name are in `names`; what they wrap their papers in, in `items`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TypeGuard

from generator.model import Fields, Kind, Origin, Problem, RawRecord, ReadItem, Skipped
from generator.sources.cut_off import breaks_off, ends_otherwise
from generator.sources.json.addresses import papers_within
from generator.sources.json.csl_json import csl_fields, is_csl
from generator.sources.json.decoding import Fault, doubled
from generator.sources.json.fields import record_fields
from generator.sources.json.items import Item, json_items, json_start, torn
from generator.sources.json.objects import looks_like_paper, no_paper
from generator.sources.json.python_items import looks_like_python, python_items
from generator.sources.json.toml_items import looks_like_toml, toml_items
from generator.sources.json.yaml_items import yaml_items
from generator.sources.json.yaml_likeness import (
    looks_like_yaml_in_braces,
    looks_like_yaml_list,
    yaml_below_text,
)
from generator.sources.lines import Lines, around
from generator.sources.reader import Reader, Source

NAME = "json"

_TELLING = frozenset({"title", "abstract", "doi", "arxiv"})
_EMPTY = "empty-record"
_OF_PAPERS = frozenset({"abstract", "authors", "year", "date", "venue", "doi", "arxiv"})
_SAMPLE = 400_000
_FEWEST = 5
# A line of JSON as programs indent it: brackets, a value in quotes, a number.
_LINE = re.compile(r"""\s*(?:["\[\]{},]|-?\d[\d.eE+-]{0,30},?\s*$|(?:true|false|null),?\s*$)""")
_BEGINNING = re.compile(r"\s*(?:\[\s*\n|\[\s*\{|\{\s*\"[^\"\n]{1,80}\"\s*:)")


def likeness(source: Source) -> float:
    """High where a JSON text holds objects with titles, or a YAML or TOML text a list of them."""
    sample = source.text[:_SAMPLE]
    if looks_like_toml(sample) or looks_like_yaml_in_braces(sample):
        return 0.85
    if json_start(sample) < 0 and not looks_like_python(sample):
        return 0.85 if looks_like_yaml_list(sample) or yaml_below_text(sample) else 0.0
    found = next(_notation(source.text)[1], None)
    if isinstance(found, Item):
        return 0.9 if looks_like_paper(found.value) else 0.8 if papers_within(found.value) else 0.4
    if found is None or not _BEGINNING.match(source.text):
        return 0.0
    lines = [line for line in sample.split("\n") if line.strip()]
    of_json = sum(_LINE.match(line) is not None for line in lines)
    return 0.8 if len(lines) >= _FEWEST and 10 * of_json >= 9 * len(lines) else 0.3


def _notation(text: str) -> tuple[str, Iterator[Item | Fault]]:
    """The notation that the text is in, and its records."""
    if looks_like_toml(text[:_SAMPLE]):
        return "TOML", toml_items(text)
    if looks_like_yaml_in_braces(text[:_SAMPLE]):
        return "YAML", yaml_items(text)
    if printed := python_items(text):
        return "Python", iter(printed)
    start = json_start(text)
    if start >= 0:
        return "JSON", json_items(text, start)
    return "YAML", yaml_below_text(text) or yaml_items(text)


def read(source: Source) -> Iterator[ReadItem]:
    """A record an object, or an address in objects that are no papers."""
    lines = Lines(source.text)
    taken, held, telling = [], [], []
    told: list[ReadItem] = []
    notation, items = _notation(source.text)
    above = torn(source.text, json_start(source.text)) if notation == "JSON" else iter(())
    for found in chain(above, items):
        end = max(found.start, found.end - 1)
        origin = source.origin(lines.number(found.start), lines.number(end), NAME)
        taken.append(origin)
        if isinstance(found, Fault):
            message = f"here the file stops being {notation} ({found.message}): mend it"
            told.append(Problem("broken-json", "error", f"{message}; these lines were not read", origin))
        else:
            held.append(found)
            said = [*_items_of(found, source.text[found.start : found.end], origin)]
            told += said
            telling += [] if any(map(_is_empty, said)) else [found]
    of_messages = len(telling) < len(held) and any(map(_is_message, telling))
    yield from _of_messages(told) if of_messages else told
    if notation == "YAML" and held and _is_cut_off(source.text, held):
        message = "the last record ends unlike all others: the file may be cut off here"
        yield Problem("record-cut-off", "warning", message, taken[-1])
    yield from around(source, taken, "lines around the records", NAME)


def _items_of(item: Item, text: str, origin: Origin) -> Iterator[ReadItem]:
    """What an object says."""
    if reason := no_paper(item.value):
        yield Skipped(reason, origin)
        return
    if twice := doubled(item.value):
        yield Problem("broken-json", "warning", twice, origin)
    fields = _fields(item.value)
    is_paper = not _TELLING.isdisjoint(fields) and not _is_thing(item.value, fields)
    if named := _named_by_address(item.value, fields, is_paper):
        yield from (RawRecord(origin, text, paper) for paper in named)
    elif is_paper:
        yield RawRecord(origin, text, fields)
    else:
        message = "the object names no paper: give it a `title`, an `abstract` or a `doi`"
        yield Problem(_EMPTY, "warning", message, origin, text[:80])


def _is_message(item: Item) -> bool:
    """Whether an object is no paper itself, but names some by their addresses."""
    return not looks_like_paper(item.value) and bool(papers_within(item.value))


def _is_empty(item: ReadItem) -> TypeGuard[Problem]:
    """Whether an item tells that an object names no paper."""
    return isinstance(item, Problem) and item.code == _EMPTY


def _of_messages(items: Sequence[ReadItem]) -> Iterator[ReadItem]:
    """The items of a file of bookmarks, messages or the like, in which most objects name no paper."""
    for item in items:
        empty = item.origin if _is_empty(item) else None
        yield Skipped("object that names no paper", empty) if empty else item


def _is_cut_off(text: str, read: Sequence[Item]) -> bool:
    """Whether the text stops within its last line, and its last record with another member than all others
    do, or within a sentence."""
    if text.endswith("\n") or read[-1].end < len(text.rstrip()):
        return False
    ends = ends_otherwise([next(reversed(item.value), "") for item in read])
    return ends or breaks_off([text[item.start : item.end] for item in read])


def _fields(item: dict[str, object]) -> Fields:
    if not item:
        return Fields()
    return csl_fields(item) if is_csl(item) else record_fields(item)


def _named_by_address(item: dict[str, object], fields: Fields, is_paper: bool) -> list[Fields]:
    """The papers that an object names by their addresses, where it tells none itself, or a title alone."""
    if not is_paper:
        return papers_within(item)
    return papers_within(item, deeper=False) if fields.keys() <= {"title"} else []


def _is_thing(item: Mapping[str, object], fields: Fields) -> bool:
    """Whether an object is no paper but has a `name`, as a person, a journal or a programme has; a book of
    schema.org has one too, and says in its `@type` what it is."""
    said = "@type" in item and fields.get("kind", Kind.MISC) is not Kind.MISC
    return not (said or looks_like_paper(item) or fields.keys() & _OF_PAPERS) and "name" in item


READER = Reader(NAME, likeness, read)
