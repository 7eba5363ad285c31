"""The labelled pairs of tests/cases/dedupe as papers."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.model import Kind, Origin, Paper
from generator.text import Name, Text

FOLDER = Path(__file__).parent / "cases" / "dedupe"


@dataclass(frozen=True)
class Pair:
    """Two records, whether they are one work, and why."""

    id: str
    same: bool
    held_out: bool
    why: str
    one: Paper
    other: Paper


@cache
def labelled_pairs() -> tuple[Pair, ...]:
    """All labelled pairs, in the order of the file."""
    abstracts = {line["id"]: line["abstract"] for line in _lines("abstracts.jsonl")}
    return tuple(
        Pair(
            line["id"],
            line["same"],
            line["held_out"],
            line["why"],
            _paper(line["one"], abstracts, f"{line['id']}-one.txt"),
            _paper(line["other"], abstracts, f"{line['id']}-other.txt"),
        )
        for line in _lines("pairs.jsonl")
    )


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def _paper(record: dict[str, Any], abstracts: dict[str, str], path: str) -> Paper:
    abstract = edited(abstracts[record["abstract"]], record.get("edits", [])) if "abstract" in record else ""
    return Paper(
        title=Text(record["title"]) if "title" in record else None,
        authors=tuple(Name.parse(name) for name in record.get("authors", [])),
        year=record.get("year"),
        venue=Text(record["venue"]) if "venue" in record else None,
        kind=Kind(record.get("kind", "misc")),
        ids=record.get("ids", {}),
        details=record.get("details", {}),
        abstract=Text(abstract) if abstract else None,
        origins=(Origin(path, 1, 1, "pasted"),),
    )


def edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    """The text with each [start, length, replacement] made, positions being those of the text given."""
    for start, length, replacement in sorted(edits, reverse=True):
        text = text[:start] + replacement + text[start + length :]
    return text
