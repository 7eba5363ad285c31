"""Where a value of a BibTeX field ends: the brace or the quotation mark that closes it."""

from __future__ import annotations

import re

WORD = r"""[^\s={}(),;"#%@\\]"""  # a character of a field's name
FIELD_AHEAD = rf"{WORD}{{1,60}}\s{{0,80}}="
_BRACES = re.compile(r"[{}]")
_BRACES_QUOTES = re.compile(r'[{}"]')
# What may stand after a value: the next comma, piece, field or block, or the entry's end.
_AFTER_VALUE = re.compile(rf"\s*(?:[,#}})%@]|\Z|\.?\s*{FIELD_AHEAD})")
_OPENS_VALUE = re.compile(r"[,\n]\s*[A-Za-z][\w.:+-]{0,40}\s*=\s*\Z")
_AHEAD = 100  # characters for a field's name and the white space around it


def closing_brace(text: str, start: int, limit: int) -> int:
    """The offset after the brace that closes the one at `start`; 0 where none does before `limit`.

    As in BibTeX a backslash does not hide a brace, unless nothing that may follow a value follows it.
    """
    depth = 0
    for found in _BRACES.finditer(text, start, limit):
        if found[0] == "{":
            depth += 1
        elif depth > 1:
            depth -= 1
        elif text[found.start() - 1] != "\\" or _AFTER_VALUE.match(text, found.end(), limit):
            return found.end()
    return 0


def closing_quote(text: str, start: int, limit: int) -> int:
    """The offset after the quote that closes the one at `start`: outside braces, nothing odd after it; 0
    where none does before one that opens another field's value."""
    depth = 0
    for found in _BRACES_QUOTES.finditer(text, start + 1, limit):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0 and _AFTER_VALUE.match(text, found.end(), limit):
            return found.end()
        elif depth == 0 and _OPENS_VALUE.search(text[max(start + 1, found.start() - _AHEAD) : found.start()]):
            return 0
    return 0


def balanced(value: str) -> str:
    """`value` without the braces that have no partner."""
    opened: list[int] = []
    lone: set[int] = set()
    for found in _BRACES.finditer(value):
        if found[0] == "{":
            opened.append(found.start())
        elif opened:
            opened.pop()
        else:
            lone.add(found.start())
    lone.update(opened)
    return "".join(character for place, character in enumerate(value) if place not in lone) if lone else value
