"""What the templates are given: values ready to be written, nothing left to decide there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from markupsafe import Markup

from generator.hierarchy import topics_of
from generator.metadata import coins_span
from generator.model import Entry, Topic
from generator.pages.charts import spark
from generator.pages.filters import STATUSES
from generator.pages.groups import Group, per_year, venue_label, year_id, year_name
from generator.pages.periods import periods
from generator.pages.record import public_note
from generator.text import Name, Text

_MOST_NAMES = 6
_NONE: Mapping[str, Topic] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Row:
    """A paper in a list. title: its Text, or the key where it has none; guessed: whether it is a guess;
    label: the title in plain text where it holds mathematics, which not every screen reader reads;
    coins: an empty element that tells reference managers of the paper; topics: ids with spaces between;
    status, status_id, rating, tags: what the keeper says of it, rating 0 for none."""

    key: str
    title: Text | str
    label: str
    authors: Markup
    venue: str
    year: int | None
    guessed: bool
    coins: Markup
    topics: str
    status: str
    status_id: str
    rating: int
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The papers of one year in a list. id: its address, empty where the year is not known."""

    id: str
    name: str
    papers: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A topic in a list of topics. spark: a tiny plot of its papers over the years of the whole list."""

    id: str
    name: str
    description: str
    count: int
    spark: Markup
    color: str | None = None
    icon: str | None = None


def row(entry: Entry, topics: Mapping[str, Topic] = _NONE) -> Row:
    """`entry` as a row of a list. topics: those by which the list can be narrowed."""
    paper, note = entry.paper, public_note(entry.note)
    return Row(
        key=entry.key,
        title=paper.title or entry.key,
        label=paper.title.plain if paper.title and "<math" in paper.title.html else "",
        authors=names(paper.authors, _MOST_NAMES, more=paper.more_authors),
        venue=venue_label(paper.venue) if paper.venue else "",
        year=paper.year,
        guessed=paper.is_guessed,
        coins=Markup(coins_span(paper)),
        topics=" ".join(topics_of(entry, topics)),
        status=STATUSES[note.status] if note and note.status else "",
        status_id=note.status or "" if note else "",
        rating=note.rating or 0 if note else 0,
        tags=note.tags if note else (),
    )


def rows(entries: Iterable[Entry]) -> tuple[Row, ...]:
    """`entries` as the rows of a list."""
    return tuple(map(row, entries))


def by_year(entries: Sequence[Entry], topics: Mapping[str, Topic] = _NONE) -> tuple[Year, ...]:
    """`entries`, newest first, under their years. topics: by id, where the list can be narrowed by topic."""
    return tuple(
        Year(id, year_name(id), tuple(row(entry, topics) for entry in members))
        for id, members in groupby(entries, key=year_id)
    )


def names(people: Sequence[Name], most: int, *, more: bool = False) -> Markup:
    """The first `most` names with commas between them, and how many there are besides. more: see `others`."""
    return Markup(", ").join(Markup(name.html) for name in people[:most]) + others(people, most, more=more)


def others(people: Sequence[Name], most: int, *, more: bool) -> str:
    """What follows the first `most` names: ' and 3 more', 'et al.' where the source does not say who they
    are (`more`), or nothing."""
    rest = len(people) - most
    if people and more:
        return ", et al."
    return f" and {rest} more" if rest > 0 else ""


def span(entries: Sequence[Entry]) -> str:
    """'2019–2024', '2021', or nothing where no year is known."""
    years = per_year(entries)
    if not years:
        return ""
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}–{last}"


def cards(groups: Iterable[Group], entries: Sequence[Entry]) -> Iterator[Card]:
    """Groups as cards; their plots share the years of `entries`, the whole list."""
    columns = periods(per_year(entries))
    for group in groups:
        plot = spark(per_year(group.entries), columns)
        yield Card(group.id, group.name, group.description, group.count, plot, group.color, group.icon)
