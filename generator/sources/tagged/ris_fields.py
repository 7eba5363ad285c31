"""What the tags of RIS mean, in the standard and in the dialects of its exporters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.formats import ENDNOTE_TYPES, OTHER, RIS_FIELDS, RIS_TYPES
from generator.model import Fields, Kind, Problem, RawRecord, ReadItem, Skipped
from generator.sources.common import (
    arxiv_of,
    date_details,
    date_fields,
    date_of,
    doi_of,
    fields_of,
    find_ids,
    one_line,
    page_range,
    split_keywords,
    unique,
    without_empty,
    year_in,
)
from generator.sources.reader import Source
from generator.sources.tagged.gathering import Tagged, below
from generator.sources.tagged.tags import (
    accession_ids,
    numbers,
    pages,
    people,
    without_date,
    without_editors,
)
from generator.text import Name

# What follows the first address of several, or a tag that Rayyan runs together with a value.
_URLS = re.compile(r"[;\s]+(?:and\s+)?(?=https?://)|\s(?=[A-Z][A-Z0-9] - )")
# Tags besides those that we write, in which some exporter puts the field.
_MORE: Mapping[str, tuple[str, ...]] = {
    "title": ("CT", "BT", "ST"),
    "year": ("YR", "DA"),
    "volume": ("VO", "SV"),
    "number": ("NO", "CP"),
    "doi": ("DI", "DOI"),
    "url": ("UL", "LK", "US", "L2", "L1"),
}
TAGS: Mapping[str, tuple[str, ...]] = {
    row.field: (*row.names, *_MORE.get(row.field, ())) for row in RIS_FIELDS
}
_VENUES: Mapping[Kind, tuple[str, ...]] = {
    Kind.CHAPTER: ("BT", "T2", "JF", "JO"),
    Kind.INPROCEEDINGS: ("T2", "BT", "C3", "JF", "JO", "JA", "J2"),
}
_JOURNALS = ("T2", "JF", "JO", "BT", "J1", "JA", "J2", "SO")
_DETAILS = ("volume", "number", "chapter", "edition", "publisher", "address", "type", "language", "note")
_PUBMED = re.compile(r"PUBMED (\d{1,9})\b")  # Cochrane
_WORDS_OF_A_NUMBER = 3  # 'Suppl. 1', '3 Pt 2'
_MANY = 3  # commas: Ovid's A2 has the family names of all who are cited
_EDITED = ("EDBOOK", "EDITED BOOK")  # the authors are the editors
_NO_EDITORS = ("PAT", "GOVDOC", "CTLG", "PAMP")  # A2 is an office or an institution
# Where a number stands besides IS, by type, as EndNote writes them.
_NUMBERS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("EJOUR", "MGZN", "CONF", "CPAPER", "GOVDOC"), ("M1",)),
    **dict.fromkeys(("RPRT", "STAND", "PAT"), ("SN", "M1")),
}
_NUMBER = re.compile(r"(?=[^1-9]{0,19}[1-9]).{1,20}")
_COLLECTIONS = (Kind.BOOK, Kind.PROCEEDINGS, Kind.THESIS, Kind.REPORT)
_NO_DETAILS = ("title_status", "comment", "created", "updated", "kind", "ids")


def records(source: Source, items: Iterable[Tagged | Skipped | Problem], name: str) -> Iterator[ReadItem]:
    """A record for each group of values under RIS's tags, for formats that have others; the rest as it is."""
    lines = source.lines
    for item in items:
        if isinstance(item, Tagged):
            text = "\n".join(lines[item.line - 1 : item.end_line])
            yield RawRecord(source.origin(item.line, item.end_line, name), text, record_fields(item))
            yield from below(item, source, "text between records", name)
        else:
            yield item


