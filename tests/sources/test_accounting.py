"""Every line of any input ends in a record, a problem or a skipped line, whatever the lines are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Problem, ReadItem
from generator.sources import read_bytes, read_source
from generator.sources.accounting import is_blank
from generator.sources.reader import Source
from tests.sources.structured import case_files, load
from tests.sources.test_arxiv import ABS, MAIL
from tests.sources.test_references import AWESOME, IDS

_TEXTS = [*(load(path)["input"] for path in case_files()), MAIL, ABS, IDS, AWESOME]
_LINES = sorted({line for text in _TEXTS for line in text.split("\n") if len(line) < 300})


def _assert_accounted(text: str, items: list[ReadItem]) -> None:
    """Each line that is not blank is covered, by the reader itself."""
    assert _failures(items) == []
    places = [item.origin for item in items if item.origin]
    covered = {line for place in places for line in range(place.line, place.end_line + 1)}
    lines = text.split("\n")
    wanted = {number for number, line in enumerate(lines, 1) if not is_blank(line)}
    assert wanted <= covered <= set(range(1, len(lines) + 1))


def _failures(items: list[ReadItem]) -> list[Problem]:
    failing = ("unaccounted-lines", "reader-failed")
    return [item for item in items if isinstance(item, Problem) and item.code in failing]


@pytest.mark.parametrize("text", _TEXTS, ids=range(len(_TEXTS)))
def test_each_case(text: str) -> None:
    _assert_accounted(text, list(read_source(Source("in.txt", text))))


@given(st.lists(st.sampled_from(_LINES), max_size=25))
def test_any_lines_of_any_formats(lines: list[str]) -> None:
    text = "\n".join(lines)
    _assert_accounted(text, list(read_source(Source("in.txt", text))))


@given(st.sampled_from(_TEXTS), st.data())
def test_a_file_with_a_part_missing_or_doubled(text: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, min(len(text), first + 60)))
    changed = (
        text[:first] + data.draw(st.sampled_from(["", text[first:last] * 2, '"', "}", "\n\n"])) + text[last:]
    )
    _assert_accounted(changed, list(read_source(Source("in.txt", changed))))


@given(st.text(max_size=200) | st.text(alphabet='@{}[]"\\,;:=-<>\n\t ATY', max_size=200))
def test_any_text(text: str) -> None:
    items = list(read_bytes(text.encode(errors="surrogatepass"), "in.txt"))
    assert items
    assert _failures(items) == []
