"""Related papers: reasons in words, nobody left out, the same however they are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Assignment, Entry, Paper, Provenance, Status
from generator.related import relate
from generator.related.choose import MOST, everyone_suggested
from generator.related.features import fingerprint
from generator.related.memory import FILE
from generator.related.sparse import Rows, strongest_products
from generator.text import Name, Text

WORDS = "graph image text teacher student video retrieval caption survey token layer prompt dialog".split()


def entry(key: str, title: str, *authors: str, topic: str | None = None) -> Entry:
    paper = Paper(title=Text(title), authors=tuple(Name.parse(author) for author in authors))
    topics = (Assignment(topic, 0.9, ("x",)),) if topic else ()
    return Entry(key=key, paper=paper, added="2024-01-01", topics=topics)


FOUR = [
    entry("a", "Graph attention for scene graphs", "Ada Lovelace"),
    entry("b", "Scene graphs by attention", "Alan Turing"),
    entry("c", "Dialogue with a persona", "Ada Lovelace"),
    entry("d", "A persona for dialogue systems", "Grace Hopper"),
]


def test_the_nearest_comes_first_with_its_reason() -> None:
    related = {found.key: found.related for found in relate(FOUR)}
    assert related["a"][0].key == "b"
    assert "scene graphs" in related["a"][0].reason
    assert related["d"][0].key == "c"
    assert "shared author: Ada Lovelace" in next(r.reason for r in related["a"] if r.key == "c")


def test_a_topic_in_common_brings_papers_together() -> None:
    topics = ["x", None, "x", None]
    entries = [
        replace(e, topics=(Assignment(t, 0.9, ("w",)),) if t else ())
        for e, t in zip(FOUR, topics, strict=True)
    ]
    with_topics = {e.key: {r.key: r for r in e.related} for e in relate(entries)}
    without = {e.key: {r.key: r for r in e.related} for e in relate(entries, use_topics=False)}
    assert "same topic" in with_topics["a"]["c"].reason
    share = [found["a"]["c"].score / found["a"]["b"].score for found in (with_topics, without)]
    assert share[0] > share[1]


@pytest.mark.parametrize("count", [0, 1])
def test_alone_there_is_nothing_related(count: int) -> None:
    assert all(not found.related for found in relate(FOUR[:count]))


def test_in_a_short_list_a_papers_own_words_decide() -> None:
    texts = {
        "Wissensdestillation für Sprachmodelle": "Wir zeigen die Wissensdestillation und dass sie hilft.",
        "Sprachmodelle in der Medizin": "Die Arbeit zeigt die Risiken der Sprachmodelle und den Nutzen.",
        "Übersetzung mit wenig Daten": "Die Übersetzung braucht die Daten. Wir zeigen ein Verfahren.",
        "Bewertung der Übersetzung": "Die Bewertung der Übersetzung ist schwierig und wird geprüft.",
        "Energien und Stromnetze": "Die Stromnetze und die Energien wachsen, und die Last der Stromnetze.",
        "Stabilität der Stromnetze": "Die Stabilität der Stromnetze hängt an der Last und der Zeit.",
        "Wissensdestillation und Quantisierung": "Wir verbinden die Wissensdestillation mit der Zeit.",
        "Quantisierung der Netze": "Die Quantisierung der Netze spart den Speicher.",
    }
    entries = [
        replace(e, paper=replace(e.paper, abstract=Text(text)))
        for n, (title, text) in enumerate(texts.items())
        for e in [entry(f"k{n}", title)]
    ]
    first = [e.related[0].key for e in relate(entries)]
    assert first[2:6] == ["k3", "k2", "k5", "k4"]
    assert first[0] in ("k1", "k6")


def test_chinese_papers_are_compared_by_neighbouring_characters() -> None:
    entries = [
        entry("a", "图神经网络综述"),
        entry("b", "基于图神经网络的推荐"),
        entry("c", "知识蒸馏方法研究"),
    ]
    (first, *_) = relate(entries)[0].related
    assert first.key == "b" and "神经" in first.reason


def test_papers_without_a_word_in_common_still_meet() -> None:
    one, other = relate([entry("a", "Graphs"), entry("b", "Dialogue")])
    assert (one.related[0].key, other.related[0].key) == ("b", "a")
    assert one.related[0].reason == "near it in this list"


def test_what_papers_share_is_said_however_little_it_is_of_them() -> None:
    """Of each paper the words of its twin are more telling: what it shares with others comes after them."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    entries = [
        entry(f"{field}{twin}", ", ".join(f"{field}{letter}x" for letter in letters), "Ada Lund")
        for field in ("gra", "tro", "bli")
        for twin in range(2)
    ]
    reasons = {(e.key, found.key): found.reason for e in relate(entries) for found in e.related}
    assert reasons["gra0", "tro0"] == reasons["bli1", "gra0"] == "shared author: Ada Lund"


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=5), min_size=2, max_size=25))
def test_everyone_is_suggested_and_order_does_not_matter(titles: list[list[str]]) -> None:
    entries = [entry(f"k{number:02}", " ".join(words) or "…") for number, words in enumerate(titles)]
    found = relate(entries)
    assert {r.key for e in found for r in e.related} == {e.key for e in entries}
    assert all(len(e.related) <= MOST and e.key not in {r.key for r in e.related} for e in found)
    assert all(0 <= r.score <= 1 and r.reason for e in found for r in e.related)
    backwards = {e.key: e.related for e in relate(entries[::-1])}
    assert backwards == {e.key: e.related for e in found}


