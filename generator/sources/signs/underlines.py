"""Headings with a rule below them, as Markdown and reStructuredText allow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.sources.signs.labels import match_label
from generator.sources.signs.marks import match_mark

_RULE = re.compile(r"\s{0,3}([=~^*+#_-])\1{2,}\s{0,9}")
_RULES_START = frozenset(3 * mark for mark in "=~^*+#_-")
TAKEN_OFF = "\u200b"  # in place of a rule: no text, and no blank line either
_LONGEST = 250  # characters of a heading
_NEARLY = 3  # characters by which a rule may be longer or shorter than its heading
_LEVELS = 6


class Underlined(NamedTuple):
    """heading: the index of its line; rules: of the rules around it; mark: what these are made of."""

    heading: int
    rules: tuple[int, ...]
    mark: str
    fits: bool


def with_headings(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """The lines, underlined headings with `#` before them, and the indexes of their rules, then taken off.

    A rule divides papers as well; it underlines where it is as long as the line, or where the text starts so.
    """
    rules = [n for n, line in enumerate(lines) if n and line.strip()[:3] in _RULES_START]
    found = [one for n in rules if (one := _underlined(lines, n))]
    first = next((n for n, line in enumerate(lines) if line.strip()), 0)
    starts = bool(found) and first in (found[0].heading, *found[0].rules)
    marked = list(lines)
    rules = []
    marks: list[str] = []
    for one in found:
        if not (starts or one.fits):
            continue
        if one.mark not in marks:
            marks.append(one.mark)
        level = min(marks.index(one.mark) + 1, _LEVELS)
        marked[one.heading] = f"{'#' * level} {lines[one.heading].strip()}"
        rules.extend(one.rules)
    for n in rules:
        marked[n] = TAKEN_OFF
    return marked, rules


def _underlined(lines: Sequence[str], n: int) -> Underlined | None:
    """The heading right above the rule in line n, if there is one."""
    rule = _RULE.fullmatch(lines[n])
    text = lines[n - 1].strip() if rule else ""
    if not rule or not text or len(text) > _LONGEST or _RULE.fullmatch(text):
        return None
    above = _RULE.fullmatch(lines[n - 2]) if n > 1 else None
    over = above is not None and above[1] == rule[1] and (n == 2 or not lines[n - 3].strip())
    if (n > 1 and not over and lines[n - 2].strip()) or match_mark(text) or match_label(text):
        return None
    fits = abs(len(lines[n].strip()) - len(text)) <= _NEARLY
    listed = n + 2 < len(lines) and lines[n + 1].strip() and _RULE.fullmatch(lines[n + 2])
    if not (fits or over) and (text.endswith(".") or listed):
        return None
    return Underlined(n - 1, (n - 2, n) if over else (n,), rule[1] + "o" * over, fits or over)
