"""Papers in what a reader passed over beside its records: in another format, or in text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from generator.model import Fields, Origin, RawRecord, ReadItem, Skipped
from generator.sources import references
from generator.sources.accounting import may_be_abstract
from generator.sources.reader import Reader, Source, is_one_of

_IDS = ("doi", "arxiv", "ids")
# What a remark says of the file that it stands in, or of the program that wrote it.
_OF_THE_FILE = re.compile(
    r"\.bib\b|\bbibtex\b|\bthis (?:file|database)\b|\b(?:created|generated|exported) (?:by|with|from)\b",
    re.IGNORECASE,
)
_MORE = ("abstract", "year", "venue", *_IDS)


class Doubt(NamedTuple):
    """Lines that may hold a paper, too little of one to take it for sure."""

    origin: Origin


def left_over(
    source: Source,
    choose: Callable[[Source], Reader],
    texts: Sequence[Reader],
    is_known: Callable[[Fields], bool],
) -> Iterator[ReadItem | Doubt]:
    """What is read in the lines that were passed over. What text says, by one of `texts`, is a record only
    where it names a paper in full, else a Doubt, and nothing where the paper `is_known` or the text speaks of
    the file."""
    reader = choose(source)
    text = is_one_of(reader, texts)
    for item in reader.read(source):
        if not text:
            yield from [] if isinstance(item, Skipped) else [item]
        elif isinstance(item, RawRecord):
            whole = may_be_abstract(item.fields.get("abstract", ""))
            of_the_file = not whole and _OF_THE_FILE.search(item.text) is not None
            listed = reader.name == references.FORMAT and _has(item.fields, _IDS)
            if {"title", "authors"} <= item.fields.keys() and _has(item.fields, _MORE):
                yield Doubt(item.origin) if of_the_file else item
            elif not (of_the_file or is_known(item.fields)):
                yield from _of_a_few_facts(item, listed)


def _of_a_few_facts(record: RawRecord, listed: bool) -> Iterator[RawRecord | Doubt]:
    """A record of a list that has a title and an identifier; else a Doubt if it may be of a paper."""
    if listed and "title" in record.fields:
        yield record
    elif _has(record.fields, ("abstract", *_IDS)):
        yield Doubt(record.origin)


def _has(fields: Fields, names: Sequence[str]) -> bool:
    return not fields.keys().isdisjoint(names)
