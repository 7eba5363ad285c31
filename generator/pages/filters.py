"""The bar above a list by which readers narrow and order it; a script puts it to use; else it is hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.hierarchy import topics_of
from generator.model import Entry, Note, Topic
from generator.pages.groups import year_id, year_name
from generator.pages.record import public_note

STATUSES = {"to-read": "To read", "reading": "Reading", "read": "Read"}


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Select:
    """name: of the field in the form and in the address; any: what stands where nothing is chosen."""

    name: str
    label: str
    any: str
    choices: tuple[Choice, ...]


def filter_bar(
    entries: Sequence[Entry], topics: Mapping[str, Topic], *, by_topic: bool = False
) -> tuple[Select, ...]:
    """The choices for a list of `entries`; none for a list with nothing to choose from.

    topics: by id, in the order to show; by_topic: whether topics and years are offered too.
    """
    if len(entries) < 2:
        return ()
    fields = [*(_of_list(entries, topics) if by_topic else ()), *_of_notes(entries)]
    narrowing = tuple(field for field in fields if field.choices)
    return (*narrowing, _order(entries))


def _of_list(entries: Sequence[Entry], topics: Mapping[str, Topic]) -> Iterator[Select]:
    given = [topics_of(entry, topics) for entry in entries]
    used = {id for ids in given for id in ids}
    named = [Choice(id, topic.name) for id, topic in topics.items() if id in used]
    if not all(given):
        named.append(Choice("unsorted", "Unsorted"))
    yield Select("topic", "Topic", "Any", tuple(named) if len(named) > 1 else ())
    years = dict.fromkeys(sorted(map(year_id, entries), reverse=True))
    choices = tuple(Choice(year, year_name(year)) for year in years)
    yield Select("year", "Year", "Any", choices if len(choices) > 1 else ())


def _of_notes(entries: Sequence[Entry]) -> Iterator[Select]:
    notes = _notes(entries)
    used = {note.status for note in notes}
    statuses = tuple(Choice(id, label) for id, label in STATUSES.items() if id in used)
    yield Select("status", "Status", "Any", statuses)
    ratings = sorted({note.rating for note in notes if note.rating}, reverse=True)
    yield Select("rating", "Rating", "Any", tuple(Choice(str(n), _at_least(n)) for n in ratings))
    tags = sorted({tag for note in notes for tag in note.tags}, key=lambda tag: (tag.casefold(), tag))
    yield Select("tag", "Tag", "Any", _same(tags))


def _notes(entries: Sequence[Entry]) -> list[Note]:
    return [note for entry in entries if (note := public_note(entry.note))]


def _at_least(rating: int) -> str:
    return str(rating) if rating == 5 else f"{rating} or more"


def _same(values: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(Choice(value, value) for value in values)


def _order(entries: Sequence[Entry]) -> Select:
    rated = any(note.rating for note in _notes(entries))
    choices = [Choice("oldest", "Oldest first"), Choice("title", "Title"), Choice("venue", "Venue")]
    if rated:
        choices.append(Choice("rating", "Rating"))
    return Select("sort", "Order", "Newest first", tuple(choices))
