"""A list's life in random order: notes stay byte for byte, keys stay, a second build writes nothing."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from generator.lock import LOCK_NAME, read_lock, rename, write_lock
from generator.model import Entry, Paper
from generator.text import Text
from tests.works_support import Rebuilt, abstract, at_line, paper, rebuild


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Thousands of small builds: that each is safe on the disk is not the question here."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


SEEDS = st.integers(0, 5)
WORDS = st.text("abc #[]@-\n", max_size=20)


class ListMachine(RuleBasedStateMachine):
    """Each rule changes the input, the notes or a key as a keeper may, then builds and looks."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        (self.root / "notes").mkdir()
        self.papers: dict[int, Paper] = {}
        self.copies: dict[int, Paper] = {}
        self.notes: dict[str, bytes] = {}
        self.keys: dict[int, set[str]] = {}
        self.built: Rebuilt | None = None
        self.renamed = 0
        self.edits = 0

    def teardown(self) -> None:
        if self.papers:
            again = rebuild(self.root, self.input(), today="2030-01-01")
            assert not again.lock_written
            assert (again.published.written, again.published.removed) == ((), ())
        shutil.rmtree(self.root)

    # What the keeper does

    @initialize()
    def begin(self) -> None:
        self.papers = {seed: paper(seed, abstract=Text(abstract(seed, 40))) for seed in range(4)}
        self.build()

    @rule(seed=SEEDS)
    def add(self, seed: int) -> None:
        if seed not in self.papers:
            self.papers[seed] = paper(seed, abstract=Text(abstract(seed, 40)))
            self.build()

    @rule(seed=SEEDS)
    def paste_again(self, seed: int) -> None:
        if seed in self.papers:
            bare = paper(seed, title=None, authors=None, year=None, abstract=self.papers[seed].abstract)
            self.copies[seed] = at_line(bare, "abstracts/b.txt", seed + 1)
            self.build()

    @rule(seed=SEEDS)
    def edit(self, seed: int) -> None:
        if seed in self.papers:
            self.edits += 1
            words = abstract(seed, 40).split()
            words[self.edits % 40] = f"typo{self.edits}"
            self.papers[seed] = replace(self.papers[seed], abstract=Text(" ".join(words)))
            self.build()

    @rule(seed=SEEDS)
    def retitle(self, seed: int) -> None:
        if seed in self.papers:
            self.edits += 1
            title = Text(f"Renewed {abstract(seed + 50 * self.edits, 5)}")
            self.papers[seed] = replace(self.papers[seed], title=title)
            self.build()

    @rule(seed=SEEDS)
    def delete(self, seed: int) -> None:
        if seed in self.papers:
            del self.papers[seed]
            self.copies.pop(seed, None)
            self.build()

    @rule(seed=SEEDS)
    def rename(self, seed: int) -> None:
        if seed in self.papers:
            self.renamed += 1
            new = f"own-name-{self.renamed}"
            path = self.root / LOCK_NAME
            write_lock(path, rename(read_lock(path), self.entry(seed).key, new))
            self.build()

    @rule(seed=SEEDS, words=WORDS)
    def write_note(self, seed: int, words: str) -> None:
        if seed in self.papers:
            self.put_note(seed, f"About it: {words}\n")

    @rule(seed=SEEDS, other=SEEDS, same=st.booleans())
    def decide(self, seed: int, other: int, same: bool) -> None:
        if seed in self.papers and other in self.papers and self.entry(seed) is not self.entry(other):
            field = "same_as" if same else "distinct_from"
            self.put_note(seed, f"---\n{field}: [{self.entry(other).key}]\n---\n\nDecided.\n")

    @precondition(lambda self: self.papers)
    @rule()
    def split(self) -> None:
        """The keeper takes back that two works are one: the note that said so goes."""
        for name, text in sorted(self.notes.items()):
            if b"same_as" in text:
                (self.root / "notes" / name).unlink()
                del self.notes[name]
                self.build()
                return

    # What must hold

    def put_note(self, seed: int, text: str) -> None:
        """A new note; one that is there is never written again."""
        name = f"{self.entry(seed).key}.md"
        if name not in self.notes:
            (self.root / "notes" / name).write_bytes(text.encode())
            self.notes[name] = text.encode()
            self.build()

    def input(self) -> list[Paper]:
        return [*self.papers.values(), *self.copies.values()]

    def entry(self, seed: int) -> Entry:
        assert self.built
        origin = self.papers[seed].origins[0]
        return next(entry for entry in self.built.entries if origin in entry.paper.origins)

    def build(self) -> None:
        self.built = rebuild(self.root, self.input())
        found = {path.name: path.read_bytes() for path in (self.root / "notes").iterdir()}
        assert found == self.notes
        self.check_keys(self.built)
        self.check_notes(self.built)

    def check_keys(self, built: Rebuilt) -> None:
        keys = [entry.key.casefold() for entry in built.entries]
        assert len(set(keys)) == len(keys)
        assert sum(len(entry.paper.origins) for entry in built.entries) == len(self.input())
        for seed in self.papers:
            entry = self.entry(seed)
            alone = {origin.line for origin in entry.paper.origins} == {seed + 1}
            if alone:
                self.keys.setdefault(seed, set()).add(entry.key)
            assert self.keys.get(seed, set()) <= {entry.key, *entry.aliases}
            for name in (entry.key, *entry.aliases):
                assert (self.root / "docs" / "papers" / f"{name}.md").is_file()

    def check_notes(self, built: Rebuilt) -> None:
        """A note is on the page of its paper, or told to have none."""
        names = {name.casefold() for entry in built.entries for name in (entry.key, *entry.aliases)}
        orphans = {
            problem.origin.path
            for problem in built.problems
            if problem.code == "note-orphan" and problem.origin
        }
        assert orphans == {f"notes/{name}" for name in self.notes if name[:-3].casefold() not in names}
        shown = " ".join(entry.note.body for entry in built.entries if entry.note)
        for name, text in self.notes.items():
            if f"notes/{name}" not in orphans and text.startswith(b"About"):
                assert text.decode().split("\n")[0].rstrip() in shown


TestListMachine = ListMachine.TestCase
TestListMachine.settings = settings(
    max_examples=500,
    stateful_step_count=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
