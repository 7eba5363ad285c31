"""The tables as they are read: a file at a time, each once."""

from __future__ import annotations

import json
from base64 import b64decode
from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import Any

from generator.search import postings, vocabulary
from generator.search.build import PREFIX, code_units
from generator.search.postings import Postings
from generator.search.texts import Shown, joined

_NOTHING = Postings(0, ())


class Tables:
    """What `search_files` wrote. read: gives the text of a file by its path below search/."""

    def __init__(self, read: Callable[[str], str]) -> None:
        self._read = read
        self._files: dict[str, Any] = {}
        index = self._file("index.json")
        self.papers = int(index["papers"])
        self.titles = b64decode(index["titles"])
        self.small = frozenset(str(index["small"]).split())
        self._starts = [code_units(term) for term in index["terms"]]
        self._terms: list[str] = index["terms"]
        self._words: list[str] = index["words"]
        self._backwards: list[str] = index["sdrow"]
        self._per_file: dict[str, int] = index["per_file"]

    def postings(self, term: str) -> Postings:
        """The papers that have `term`; none where nobody has it."""
        coded = self._term_file(term).get(term)
        return postings.decode(coded) if coded else _NOTHING

    def growing(self, prefix: str) -> Postings:
        """The papers that have a term beginning with `prefix`; the best of them where there are many."""
        at = bisect_right(self._starts, code_units(prefix))
        if at < len(self._terms) and self._terms[at].startswith(prefix):
            return self.postings(PREFIX + prefix)
        coded = (listed for term, listed in self._term_file(prefix).items() if term.startswith(prefix))
        return _union(list(map(postings.decode, coded)), self.papers)

    def similar(self, word: str, most: int) -> list[str]:
        """Up to `most` terms that `word` may be a misspelling of, the likeliest first."""
        allowed = vocabulary.errors_allowed(word)
        found: dict[str, tuple[int, int]] = {}
        for known in self._candidates(word) if allowed else ():
            errors = vocabulary.distance(word, known.word, allowed)
            if 0 < errors <= allowed:
                found[known.word] = (errors, -known.common)
        return sorted(found, key=lambda term: (found[term], term))[:most]

    def shown(self, number: int) -> Shown:
        """What is shown of a paper, by its number."""
        return joined(self._row("heads", number), self._row("sentences", number))

    def _row(self, folder: str, number: int) -> Any:
        size = self._per_file[folder]
        return self._file(f"{folder}/{number // size}.json")[number % size]

    def _candidates(self, word: str) -> list[vocabulary.Known]:
        """Words that begin or end as `word` does, and a few more."""
        found = self._vocabulary(self._words, word, 0)
        backward = self._vocabulary(self._backwards, word[::-1], len(self._words))
        return found + [vocabulary.Known(known.word[::-1], known.common) for known in backward]

    def _vocabulary(self, starts: list[str], word: str, first: int) -> list[vocabulary.Known]:
        at = bisect_right(starts, word[:2] + "~") - 1
        return vocabulary.decode(self._file(f"words/{first + at}.json")) if at >= 0 else []

    def _term_file(self, term: str) -> Mapping[str, str]:
        at = bisect_right(self._starts, code_units(term)) - 1
        found: Mapping[str, str] = self._file(f"terms/{at}.json") if at >= 0 else {}
        return found

    def _file(self, path: str) -> Any:
        if path not in self._files:
            self._files[path] = json.loads(self._read(path))
        return self._files[path]


def _union(found: list[Postings], most: int) -> Postings:
    best: dict[int, tuple[int, bool]] = {}
    for papers in found:
        for number, strength, in_title in papers.listed:
            old = best.get(number, (0, False))
            best[number] = (max(old[0], strength), old[1] or in_title)
    listed = tuple((number, *best[number]) for number in sorted(best))
    return Postings(min(most, sum(papers.papers for papers in found)), listed)
