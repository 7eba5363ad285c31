"""Scopus' export as plain text: people, title and source a line each, then parts with names in capitals.

A record ends with `SOURCE: Scopus`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Problem, ReadItem, Skipped
from generator.sources.reader import Reader, Source
from generator.sources.tagged.gathering import Tagged, Value
from generator.sources.tagged.ris_fields import records

NAME = "scopus-text"

_END = re.compile(r"^SOURCE: ?Scopus[ \t]*$", re.MULTILINE)
_ABOVE = re.compile(r"Scopus\s*|EXPORT DATE: ?.*")
_LABEL = re.compile(r"([A-Z][A-Z &/()-]{2,40}): ?(.*)")
_SOURCE = re.compile(
    r"\((?P<PY>\d{4})\) (?P<JF>.{2,400}?)(?:, (?P<VL>[A-Z]{0,3}\d[\w-]{0,20}))?(?: \((?P<IS>[^()]{1,30})\))?"
    r"(?:, art\. no\. (?P<C7>[\w.-]{1,40}))?(?:, pp?\. (?P<SP>[\w.-]{1,40}?))?"
    r"\.(?:\s{1,9}Cited (?:by )?\d{1,7} times?\.)?\s*"
)
_SOURCE_BEGINS = re.compile(r"^\(\d{4}\) \S", re.MULTILINE)
_NUMBERS = re.compile(r"\d{6,12}(?:; ?\d{6,12})*;?|\[No author id available\]")
_PERSON = re.compile(r"(?<=\.), |; ")
_NUMBER_OF_PERSON = re.compile(r"\s?\(\d{6,12}\)")
_NOTHING = re.compile(r"\[No \w{1,20} (?:name |id )?available\]")
# The same in RIS, whose fields are made of it.
_RIS: Mapping[str, str] = {
    "DOI": "DO",
    "ABSTRACT": "AB",
    "AUTHOR KEYWORDS": "KW",
    "DOCUMENT TYPE": "TY",
    "PUBLISHER": "PB",
    "ISSN": "SN",
    "ISBN": "SN",
    "LANGUAGE OF ORIGINAL DOCUMENT": "LA",
    "EDITORS": "A2",
    "PUBMED ID": "C3",
}
_OTHERS = frozenset(
    (
        "AFFILIATIONS|AUTHOR FULL NAMES|INDEX KEYWORDS|PUBLICATION STAGE|SOURCE|OPEN ACCESS|FUNDING DETAILS"
        "|REFERENCES|CORRESPONDENCE ADDRESS|ABBREVIATED SOURCE TITLE|CODEN|CONFERENCE NAME|CONFERENCE DATE"
        "|CONFERENCE LOCATION|CONFERENCE CODE|SPONSORS|CHEMICALS/CAS|TRADENAMES|MANUFACTURERS"
        "|MOLECULAR SEQUENCE NUMBERS|END"
    ).split("|")
)
_TYPES = (("conference", "CONF"), ("chapter", "CHAP"), ("book", "BOOK"))


def likeness(source: Source) -> float:
    """Certain where lines say that the source is Scopus, and others a year and a journal."""
    sample = source.text[:100_000]
    return 0.95 if _END.search(sample) and _SOURCE_BEGINS.search(sample) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record up to each line that ends one; a problem for one without a title, and for an open last one."""
    yield from records(source, _grouped(source), NAME)


def _grouped(source: Source) -> Iterator[Tagged | Skipped | Problem]:
    lines = source.lines
    last = 0
    for number, line in enumerate(lines, 1):
        if _END.match(line):
            yield from _record_with_text(source, lines, last, number)
            last = number
    rest = [number for number in range(last + 1, len(lines) + 1) if lines[number - 1].strip()]
    if any(map(_begins, (lines[number - 1] for number in rest))):
        message = "the last record has no end (SOURCE: Scopus): the file may be cut off here"
        yield Problem("record-cut-off", "warning", message, source.origin(rest[0], rest[-1], NAME))
    else:
        yield from (_beside(source, number) for number in rest)


