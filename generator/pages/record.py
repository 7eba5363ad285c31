"""What stands in the front matter of a paper's page, under `paper:`."""

from __future__ import annotations

from typing import Any

from generator.exports.jsonl import links_to_json, origin_to_json, provenance_to_json, source_of
from generator.model import Entry, Note
from generator.text import Name, Text


def paper_record(entry: Entry, note: Note | None) -> dict[str, Any]:
    """Everything known about a paper as plain data.

    note: what of the keeper's note may be published. Texts are the source (LaTeX left alone) unless the name
    says `_plain`; unknown values are null.
    """
    paper = entry.paper
    return {
        "key": entry.key,
        "title": source_of(paper.title),
        "title_plain": _plain(paper.title),
        "title_status": _word(paper.title_status),
        "alt_titles": [title.source for title in paper.alt_titles],
        "authors": [_name(name) for name in paper.authors],
        "more_authors": paper.more_authors,
        "editors": [_name(name) for name in paper.editors],
        "year": paper.year,
        "venue": source_of(paper.venue),
        "kind": paper.kind.value,
        "abstract": source_of(paper.abstract),
        "abstract_plain": _plain(paper.abstract),
        "arxiv": paper.arxiv,
        "doi": paper.doi,
        "url": paper.url,
        "ids": dict(sorted(paper.ids.items())),
        "links": links_to_json(paper.links),
        "comment": source_of(paper.comment),
        "created": paper.created,
        "updated": paper.updated,
        "keywords": list(paper.keywords),
        "details": dict(paper.details),
        "topics": [_topic(entry, number) for number in range(len(entry.topics))],
        "status": note.status if note else None,
        "started": note.started if note else None,
        "finished": note.finished if note else None,
        "rating": note.rating if note else None,
        "tags": list(note.tags) if note else [],
        "added": entry.added,
        "aliases": list(entry.aliases),
        "possibly": list(entry.possibly),
        "origins": [origin_to_json(origin) for origin in paper.origins],
        "provenance": provenance_to_json(paper),
    }


def public_note(note: Note | None) -> Note | None:
    """The note if any of it may be published."""
    return None if note is None or note.private else note


def _plain(text: Text | None) -> str | None:
    return text.plain if text else None


def _word(status: object) -> str | None:
    return str(status) if status is not None else None


def _name(name: Name) -> dict[str, str]:
    return {"given": name.given, "family": name.family, "suffix": name.suffix, "name": name.plain}


def _topic(entry: Entry, number: int) -> dict[str, Any]:
    assignment = entry.topics[number]
    return {
        "id": assignment.topic,
        "score": round(assignment.score, 4),
        "evidence": list(assignment.evidence),
    }
