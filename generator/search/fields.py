"""What a paper is found by: the terms of its fields, each with a strength (BM25F: S. Robertson, H. Zaragoza,
M. Taylor, "Simple BM25 extension to multiple weighted fields", 2004)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.hierarchy import topics_of
from generator.model import Entry, Topic
from generator.search.analysis import SMALL_WORDS, parts, terms
from generator.search.postings import STRONGEST
from generator.text import Text

# How much one mention in a field counts; one in the abstract counts 1.
_TITLE, _FIRST_AUTHOR, _AUTHOR, _KEY, _ID, _OTHER_TITLE = 6.0, 9.0, 4.0, 6.0, 5.0, 3.0
_KEYWORD, _VENUE, _TOPIC, _YEAR, _COMMENT = 2.5, 2.0, 1.0, 4.0, 0.5
_SATURATION = 1.5
_USUAL_ABSTRACT = 180  # terms; longer ones count each mention less
_LENGTH_MATTERS = 0.4
_NAME_WORDS = 4
NAME = "="  # before what a work goes by: the name in its title; the first author's with the year
FILTERS = ("author", "year", "topic", "venue")


@dataclass(slots=True)
class Weights:
    """The terms of one paper while they are gathered. in_title: those that its title has; title_length: how
    many different words it has."""

    by_term: dict[str, float] = field(default_factory=dict)
    in_title: frozenset[str] = frozenset()
    title_length: int = 0

    def add(self, term: str, weight: float) -> None:
        """One more mention."""
        self.by_term[term] = self.by_term.get(term, 0.0) + weight

    def add_text(self, text: str, weight: float) -> None:
        """Every mention in `text` but those of stop words, by which only titles are found."""
        for term in terms(text):
            if term not in SMALL_WORDS:
                self.add(term, weight)

    def strengths(self) -> Iterator[tuple[str, int, bool]]:
        """(term, strength 1 to 127, whether in the title)."""
        for term, weight in self.by_term.items():
            strength = int(128 * weight / (_SATURATION + weight))
            yield term, max(1, min(STRONGEST, strength)), term in self.in_title


def paper_weights(entry: Entry, topics: Mapping[str, Topic]) -> Weights:
    """What `entry` is found by. topics: by id."""
    paper, found = entry.paper, Weights()
    _add_title(found, paper.title)
    for text in paper.alt_titles:
        found.add_text(searchable(text), _OTHER_TITLE)
    _add_authors(found, entry)
    for key in (entry.key, *entry.aliases):
        found.add_text(key, _KEY)
    for identifier in paper.ids.values():
        found.add_text(identifier, _ID)
    for keyword in (*paper.keywords, *_public_tags(entry)):
        found.add_text(keyword, _KEYWORD)
    if paper.venue:
        _add_filter(found, "venue", searchable(paper.venue), _VENUE)
    if paper.year is not None:
        _add_filter(found, "year", str(paper.year), _YEAR)
    for id in topics_of(entry, topics):
        _add_filter(found, "topic", f"{id} {topics[id].name}", _TOPIC)
    if paper.comment:
        found.add_text(searchable(paper.comment), _COMMENT)
    _add_abstract(found, paper.abstract)
    return found


def searchable(text: Text) -> str:
    """The text as shown, with the spellings that keyboards have."""
    return f"{text.plain} {text.search}".rstrip()


def _add_title(found: Weights, title: Text | None) -> None:
    if not title:
        return
    mentioned = frozenset(terms(searchable(title)))
    name = name_in_title(title.plain)
    found.in_title = mentioned | {NAME + name} if name else mentioned
    found.title_length = len(set(parts(title.plain)))
    for term in sorted(found.in_title):
        found.add(term, _TITLE)


def name_in_title(title: str) -> str:
    """The name that a title such as 'BLIP-2: …' gives its work, as one term; '' without one."""
    head, colon, _ = title.partition(":")
    found = parts(head) if colon else []
    return "".join(found) if 0 < len(found) <= _NAME_WORDS else ""


def _public_tags(entry: Entry) -> tuple[str, ...]:
    note = entry.note
    return note.tags if note and not note.private and "tags" not in note.private_fields else ()


def _add_authors(found: Weights, entry: Entry) -> None:
    people = entry.paper.authors or entry.paper.editors
    for number, name in enumerate(people):
        weight = _AUTHOR if number else _FIRST_AUTHOR
        for term in dict.fromkeys(terms(name.plain)):
            found.add(term, weight)
            found.add(f":author:{term}", weight)
    if people and entry.paper.year is not None:
        cited_as = "".join(parts(people[0].family)) + str(entry.paper.year)
        found.add(NAME + cited_as, _FIRST_AUTHOR)


def _add_filter(found: Weights, name: str, text: str, weight: float) -> None:
    found.add_text(text, weight)
    for term in dict.fromkeys(terms(text)):
        found.by_term[f":{name}:{term}"] = weight


def _add_abstract(found: Weights, abstract: Text | None) -> None:
    if not abstract:
        return
    mentioned = [term for term in terms(searchable(abstract)) if term not in SMALL_WORDS]
    longer = 1 - _LENGTH_MATTERS + _LENGTH_MATTERS * len(mentioned) / _USUAL_ABSTRACT
    weight = 1 / max(longer, 0.5)
    for term in mentioned:
        found.add(term, weight)
