"""Pasted text: each layout read as it says, and records laid out in any layout read back."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean import clean
from generator.model import Problem, RawRecord, Skipped
from generator.sources import read_bytes, read_file
from generator.sources.signs.labels import ALONE
from generator.sources.signs.labels import WORDS as WORDS_OF_LABELS
from generator.sources.signs.typesetting import BREAK, without_typesetting
from tests.hang import ends_in_time
from tests.sources.structured import CASES, load, problems, read_with_chosen, records, shown, skipped

ROOT = Path(__file__).parents[2]
FILES = sorted((CASES / "pasted").glob("*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = load(path)
    name, items = read_with_chosen(case["input"])
    assert name == case["format"]
    found = [shown(record.fields, record) for record in records(items)]
    assert len(found) == len(case["records"])
    for values, expected in zip(found, case["records"], strict=True):
        assert {field: values.get(field) for field in expected} == expected
    assert problems(items) == case.get("problems", [])
    assert skipped(items) == case.get("skipped", [])


@pytest.mark.parametrize(
    ("name", "papers"),
    [
        ("openreview-profile", 9),
        ("arxiv-search", 6),
        ("arxiv-author", 6),
        ("huggingface-papers", 73),
        ("arxiv-feed", 10),
    ],
)
def test_every_abstract_of_the_list_stands_in_its_file_word_for_word(name: str, papers: int) -> None:
    path = ROOT / "abstracts" / f"{name}.txt"
    found = [item for item in read_file(path, str(path)) if isinstance(item, RawRecord)]
    assert len(found) == papers
    paragraphs = [
        line.strip().removeprefix("Abstract:") for line in path.read_text(encoding="utf-8").split("\n")
    ]
    long = [" ".join(line.split()) for line in paragraphs if len(line) > 300]
    assert [paper.abstract.source for record in found if (paper := clean(record)).abstract] == long


def test_the_comments_of_the_list_are_venues_comments_and_links() -> None:
    path = ROOT / "abstracts" / "arxiv-feed.txt"
    papers = [clean(item) for item in read_file(path, "feed") if isinstance(item, RawRecord)]
    assert [paper.venue and paper.venue.source for paper in papers] == [
        *(None, "EMNLP 2022 (main conference)", None, None, None, "ICML 2022", "ACL 2022", None, None),
        "EMNLP 2021 (main conference)",
    ]
    assert (
        papers[5].comment
        and papers[5].comment.source == "Benchmark website at https://vlue-benchmark.github.io"
    )
    assert [link.url for link in papers[5].links] == ["https://vlue-benchmark.github.io"]
    assert (papers[8].created, papers[8].updated) == ("2021-11-08", "2021-11-09")
    assert all(paper.arxiv and paper.created for paper in papers)


def test_no_word_announces_two_fields() -> None:
    words = [word for line in WORDS_OF_LABELS.values() for word in line.split("|")]
    assert [word for word, count in Counter(words).items() if count > 1] == []
    assert set(words) >= ALONE


class Work(NamedTuple):
    title: str
    authors: tuple[str, ...]
    abstract: str
    arxiv: str
    created: str


def _works() -> list[Work]:
    lines = (ROOT / "abstracts" / "huggingface-papers.txt").read_text(encoding="utf-8").split("\n")
    texts = [" ".join(line.split()) for line in lines[10:] if line.strip()]
    people = (
        "Ada Lovelace",
        "Emmy Noether",
        "Kurt Gödel",
        "Chen-Ning Yang",
        "Ludwig van Beethoven",
        "Niels H. Abel",
    )
    return [
        Work(
            title,
            people[n % 5 : n % 5 + 1 + n % 3] or people[:2],
            abstract,
            f"2301.{n + 1:05}",
            f"2023-01-{n % 28 + 1:02}",
        )
        for n, (title, abstract) in enumerate(zip(texts[::2], texts[1::2], strict=True))
    ]


WORKS = _works()
Fold = Callable[[str], str]


def _names(work: Work) -> str:
    return ", ".join(work.authors)


# Each layout: what is in a record, its text ('§' for its number), and what stands between two records.
LAYOUTS: dict[str, tuple[str, Callable[[Work, Fold], str], str]] = {
    "abstracts, blank line": ("p", lambda w, f: f(w.abstract), "\n\n"),
    "labelled abstracts": ("p", lambda w, f: f("Abstract: " + w.abstract), "\n"),
    "numbered abstracts": ("p", lambda w, f: f(f"§. {w.abstract}"), "\n"),
    "title, blank line, abstract": ("tp", lambda w, f: f(w.title) + "\n\n" + f(w.abstract), "\n\n"),
    "title, abstract": ("tp", lambda w, f: f(w.title) + "\n" + f(w.abstract), "\n\n"),
    "abstract, title": ("tp", lambda w, f: f(w.abstract) + "\n\n" + f(w.title), "\n\n"),
    "title, authors, abstract": (
        "tap",
        lambda w, f: f"{f(w.title)}\n{f(_names(w))}\n{f(w.abstract)}",
        "\n\n",
    ),
    "authors, title, abstract": (
        "tap",
        lambda w, f: f"{f(_names(w))}\n{f(w.title)}\n\n{f(w.abstract)}",
        "\n\n",
    ),
    "rules": ("tap", lambda w, f: f"{f(w.title)}\n\n{f(_names(w))}\n\n{f(w.abstract)}", "\n---\n"),
    "labels": (
        "tapi",
        lambda w, f: "\n".join(
            map(
                f,
                (
                    f"Title: {w.title}",
                    f"Authors: {_names(w)}",
                    f"Abstract: {w.abstract}",
                    f"arXiv: {w.arxiv}",
                ),
            )
        ),
        "\n\n",
    ),
    "headings": ("tp", lambda w, f: f"## {w.title}\n\n{f(w.abstract)}", "\n\n"),
    "numbered": ("tap", lambda w, f: f"{f(f'[§] {w.title}')}\n{f(_names(w))}\n{f(w.abstract)}", "\n\n"),
    "feed": ("pid", lambda w, f: f"{f(w.abstract)}\n\narXiv:{w.arxiv}\nCreated: {w.created}", "\n\n"),
    "address last": (
        "tpi",
        lambda w, f: f"{f(w.title)}\n{f(w.abstract)}\nhttps://arxiv.org/abs/{w.arxiv}",
        "\n\n",
    ),
    "id first": ("tpi", lambda w, f: f"arXiv:{w.arxiv}\n{f(w.title)}\n{f(w.abstract)}", "\n\n"),
}


def _expected(work: Work, fields: str) -> tuple[object, ...]:
    return (
        work.abstract,
        work.title if "t" in fields else None,
        work.authors if "a" in fields else (),
        work.arxiv if "i" in fields else None,
        work.created if "d" in fields else None,
    )


def _read_back(text: str) -> list[tuple[object, ...]]:
    papers = [clean(item) for item in read_bytes(text.encode(), "in.txt") if isinstance(item, RawRecord)]
    return [
        (
            paper.abstract and paper.abstract.source,
            paper.title and paper.title.source,
            tuple(name.plain for name in paper.authors),
            paper.arxiv,
            paper.created,
        )
        for paper in papers
    ]


@settings(max_examples=30)
@given(
    layout=st.sampled_from(sorted(LAYOUTS)),
    works=st.lists(st.sampled_from(WORKS), min_size=6, max_size=9, unique=True),
    width=st.sampled_from((0, 72, 80)),
    end=st.sampled_from(("\n", "\r\n")),
)
def test_records_in_any_layout_are_read_back(
    layout: str, works: Sequence[Work], width: int, end: str
) -> None:
    fields, write, between = LAYOUTS[layout]

    def fold(text: str) -> str:
        return textwrap.fill(text, width) if width else text

    text = between.join(write(work, fold).replace("§", str(n)) for n, work in enumerate(works, 1))
    assert _read_back(text.replace("\n", end)) == [_expected(work, fields) for work in works]


@settings(max_examples=60)
@given(text=st.text(alphabet=st.sampled_from("aB .,:;-#*[]()$\\\n\t1🙂漢é\"'"), max_size=300))
def test_every_line_of_any_text_is_accounted_for(text: str) -> None:
    items = list(read_bytes(text.encode(), "in.txt"))
    assert not [
        item
        for item in items
        if isinstance(item, Problem) and item.code in ("unaccounted-lines", "reader-failed")
    ]
    covered = {n for item in items if item.origin for n in range(item.origin.line, item.origin.end_line + 1)}
    assert {n for n, line in enumerate(text.split("\n"), 1) if line.strip()} <= covered


@pytest.mark.parametrize("character", list("[($\\*-a0漢"))
@pytest.mark.parametrize(
    "shape", ["{0}" * 100_000, "{0} " * 50_000, ("{0}" * 70 + "\n") * 1_400], ids=["line", "words", "lines"]
)
def test_a_hundred_kilobytes_of_one_character_take_no_time(character: str, shape: str) -> None:
    data = shape.replace("{0}", character).encode()
    with ends_in_time():
        items = list(read_bytes(data, "in.txt"))
    assert all(isinstance(item, RawRecord | Problem | Skipped) for item in items)


@pytest.mark.parametrize("last", ["1", "§", "of", '"', "(2017", "2017"])
def test_long_lists_of_names_in_capitals_take_no_time(last: str) -> None:
    names = ", ".join(f"{'ABC'[n % 3]}O {'DEF'[n % 3]}Y {'XYZ'[n % 3]}U" for n in range(150))
    with ends_in_time():
        list(
            read_bytes(
                f"A title of a paper\n{names} {last}\nAnother one\n{names}, {last}\n".encode(), "in.txt"
            )
        )


def test_the_thousands_of_people_of_an_experiment_are_no_abstract() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    families = ("Einstein", "Bohr", "Curie", "Noether")
    people = [f"{one}. {two}. {family}" for one in letters for two in letters for family in families]
    abstract = (
        "We report the observation of a new particle with a mass of 125 GeV. It is compatible with theory."
    )
    text = f"Observation of a new particle\n{', '.join(people)}\n{abstract}\n"
    (record,) = records(read_with_chosen(text)[1])
    assert len(record.fields["authors"]) == len(people)
    assert record.fields["abstract"] == abstract


def test_a_line_beyond_the_limit_is_one_problem() -> None:
    data = (
        b"x" * 2_000_000
        + b"\n\nA title of a paper\n\nWe show that this paper is read all the same. It is short.\n"
    )
    items = list(read_bytes(data, "in.txt"))
    assert [item.code for item in items if isinstance(item, Problem)] == ["line-too-long"]
    assert [item.fields.get("title") for item in items if isinstance(item, RawRecord)] == [
        "A title of a paper"
    ]


def test_numbers_and_rules_say_where_abstracts_of_two_paragraphs_start() -> None:
    abstracts = [
        record["abstract"] for record in load(CASES / "pasted" / "two-paragraphs-numbered.yml")["records"]
    ]
    paragraphs = [" ".join(2 * paragraph.split()) for text in abstracts for paragraph in text.split("\n\n")]
    papers = [
        [paragraphs[n % len(paragraphs)], paragraphs[(n + 1) % len(paragraphs)]][: 1 + (n % 3 == 0)]
        for n in range(24)
    ]
    text = "\n\n---\n\n".join(f"{n}. " + "\n".join(paper) for n, paper in enumerate(papers, 1))
    found = records(read_with_chosen(text)[1])
    assert [record.fields["abstract"].split("\n\n") for record in found] == papers


def test_one_part_of_a_word_among_many_hyphens_breaks_none() -> None:
    lines = ["the ad-", "hoc states of the micro-", "injection", ""] * 40
    odd = ["the rota-", "tion", ""]
    assert without_typesetting([*lines, *odd]) == [*lines, *odd]
    assert without_typesetting([*lines[:4], *odd])[4] == f"the rota{BREAK}"
