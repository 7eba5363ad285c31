"""Laying notes over papers: corrections, and what of a note may be published."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from generator.model import Entry, Fields, Note, Origin, Paper, Problem, Provenance, Status
from generator.notes.links import Target, link_papers
from generator.notes.values import ABOUT_READING
from generator.text import Text, escape_html

_TEXTS = ("title", "venue", "abstract", "comment")


def apply(note: Note, paper: Paper) -> Paper:
    """The paper with the note's corrections, each marked as the keeper's. A private one is not applied."""
    public = public_note(note)
    if public is None:
        return paper
    fields: Mapping[str, Any] = {**public.corrections}
    changes = {name: _value(name, value) for name, value in fields.items() if name not in _MAPS}
    corrected = list(changes)
    if "authors" in changes:
        changes["more_authors"] = any(name.is_others for name in changes["authors"])
        changes["authors"] = tuple(name for name in changes["authors"] if not name.is_others)
    for name in _MAPS:
        if more := fields.get(name):
            changes[name] = {**getattr(paper, name), **more}
            corrected += more
    sources = dict.fromkeys(corrected, Provenance(Status.CORRECTED, note.path))
    return replace(paper, **changes, provenance={**paper.provenance, **sources}) if changes else paper


_MAPS = ("ids", "details")


def _value(name: str, value: Any) -> Any:
    if name in _TEXTS:
        return Text(value)
    return int(value) if name == "year" else value


def public_note(note: Note) -> Note | None:
    """What of a note may be published: None of a private one; a note without its private fields otherwise.

    Decisions (`same_as`, `distinct_from`) are for the program and stay.
    """
    if note.private:
        return None
    if not note.private_fields:
        return note
    hidden = set(note.private_fields)
    empty = Note(path=note.path)
    cleared = {name: getattr(empty, name) for name in hidden & _OWN_FIELDS}
    return replace(note, corrections=_without(note.corrections, hidden), **cleared)


_DECISIONS = {"same_as", "distinct_from"}
_OWN_FIELDS = {"body", *ABOUT_READING} - _DECISIONS


def _without(fields: Fields, hidden: set[str]) -> Fields:
    left: dict[str, Any] = {name: value for name, value in fields.items() if name not in hidden}
    for name in _MAPS:
        if name in left:
            left[name] = {key: value for key, value in left[name].items() if key not in hidden}
    return cast(Fields, left)


def lay(entries: Sequence[Entry], notes: Mapping[str, Note]) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Entries with their notes, found under their keys or former keys, and the problems met.

    Each entry's paper is corrected, its note is what may be published, links in its body are made. A note
    that fits no entry is a problem and stays where it is.
    """
    mine, problems = _by_key(entries, notes)
    corrected = {entry.key: _corrected(entry, mine.get(entry.key, ())) for entry in entries}
    by_name = _by_name(list(corrected.values()))

    def find(key: str) -> Target | None:
        found = by_name.get(key.casefold())
        return target_of(found) if found else None

    for key, own in mine.items():
        linked = [_linked(shown, find) for note in own if (shown := public_note(note))]
        problems += [problem for _, wrong in linked for problem in wrong]
        if linked:
            corrected[key] = replace(corrected[key], note=_joined([note for note, _ in linked]))
    problems += [*_privacy(notes), *_contradictions(notes)]
    return tuple(corrected[entry.key] for entry in entries), tuple(problems)


def _privacy(notes: Mapping[str, Note]) -> list[Problem]:
    """What `private` does not do, told once."""
    private = [note for _, note in sorted(notes.items()) if note.private or note.private_fields]
    if not private:
        return []
    count = f"{len(private)} notes are" if len(private) > 1 else "a note is"
    message = f"{count} kept off the site; in a public repository the files are public all the same"
    return [Problem("note-private", "info", message, Origin(private[0].path, 1, 1, "note"))]


