"""MEDLINE, the format of .nbib files, as PubMed, ERIC and other databases write it.

Tags: https://www.nlm.nih.gov/bsd/mms/medlineelements.html. A tag has up to four characters, padded with
blanks, then a hyphen; further lines of a value are indented; records are separated by blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Fields, Kind, RawRecord, ReadItem, Skipped
from generator.sources.common import (
    date_details,
    date_fields,
    date_of,
    doi_of,
    fields_of,
    find_ids,
    unique,
    without_empty,
)
from generator.sources.cut_off import ends_otherwise
from generator.sources.reader import Reader, Source
from generator.sources.tagged.gathering import Gathering, Tagged, below
from generator.sources.tagged.tags import (
    article_number,
    cut_off,
    full_pages,
    numbers,
    organisations,
    people,
    unquoted,
)

NAME = "nbib"
_BETWEEN = "text between MEDLINE records"

_TAG = re.compile(r"([A-Z][A-Z0-9]{1,3})[ \u00a0]{0,2}-[ \u00a0]?(.*)")
_START = re.compile(r"^(?:PMID|OWN[ \u00a0])[ \u00a0]?-[ \u00a0]", re.MULTILINE)
_FIRST = frozenset({"PMID", "OWN"})
_MARKED = re.compile(r"(\S+) \[(doi|pii)\]", re.IGNORECASE)
_KINDS = (
    ("preprint", Kind.PREPRINT),
    ("book chapter", Kind.CHAPTER),
    ("dissertation", Kind.THESIS),
    ("dataset", Kind.DATASET),
)
# ERIC's types of what stands in no journal, where JT is the publisher.
_ERIC_KINDS = (("dissertations", Kind.THESIS), ("books", Kind.BOOK), ("speeches", Kind.INPROCEEDINGS))
_ERIC = re.compile(r"E[DJ]\d{4,8}")
_UNIVERSITY = re.compile(r"(?:dissertation|thesis),\s(.+)", re.IGNORECASE)
_NUMBER = re.compile(r"E?ISSN-|ISBN-")


def likeness(source: Source) -> float:
    """Certain where records begin with PMID- and have tags of MEDLINE."""
    text = unquoted(source.text[:100_000], _START)
    if not _START.search(text):
        return 0.0
    tags = {found[1] for line in text.split("\n") if (found := _TAG.fullmatch(line))}
    return 0.96 if {"TI", "BTI"} & tags and len(tags) > 3 and "TY" not in tags else 0.3


def read(source: Source) -> Iterator[ReadItem]:
    """A record for each PMID."""
    lines = source.lines
    for item in _grouped(source):
        if not isinstance(item, Tagged):
            yield item
        else:
            origin = source.origin(item.line, item.end_line, NAME)
            text = "\n".join(lines[item.line - 1 : item.end_line])
            yield RawRecord(origin, text, record_fields(item))
            yield from below(item, source, _BETWEEN, NAME)


def _grouped(source: Source) -> Iterator[Tagged | ReadItem]:
    values = Gathering(source.lines)
    first = ""  # the tag with which the file's first record begins
    ends: list[str] = []  # the tags with which the records end
    for number, line in enumerate(unquoted(source.text, _START).split("\n"), 1):
        found = _TAG.fullmatch(line)
        if found:
            first = first or found[1]
            begins = values.blank if found[1] in (first, *_FIRST) else False
            if values and (begins or (found[1] == "PMID" and values.has("PMID", "TI", "BTI"))):
                ends.append(values.last)
                yield values.take()
            values.add(found[1], found[2], number)
        elif not values.takes(line, number):
            yield Skipped(_BETWEEN, source.origin(number, number, NAME), beside=True)
    if values:
        last = values.take()
        yield last
        if ends_otherwise([*ends, last.values[-1].tag]):
            yield cut_off(last, source, NAME, ends[0])


def record_fields(found: Tagged) -> Fields:
    """The fields of one record."""
    date = date_of(found.first("DP", "DEP"))
    identifiers = found.all("LID", "AID")
    marked = {mark[2].lower(): mark[1] for text in identifiers if (mark := _MARKED.fullmatch(text))}
    kind = _kind(found)
    publisher = found.first("PB") or (found.first("JT") if _outside_journals(found) else "")
    fields = fields_of(
        {
            "title": without_stop(found.first("TI", "BTI")),
            "authors": people(found.all("FAU") or found.all("AU")) + organisations(found.all("CN")),
            "editors": people(found.all("FED") or found.all("ED")),
            "abstract": found.paragraphs("AB"),
            "venue": "" if _outside_journals(found) else _venue(found, kind),
            "kind": kind,
            "doi": doi_of(marked.get("doi", ""), *identifiers),
            "arxiv": find_ids(*identifiers).get("arxiv", ""),
            "ids": _ids(found),
            "url": next((text for text in identifiers if text.startswith(("http", "www."))), ""),
            "keywords": unique(found.all("OT") or [text.replace("*", "") for text in found.all("MH")]),
            "details": {
                **_details(found, article_number(marked.get("pii", ""))),
                **_published_by(found, kind, publisher),
                **date_details(date),
            },
        }
    )
    fields.update(date_fields(date))
    return fields


def without_stop(title: str) -> str:
    """A title without the full stop, and the brackets of a translation, that PubMed puts around it."""
    title = title.removesuffix(".")
    return title[1:-1].removesuffix(".") if title.startswith("[") and title.endswith("]") else title


def _kind(found: Tagged) -> Kind:
    said = " | ".join(found.all("PT")).lower()
    if _outside_journals(found):
        return next((kind for words, kind in _ERIC_KINDS if words in said), Kind.REPORT)
    known = next((kind for words, kind in _KINDS if words in said), None)
    return known or (Kind.BOOK if found.first("BTI") and not found.first("TI") else Kind.ARTICLE)


def _outside_journals(found: Tagged) -> bool:
    """Whether ERIC tells of a document: its number begins with ED, EJ is an article's."""
    return found.first("OID").startswith("ED") and "Journal Articles" not in found.all("PT")


def _venue(found: Tagged, kind: Kind) -> str:
    return found.first("BTI" if kind is Kind.CHAPTER else "JT", "JT", "TA")


def _published_by(found: Tagged, kind: Kind, publisher: str) -> dict[str, str]:
    if kind is Kind.THESIS and (university := _UNIVERSITY.search(found.first("SO"))):
        return {"institution": university[1]}
    name = "institution" if kind in (Kind.REPORT, Kind.THESIS) else "publisher"
    return without_empty({name: publisher})


def _ids(found: Tagged) -> dict[str, str]:
    eric = next((text for text in found.all("OID") if _ERIC.fullmatch(text)), "")
    values = {"pmid": found.first("PMID"), "pmcid": found.first("PMC"), "eric": eric}
    told = [_NUMBER.sub("", text) for text in found.all("IS", "ISSN", "ISBN")]
    return without_empty({**numbers(told), **values})


def _details(found: Tagged, number: str) -> dict[str, str]:
    return without_empty(
        {
            "volume": found.first("VI"),
            "number": found.first("IP"),
            "pages": full_pages(found.first("PG")) or number,
            "edition": found.first("EN"),
            "address": found.first("PL") if found.first("BTI") else "",
            "language": found.first("LA"),
        }
    )


READER = Reader(NAME, likeness, read)
