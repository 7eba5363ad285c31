"""Lists of PubMed's identifiers (PMID), one a line as PubMed saves what was found, or with commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Fields, RawRecord, ReadItem
from generator.sources.reader import Reader, Source

FORMAT = "pmid-list"
_NUMBER = re.compile(r"[1-9]\d{0,7}")
_BETWEEN = re.compile(r"[\s,;]+")
_LONG = 7  # digits of all that came since the 1970s
_DAY = re.compile(r"(?:19|20)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])")  # 20240131


def likeness(source: Source) -> float:
    """Sure where all is numbers as long as PMIDs are, half of them as long as most PMIDs; days written in
    digits are none."""
    if not source.text[:100].lstrip()[:1].isdigit():
        return 0.0
    numbers = _numbers(source.text)
    long = [number for number in numbers if len(number) >= _LONG and not _DAY.fullmatch(number)]
    return 0.95 if 2 * len(long) >= len(numbers) and all(map(_NUMBER.fullmatch, numbers)) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record, to be resolved, for each number."""
    for number, line in enumerate(source.lines, 1):
        for pmid in _numbers(line):
            yield RawRecord(source.origin(number, number, FORMAT), pmid, Fields(ids={"pmid": pmid}))


def _numbers(text: str) -> list[str]:
    return [number for number in _BETWEEN.split(text) if number]


READER = Reader(FORMAT, likeness, read)
