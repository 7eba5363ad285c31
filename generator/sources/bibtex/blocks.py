"""Where the blocks of a BibTeX file begin and end: entries, @string, @preamble, @comment, text between them.

Follows "BibTeXing" (O. Patashnik, 1988) and btparse where a file is well formed. Where it is not, a block
ends at the latest where the next one begins at the start of a line: a broken entry never costs another.
Linear in time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.formats import BIBTEX_TYPES
from generator.sources.bibtex.body import Body, Fault, Field, read_body
from generator.sources.bibtex.delimiters import closing_brace
from generator.sources.lines import Lines

BlockKind = Literal["entry", "string", "preamble", "comment", "text"]

_SPECIAL: dict[str, BlockKind] = {"string": "string", "preamble": "preamble", "comment": "comment"}
_SPACE = r"[ \t]{0,40}(?:\n\s{0,80})?"
_HEAD = re.compile(rf"""@{_SPACE}([^\s@{{}}(),="#%'\\<>/;:]{{0,50}}){_SPACE}([{{(\[])""")
_BARE_COMMENT = re.compile(r"@comment\b[^\n]*", re.IGNORECASE)
_KEY_AHEAD = re.compile(
    r"""\s{0,200}(?:[^\s,={}"]{0,200}[ \t]{0,20}[,}]|(?:[^\s,={}"]{1,200}\s{1,80})?[\w-]{1,40}\s{0,20}=)"""
)
_FIELD_AHEAD = re.compile(
    r"""\s{0,20}[^\s,={}"()]{1,200}\s{0,20},\s{0,80}[\w-]{1,40}\s{0,20}=\s{0,20}["{\w]"""
)
_LINE_INDENT = re.compile(r"[ \t>]*(%?)")  # > as in a quoted mail


@dataclass(frozen=True, slots=True)
class Block:
    """One block. start, end: offsets in the text; type: in lower case, '' where the file gives none."""

    kind: BlockKind
    start: int
    end: int
    line: int
    end_line: int
    type: str = ""
    key: str = ""
    fields: tuple[Field, ...] = ()
    faults: tuple[Fault, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Head:
    """The beginning of a block. body: offset after the delimiter; own_line: nothing but blanks before it."""

    start: int
    body: int
    type: str
    delimiter: str
    own_line: bool


def split(text: str) -> Iterator[Block]:
    """The blocks of `text` in order; together they cover every non-blank character."""
    lines = Lines(text)
    heads = list(_heads(text, lines))
    stops = [head.start for head in heads if head.own_line]
    position = 0
    for head in heads:
        if head.start < position:
            continue
        yield from _between(text, position, head.start, lines)
        block = _block(text, head, _limit(stops, head.start, len(text)), lines)
        yield block
        position = block.end
    yield from _between(text, position, len(text), lines)


def _limit(stops: list[int], start: int, end: int) -> int:
    index = bisect_left(stops, start + 1)
    return stops[index] if index < len(stops) else end


def _heads(text: str, lines: Lines) -> Iterator[_Head]:
    for found in _HEAD.finditer(text):
        line_start = lines.start(found.start())
        indent = _LINE_INDENT.match(text, line_start)
        commented = bool(indent and indent[1])
        own_line = bool(indent and indent.end() == found.start())
        if not commented and _begins_block(text, found, own_line):
            yield _Head(found.start(), found.end(), found[1].lower(), found[2], own_line)


def _begins_block(text: str, found: re.Match[str], own_line: bool) -> bool:
    kind = found[1].lower()
    if kind in _SPECIAL:
        return True
    known = kind in BIBTEX_TYPES
    before = "" if own_line else text[found.start() - 1]
    if before.isalnum():  # as behind what was pasted by chance, but in no name of a macro
        return known and _FIELD_AHEAD.match(text, found.end()) is not None
    if not (own_line or known or before == "}"):
        return False
    if found[2] != "{" and not known:
        return False
    if found[2] == "[":
        return own_line and _FIELD_AHEAD.match(text, found.end()) is not None
    return _KEY_AHEAD.match(text, found.end()) is not None or (known and own_line)


def _between(text: str, start: int, end: int, lines: Lines) -> Iterator[Block]:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + len(piece) - len(piece.lstrip())
        last = first + len(stripped)
        yield Block("text", first, last, lines.number(first), lines.number(last - 1))


def _block(text: str, head: _Head, limit: int, lines: Lines) -> Block:
    kind = _SPECIAL.get(head.type, "entry")
    if kind in ("comment", "preamble"):
        end = _comment_end(text, head, limit)
        return Block(kind, head.start, end, lines.number(head.start), lines.number(end - 1), head.type)
    body = read_body(text, head.body, limit, head.delimiter, keyed=kind == "entry")
    if head.delimiter == "[":
        told = Fault("bibtex-broken-entry", head.start, "it is opened by a square bracket")
        body = replace(body, faults=(told, *body.faults))
    return _entry(kind, head, body, lines)


def _entry(kind: BlockKind, head: _Head, body: Body, lines: Lines) -> Block:
    return Block(
        kind,
        head.start,
        body.end,
        lines.number(head.start),
        lines.number(max(head.start, body.end - 1)),
        head.type,
        body.key,
        body.fields,
        tuple(Fault(fault.code, lines.number(fault.place), fault.text) for fault in body.faults),
    )


def _comment_end(text: str, head: _Head, limit: int) -> int:
    """Where a comment ends: its closing brace, be there entries within, else where the next block begins."""
    if head.delimiter == "{":
        end = closing_brace(text, head.body - 1, len(text))
        if end:
            return end
    line = _BARE_COMMENT.match(text, head.start)
    if head.delimiter == "(" and line:
        return line.end()
    return limit
