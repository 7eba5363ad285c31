"""A list fed week after week: the lock must not join what the records hold apart, nor lose what it joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from generator.dedupe import merge
from generator.lock import Lock, assign, resolve
from generator.lock.line import from_json, to_json
from generator.model import Kind, Paper
from generator.text import Text
from tests.dedupe_cases import labelled_pairs
from tests.works_support import WORDS, at_line, paper

TODAY = "2026-11-22"
PAIRS = labelled_pairs()


def week(lock: Lock, papers: Sequence[Paper]) -> tuple[Lock, list[str]]:
    """The lock after a build, as read back from its file, and the key of each paper."""
    lines = lock.match(papers)
    found = [resolve(one, line) for one, line in zip(papers, lines, strict=True)]
    works = merge(found, [line.names if line else () for line in lines]).works
    assigned = assign(works, lock, TODAY)
    pairs = zip(works, assigned.lines, strict=True)
    keys = {origin.path: line.key for work, line in pairs for origin in work.paper.origins}
    lock = Lock(tuple(from_json(to_json(line)) for line in assigned.lock.lines))
    return lock, [keys[one.origins[0].path] for one in papers]


@pytest.mark.parametrize("swapped", [False, True])
def test_a_labelled_pair_that_comes_in_two_weeks(swapped: bool) -> None:
    joined, moved, restless = [], [], []
    for pair in PAIRS:
        one, other = (pair.other, pair.one) if swapped else (pair.one, pair.other)
        lock, (first,) = week(Lock(), [one])
        lock, keys = week(lock, [one, other])
        again, keys_again = week(lock, [other, one])
        if not pair.same and keys[0] == keys[1]:
            joined.append(pair.id)
        if keys[0] != first or keys_again != keys[::-1]:
            moved.append(pair.id)
        if again != lock:
            restless.append(pair.id)
    assert (joined, moved, restless) == ([], [], [])


@pytest.mark.parametrize("same", [False, True])
def test_all_labelled_records_build_twice_alike(same: bool) -> None:
    records = [record for pair in PAIRS if pair.same is same for record in (pair.one, pair.other)]
    lock, keys = week(Lock(), records)
    shuffled = Random(5).sample(range(len(records)), len(records))
    again, keys_again = week(lock, [records[i] for i in shuffled])
    assert dict(zip(shuffled, keys_again, strict=True)) == dict(enumerate(keys))
    assert again == lock


def test_a_thesis_named_like_an_article_does_not_take_its_line() -> None:
    article = paper(1, abstract=None, kind=Kind.ARTICLE)
    thesis = replace(at_line(article, "abstracts/0.bib", 1), kind=Kind.THESIS)
    lock, (first,) = week(Lock(), [article])
    lock, keys = week(lock, [thesis, article])
    assert keys[1] == first != keys[0]
    assert week(lock, [article, thesis]) == (lock, keys[::-1])


def test_an_abstract_edited_over_ten_years_keeps_its_key() -> None:
    random = Random(1)
    words = "a paper of nothing but its abstract".split() + random.choices(WORDS, k=50)
    one = Paper(abstract=Text(" ".join(words)), origins=paper(1).origins)
    lock, (first,) = week(Lock(), [one])
    for year in range(24):
        for place in random.sample(range(len(words)), 3):
            words[place] = f"{random.choice(WORDS)}{year}"
        lock, keys = week(lock, [replace(one, abstract=Text(" ".join(words)))])
        assert keys == [first], year
        assert len(lock.lines[0].fingerprints) <= 6
    assert week(lock, [replace(one, abstract=Text(" ".join(words)))])[0] == lock


def test_a_title_changed_every_year_keeps_its_key() -> None:
    one = paper(3, abstract=None, ids={"citekey": "x"})
    lock, (first,) = week(Lock(), [one])
    for year in range(12):
        changed = replace(one, title=Text(f"{WORDS[year]} things of {WORDS[-year - 1]} made anew by words"))
        lock, keys = week(lock, [replace(changed, alt_titles=(one.title,) if one.title else ())])
        assert keys == [first], year
        one = changed