def test_adding_a_paper_gives_what_a_clean_run_gives(tmp_path: Path) -> None:
    relate(FOUR[:3], tmp_path)
    assert (tmp_path / FILE).is_file()
    assert relate(FOUR, tmp_path) == relate(FOUR)
    assert relate(FOUR[1:], tmp_path) == relate(FOUR[1:])


@pytest.mark.parametrize("content", [b"", b"PK", b"not an archive", bytes(200)])
def test_a_broken_memory_is_forgotten(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert relate(FOUR, tmp_path) == relate(FOUR)


def _rows(matrix: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> Rows:
    row, column = np.nonzero(matrix)
    return Rows.ordered(row, column, matrix[row, column], len(matrix))


@pytest.mark.parametrize("at_once", [1 << 23, 50])
def test_products_are_those_of_whole_matrices(at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.related.sparse._AT_ONCE", at_once)
    rng = np.random.default_rng(3)
    matrix = rng.integers(0, 30, (40, 25)) * (rng.random((40, 25)) < 0.3)
    whole = matrix @ matrix.T
    np.fill_diagonal(whole, 0)
    found = strongest_products(_rows(matrix), most=40, window=1000)
    dense = np.zeros_like(whole)
    dense[found.row, found.column] = found.weight
    assert (dense == whole).all()
    best = strongest_products(_rows(matrix), most=1, window=1000)
    assert best.weight.tolist() == [value for value in whole.max(axis=1).tolist() if value]


def test_the_heaviest_of_a_row_come_first() -> None:
    rows = _rows(np.array([[1, 5, 3], [0, 0, 0], [2, 2, 0]]))
    assert list(zip(rows.row.tolist(), rows.column.tolist(), rows.weight.tolist(), strict=True)) == [
        (0, 1, 5),
        (0, 2, 3),
        (0, 0, 1),
        (2, 0, 2),
        (2, 1, 2),
    ]
    assert rows.heaviest(1).column.tolist() == [1, 0]


def _near(ranked: Sequence[Sequence[tuple[int, int]]]) -> Rows:
    """ranked: for each paper (weight, the other)."""
    entries = [(paper, *found) for paper, ranking in enumerate(ranked) for found in ranking]
    row, weight, column = np.array(entries, dtype=np.int64).T
    return Rows.ordered(row, column, weight, len(ranked))


def test_a_paper_nobody_would_suggest_takes_a_place_others_can_spare() -> None:
    popular = [[(900, other) for other in range(7) if other != paper][:MOST] for paper in range(7)]
    chosen = everyone_suggested(_near([*popular, [(200, 0)]]))
    assert set(chosen.column.tolist()) == set(range(8))
    assert np.bincount(chosen.row).max() <= MOST
    added = chosen.where(chosen.column == 7)
    assert (added.row.tolist(), added.weight.tolist()) == ([0], [200])


def test_weak_suggestions_are_left_out_beyond_three() -> None:
    ranked = [[(900 - 100 * n, (paper + n + 1) % 8) for n in range(MOST)] for paper in range(7)]
    ranked.append([(100, other) for other in range(MOST)])
    assert np.bincount(everyone_suggested(_near(ranked)).row).tolist() == [6] * 7 + [3]


def test_a_new_paper_is_counted_without_writing_the_memory_again(tmp_path: Path) -> None:
    many = [entry(f"k{number:03}", f"{WORDS[number % 13]} {WORDS[number % 7]}") for number in range(200)]
    relate(many[:199], tmp_path)
    before = (tmp_path / FILE).read_bytes()
    assert relate(many, tmp_path) == relate(many)
    assert (tmp_path / FILE).read_bytes() == before
    relate(many[:100] + FOUR, tmp_path)
    assert (tmp_path / FILE).read_bytes() != before


def test_texts_of_papers_seen_before_are_not_parsed(tmp_path: Path) -> None:
    many = [entry(f"k{number:03}", f"{WORDS[number % 13]} {WORDS[number % 7]}") for number in range(200)]
    relate(many, tmp_path)
    again = [
        replace(e, paper=replace(e.paper, title=Text(e.paper.title.source))) for e in many if e.paper.title
    ]
    assert relate(again, tmp_path) == relate(many)
    assert not any("nodes" in vars(e.paper.title) for e in again)


@pytest.mark.parametrize(
    "changed",
    [
        {"title": Text("Scene graphs, otherwise")},
        {"abstract": Text("An abstract.")},
        {"keywords": ("graphs",)},
        {"authors": (Name(given="Ada", family="Lovelace"),)},
        {"authors": (Name(given="Alan", family="Turing", suffix="Jr."),)},
    ],
)
def test_whatever_is_compared_changes_the_fingerprint(changed: dict[str, Any]) -> None:
    paper = FOUR[1].paper
    assert fingerprint(replace(paper, **changed)) != fingerprint(paper)


def test_reasons_name_what_both_papers_say(tmp_path: Path) -> None:
    entries = [
        entry(f"k{n}", f"Étude of {WORDS[n % 13]} and {WORDS[n % 5]} graphs", "Ada Lovelace")
        for n in range(30)
    ]
    relate(entries, tmp_path)
    titles = {e.key: e.paper.title.plain.lower() for e in entries if e.paper.title}
    for found in relate(entries, tmp_path):
        for related in found.related:
            (terms, *_) = [part for part in related.reason.split("; ") if part.startswith("shared terms: ")]
            for term in terms.removeprefix("shared terms: ").split(", "):
                assert all(word in titles[related.key] for word in term.split())


def test_an_identifier_in_place_of_a_title_is_no_word() -> None:
    """Papers of which only a DOI is known have nothing in common that could be told."""
    guessed = {"title": Provenance(Status.GUESSED, "ids.txt:1")}
    entries = [
        Entry(key=key, paper=Paper(title=Text(f"doi:10.1145/{key}"), provenance=guessed), added="2024-01-01")
        for key in ("a", "b", "c")
    ]
    assert {related.reason for found in relate(entries) for related in found.related} == {
        "near it in this list"
    }
    assert fingerprint(entries[0].paper) == fingerprint(entries[1].paper)
