"""Files of several formats put together, one below another."""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from generator.model import RawRecord, ReadItem, Skipped
from generator.sources import html
from generator.sources.own import front_matter
from generator.sources.reader import Reader, Source, is_one_of
from generator.sources.tables.headers import is_further_header, is_header

# How the first line of a file of each format looks; `table` is asked further.
_START = re.compile(
    r"""^(?:(?P<html><(?i:!DOCTYPE[ ]html|html)[\s>])
    |(?P<xml><(?:\?xml|!DOCTYPE)\s|<[A-Za-z][\w:.-]{0,60}[\s>])
    |(?P<ovid><\d{1,7}>[ \t]*$)
    |(?P<bibtex>@[ \t]*[A-Za-z]{1,40}[ \t]*[{(])
    |(?P<toml>\[\[\w{1,40}\]\][ \t]*$)
    |(?P<json>[\[{][ \t]*(?:["\[{]|$))
    |(?P<ris>TY[ ]{0,3}-)
    |(?P<nbib>(?:PMID|OWN[ ])-[ ])
    |(?P<wos>(?:FN|PT)[ ][A-Z])
    |(?P<refworks>RT[ ][A-Z])
    |(?P<noteexpress>(?:\{Reference[ ]Type\}|SrcDatabase-[^\n:：]{1,12})[ ]?[:：])
    |(?P<endnote>%[0AT][ ])
    |(?P<page>(?:---|\+\+\+)[ \t]*\n(?=[A-Za-z_]\w{0,40}[ \t]*[:=]))
    |(?P<arxiv>\\\\[ \t]*\n(?=(?:arXiv|Paper)\s?:))
    |(?P<latex>\\(?:begin\{thebibliography\}|refsection\{))
    |(?P<pubmed>\d{1,6}\.[ ][A-Z][^\n]{2,200}\.[ ][12]\d{3}[ ;][^\n]{3,200}$)
    |(?P<database>Record[ ]\#\d{1,6}[ ]of[ ]\d)
    |(?P<own>Key:[ ]\S{1,80}\n(?=Title:))
    |(?P<piped>\|[^\n]{3,2000}\|[ \t]*\n(?=\|[ \t]*:?-))
    |(?P<yaml>(?:references|papers|entries|items):[ \t]*$|-[ ][a-z]\w{0,40}:)
    |(?P<table>(?<![^\s})\]>\-RF+\\|]\n)[^\n,;\t]{1,60}[,;\t][^\n]{3,2000}$))""",
    re.MULTILINE | re.VERBOSE,
)
_ELEMENT = re.compile(r"<([A-Za-z][\w:.-]{0,60})")
_MARKUP = ("xml", "html")
# The ends of a file, where no blank line stands below it.
_ENDS = ("}", ")", "]", ">", "ER", "ER  -", "EF", "---", "+++", "\\\\", "|")
# What begins a record even below a line of text, as the line below it is of the format too.
_SURE = ("ris", "noteexpress", "html", "arxiv", "latex", "database", "own", "page")
_SURE_MARKS = re.compile(
    r"""<\?xml|%0[ ]|<[^<>\n]{1,200}\sxmlns
    |@[ \t]*[A-Za-z]{1,40}[ \t]*[{(][^\n]{0,200}\n[ \t]{0,40}[A-Za-z_-]{2,40}[ \t]{0,40}=[ \t]{0,40}["{\d]
    |(?:PMID|OWN[ ])-[^\n]{1,40}\n[A-Z]{2,4}[ ]{0,2}-[ ]
    |FN[ ][^\n]{1,80}\nVR[ ] | PT[ ][A-Z]\n[A-Z][A-Z0-9][ ]\S
    |RT[ ][A-Z][^\n]{1,40}\n[A-Z][A-Z0-9][ ]\S
    |\[\[\w{1,40}\]\][ \t]*\n\w{1,40}[ \t]*=[ \t]*["'\[]
    |-[ ][a-z]\w{0,40}:[^\n]{0,2000}\n[ ]{2,8}[a-z]\w{0,40}:(?:[ ]|$)
    |\[?[ \t]*\{[ \t]*"[A-Za-z@]\w{0,40}"[ ]?:
    |\[[ \t]*\n[ \t]{0,8}\{(?:[ \t]*\n)?[ \t]{0,16}"[A-Za-z@]\w{0,40}"[ ]?:
    |\d{1,6}\.[ ][^\n]{8,400}\n\n[^\n]{8,200}(?:\n[^\n]{1,200}){0,4}\n\n[^\n]{4,2000}\n
    """,
    re.VERBOSE | re.MULTILINE,
)
_DELIMITERS = (",", "\t", ";")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_STRICT = ("yaml", "toml")  # no text may stand beside the records
# Lines that cannot be of a list in YAML, of a mapping in YAML, of TOML.
_ITEM_OF_YAML = r"-[ ]{1,8}[\w\"'-]{1,60}[ ]?:(?:[ ]|$)|-$|[#\]}]|---"
_OTHER_LINES = (
    (re.compile(r"\s*-"), re.compile(rf"^(?!{_ITEM_OF_YAML})\S", re.MULTILINE)),
    (
        re.compile(r"\s*\["),
        re.compile(r"^(?![\w.\"-]{1,80}[ ]?=|\[{1,2}[\w.\"-]+\]|[#\]}\"])\S", re.MULTILINE),
    ),
    (re.compile(""), re.compile(rf"^(?!{_ITEM_OF_YAML}|[\w\"'-]{{1,60}}[ ]?:)\S", re.MULTILINE)),
)
_TRIES = 3
_NOTATIONS = ("json", "yaml")  # of one reader
_MOST = 40  # beginnings; where more lines look like one, they stand within records


