"""The ranking. `search-engine.js` does the same, number for number; tests/cases/search holds both to it.

A word is worth its strength in a paper times how rare it is. Papers that have more of the words (rare ones
count more) come first; papers whose title is the query come before all.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.search import vocabulary
from generator.search.postings import Postings
from generator.search.query import Filter, Query, Slot
from generator.search.tables import Tables

_EXACT, _GROWING, _GROWING_BESIDE_EXACT = 100, 80, 60
_MISSPELT = (100, 60, 40)  # by number of errors
_MOST_SIMILAR = 4
_SMALL = 0.3
_TITLE_IS_THE_QUERY, _NAME_IS_THE_QUERY = 3.0, 1.5
_ENOUGH = 0.6  # of what the best paper has of the query


class Alternative(NamedTuple):
    """A way in which a word is satisfied. weight: in hundredths."""

    found: Postings
    rarity: int
    weight: int


@dataclass(slots=True)
class Wanted:
    """A word with the papers that have it. worth: how much it counts that a paper has it."""

    alternatives: list[Alternative]
    worth: float
    factor: float


@dataclass(slots=True)
class Tally:
    """What a paper has of the query."""

    score: float = 0.0
    worth: float = 0.0
    in_title: int = 0


@dataclass(slots=True)
class Ranked:
    """Papers by number, best first; terms: what to mark in their texts, with what each is worth; beginnings:
    how words to mark begin."""

    papers: list[tuple[int, float]]
    terms: dict[str, float] = field(default_factory=dict)
    beginnings: dict[str, float] = field(default_factory=dict)


def rank(query: Query, tables: Tables) -> Ranked:
    """The papers that `query` finds."""
    ranked = Ranked([])
    wanted = [found for slot in query.slots if (found := _wanted(slot, tables, ranked))]
    allowed = _allowed(query.filters, tables)
    tallies = _tallies(wanted, allowed)
    if not query.slots:
        tallies = {number: Tally(score) for number, score in (allowed or {}).items()}
    elif allowed:
        for number, tally in tallies.items():
            tally.score += allowed[number]
    named = {number for number, _, _ in tables.postings(query.name).listed} if query.name else set()
    ranked.papers = _ordered(tallies, wanted, named, tables)
    return ranked


def rarity(papers: int, all_papers: int) -> int:
    """Inverse document frequency in thousandths, at least 1 (K. Spärck Jones, 1972; as BM25 has it)."""
    return max(1, math.floor(1000 * math.log(1 + (all_papers - papers + 0.5) / (papers + 0.5)) + 0.5))


def _wanted(slot: Slot, tables: Tables, ranked: Ranked) -> Wanted | None:
    """None for a word that no paper has, nor one like it."""
    alternatives: list[Alternative] = []
    for term in (slot.term, *slot.joined):
        _add(alternatives, tables.postings(term), _EXACT, tables)
    if slot.growing:
        weight = _GROWING_BESIDE_EXACT if alternatives else _GROWING
        _add(alternatives, tables.growing(slot.growing), weight, tables)
    if not alternatives:
        alternatives = _misspelt(slot.term, tables, ranked)
    if not alternatives:
        return None
    factor = _SMALL if slot.term in tables.small else 1.0
    worth = max(alternative.rarity for alternative in alternatives) * factor
    _mark(slot, worth, ranked)
    return Wanted(alternatives, worth, factor)


def _mark(slot: Slot, worth: float, ranked: Ranked) -> None:
    for term in (slot.term, *slot.joined):
        ranked.terms[term] = worth
    if slot.growing:
        ranked.beginnings[slot.growing] = worth


def _add(alternatives: list[Alternative], found: Postings, weight: int, tables: Tables) -> None:
    if found.papers:
        alternatives.append(Alternative(found, rarity(found.papers, tables.papers), weight))


def _misspelt(word: str, tables: Tables, ranked: Ranked) -> list[Alternative]:
    meant = {term: tables.postings(term) for term in tables.similar(word, _MOST_SIMILAR)}
    papers = min(tables.papers, sum(found.papers for found in meant.values()))
    rare = rarity(papers, tables.papers)
    ranked.terms |= dict.fromkeys(meant, float(rare))
    return [
        Alternative(found, rare, _MISSPELT[vocabulary.distance(word, term, 2)])
        for term, found in meant.items()
    ]


def _allowed(filters: Iterable[Filter], tables: Tables) -> dict[int, float] | None:
    """The papers that pass all filters, with what that is worth; None without filters."""
    allowed: dict[int, float] | None = None
    for wanted in filters:
        passed = _passed(wanted, tables)
        allowed = passed if allowed is None else _both(allowed, passed)
    return allowed


def _passed(wanted: Filter, tables: Tables) -> dict[int, float]:
    passed: dict[int, float] | None = None
    for place, term in enumerate(wanted.terms):
        found = tables.postings(term)
        if not found.papers and wanted.growing and place == len(wanted.terms) - 1:
            found = tables.growing(term)
        worth = rarity(found.papers, tables.papers) if found.papers else 0
        here = {number: float(worth * strength * _EXACT) for number, strength, _ in found.listed}
        if passed is None:
            passed = here
        elif wanted.any:
            passed |= here
        else:
            passed = _both(passed, here)
    return passed or {}


def _both(one: dict[int, float], other: dict[int, float]) -> dict[int, float]:
    return {number: one[number] + worth for number, worth in other.items() if number in one}


def _tallies(wanted: Iterable[Wanted], allowed: dict[int, float] | None) -> dict[int, Tally]:
    tallies: dict[int, Tally] = {}
    for word in wanted:
        for number, (score, in_title) in _best(word).items():
            if allowed is None or number in allowed:
                tally = tallies.setdefault(number, Tally())
                tally.score += score
                tally.worth += word.worth
                tally.in_title += in_title
    return tallies


def _best(word: Wanted) -> dict[int, tuple[float, bool]]:
    """For each paper, what the best alternative is worth, and whether any stands in the title."""
    best: dict[int, tuple[float, bool]] = {}
    for found, rare, weight in word.alternatives:
        for number, strength, in_title in found.listed:
            old_score, old_title = best.get(number, (0.0, False))
            score = rare * strength * weight * word.factor
            best[number] = (max(old_score, score), old_title or in_title)
    return best


def _ordered(
    tallies: dict[int, Tally], wanted: list[Wanted], named: set[int], tables: Tables
) -> list[tuple[int, float]]:
    total = 0.0
    for word in wanted:
        total += word.worth
    most = max((tally.worth for tally in tallies.values()), default=0.0)
    scored = [
        (number, _score(tally, total, len(wanted), tables.titles[number], number in named))
        for number, tally in tallies.items()
        if tally.worth >= most * _ENOUGH
    ]
    return sorted(scored, key=lambda one: (-one[1], one[0]))


def _score(tally: Tally, total: float, words: int, title: int, named: bool) -> float:
    share = tally.worth / total if total else 1.0
    score = tally.score * share * share
    if tally.in_title:
        if tally.in_title == words and tally.in_title >= title:
            score *= _TITLE_IS_THE_QUERY
        else:
            score *= 1 + tally.in_title / words * tally.in_title / max(title, tally.in_title)
    return score * _NAME_IS_THE_QUERY if named else score
