"""What a result shows: a few papers a file, so that a reader loads those that are found and no others.

Sentences stand apart: while a reader types, titles and names are enough.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.exports.facts import authors_and_others
from generator.model import Entry
from generator.words import sentences

PER_FILE = {"heads": 5, "sentences": 2}
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
        tuple(name.plain for name in (authors_and_others(paper) or paper.editors)[:_MOST_AUTHORS]),
        paper.year,
        paper.venue.plain if paper.venue else "",
        tuple(filter(None, (abstract[start:end].strip() for start, end in sentences(abstract)))),
    )


def heads(papers: Sequence[Shown]) -> Iterator[list[list[object]]]:
    """All but the sentences of the papers in their order, a few a file, as JSON has them."""
    for some in _cut(papers, PER_FILE["heads"]):
        yield [list(paper[:-1]) for paper in some]


def sentences_of(papers: Sequence[Shown]) -> Iterator[list[list[str]]]:
    """The sentences of the papers in their order, a few papers a file."""
    for some in _cut(papers, PER_FILE["sentences"]):
        yield [list(paper.sentences) for paper in some]


def joined(head: Sequence[object], said: Sequence[str]) -> Shown:
    """What `heads` and `sentences_of` took apart."""
    key, address, title, by, year, venue = head
    assert isinstance(by, list) and (year is None or isinstance(year, int))
    return Shown(str(key), str(address), str(title), tuple(by), year, str(venue), tuple(said))


def _cut(papers: Sequence[Shown], size: int) -> Iterator[Sequence[Shown]]:
    return (papers[first : first + size] for first in range(0, len(papers), size))
