"""Files of two formats, one below the other: the records of both, at the lines of the file."""

from __future__ import annotations

from itertools import permutations

import pytest

from generator.model import Problem, RawRecord, ReadItem, Skipped
from generator.sources import read_bytes
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
    "jats": "<article><front><article-meta>\n"
    "<title-group><article-title>On ledgers</article-title></title-group>\n"
    "<contrib-group><contrib><name><surname>Berg</surname></name></contrib></contrib-group>\n"
    "</article-meta></front></article>\n",
    "front-matter": "---\ntitle: On ledgers\ndoi: 10.1234/a\nabstract: We read ledgers.\n---\n",
    "html": '<!DOCTYPE html>\n<html><head>\n<meta name="citation_title" content="On ledgers">\n'
    '<meta name="citation_author" content="Berg, Jan">\n</head></html>\n',
    "arxiv-abs": "\\\\\narXiv:2101.00001\nFrom: Jan Berg\nDate: Mon, 4 Jan 2021 10:00:00 GMT\n\n"
    "Title: On ledgers\n"
    "Authors: Jan Berg\n\\\\\n  We read ledgers.\n\\\\\n",
    "bibitems": "\\begin{thebibliography}{9}\n\\bibitem{a}\nJan Berg.\n\\newblock On ledgers.\n"
    "\\newblock {\\em Ledgers}, 2001.\n\\end{thebibliography}\n",
    "pubmed": "1. Ledgers. 2001 May;1(2):3-4. doi: 10.1234/a.\n\n"
    "On ledgers.\n\nBerg J(1).\n\nPMID: 10000001\n",
    "labelled-text": "Key: berg\nTitle: On ledgers\nAuthors: Berg, Jan\nYear: 2001\n",
}
# One notation each of the reader of lists.
LISTS = {
    "toml": '[[papers]]\ntitle = "On ledgers"\nauthors = ["Jan Berg"]\ndoi = "10.1234/a"\n',
    "yaml": "- title: On ledgers\n  authors: [Jan Berg]\n  doi: 10.1234/a\n",
}
# Below these a line may be the page's, the record's own or a row.
OPEN_BELOW = ("front-matter", "labelled-text", "table")
REFERENCE = "Berg, J., & Ruiz, A. (2014). Fires in the peat. Letters of Ledgers, 5(3), 221–230."


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


@pytest.mark.parametrize("notation", LISTS)
@pytest.mark.parametrize("format", FORMATS)
def test_lists_are_read_above_and_below_other_formats(notation: str, format: str) -> None:
    for text in (f"{LISTS[notation]}\n{FORMATS[format]}", f"{FORMATS[format]}\n{LISTS[notation]}"):
        _, items = read_with_chosen(text)
        found = [item.origin.format for item in items if isinstance(item, RawRecord)]
        assert sorted(found) == sorted([*_of(format), "json"])
        assert problems(items) == []


@pytest.mark.parametrize(
    ("format", "above"),
    [
        *((format, True) for format in FORMATS if format != "front-matter"),
        *((format, False) for format in FORMATS if format not in OPEN_BELOW),
    ],
)
def test_references_beside_records_are_read(format: str, above: bool) -> None:
    records = FORMATS[format]
    text = f"{REFERENCE}\n\n{records}" if above else f"{records}\n{REFERENCE}\n"
    items = list(read_bytes(text.encode(), "in.txt"))
    titles = [item.fields.get("title") for item in items if isinstance(item, RawRecord)]
    assert titles.count("Fires in the peat") == 1
    assert len(titles) == len(_of(format)) + 1
    line = 1 if above else records.count("\n") + 2
    assert not any(
        item.origin.line <= line <= item.origin.end_line for item in items if isinstance(item, Skipped)
    )


@pytest.mark.parametrize("format", sorted(FORMATS.keys() - {"front-matter", "labelled-text"}))
@pytest.mark.parametrize("line", ["To read: https://arxiv.org/abs/1810.04805", "31978945\n12230038"])
def test_what_may_be_a_paper_beside_records_is_told(format: str, line: str) -> None:
    items = list(read_bytes(f"{FORMATS[format]}\n{line}\n".encode(), "in.txt"))
    told = [item for item in items if isinstance(item, Problem) and item.code == "text-left-out"]
    assert [item.origin and item.origin.line for item in told] == [FORMATS[format].count("\n") + 2]
    assert len([item for item in items if isinstance(item, RawRecord)]) == len(_of(format))


def test_a_remark_beside_records_is_no_paper_and_not_told() -> None:
    items = list(read_bytes(f"My references, as of May\n\n{FORMATS['ris']}".encode(), "in.txt"))
    assert [type(item) for item in sorted(items, key=_line)] == [Skipped, RawRecord]


def test_remarks_on_the_file_and_between_its_entries_are_no_papers() -> None:
    above = "This is an example of .bib file using by OpTeX.\nPetr Olsak  2014\n\nThe TeX FAQ\n"
    below = (
        "\nThe authors are actually: F. Delorme, S. Slempkes, G. Alibert\nThe month (July) was not given.\n"
    )
    text = f"{above}{FORMATS['bibtex']}{below}{FORMATS['bibtex'].replace('berg', 'ruiz', 1)}"
    titles = [i.fields["title"] for i in read_bytes(text.encode(), "in.txt") if isinstance(i, RawRecord)]
    assert titles == ["On ledgers", "On ledgers"]


def _line(item: ReadItem) -> int:
    return item.origin.line if item.origin else 0


def _of(format: str) -> list[str]:
    """The formats of the records of one file."""
    return [format] * (2 if format == "table" else 1)


def test_lines_like_a_beginning_within_a_record_are_its_own() -> None:
    text = "TY  - JOUR\nTI  - On ledgers\nAB  - We read:\n\n{\n@article{berg,\n<p>\nER  -\n"
    name, items = read_with_chosen(text)
    assert name == "ris"
    assert len([item for item in items if isinstance(item, RawRecord)]) == 1
    assert not any(isinstance(item, Skipped) for item in items)
