"""What a result shows: a few papers a file, so that a reader loads those that are found and no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model import Entry
from generator.words import sentences

PER_FILE = 4
_MOST_AUTHORS = 60


class Shown(NamedTuple):
    """What is shown of a paper or page. address: below the site's root; by: authors; sentences: of its
    abstract, or the headings of a page."""

    key: str
    address: str
    title: str
    by: tuple[str, ...]
    year: int | None
    venue: str
    sentences: tuple[str, ...]


def shown(entry: Entry) -> Shown:
    """What is shown of a paper."""
    paper = entry.paper
    abstract = paper.abstract.plain if paper.abstract else ""
    return Shown(
        entry.key,
        f"papers/{entry.key}/",
        paper.title.plain if paper.title else entry.key,
        tuple(name.plain for name in (paper.authors or paper.editors)[:_MOST_AUTHORS]),
        paper.year,
        paper.venue.plain if paper.venue else "",
        tuple(filter(None, (abstract[start:end].strip() for start, end in sentences(abstract)))),
    )


def chunks(papers: Sequence[Shown]) -> Iterator[list[list[object]]]:
    """The papers in their order, `PER_FILE` a file, as JSON has them."""
    for first in range(0, len(papers), PER_FILE):
        yield [list(paper) for paper in papers[first : first + PER_FILE]]


def from_chunk(row: Sequence[object]) -> Shown:
    """What `chunks` made a row of."""
    key, address, title, by, year, venue, said = row
    assert isinstance(by, list) and isinstance(said, list) and (year is None or isinstance(year, int))
    return Shown(str(key), str(address), str(title), tuple(by), year, str(venue), tuple(said))
