"""Ovid's labelled text, of MEDLINE, Embase, PsycINFO and its other databases: a label stands on a line of its
own, its value indented below; '<1>' begins a record or, without numbers, the first label again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.model import ReadItem, Skipped
from generator.sources.common import one_line
from generator.sources.reader import Reader, Source
from generator.sources.tagged.gathering import Tagged, Value
from generator.sources.tagged.ris_fields import records
from generator.sources.tagged.tags import full_pages

NAME = "ovid-text"

_START = re.compile(r"[ \t]{0,3}<\d{1,7}>[ \t]*")
_LABEL = re.compile(r"([A-Z][A-Za-z/() -]{1,60}):?")
# The same in RIS, whose fields are made of it; of several labels for one tag the first one that has a value.
_RIS: Mapping[str, tuple[str, ...]] = {
    "AU": ("authors full name", "author full name", "authors", "author"),
    "AB": ("abstract",),
    "DO": ("digital object identifier", "doi number", "doi"),
    "KW": ("author keywords", "keyword heading", "keywords", "mesh subject headings"),
    "SN": ("issn print", "issn", "issn electronic", "isbn"),
    "LA": ("language",),
    "PB": ("publisher",),
    "PY": ("year of publication", "status"),
    "PMID": ("pmid", "pubmed id"),
}
_KINDS = (
    ("chapter", "CHAP"),
    ("conference", "CPAPER"),
    ("dissertation", "THES"),
    ("book", "BOOK"),
)
_VOLUME = r"(?P<VL>[A-Z]?\d[\w-]{0,9}(?: Suppl(?: \d{1,3})?)?)\s?(?:\((?P<IS>[^()]{1,20})\))?"
# Of MEDLINE and journals, with '(pp 1-2)' or an article's number of Embase, and of PsycINFO.
_SOURCES = (
    re.compile(
        rf"(?P<JF>.{{2,300}}?)\. {_VOLUME}\s?"
        r"(?::\s?(?P<SP>[\w.-]{1,20})|\(pp? (?P<PG>[\w.-]{1,20})\)|\(no pagination\))?"
        r", (?P<DA>[^:]{4,40}?)\.?(?: Article Number: (?P<C7>[\w.-]{1,20}?)\.?)?(?: Date of Publication.*)?"
    ),
    re.compile(
        rf"(?P<JF>.{{2,300}}?)\. Vol\.? ?{_VOLUME},? (?P<DA>[^,]{{4,40}}), (?:pp?\.? ?)?"
        r"(?P<SP>[\w.-]{1,20}?)\.?"
    ),
)
_REMARK = re.compile(r"\.?\s*\[[A-Z][A-Za-z ,/]{2,60}\]\.?|\.")
_NOTE = re.compile(r"\s(?:\d{1,2}|[*+#^~])(?:,\s?(?:\d{1,2}|[*+#^~])){0,9}\.?\Z")
_STOP = re.compile(r"(?<![A-Z])(?<!\b[JS]r)\.\Z")  # of the list, not of an initial
_EDITOR = re.compile(r"\s[\[(]Eds?\.?[\])]\Z", re.IGNORECASE)
_DEGREE = re.compile(
    r"[,\s]+(?:MD|PhD|DPhil|RN|FAAN|MS|MSc|MPH|MA|BA|BS|BSc|DO|DDS|DSc|DrPH|EdD|PsyD|PharmD)(?=[\s,]|\Z)"
)


def likeness(source: Source) -> float:
    """Certain where below '<1>', or above all, a label stands, with an indented value, and titles have their
    label; without numbers sources too."""
    lines = [line.rstrip() for line in source.text[:100_000].split("\n") if line.strip()]
    starts = [number for number, line in enumerate(lines) if _START.fullmatch(line)]
    labelled = any(
        _LABEL.fullmatch(lines[number + 1]) and lines[number + 2][0].isspace()
        for number in starts or [-1]
        if number + 2 < len(lines)
    )
    needed = {"Title"} if starts else {"Title", "Source"}
    return 0.95 if labelled and needed <= set(lines) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record for each '<1>', or each time the first label comes."""
    yield from records(source, _grouped(source), NAME)


