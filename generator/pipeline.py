"""The stages in order: the only module that knows them all.

abstracts/ → read → clean → resolve (lock) → merge → guess → assign keys (lock) → notes → topics → related
→ Library → pages and exports → docs/ → MkDocs → site/
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from generator.citations import citation_files, find_pandoc
from generator.clean import clean
from generator.config import Config, read_topics
from generator.dedupe import Merged, doubt_problems, merge, possibly
from generator.errors import StopWork
from generator.exports import export_files, feed_files
from generator.folders import files_below
from generator.guess import guess_title
from generator.lock import Assigned, Lock, assign, former_keys, read_lock, resolve, write_lock
from generator.model import (
    Entry,
    Library,
    Note,
    Origin,
    OutputFile,
    Paper,
    Problem,
    RawRecord,
    ReadItem,
    Work,
)
from generator.notes import lay, read_notes
from generator.pages import PageSettings, render
from generator.publish import Published, own_pages, publish, recover_site, refuse_other_folder, swap_site
from generator.related import relate
from generator.runlock import hold
from generator.search import read_page, search_files
from generator.site import build_site as run_mkdocs
from generator.sources import read_file
from generator.topics import classify, unknown_topics


class Say(Protocol):
    """Progress: what is being done and, where it can be counted, how far it is."""

    def __call__(self, label: str, done: int | None = None, total: int | None = None) -> None: ...


def _silent(label: str, done: int | None = None, total: int | None = None) -> None:
    """No progress."""


@dataclass(frozen=True, slots=True)
class Built:
    """A library and the lock that goes with it. new: the keys given now."""

    library: Library
    lock: Lock
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a build did. new, written, removed, unchanged: numbers of papers and of files;
    site: whether site/ was built too."""

    papers: int
    topics: int
    new: int
    written: int
    removed: int
    unchanged: int
    problems: tuple[Problem, ...]
    site: bool


def build_library(config: Config, *, today: str, locked: bool, say: Say = _silent) -> Built:
    """The library of a list and the lock it needs; writes nothing but what it remembers in .cache/.

    today: ISO date, the day on which new papers are added; locked: refuse papers that have no key yet.
    Raises StopWork for settings or a lock that cannot be used, or, when locked, for a paper without a key.
    """
    topics = read_topics(config.topics_file, config.shown(config.topics_file))
    lock = read_lock(config.lock_file)
    items = list(read_abstracts(config, say))
    papers = [clean(item) for item in items if isinstance(item, RawRecord)]
    problems = [item for item in items if isinstance(item, Problem)]
    _refuse_to_empty(config, papers, lock)
    say("Recognising papers")
    notes, note_problems = read_notes(config.notes, config.shown(config.notes))
    merged = _merged(papers, lock, notes)
    works = [replace(work, paper=guess_title(work.paper)) for work in merged.works]
    assigned = assign(works, lock, today)
    if locked and assigned.new:
        raise StopWork(_not_locked(assigned, works))
    keys = [line.key for line in assigned.lines]
    noted, laying_problems = lay(_entries(works, assigned, possibly(merged.doubts, keys)), notes)
    say("Classifying and relating papers")
    entries = relate(classify(noted, topics), config.cache)
    problems += [*assigned.lock.problems, *note_problems, *laying_problems]
    problems += [*doubt_problems(merged.doubts, works, keys), *unknown_topics(noted, topics)]
    library = Library(tuple(sorted(entries, key=lambda entry: entry.key)), topics, tuple(problems))
    return Built(library, assigned.lock, assigned.new)


def read_abstracts(config: Config, say: Say = _silent) -> Iterator[ReadItem]:
    """What all files of abstracts/ hold, in the order of their paths; hidden files are passed over."""
    found = files_below(config.abstracts)
    yield from (_unreadable(config, error) for error in found.closed)
    if not found.files and not found.closed:
        yield _no_abstracts(config)
    for number, path in enumerate(sorted(found.files)):
        say(f"Reading {config.shown(path)}", number, len(found.files))
        yield from read_file(path, config.shown(path))


def write_pages(config: Config, *, today: str, locked: bool, say: Say = _silent) -> Outcome:
    """Builds the library and writes the lock and docs/. Raises StopWork as `build_library`, and ListBusy."""
    with hold(config.root):
        built = build_library(config, today=today, locked=locked, say=say)
        return _outcome(built, _write(config, built, say), (), site=False)


