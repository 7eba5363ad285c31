"""How well papers find their topics: `python -m benchmarks.topics`.

Measured against labels that two readers settled on (data/topic_labels.yml). A third of the papers, drawn by a
hash of their arXiv id, was held out while terms and weights were first chosen (then micro-F1 0.807, primary
right 0.833 there); the last have seen all papers. What the terms do for papers they have not
seen is told by leaving each file of abstracts out, with every term that two papers elsewhere do not say.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from pathlib import Path

import yaml

from benchmarks.lists import own_list
from generator.model import Entry, Topic
from generator.topics import classify, suggest
from generator.topics.parts import parts
from generator.topics.terms import TermIndex, parse_term

DATA = Path(__file__).with_name("data")


def labels(name: str = "topic_labels.yml") -> dict[str, list[str]]:
    """Topics by arXiv id, the primary first."""
    read: dict[str, list[str]] = yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
    return read


def held_out(arxiv: str) -> bool:
    """A third of the papers, the same on every machine."""
    return int(hashlib.sha256(arxiv.encode()).hexdigest(), 16) % 3 == 0


def figures(found: Sequence[Sequence[str]], wanted: Sequence[Sequence[str]]) -> str:
    """Micro-F1, precision, recall, and how often the primary topic is right."""
    both = sum(len(set(mine) & set(theirs)) for mine, theirs in zip(found, wanted, strict=True))
    precision, recall = both / max(1, sum(map(len, found))), both / max(1, sum(map(len, wanted)))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    primary = sum(mine[:1] == theirs[:1] for mine, theirs in zip(found, wanted, strict=True)) / len(wanted)
    return f"micro-F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f}), primary right {primary:.3f}"


def agreement(one: Sequence[Hashable], other: Sequence[Hashable]) -> float:
    """Adjusted mutual information of two groupings, 0 by chance, 1 the same (N. Vinh et al., JMLR 2010)."""
    count = len(one)
    ones, others, both = Counter(one), Counter(other), Counter(zip(one, other, strict=True))
    mutual = sum(n / count * math.log(count * n / (ones[a] * others[b])) for (a, b), n in both.items())
    by_chance = sum(_expected(a, b, count) for a in ones.values() for b in others.values())
    most = (_entropy(ones, count) + _entropy(others, count)) / 2
    return (mutual - by_chance) / (most - by_chance)


def _entropy(sizes: Counter[Hashable], count: int) -> float:
    return -sum(n / count * math.log(n / count) for n in sizes.values())


def _expected(a: int, b: int, count: int) -> float:
    """What two groups of sizes a and b share by chance (hypergeometric)."""
    log = math.lgamma
    fixed = log(a + 1) + log(b + 1) + log(count - a + 1) + log(count - b + 1) - log(count + 1)
    total = 0.0
    for n in range(max(1, a + b - count), min(a, b) + 1):
        odds = fixed - log(n + 1) - log(a - n + 1) - log(b - n + 1) - log(count - a - b + n + 1)
        total += n / count * math.log(count * n / (a * b)) * math.exp(odds)
    return total


def _print(
    name: str,
    entries: Sequence[Entry],
    topics: Sequence[Topic],
    chosen: Callable[[Entry], bool] = lambda _: True,
    reader: str = "topic_labels.yml",
) -> None:
    wanted = labels(reader)
    taken = [entry for entry in classify(entries, topics) if chosen(entry)]
    found = [[assignment.topic for assignment in entry.topics] for entry in taken]
    print(f"{name:34} {len(taken):4} papers  {figures(found, [wanted[e.paper.arxiv or ''] for e in taken])}")


def _print_without_file(entries: Sequence[Entry], topics: Sequence[Topic]) -> None:
    """Each file's papers by the terms that at least two papers of the other files say."""
    found, wanted = [], []
    for path in sorted({entry.paper.origins[0].path for entry in entries}):
        others = [entry for entry in entries if entry.paper.origins[0].path != path]
        known = [replace(topic, terms=_said_twice(topic, others)) for topic in topics]
        for entry in classify(entries, known):
            if entry.paper.origins[0].path == path:
                found.append([assignment.topic for assignment in entry.topics])
                wanted.append(labels()[entry.paper.arxiv or ""])
    print(f"{'each file by terms of the others':34} {len(found):4} papers  {figures(found, wanted)}")


def _said_twice(topic: Topic, entries: Sequence[Entry]) -> tuple[str, ...]:
    said: Counter[str] = Counter()
    index = TermIndex(term for source in topic.terms if (term := parse_term(source)))
    for entry in entries:
        matches = (match for part in parts(entry.paper) for match in index.matches(part.text))
        said.update({match.term.source for match in matches})
    return tuple(source for source in topic.terms if said[source] > 1)


def _print_suggested(entries: Sequence[Entry]) -> None:
    topics = suggest(entries)
    sorted_in = classify(entries, topics)
    primary = [entry.topics[0].topic if entry.topics else "" for entry in sorted_in]
    wanted = labels()
    readers = [wanted[entry.paper.arxiv or ""][0] for entry in sorted_in]
    print(f"\nsuggested: {len(topics)} topics: {', '.join(topic.name for topic in topics)}")
    print(f"  covered: {sum(map(bool, primary)) / len(primary):.3f}")
    print(
        f"  adjusted mutual information with the readers' primary topics: {agreement(primary, readers):.3f}"
    )


def main() -> None:
    """Prints all figures."""
    first, second = labels("topic_labels_first.yml"), labels("topic_labels_second.yml")
    agreed = figures(list(first.values()), [second[arxiv] for arxiv in first])
    print(f"{'one reader by the other':34} {len(first):4} papers  {agreed}")
    entries, topics = own_list()
    entries = tuple(replace(entry, note=None) for entry in entries)
    bare = tuple(replace(topic, terms=()) for topic in topics)
    _print("tuned with", entries, topics, lambda entry: not held_out(entry.paper.arxiv or ""))
    _print("held out", entries, topics, lambda entry: held_out(entry.paper.arxiv or ""))
    _print("all", entries, topics)
    _print("all, by the first reader alone", entries, topics, reader="topic_labels_first.yml")
    _print("all, by the second reader alone", entries, topics, reader="topic_labels_second.yml")
    _print("all, names and descriptions alone", entries, bare)
    _print_without_file(entries, topics)
    _print_suggested(entries)


if __name__ == "__main__":
    main()
