"""The lint of exports: one case a rule, and none where nothing is wrong."""

from __future__ import annotations

from typing import Any

import pytest

from generator.check import check_bibliography
from generator.model import Entry, Kind, Paper
from generator.text import Name, Text

RIGHT: dict[str, Any] = {
    "title": Text("Delving into the Openness of CLIP"),
    "authors": (Name(given="Shuhuai", family="Ren"),),
    "year": 2023,
    "venue": Text("Findings of ACL"),
    "kind": Kind.INPROCEEDINGS,
}


def found(key: str = "ren2023", **changes: Any) -> list[tuple[str, str, dict[str, object]]]:
    entry = Entry(key=key, paper=Paper(**{**RIGHT, **changes}), added="2026-01-01")
    return [
        (finding.problem.code, finding.field, dict(finding.correction))
        for finding in check_bibliography([entry])
    ]


def test_nothing_is_wrong_with_a_whole_record() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"title": None}, ("bib-missing-field", "title", {})),
        ({"authors": ()}, ("bib-missing-field", "authors", {})),
        ({"year": None}, ("bib-missing-field", "year", {})),
        ({"venue": None}, ("bib-missing-field", "venue", {})),
        ({"kind": Kind.THESIS, "venue": None}, ("bib-missing-field", "institution", {})),
        (
            {"title": Text("DELVING INTO THE OPENNESS")},
            ("bib-all-caps-title", "title", {"title": "Delving into the Openness"}),
        ),
        (
            {"title": Text("delving into the openness")},
            ("bib-suspicious-capitals", "title", {"title": "Delving into the openness"}),
        ),
        ({"title": Text("On iMAGE Things")}, ("bib-suspicious-capitals", "title", {})),
        (
            {"authors": (Name(given="Shuhuai", family="Ren"), Name(given="et", family="al."))},
            ("bib-et-al", "authors", {"authors": ["Shuhuai Ren"]}),
        ),
        ({"kind": Kind.PREPRINT, "ids": {"doi": "10.1162/x"}}, ("bib-published-preprint", "kind", {})),
        ({"title": Text("A $broken Title")}, ("bib-broken-latex", "title", {})),
        ({"abstract": Text("Some {braces")}, ("bib-broken-latex", "abstract", {})),
    ],
)
def test_each_rule_finds_its_case(
    changes: dict[str, Any], expected: tuple[str, str, dict[str, object]]
) -> None:
    assert found(**changes) == [expected]


def test_a_key_that_is_not_ascii() -> None:
    assert [code for code, _, _ in found(key="müller2023")] == ["bib-key-not-ascii"]


def test_a_preprint_with_arxivs_own_doi_is_a_preprint() -> None:
    assert found(kind=Kind.PREPRINT, ids={"doi": "10.48550/arxiv.2306.04387"}) == []


def test_titles_that_stand_twice() -> None:
    entries = [Entry(key=key, paper=Paper(**RIGHT), added="2026-01-01") for key in ("a", "b")]
    assert [(finding.key, finding.problem.code) for finding in check_bibliography(entries)] == [
        ("a", "bib-duplicate-title")
    ]
