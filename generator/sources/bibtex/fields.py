"""From the values of a BibTeX or BibLaTeX entry to the fields of a record."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.formats import BIBTEX_TYPES
from generator.model import Fields, Kind
from generator.sources.bibtex.journals import journal_of
from generator.sources.bibtex.latex import (
    address_value,
    closed_accents,
    first_url,
    name_list,
    pages_value,
    plain_value,
    unescaped_braces,
    urls_in,
)
from generator.sources.bibtex.web_marks import without_web_marks
from generator.sources.common import (
    arxiv_of,
    date_details,
    date_fields,
    doi_of,
    fields_of,
    find_ids,
    join_date,
    month_number,
    split_keywords,
    without_empty,
    year_in,
)
from generator.text import Name, Text

Values = Mapping[str, str]

_ENDS_SENTENCE = (".", "?", "!", ":", ";", "–", "—", "-")
_MANY_PARENTS = frozenset({Kind.CHAPTER, Kind.INPROCEEDINGS})
# What BibTeX's types of thesis and BibLaTeX's keys in `type` say in words.
_TYPE_WORDS = {
    "mastersthesis": "Master's thesis",
    "masterthesis": "Master's thesis",
    "mathesis": "Master's thesis",
    "bachelorsthesis": "Bachelor's thesis",
    "bachelorthesis": "Bachelor's thesis",
    "bathesis": "Bachelor's thesis",
    "diplomathesis": "Diploma thesis",
    "phdthesis": "PhD thesis",
    "resreport": "Research report",
    "techreport": "",
    "software": "",
}
# Our details and the fields that hold them, the first one found counts.
_DETAILS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("series", ("series",)),
    ("volume", ("volume",)),
    ("number", ("number", "issue")),
    ("issue_title", ("issuetitle",)),
    ("chapter", ("chapter",)),
    ("edition", ("edition",)),
    ("publisher", ("publisher",)),
    ("address", ("address", "location")),
    ("institution", ("institution", "school", "organization")),
    ("type", ("type",)),
    ("language", ("language", "langid")),
    ("primaryclass", ("primaryclass", "eprintclass")),
    ("note", ("note",)),
)
_IDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("isbn", ("isbn",)),
    ("issn", ("issn",)),
    ("pmid", ("pmid", "eprint:pubmed")),
    ("pmcid", ("pmcid", "pmc")),
    ("mr", ("mrnumber", "eprint:mr")),
    ("zbl", ("zblnumber", "zbl")),
    ("hal", ("hal_id", "eprint:hal")),
    ("ads", ("eprint:ads",)),
    ("handle", ("eprint:hdl", "eprint:handle")),
    ("jstor", ("eprint:jstor",)),
    ("openreview", ("openreview",)),
)
_EDTF = re.compile(r"\s*+(?:\.\.)?/?\s*+(-?\d{4}|\d{2,3}[Xu]{1,2})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_SEVERAL_DOIS = re.compile(r"[,;\s]{1,9}(?=\S{0,60}10\.\d{4})")
_NOTHING = re.compile(r"n/?a|none|null|-+|doi:?", re.IGNORECASE)
_ARXIV_WORD = re.compile(r"arxiv", re.IGNORECASE)


def record_fields(type_: str, key: str, values: Values) -> Fields:
    """The fields of one entry. type_: in lower case; values: by name in lower case, LaTeX as written."""
    url = _url(values)
    doi, arxiv = _doi(values, url), _arxiv(values, url)
    kind = _kind(type_, values, arxiv)
    date = _date(values)
    fields = fields_of(
        {
            "title": _title(values, kind),
            "authors": people(values.get("author", "") or values.get("authors", "")),
            "editors": people(values.get("editor", "") or values.get("editors", "")),
            "abstract": _text(values, "abstract", "summary", "abstractnote"),
            "venue": _venue(values, kind),
            "kind": kind,
            "arxiv": arxiv,
            "doi": doi,
            "ids": _ids(values, key, url),
            "url": url,
            "keywords": _keywords(values),
            "details": {**_details(type_, values, kind), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    if "year" not in fields and (said := plain_value(values.get("year", ""))):
        fields["year"] = "in press" if said == r"\BIP" else said  # apacite's macro
    return fields


def people(value: str) -> tuple[Name, ...]:
    """Names as BibTeX separates and splits them; 'and others' is no name."""
    return (
        tuple(
            name
            for name in Name.from_bibtex_list(name_list(without_web_marks(unescaped_braces(value))))
            if name
        )
        if value
        else ()
    )


def _text(values: Values, *names: str) -> str:
    value = next((values[name] for name in names if values.get(name)), "")
    if not value:
        return ""
    return Text.from_bibtex(without_web_marks(unescaped_braces(closed_accents(value)))).source


def _joined(values: Values, main: str, sub: str) -> str:
    """Title and subtitle, with a colon where the title ends with no mark of its own."""
    title, subtitle = _text(values, main), _text(values, sub)
    if not (title and subtitle):
        return title or subtitle
    return f"{title} {subtitle}" if title.endswith(_ENDS_SENTENCE) else f"{title}: {subtitle}"


def _title(values: Values, kind: Kind) -> str:
    title = _joined(values, "title", "subtitle")
    if title or kind in _MANY_PARENTS:
        return title
    return _joined(values, "maintitle", "mainsubtitle") or _joined(values, "booktitle", "booksubtitle")


def _venue(values: Values, kind: Kind) -> str:
    in_book = kind in _MANY_PARENTS
    venue = _book(values) or _journal(values) if in_book else _journal(values) or _book(values)
    if not venue and kind is Kind.INPROCEEDINGS:
        return _text(values, "eventtitle", "conference")
    return "" if venue and not in_book and venue == _title(values, kind) and not _journal(values) else venue


def _journal(values: Values) -> str:
    if journal := journal_of(values.get("journal", "")):
        return journal
    return _joined(values, "journaltitle", "journalsubtitle") or _text(values, "journal", "journal-full")


def _book(values: Values) -> str:
    if journal := journal_of(values.get("booktitle", "")):
        return journal
    return _joined(values, "booktitle", "booksubtitle") or _joined(values, "maintitle", "mainsubtitle")


def _kind(type_: str, values: Values, arxiv: str) -> Kind:
    kind = BIBTEX_TYPES.get(type_, Kind.MISC)
    published = any(values.get(name) for name in ("journal", "journaltitle", "booktitle"))
    if arxiv and not published and kind in (Kind.MISC, Kind.WEBPAGE, Kind.ARTICLE):
        return Kind.PREPRINT
    if kind is Kind.MISC and values.get("journal"):
        return Kind.ARTICLE
    if kind is Kind.PREPRINT and values.get("journal") and not arxiv:
        return Kind.ARTICLE
    return kind


def _date(values: Values) -> str:
    """BibLaTeX's date (EDTF, a range: its beginning), else year with month and day."""
    found = _EDTF.match(_western(values.get("date", "")))
    if found and found[1].isdigit():
        return join_date(found[1], int(found[2] or 0), int(found[3] or 0))
    year = year_in(plain_value(values.get("year", "") or values.get("date", "")))
    month = plain_value(values.get("month", ""))
    day = plain_value(values.get("day", "")) or _day_beside_month(month)
    return join_date(year, month_number(month), int(day) if day.isascii() and day.isdigit() else 0)


