"""Queries for one known paper each, made from the data by rule, and papers to make them from."""

from __future__ import annotations

import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.model import Entry
from generator.text import Text
from generator.words import sentences

RARE = 3
_SYLLABLES = "ba do ke li mo nu pra sti tor vex wen zil qua fro gi hep jun dra cla sno".split()
_WORD = re.compile(r"[^\W\d_]{4,}")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Query(NamedTuple):
    """right: the keys of the papers that answer it."""

    kind: str
    text: str
    right: frozenset[str]


KINDS = (
    "title",
    "title without accents and capitals",
    "title with a typo",
    "title without a word",
    "name of a system",
    "name with a typo",
    "author",
    "first author and year",
    "three rare words",
    "three rare words, one with a typo",
)


def known_items(entries: Sequence[Entry], most: int, seed: int = 7) -> list[Query]:
    """Up to `most` queries of each kind."""
    chance = random.Random(seed)
    rare = _rare_words(entries)
    groups = _groups(entries)
    queries: list[Query] = []
    titled = [entry for entry in entries if entry.paper.title]
    for entry in chance.sample(titled, min(most, len(titled))):
        queries += _title_queries(entry, chance, _same(groups, entry, _title))
        queries += _name_queries(entry, chance, _same(groups, entry, _name))
        queries += _author_queries(entry, groups)
        queries += _rare_queries(entry, rare[entry.key], chance)
    return queries


def _title(entry: Entry) -> str:
    return plain_ascii(entry.paper.title.plain) if entry.paper.title else ""


def _name(entry: Entry) -> str:
    head, colon, _ = (entry.paper.title.plain if entry.paper.title else "").partition(":")
    return plain_ascii(head) if colon and len(head.split()) <= 2 else ""


def _first_author_and_year(entry: Entry) -> str:
    author = entry.paper.authors[0].family if entry.paper.authors else ""
    return plain_ascii(f"{author} {entry.paper.year}") if author and entry.paper.year else ""


_BY: tuple[Callable[[Entry], str], ...] = (_title, _name, _first_author_and_year)


def _groups(entries: Sequence[Entry]) -> dict[tuple[str, str], set[str]]:
    """The keys of the papers that a query of a kind cannot tell apart."""
    groups: dict[tuple[str, str], set[str]] = {}
    for entry in entries:
        for by in _BY:
            groups.setdefault((by.__name__, by(entry)), set()).add(entry.key)
        for author in entry.paper.authors:
            groups.setdefault(("author", plain_ascii(author.plain)), set()).add(entry.key)
    return groups


def _same(
    groups: dict[tuple[str, str], set[str]], entry: Entry, by: Callable[[Entry], str]
) -> frozenset[str]:
    return frozenset(groups[by.__name__, by(entry)])


def _title_queries(entry: Entry, chance: random.Random, right: frozenset[str]) -> list[Query]:
    title = entry.paper.title.plain if entry.paper.title else ""
    words = title.split()
    queries = [
        Query("title", title, right),
        Query("title without accents and capitals", plain_ascii(title), right),
        Query("title with a typo", with_typo(title, chance), right),
    ]
    if len(words) > 3:
        left_out = chance.randrange(len(words))
        text = " ".join(words[:left_out] + words[left_out + 1 :])
        queries.append(Query("title without a word", text, right))
    return queries


def _name_queries(entry: Entry, chance: random.Random, right: frozenset[str]) -> list[Query]:
    name = _name(entry)
    if not name:
        return []
    queries = [Query("name of a system", name, right)]
    if _WORD.search(name):
        queries.append(Query("name with a typo", with_typo(name, chance), right))
    return queries


def _author_queries(entry: Entry, groups: dict[tuple[str, str], set[str]]) -> list[Query]:
    queries = []
    if entry.paper.authors:
        name = plain_ascii(entry.paper.authors[0].plain)
        queries.append(Query("author", name, frozenset(groups["author", name])))
    text = _first_author_and_year(entry)
    if text:
        right = _same(groups, entry, _first_author_and_year)
        queries.append(Query("first author and year", text, right))
    return queries


def _rare_queries(entry: Entry, rare: Sequence[str], chance: random.Random) -> list[Query]:
    if len(rare) < RARE:
        return []
    words = chance.sample(rare, RARE)
    right = frozenset({entry.key})
    spoilt = [with_typo(words[0], chance), *words[1:]]
    return [
        Query("three rare words", " ".join(words), right),
        Query("three rare words, one with a typo", " ".join(spoilt), right),
    ]


def _rare_words(entries: Sequence[Entry]) -> dict[str, list[str]]:
    """The words of each abstract that at most three papers have."""
    words = {entry.key: _words(entry) for entry in entries}
    counts = Counter(word for found in words.values() for word in found)
    return {key: sorted(word for word in found if counts[word] <= RARE) for key, found in words.items()}


def _words(entry: Entry) -> set[str]:
    abstract = entry.paper.abstract
    return set(_WORD.findall(abstract.plain.lower())) if abstract else set()


def plain_ascii(text: str) -> str:
    """Without accents and capitals; superscripts on the line."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


def with_typo(text: str, chance: random.Random) -> str:
    """One letter changed, left out, doubled or swapped in one of the words of four letters or more."""
    places = [match.span() for match in _WORD.finditer(text)]
    if not places:
        return text
    start, end = chance.choice(places)
    word, at = text[start:end], chance.randrange(end - start - 1)
    spoilt = chance.choice(
        [
            word[:at] + chance.choice(_LETTERS) + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )
    return text[:start] + spoilt + text[end:]


def generated(entries: Sequence[Entry], count: int, seed: int = 11) -> list[Entry]:
    """`count` papers: titles of words of real titles, half of them behind a name; abstracts of real
    sentences, with three rare words; authors and years of the list."""
    chance = random.Random(seed)
    texts = [entry.paper.abstract.plain if entry.paper.abstract else "" for entry in entries]
    pool = [text[start:end].strip() for text in texts for start, end in sentences(text)]
    words = [w for e in entries if e.paper.title for w in e.paper.title.plain.split() if ":" not in w]
    authors = [name for entry in entries for name in entry.paper.authors]
    made = []
    for number in range(count):
        rare = ["".join(chance.choices(_SYLLABLES, k=4)) for _ in range(RARE)]
        title = " ".join(chance.sample(words, chance.randint(5, 10)))
        if chance.random() < 0.5:
            title = f"{''.join(chance.choices(_SYLLABLES, k=3)).capitalize()}: {title}"
        abstract = [*chance.sample(pool, 6), f"We study {rare[0]} and its {rare[1]} by {rare[2]}."]
        paper = replace(
            chance.choice(entries).paper,
            title=Text(title),
            alt_titles=(),
            abstract=Text(" ".join(abstract)),
            authors=tuple(chance.sample(authors, chance.randint(1, 6))),
            year=chance.randint(1995, 2025),
            ids={},
        )
        made.append(Entry(key=f"paper{number:06}", paper=paper, added="2026-01-01"))
    return made