def _begins(line: str) -> bool:
    """Whether a line is of a record."""
    numbers = _NUMBERS.fullmatch(line.strip())
    return bool(numbers or _SOURCE_BEGINS.match(line) or _label(line))


def _label(line: str) -> re.Match[str] | None:
    found = _LABEL.match(line)
    return found if found and (found[1] in _RIS or found[1] in _OTHERS) else None


def _beside(source: Source, number: int) -> Skipped:
    return Skipped("text between records", source.origin(number, number, NAME), beside=True)


def _record_with_text(
    source: Source, lines: Sequence[str], last: int, end: int
) -> Iterator[Tagged | Skipped | Problem]:
    """The record that ends with line `end`, from the lines without a blank one above its source, and what
    stands above it, below line `last`."""
    told = next((n for n in range(last, end) if _SOURCE_BEGINS.match(lines[n])), last)
    first = told
    while first > last and lines[first - 1].strip():
        first -= 1
    for number in range(last + 1, first + 1):
        if _ABOVE.fullmatch(lines[number - 1].strip()):
            yield Skipped("heading of Scopus' export", source.origin(number, number, NAME))
        elif lines[number - 1].strip():
            yield _beside(source, number)
    while not lines[first].strip():
        first += 1
    record = _record(lines[first:end], first + 1)
    if record.first("TI", "AB"):
        yield record
    else:
        message = "the record names no paper: give it a title"
        yield Problem("empty-record", "warning", message, source.origin(first + 1, end, NAME))


def _record(lines: Sequence[str], first: int) -> Tagged:
    """The values of a record whose first line has the number `first`."""
    told = next((n for n, line in enumerate(lines) if _SOURCE_BEGINS.match(line)), 0)
    values = [*_head(lines[:told], first), *_cited(lines[told], first + told)] if told else []
    values += _parts(lines[told + 1 :], first + told + 1)
    if not any(value.tag == "TY" for value in values):
        values.append(Value("TY", ("JOUR",), first))
    return Tagged(tuple(values), first, first + len(lines) - 1)


def _head(lines: Sequence[str], first: int) -> Iterator[Value]:
    """People, in full where they are told twice, and the title: the last line above the source."""
    written = [(n, line.strip()) for n, line in enumerate(lines, first) if line.strip()]
    people = [one for one in written[:-1] if not _NUMBERS.fullmatch(one[1]) and not _NOTHING.match(one[1])]
    full = [one for one in people if one[1].startswith("AUTHOR FULL NAMES:")]
    for number, text in full or people[:1]:
        for name in _PERSON.split(_NUMBER_OF_PERSON.sub("", text.removeprefix("AUTHOR FULL NAMES:"))):
            yield Value("AU", (name.strip(),), number)
    if written:
        yield Value("TI", (written[-1][1],), written[-1][0])


def _cited(line: str, number: int) -> Iterator[Value]:
    if found := _SOURCE.fullmatch(line):
        yield from (Value(tag, (text,), number) for tag, text in found.groupdict().items() if text)
    else:
        yield Value("PY", (line[1:5],), number)


def _parts(lines: Sequence[str], first: int) -> Iterator[Value]:
    """The address and what stands behind names in capitals, each up to the next one."""
    tag, texts, begin = "", [], first
    for number, line in enumerate([*lines, "END: "], first):
        found = _label(line)
        if found is None and line.startswith("https://www.scopus.com/"):
            yield Value("UR", (line.strip(),), number)
        elif found is None:
            texts.append(line)
        else:
            yield from _part(tag, " ".join(" ".join(texts).split()), begin)
            tag, texts, begin = found[1], [found[2]], number


def _part(name: str, text: str, number: int) -> Iterator[Value]:
    tag = _RIS.get(name)
    if tag == "TY":
        kind = next((type_ for word, type_ in _TYPES if word in text.lower()), "JOUR")
        yield Value("TY", (kind,), number)
    elif tag and text and not _NOTHING.match(text):
        yield from (Value(tag, (part,), number) for part in (text.split("; ") if tag == "KW" else [text]))


READER = Reader(NAME, likeness, read)