def record_fields(found: Tagged) -> Fields:
    """The fields of one record."""
    own = _own_lines(found)
    kind = Kind(own["kind"]) if own.get("kind") in set(Kind) else _kind(found)
    date = _date(found)
    ovid = any("ovid" in url.lower() for url in found.all("UR", "LK"))
    authors, marked = without_editors(_people(found, TAGS["authors"]), ovid=ovid)
    editors = (*_people(found, _editor_tags(found)), *marked)
    if authors and _type(found) in _EDITED and not found.first("ED"):
        authors, editors = (), authors
    url = _URLS.split(_first(found, "url"))[0]
    ids = {**_ids(found, own), **find_ids(url)}
    fields = fields_of(
        {
            "title": "" if own.get("title_status") == "guessed" else _title(found, kind),
            "authors": authors,
            "editors": editors,
            "abstract": found.paragraphs("AB", "N2"),
            "venue": _venue(found, kind),
            "kind": kind,
            "arxiv": ids.pop("arxiv", ""),
            "doi": _doi(found) or _of_paper(ids.pop("doi", "")),
            "ids": {name: value for name, value in ids.items() if name not in ("doi", "arxiv")},
            "url": url,
            "comment": own.get("comment", ""),
            "created": own.get("created", ""),
            "updated": own.get("updated", ""),
            "keywords": _keywords(found),
            "details": {**_details(found, kind, own), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    return fields


def _first(found: Tagged, field: str) -> str:
    return found.first(*TAGS[field])


def _type(found: Tagged) -> str:
    return found.first("TY").upper()


def _editor_tags(found: Tagged) -> tuple[str, ...]:
    """A book's editors stand behind A3 where those of its series may stand behind A2."""
    if _type(found) in _NO_EDITORS:
        return ("ED",)
    return ("A3", "ED") if _type(found) == "BOOK" and found.first("A3") else TAGS["editors"]


def _people(found: Tagged, tags: tuple[str, ...]) -> tuple[Name, ...]:
    """The names; where one is told on several lines, each with a comma, it is a name a line.

    Who stands under a second tag too is one person; under the same tag they are two of one name.
    """
    named: list[tuple[Name, str]] = []
    for value in found.values:
        if value.tag in tags and not (value.tag == "A2" and value.text.count(",") > _MANY):
            lines = value.lines if all("," in line for line in value.lines) else (value.text,)
            named += ((name, value.tag) for name in people(map(one_line, lines)))
    first: dict[Name, str] = {}
    return tuple(name for name, tag in named if first.setdefault(name, tag) == tag)


def _kind(found: Tagged) -> Kind:
    type_ = _type(found)
    if type_ == "SER" and found.first("SP", "C7"):  # Scopus: a part of a series
        if found.first("T2"):
            return Kind.CHAPTER
        if found.first("C3"):
            return Kind.INPROCEEDINGS
    kind = RIS_TYPES.get(type_) or ENDNOTE_TYPES.get(type_.lower()) or Kind.MISC
    if kind is Kind.INPROCEEDINGS and not found.all(*TAGS["authors"]) and not found.first(*_JOURNALS):
        return Kind.PROCEEDINGS
    return kind


def _title(found: Tagged, kind: Kind) -> str:
    own = [tag for tag in TAGS["title"] if tag != "BT" or kind in _COLLECTIONS]
    return found.first(*own)


def _venue(found: Tagged, kind: Kind) -> str:
    venue = found.first(*_VENUES.get(kind, _JOURNALS))
    return "" if kind is Kind.BOOK and venue == _title(found, kind) else venue


def _date(found: Tagged) -> str:
    """The most precise of the dates that agree with the first year told, which 'May 28' leaves out."""
    year = year_in(found.first("PY", "Y1", "YR"))
    told = (*found.all("PY"), *found.all("Y1", "YR", "DA"))
    texts = [f"{text} {year}" if not year_in(text) else text for text in told]
    dates = [date for text in texts if (date := date_of(text))]
    return max((date for date in dates if date[:4] == dates[0][:4]), key=len, default="")


def _doi(found: Tagged) -> str:
    marked = [text.removesuffix(" [doi]") for text in found.all("ID") if text.endswith(" [doi]")]  # Ovid
    told = _first(found, "doi")
    texts = [told, *told.split()[:1], *found.all("M3", "L3", "M1", "M2", "AN", "UR", "N1", "LK"), *marked]
    return doi_of(*texts, found.first("ID")) or find_ids(*found.all("N1")).get("doi", "")


def _of_paper(doi: str) -> str:
    """The DOI to which an address leads, unless it is that of a record in Cochrane's CENTRAL."""
    return "" if doi.startswith("10.1002/central/") else doi


def _ids(found: Tagged, own: Mapping[str, str]) -> dict[str, str]:
    accessions = found.all("AN", "C2", "PMID", "PM")
    ids = accession_ids(accessions)
    written = dict(part.partition(":")[::2] for part in own.get("ids", "").split() if ":" in part)
    pmid = found.first("PMID") or next((m[1] for text in found.all("C3") if (m := _PUBMED.match(text))), "")
    key = found.first("ID")
    return without_empty(
        {
            **numbers(found.all("SN", "ISSN", "ISBN")),
            **ids,
            **written,
            "pmid": pmid or ids.get("pmid", ""),
            "arxiv": arxiv_of(ids.get("arxiv", ""), *found.all("AN", "UR", "DO", "C1", "N1")),
            "citekey": key if key and not key.isdigit() and " " not in key and not doi_of(key) else "",
        }
    )


def _keywords(found: Tagged) -> tuple[str, ...]:
    lines = found.lines("KW", "DE")
    words = (
        split_keywords(lines[0]) if len(lines) == 1 else [word for line in lines for word in line.split(";")]
    )
    return unique(word.strip().lstrip("*") for word in words)


def _details(found: Tagged, kind: Kind, own: Mapping[str, str]) -> dict[str, str]:
    values = {field: _first(found, field) for field in _DETAILS}
    values["series"] = found.first("T3")
    values["pages"] = pages(page_range(found.first("SP", "PG"), found.first("EP")))
    if kind in (Kind.ARTICLE, Kind.INPROCEEDINGS):
        values["pages"] = values["pages"] or found.first("C7")  # the article's number
    on_first_page = values["chapter"] in values["pages"].split("-")
    if year_in(values["chapter"]) or (on_first_page and kind is not Kind.CHAPTER):
        values["chapter"] = ""  # EndNote: the day it came out online, the first page
    if len(values["number"].split()) > _WORDS_OF_A_NUMBER:
        values["number"] = ""  # Web of Science: CP is the conference
    values["number"] = values["number"] or _number(found)
    values["publisher"] = values["publisher"] or (found.first("A4") if _type(found) == "CONF" else "")
    values["note"] = next((text for text in found.all("N1") if not doi_of(text)), "")
    if values["pages"] == "No-Specified":  # Ovid: No Pagination Specified
        values["pages"] = ""
    if doi_of(values["type"]):
        values["type"] = ""
    values["edition"] = without_date(values["edition"])
    if kind in (Kind.THESIS, Kind.REPORT):
        values["institution"] = values.pop("publisher")
    return {**without_empty(values), **{name: own[name] for name in own if name not in _NO_DETAILS}}


def _number(found: Tagged) -> str:
    """A number that stands behind another tag than IS; an ISBN is none."""
    told = [found.first(tag) for tag in _NUMBERS.get(_type(found), ())]
    return next((text for text in told if _NUMBER.fullmatch(text) and not numbers([text])), "")


def _own_lines(found: Tagged) -> dict[str, str]:
    """What our own exporter writes into U1, a line 'name: value' each."""
    pairs = (line.partition(":") for line in found.lines("U1"))
    return {name: value.strip() for name, colon, value in pairs if colon and name in OTHER and value.strip()}
