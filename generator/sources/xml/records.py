"""The loop of readers whose records are elements of given names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from generator.model import Fields, Origin, Problem, RawRecord, ReadItem
from generator.sources.lines import Lines, around
from generator.sources.reader import Source
from generator.sources.xml.slices import Slice, slices

_BESIDE = frozenset({"kind", "details"})  # what alone is no paper
_TITLES = ("title", "titles")
_ONCE = ("abstract", "dates", "doi", "pages", "url", "volume", "year")  # a title may stand in two languages


def element_records(
    source: Source, tags: Sequence[str], noun: str, format: str, fields: Callable[[Element], Fields]
) -> Iterator[ReadItem]:
    """A record each element of `tags`, a problem each that is no XML or empty; what is around is skipped.

    noun: what one is called in messages; format: the reader's name; fields: those of one element.
    """
    parts = ((part, fields) for part in slices(source.text, *tags))
    yield from records_of(source, parts, noun, format)


def records_of(
    source: Source,
    parts: Iterable[tuple[Slice, Callable[[Element], Fields]]],
    noun: str,
    format: str,
) -> Iterator[ReadItem]:
    """The same for elements that are found already, each with what reads its fields."""
    lines = Lines(source.text)
    taken = []
    for found, fields in parts:
        origin = source.origin(lines.number(found.start), lines.number(found.end - 1), format)
        taken.append(origin)
        if found.element is None:
            yield Problem("broken-xml", "error", f"the {noun} is no XML ({found.fault}): mend it", origin)
        elif (told := fields(found.element)).keys() <= _BESIDE:
            yield Problem("empty-record", "warning", f"the {noun} names no paper: give it a title", origin)
        else:
            yield from two_titles(found.element, origin, noun)
            yield RawRecord(origin, source.text[found.start : found.end], told)
    yield from around(source, taken, f"XML around the {noun}s", format)


def two_titles(element: Element, origin: Origin, noun: str) -> Iterator[Problem]:
    """A Problem where an element has two titles, and something else twice that a record has once."""
    seen = Counter(str(child.tag).lower() for child in element)
    if any(seen[name] > 1 for name in _TITLES) and any(seen[name] > 1 for name in _ONCE):
        message = f"the {noun} has two titles: if two {noun}s ran together, part them"
        yield Problem("two-titles", "warning", message, origin)
