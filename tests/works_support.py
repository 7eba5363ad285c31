"""A whole list in small, without readers, pages and MkDocs: what a test of keys, notes and files needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from generator.dedupe import merge, possibly
from generator.lock import LOCK_NAME, Lock, assign, former_keys, read_lock, resolve, write_lock
from generator.model import Entry, Origin, OutputFile, Paper, Problem, Work
from generator.notes import lay, read_notes
from generator.publish import Published, publish
from generator.text import Name, Text

TODAY = "2026-11-22"
WORDS = (
    "adaptive bounded causal dense efficient frozen graded hidden implicit joint kernel latent masked "
    "neural online parallel quantised robust sparse tuned unified varied weighted zonal alignment batch "
    "corpus decoder encoder feature gradient head image layer memory network objective prompt query "
    "retrieval signal token"
).split()


def abstract(seed: int, length: int = 60) -> str:
    """An abstract like no other seed's."""
    state = seed * 7919 + 17
    words = []
    for _ in range(length):
        state = (state * 1_103_515_245 + 12_345) % 2**31
        words.append(WORDS[(state >> 8) % len(WORDS)])
    return " ".join(words)


def paper(seed: int, *, path: str = "abstracts/a.txt", **changes: object) -> Paper:
    """A paper of its own: its facts follow from the seed; a change of None leaves a field out."""
    words = abstract(seed + 1000, 6)
    facts = {
        "title": Text(f"{words.capitalize()} {seed}x"),
        "authors": (Name("Ada", f"Family{seed}"),),
        "year": 2000 + seed % 25,
        "abstract": Text(abstract(seed)),
        "origins": (Origin(path, seed + 1, seed + 1, "pasted"),),
        **changes,
    }
    return Paper(**{name: value for name, value in facts.items() if value is not None})  # type: ignore[arg-type]


@dataclass(frozen=True)
class Rebuilt:
    """What a rebuild gave."""

    entries: tuple[Entry, ...]
    published: Published
    lock_written: bool
    problems: tuple[Problem, ...]


def rebuild(root: Path, papers: Sequence[Paper], today: str = "2026-11-22") -> Rebuilt:
    """Keys, notes and pages of a list whose input is `papers`; writes the lock and docs/ in `root`."""
    lock = read_lock(root / LOCK_NAME)
    lines = lock.match(papers)
    notes, problems = read_notes(root / "notes")
    found = [resolve(one, line) for one, line in zip(papers, lines, strict=True)]
    merged = merge(found, [line.names if line else () for line in lines], notes)
    assigned = assign(merged.works, lock, today)
    maybe = possibly(merged.doubts, [line.key for line in assigned.lines])
    former = former_keys(assigned.lock)
    bare = [
        Entry(
            key=line.key,
            paper=work.paper,
            preprint=work.preprint,
            added=line.added,
            aliases=former.get(line.key, ()),
            possibly=maybe.get(line.key, ()),
        )
        for work, line in zip(merged.works, assigned.lines, strict=True)
    ]
    entries, laid = lay(bare, notes)
    written = write_lock(root / LOCK_NAME, assigned.lock)
    published = publish([file for entry in entries for file in pages(entry)], root / "docs")
    return Rebuilt(entries, published, written, (*problems, *laid))


def pages(entry: Entry) -> list[OutputFile]:
    """A page a paper, and one a former key."""
    body = entry.note.body if entry.note else ""
    title = entry.paper.title.plain if entry.paper.title else entry.key
    texts = {entry.key: f"{title}\n{body}", **dict.fromkeys(entry.aliases, f"moved to {entry.key}")}
    return [page(f"papers/{name}.md", text) for name, text in texts.items()]


def page(path: str, text: str) -> OutputFile:
    """A generated page."""
    return OutputFile(PurePosixPath(path), f"---\ngenerated: reading-list\n---\n\n{text}\n")


def at_line(one: Paper, path: str, line: int) -> Paper:
    """The paper as found in another place."""
    return replace(one, origins=(Origin(path, line, line, "pasted"),))


def tree(folder: Path) -> dict[str, bytes]:
    """The files of a folder and what they hold."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def put(path: Path, text: str = "mine\n") -> Path:
    """A file with that text, its folders made where they are missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def locked(*papers: Paper) -> Lock:
    """The lock of a list that has these papers since `TODAY`."""
    return assign([Work(paper=one) for one in papers], Lock(), TODAY).lock


def keys(papers: list[Paper], lock: Lock) -> list[str]:
    """The keys that the papers get beside those of the lock."""
    works = [
        Work(paper=resolve(one, line), known_as=(line.key,) if line else ())
        for one, line in zip(papers, lock.match(papers), strict=True)
    ]
    return [line.key for line in assign(works, lock, TODAY).lines]
