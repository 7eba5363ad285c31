"""The words there are, for those that a reader misspells.

A word with one error has its first or its last letters right. So the vocabulary stands twice: sorted by first
letters and sorted by last letters (words written backwards), each cut into files at a change of the first two
letters. A misspelt word needs one file of each. Two errors are found where one end of the word is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

SHORTEST = 3
TWO_ERRORS_FROM = 8
_END = 2
_WORDS_A_FILE = 800
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Known(NamedTuple):
    """A word of the vocabulary. common: how many bits the number of its papers has, at most 9."""

    word: str
    common: int


def vocabulary(papers_by_term: Mapping[str, int]) -> list[Known]:
    """The words that a misspelt one may stand for, sorted."""
    return sorted(
        Known(term, min(9, papers.bit_length()))
        for term, papers in papers_by_term.items()
        if len(term) >= SHORTEST and term.isascii() and term.isalnum() and not term.isdigit()
    )


def cut(words: Sequence[Known]) -> Iterator[list[Known]]:
    """`words`, sorted, in files; words with the same first letters stand in the same file."""
    file: list[Known] = []
    for known in words:
        if len(file) >= _WORDS_A_FILE and known.word[:_END] != file[-1].word[:_END]:
            yield file
            file = []
        file.append(known)
    if file:
        yield file


def backwards(words: Iterable[Known]) -> list[Known]:
    """The words written backwards, sorted."""
    return sorted(Known(known.word[::-1], known.common) for known in words)


def encode(words: Sequence[Known]) -> dict[str, str]:
    """Each word as how many letters it shares with the one before (base 36) and the letters that follow."""
    coded, before = [], ""
    for known in words:
        shared = _shared(before, known.word)
        coded.append(_DIGITS[shared] + known.word[shared:])
        before = known.word
    return {"words": " ".join(coded), "common": "".join(str(known.common) for known in words)}


def decode(file: Mapping[str, str]) -> list[Known]:
    """What `encode` wrote."""
    found, before = [], ""
    for coded, common in zip(file["words"].split(), file["common"], strict=True):
        before = before[: _DIGITS.index(coded[0])] + coded[1:]
        found.append(Known(before, int(common)))
    return found


def errors_allowed(word: str) -> int:
    """How many errors a word of that length may have."""
    if len(word) < SHORTEST or word.isdigit():
        return 0
    return 1 if len(word) < TWO_ERRORS_FROM else 2


def distance(one: str, other: str, most: int) -> int:
    """How many letters are to be changed, put in, left out, or swapped with the next to make one word the
    other (F. Damerau, 1964; no letter touched twice); `most` + 1 where it is more than that."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _shared(one: str, other: str) -> int:
    most = min(len(one), len(other), len(_DIGITS) - 1)
    return next((at for at in range(most) if one[at] != other[at]), most)
