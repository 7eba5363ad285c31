"""How long merging takes, and how much of what was doubled it finds.

    python -m benchmarks.dedupe [PAPERS]        100,000 by default

Papers are made of the words of this repository's abstracts, one in ten is there twice: edited, cut off, or as
preprint and published record. The peer compares each title with every other one, as simple tools do.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence
from difflib import SequenceMatcher
from pathlib import Path

from generator.dedupe import merge
from generator.identity import fold
from generator.model import Kind, Origin, Paper
from generator.text import Name, Text

ABSTRACTS = Path(__file__).parent.parent / "abstracts"
PEER_PAPERS = 300
FAMILIES = 20_000


def vocabulary() -> list[str]:
    """The words of the abstracts, as often as they stand there."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(ABSTRACTS.glob("*.txt")))
    return [word for text in texts for word in fold(text).split() if len(word) > 1]


def make_papers(count: int, seed: int = 1) -> tuple[list[Paper], int]:
    """About `count` records, and how many of them are a second record of a work."""
    chance = random.Random(seed)
    words = vocabulary()
    papers: list[Paper] = []
    doubled = 0
    while len(papers) < count:
        paper = _paper(chance, words, len(papers))
        papers.append(paper)
        if chance.random() < 0.1:
            papers.append(_second(chance, paper, len(papers)))
            doubled += 1
    chance.shuffle(papers)
    return papers, doubled


def _paper(chance: random.Random, words: Sequence[str], number: int) -> Paper:
    people = [Name(f"G{chance.randrange(26)}", f"Family{chance.randrange(FAMILIES)}") for _ in range(3)]
    return Paper(
        title=Text(" ".join(chance.choices(words, k=9)).capitalize()),
        authors=tuple(people),
        year=chance.randrange(1990, 2027),
        kind=Kind.PREPRINT,
        abstract=Text(" ".join(chance.choices(words, k=chance.randrange(90, 220)))),
        ids={"arxiv": f"{chance.randrange(1001, 2612)}.{number:05d}"},
        origins=(Origin("made", number + 1, number + 1, "pasted"),),
    )


def _second(chance: random.Random, paper: Paper, number: int) -> Paper:
    abstract = paper.abstract.source if paper.abstract else ""
    kind = chance.randrange(3)
    if kind == 0:
        at = chance.randrange(20, len(abstract) - 20)
        abstract = abstract[:at] + abstract[at + 2 :]
    elif kind == 1:
        abstract = abstract[: int(len(abstract) * chance.uniform(0.4, 0.9))]
    return Paper(
        title=paper.title if kind else None,
        authors=paper.authors if kind == 2 else (),
        year=paper.year if kind == 2 else None,
        kind=Kind.INPROCEEDINGS if kind == 2 else Kind.MISC,
        abstract=None if kind == 2 else Text(abstract),
        origins=(Origin("made", number + 1, number + 1, "pasted"),),
    )


def peer(papers: Sequence[Paper]) -> int:
    """Every title against every other one; how many pairs are alike."""
    titles = [paper.title.source.lower() for paper in papers if paper.title]
    return sum(
        SequenceMatcher(None, one, other).ratio() > 0.9
        for at, one in enumerate(titles)
        for other in titles[at + 1 :]
    )


def main() -> None:
    """Prints one line a size."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    for size in (count // 4, count // 2, count):
        papers, doubled = make_papers(size)
        start, clock = time.perf_counter(), time.process_time()
        merged = merge(papers)
        seconds, worked = time.perf_counter() - start, time.process_time() - clock
        found = len(papers) - len(merged.works)
        print(
            f"{len(papers):>8,} records: {seconds:6.1f} s, {worked:.1f} s of them at work, "
            f"{1000 * worked / len(papers):.2f} ms a record, "
            f"{found:,} of {doubled:,} second records merged, {len(merged.doubts):,} doubts"
        )
    few, _ = make_papers(PEER_PAPERS)
    start = time.perf_counter()
    merge(few)
    ours = time.perf_counter() - start
    start = time.perf_counter()
    peer(few)
    theirs = time.perf_counter() - start
    print(
        f"{len(few):>8,} records: ours {ours:.2f} s, every title against every other {theirs:.2f} s: ", end=""
    )
    print(f"{theirs / ours:.0f} times; at {count:,} records {theirs / ours * count / len(few):,.0f} times")


if __name__ == "__main__":
    main()
