"""Lists to measure with: the project's own, and larger ones resampled from its abstracts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.config import read_config
from generator.model import Entry, Topic
from generator.pipeline import build_library
from generator.text import Name, Text
from generator.words import sentences

ROOT = Path(__file__).parents[1]
_SYLLABLES = "ba do ke li mo nu pra sti tor vex wen zil qua fro gi hep jun dra cla sno".split()


def own_list() -> tuple[tuple[Entry, ...], tuple[Topic, ...]]:
    """The list that lies in this repository, without its notes' say in topics."""
    built = build_library(read_config(ROOT), today="2026-01-01", locked=False)
    return built.library.entries, built.library.topics


def resampled(entries: Sequence[Entry], count: int, seed: int = 1) -> list[Entry]:
    """`count` papers made of real sentences: each takes two thirds of its sentences from one paper and the
    others from papers at large, with rare words of its own, and two authors of the list."""
    chance = random.Random(seed)
    texts = [entry.paper.abstract.plain if entry.paper.abstract else "" for entry in entries]
    split = [[text[start:end].strip() for start, end in sentences(text)] for text in texts]
    pool = [sentence for found in split for sentence in found]
    authors = [name for entry in entries for name in entry.paper.authors]
    return [_paper(number, chance, entries, split, pool, authors) for number in range(count)]


def _paper(
    number: int,
    chance: random.Random,
    entries: Sequence[Entry],
    split: Sequence[Sequence[str]],
    pool: Sequence[str],
    authors: Sequence[Name],
) -> Entry:
    source = chance.randrange(len(entries))
    mine = [sentence for sentence in split[source] if chance.random() < 2 / 3]
    mine += chance.sample(pool, 3)
    chance.shuffle(mine)
    rare = ["".join(chance.choices(_SYLLABLES, k=3)) for _ in range(3)]
    title = entries[source].paper.title
    words = (title.plain if title else "").split()
    kept = [word for word in words if chance.random() < 0.7]
    paper = replace(
        entries[source].paper,
        title=Text(" ".join([rare[0].capitalize() + ":", *kept])),
        alt_titles=(),
        abstract=Text(" ".join([*mine, f"We call it {rare[0]}, after {rare[1]} and {rare[2]}."])),
        authors=tuple(chance.sample(authors, 2)),
        ids={},
    )
    return Entry(key=f"paper{number:06}", paper=paper, added="2026-01-01")
