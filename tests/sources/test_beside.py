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


@pytest.mark.parametrize("format", ["bibtex", "ris", "nbib", "wos", "endnote-tags", "refworks"])
@pytest.mark.parametrize(
    "line", ["arXiv:1810.04805", "- https://arxiv.org/abs/1810.04805", "10.18653/v1/N19-1423"]
)
def test_identifiers_beside_records_are_told(format: str, line: str) -> None:
    records = examples(sections("formats.md")[format])[0].rstrip("\n")
    found = _left_out(f"{records}\n\n{line}\n")
    assert [item.origin and item.origin.line for item in found] == [records.count("\n") + 3]


def test_what_json_has_around_its_records_is_no_text() -> None:
    record = '{\n   "title": "Of ledgers",\n   "authors": ["Jan Berg"]\n  }'
    assert _left_out(f'{{\n "totalHits": 1,\n "results": [\n  {record}\n ]\n}}\n') == []


def test_the_identifier_of_a_record_beside_it_is_not_told() -> None:
    entry = (
        "@article{a, title={A title}, doi={10.1038/NATURE14539}, url={https://arxiv.org/abs/1706.03762v2}}"
    )
    assert _left_out(f"https://doi.org/10.1038/nature14539\narXiv:1706.03762\n{entry}\n") == []
    assert _left_out(f"% https://arxiv.org/abs/1810.04805\n{entry}\n") == []


def test_an_abstract_beside_entries_may_say_that_something_was_generated() -> None:
    abstract = (
        "The assessment of disease severity serves to build a temporal disease extent profile for "
        "hospitalized patients. To validate the model's applicability to the patient monitoring task, we"
        " developed a validation strategy which involves a synthesis of Digital Reconstructed "
        "Radiographs (DRRs - synthetic Xray) from serial CT scans; we then compared the disease "
        "progression profiles that were generated from the DRRs to those that were generated from CT "
        "volumes."
    )
    title = "COVID-19 in CXR: From Detection and Severity Scoring to Patient Disease Monitoring"
    text = f"{title}\nMaayan Frid-Adar, Rula Amer\n\n{abstract}\n"
    items = list(read_bytes(f"@article{{a, title={{A title}}, year=2015}}\n\n{text}".encode(), "in.txt"))
    assert _titles(items) == ["A title", title]


def _left_out(text: str) -> list[Problem]:
    items = read_bytes(text.encode(), "in.txt")
    return [item for item in items if isinstance(item, Problem) and item.code == "text-left-out"]


def _titles(items: Iterable[ReadItem]) -> list[str | None]:
    return [item.fields.get("title") for item in items if isinstance(item, RawRecord)]
