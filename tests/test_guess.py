"""Guessed titles: short, from the abstract's own words, marked as guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.clean import clean
from generator.guess import guess_title
from generator.model import Origin, Paper, RawRecord, Status
from generator.sources import read_file
from generator.text import Text

ROOT = Path(__file__).parents[1]


def guessed(abstract: str) -> str:
    title = guess_title(Paper(abstract=Text(abstract))).title
    assert title
    return title.source


@pytest.mark.parametrize(
    ("abstract", "title"),
    [
        (
            "This work proposes POMP, a prompt pre-training method for vision-language models.",
            "POMP: a prompt pre-training method for vision-language models",
        ),
        (
            "We introduce a novel strategy termed CommonIT: Commonality-aware Instruction Tuning. It works.",
            "CommonIT: Commonality-aware Instruction Tuning",
        ),
        (
            "Here, we present a novel dynamic contrastive distillation (DCD) framework for models.",
            "DCD: dynamic contrastive distillation framework",
        ),
        (
            "We review the recent progress in language models. It is large.",
            "Recent progress in language models",
        ),
        ("We prove it.", "We prove it"),
        (
            "本文提出了一种新的网络结构，该结构完全基于注意力机制，不再使用循环和卷积。实验表明有效。",
            "本文提出了一种新的网络结构，该结构完全基于注意力机制，不…",
        ),
    ],
)
def test_a_title_names_the_system_or_says_what_is_done(abstract: str, title: str) -> None:
    assert guessed(abstract) == title


def test_the_list_has_31_guesses_all_short_and_different() -> None:
    papers = [
        guess_title(clean(item))
        for path in sorted((ROOT / "abstracts").glob("*.txt"))
        for item in read_file(path, path.name)
        if isinstance(item, RawRecord)
    ]
    titles = [paper.title.source for paper in papers if paper.title and paper.title_status is Status.GUESSED]
    assert len(titles) == len(set(titles)) == 31
    assert all(len(title.split()) <= 15 for title in titles)


def test_a_found_title_stays() -> None:
    paper = Paper(title=Text("Found"), abstract=Text("We propose X, a thing."))
    assert guess_title(paper) is paper


def test_without_an_abstract_the_identifier_stands_in() -> None:
    paper = guess_title(Paper(ids={"arxiv": "2306.04387"}, origins=(Origin("a.txt", 7, 7, "references"),)))
    assert paper.title and paper.title.source == "arXiv:2306.04387"
    assert paper.provenance["title"].status is Status.GUESSED
    assert paper.provenance["title"].source.startswith("a.txt:7")


@settings(max_examples=80)
@given(text=st.text(min_size=1, max_size=400))
def test_any_abstract_has_a_title_of_its_own_words(text: str) -> None:
    abstract = Text(text)
    if not abstract:
        return
    title = guess_title(Paper(abstract=abstract)).title
    assert title and len(title.source) <= 220
