"""Postings come back as they were written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.search.postings import STRONGEST, decode, encode, strength_byte

LISTED = st.dictionaries(
    st.integers(0, 2_000_000), st.tuples(st.integers(1, STRONGEST), st.booleans()), max_size=40
)


@given(LISTED, st.integers(0, 3_000_000))
def test_what_is_encoded_is_decoded(listed: dict[int, tuple[int, bool]], papers: int) -> None:
    ordered = sorted(listed)
    coded = encode(papers, [number << 8 | strength_byte(*listed[number]) for number in ordered])
    assert coded.isascii() and "=" not in coded
    found = decode(coded)
    assert found.papers == papers
    assert list(found.listed) == [(number, *listed[number]) for number in ordered]


def test_a_paper_costs_two_bytes_where_many_have_the_term() -> None:
    coded = encode(900, [number << 8 | strength_byte(80, False) for number in range(900)])
    assert len(coded) <= (2 + 2 * 900) * 4 / 3 + 1
