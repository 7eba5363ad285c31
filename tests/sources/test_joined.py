"""Files of two formats, one below the other: the records of both, at the lines of the file."""

from __future__ import annotations

from itertools import permutations

import pytest

from generator.model import RawRecord, Skipped
from tests.sources.structured import problems, read_with_chosen

FORMATS = {
    "bibtex": "@article{berg,\n  title = {On ledgers},\n  author = {Jan Berg},\n  year = 2001\n}\n",
    "ris": "TY  - JOUR\nTI  - On ledgers\nAU  - Berg, Jan\nPY  - 2001\nER  -\n",
    "nbib": "PMID- 10000001\nOWN - NLM\nTI  - On ledgers\nFAU - Berg, Jan\nDP  - 2001\n",
    "wos": "FN Clarivate\nVR 1.0\nPT J\nAU Berg, J\nTI On ledgers\nSO LEDGERS\nUT WOS:1\nER\n\nEF\n",
    "endnote-tags": "%0 Journal Article\n%T On ledgers\n%A Berg, Jan\n%D 2001\n",
    "table": "Title,Authors,Year,DOI\nOn ledgers,Jan Berg,2001,10.1234/a\nOf banks,Ana Ruiz,2002,10.1234/b\n",
    "csl-json": '[\n{"id": "a", "type": "article", "title": "On ledgers", "DOI": "10.1234/a"}\n]\n',
    "atom": '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<entry>'
    "<title>On ledgers</title><summary>We read ledgers.</summary></entry>\n</feed>\n",
}


@pytest.mark.parametrize(("above", "below"), list(permutations(FORMATS, 2)))
def test_the_records_of_both_are_read(above: str, below: str) -> None:
    text = f"{FORMATS[above]}\n{FORMATS[below]}"
    _, items = read_with_chosen(text)
    found = [item.origin for item in items if isinstance(item, RawRecord)]
    assert [origin.format for origin in found] == _of(above) + _of(below)
    first_below = FORMATS[above].count("\n") + 2
    assert [origin.line >= first_below for origin in found] == [False] * len(_of(above)) + [True] * len(
        _of(below)
    )
    assert problems(items) == []


def _of(format: str) -> list[str]:
    """The formats of the records of one file."""
    return [format] * (2 if format == "table" else 1)


def test_lines_like_a_beginning_within_a_record_are_its_own() -> None:
    text = "TY  - JOUR\nTI  - On ledgers\nAB  - We read:\n\n{\n@article{berg,\n<p>\nER  -\n"
    name, items = read_with_chosen(text)
    assert name == "ris"
    assert len([item for item in items if isinstance(item, RawRecord)]) == 1
    assert not any(isinstance(item, Skipped) for item in items)
