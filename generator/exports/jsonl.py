"""JSON, one object a line: everything that is known, under names that stay.

Text is the source text with white space folded, LaTeX left alone; what is not known is null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from generator.model import Entry, Link, Origin, Paper
from generator.text import Name, Text


def write_jsonl(entries: Sequence[Entry]) -> str:
    """One object a paper, in the order given."""
    return "".join(json_line(entry_to_json(entry)) for entry in entries)


def json_line(value: dict[str, Any]) -> str:
    """One object on one line, line end included. U+2028 and U+2029 are escaped: some programs split there."""
    line = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"


def paper_to_json(paper: Paper) -> dict[str, Any]:
    """What one record of one file says; every key is present."""
    return {**_facts(paper), "origin": origin_to_json(paper.origins[0] if paper.origins else None)}


def entry_to_json(entry: Entry) -> dict[str, Any]:
    """A paper in a library; every key is present."""
    paper = entry.paper
    return {
        "key": entry.key,
        **_facts(paper),
        "alt_titles": [title.source for title in paper.alt_titles],
        "more_authors": paper.more_authors,
        "kind": paper.kind.value,
        "editors": _names(paper.editors),
        "ids": dict(sorted(paper.ids.items())),
        "details": dict(paper.details),
        "links": links_to_json(paper.links),
        "added": entry.added,
        "aliases": list(entry.aliases),
        "status": entry.note.status if entry.note else None,
        "topics": [
            {"id": found.topic, "score": found.score, "evidence": list(found.evidence)}
            for found in entry.topics
        ],
        "related": [
            {"key": other.key, "score": other.score, "reason": other.reason} for other in entry.related
        ],
        "possibly": list(entry.possibly),
        "provenance": provenance_to_json(paper),
        "origins": [origin_to_json(origin) for origin in paper.origins],
    }


def origin_to_json(origin: Origin | None) -> dict[str, Any] | None:
    """A place in an input file; None stays None."""
    if origin is None:
        return None
    return {"path": origin.path, "line": origin.line, "end_line": origin.end_line, "format": origin.format}


def links_to_json(links: Iterable[Link]) -> list[dict[str, str]]:
    """Labelled addresses."""
    return [{"label": link.label, "url": link.url} for link in links]


def provenance_to_json(paper: Paper) -> dict[str, dict[str, str]]:
    """Where each field comes from, by its name."""
    return {
        field: {"status": known.status.value, "source": known.source}
        for field, known in sorted(paper.provenance.items())
    }


def source_of(text: Text | None) -> str | None:
    """A text as it was found; None stays None."""
    return text.source if text else None


def _facts(paper: Paper) -> dict[str, Any]:
    status = paper.title_status
    return {
        "title": source_of(paper.title),
        "title_status": status.value if status else None,
        "authors": _names(paper.authors),
        "year": paper.year,
        "venue": source_of(paper.venue),
        "abstract": source_of(paper.abstract),
        "arxiv": paper.arxiv,
        "doi": paper.doi,
        "url": paper.url,
        "comment": source_of(paper.comment),
        "created": paper.created,
        "updated": paper.updated,
        "keywords": list(paper.keywords),
    }


def _names(people: Iterable[Name]) -> list[dict[str, str | None]]:
    return [
        {"given": name.given or None, "family": name.family or None, "name": name.plain} for name in people
    ]
