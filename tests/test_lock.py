"""The lock: keys for ever, resolved facts, refusal of what is damaged."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import StopWork
from generator.lock import (
    Lock,
    LockDamaged,
    LockLine,
    assign,
    former_keys,
    read_lock,
    rename,
    resolve,
    write_lock,
)
from generator.lock.line import from_json, to_json
from generator.model import Kind, Link, Origin, Paper, Provenance, Status, Work
from generator.text import Name, Text
from tests.works_support import abstract, paper, rebuild

TODAY = "2026-11-22"


def locked(*papers: Paper) -> Lock:
    return assign([Work(paper=one) for one in papers], Lock(), TODAY).lock


def keys(papers: list[Paper], lock: Lock) -> list[str]:
    works = [
        Work(paper=resolve(one, line), known_as=(line.key,) if line else ())
        for one, line in zip(papers, lock.match(papers), strict=True)
    ]
    return [line.key for line in assign(works, lock, TODAY).lines]


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


# The file


def test_writing_is_sorted_stable_and_only_when_it_differs(tmp_path: Path) -> None:
    path = tmp_path / "papers.lock.jsonl"
    lock = locked(*(paper(seed) for seed in range(20)))
    assert write_lock(path, lock)
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert not write_lock(path, Lock(lock.lines[::-1]))
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert read_lock(path) == lock
    written = [json.loads(line)["key"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert written == sorted(written)
    assert before[0].endswith(b"}\n") and b"\r" not in before[0]


def test_no_file_is_an_empty_lock(tmp_path: Path) -> None:
    assert read_lock(tmp_path / "papers.lock.jsonl") == Lock()


GOOD = to_json(LockLine(key="good", added=TODAY))


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (f"{GOOD}\n{GOOD[:-9]}\n", 2, "JSON"),
        (f"{GOOD}\n[1]\n", 2, "JSON object"),
        (GOOD.replace('"v": 1', '"v": 2'), 1, "newer"),
        (GOOD.replace('"v": 1, ', ""), 1, "version"),
        (f"{GOOD}\n<<<<<<< HEAD\n{GOOD}\n=======\n>>>>>>> x\n", 2, "conflict"),
        (GOOD.replace('"good"', '"../x"'), 1, "key"),
        (GOOD.replace('"good"', "7"), 1, "text"),
        (GOOD.replace("}", ', "fingerprints": ["zz"]}'), 1, "fingerprint"),
        (GOOD.replace("}", ', "facts": {"year": "2023"}}'), 1, "year"),
        (GOOD.replace("}", ', "facts": []}'), 1, ""),
        (f"{GOOD}\n" + "[" * 100_000, 2, "JSON"),
        (f"{GOOD}\n" + '{"v": ' + "9" * 5_000 + "}", 2, "JSON"),
        ("\n\x00\n", 2, "JSON"),
    ],
)
def test_a_damaged_lock_is_refused_and_not_rewritten(tmp_path: Path, text: str, line: int, says: str) -> None:
    path = tmp_path / "papers.lock.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LockDamaged) as caught:
        read_lock(path)
    message = str(caught.value)
    assert message.startswith(f"papers.lock.jsonl:{line}: ") and says in message and "\n" not in message
    assert caught.value.exit_code == 2
    assert path.read_text(encoding="utf-8") == text


def test_a_file_that_lost_its_lines_is_refused_and_none_is_written(tmp_path: Path) -> None:
    path = tmp_path / "papers.lock.jsonl"
    assert not write_lock(path, Lock()) and not path.exists()
    for left in (b"", b"\n\n"):
        path.write_bytes(left)
        with pytest.raises(LockDamaged, match="is empty"):
            read_lock(path)
        assert path.read_bytes() == left


def test_a_lock_behind_a_link_is_written_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    path = tmp_path / "papers.lock.jsonl"
    path.symlink_to(tmp_path / "elsewhere" / "lock.jsonl")
    assert write_lock(path, locked(paper(1)))
    assert path.is_symlink() and len(read_lock(tmp_path / "elsewhere" / "lock.jsonl").lines) == 1


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "papers.lock.jsonl"
    path.write_bytes(GOOD.encode() + b"\n\xff\n")
    with pytest.raises(LockDamaged, match=r"papers\.lock\.jsonl:2: not UTF-8"):
        read_lock(path)


def test_what_two_branches_added_reads_as_one(tmp_path: Path) -> None:
    """Git's union merge keeps both sides' lines, in any order, some of them twice."""
    base = [paper(seed) for seed in range(10)]
    ours = assign([Work(paper=one) for one in (*base, paper(20), paper(21))], Lock(), TODAY).lock
    theirs = assign([Work(paper=one) for one in (*base, paper(20), paper(22))], Lock(), "2026-12-01").lock
    path = tmp_path / "papers.lock.jsonl"
    both = [to_json(line) for line in (*theirs.lines, *ours.lines)]
    path.write_text("\n".join(both) + "\n", encoding="utf-8")
    lock = read_lock(path)
    assert {line.key for line in lock.lines} == {line.key for line in (*ours.lines, *theirs.lines)}
    assert {line.added for line in lock.lines} == {TODAY, "2026-12-01"}
    shared = lock.find(paper(20))
    assert shared and shared.added == TODAY
    assert {problem.code for problem in lock.problems} == {"lock-doubled-key"}


@pytest.mark.parametrize("theirs", [("old", ()), ("other", ("old",)), ("new", ("old",))])
def test_a_rename_on_one_branch_outlives_the_merge_with_another(
    tmp_path: Path, theirs: tuple[str, tuple[str, ...]]
) -> None:
    """git keeps both lines: that of the branch that renamed the paper, and that of the one that did not."""
    one = paper(1)
    renamed = rename(locked(one), locked(one).lines[0].key, "old")
    renamed = Lock(tuple(replace(line, aliases=()) for line in renamed.lines))
    key, aliases = theirs
    lines = [*rename(renamed, "old", "new").lines, replace(renamed.lines[0], key=key, aliases=aliases)]
    path = tmp_path / "papers.lock.jsonl"
    path.write_text("".join(f"{to_json(line)}\n" for line in reversed(lines)), encoding="utf-8")
    lock = read_lock(path)
    (line,) = lock.lines
    assert line.key == "new"
    assert set(line.aliases) == {"old", key} - {"new"}
    assert keys([one], lock) == ["new"]
    assert [problem.code for problem in lock.problems] == ["lock-doubled-key"]


def test_a_line_that_no_record_takes_redirects_to_that_of_the_same_work() -> None:
    known = {"doi": "10.1000/x.1"}
    theirs, ours = paper(1, ids=known), paper(1, ids=known, authors=(Name("Ada", "Familie1"),))
    lock = Lock((*locked(ours).lines, *locked(theirs).lines))
    assert len(lock.lines) == 2
    (line,) = lock.match([theirs])
    assert line is not None
    assigned = assign([Work(paper=theirs, known_as=line.names)], lock, TODAY)
    (other,) = {one.key for one in lock.lines} - {line.key}
    assert assigned.lock.redirects() == {other: line.key}


def test_a_key_given_to_two_works_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "papers.lock.jsonl"
    one, two = (LockLine(key="x", added=TODAY, titles=(title,)) for title in ("a title", "another"))
    path.write_text(f"{to_json(one)}\n{to_json(two)}\n", encoding="utf-8")
    with pytest.raises(LockDamaged, match=r"papers\.lock\.jsonl:2: the key x is given to two works"):
        read_lock(path)


def test_what_a_bad_merge_left_is_told(tmp_path: Path) -> None:
    lines = [
        LockLine(key="a", added=TODAY, ids={"arxiv": "2306.04387"}, aliases=("b",)),
        LockLine(key="b", added=TODAY, ids={"arxiv": "2306.04388", "citekey": "x"}),
        LockLine(key="c", added=TODAY, merged_into="nowhere"),
        LockLine(key="d", added=TODAY, ids={"arxiv": "2306.04388", "citekey": "x"}),
        LockLine(key="e", added=TODAY, ids={"arxiv": "2306.04389", "citekey": "x"}),
    ]
    path = tmp_path / "papers.lock.jsonl"
    path.write_text("".join(f"{to_json(line)}\n" for line in lines), encoding="utf-8")
    told = {
        (problem.code, problem.origin.line if problem.origin else 0) for problem in read_lock(path).problems
    }
    assert told == {("lock-clashing-alias", 1), ("lock-same-work", 4), ("lock-lost-merge", 3)}


@settings(max_examples=25)
@given(st.permutations(range(8)))
def test_the_order_of_the_input_changes_no_byte(order: list[int]) -> None:
    papers = [paper(seed) for seed in range(8)]
    expected = [to_json(line) for line in locked(*papers).lines]
    assert [to_json(line) for line in locked(*(papers[i] for i in order)).lines] == expected


def test_a_second_build_writes_no_file(tmp_path: Path) -> None:
    papers = [paper(seed) for seed in range(12)]
    rebuild(tmp_path, papers)
    stamps = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    again = rebuild(tmp_path, papers[::-1], today="2031-01-01")
    assert not again.lock_written and again.published.written == ()
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()} == stamps


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)


def test_two_branches_that_add_papers_merge_without_a_conflict(tmp_path: Path) -> None:
    """With the attribute that this repository and each new list have."""
    shutil.copy(Path(__file__).parent.parent / ".gitattributes", tmp_path)
    base = [paper(seed) for seed in range(30)]
    git(tmp_path, "init", "-q")
    rebuild(tmp_path, base)
    git(tmp_path, "add", "papers.lock.jsonl", ".gitattributes")
    git(tmp_path, "commit", "-qm", "base")
    for branch, seeds in (("ours", range(40, 52)), ("theirs", range(50, 62))):
        git(tmp_path, "checkout", "-qb", branch, "main")
        rebuild(tmp_path, [*base, *(paper(seed) for seed in seeds)], today=f"2026-12-{seeds.start % 30:02d}")
        git(tmp_path, "commit", "-qam", branch)
    git(tmp_path, "merge", "-q", "ours")
    merged = read_lock(tmp_path / "papers.lock.jsonl")
    everything = [*base, *(paper(seed) for seed in range(40, 62))]
    after = rebuild(tmp_path, everything)
    assert len(after.entries) == len(merged.lines) == len(everything)
    assert read_lock(tmp_path / "papers.lock.jsonl").problems == ()


def test_a_new_list_merges_its_lock_as_this_one_does() -> None:
    root = Path(__file__).parent.parent
    ours, theirs = root / ".gitattributes", root / "generator" / "scaffold" / "dot-gitattributes"
    assert "papers.lock.jsonl merge=union" in ours.read_text(encoding="utf-8").splitlines()
    assert theirs.read_bytes() == ours.read_bytes()
