"""What to look at in a list. One small function a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.check.telling import note_of, paper_problem
from generator.model import Entry, Library, Problem


def check_library(library: Library) -> list[Problem]:
    """Everything to look at: what the stages reported, then what the rules of `RULES` find, by key."""
    rules = RULES if library.topics else [rule for rule in RULES if rule is not _no_topic]
    found = [problem for entry in library.entries for rule in rules for problem in rule(entry)]
    return [*library.problems, *_no_topics(library), *found]


def _no_topics(library: Library) -> Iterator[Problem]:
    """Said once, where no paper can have a topic."""
    if library.entries and not library.topics:
        message = "the list has no topics: 'reading-list topics suggest' prints some to start from"
        yield Problem("no-topics", "info", message)


def _guessed_title(entry: Entry) -> Iterator[Problem]:
    if entry.paper.title and entry.paper.is_guessed:
        message = f"the title is a guess: '{entry.paper.title.plain}'; give the real one in {note_of(entry)}"
        yield paper_problem(entry, "guessed-title", "warning", message)


def _missing_authors(entry: Entry) -> Iterator[Problem]:
    if not entry.paper.authors:
        message = f"no authors are known; name them in {note_of(entry)}"
        yield paper_problem(entry, "missing-authors", "warning", message)


def _missing_year(entry: Entry) -> Iterator[Problem]:
    if entry.paper.year is None:
        message = f"no year is known; give it in {note_of(entry)}"
        yield paper_problem(entry, "missing-year", "info", message)


def _missing_abstract(entry: Entry) -> Iterator[Problem]:
    if not entry.paper.abstract:
        message = "no abstract is known; search and topics see only the title"
        yield paper_problem(entry, "missing-abstract", "info", message)


def _no_topic(entry: Entry) -> Iterator[Problem]:
    if not entry.topics:
        message = f"belongs to no topic; add a term to topics.yml, or 'topics:' in {note_of(entry)}"
        yield paper_problem(entry, "no-topic", "warning", message)


_UNKNOWN_MACRO = re.compile(r"\\[A-Za-z]{1,40}")


def _unknown_latex(entry: Entry) -> Iterator[Problem]:
    for name, text in (("title", entry.paper.title), ("abstract", entry.paper.abstract)):
        left = sorted(set(_UNKNOWN_MACRO.findall(text.plain))) if text else []
        if left:
            message = f"the {name} has LaTeX that is shown as it stands: {', '.join(left[:5])}"
            yield paper_problem(entry, "unknown-latex", "info", message)


RULES: tuple[Callable[[Entry], Iterator[Problem]], ...] = (
    _guessed_title,
    _missing_authors,
    _missing_year,
    _missing_abstract,
    _no_topic,
    _unknown_latex,
)
