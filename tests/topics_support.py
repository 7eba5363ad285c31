"""Papers for tests of topics."""

from __future__ import annotations

from typing import Any

from generator.model import Entry, Paper
from generator.text import Text


def entry(key: str, title: str, abstract: str = "", **more: Any) -> Entry:
    paper = Paper(title=Text(title), abstract=Text(abstract) if abstract else None)
    return Entry(key=key, paper=paper, added="2024-01-01", **more)


def ids(found: Entry) -> list[str]:
    return [assignment.topic for assignment in found.topics]