def _grouped(source: Source) -> Iterator[Tagged | Skipped]:
    lines = source.lines
    starts = _starts(lines)
    yield from _beside(source, lines, 1, starts[0] if starts else len(lines) + 1)
    for first, after in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
        end = next((number for number in range(first + 1, after) if _is_stray(lines[number - 1])), after)
        last = max(number for number in range(first, end) if lines[number - 1].strip())
        values = tuple(_values(_labelled(lines[first - 1 : last]), first))
        if len(values) > 1:
            yield Tagged(values, first, last)
        yield from _beside(source, lines, last + 1 if len(values) > 1 else first, after)


def _starts(lines: Sequence[str]) -> list[int]:
    """The numbers of the lines that begin a record."""
    numbered = [number for number, line in enumerate(lines, 1) if _START.fullmatch(line)]
    label = next((line.rstrip() for line in lines if line.strip()), "")
    return numbered or [number for number, line in enumerate(lines, 1) if line.rstrip() == label]


def _is_stray(line: str) -> bool:
    """Whether a line is neither a label nor indented as values are."""
    return bool(line.strip()) and not line[0].isspace() and not _LABEL.fullmatch(line.rstrip())


def _beside(source: Source, lines: Sequence[str], first: int, after: int) -> Iterator[Skipped]:
    for number in range(first, after):
        if lines[number - 1].strip():
            yield Skipped("text between records", source.origin(number, number, NAME), beside=True)


def _labelled(lines: Sequence[str]) -> dict[str, list[str]]:
    """The lines below each label, in lower case; the first of two labels of one name."""
    found: dict[str, list[str]] = {}
    below: list[str] = []
    for line in map(str.rstrip, lines):
        if label := _LABEL.fullmatch(line):
            below = []
            found.setdefault(label[1].lower(), below)
        elif line:
            below.append(one_line(line))
    return found


def _values(labels: Mapping[str, Sequence[str]], line: int) -> Iterator[Value]:
    told = {label: one_line(" ".join(lines)) for label, lines in labels.items() if any(lines)}
    said = f"{told.get('publication type', '')} {told.get('document type', '')}".lower()
    chapter = told.get("chapter title", "")
    type_ = "CHAP" if chapter else next((type_ for word, type_ in _KINDS if word in said), "JOUR")
    values = [("TY", type_), *_titles(told, chapter), *_source(told.get("source", ""))]
    for tag, names in _RIS.items():
        text = next((told[name] for name in names if name in told), "")
        values += _people(text) if tag == "AU" else [(tag, text if tag == "AB" else text.rstrip("."))]
    url = next((text for name, text in told.items() if name.startswith("link to")), "")
    yield from (Value(tag, (text,), line) for tag, text in [*values, ("UR", url)] if text)


def _titles(told: Mapping[str, str], chapter: str) -> list[tuple[str, str]]:
    title = _without_remark(told.get("title", ""))
    return [("TI", _without_remark(chapter)), ("BT", title)] if chapter else [("TI", title)]


def _without_remark(title: str) -> str:
    ended = next((end for end in _REMARK.finditer(title) if end.end() == len(title)), None)
    return title[: ended.start()] if ended else title


def _source(text: str) -> Iterator[tuple[str, str]]:
    """'Nature.   521(7553):436-444, May 2015.' in parts; a journal alone where it has not come out."""
    found = next((match for form in _SOURCES if (match := form.fullmatch(text))), None)
    if found is None:
        yield "JF", text.rstrip(".")
        return
    for tag, part in found.groupdict(default="").items():
        yield tag, full_pages(part) if tag in ("SP", "PG") else part


def _people(text: str) -> Iterator[tuple[str, str]]:
    """Authors and editors, without degrees and the marks of their affiliations."""
    for part in _STOP.sub("", text).split(";"):
        name = _DEGREE.sub("", f" {_NOTE.sub('', part)}").strip()
        bare = _EDITOR.sub("", name)
        yield ("AU" if bare == name else "A2"), bare


READER = Reader(NAME, likeness, read)
