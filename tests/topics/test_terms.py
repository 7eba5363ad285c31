"""Terms of topics: how they are written, and what they find."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.topics.terms import TermIndex, parse_term
from tests.support import ROOT

CASES = yaml.safe_load((ROOT / "tests/cases/topics/terms.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["term"]))
def test_term(case: dict[str, Any]) -> None:
    term = parse_term(case["term"])
    assert term is not None
    matches = TermIndex([term]).matches(case["text"])
    assert [case["text"][match.start : match.end] for match in matches] == case["found"]


@pytest.mark.parametrize(
    ("source", "weight", "exact", "excludes"),
    [
        ("a b", 1, False, False),
        ("a^0.5", 0.5, False, False),
        ('-"Ab"', 1, True, True),
        ("-a^3", -3, False, False),
        ("-a", 1, False, True),
    ],
)
def test_how_a_term_is_written(source: str, weight: float, exact: bool, excludes: bool) -> None:
    term = parse_term(source)
    assert term is not None
    assert (term.weight, term.exact, term.excludes) == (weight, exact, excludes)


@pytest.mark.parametrize("source", ["", "-", '""', "^", "a^0", "…"])
def test_a_term_without_a_word_is_none(source: str) -> None:
    assert parse_term(source) is None


@given(st.text(max_size=40), st.text(max_size=200))
def test_any_text_is_a_term_and_can_be_searched(source: str, text: str) -> None:
    term = parse_term(source)
    for match in TermIndex([term] if term else []).matches(text):
        assert 0 <= match.start < match.end <= len(text)
