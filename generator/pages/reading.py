"""The page of what the keeper reads: now, next, and what was finished when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Entry, Note, OutputFile
from generator.pages.document import document, page_meta
from generator.pages.groups import newest_first
from generator.pages.record import public_note
from generator.pages.templating import fill
from generator.pages.views import Row, row

_MONTHS = "January February March April May June July August September October November December".split()
_Read = tuple[Entry, Note]


@dataclass(frozen=True, slots=True)
class Read:
    """A paper and, in words, since when or until when it was read."""

    row: Row
    when: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the page."""

    name: str
    papers: tuple[Read, ...]


def reading_page(entries: Sequence[Entry]) -> OutputFile:
    """reading.md; without any status it says how to give one."""
    noted = [(entry, note) for entry in newest_first(entries) if (note := public_note(entry.note))]
    stretches = tuple(part for part in _stretches(noted) if part.papers)
    body = fill("reading.md.j2", root="../", stretches=stretches, papers=len(entries))
    meta = page_meta("Reading", "What is being read, what is next, what was finished.", "navigation", "toc")
    return document("reading.md", meta, body)


def _stretches(noted: Sequence[_Read]) -> Iterator[Stretch]:
    now = sorted(_with(noted, "reading"), key=lambda read: read[1].started or "", reverse=True)
    yield Stretch("Now", tuple(Read(row(entry), _since(note)) for entry, note in now))
    yield Stretch("Next", tuple(Read(row(entry), "") for entry, _ in _with(noted, "to-read")))
    done = sorted(_with(noted, "read"), key=lambda read: read[1].finished or "", reverse=True)
    for month, members in groupby(done, key=lambda read: (read[1].finished or "")[:7]):
        yield Stretch(_month(month), tuple(Read(row(entry), _until(note)) for entry, note in members))


def _with(noted: Iterable[_Read], status: str) -> list[_Read]:
    return [read for read in noted if read[1].status == status]


def _since(note: Note) -> str:
    return f"since {note.started}" if note.started else ""


def _until(note: Note) -> str:
    return f"finished {note.finished}" if note.finished else ""


def _month(date: str) -> str:
    """'March 2024' for 2024-03, '2024' for 2024, 'Read' where no date is known."""
    year, _, month = date.partition("-")
    return f"{_MONTHS[int(month) - 1]} {year}" if month else year or "Read"