def _western(date: str) -> str:
    return "".join(
        str(int(c)) if c.isdecimal() and not c.isascii() else c for c in date.replace("\u2013", "-")
    )


def _day_beside_month(month: str) -> str:
    if not any(character.isalpha() for character in month):
        return ""
    found = re.search(r"(?<!\d)\d{1,2}(?!\d)", month)
    return found[0] if found else ""


def _url(values: Values) -> str:
    for name in ("url", "link", "links", "ee", "bdsk-url-1", "adsurl"):
        if values.get(name):
            return first_url(values[name])
    texts = (values.get(name, "") for name in ("howpublished", "note", "eprint", "publisher"))
    return next((url for text in texts for url in urls_in(text)), "")


def _doi(values: Values, url: str) -> str:
    if told := values.get("doi", ""):
        doi = address_value(told)
        known = doi_of(*map(address_value, _SEVERAL_DOIS.split(told)), doi) or find_ids(doi).get("doi", "")
        return known or ("" if _NOTHING.fullmatch(doi) else doi)
    places = (address_value(values.get(name, "")) for name in ("ee", "bdsk-url-1", "bdsk-url-2"))
    texts = (plain_value(values.get(name, "")) for name in ("note", "howpublished", "eprint"))
    return doi_of(url, *places) or find_ids(*texts).get("doi", "")


def _arxiv(values: Values, url: str) -> str:
    eprint = address_value(values.get("eprint", ""))
    archive = plain_value(_archive(values)).lower()
    named = [address_value(values.get(name, "")) for name in ("arxivid", "arxiv", "arxiv_id")]
    if eprint and (not archive or "arxiv" in archive):
        named.append(eprint)
    found = arxiv_of(*named, address_value(values.get("doi", "")), url)
    if found:
        return found
    names = ("journal", "journaltitle", "howpublished", "note", "booktitle", "volume", "number", "publisher")
    said = [
        plain_value(values[name]) for name in names if values.get(name) and _ARXIV_WORD.search(values[name])
    ]
    return find_ids(*said).get("arxiv", "") or arxiv_of(*said) or _corr(values)


def _archive(values: Values) -> str:
    return next((values[name] for name in ("archiveprefix", "eprinttype", "archive") if values.get(name)), "")


def _corr(values: Values) -> str:
    """DBLP's way: journal CoRR, volume 'abs/1706.03762'."""
    journal, volume = plain_value(values.get("journal", "")), plain_value(values.get("volume", ""))
    return arxiv_of(volume.removeprefix("abs/")) if journal.lower() == "corr" else ""


def _ids(values: Values, key: str, url: str) -> dict[str, str]:
    archive = plain_value(_archive(values)).lower()
    known = dict(values)
    if archive and values.get("eprint"):
        known["eprint:" + archive] = values["eprint"]
    found = {
        ours: next((address_value(known[name]) for name in names if known.get(name)), "")
        for ours, names in _IDS
    }
    located = find_ids(url)
    return without_empty(
        {
            **found,
            "acl": located.get("acl", ""),
            "openreview": found["openreview"] or located.get("openreview", ""),
            "citekey": key,
        }
    )


def _keywords(values: Values) -> tuple[str, ...]:
    for name in ("author_keywords", "author-keywords", "keywords", "keyword", "mendeley-tags", "tags"):
        if values.get(name):
            return split_keywords(_text(values, name).replace("\\sep", ";"))
    return ()


def _details(type_: str, values: Values, kind: Kind) -> dict[str, str]:
    found = {
        ours: next((_text(values, name) for name in names if values.get(name)), "")
        for ours, names in _DETAILS
    }
    found["pages"] = pages_value(
        values.get("pages", "") or values.get("page", "") or values.get("articleno", "")
    )
    found["type"] = _TYPE_WORDS.get(found["type"].lower(), found["type"])
    if kind is Kind.THESIS and not found["type"]:
        found["type"] = _TYPE_WORDS.get(type_, "")
    howpublished = _text(values, "howpublished")
    if howpublished and not found["publisher"] and not urls_in(howpublished) and not arxiv_of(howpublished):
        found["publisher"] = howpublished
    return without_empty(found)
