"""The loop of readers whose records are elements of given names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element

from generator.model import Fields, Problem, RawRecord, ReadItem
from generator.sources.lines import Lines, around
from generator.sources.reader import Source
from generator.sources.xml.slices import slices, torn_end

_BESIDE = frozenset({"kind", "details"})  # what alone is no paper


def element_records(
    source: Source, tags: Sequence[str], noun: str, format: str, fields: Callable[[Element], Fields]
) -> Iterator[ReadItem]:
    """A record each element of `tags`, a problem each that is no XML or empty; what is around is skipped.

    noun: what one is called in messages; format: the reader's name; fields: those of one element.
    """
    lines = Lines(source.text)
    taken = []
    if torn := torn_end(source.text, *tags):
        taken.append(source.origin(1, lines.number(torn), format))
        message = f"the beginning of the first {noun} is missing: mend it"
        yield Problem("broken-xml", "error", message, taken[0])
    for found in slices(source.text, *tags):
        origin = source.origin(lines.number(found.start), lines.number(found.end - 1), format)
        taken.append(origin)
        if found.element is None:
            yield Problem("broken-xml", "error", f"the {noun} is no XML ({found.fault}): mend it", origin)
        elif (told := fields(found.element)).keys() <= _BESIDE:
            yield Problem("empty-record", "warning", f"the {noun} names no paper: give it a title", origin)
        else:
            yield RawRecord(origin, source.text[found.start : found.end], told)
    yield from around(source, taken, f"XML around the {noun}s", format)
