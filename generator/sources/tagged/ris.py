"""RIS: tags of two letters, 'TY' to 'ER', as specified in 2001 and 2011.

And as Scopus, EndNote, Ovid, Cochrane, IEEE, ProQuest, JSTOR and others write it: with odd spacing, without
ER, with text between records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.model import Problem, RawRecord, ReadItem, Skipped
from generator.sources.reader import Reader, Source
from generator.sources.tagged.gathering import Gathering, Tagged, below
from generator.sources.tagged.ris_fields import TAGS, record_fields
from generator.sources.tagged.tags import cut_off, unquoted

NAME = "ris"
_BETWEEN = "text between RIS records"

_BLANK = r"[ \t\u00a0\u3000]"
_HYPHEN = "[-\u2010-\u2014\u2212\uff0d]"
_TAG = re.compile(
    rf"{_BLANK}{{0,8}}([A-Z][A-Z0-9]|DOI|PMID|PMCID|ISSN|ISBN)({_BLANK}{{0,4}}){_HYPHEN}(?:{_BLANK}(.*)|([^-\s].*))?",
    re.IGNORECASE,
)
_START = re.compile(rf"^{_BLANK}{{0,8}}TY{_BLANK}{{0,4}}{_HYPHEN}", re.MULTILINE | re.IGNORECASE)
_END = re.compile(r"^ER {0,3}- *$", re.MULTILINE)
_TITLE = re.compile(r"^(?:TI|T1) {0,3}- ", re.MULTILINE)
_COUNTER = re.compile(r"\s*(?:\d{1,6}\.|Record #\d.*|EF[ \t]*(?:-[ \t]*)?)\s*")
# What JSTOR and other providers write above each record.
_PROVIDER = re.compile(r"\s*(?:Provider|Database|Content):\s.*")
_SHARE = 20  # lines of a text that may have one tag between them
_KNOWN = frozenset({"TY", "ER", "AB", "N2"}.union(*TAGS.values()))


def likeness(source: Source) -> float:
    """Certain where records begin with TY and go on with tags; high where they end with ER at least."""
    text = unquoted(source.text[:200_000], _START)
    starts = len(_START.findall(text))
    if not starts and not _END.search(text):
        return 0.0
    lines = [line for line in text.split("\n") if line.strip()]
    tagged = sum(_TAG.fullmatch(line) is not None for line in lines)
    if not starts:
        return 0.8 if tagged > 0.8 * len(lines) and (_TITLE.search(text) or tagged == len(lines)) else 0.0
    if tagged > 1 and tagged >= 2 * starts - 1:
        return 0.95
    return 0.3 if _SHARE * tagged >= len(lines) else 0.1


def read(source: Source) -> Iterator[ReadItem]:
    """A record for each TY, in the order of the file."""
    lines = source.lines
    for item in _grouped(source):
        if isinstance(item, Tagged):
            yield from _record(source, item, lines)
            yield from below(item, source, _BETWEEN, NAME)
        else:
            yield item


def _grouped(source: Source) -> Iterator[Tagged | ReadItem]:
    """The records' values, and what stands between them."""
    values = Gathering(source.lines)
    style = _Style()
    ended = after_end = False
    for number, line in enumerate(unquoted(source.text, _START).split("\n"), 1):
        tag = None if _COUNTER.fullmatch(line) else _tag(line, style)
        after_end = after_end and (not line.strip() or (tag is not None and tag[0] not in _KNOWN))
        if not values and _PROVIDER.fullmatch(line):
            yield Skipped("head of the export", source.origin(number, number, NAME))
            continue
        if tag is None or after_end:  # Ovid ends a record with ER and NL
            if _COUNTER.fullmatch(line) or not values.takes(line, number):
                yield Skipped(_BETWEEN, source.origin(number, number, NAME), beside=True)
            continue
        name, style = tag[0], tag[1] if tag[0] == "TY" else style
        if name == "TY" and values.has("TY", "TI", "T1"):
            yield values.take()
        if name == "ER" and not values:
            yield Skipped("end of no record", source.origin(number, number, NAME))
            continue
        values.add(name, tag[2], number)
        if name == "ER":
            yield values.take()
            ended = after_end = True
    if values:
        last = values.take()
        yield last
        if ended:
            yield cut_off(last, source, NAME)


class _Style(NamedTuple):
    """How a record's TY line is written, and so its other lines. tight: no white space before the hyphen."""

    tight: bool = False
    small: bool = False


def _tag(line: str, style: _Style) -> tuple[str, _Style, str] | None:
    """Tag, style and value. 'T2-weighted' has a tag only below 'TY-JOUR', 'an - a' only below 'ty - jour'."""
    if line.strip() == "ER":
        return "ER", style, ""
    found = _TAG.fullmatch(line)
    if found is None:
        return None
    own = _Style(not found[2], not found[1].isupper())
    if found[1].upper() != "TY" and (own.tight > style.tight or own.small > style.small):
        return None
    return found[1].upper(), own, (found[3] or found[4] or "").strip()


def _record(source: Source, found: Tagged, lines: list[str]) -> Iterator[ReadItem]:
    origin = source.origin(found.line, found.end_line, NAME)
    if not any(value.text for value in found.values if value.tag not in ("TY", "ER")):
        yield Problem("empty-record", "warning", "the record has no fields: fill it in or remove it", origin)
        return
    text = "\n".join(lines[found.line - 1 : found.end_line])
    yield RawRecord(origin, text, record_fields(found))


READER = Reader(NAME, likeness, read)