class _Part(NamedTuple):
    """What one reader reads, between two offsets. format: the reader's name, and of its notations which."""

    reader: Reader
    start: int
    end: int
    format: tuple[str, str]


def joined(source: Source, choose: Callable[[Source], Reader], texts: Sequence[Reader]) -> Reader | None:
    """A reader that leaves each part of a file to the reader that `choose` finds for it; None where all of it
    is of one format. texts: readers of what is no format of its own."""
    starts = list(islice(_beginnings(source.text), _MOST + 1))
    single = len(starts) < 2
    if single and not (_may_stand_in_text(source.text, starts) and is_one_of(choose(source), texts)):
        return None
    parts = list(_parts(source, starts, choose, texts))
    if not parts or not (single or len({part.format for part in parts}) > 1):
        return None
    return parts[0].reader._replace(read=lambda _: _read(source, parts))


def _may_stand_in_text(text: str, starts: Sequence[tuple[int, str]]) -> bool:
    return any(_above(text, start) or start[1] in _STRICT for start in starts)


def _above(text: str, start: tuple[int, str]) -> str:
    """The text above the first beginning; that above entries of BibTeX is left to their reader, for it may be
    about one of them."""
    offset, kind = start
    return "" if kind == "bibtex" else text[:offset].strip()


def _read(source: Source, parts: Sequence[_Part]) -> Iterator[ReadItem]:
    at = 0
    for part in parts:
        yield from _between(source, at, part.start, part.reader.name)
        yield from part.reader.read(Source(source.path, _alone(source.text, part.start, part.end)))
        at = part.end
    yield from _between(source, at, len(source.text), parts[-1].reader.name)


def _between(source: Source, start: int, end: int, format: str) -> Iterator[Skipped]:
    """The text around the parts."""
    text = source.text[start:end]
    if text.strip():
        first = source.text.count("\n", 0, start + len(text) - len(text.lstrip())) + 1
        last = source.text.count("\n", 0, start + len(text.rstrip())) + 1
        yield Skipped("text around the records", source.origin(first, last, format), beside=True)


def _beginnings(text: str) -> Iterator[tuple[int, str]]:
    """The offsets at which another format seems to begin, and which; none within elements of mark-up."""
    current, end = ("", ""), 0
    elements = _Elements(text)
    for found in _START.finditer(text):
        kind, at = found.lastgroup or "", found.start()
        if at < end:
            continue
        begun = (kind, elements.name(at) if kind in _MARKUP else "")
        if begun == current and kind not in _MARKUP:
            continue
        above = text[text.rfind("\n", 0, max(at - 1, 0)) + 1 : at].strip()
        apart = not above or above.endswith(_ENDS)
        if (apart or _is_sure(text, at, kind, found[0])) and _is_start(kind, found[0]):
            end = elements.end(at) if kind in _MARKUP else _end_of_page(text, at) if kind == "page" else 0
            if begun != current or found[0].startswith("<?xml"):
                yield at, kind
            current = begun


