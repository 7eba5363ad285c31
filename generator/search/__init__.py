"""Search: the same on the site and on the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.model import Entry, Topic
from generator.search.build import FOLDER, search_files
from generator.search.excerpt import best_sentence, has_phrase, marks
from generator.search.page import SitePage, read_page
from generator.search.query import Query, parse_query, unquoted
from generator.search.rank import Ranked, rank
from generator.search.tables import Tables
from generator.search.texts import Shown

__all__ = [
    "Hit",
    "SitePage",
    "Tables",
    "find",
    "read_page",
    "search",
    "search_files",
    "tables_of",
    "unquoted",
]

_PHRASES_LOOKED_AT = 100


class Hit(NamedTuple):
    """A result. key: of the paper, '' for a page; sentence: of the abstract, that matched, or '';
    title_marks, sentence_marks: start and end of what matched there."""

    key: str
    score: float
    shown: Shown
    sentence: str
    title_marks: tuple[tuple[int, int], ...]
    sentence_marks: tuple[tuple[int, int], ...]


def search(entries: Sequence[Entry], query: str, topics: Sequence[Topic] = ()) -> list[Hit]:
    """The papers that `query` finds, best first, as the search of the site finds them."""
    return list(find(tables_of(entries, topics), query))


def tables_of(entries: Sequence[Entry], topics: Sequence[Topic] = ()) -> Tables:
    """The tables of a list, in memory."""
    files = {str(file.path.relative_to(FOLDER)): file.text for file in search_files(entries, topics)}
    return Tables(files.__getitem__)


def find(tables: Tables, query: str) -> Iterator[Hit]:
    """Results, best first; each is read from the tables when it is asked for."""
    asked = parse_query(query)
    ranked = rank(asked, tables)
    for number, score in _with_phrases(asked, ranked, tables):
        shown = tables.shown(number)
        sentence = best_sentence(shown.sentences, ranked)
        yield Hit(
            shown.key,
            score,
            shown,
            sentence,
            tuple(marks(shown.title, ranked)),
            tuple(marks(sentence, ranked)),
        )


def _with_phrases(query: Query, ranked: Ranked, tables: Tables) -> list[tuple[int, float]]:
    """Of the best papers with all words of the phrases, those that have the phrases word by word."""
    if not query.phrases:
        return ranked.papers
    words = {word for phrase in query.phrases for word in phrase} - tables.small
    having = [{number for number, _, _ in tables.postings(word).listed} for word in words]
    papers = [paper for paper in ranked.papers if all(paper[0] in some for some in having)]
    return [paper for paper in papers[:_PHRASES_LOOKED_AT] if _has_phrases(tables.shown(paper[0]), query)]


def _has_phrases(shown: Shown, query: Query) -> bool:
    texts = (shown.title, *shown.by, shown.venue, " ".join(shown.sentences))
    return all(has_phrase(texts, phrase) for phrase in query.phrases)
