"""Titles behind the identifier of their paper: `arXiv:1706.03762 - Attention Is All You Need`,
`10.1145/3571111 Query expansion with few documents`."""

from __future__ import annotations

import re

from generator.sources.found_ids import find_ids
from generator.sources.signs.marks import match_dates
from generator.sources.signs.people import all_names

_BEGINS = re.compile(
    r"[(\[<]?(?:arxiv\b|doi\b|https?:|www\.|10\.\d{4}|\d{4}\.\d{4}|[a-z-]{2,9}(?:\.[a-z]{2})?/\d{7})",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"[(\[<]?(?:(?:arxiv|doi)[:：]?\s{0,3})?", re.IGNORECASE)
_BEHIND = re.compile(
    r"[)\]>]?[.,:：]?\s{1,3}(?:[-–—|:]\s{1,3})?(?=[^\W_a-z]|[a-z]{1,3}[A-Z]|[\"“])|[)\]>]?[:：]\s?(?=[A-Z])"
)
_WHEN = re.compile(r"(?:Epub|eCollection|Online|Published|Print|Accessed|PMC?ID|Version)\b")  # of a citation
_LONGEST, _LEAST = 400, 2  # characters of a line, words of a title


def title_behind_id(text: str) -> tuple[str, dict[str, str]] | None:
    """The title and the identifier (arxiv, doi or url) that a line begins with; None for other lines."""
    if len(text) > _LONGEST or not _BEGINS.match(text):
        return None
    first, *others = find_ids(text) or (None,)
    if first is None or others or not _BEFORE.fullmatch(text, 0, first.start):
        return None
    behind = _BEHIND.match(text, first.end)
    title = text[behind.end() :] if behind else ""
    if title.count(" ") + 1 < _LEAST or _WHEN.match(title) or match_dates(title) or all_names(title):
        return None
    return title, {first.name: first.value}
