"""What is found, and in which order."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from generator.model import Entry, Note, Topic
from generator.search import SitePage, Tables, find, read_page, search, search_files, tables_of
from generator.text import Name, Text
from tests.browser.samples import TOPICS, entry, hostile_papers, real_papers
from tests.support import ROOT

TITLES = (
    "Attention Is All You Need",
    "Is Attention All You Need for Vision?",
    "What You Need",
    "A Survey of Attention",
    "BLIP: Bootstrapping Language-Image Pre-training",
    "BLIP-2: Bootstrapping with Frozen Encoders",
    "Improving BLIP",
    "Knowledge Distillation of Transformers",
    "Pretraining at Scale",
    "Poincaré Embeddings",
    "知识蒸馏综述",
    "CLP: Contrastive Learning of Prompts",
)


def papers() -> list[Entry]:
    return [
        *(
            entry(f"paper{number}", title=Text(title), authors=(Name("Zoë", f"Müller{number}"),), year=2000)
            for number, title in enumerate(TITLES)
        ),
        *real_papers(),
    ]


TABLES = tables_of(papers(), TOPICS)


def keys(query: str, tables: Tables = TABLES) -> list[str]:
    return [hit.key for hit in find(tables, query)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Attention Is All You Need", "paper0"),
        ("attention is all you need for vision", "paper1"),
        ("what you need", "paper2"),
        ("BLIP", "paper4"),
        ("BLIP-2", "paper5"),
        ("blip2", "paper5"),
        ("improving blip", "paper6"),
        ("distilation", "paper7"),
        ("transfromer", "paper7"),
        ("nowledge", "paper7"),
        ("lcp", "paper11"),
        ("transform", "paper7"),
        ("poincare", "paper9"),
        ("蒸馏", "paper10"),
        ("蒸", "paper10"),
        ("zoe muller3", "paper3"),
        ("M3IT", "li2023mit"),
        ("M³IT", "li2023mit"),
        ("POMP", "ren2023prompt"),
        ("Twenty Thousand", "ren2023prompt"),
        ("twenty-thousnad", "ren2023prompt"),
        ("aston zhang", "ren2023prompt"),
        ("2306.04387", "li2023mit"),
        ("https://arxiv.org/pdf/2306.04387v1", "li2023mit"),
        ("li2023mit", "li2023mit"),
        ("ren 2023", "ren2023prompt"),
        ("Li et al., 2023", "li2023mit"),
        ("perspicacity", "guess2021words"),
        ("neurips prompt", "ren2023prompt"),
        ("datasets", "li2023mit"),
        ("author:ren dataset", "li2023mit"),
        ("prompt year:2023 author:re", "ren2023prompt"),
        ("author:zhang", "ren2023prompt"),
        ('"instruction tuning"', "li2023mit"),
    ],
)
def test_the_best_result(query: str, first: str) -> None:
    assert keys(query)[0] == first


@pytest.mark.parametrize("query", ["pretraining", "pre-training", "pre training", "Pre-Trainings"])
def test_each_way_to_write_a_compound_finds_the_others(query: str) -> None:
    assert {"paper4", "paper8", "ren2023prompt"} <= set(keys(query))


def test_first_author_and_year_come_before_others_of_that_name() -> None:
    others = [
        entry(f"other{n}", title=Text("A title"), authors=(Name("Yi", "Tay"), Name("Bo", "Yi")), year=2023)
        for n in range(5)
    ]
    wanted = entry("wanted", title=Text("Z title"), authors=(Name("Hao", "Yi"), Name("A", "Tay")), year=2023)
    tables = tables_of([*others, wanted])
    for query in ("Yi 2023", "yi (2023)", "Yi et al. 2023", "(Yi et al., 2023)"):
        assert keys(query, tables)[0] == "wanted"


def test_filters_narrow() -> None:
    assert set(keys("author:ren year:2023")) == {"li2023mit", "ren2023prompt"}
    assert keys("author:ren year:2019-2022") == []
    assert set(keys("topic:vision-language")) == set(keys('topic:"vision language"'))
    assert keys("venue:neurips") == ["ren2023prompt"]
    assert keys("author:nobody prompt") == []


def test_a_phrase_must_stand_as_it_is() -> None:
    assert keys('"tuning instruction"') == []
    assert keys('"all you need"') == ["paper0", "paper1"]


@pytest.mark.parametrize("query", ["", "   ", '""', "author:", "!!!", "xqzjw", "year:abcd"])
def test_nothing_is_found_for_nothing(query: str) -> None:
    assert keys(query) == []


def test_a_missing_word_is_tolerated() -> None:
    assert keys("knowledge distillation of zebrafish transformers")[0] == "paper7"


def test_the_sentence_that_matched_is_shown_and_marked() -> None:
    hit = next(find(TABLES, "perspicacity"))
    assert hit.sentence == "An abstract that came without its title, about perspicacity."
    assert [hit.sentence[start:end] for start, end in hit.sentence_marks] == ["perspicacity"]
    hit = next(find(TABLES, "distilation"))
    assert [hit.shown.title[start:end] for start, end in hit.title_marks] == ["Distillation"]


def test_of_notes_public_tags_alone_are_searched() -> None:
    note = Note(path="notes/k.md", body="bodyword", tags=("tagword",))
    cases: tuple[tuple[dict[str, Any], int], ...] = (
        ({}, 1),
        ({"private": True}, 0),
        ({"private_fields": ("tags",)}, 0),
    )
    for changes, found in cases:
        paper = entry("k", title=Text("A title"), note=replace(note, **changes))
        assert len(search([paper], "tagword")) == found
        assert search([paper], "bodyword") == []


def test_pages_are_found_by_title_and_headings() -> None:
    page = read_page("guide/index.md", "# Getting started\n\n```\n# no heading\n```\n\n## What is `made`\n")
    assert page == SitePage("guide/", "Getting started", ("What is made",))
    assert read_page("about.md", "text alone") == SitePage("about/", "About", ())
    files = {str(f.path)[7:]: f.text for f in search_files(papers(), TOPICS, [page])}
    found = next(find(Tables(files.__getitem__), "getting started"))
    assert (found.key, found.shown.address) == ("", "guide/")


def test_hostile_papers_are_found_as_they_stand() -> None:
    hits = search(hostile_papers(), "mallory", TOPICS)
    assert len(hits) == len(hostile_papers())
    assert search(hostile_papers(), "constructor __proto__ toString") == []


def test_an_empty_list_has_a_search_that_finds_nothing() -> None:
    assert search((), "anything") == []


def test_a_phrase_is_found_however_far_down_its_paper_stands() -> None:
    """Sixty papers have both words in their titles, sixty one of them, one has the phrase in its abstract."""
    apart = [entry(f"apart{n:02}", title=Text(f"Soup of the night, lunar {n}"), year=2020) for n in range(60)]
    one = [entry(f"one{n:02}", title=Text(f"Lunar light {n}"), year=2021) for n in range(60)]
    said = entry("said", title=Text("On tides"), abstract=Text("They eat a lunar soup. Then they rest."))
    tables = tables_of([*apart, *one, said])
    assert keys('"lunar soup"', tables) == ["said"]
    assert keys('tides "lunar soup"', tables) == ["said"]
    assert keys('"a lunar soup"', tables) == ["said"]
    assert keys('"soup lunar"', tables) == []


def spread(count: int) -> list[Entry]:
    """Papers whose words begin alike, so that files of terms break among them."""
    return [
        entry(f"key{n:05}", title=Text(f"contrast{n:05} context{n % 7}"), authors=(), year=1990 + n % 30)
        for n in range(count)
    ]


def test_what_is_typed_so_far_finds_papers_across_files() -> None:
    tables = tables_of(spread(2500))
    for typed in ("c", "con", "contr", "contrast0", "contrast012"):
        assert len(keys(typed, tables)) > 10
        assert all(key.startswith("key") for key in keys(typed, tables))
    assert keys("contrast01234", tables) == ["key01234"]
    assert keys("contrsat01234", tables)[0] == "key01234"


def test_files_are_small_and_name_what_they_hold() -> None:
    files = {str(file.path): file.text for file in search_files(spread(2500))}
    terms = [json.loads(text) for path, text in files.items() if path.startswith("search/terms/")]
    starts = json.loads(files["search/index.json"])["terms"]
    assert starts == sorted(starts)
    for before, file, start in zip(terms, terms[1:], starts[1:], strict=False):
        assert max(before) < start <= min(file)
        assert max(before).startswith(start[:-1])  # no shorter one would do
    sizes = [len(text) for path, text in files.items() if path.startswith("search/terms/")]
    assert len(sizes) > 16
    assert sum(size <= 2_100 for size in sizes) > 0.9 * len(sizes)  # a longer one holds one term alone
    assert max(sizes) < 13_000


def test_the_order_of_papers_and_the_hash_seed_change_no_byte() -> None:
    program = (
        "from tests.search.test_search import papers, TOPICS; from generator.search import search_files;"
        "import hashlib; print(hashlib.sha256(repr(list(search_files(papers()[::{step}], TOPICS)))"
        ".encode()).hexdigest())"
    )
    seen = {run(program.format(step=step), seed) for step, seed in ((1, "0"), (-1, "1"))}
    assert len(seen) == 1


def run(program: str, seed: str) -> str:
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_known_items_of_this_list(known: tuple[Sequence[Entry], Sequence[Topic]]) -> None:
    """Each title, each title with a word less, finds its paper first."""
    entries, topics = known
    tables = tables_of(entries, topics)
    for paper in (one for one in entries if one.paper.title):
        title = paper.paper.title.plain if paper.paper.title else ""
        assert keys(title, tables)[0] == paper.key
        assert paper.key in keys(" ".join(title.split()[1:]), tables)[:2]
