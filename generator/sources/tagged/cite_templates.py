"""Wikipedia's templates of references, `{{cite journal |title=… |last1=… |first1=…}}`, in a page's source.

https://en.wikipedia.org/wiki/Help:Citation_Style_1. Web pages, news, films and the like are no papers, unless
the template names a DOI or an arXiv id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.model import Fields, Kind, Origin, Problem, RawRecord, ReadItem, Skipped
from generator.sources.common import date_fields, date_of, fields_of, find_ids, one_line, without_empty
from generator.sources.lines import Lines, around
from generator.sources.reader import Reader, Source
from generator.text import Name

NAME = "wikitext"

_KINDS: Mapping[str, Kind] = {
    "journal": Kind.ARTICLE,
    "magazine": Kind.ARTICLE,
    "conference": Kind.INPROCEEDINGS,
    "book": Kind.BOOK,
    "encyclopedia": Kind.CHAPTER,
    "thesis": Kind.THESIS,
    "report": Kind.REPORT,
    "tech report": Kind.REPORT,
    "techreport": Kind.REPORT,
    "arxiv": Kind.PREPRINT,
    "biorxiv": Kind.PREPRINT,
    "medrxiv": Kind.PREPRINT,
    "ssrn": Kind.PREPRINT,
    "citeseerx": Kind.MISC,
}
_TEMPLATE = re.compile(
    r"\{\{\s{0,9}(?:cite (?P<kind>[a-z][a-z ]{1,20}?)|citation)\s{0,9}(?=\|)", re.IGNORECASE
)
_BRACES = re.compile(r"\{\{|\}\}")
_MARK = re.compile(r"\{\{|\}\}|\[\[|\]\]|\|")
_LINK = re.compile(r"\[\[(?:[^\[\]|]{0,300}\|)?([^\[\]|]{0,300})\]\]")
_ADDRESS = re.compile(r"\[https?://\S{1,500} ([^\[\]]{1,300})\]")
_WITHIN = re.compile(
    r"\{\{[^{}|]{1,40}(?:\|[^{}|]{0,300})?\|([^{}|]{0,300})\}\}"
)  # '{{nowrap|…}}': its last value
_REMARK = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)
_ITALICS = re.compile(r"'{2,5}")
_AS_IT_STANDS = re.compile(r"\(\(((?:[^()]|\([^()]{0,200}\)){1,300})\)\)")
_PERSON = re.compile(r"(last|surname|author|first|given)(\d{0,3})")
_VENUES = (
    "journal",
    "magazine",
    "periodical",
    "newspaper",
    "work",
    "website",
    "book-title",
    "encyclopedia",
    "conference",
)
_DETAILS = (
    ("series", "series"),
    ("volume", "volume"),
    ("number", "number"),
    ("number", "issue"),
    ("pages", "page"),
    ("pages", "pages"),
    ("edition", "edition"),
    ("publisher", "publisher"),
    ("institution", "institution"),
    ("address", "location"),
    ("type", "degree"),
    ("language", "language"),
)
_TELLING = frozenset({"title", "doi", "arxiv", "ids"})
_IDS = (("pmid", "pmid"), ("pmcid", "pmc"), ("isbn", "isbn"), ("issn", "issn"))


def likeness(source: Source) -> float:
    """Certain where a template of a reference is in the text."""
    return 0.9 if _TEMPLATE.search(source.text) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each template of a work that may be a paper."""
    text, lines = source.text, Lines(source.text)
    ends = _ends(text)
    taken: list[Origin] = []
    end = 0
    for found in _TEMPLATE.finditer(text):
        if found.start() < end:  # within another one
            continue
        end = ends.get(found.start(), 0)
        origin = source.origin(lines.number(found.start()), lines.number(max(end, found.end()) - 1), NAME)
        taken.append(origin)
        if not end:
            message = "this template is not closed: add the braces that are missing"
            yield Problem(
                "record-cut-off", "warning", message, origin, text[found.start() : found.start() + 80]
            )
            continue
        fields = _fields((found["kind"] or "").lower(), _values(text[found.end() : end - 2]))
        if fields.keys() & _TELLING:
            yield RawRecord(origin, text[found.start() : end], fields)
        else:
            yield Skipped("reference to a web page or the like", origin)
    yield from around(source, taken, "text around the references", NAME)