def _contradictions(notes: Mapping[str, Note]) -> list[Problem]:
    """Pairs that one note joins and the same or another one holds apart; they stay apart."""
    apart = {frozenset((name.casefold(), key.casefold())) for name, key in _pairs(notes, "distinct_from")}
    return [
        Problem(
            "note-contradiction",
            "warning",
            f"{name} is the same as {key} here and distinct from it in a note; "
            "they stay apart: keep one of the two",
            Origin(notes[name].path, 1, 1, "note"),
        )
        for name, key in _pairs(notes, "same_as")
        if frozenset((name.casefold(), key.casefold())) in apart
    ]


def _pairs(notes: Mapping[str, Note], field: str) -> list[tuple[str, str]]:
    return [(name, key) for name, note in sorted(notes.items()) for key in getattr(note, field)]


def _by_key(
    entries: Sequence[Entry], notes: Mapping[str, Note]
) -> tuple[dict[str, list[Note]], list[Problem]]:
    """The notes of each key, that of the key itself before those of former keys."""
    by_name = _by_name(entries)
    mine: dict[str, list[Note]] = {}
    problems: list[Problem] = []
    for name, note in sorted(notes.items()):
        entry = by_name.get(name.casefold())
        if entry is None:
            problems.append(_orphan(name, note))
            continue
        own = mine.setdefault(entry.key, [])
        own.insert(0 if name == entry.key else len(own), note)
        problems += _unknown_decisions(note, by_name)
    return mine, problems


def _by_name(entries: Sequence[Entry]) -> dict[str, Entry]:
    names = {alias.casefold(): entry for entry in entries for alias in entry.aliases}
    return names | {entry.key.casefold(): entry for entry in entries}


def _orphan(name: str, note: Note) -> Problem:
    message = f"no paper has the key {name}: rename the note, or bring the paper back; the note is kept"
    return Problem("note-orphan", "warning", message, Origin(note.path, 1, 1, "note"))


def _unknown_decisions(note: Note, by_name: Mapping[str, Entry]) -> list[Problem]:
    return [
        Problem(
            "note-wrong-key",
            "warning",
            f"{field} names {key}, but no paper has that key",
            Origin(note.path, 1, 1, "note"),
        )
        for field, keys in (("same_as", note.same_as), ("distinct_from", note.distinct_from))
        for key in keys
        if key.casefold() not in by_name
    ]


def _corrected(entry: Entry, notes: Sequence[Note]) -> Entry:
    paper = entry.paper
    for note in reversed(notes):
        paper = apply(note, paper)
    return replace(entry, paper=paper)


def _joined(notes: Sequence[Note]) -> Note:
    first, *others = notes
    for other in others:
        first = replace(
            first,
            body="\n\n".join(body for body in (first.body.rstrip(), other.body) if body),
            topics=first.topics if first.topics is not None else other.topics,
            status=first.status or other.status,
            started=first.started or other.started,
            finished=first.finished or other.finished,
            rating=first.rating or other.rating,
            tags=tuple(dict.fromkeys((*first.tags, *other.tags))),
            links=tuple(dict.fromkeys((*first.links, *other.links))),
            same_as=tuple(dict.fromkeys((*first.same_as, *other.same_as))),
            distinct_from=tuple(dict.fromkeys((*first.distinct_from, *other.distinct_from))),
        )
    return first


def _linked(note: Note, find: Callable[[str], Target | None]) -> tuple[Note, tuple[Problem, ...]]:
    body, problems = link_papers(note.body, find, note.path, note.body_line)
    return replace(note, body=body), problems


def target_of(entry: Entry) -> Target:
    """What a link to a paper says: its title, or 'Ren et al. 2023'."""
    paper = entry.paper
    title = paper.title.html if paper.title else escape_html(entry.key)
    people = [name.family or name.given for name in paper.authors]
    who = " and ".join(people) if len(people) <= 2 else f"{people[0]} et al."
    cite = f"{who} {paper.year or ''}".strip()
    return Target(entry.key, title, escape_html(cite) if people else title)
