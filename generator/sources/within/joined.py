"""Files of several formats put together, one below another."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from generator.model import RawRecord, ReadItem
from generator.sources.reader import Reader, Source
from generator.sources.tables.headers import is_header

# How the first line of a file of each format looks; `table` is asked further.
_START = re.compile(
    r"""^(?:(?P<xml><(?:\?xml|!DOCTYPE)\s|<[A-Za-z][\w:.-]{0,60}[\s>])
    |(?P<ovid><\d{1,7}>[ \t]*$)
    |(?P<bibtex>@[ \t]*[A-Za-z]{1,40}[ \t]*[{(])
    |(?P<json>[\[{][ \t]*(?:["\[{]|$))
    |(?P<ris>TY[ ]{0,3}-)
    |(?P<nbib>(?:PMID|OWN[ ])-[ ])
    |(?P<wos>(?:FN|PT)[ ][A-Z])
    |(?P<refworks>RT[ ][A-Z])
    |(?P<endnote>%[0AT][ ])
    |(?P<yaml>(?:references|papers|entries|items):[ \t]*$|-[ ][a-z]\w{0,40}:)
    |(?P<table>[^\n,;\t]{1,60}[,;\t][^\n]{3,2000}$))""",
    re.MULTILINE | re.VERBOSE,
)
_ROOT = re.compile(r"<(?:\?xml|\w{0,20}ArticleSet|feed|rss|rdf:RDF|modsCollection)[\s>]", re.IGNORECASE)
_PROLOG = ("<?", "<!")
_ENDS = ("}", ")", "]", ">", "ER", "ER  -", "EF")  # of a file, where no blank line stands below it
_DELIMITERS = (",", "\t", ";")
_NOTATIONS = ("json", "yaml")  # of one reader
_MOST = 40  # beginnings; where more lines look like one, they stand within records


class _Part(NamedTuple):
    """Lines that one reader reads. text: with as many empty lines above as in the file; start: its offset;
    format: the reader's name, and of its notations which."""

    reader: Reader
    text: str
    start: int
    format: tuple[str, str]


def joined(source: Source, choose: Callable[[Source], Reader], texts: Sequence[Reader]) -> Reader | None:
    """A reader that leaves each part of a file to the reader that `choose` finds for it; None where all of it
    is of one format. texts: readers of what is no format of its own."""
    parts = list(_parts(source, list(islice(_beginnings(source.text), _MOST + 1)), choose, texts))
    if len({part.format for part in parts}) < 2:
        return None
    return parts[0].reader._replace(read=lambda _: _read(source, parts))


def _read(source: Source, parts: Sequence[_Part]) -> Iterator[ReadItem]:
    for part in parts:
        yield from part.reader.read(Source(source.path, part.text))


def _beginnings(text: str) -> Iterator[tuple[int, str]]:
    """The offsets at which another format seems to begin, and which."""
    current = ""
    for found in _START.finditer(text):
        kind, at = found.lastgroup or "", found.start()
        if kind == current and not (kind == "xml" and _ROOT.match(text, at)):
            continue
        above = text[text.rfind("\n", 0, max(at - 1, 0)) + 1 : at].strip()
        apart = not above or above.endswith(_ENDS)
        if apart and not (kind == current and above.startswith(_PROLOG)) and _is_start(kind, found[0]):
            current = kind
            yield at, kind


def _is_start(kind: str, line: str) -> bool:
    if kind != "table":
        return True
    rows = (next(csv.reader([line], delimiter=delimiter), []) for delimiter in _DELIMITERS)
    return any(is_header(cells) for cells in rows)


def _parts(
    source: Source,
    starts: Sequence[tuple[int, str]],
    choose: Callable[[Source], Reader],
    texts: Sequence[Reader],
) -> Iterator[_Part]:
    """The parts between those offsets; what is of no format belongs to the part above it."""
    if not 1 < len(starts) <= _MOST:
        return
    known: list[_Part] = []
    ends = (*(start for start, _ in starts[1:]), len(source.text))
    for (offset, kind), end in zip(starts, ends, strict=True):
        start = offset if known else 0
        text = _alone(source.text, start, end)
        reader = choose(Source(source.path, text))
        format = (reader.name, kind if kind in _NOTATIONS else "")
        another = not known or format != known[-1].format
        if another and _is_format(reader, source.path, text, texts):
            known.append(_Part(reader, text, start, format))
        elif known:
            known[-1] = known[-1]._replace(text=_alone(source.text, known[-1].start, end))
    yield from known


def _alone(text: str, start: int, end: int) -> str:
    """The text between two offsets, on the lines on which it stands."""
    return "\n" * text.count("\n", 0, start) + text[start:end]


def _is_format(reader: Reader, path: str, text: str, texts: Sequence[Reader]) -> bool:
    """Whether the reader reads a format of its own and finds a record."""
    if any(reader.likeness is known.likeness for known in texts):
        return False
    return any(isinstance(item, RawRecord) for item in reader.read(Source(path, text)))