def _ends(text: str) -> dict[int, int]:
    """The offset behind each template that is closed, by where it begins."""
    opened: list[int] = []
    ends = {}
    for found in _BRACES.finditer(text):
        if found[0] == "{{":
            opened.append(found.start())
        elif opened:
            ends[opened.pop()] = found.end()
    return ends


def _values(text: str) -> dict[str, str]:
    """The values between the bars of a template, by their names in small letters."""
    cuts, depth = [], 0
    for found in _MARK.finditer(text):
        if found[0] == "|" and not depth:
            cuts.append(found.start())
        depth += {"{{": 1, "[[": 1, "}}": -1, "]]": -1}.get(found[0], 0)
    pairs = (text[first + 1 : last].partition("=") for first, last in pairwise([*cuts, len(text)]))
    return without_empty({name.strip().lower(): _plain(value) for name, _, value in pairs})


def _plain(value: str) -> str:
    """A value without links, italics, remarks and templates within it."""
    value = _REMARK.sub("", value)
    for pattern, shown in ((_WITHIN, r"\1"), (_LINK, r"\1"), (_ADDRESS, r"\1"), (_ITALICS, "")):
        value = pattern.sub(shown, value)
    return one_line(value)


def _fields(kind: str, values: Mapping[str, str]) -> Fields:
    """The fields of a template, without a title where it is of no paper."""
    chapter = values.get("chapter") or values.get("contribution") or values.get("article") or ""
    ids = find_ids(
        *(
            f"{name}:{values[told]}"
            for name, told in (("doi", "doi"), ("arXiv", "arxiv"), ("arXiv", "eprint"))
            if told in values
        ),
        values.get("url", ""),
    )
    if kind and kind not in _KINDS and not ids:
        return Fields()
    title, venue = values.get("title", ""), next((values[name] for name in _VENUES if name in values), "")
    fields = fields_of(
        {
            "title": chapter or title,
            "authors": tuple(_people(values)),
            "venue": title if chapter else venue,
            "kind": Kind.CHAPTER if chapter else _KINDS.get(kind),
            "doi": ids.get("doi", ""),
            "arxiv": ids.get("arxiv", ""),
            "ids": without_empty([(name, values.get(told, "")) for name, told in _IDS]),
            "url": values.get("url", ""),
            "details": without_empty([(name, values.get(told, "")) for name, told in _DETAILS]),
        }
    )
    fields.update(
        date_fields(date_of(values.get("date") or values.get("year") or values.get("publication-date") or ""))
    )
    return fields


def _people(values: Mapping[str, str]) -> Iterator[Name]:
    """The people of a template: each in values of their own, else a list."""
    people: dict[int, dict[str, str]] = {}
    for name, value in values.items():
        if found := _PERSON.fullmatch(name.replace("author-", "")):
            part = "first" if found[1] in ("first", "given") else "last"
            people.setdefault(int(found[2] or 1), {})[part] = value
    told = (
        values.get("vauthors")
        or values.get("authors")
        or (values.get("author", "") if len(people) == 1 else "")
    )
    if told and "last" not in values and "last1" not in values:
        yield from Name.parse_list(_AS_IT_STANDS.sub(r"\1", told))
    else:
        for _, person in sorted(people.items()):
            whole = person.get("last", "")
            yield Name(family=whole, given=person["first"]) if "first" in person else Name.parse(whole)
    if "etal" in values.get("display-authors", "").replace(" ", "").replace(".", ""):
        yield Name(family="et al.")


READER = Reader(NAME, likeness, read)