def build_site(config: Config, *, today: str, locked: bool, say: Say = _silent) -> Outcome:
    """As `write_pages`, then runs MkDocs beside site/ and puts the result in its place."""
    with hold(config.root):
        recover_site(config.site)
        refuse_other_folder(config.site)
        built = build_library(config, today=today, locked=locked, say=say)
        published = _write(config, built, say)
        say("Building the site")
        beside = config.site.with_name(f".{config.site.name}.new")
        shutil.rmtree(beside, ignore_errors=True)
        problems = run_mkdocs(
            config.mkdocs_file,
            beside,
            topics=built.library.topics,
            site_url=config.site_url,
            latest=max((entry.added for entry in built.library.entries), default=""),
        )
        swap_site(beside, config.site)
        return _outcome(built, published, problems, site=True)


def output_files(
    library: Library, config: Config, formatted: Sequence[OutputFile] = ()
) -> Iterator[OutputFile]:
    """Everything that stands in docs/ for a library. formatted: the files of formatted citations."""
    settings = PageSettings(
        config.site_name,
        config.site_description,
        config.site_url,
        repository=config.repository,
        notes=config.shown(config.notes),
        formatted=bool(formatted),
    )
    yield from render(library, settings)
    yield from export_files(library)
    own = (read_page(path.relative_to(config.docs).as_posix(), text) for path, text in own_pages(config.docs))
    yield from search_files(library.entries, library.topics, tuple(own))
    yield from feed_files(
        library, title=config.site_name, description=config.site_description, site_url=config.site_url
    )
    yield from formatted


def _write(config: Config, built: Built, say: Say) -> Published:
    write_lock(config.lock_file, built.lock)
    say("Formatting citations")
    formatted = citation_files(built.library.entries, config.cache / "citations", find_pandoc())
    say("Writing pages")
    published = publish(output_files(built.library, config, formatted.files), config.docs)
    return replace(published, problems=(*formatted.problems, *_no_feeds(config), *published.problems))


def _no_feeds(config: Config) -> Iterator[Problem]:
    """That there are no feeds, where they could not say at which address they are."""
    if not config.site_url:
        shown = config.shown(config.mkdocs_file)
        message = f"no feeds are made, as they name the site's address: set site_url in {shown} or --site-url"
        yield Problem("no-site-url", "info", message)


def _outcome(built: Built, published: Published, problems: Sequence[Problem], *, site: bool) -> Outcome:
    return Outcome(
        papers=len(built.library.entries),
        topics=len(built.library.topics),
        new=len(built.new),
        written=len(published.written),
        removed=len(published.removed),
        unchanged=published.unchanged,
        problems=(*built.library.problems, *published.problems, *problems),
        site=site,
    )


def _unreadable(config: Config, error: OSError) -> Problem:
    shown = config.shown(Path(error.filename))
    message = f"cannot be read ({error.strerror}): check the path and its permissions"
    return Problem("unreadable-file", "error", message, Origin(shown, 1, 1, "folder"))


def _no_abstracts(config: Config) -> Problem:
    shown = config.shown(config.abstracts)
    return Problem(
        "no-abstracts",
        "warning",
        f"{shown}/ has no files: put abstracts, BibTeX … there, or use 'reading-list add FILE'",
        Origin(shown, 1, 1, "folder"),
    )


def _refuse_to_empty(config: Config, papers: Sequence[Paper], lock: Lock) -> None:
    """A list that had papers and has none is more likely misplaced than empty: its pages stay."""
    if lock.lines and not papers:
        raise StopWork(
            f"{config.shown(config.abstracts)}/ holds no paper, but {config.shown(config.lock_file)} knows "
            f"{len(lock.lines)}: put the files back, or delete papers.lock.jsonl to start anew"
        )


def _merged(papers: Sequence[Paper], lock: Lock, notes: Mapping[str, Note]) -> Merged:
    """The works that the records are of, each record with the resolved facts of its line in the lock."""
    lines = lock.match(papers)
    resolved = [resolve(paper, line) for paper, line in zip(papers, lines, strict=True)]
    return merge(resolved, [line.names if line else () for line in lines], notes)


def _entries(
    works: Sequence[Work], assigned: Assigned, doubtful: Mapping[str, tuple[str, ...]]
) -> list[Entry]:
    aliases = former_keys(assigned.lock)
    return [
        Entry(
            key=line.key,
            paper=work.paper,
            preprint=work.preprint,
            added=line.added,
            aliases=aliases.get(line.key, ()),
            possibly=doubtful.get(line.key, ()),
        )
        for work, line in zip(works, assigned.lines, strict=True)
    ]


def _not_locked(assigned: Assigned, works: Sequence[Work]) -> str:
    new = set(assigned.new)
    first = next(w for w, line in zip(works, assigned.lines, strict=True) if line.key in new)
    others = f" and {len(new) - 1} more" if len(new) > 1 else ""
    place = f"{first.paper.origins[0]}: " if first.paper.origins else ""
    return (
        f"{place}a paper{others} without a line in papers.lock.jsonl: "
        "run 'reading-list build', commit papers.lock.jsonl"
    )
