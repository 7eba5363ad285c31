"""What a reader typed, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.query import Filter, parse_query, unquoted


def words(text: str) -> list[str]:
    return [slot.term for slot in parse_query(text).slots]


def test_words_are_looked_for_once_each() -> None:
    assert words("models of a model") == ["model", "of", "a"]


def test_the_last_word_may_grow_unless_a_space_follows() -> None:
    assert [slot.growing for slot in parse_query("large models").slots] == ["", "models"]
    assert [slot.growing for slot in parse_query("large models ").slots] == ["", ""]
    assert [slot.growing for slot in parse_query('large "models"').slots] == ["", ""]
    assert [slot.growing for slot in parse_query("models year:2020").slots] == [""]


@pytest.mark.parametrize("text", ["pre-training", "pre training"])
def test_a_prefix_and_its_word_are_one_word_too(text: str) -> None:
    slots = parse_query(text).slots
    assert [slot.term for slot in slots] == ["pre", "training"]
    assert all(slot.joined == ["pretraining"] for slot in slots)


def test_filters() -> None:
    query = parse_query('author:Ren year:2020-2022 topic:"vision language" Venue:acl clip')
    assert query.filters == (
        Filter((":author:ren",), False, False),
        Filter((":year:2020", ":year:2021", ":year:2022"), True, False),
        Filter((":topic:vision", ":topic:language"), False, False),
        Filter((":venue:acl",), False, False),
    )
    assert [slot.term for slot in query.slots] == ["clip"]


def test_years_may_be_open_to_one_side() -> None:
    (since,) = parse_query("year:2022-").filters
    (until,) = parse_query("year:..2022").filters
    assert since.any and since.terms[0] == ":year:2022" and ":year:2051" in since.terms
    assert until.any and until.terms[-1] == ":year:2022" and ":year:1951" in until.terms
    assert parse_query("year:2022-9999") == parse_query("year:2022-")
    assert parse_query("year:- clip").filters == ()


@pytest.mark.parametrize("years", ["1850-2025", "2025-1850", "1000-2025"])
def test_a_range_of_years_may_be_long_or_the_wrong_way_round(years: str) -> None:
    (found,) = parse_query(f"year:{years}").filters
    assert {":year:1850", ":year:1950", ":year:2025"} <= set(found.terms)
    assert ":year:2026" not in found.terms


@pytest.mark.parametrize(
    ("text", "term"), [("M$^3$IT", "m3it"), ("{M}$^{3}${IT}", "m3it"), ("CO$_2$", "co2"), ("x^2", "x2")]
)
def test_marks_of_tex_stand_for_nothing(text: str, term: str) -> None:
    assert words(text) == [term]


def test_a_filter_at_the_end_may_still_be_typed() -> None:
    assert parse_query("clip author:re").filters == (Filter((":author:re",), False, True),)


def test_phrases_are_words_too() -> None:
    query = parse_query('an "in-context example" of')
    assert query.phrases == (("in", "context", "example"),)
    assert [slot.term for slot in query.slots] == ["an", "in", "context", "example", "of"]


def test_a_query_without_the_quotes_of_its_phrases() -> None:
    text = 'an “in-context example” venue:"computer vision" "of'
    assert unquoted(text) == 'an in-context example venue:"computer vision" "of'


def test_addresses_are_the_identifiers_in_them() -> None:
    assert words("https://arxiv.org/abs/2306.04387v2") == ["2306", "04387"]
    assert words("https://doi.org/10.1000/182") == ["10", "1000", "182"]


@pytest.mark.parametrize(
    "text",
    [
        "arXiv:2306.04387v2",
        "arxiv.org/abs/2306.04387",
        "http://export.arxiv.org/pdf/2306.04387v1",
        r"\cite{2306.04387}",
        r"\parencite*{2306.04387}",
        "@article{2306.04387,",
        "title:2306.04387",
    ],
)
def test_what_stands_before_an_identifier_or_key_is_not_looked_for(text: str) -> None:
    assert words(text) == ["2306", "04387"]


def test_versions_of_old_arxiv_ids_are_left_out() -> None:
    assert words("hep-th/9901001v3") == ["hep", "th", "9901001"]


@pytest.mark.parametrize("text", ["“in context”", "„in context“", "«in context»", "”in context”"])
def test_quotes_may_be_those_of_a_phone(text: str) -> None:
    assert parse_query(text) == parse_query('"in context"')
    assert parse_query(f"author:{text}") == parse_query('author:"in context"')


def test_names_of_filters_may_be_plural() -> None:
    assert parse_query("authors:ren years:2020 Topics:vision") == parse_query(
        "author:ren year:2020 topic:vision"
    )


@pytest.mark.parametrize("text", ["Li et al. 2023", "Li et al., 2023", "li 2023"])
def test_a_paper_is_named_by_its_first_author_and_year(text: str) -> None:
    assert parse_query(text).name == "=li2023"


@given(st.text(max_size=80))
def test_nothing_that_is_typed_raises(text: str) -> None:
    query = parse_query(text)
    assert len({slot.term for slot in query.slots}) == len(query.slots) <= 32


@pytest.mark.parametrize("text", ['"' * 20_000, "author:" * 5_000, "a-" * 20_000, '"a ' * 10_000])
def test_hostile_queries_take_no_longer(text: str) -> None:
    assert len(parse_query(text).slots) <= 32
