"""The BibTeX reader beside bibtexparser on well-formed files, and on files damaged at random."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import DuplicateBlockKeyBlock, Entry
from hypothesis import given
from hypothesis import strategies as st

from generator.model import RawRecord
from generator.sources import bibtex
from generator.sources.bibtex.blocks import split
from generator.sources.bibtex.latex import address_value, pages_value, plain_value
from generator.sources.reader import Source
from tests.hang import ends_in_time
from tests.sources.structured import CASES, load, read_with_chosen, records

_FILE = "\n\n".join(
    f"@article{{key{number},\n  title = {{The {{Title}} {number}}},\n  author = {{Doe, J. and Roe, R.}},\n"
    f'  year = {number + 1900},\n  journal = "J. of {{It}}",\n  abstract = {{Words,\n  more = words.}},\n}}'
    for number in range(12)
)


@pytest.mark.parametrize(
    "name", ["plain-entry", "names", "biblatex", "crossref", "duplicate-keys", "identifiers"]
)
def test_same_fields_as_bibtexparser(name: str) -> None:
    text = load(CASES / "bibtex" / f"{name}.yml")["input"]
    theirs = parse_string(text, parse_stack=[])
    read = [block for block in theirs.blocks if isinstance(block, Entry)]
    again = [
        block.ignore_error_block
        for block in theirs.failed_blocks
        if isinstance(block, DuplicateBlockKeyBlock)
    ]
    expected = [
        (entry.entry_type, entry.key, [(field.key.lower(), _bare(field.value)) for field in entry.fields])
        for entry in (*read, *again)
        if isinstance(entry, Entry)
    ]
    found = [
        (
            block.type,
            block.key,
            [(field.name, "".join(piece.text for piece in field.pieces)) for field in block.fields],
        )
        for block in split(text)
        if block.kind == "entry"
    ]
    assert len(found) == len(expected)
    assert {(kind, key) for kind, key, _ in found} == {(kind, key) for kind, key, _ in expected}
    for (_, key, ours), (_, other, others) in zip(found, expected, strict=True):
        assert key != other or not others or ours == others


def _bare(value: str) -> str:
    return value[1:-1] if value[0] in '{"' else value


@given(
    place=st.integers(0, len(_FILE) - 1),
    damage=st.sampled_from(["", "{", "}", '"', ",", "@", "%", "=", "\n", "\\"]),
)
def test_one_damage_costs_one_entry_at_most(place: int, damage: str) -> None:
    text = _FILE[:place] + damage + _FILE[place + 1 :]
    name, items = read_with_chosen(text)
    assert name == "bibtex"
    assert not [item for item in items if getattr(item, "code", "") == "unaccounted-lines"]
    titles = [record.fields.get("title") for record in records(items)]
    assert len([number for number in range(12) if f"The Title {number}" in titles]) >= 10


@given(st.text('@{}()",=#%\\ \nabcdefghi1', max_size=300))
def test_any_text_is_read_and_accounted_for(text: str) -> None:
    blocks = list(split(text))
    assert "".join("".join(text[block.start : block.end].split()) for block in blocks) == "".join(
        text.split()
    )
    assert all(one.end <= other.start for one, other in pairwise(blocks))
    list(bibtex.READER.read(Source("in.bib", text)))


def test_many_entries_that_never_end_are_read_in_time() -> None:
    text = "\n".join(f"@article{{k{n},\n title = {{T {n}}},\n author = {{A B and C D" for n in range(10_000))
    with ends_in_time():
        found = [item for item in bibtex.READER.read(Source("in.bib", text)) if isinstance(item, RawRecord)]
    assert len(found) == 10_000


@pytest.mark.parametrize("blank", [" " * 20_000, " " * 10_000 + "\n" + " " * 10_000])
def test_white_space_behind_an_at_is_read_in_time(blank: str) -> None:
    with ends_in_time():
        list(bibtex.READER.read(Source("in.bib", f"@article{{a, title={{A}}}}\n@{blank}x{blank}")))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (r"\url{http://a.example/b\_c}", "http://a.example/b_c"),
        (r"http://a.example/\~{}me/", "http://a.example/~me/"),
        (r"http://a.example/{\textasciitilde}me", "http://a.example/~me"),
        (r"10.1000/ABC{\_}1", "10.1000/ABC_1"),
        (r"\href{http://a.example}{Here}", "http://a.example"),
    ],
)
def test_address(value: str, expected: str) -> None:
    assert address_value(value) == expected


def test_plain_values() -> None:
    assert plain_value(r"{10}~000 \& more") == "10 000 & more"
    assert pages_value("4:1--4:10") == "4:1-4:10"
    assert pages_value("296 -- 302") == "296-302"
    assert pages_value("123--") == "123"


def test_case_files_are_not_forgotten() -> None:
    assert len(list(Path(CASES / "bibtex").glob("*.yml"))) >= 20
