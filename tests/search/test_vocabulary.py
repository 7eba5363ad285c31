"""Misspelt words: the distance, and that the right file holds the right word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.vocabulary import (
    Known,
    backwards,
    cut,
    decode,
    distance,
    encode,
    errors_allowed,
    vocabulary,
)

WORDS = st.text(alphabet="abcd1", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    [
        ("distilation", "distillation", 1),
        ("form", "from", 1),
        ("transformer", "transfromer", 1),
        ("attention", "atention", 1),
        ("attention", "atentoin", 2),
        ("bert", "bert", 0),
        ("bert", "gpt", 3),
        ("abc", "ca", 3),
    ],
)
def test_distance(one: str, other: str, errors: int) -> None:
    assert distance(one, other, 3) == errors == distance(other, one, 3)
    assert distance(one, other, 1) == min(errors, 2)


@given(WORDS, WORDS)
def test_the_limit_changes_no_distance_below_it(one: str, other: str) -> None:
    exact = distance(one, other, 20)
    assert [distance(one, other, most) for most in (0, 1, 2)] == [min(exact, most + 1) for most in (0, 1, 2)]
    assert (exact == 0) == (one == other)


@given(st.dictionaries(WORDS, st.integers(0, 9), max_size=60))
def test_a_vocabulary_comes_back(words: dict[str, int]) -> None:
    known = sorted(Known(word, common) for word, common in words.items())
    assert decode(encode(known)) == known
    assert sorted(Known(k.word[::-1], k.common) for k in backwards(known)) == known


def test_words_with_the_same_two_letters_stand_in_one_file() -> None:
    words = [Known(f"{first}{second}{n:03}", 1) for first in "abc" for second in "xyz" for n in range(900)]
    files = list(cut(words))
    assert [known for file in files for known in file] == words
    assert all(one[-1].word[:2] != other[0].word[:2] for one, other in pairwise(files))
    assert len(files) > 3


def test_numbers_and_short_words_are_no_vocabulary() -> None:
    papers_by_term = {"bert": 3, "gpt": 2, "t5": 2, "2023": 1, ":author:smith": 1, "知识": 4}
    assert vocabulary(papers_by_term) == [Known("bert", 2), Known("gpt", 2)]


@pytest.mark.parametrize(
    ("word", "errors"), [("t5", 0), ("gpt", 1), ("bert", 1), ("2023", 0), ("language", 2)]
)
def test_long_words_may_have_more_errors(word: str, errors: int) -> None:
    assert errors_allowed(word) == errors
