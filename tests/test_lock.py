"""The lock: keys for ever, resolved facts, refusal of what is damaged."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import StopWork
from generator.lock import (
    Lock,
    LockLine,
    assign,
    former_keys,
    rename,
    resolve,
)
from generator.lock.line import from_json, to_json
from generator.model import Kind, Link, Origin, Paper, Provenance, Status, Work
from generator.text import Name, Text
from tests.works_support import TODAY, abstract, keys, locked, paper


def found(**facts: object) -> Paper:
    origin = Origin("abstracts/a.txt", 1, 1, "pasted")
    known = {name: Provenance(Status.FOUND, str(origin)) for name in facts}
    return Paper(**facts, origins=(origin,), provenance=known)  # type: ignore[arg-type]


def facts(**values: object) -> Paper:
    known = {name: Provenance(Status.RESOLVED, "Crossref") for name in values if name != "ids"}
    known |= {name: Provenance(Status.RESOLVED, "Crossref") for name in values.get("ids", {})}  # type: ignore[attr-defined]
    return Paper(**values, provenance=known)  # type: ignore[arg-type]


# Keys


def test_keys_hold_from_50_to_1050_papers_in_any_order() -> None:
    first = [paper(seed) for seed in range(50)]
    lock = locked(*first)
    given_first = keys(first, lock)
    many = [paper(seed) for seed in range(1050)]
    Random(7).shuffle(many)
    after = dict(zip((one.origins[0].line for one in many), keys(many, lock), strict=True))
    assert [after[one.origins[0].line] for one in first] == given_first
    assert len({key.casefold() for key in after.values()}) == 1050


def test_new_keys_do_not_depend_on_order() -> None:
    twins = [
        paper(seed, title=Text("Prompt learning"), authors=(Name("Xiang", "Ren"),), year=2023)
        for seed in range(5)
    ]
    forward = dict(zip(range(5), keys(twins, Lock()), strict=True))
    backward = dict(zip(range(4, -1, -1), keys(twins[::-1], Lock()), strict=True))
    assert forward == backward
    assert len(set(forward.values())) == 5
    assert all(key.startswith("ren2023prompt-") for key in forward.values())


def test_a_clash_with_a_key_in_use_leaves_that_one() -> None:
    old = paper(1, title=Text("Prompt learning"), authors=(Name("Xiang", "Ren"),), year=2023)
    new = paper(2, title=Text("Prompt tuning"), authors=(Name("Yi", "Ren"),), year=2023)
    lock = locked(old)
    assert keys([new, old], lock)[1] == "ren2023prompt"
    assert keys([new, old], lock)[0].startswith("ren2023prompt-")


@pytest.mark.parametrize(
    "change",
    [
        {"title": Text("Quite another title altogether")},
        {"title": None, "authors": None, "year": None},
        {"year": 1999},
        {"authors": (Name("Somebody", "Else"),)},
        {"ids": {"arxiv": "2306.04387"}},
        {"abstract": Text(abstract(1).replace("image", "picture", 1))},
        {"abstract": Text(abstract(1)[:300] + "…")},
        {"abstract": None},
    ],
    ids=str,
)
def test_a_changed_paper_keeps_its_key(change: dict[str, object]) -> None:
    before = paper(1, ids={"openreview": "YicbFdNTTy"} if "authors" in change or "year" in change else {})
    lock = locked(before, paper(2), paper(3))
    changed = {name: () if name == "authors" and value is None else value for name, value in change.items()}
    after = replace(before, **changed)  # type: ignore[arg-type]
    assert keys([paper(3), after], lock)[1] == keys([before], lock)[0]


def test_a_paper_in_the_place_of_another_gets_its_own_key() -> None:
    lock = locked(paper(1))
    other = paper(2, title=paper(1).title)
    assert keys([other], lock)[0] != keys([paper(1)], lock)[0]


def test_works_merged_later_keep_the_older_key_and_redirect_the_other() -> None:
    lock = locked(paper(1))
    lock = assign([Work(paper=paper(2))], lock, "2027-01-01").lock
    one, two = (lock.find(paper(seed)) for seed in (1, 2))
    assert one and two
    merged = assign([Work(paper=paper(1), known_as=(two.key, one.key))], lock, "2028-01-01")
    assert merged.lines[0].key == one.key
    assert merged.lock.redirects() == {two.key: one.key}
    apart = assign(
        [Work(paper=paper(2), known_as=(two.key,)), Work(paper=paper(1), known_as=(one.key,))],
        merged.lock,
        "2029-01-01",
    )
    assert [line.key for line in apart.lines] == [two.key, one.key]
    assert apart.lock.redirects() == {}


def test_rename_keeps_the_old_key_as_an_alias() -> None:
    lock = locked(paper(1), paper(2))
    old = keys([paper(1)], lock)[0]
    renamed = rename(rename(lock, old, "Better.Name"), "better.name", "best")
    assert keys([paper(1)], renamed) == ["best"]
    assert renamed.redirects() == {"Better.Name": "best", old: "best"}
    assert renamed.line(old.upper()) == renamed.line("best")
    assert former_keys(renamed)["best"] == (old, "Better.Name"), "the oldest first: feeds name a paper by it"
    assert keys([paper(1)], rename(renamed, "best", old)) == [old]


@pytest.mark.parametrize("new", ["CON", "../x", "a b", "", "é", "index", "x" * 101])
def test_rename_refuses_unsafe_keys(new: str) -> None:
    lock = locked(paper(1))
    with pytest.raises(StopWork):
        rename(lock, lock.lines[0].key, new)


def test_rename_refuses_what_differs_in_case_only() -> None:
    """Some hosts tell its address from the old one, some disks do not."""
    lock = locked(paper(1))
    lock = rename(lock, lock.lines[0].key, "first")
    for new in ("First", lock.lines[0].aliases[0].upper()):
        with pytest.raises(StopWork, match="in case only"):
            rename(lock, "first", new)


def test_rename_refuses_keys_in_use_and_unknown_ones() -> None:
    lock = locked(paper(1), paper(2))
    one, two = (line.key for line in lock.lines)
    for old, new in ((one, two.upper()), ("nobody", "x")):
        with pytest.raises(StopWork):
            rename(lock, old, new)


def test_of_two_like_works_each_finds_its_own_line() -> None:
    """A work whose abstract begins like another's of the same title: not merged once, so apart for ever."""
    one = paper(1)
    cut = paper(
        2, title=one.title, authors=None, year=None, abstract=Text(f"{abstract(1)[:300]} {abstract(2, 25)}")
    )
    lock = locked(one, cut)
    assert len(lock.lines) == 2
    for order in ([one, cut], [cut, one]):
        assert [line and line.fingerprints for line in lock.match(order)] == [
            locked(each).lines[0].fingerprints for each in order
        ]


