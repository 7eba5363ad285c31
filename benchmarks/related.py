"""How good and how fast related papers are: `python -m benchmarks.related [PAPERS …]`.

Quality: the share of suggestions that have a topic in common with the paper in the readers' labels (the
settled ones, the first reader's, the second's). We leave the weakest suggestions out; so TF-IDF is shown both
with six a paper and with its own weakest left out in the same way.
Cost: lists resampled from the project's abstracts, 1,000 and 10,000 papers unless sizes are given.
"""

from __future__ import annotations

import math
import random
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.lists import own_list, resampled
from benchmarks.topics import labels
from generator.model import Entry
from generator.related import relate
from generator.related.choose import MOST, everyone_suggested
from generator.related.neighbours import ONE
from generator.related.sparse import Rows

Suggested = Mapping[str, Sequence[str]]


def shared_topic(suggested: Suggested, topics: Mapping[str, set[str]]) -> float:
    """The share of suggestions with a topic in common."""
    hits = [bool(topics[key] & topics[other]) for key, others in suggested.items() for other in others]
    return sum(hits) / len(hits)


def tf_idf(entries: Sequence[Entry]) -> Rows:
    """The six nearest by the cosine of words weighed by term and inverse document frequency."""
    texts = [" ".join(text.plain for text in (e.paper.title, e.paper.abstract) if text) for e in entries]
    counts = [Counter(re.findall(r"\w\w+", text.lower())) for text in texts]
    found_in = Counter(word for count in counts for word in count)
    column = {word: number for number, word in enumerate(found_in)}
    matrix = np.zeros((len(entries), len(column)))
    for row, count in enumerate(counts):
        for word, number in count.items():
            matrix[row, column[word]] = number * (math.log((1 + len(entries)) / (1 + found_in[word])) + 1)
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)
    likeness = matrix @ matrix.T - 2 * np.eye(len(entries))
    nearest = np.argsort(-likeness, axis=1)[:, :MOST]
    rows = np.repeat(np.arange(len(entries)), nearest.shape[1])
    weight = np.rint(np.take_along_axis(likeness, nearest, axis=1) * ONE).astype(np.int64)
    return Rows.ordered(rows, nearest.ravel(), weight.ravel(), len(entries))


def at_random(entries: Sequence[Entry]) -> Suggested:
    """Six others by chance."""
    chance, keys = random.Random(1), [entry.key for entry in entries]
    return {key: chance.sample([other for other in keys if other != key], 6) for key in keys}


def _keys(entries: Sequence[Entry], found: Rows) -> Suggested:
    keys = [entry.key for entry in entries]
    mine = np.split(found.column, found.starts[1:-1])
    return {key: [keys[other] for other in others] for key, others in zip(keys, mine, strict=True)}


def _ours(entries: Sequence[Entry], *, use_topics: bool) -> Suggested:
    return {e.key: [r.key for r in e.related] for e in relate(entries, use_topics=use_topics)}


def _print_quality(entries: Sequence[Entry]) -> None:
    plain = tf_idf(entries)
    read = [
        labels(name) for name in ("topic_labels.yml", "topic_labels_first.yml", "topic_labels_second.yml")
    ]
    topics = [{entry.key: set(known[entry.paper.arxiv or ""]) for entry in entries} for known in read]
    print("share of suggestions with a topic in common, by the settled labels and by each reader's")
    for name, suggested in (
        ("random", at_random(entries)),
        ("TF-IDF, six a paper", _keys(entries, plain)),
        ("TF-IDF, weakest left out", _keys(entries, everyone_suggested(plain))),
        ("ours, without topics", _ours(entries, use_topics=False)),
        ("ours, with topics", _ours(entries, use_topics=True)),
    ):
        shares = "  ".join(f"{shared_topic(suggested, known):.3f}" for known in topics)
        count = sum(map(len, suggested.values())) / len(suggested)
        print(f"{name:26} {shares}  {count:.1f} a paper")


def _print_short_lists(entries: Sequence[Entry]) -> None:
    """How often the first suggestion has a topic in common in short lists, drawn from the whole one."""
    chance, known = random.Random(1), labels()
    topics = {entry.key: set(known[entry.paper.arxiv or ""]) for entry in entries}
    for size in (10, 20, 40):
        drawn = [chance.sample(entries, size) for _ in range(400 // size)]
        shares = [
            sum(shared_topic({k: o[:1] for k, o in found.items()}, topics) for found in suggested)
            / len(drawn)
            for suggested in (
                [_ours(part, use_topics=False) for part in drawn],
                [_keys(part, tf_idf(part)) for part in drawn],
            )
        ]
        print(f"first of lists of {size}: ours, without topics {shares[0]:.3f}, TF-IDF {shares[1]:.3f}")


def _print_cost(entries: Sequence[Entry], count: int, before: float) -> float:
    """Prints what a list of `count` papers costs; returns processor seconds of a run without memory."""
    papers = resampled(entries, count + 1)
    with tempfile.TemporaryDirectory() as folder:
        relate(papers[:count], Path(folder))
        papers = resampled(entries, count + 1)  # as a new process has them: nothing of their texts is parsed
        started, clock = time.process_time(), time.perf_counter()
        added = relate(papers, Path(folder))
        one_more, one_more_clock = time.process_time() - started, time.perf_counter() - clock
    started, clock = time.process_time(), time.perf_counter()
    clean = relate(papers)
    whole, whole_clock = time.process_time() - started, time.perf_counter() - clock
    suggested = {related.key for entry in clean for related in entry.related}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count:7} papers: {whole:.1f} s of processor ({whole_clock:.1f} s), one more {one_more:.1f} s "
        f"({one_more_clock:.1f} s), the same as a clean run: {added == clean}, suggested by another: "
        f"{len(suggested) / len(clean):.3f}, peak {peak:.0f} MB"
        + (f", {whole / before:.1f} times" if before else "")
    )
    return whole


def main() -> None:
    """Prints quality, then cost."""
    entries, _ = own_list()
    entries = tuple(replace(entry, note=None) for entry in entries)
    _print_quality(entries)
    _print_short_lists(entries)
    before = 0.0
    for count in [int(size) for size in sys.argv[1:]] or [1_000, 10_000]:
        before = _print_cost(entries, count, before)


if __name__ == "__main__":
    main()