def _end_of_page(text: str, at: int) -> int:
    """Where front matter ends, within which nothing begins."""
    return text.find(f"\n{text[at : at + 3]}", at + 3) + 1


class _Elements:
    """The elements of mark-up in a text: their names and where they end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._open: set[str] = set()

    def name(self, at: int) -> str:
        """The name of the element that begins at an offset, or below the prolog there."""
        found = _ELEMENT.search(self._text, at)
        return found[1] if found else ""

    def end(self, at: int) -> int:
        """Where that element ends; 0 if nothing closes it."""
        name = self.name(at)
        if name in self._open or len(self._open) > _MOST:
            return 0
        end = self._text.find(f"</{name}>", at)
        if end < 0:
            self._open.add(name)
        return end + 1


def _is_start(kind: str, line: str) -> bool:
    return kind != "table" or any(map(is_header, _rows_of(line)))


def _is_sure(text: str, at: int, kind: str, line: str) -> bool:
    """Whether a line begins a record even right below other text."""
    return kind in _SURE or _SURE_MARKS.match(text, at) is not None or _is_plain_header(kind, line)


def _is_plain_header(kind: str, line: str) -> bool:
    """Whether a line is nothing but names of columns, three and more."""
    return kind == "table" and any(len(row) > 2 and is_further_header(row) for row in _rows_of(line))


def _rows_of(line: str) -> Iterator[list[str]]:
    """A line as a row, by each delimiter in it."""
    used = [delimiter for delimiter in _DELIMITERS if delimiter in line]
    return (next(csv.reader([line], delimiter=delimiter), []) for delimiter in used)


def _parts(
    source: Source,
    starts: Sequence[tuple[int, str]],
    choose: Callable[[Source], Reader],
    texts: Sequence[Reader],
) -> Iterator[_Part]:
    """The parts between those offsets; what is of no format belongs to the part above it."""
    if len(starts) > _MOST:
        return
    known: list[_Part] = []
    ends = (*(start for start, _ in starts[1:]), len(source.text))
    above = bool(starts and _above(source.text, starts[0]))
    for (offset, kind), limit in zip(starts, ends, strict=True):
        start = offset if known or above else 0
        end = _strict_end(source, start, limit, choose, texts) if kind in _STRICT else limit
        text = _alone(source.text, start, end)
        reader = choose(Source(source.path, text))
        format = (reader.name, kind if kind in _NOTATIONS else "")
        another = not known or format != known[-1].format
        markup = kind == "xml" and reader.name == html.READER.name
        if another and not markup and _is_format(reader, source.path, text, texts):
            known.append(_Part(reader, start, end, format))
        elif known:
            known[-1] = known[-1]._replace(end=end)
    yield from known


def _strict_end(
    source: Source, start: int, end: int, choose: Callable[[Source], Reader], texts: Sequence[Reader]
) -> int:
    """Where a part ends in which no other text may stand: behind the most paragraphs that are of a format."""

    def is_text(limit: int) -> bool:
        return is_one_of(choose(Source(source.path, source.text[start:limit])), texts)

    limits = [*(found.end() for found in _PARAGRAPH_END.finditer(source.text, start, end)), end]
    if not is_text(end):
        return end
    more = 0 if is_text(limits[0]) else bisect_left(limits, True, key=is_text)
    whole = limits[more - 1] if more else start
    line = next(line for begins, line in _OTHER_LINES if begins.match(source.text, start))
    others = islice(line.finditer(source.text, whole, limits[more]), _TRIES)
    return next(
        (at.start() for at in others if at.start() > whole and not is_text(at.start())),
        whole if more else end,
    )


def _alone(text: str, start: int, end: int) -> str:
    """The text between two offsets, on the lines on which it stands."""
    return "\n" * text.count("\n", 0, start) + text[start:end]


def _is_format(reader: Reader, path: str, text: str, texts: Sequence[Reader]) -> bool:
    """Whether the reader reads a format of its own and finds a record; front matter without an abstract may
    be about the records below it."""
    if is_one_of(reader, texts):
        return False
    found = (item.fields for item in reader.read(Source(path, text)) if isinstance(item, RawRecord))
    return any(reader.name != front_matter.NAME or "abstract" in fields for fields in found)
