"""Identifiers, titles, abstracts and keys: one form for many spellings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator import identity
from generator.identity import (
    NORMALISERS,
    fingerprint,
    fold,
    identify,
    ids_in,
    likeness,
    make_key,
    normalise_ids,
    title_key,
    valid_key,
)
from generator.model import Paper, Provenance, Status
from generator.text import Name, Text
from tests.dedupe_cases import FOLDER as DEDUPE_CASES
from tests.hang import ends_in_time

CASES = Path(__file__).parent / "cases" / "identity"


def cases(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return loaded


def abstracts() -> list[str]:
    lines = (DEDUPE_CASES / "abstracts.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["abstract"] for line in lines]


@pytest.mark.parametrize("case", cases("identifiers.yml"), ids=lambda case: case["spelling"][:60] or "empty")
def test_a_spelling_has_one_form(case: dict[str, Any]) -> None:
    for name, value in case.items():
        if name != "spelling":
            assert NORMALISERS[name](case["spelling"]) == value


@given(
    lead=st.sampled_from(["", "arXiv:", "doi:10.", "https://doi.org/10.", "PMID ", "ISBN ", "W", "P"]),
    text=st.text("0123456789./vX-:", max_size=20) | st.text(max_size=40),
)
def test_normal_forms_are_normal(lead: str, text: str) -> None:
    for normalise in NORMALISERS.values():
        normal = normalise(lead + text)
        assert normal is None or normalise(normal) == normal


@pytest.mark.parametrize("case", cases("identifiers.yml"), ids=lambda case: case["spelling"][:60] or "empty")
def test_kept_forms_are_forms(case: dict[str, Any]) -> None:
    known = {name: value for name, value in case.items() if name != "spelling" and value}
    kept = normalise_ids(known)
    assert kept == known or "arxiv" in kept


@pytest.mark.parametrize("case", cases("addresses.yml"), ids=lambda case: case["address"])
def test_an_address_stands_for_an_identifier(case: dict[str, Any]) -> None:
    known = identify(case["address"])
    assert (known and ":".join(known)) == case["is"]


def test_a_word_is_no_identifier() -> None:
    assert identify("representation") is None
    assert identify("1234567") is None
    assert identify("https://openreview.net/forum?id=YicbFdNTTy") == ("openreview", "YicbFdNTTy")
    assert identify("https://doi.org/10.18653/v1/2021.acl-long.43") == ("doi", "10.18653/v1/2021.acl-long.43")


def test_identifiers_in_free_text() -> None:
    text = (
        "See https://doi.org/10.1145/3690640. Also arXiv:2306.04387v2 [cs.CL], "
        "(https://aclanthology.org/2021.acl-long.43). PMID: 13054692; ISBN 978-0-306-40615-7 and 1706.03762."
    )
    assert ids_in(text) == {
        "doi": "10.1145/3690640",
        "arxiv": "2306.04387",
        "acl": "2021.acl-long.43",
        "pmid": "13054692",
        "isbn": "9780306406157",
    }
    assert ids_in("On 12 May 2024, 1234567 people read pages 10.1 to 20.3") == {}


def test_an_arxiv_doi_is_the_arxiv_id() -> None:
    assert normalise_ids({"doi": "10.48550/arXiv.2306.04387"}) == {"arxiv": "2306.04387"}
    assert normalise_ids({"arxiv": "nonsense", "doi": "10.1/x"}) == {}


@pytest.mark.parametrize("case", cases("titles.yml"), ids=lambda case: case["same"][0])
def test_spellings_of_a_title_are_equal(case: dict[str, Any]) -> None:
    keys = {title_key(title) for title in case["same"]}
    assert len(keys) == 1
    assert keys.isdisjoint(title_key(title) for title in case.get("not", []))


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_fingerprints_tell_edited_abstracts_from_others() -> None:
    texts = abstracts()
    marks = [fingerprint(text) for text in texts]
    for text, mark in zip(texts, marks, strict=True):
        assert fingerprint(f"  {text.upper()}\n") == mark or "\\" in text or "<" in text
        assert likeness(mark, fingerprint(text[:40] + text[42:])) > 0.75
    pairs = [likeness(a, b) for i, a in enumerate(marks) for b in marks[:i]]
    assert max(pairs) < 0.35
    assert sum(pairs) / len(pairs) < 0.05


def test_fingerprints_stay_what_they_are() -> None:
    """Every lock ever written holds fingerprints: another algorithm needs another version of the lock."""
    mark = "f11e8f2fddeb6bd3-77fff11111111111111111111111118888888888886eeeeeea77777777777777"
    assert fingerprint("We propose M$^3$IT, a dataset with 2.4 million instances.") == mark
    assert fingerprint("we propose  M³IT: a Dataset with 2.4 million instances") == mark
    assert fingerprint(" … ") == ""


@pytest.mark.parametrize("case", cases("keys.yml"), ids=lambda case: case["key"])
def test_keys(case: dict[str, Any]) -> None:
    assert make_key(paper_of(case), lambda _: False) == case["key"]


def paper_of(case: dict[str, Any]) -> Paper:
    return Paper(
        title=Text(case["title"]),
        authors=tuple(Name.parse(name) for name in case["authors"]),
        year=case["year"],
    )


@given(
    title=st.text(max_size=300),
    people=st.lists(st.text(min_size=1, max_size=120), max_size=3),
    year=st.none() | st.integers(1, 9999),
    refusals=st.integers(0, 40),
)
def test_every_key_is_safe(title: str, people: list[str], year: int | None, refusals: int) -> None:
    left = iter(range(refusals))
    names = tuple(name for text in people if (name := Name(family=text)))
    key = make_key(
        Paper(title=Text(title) or None, authors=names, year=year), lambda _: next(left, None) is not None
    )
    assert valid_key(key)
    assert key.isascii() and len(key) <= 100 and key == key.lower()


@pytest.mark.parametrize(
    "key",
    [
        "../x",
        "a/b",
        "CON",
        "con.txt",
        "nul",
        "",
        ".",
        "a.",
        "index",
        "é",
        "a" * 101,
        "a b",
        "a\0",
        "-a",
        "a..b",
    ],
)
def test_unsafe_keys(key: str) -> None:
    assert not valid_key(key)


@pytest.mark.parametrize(
    "unit", ["[", "$", "\\", "{", "<", "arxiv:", "https://", "10.1234/", "isbn 1 ", "a-", "(", "``"]
)
def test_hostile_text_takes_linear_time(unit: str) -> None:
    text = unit * (20_000 // len(unit))
    with ends_in_time():
        ids_in(text)
        fingerprint(text)
        for normalise in NORMALISERS.values():
            normalise(text)


def test_everything_public_is_there() -> None:
    assert all(hasattr(identity, name) for name in identity.__all__)


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"ids": {"doi": "10.18653/v1/2021.emnlp-main.31"}}, "doi-10.18653-v1-2021.emnlp-main.31"),
        ({"ids": {"arxiv": "2306.04387", "citekey": "li23"}}, "arxiv-2306.04387"),
        ({"ids": {"citekey": "x:y"}, "authors": (Name(family="Vaswani"),), "year": 2017}, "vaswani2017"),
    ],
)
def test_a_paper_known_by_an_identifier_alone_has_it_in_its_key(fields: dict[str, Any], key: str) -> None:
    guess = {"title": Provenance(Status.GUESSED, "a.txt:1")}
    paper = Paper(title=Text("arXiv:1 or citekey:x"), provenance=guess, **fields)
    made = make_key(paper, lambda _: False)
    assert made == key and valid_key(made)
