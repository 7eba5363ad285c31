"""Records written as BibTeX, RIS, CSL-JSON, CSV and JSON lines come back the same, each on its own lines."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import RawRecord
from generator.text import Name
from tests.sources.structured import read_with_chosen, records

_LETTERS = "abcdefghijklmnopqrstuvwxyzäéñøß"
_WORDS = st.text(_LETTERS, min_size=2, max_size=9).filter(lambda word: word not in ("and", "others"))
_TITLES = st.lists(_WORDS, min_size=1, max_size=8).map(lambda words: " ".join(words).capitalize())
_ABSTRACTS = st.lists(_WORDS, min_size=5, max_size=60).map(lambda words: " ".join(words).capitalize() + ".")
_NAMES = st.builds(
    lambda given, family: Name(given=given.capitalize(), family=family.capitalize()),
    st.text("abcdefghij", min_size=2, max_size=8),
    st.text("klmnopqrst", min_size=3, max_size=8),
)
PAPERS = st.lists(
    st.fixed_dictionaries(
        {
            "title": _TITLES,
            "authors": st.lists(_NAMES, min_size=1, max_size=4, unique=True),
            "year": st.integers(1900, 2029).map(str),
            "venue": _TITLES,
            "abstract": _ABSTRACTS,
        }
    ),
    min_size=1,
    max_size=6,
)


def compared(items: list[RawRecord]) -> list[dict[str, object]]:
    names = ("title", "authors", "year", "venue", "abstract")
    return [{name: _plain(record.fields.get(name)) for name in names} for record in items]


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _bibtex(papers: list[dict[str, object]], layout: int) -> str:
    opening, closing = ("{", "}") if layout % 2 else ("(", ")")
    left, right = ("{", "}") if layout % 3 else ('"', '"')
    comma = "," if layout % 5 else ",\n"
    entries = []
    for number, paper in enumerate(papers):
        fields = {
            "title": paper["title"],
            "author": " and ".join(name.bibtex for name in paper["authors"]),  # type: ignore[attr-defined]
            "year": paper["year"],
            "journal": paper["venue"],
            "abstract": paper["abstract"],
        }
        body = f"{comma}\n ".join(f"{name} = {left}{value}{right}" for name, value in fields.items())
        entries.append(f"@article{opening}key{number},\n {body}\n{closing}\n")
    return "\n".join(entries)


def _ris(papers: list[dict[str, object]], layout: int) -> str:
    gap = ("  - ", " - ", "\t-\t")[layout % 3]
    end = "" if layout % 2 else f"ER{gap}\n"
    out = []
    for paper in papers:
        lines = [("TY", "JOUR"), ("TI", paper["title"])]
        lines += [("AU", f"{name.family}, {name.given}") for name in paper["authors"]]  # type: ignore[attr-defined]
        lines += [("PY", f"{paper['year']}//"), ("T2", paper["venue"]), ("AB", paper["abstract"])]
        out.append("".join(f"{tag}{gap}{value}\n" for tag, value in lines) + end)
    return "\n".join(out)


def _csl(papers: list[dict[str, object]], layout: int) -> str:
    items = [
        {
            "id": f"key{number}",
            "type": "article-journal",
            "title": paper["title"],
            "author": [{"family": n.family, "given": n.given} for n in paper["authors"]],  # type: ignore[attr-defined]
            "issued": {"date-parts": [[int(str(paper["year"]))]]},
            "container-title": paper["venue"],
            "abstract": paper["abstract"],
        }
        for number, paper in enumerate(papers)
    ]
    return json.dumps(items, ensure_ascii=bool(layout % 2), indent=layout % 3 or None)


def _json_lines(papers: list[dict[str, object]], layout: int) -> str:
    lines = []
    for paper in papers:
        names = [name.plain for name in paper["authors"]]  # type: ignore[attr-defined]
        people: object = names if layout % 2 else [{"name": name} for name in names]
        lines.append(json.dumps({**paper, "authors": people}, ensure_ascii=bool(layout % 3)))
    return "\n".join(lines) + "\n"


def _table(papers: list[dict[str, object]], layout: int) -> str:
    out = io.StringIO()
    delimiter = ",;\t"[layout % 3]
    rows = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    if layout % 2:
        rows = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\n")
    rows.writerow(("Title", "Authors", "Publication Year", "Journal", "Abstract"))
    for paper in papers:
        names = "; ".join(f"{name.family}, {name.given}" for name in paper["authors"])  # type: ignore[attr-defined]
        rows.writerow((paper["title"], names, paper["year"], paper["venue"], paper["abstract"]))
    return out.getvalue()


@pytest.mark.parametrize("write", [_bibtex, _ris, _csl, _json_lines, _table])
@given(papers=PAPERS, layout=st.integers(0, 29))
def test_round_trip(write, papers, layout):  # type: ignore[no-untyped-def]
    text = write(papers, layout)
    found = records(read_with_chosen(text)[1])
    assert compared(found) == papers
    lines = text.split("\n")
    for record in found:
        assert record.text in "\n".join(lines[record.origin.line - 1 : record.origin.end_line])
