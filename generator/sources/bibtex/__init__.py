"""BibTeX and BibLaTeX.

The blocks are found by our own splitter: bibtexparser 2 loses entries in parentheses and the field after a
missing comma without a word, leaves `#` unresolved and knows no `crossref`. Tests compare both on
well-formed files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.formats import BIBTEX_TYPES
from generator.model import Problem, RawRecord, ReadItem, Severity, Skipped
from generator.sources.bibtex.blocks import Block, split
from generator.sources.bibtex.body import Fault
from generator.sources.bibtex.fields import record_fields
from generator.sources.bibtex.inherit import inherit
from generator.sources.bibtex.preamble import Macro, definitions, expanded
from generator.sources.bibtex.values import Entry, entries_of
from generator.sources.reader import Reader, Source

NAME = "bibtex"
_SKIPPED = {
    "string": "BibTeX @string",
    "preamble": "BibTeX @preamble",
    "comment": "BibTeX @comment",
    "text": "text between BibTeX entries",
}
# Entries that are settings of a style or data for other entries, not papers.
_NO_PAPERS = {"xdata": "BibLaTeX @xdata", "set": "BibLaTeX @set", "control": "BibTeX settings"}
_SETTINGS = re.compile(r"ieeetranbstctl|[a-z-]*(?:control|options)")
_MESSAGES: dict[str, tuple[Severity, str]] = {
    "bibtex-broken-entry": (
        "warning",
        "{}: read line by line; check the entry and mend its braces and quotes",
    ),
    "bibtex-unclosed-entry": ("warning", "the entry's closing brace is missing: add it"),
    "bibtex-extra-brace": ("warning", "a closing brace too many before the next field: remove it"),
    "bibtex-missing-comma": ("warning", "a comma is missing before the field {}: add it"),
    "bibtex-field-twice": (
        "warning",
        "the field {} stands twice, and the first was read: if two entries ran together, part them",
    ),
    "bibtex-no-entry": (
        "info",
        "fields that stand in no entry are left out: if they are a paper's, write @article{KEY, before them",
    ),
    "bibtex-no-key": (
        "info",
        "the entry has no citation key: one is made; give it one if you want to choose",
    ),
    "bibtex-no-value": ("info", "the field {} has no value: give it one or remove it"),
    "bibtex-undefined-macro": (
        "info",
        "the macro {} is not defined: its name is shown; define it with @string",
    ),
}
_SAMPLE = 200_000
_FIELDS = 2  # of an entry, in lines outside of entries
_START = re.compile(r"^[ \t>]*@[ \t]*[A-Za-z][A-Za-z-]{0,40}[ \t]*(?:\n\s{0,80})?[{(\[]", re.MULTILINE)
# What is left of an entry that has no head, or one without its @, as people take entries out.
_FIELD_LINE = re.compile(r"""^[ \t]*[A-Za-z][\w-]{0,30}[ \t]*=[ \t]*(?:["{]|\d+,)""", re.MULTILINE)
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")

_REMARK = re.compile(r"[ \t]*%(?:[\s%!=*-]|$)")  # '%A' is a tag of EndNote


def likeness(source: Source) -> float:
    """The share of the lines that lie in blocks of BibTeX, judged by the beginning of a long text; a text of
    nothing but remarks is what programs write for a list without entries."""
    text = source.text[:_SAMPLE]
    if not _START.search(text):
        filled = [line for line in text.splitlines() if line.strip()]
        return 0.6 if filled and all(map(_REMARK.match, filled)) else 0.0
    inside, outside, entries = 0, 0, 0
    for block in split(text):
        lines = block.end_line - block.line + 1
        if block.kind == "text":
            outside += 0 if text.startswith("%", block.start) else lines
        else:
            inside += lines
            entries += block.kind == "entry" and (block.type in BIBTEX_TYPES or bool(block.fields))
    share = inside / max(inside + outside, 1)  # no block but a remark
    return 0.5 * share + (0.49 if entries and share > 0.3 else 0.2 if share > 0.9 else 0)


def read(source: Source) -> Iterator[ReadItem]:
    """A record an entry, in the order of the file; problems of an entry before it."""
    blocks = list(split(source.text))
    macros = definitions(source.text[b.start : b.end] for b in blocks if b.kind == "preamble")
    entries = {entry.block.start: entry for entry in inherit(entries_of(blocks))}
    seen: dict[str, int] = {}
    for block in blocks:
        entry = entries.get(block.start) if block.kind == "entry" else None
        if block.kind == "text":
            yield from _beside(source, block)
        elif entry is None:
            origin = source.origin(block.line, block.end_line, NAME)
            yield Skipped(_SKIPPED[block.kind], origin)
        else:
            yield from _entry(source, entry, macros, seen)


def _beside(source: Source, block: Block) -> Iterator[ReadItem]:
    """Text between entries: a Problem for each paragraph of fields without an entry, else passed over."""
    if len(_FIELD_LINE.findall(source.text, block.start, block.end)) < _FIELDS:
        yield Skipped(_SKIPPED["text"], source.origin(block.line, block.end_line, NAME), beside=True)
        return
    for paragraph in _PARAGRAPH.finditer(source.text, block.start, block.end):
        first = block.line + source.text.count("\n", block.start, paragraph.start())
        origin = source.origin(first, first + paragraph[0].count("\n"), NAME)
        if len(_FIELD_LINE.findall(paragraph[0])) < _FIELDS:
            yield Skipped(_SKIPPED["text"], origin, beside=True)
        else:
            severity, message = _MESSAGES["bibtex-no-entry"]
            yield Problem("bibtex-no-entry", severity, message, origin, paragraph[0][:200])


def _entry(
    source: Source, entry: Entry, macros: Mapping[str, Macro], seen: dict[str, int]
) -> Iterator[ReadItem]:
    block = entry.block
    origin = source.origin(block.line, block.end_line, NAME)
    reason = _NO_PAPERS.get(block.type) or ("BibTeX settings" if _SETTINGS.fullmatch(block.type) else "")
    if reason:
        yield Skipped(reason, origin)
        return
    yield from (_problem(source, fault, block) for fault in entry.faults)
    if not entry.values:
        yield Problem(
            "bibtex-empty-entry",
            "warning",
            "the entry has no fields: fill it in or remove it",
            origin,
            block.key,
        )
        return
    yield from _duplicate(source, block, seen)
    if block.type not in BIBTEX_TYPES and not block.type:
        yield Problem(
            "bibtex-no-type", "info", "the entry has no type: write @article or @misc", origin, block.key
        )
    text = source.text[block.start : block.end]
    values = {name: expanded(value, macros) for name, value in entry.values.items()}
    yield RawRecord(origin, text, record_fields(block.type, block.key, values))


def _duplicate(source: Source, block: Block, seen: dict[str, int]) -> Iterator[Problem]:
    key = block.key.lower()
    if key in seen:
        message = (
            f"the key {block.key} is used already on line {seen[key]}: both entries are read; rename one"
        )
        yield Problem(
            "bibtex-duplicate-key",
            "warning",
            message,
            source.origin(block.line, block.end_line, NAME),
            block.key,
        )
    elif key:
        seen[key] = block.line


def _problem(source: Source, fault: Fault, block: Block) -> Problem:
    severity, message = _MESSAGES[fault.code]
    origin = source.origin(fault.place, max(fault.place, fault.place), NAME)
    return Problem(fault.code, severity, message.format(fault.text), origin, block.key)


READER = Reader(NAME, likeness, read)

__all__: Sequence[str] = ["READER"]
