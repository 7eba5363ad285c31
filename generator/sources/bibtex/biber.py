r"""BibLaTeX's own lists of references, the .bbl files that biber writes: \entry{key}{type}, its fields,
\endentry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Problem, RawRecord, ReadItem, Skipped
from generator.sources.bibtex.delimiters import closing_brace
from generator.sources.bibtex.fields import record_fields
from generator.sources.lines import Lines, around
from generator.sources.reader import Reader, Source

NAME = "biber"

_SAMPLE = 100_000
_ENTRY = re.compile(r"^[ \t]{0,12}\\entry\{([^{}\n]{1,200})\}\{([a-z]{1,40})\}", re.MULTILINE)
_END = "\\endentry"
_VALUE = re.compile(
    r"^[ \t]{0,20}\\(?:field\{(?P<field>\w{1,40})\}|list\{(?P<list>\w{1,40})\}\{\d{1,5}\}"
    r"|name\{(?P<name>\w{1,40})\}\{\d{1,5}\}\{[^{}]{0,200}\}|(?P<keywords>keyw))(?=\{)",
    re.MULTILINE,
)
_VERBATIM = re.compile(
    r"^[ \t]{0,20}\\verb\{(\w{1,40})\}[ \t]{0,9}\n[ \t]{0,20}\\verb (.*)\n[ \t]{0,20}\\endverb", re.MULTILINE
)
_MORE = re.compile(r"\\true\{more(\w{1,40})\}")
_PART = re.compile(r"(family|given|prefix|suffix)=(?=\{)")
_PLACES = {"family": 1, "given": 3, "prefix": 5, "suffix": 7}  # of the parts of a name, before biblatex 3
_MARKS = (
    (re.compile(r"\\bib(?:namedelim[a-di]|initdelim)\b\s?"), " "),
    (re.compile(r"\\bibrangedash\b\s?"), "--"),
    (re.compile(r"\\bibrangessep\b\s?"), ", "),
)


def likeness(source: Source) -> float:
    r"""Certain where a line begins with \entry{key}{type} and one with \endentry."""
    text = source.text[:_SAMPLE]
    return 0.95 if _ENTRY.search(text) and _END in source.text else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    r"""A record each \entry; lists sorted in another way repeat them."""
    text, lines = source.text, Lines(source.text)
    taken = []
    seen: set[str] = set()
    starts = list(_ENTRY.finditer(text))
    for found, after in zip(starts, [*(start.start() for start in starts[1:]), len(text)], strict=False):
        end = text.find(_END, found.end(), after)
        end = end + len(_END) if end >= 0 else after
        origin = source.origin(lines.number(found.start()), lines.number(end - 1), NAME)
        taken.append(origin)
        values = _values(text[found.end() : end])
        if found[1] in seen:
            yield Skipped("entry of another list", origin)
        elif values:
            yield RawRecord(origin, text[found.start() : end], record_fields(found[2], found[1], values))
        else:
            message = "the entry has no fields: fill it in or remove it"
            yield Problem("bibtex-empty-entry", "warning", message, origin, found[1])
        seen.add(found[1])
    yield from around(source, taken, "LaTeX around the references", NAME)


def _values(entry: str) -> dict[str, str]:
    """The values by the names of BibLaTeX's fields, people in its notation family={…}, given={…}."""
    for mark, meant in _MARKS:
        entry = mark.sub(meant, entry)
    values = {found[1]: found[2].strip() for found in _VERBATIM.finditer(entry)}
    more = set(_MORE.findall(entry))
    starts = list(_VALUE.finditer(entry))
    for found, after in zip(starts, [*(start.start() for start in starts[1:]), len(entry)], strict=False):
        held = next(_groups(entry[found.end() : after]), "")
        if name := found["name"]:
            people = [_person(list(_groups(item))) for item in _groups(held)]
            values[name] = " and ".join([*filter(None, people), *(["others"] if name in more else [])])
        elif found["list"]:
            values[found["list"]] = " and ".join(_groups(held))
        else:
            values[found["field"] or "keywords"] = held
    return {name: value for name, value in values.items() if value}


def _person(parts: list[str]) -> str:
    if len(parts) > max(_PLACES.values()):
        told = {name: parts[place] for name, place in _PLACES.items()}
    else:
        told = {}
        for text in parts[1:]:
            for found in _PART.finditer(text):
                told[found[1]] = text[found.end() + 1 : closing_brace(text, found.end(), len(text)) - 1]
    return ", ".join(f"{name}={{{part}}}" for name, part in told.items() if part)


def _groups(text: str) -> Iterator[str]:
    """What each pair of outer braces holds."""
    start = text.find("{")
    while start >= 0:
        end = closing_brace(text, start, len(text))
        if not end:
            return
        yield text[start + 1 : end - 1]
        start = text.find("{", end)


READER = Reader(NAME, likeness, read)
