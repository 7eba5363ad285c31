"""The library seen by topic, author, venue and year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.hierarchy import papers_by_topic
from generator.model import COLLABORATION, Entry, Library, Topic
from generator.pages.names import short_venue, slug, venue_series
from generator.text import Text

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Group:
    """Papers that share something. id: last part of the address; name: plain text; entries: newest first;
    listed_as: how an index of names shows it; color, icon: of a topic."""

    id: str
    name: str
    entries: tuple[Entry, ...]
    description: str = ""
    listed_as: str = ""
    color: str | None = None
    icon: str | None = None

    @property
    def count(self) -> int:
        return len(self.entries)


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups of a library. topics: in the order of topics.yml, empty ones too, each with the papers of
    those below it; unsorted: papers without a topic; authors and venues: by name, but for those who are
    only among the hundreds of authors of a collaboration; years: newest first."""

    topics: tuple[Group, ...]
    unsorted: Group
    authors: tuple[Group, ...]
    venues: tuple[Group, ...]
    years: tuple[Group, ...]


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By year, then date, falling; papers of the same date by title and key."""
    by_title = sorted(entries, key=lambda entry: (title_of(entry).casefold(), entry.key))
    return tuple(sorted(by_title, key=_date, reverse=True))


def latest_additions(entries: Iterable[Entry], most: int) -> tuple[Entry, ...]:
    """The `most` papers that came into the list last."""
    return tuple(sorted(newest_first(entries), key=lambda entry: entry.added, reverse=True)[:most])


def title_of(entry: Entry) -> str:
    """The title as plain text, the key where there is none."""
    return entry.paper.title.plain if entry.paper.title else entry.key


def year_id(entry: Entry) -> str:
    """The year as it stands in an address."""
    return str(entry.paper.year) if entry.paper.year is not None else UNDATED


def year_name(id: str) -> str:
    """A year's address as a reader sees it."""
    return "No year" if id == UNDATED else id


def group(library: Library) -> Groups:
    """Every group of `library`."""
    entries = newest_first(library.entries)
    members = papers_by_topic(entries, library.topics)
    return Groups(
        topics=tuple(_topic(topic, members[topic.id]) for topic in library.topics),
        unsorted=Group("unsorted", "Unsorted", tuple(members.get("unsorted", ()))),
        authors=tuple(filter(_stands_out, _named(entries, _authors))),
        venues=_named(entries, _venues),
        years=_years(entries),
    )


def venue_label(venue: Text) -> str:
    """The short name of a venue, with its year where it has one."""
    return short_venue(venue.plain)


def per_year(entries: Sequence[Entry]) -> dict[int, int]:
    """How many papers each year has, the oldest first; a year without papers is not there."""
    return dict(
        sorted(Counter(entry.paper.year for entry in entries if entry.paper.year is not None).items())
    )


def _date(entry: Entry) -> tuple[int, str]:
    return (entry.paper.year or 0, entry.paper.created or "")


def _topic(topic: Topic, members: Sequence[Entry]) -> Group:
    shown = topic.color, topic.icon
    return Group(topic.id, topic.name, tuple(members), topic.description, "", *shown)


def _years(entries: Sequence[Entry]) -> tuple[Group, ...]:
    members: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        members[year_id(entry)].append(entry)
    return tuple(
        Group(id, year_name(id), tuple(found), listed_as=year_name(id)) for id, found in members.items()
    )


def _authors(entry: Entry) -> Iterator[tuple[str, str]]:
    for name in entry.paper.authors:
        yield name.plain, ", ".join(filter(None, (name.family, name.given, name.suffix)))


def _stands_out(author: Group) -> bool:
    """Whether one of the papers has few enough authors: of the thousands of a collaboration, each with a page
    of their own, nobody would find those that the list is about."""
    return any(len(entry.paper.authors) <= COLLABORATION for entry in author.entries)


def _venues(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.paper.venue:
        series = venue_series(entry.paper.venue.plain)
        yield series, series


def _rarer(count: int, name: tuple[str, str]) -> tuple[int, bool, tuple[str, str]]:
    """Orders spellings: what is used most first; of those used as often, one with accents."""
    return -count, name[0].isascii(), name


def _named(
    entries: Sequence[Entry], names: Callable[[Entry], Iterable[tuple[str, str]]]
) -> tuple[Group, ...]:
    """One group for each address that the names lead to, under the spelling used most.

    names: the names of a paper, each with how it is listed, which gives the order.
    """
    members: dict[str, dict[str, Entry]] = defaultdict(dict)
    spellings: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for entry in entries:
        for name in names(entry):
            id = slug(name[0])
            members[id][entry.key] = entry
            spellings[id][name] += 1
    usual = {id: min(found, key=lambda name: _rarer(found[name], name)) for id, found in spellings.items()}
    groups = (
        Group(id, usual[id][0], tuple(found.values()), listed_as=usual[id][1])
        for id, found in members.items()
    )
    return tuple(sorted(groups, key=lambda group: (slug(group.listed_as), group.id)))