# Facts


def test_a_resolved_title_wins_and_the_own_one_is_kept() -> None:
    line = LockLine(
        key="k", added=TODAY, facts=facts(title=Text("Published"), alt_titles=(Text("Draft"),), year=2023)
    )
    after = resolve(found(title=Text("As found"), abstract=Text("x")), line)
    assert (after.title, after.title_status) == (Text("Published"), Status.RESOLVED)
    assert after.alt_titles == (Text("As found"), Text("Draft"))
    assert after.provenance["title"].source == "Crossref"
    assert after.provenance["abstract"].status is Status.FOUND


def test_what_agrees_stays_found() -> None:
    line = LockLine(key="k", added=TODAY, facts=facts(title=Text("M³IT"), year=2023))
    after = resolve(found(title=Text("M$^3$IT"), year=2023), line)
    assert (after.title, after.title_status, after.alt_titles) == (Text("M$^3$IT"), Status.FOUND, ())
    assert after.provenance["year"].status is Status.FOUND


def test_gaps_are_filled_and_mappings_joined() -> None:
    known = facts(
        ids={"doi": "10.1145/3690640"},
        details={"volume": "46", "pages": "1-9"},
        venue=Text("TPAMI"),
        kind=Kind.ARTICLE,
        links=(Link("Code", "https://example.org/code"),),
        keywords=("a",),
    )
    line = LockLine(key="k", added=TODAY, ids={"doi": "10.1145/3690640"}, facts=known)
    mine = found(
        ids={"arxiv": "2306.04387"},
        details={"pages": "1--9", "month": "5"},
        keywords=("b",),
        kind=Kind.PREPRINT,
    )
    after = resolve(mine, line)
    assert after.ids == {"arxiv": "2306.04387", "doi": "10.1145/3690640"}
    assert after.details == {"pages": "1-9", "month": "5", "volume": "46"}
    assert (after.kind, after.venue, after.keywords) == (Kind.ARTICLE, Text("TPAMI"), ("b",))
    assert after.links == known.links
    assert after.provenance["doi"].source == "Crossref"
    assert resolve(mine, None) is mine


names = st.builds(Name, given=st.text(max_size=8), family=st.text(min_size=1, max_size=8)).filter(bool)
texts = st.text(min_size=1, max_size=30).map(Text).filter(bool)


@given(
    title=texts | st.none(),
    authors=st.lists(names, max_size=3).map(tuple),
    year=st.none() | st.integers(1, 9999),
    details=st.dictionaries(st.sampled_from(["volume", "pages"]), st.text(min_size=1, max_size=9)),
    kind=st.sampled_from(Kind),
    merged=st.none() | st.just("other"),
    source=st.text(min_size=1, max_size=20),
)
def test_a_line_reads_back_as_written(
    title: Text | None,
    authors: tuple[Name, ...],
    year: int | None,
    details: dict[str, str],
    kind: Kind,
    merged: str | None,
    source: str,
) -> None:
    held = Paper(title=title, authors=authors, year=year, details=details, kind=kind)
    known = {"title": Provenance(Status.RESOLVED, source), "doi": Provenance(Status.RESOLVED, source)}
    line = LockLine(
        key="key-1",
        added=TODAY,
        ids={"doi": "10.1145/3690640"},
        titles=("a b",),
        author="ren",
        year=year,
        aliases=("old",),
        merged_into=merged,
        facts=replace(held, ids={"doi": "10.1145/3690640"}, provenance=known),
    )
    text = to_json(line)
    assert "\n" not in text and from_json(text) == line
