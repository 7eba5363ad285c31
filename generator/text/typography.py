"""Dashes, ties and quotation marks of TeX, told from the same characters meant as they stand."""

from __future__ import annotations

import re

_OPENING = "([{\"'“‘\u00a0"
_BEFORE_TIE = ".,;:)]}'\"$%”’"
_SINGLE_CLOSE = re.compile(r"(?<=[^\s`])'(?![A-Za-z0-9])|`")


def dash_at(source: str, start: int, end: int) -> str | None:
    """The dash that the run of hyphens source[start:end] stands for; None where hyphens are meant.

    Meant are an option (--flag), the ends of a comment (<!-- -->), a rule, and anything at either end.
    """
    if end - start not in (2, 3):
        return None
    before, after = source[start - 1 : start], source[end : end + 1]
    spaced = before == after == " " and start > 1 and source[end + 1 : end + 2] != ">"
    joined = _ends_word(before) and (_starts_word(after) or after == " ")
    if (spaced and source[start - 2] in "-!<") or not (spaced or joined):
        return None
    return "–" if end - start == 2 else "—"


def _ends_word(mark: str) -> bool:
    return mark.isalnum() or (mark != "" and mark in ".,;?)]}'\"”’$")


def _starts_word(mark: str) -> bool:
    return mark.isalnum() or (mark != "" and mark in "([{\"'`“‘$\\")


def is_tie(source: str, at: int) -> bool:
    """Whether the tilde at `at` is a no-break space, not 'about' (~5%), a range (3~5) or a home (/~me)."""
    before, after = source[at - 1 : at] if at else "", source[at + 1 : at + 2]
    if not before or not after or after in " ~":
        return False
    if before.isdigit() and after.isdigit():
        return False
    return before.isalnum() or before in _BEFORE_TIE


def closing_quote(source: str, at: int, opening: str, end: int) -> int | None:
    """Where the quotation that starts with one or two backquotes at `at` ends, if it does."""
    if opening == "``":
        close = source.find("''", at + 2, min(end, at + 1500))
        return close if close > at + 2 else None
    if opening != "`" or source[at - 1 : at].isalnum():
        return None
    found = _SINGLE_CLOSE.search(source, at + 2, min(end, at + 300))
    return found.start() if found and found[0] == "'" else None
