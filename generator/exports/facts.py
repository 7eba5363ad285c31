"""Facts about a paper that several exporters need in the same way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Kind, Paper, Status
from generator.text import Name, Text, safe_url

_ARCHIVE = re.compile(r"(arxiv|corr)\b", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-+|[‐-―−])\s*")
_NUMBERED = re.compile(r"[A-Za-z]{0,3}\d+[A-Za-z]?")

GUESSED_TITLE = "The title of the next entry is guessed from the abstract."


def real_venue(paper: Paper) -> Text | None:
    """The venue, unless the paper is a preprint and the venue only names its archive."""
    if paper.kind is Kind.PREPRINT and paper.venue and paper.arxiv and _ARCHIVE.match(paper.venue.plain):
        return None
    return paper.venue


def address(paper: Paper) -> str | None:
    """The paper's own web address, safe to follow, or None."""
    return safe_url(paper.url) if paper.url else None


def page_range(pages: str) -> tuple[str, str]:
    """First and last page of '12--34', '12-34' or '12–34'; the last is '' for one page or several ranges.

    >>> page_range("12--34")
    ('12', '34')
    """
    parts = _RANGE.split(pages.strip())
    if len(parts) == 2 and all(_NUMBERED.fullmatch(part) for part in parts):
        return parts[0], parts[1]
    return pages.strip(), ""


def is_guessed(paper: Paper) -> bool:
    """Whether the title is a guess."""
    return paper.title_status is Status.GUESSED


def names(people: Sequence[Name]) -> list[str]:
    """The names as readers write them."""
    return [person.plain for person in people]
