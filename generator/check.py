"""The lint of a library: what its keeper should look at. One small function a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches

from generator.model import Entry, Library, Origin, Problem, Status


def check_library(library: Library) -> list[Problem]:
    """Everything to look at: what the stages reported, then what the rules of `RULES` find, by key."""
    found = [problem for entry in library.entries for rule in RULES for problem in rule(entry)]
    return [*library.problems, *_unknown_topics(library), *found]


def _unknown_topics(library: Library) -> Iterator[Problem]:
    known = [topic.id for topic in library.topics]
    for entry in library.entries:
        for id in (entry.note.topics if entry.note else None) or ():
            if entry.note and id not in known:
                near = "".join(f": did you mean {other}?" for other in get_close_matches(id, known, 1))
                message = f"{entry.note.path} places it in '{id}', which topics.yml does not have{near}"
                yield Problem(
                    "note-unknown-topic",
                    "warning",
                    f"{entry.key}: {message}",
                    Origin(entry.note.path, 1, 1, "note"),
                )


def _guessed_title(entry: Entry) -> Iterator[Problem]:
    if entry.paper.title_status is Status.GUESSED and entry.paper.title:
        yield _problem(
            entry,
            "guessed-title",
            f"the title is a guess: '{entry.paper.title.plain}'; give the real one in {_note(entry)}",
        )


def _missing_authors(entry: Entry) -> Iterator[Problem]:
    if not entry.paper.authors:
        yield _problem(entry, "missing-authors", f"no authors are known; name them in {_note(entry)}")


def _missing_year(entry: Entry) -> Iterator[Problem]:
    if entry.paper.year is None:
        yield _problem(entry, "missing-year", f"no year is known; give it in {_note(entry)}", "info")


def _missing_abstract(entry: Entry) -> Iterator[Problem]:
    if not entry.paper.abstract:
        yield _problem(
            entry, "missing-abstract", "no abstract is known; search and topics see only the title", "info"
        )


def _no_topic(entry: Entry) -> Iterator[Problem]:
    if not entry.topics:
        yield _problem(
            entry,
            "no-topic",
            f"belongs to no topic; add a term to topics.yml, or 'topics:' in {_note(entry)}",
        )


_UNKNOWN_MACRO = re.compile(r"\\[A-Za-z]{1,40}")


def _unknown_latex(entry: Entry) -> Iterator[Problem]:
    for name, text in (("title", entry.paper.title), ("abstract", entry.paper.abstract)):
        left = sorted(set(_UNKNOWN_MACRO.findall(text.plain))) if text else []
        if left:
            yield _problem(
                entry,
                "unknown-latex",
                f"the {name} has LaTeX that is shown as it stands: {', '.join(left[:5])}",
                "info",
            )


RULES: tuple[Callable[[Entry], Iterator[Problem]], ...] = (
    _guessed_title,
    _missing_authors,
    _missing_year,
    _missing_abstract,
    _no_topic,
    _unknown_latex,
)


def _note(entry: Entry) -> str:
    return f"notes/{entry.key}.md"


def _problem(entry: Entry, code: str, message: str, severity: str = "warning") -> Problem:
    origin = entry.paper.origins[0] if entry.paper.origins else None
    return Problem(code, "info" if severity == "info" else "warning", f"{entry.key}: {message}", origin)
