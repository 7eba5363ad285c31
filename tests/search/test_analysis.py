"""Text as terms: the shared cases, and what holds for every text."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.search.analysis import LONGEST_TERM, compounds, fold, parts, terms
from tests.support import ROOT

CASES: list[tuple[str, list[str]]] = yaml.safe_load(
    (ROOT / "tests/cases/search/terms.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_terms(text: str, wanted: list[str]) -> None:
    assert terms(text) == wanted


@given(st.text())
def test_compounds_stand_where_they_say(text: str) -> None:
    end = 0
    for placed in compounds(text):
        assert end <= placed.start < placed.end <= len(text)
        assert placed.compound.parts
        end = placed.end


@given(st.text())
def test_terms_are_folded_short_and_without_white_space(text: str) -> None:
    for term in terms(text):
        assert 0 < len(term) <= LONGEST_TERM
        assert not any(letter.isspace() for letter in term)


@given(st.text(alphabet="abcdeéüß-' .知识", max_size=30))
def test_case_does_not_matter(text: str) -> None:
    assert parts(text) == parts(fold(text))
