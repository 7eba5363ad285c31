"""How the rules tell what they find."""

from __future__ import annotations

from generator.model import Entry, Problem, Severity


def paper_problem(entry: Entry, code: str, severity: Severity, message: str) -> Problem:
    """A problem with a paper, at the place that it was first read from."""
    origin = entry.paper.origins[0] if entry.paper.origins else None
    return Problem(code, severity, f"{entry.key}: {message}", origin)


def note_of(entry: Entry) -> str:
    """The note in which the keeper can mend it, or how to get one."""
    return entry.note.path if entry.note else f"a note ('reading-list note {entry.key}')"
