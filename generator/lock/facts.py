"""Laying resolved facts over what the input says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.lock.line import LockLine
from generator.model import Kind, Paper, Provenance, Status
from generator.text import Text

# Facts that stand as a whole: the resolved one replaces a different one of the input.
_REPLACING = ("authors", "editors", "year", "venue", "url")
# Facts that only fill a gap: here the input is as good a source.
_FILLING = ("abstract", "comment", "created", "updated", "keywords")
_WITHOUT_SOURCE = ("alt_titles", "more_authors")
_LOST_SOURCE = Provenance(Status.RESOLVED, "papers.lock.jsonl")


def resolve(paper: Paper, line: LockLine | None) -> Paper:
    """A paper with the resolved facts of its line; the same paper without a line.

    What the two agree on stays found. A resolved title wins and the input's own is kept in `alt_titles`.
    """
    if line is None or not (line.facts.provenance or line.facts.title):
        return paper
    facts = line.facts
    changes: dict[str, Any] = {"kind": facts.kind} if _kind_differs(paper, facts) else {}
    for name in _REPLACING:
        value = getattr(facts, name)
        if value and not _equal(value, getattr(paper, name)):
            changes[name] = value
    if "authors" in changes:
        changes["more_authors"] = False
    for name in _FILLING:
        if getattr(facts, name) and not getattr(paper, name):
            changes[name] = getattr(facts, name)
    changes |= _titles(paper, facts)
    sources = {name: _source(facts, name) for name in changes if name not in _WITHOUT_SOURCE}
    merged, more = _mappings(paper, facts)
    provenance = {**paper.provenance, **sources, **more}
    return replace(paper, **changes, **merged, provenance=provenance)


def _kind_differs(paper: Paper, facts: Paper) -> bool:
    return facts.kind is not Kind.MISC and facts.kind is not paper.kind


def _equal(one: object, other: object) -> bool:
    if isinstance(one, Text) and isinstance(other, Text):
        return one.plain == other.plain
    return one == other


def _source(facts: Paper, name: str) -> Provenance:
    return facts.provenance.get(name, _LOST_SOURCE)


def _titles(paper: Paper, facts: Paper) -> dict[str, Any]:
    own = None if paper.is_guessed else paper.title
    changes: dict[str, Any] = {}
    title = own
    if facts.title and (own is None or not _equal(own, facts.title)):
        title = changes["title"] = facts.title
    others = distinct_titles(title, (own, *paper.alt_titles, facts.title, *facts.alt_titles))
    return {**changes, "alt_titles": others} if others != paper.alt_titles else changes


def distinct_titles(title: Text | None, others: tuple[Text | None, ...]) -> tuple[Text, ...]:
    """The other titles that readers see to differ from the title and from each other."""
    seen = {title.plain} if title else set()
    out = []
    for other in others:
        if other and other.plain not in seen:
            seen.add(other.plain)
            out.append(other)
    return tuple(out)


def _mappings(paper: Paper, facts: Paper) -> tuple[dict[str, Any], Mapping[str, Provenance]]:
    """Identifiers, details and links, each on its own; provenance by the identifier's or detail's name."""
    ids = {name: value for name, value in facts.ids.items() if paper.ids.get(name) != value}
    details = {name: value for name, value in facts.details.items() if paper.details.get(name) != value}
    known = {link.url for link in paper.links}
    links = tuple(link for link in facts.links if link.url not in known)
    changes: dict[str, Any] = {}
    if ids:
        changes["ids"] = {**paper.ids, **ids}
    if details:
        changes["details"] = {**paper.details, **details}
    if links:
        changes["links"] = (*paper.links, *links)
    sources = {name: _source(facts, name) for name in ids}
    sources |= {name: facts.provenance.get(name, _source(facts, "details")) for name in details}
    return changes, sources | ({"links": _source(facts, "links")} if links else {})
