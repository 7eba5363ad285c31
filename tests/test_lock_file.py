"""papers.lock.jsonl on the disk: written in one order, merged by git, refused where it is damaged."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.lock import (
    Lock,
    LockDamaged,
    LockLine,
    assign,
    read_lock,
    rename,
    write_lock,
)
from generator.lock.line import to_json
from generator.model import Work
from generator.text import Name
from tests.works_support import TODAY, keys, locked, paper, rebuild


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
