"""A paragraph as long as an abstract beside the records of a file is told of, in every format alike."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from generator.model import Problem, RawRecord, ReadItem
from generator.sources import READERS, read_bytes
from tests.test_docs import examples, sections

_BESIDE = """\
The dominant sequence models are based on complex recurrent or convolutional networks. We propose
the Transformer, based solely on attention mechanisms, dispensing with recurrence and convolutions
entirely. It is superior in quality.
"""
# Formats whose records go on below a blank line, pages, which have text of their own, what is no format, and
# numbers, which are papers only where nothing else stands.
_OPEN_ENDED = ("pasted", "pubmed", "arxiv-abs", "labelled-text", "html", "front-matter", "xml", "pmid-list")


@pytest.mark.parametrize("format", [reader.name for reader in READERS if reader.name not in _OPEN_ENDED])
@pytest.mark.parametrize("above", [True, False], ids=["above", "below"])
def test_a_paragraph_beside_records_is_told(format: str, above: bool) -> None:
    records = examples(sections("formats.md")[format])[0].rstrip("\n")
    text = f"{_BESIDE}\n{records}\n" if above else f"{records}\n\n{_BESIDE}"
    items = list(read_bytes(text.encode(), "in.txt"))
    left_out = [item for item in items if isinstance(item, Problem) and item.code == "text-left-out"]
    assert [item.origin.line for item in left_out if item.origin] == [1 if above else records.count("\n") + 3]
    assert _titles(items) == _titles(read_bytes(records.encode(), "in.txt"))


def _titles(items: Iterable[ReadItem]) -> list[str | None]:
    return [item.fields.get("title") for item in items if isinstance(item, RawRecord)]
