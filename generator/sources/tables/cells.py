"""Cells that hold more than one value, or marks of HTML: lists as programs write them, names a line each."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Mapping, Sequence

from generator.identity import identify
from generator.sources.common import one_line
from generator.sources.signs import cited as references
from generator.sources.signs.ids_in_front import title_behind_id
from generator.sources.tables.headers import REFERENCES
from generator.sources.tagged.pubmed_text import cited
from generator.sources.values import with_scripts, without_tags
from generator.text import Name, unescape_html

_LONGEST = 100_000  # characters of a list; a longer one is text
_WORDS_OF_A_NAME = 6
_GOES_ON = re.compile(r"(?:[,;&]|\sand)\Z")
_NOTHING = frozenset({"NA", "N/A", "#N/A", "nan", "NaN", "None", "null", "NULL"})
_SEPARATED = re.compile(r"[;,|]")
_LINKED = re.compile(r"\*{0,2}\[(?P<title>[^\[\]]{4,400})\]\((?P<url>\S{4,2000})\)\*{0,2}")  # in Markdown
_ADDRESS = re.compile(r"\*{0,2}\[[^\[\]]{0,200}\]\(<?(\S{4,2000}?)>?\)")  # the first of them
_LONGEST_ADDRESS = 500  # characters of a cell
_IMAGE = re.compile(r"!\[[^\[\]]{0,100}\]\([^()\s]{0,400}\)")
_MARKED = re.compile(r"(\*\*|__|\*|_)(?P<title>[^*]{2,1000})\1")  # in Markdown
_WHO_AND_WHEN = re.compile(r"(?P<authors>\D{2,300}?),? \(?(?P<year>(?:19|20)\d{2})[a-z]?\)?")
_SOURCE = re.compile(
    r"(?P<venue>[^\n]{2,300}?) \((?P<year>\d{4})\)(?: (?P<volume>[\w.-]{1,20}))?"
    r"(?::(?P<number>[\w. -]{1,20}))?(?: \((?P<pages>[\w-]{1,30})\))?"
    r"\. Date of Publication: (?P<date>[\w ,]{4,40})\.?"
)


def _keywords(cell: str) -> str:
    """Without marks of HTML; words that stand a line each, as EasyChair writes them, between semicolons."""
    return without_tags(cell if _SEPARATED.search(cell) else cell.replace("\n", ";"))


_SHOWN = {"title": with_scripts, "abstract": with_scripts, "venue": without_tags, "keywords": _keywords}


def listed(cell: str) -> object:
    """The value of a cell in JSON or in Python's notation, as programs write lists into tables; else None."""
    cell = cell.strip()
    if len(cell) > _LONGEST or cell[:1] + cell[-1:] not in ("[]", "{}"):
        return None
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        pass
    try:
        return ast.literal_eval(cell)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return None


def listed_ids(cell: str) -> dict[str, str]:
    """The identifiers of a cell such as {'ArXiv': '1706.03762', 'DOI': …}, by names in small letters."""
    found = listed(cell)
    if not isinstance(found, Mapping):
        return {}
    return {str(name).lower(): str(value) for name, value in found.items() if isinstance(value, str | int)}


# Behind the names of people, journals and publishers OpenCitations has their identifiers.
_IDENTIFIED = frozenset({"authors", "editors", "venue", "publisher"})
_IDENTIFIERS = re.compile(r"\s{0,9}\[\s{0,9}(?:[A-Za-z]{2,12}:[^\s\[\];]{1,100}\s{0,9}){1,9}\]")


def address_among(cells: Sequence[str]) -> str:
    """The first of the cells that is the address of a paper, or a link to one in Markdown, whatever its
    column is called; '' without one."""
    short = (cell.strip() for cell in cells if len(cell) <= _LONGEST_ADDRESS and "/" in cell)
    addresses = (found[1] if (found := _ADDRESS.search(cell)) else cell for cell in short)
    return next((address for address in addresses if identify(address)), "")


def names_apart(cell: str) -> str:
    """A cell of names on one line, those that stand a line each or between bars separated by semicolons."""
    lines = [line.strip() for line in cell.replace("|", "\n").split("\n")]
    lines = [line.removeprefix("and ") for line in lines if line]
    whole = all(len(line.split()) <= _WORDS_OF_A_NAME and not _GOES_ON.search(line) for line in lines)
    return one_line("; ".join(lines) if whole and len(lines) > 1 and ";" not in cell else " ".join(lines))


def _of_reference(values: Mapping[str, str]) -> dict[str, str]:
    """What a cell says that is a reference as style guides print it, under whatever header."""
    for name in REFERENCES:
        said = references.cited(values[name].strip(), True) if values.get(name) else None
        if said:
            people = Name.parse_list(said["authors"])
            inverted = (", ".join(filter(None, (person.family, person.given))) for person in people)
            return said | {"authors": "; ".join(inverted)}
    return {}


def spelled_out(values: Mapping[str, str]) -> dict[str, str]:
    """The cells of a row by field, without marks of HTML and with Embase's source and PubMed's citation
    taken apart.

    A row of our own table, which tells the status of its title, is as it is.
    """
    if "title status" in values:
        return dict(values)
    said = {name: value for name, value in values.items() if name == "title" or value not in _NOTHING}
    for name in said.keys() & _IDENTIFIED:
        said[name] = _IDENTIFIERS.sub("", said[name])
    said = {name: _IMAGE.sub("", value) if "![" in value else value for name, value in said.items()}
    shown = {name: _SHOWN[name](value) if name in _SHOWN else value for name, value in said.items()}
    if linked := _LINKED.fullmatch(shown.get("title", "").strip()):
        shown["title"] = linked["title"]
        shown["url"] = shown.get("url") or linked["url"]
    if address := _ADDRESS.match(shown.get("url", "").lstrip()):
        shown["url"] = address[1]
    if marked := _MARKED.fullmatch(shown.get("title", "").strip()):
        shown["title"] = marked["title"]
    if behind := title_behind_id(shown.get("title", "").strip()):  # the title of a page of arXiv
        shown |= {name: shown.get(name) or value for name, value in behind[1].items()}
        shown["title"] = behind[0]
    if told := _of_reference(shown):
        shown = {name: value for name, value in shown.items() if name not in ("date", *REFERENCES)} | told
    if found := _WHO_AND_WHEN.fullmatch(shown.get("authors and year", "").strip()):  # of a review's table
        shown |= {name: shown.get(name) or value for name, value in found.groupdict().items()}
    shown["authors"] = unescape_html(shown.get("authors", "")).replace(",null;", ";")  # RefWorks
    if found := _SOURCE.fullmatch(shown.get("venue", "")):
        shown |= {name: shown.get(name) or value for name, value in found.groupdict("").items()}
        shown["venue"] = found["venue"]
    if shown.get("pmid") and (parts := cited(shown.get("citation", ""))):
        shown |= {name: shown.get(name) or value for name, value in {**parts, "kind": "article"}.items()}
    return shown
