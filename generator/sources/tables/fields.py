"""The fields of a row, whose cells are told by the names of `headers`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.formats import DETAILS
from generator.model import Fields, Kind
from generator.sources.common import (
    arxiv_of,
    date_details,
    date_fields,
    date_of,
    doi_of,
    fields_of,
    find_ids,
    ids_noted,
    join_date,
    month_number,
    number_of,
    one_line,
    page_range,
    split_keywords,
    unique,
    without_empty,
    year_in,
)
from generator.sources.kind_words import kind_of
from generator.sources.tables.cells import listed, listed_ids
from generator.sources.tables.people import authors
from generator.sources.tagged.tags import numbers, pages
from generator.sources.values import texts_of

_IDS = ("isbn", "issn", "pmid", "pmcid", "openalex", "s2", "scopus", "wos", "citekey")
_DATABASES = frozenset({"scopus", "pubmed", "medline", "web of science", "wos", "crossref", "google scholar"})
_S2 = re.compile(r"[0-9a-f]{40}")  # else numbers of a conference's submissions, under the same header
_TIME = re.compile(r"\d:\d\d")  # of day, which a bookmark or a record of a database has, not a preprint
_NO_NUMBERS = frozenset({"0", "0-0"})  # Publish or Perish
_FILES = frozenset({"pdf", "html", "doc", "book", "citation"})  # the same


def record_fields(values: Mapping[str, str]) -> Fields:
    """The fields of one row; values: by the names of `headers`."""
    url = values.get("url", "").split()[0] if values.get("url") else ""
    noted = ids_noted(values.get("note", ""))
    external = listed_ids(values.get("external ids", ""))
    places = (values.get(name, "") for name in ("url", "doi", "own id"))
    said = {**noted, **find_ids(*places), **_known_ids(external)}
    date = date_of(values.get("date", "")) or _date_in_parts(values)
    fields = fields_of(
        {
            "title": "" if values.get("title status") == "guessed" else one_line(values.get("title", "")),
            "authors": (*authors(values.get("authors", "")), *authors(values.get("further authors", ""))),
            "editors": authors(values.get("editors", "")),
            "abstract": one_line(values.get("abstract", "")),
            "venue": _venue(values.get("venue", "")),
            "kind": kind_of(values.get("kind", "")) or kind_of(values.get("type", "")),
            "arxiv": _arxiv(values, url) or said.get("arxiv", ""),
            "doi": doi_of(*values.get("doi", "").split()[:1]) or values.get("doi", "") or said.get("doi", ""),
            "ids": _ids(values, said),
            "url": url if _is_address(url) else "",
            "comment": values.get("comment", ""),
            "created": "" if _TIME.search(values.get("created", "")) else values.get("created", ""),
            "updated": values.get("updated", ""),
            "keywords": _keywords(values.get("keywords", "")),
            "details": {**_details(values), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    if values.get("year") and (year := year_in(values["year"]) or values["year"]):
        fields["year"] = year
    return fields


def _date_in_parts(values: Mapping[str, str]) -> str:
    """The date of a year with a month and a day in columns of their own, be it one: 'MAY 28'."""
    date = date_of(values.get("year", ""))
    if len(date) > len("2015"):
        return date
    if len(date) == len("2015") and values.get("date"):
        return date_of(f"{values['date']} {date}")
    day = values.get("day", "")
    return join_date(date, month_number(values.get("month", "")), number_of(day))


def _arxiv(values: Mapping[str, str], url: str) -> str:
    return arxiv_of(values.get("arxiv", ""), values.get("doi", ""), url, values.get("own id", ""))


def _keywords(cell: str) -> tuple[str, ...]:
    found = listed(cell)
    words = texts_of(found) if isinstance(found, list) else split_keywords(cell)
    return unique(word.lstrip("*") for word in words)


def _known_ids(external: Mapping[str, str]) -> dict[str, str]:
    """Semantic Scholar's identifiers by our names."""
    found = {
        "arxiv": arxiv_of(external.get("arxiv", "")),
        "doi": doi_of(external.get("doi", "")),
        "acl": external.get("acl", ""),
        "pmid": external.get("pubmed", ""),
        "pmcid": external.get("pubmedcentral", ""),
    }
    return {name: value for name, value in found.items() if value}


def _is_address(text: str) -> bool:
    return "." in text and not text.startswith("/") and (text.startswith("http") or not doi_of(text))


def _venue(cell: str) -> str:
    return "" if cell.lower() in _DATABASES else one_line(cell)


def _ids(values: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    written = dict(part.partition(":")[::2] for part in values.get("ids", "").split() if ":" in part)
    found = {name: values.get(name, "").rstrip("/").rsplit("/", 1)[-1].removeprefix("WOS:") for name in _IDS}
    own = values.get("own id", "")
    found["openalex"] = found["openalex"] or own.partition("openalex.org/")[2]
    found["pmid"] = found["pmid"].removeprefix("PUBMED ").lstrip("0")  # Cochrane; Abstrackr's 0 is none
    found["citekey"] = values.get("citekey", "")  # whole: DBLP's have slashes
    found["s2"] = found["s2"] if _S2.fullmatch(found["s2"]) else ""
    found |= numbers([values.get("issn", ""), values.get("isbn", "")])
    found |= {name: said[name] for name in ("acl", "openreview") if name in said}
    found |= {name: said[name] for name in ("pmid", "pmcid") if name in said and not found[name]}
    return without_empty({**found, **written})


def _details(values: Mapping[str, str]) -> dict[str, str]:
    found = {name: values.get(name, "") for name in DETAILS}
    ranged = page_range(values.get("first page", ""), values.get("last page", ""))
    found["pages"] = pages(found["pages"] or ranged or values.get("article number", ""))
    found |= {name: "" for name in ("volume", "number", "pages") if found[name] in _NO_NUMBERS}
    typed = not values.get("kind") and kind_of(found["type"]) not in (None, Kind.THESIS, Kind.REPORT)
    if typed or found["type"].lower() in _FILES:
        found["type"] = ""
    return without_empty(found)
