"""What Chinese databases export for NoteExpress, `{Title}: …`, CNKI's labelled text, `Title-题名: …`, and
what EndNote shows of its references in full, `Title: …` below `Reference Type: …`.

CNKI, Wanfang and VIP write the first two; a record begins with its type, or after a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.model import ReadItem, Skipped
from generator.sources.reader import Reader, Source
from generator.sources.tagged.gathering import Gathering, Tagged, spread
from generator.sources.tagged.ris_fields import records

NAME = "noteexpress"

_LABEL = re.compile(
    r"(?:\{(?P<noted>[A-Z][A-Za-z/ ]{1,40})\}|(?P<cnki>[A-Z][A-Za-z]{1,20})-(?:[\u4e00-\u9fff]{1,12}|DOI)"
    r"|(?P<shown>[A-Z][A-Za-z/ ]{1,40}))\s?[:：][ \t]*(?P<value>.*)"
)
_START = re.compile(
    r"^(?:(?P<noted>\{(?:Reference Type|Title)\})|(?P<cnki>(?:SrcDatabase|Title)-[\u4e00-\u9fff])"
    r"|(?P<shown>Reference Type: ))",
    re.MULTILINE,
)
# Labels of EndNote's that RIS has no tag for; other words before a colon are text.
_SHOWN = frozenset(
    (
        "Record Number|Author Address|Short Title|Accession Number|Call Number|Notes|Research Notes|Custom"
        "|Database Provider|Name of Database|Access Date|Legal Note|Start Page|Epub Date|Label"
        "|Original Publication|Reprint Edition|Translated Author|Translated Title|File Attachments|PMCID"
        "|Alternate Journal|Type of Article|NIHMSID|Year of Conference|Conference Location|Number of Pages"
        "|Number of Volumes|Series Editor|Tertiary Author"
    ).split("|")
)
_AND = re.compile(r"[,;]? (?:and|&) ")
# The same in RIS, whose fields are made of it.
_RIS: Mapping[str, str] = {
    "Reference Type": "TY",
    "SrcDatabase": "TY",
    "Title": "TI",
    "Author": "AU",
    "Secondary Author": "A2",
    "Editor": "A2",
    "Journal": "JF",
    "Source": "JF",
    "Secondary Title": "T2",
    "Book Title": "T2",
    "Conference Name": "T2",
    "Series Title": "T3",
    "University": "PB",
    "City": "CY",
    "Tertiary Title": "T3",
    "Publisher": "PB",
    "Place Published": "CY",
    "Year": "PY",
    "Date": "DA",
    "PubTime": "DA",
    "Volume": "VL",
    "Roll": "VL",
    "Issue": "IS",
    "Period": "IS",
    "Pages": "SP",
    "PageCount": "SP",
    "Keywords": "KW",
    "Keyword": "KW",
    "Abstract": "AB",
    "Summary": "AB",
    "ISBN/ISSN": "SN",
    "ISSN": "SN",
    "URL": "UR",
    "DOI": "DO",
    "Edition": "ET",
    "Type of Work": "M3",
    "Language": "LA",
}
# CNKI's databases: journals, theses, conferences, newspapers, books.
_TYPES: tuple[tuple[str, str], ...] = (
    ("期刊", "JOUR"),
    ("硕士", "THES"),
    ("博士", "THES"),
    ("会议", "CONF"),
    ("报纸", "NEWS"),
    ("图书", "BOOK"),
)
_THESES = ("THES", "Thesis", "Dissertation")
_CONFERENCES = ("CONF", "Conference Proceedings", "Conference Paper")


def likeness(source: Source) -> float:
    """Certain where titles have such labels and most lines begin with one."""
    text = source.text[:100_000]
    notation = _notation(text)
    if not notation:
        return 0.0
    tags = [_tag(_label(line, notation)) for line in text.split("\n") if line.strip()]
    return 0.9 if "TI" in tags and 2 * sum(map(bool, tags)) > spread(tags) else 0.0


def _notation(text: str) -> str:
    """Which labels a text has, '' where none."""
    found = _START.search(text)
    return str(found.lastgroup) if found else ""


def _label(line: str, notation: str) -> re.Match[str] | None:
    """The label of a line, if it is of that notation, with its value."""
    found = _LABEL.match(line.strip())
    name = found[notation] if found else None
    return found if name and (notation != "shown" or name in _RIS or name in _SHOWN) else None


def _tag(label: re.Match[str] | None) -> str:
    """The tag of a label, its own where RIS has none; '' without one."""
    if label is None:
        return ""
    name = label["noted"] or label["cnki"] or label["shown"]
    return _RIS.get(name, f"label {name}")


def read(source: Source) -> Iterator[ReadItem]:
    """A record for each run of labels."""
    yield from records(source, map(_as_of_kind, _grouped(source)), NAME)


def _grouped(source: Source) -> Iterator[Tagged | Skipped]:
    values = Gathering(source.lines)
    notation = _notation(source.text)
    for number, line in enumerate(source.lines, 1):
        found = _label(line, notation)
        tag = _tag(found)
        if found and values and _begins(tag, values):
            yield values.take()
        if found:
            values.add(tag, _value(tag, found["value"].strip()), number)
        elif not values.takes(line, number):
            yield Skipped("text between records", source.origin(number, number, NAME), beside=True)
    if values:
        yield values.take()


def _begins(tag: str, values: Gathering) -> bool:
    """Whether a label begins another record: the type or the title again, or any that came behind a blank
    line below a title."""
    return (tag in ("TY", "TI") and values.has(tag)) or (values.blank and values.has("TI"))


def _value(tag: str, text: str) -> str:
    """A value without the mark that ends lists; a type as RIS has it."""
    if tag == "TY":
        return next((type_ for name, type_ in _TYPES if name in text), text)
    if tag == "AU" and "," in text:
        text = _AND.sub("; ", text)
    return text.rstrip(";；") if tag in ("AU", "KW") else text


def _as_of_kind(item: Tagged | Skipped) -> Tagged | Skipped:
    """A record whose source is the school of a thesis, or the conference's volume."""
    if isinstance(item, Skipped):
        return item
    type_ = item.first("TY")
    tags = {"JF": "PB"} if type_ in _THESES else {}
    if type_ in _CONFERENCES and not item.first("T2", "JF"):
        tags = {"T3": "T2"}
    return replace(item, values=tuple(replace(one, tag=tags.get(one.tag, one.tag)) for one in item.values))


READER = Reader(NAME, likeness, read)
