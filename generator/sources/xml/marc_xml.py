"""MARCXML, what library catalogues hand on: <record><datafield tag="245"><subfield code="a">…

MARC 21 Format for Bibliographic Data (https://www.loc.gov/marc/bibliographic/). Catalogues write marks of
punctuation at the ends of subfields, which belong to no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.model import Fields, Kind, ReadItem
from generator.sources.common import doi_of, fields_of, find_ids, unique, without_empty, year_in
from generator.sources.reader import Reader, Source
from generator.sources.tagged.tags import numbers
from generator.sources.xml.records import element_records
from generator.sources.xml.texts import text_at
from generator.text import Name

NAME = "marc-xml"

_START = re.compile(r"""<(?:\w{1,20}:)?datafield\s[^<>]{0,200}tag=["']245["']""")
# The <record> of OAI-PMH, in whose <metadata> one of MARC stands: up to its head, and from its metadata on.
_PREFIX = r"(?:[\w.-]{1,30}:)?"
_ENVELOPE = re.compile(
    rf"<{_PREFIX}record>(?=\s{{0,200}}<{_PREFIX}header[\s>])"
    rf"|</{_PREFIX}(?:metadata|about)>\s{{0,200}}</{_PREFIX}record>"
)
_PUNCTUATION = " /:;,="
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")  # no initial's
_EDITORS = re.compile(r"\bed(?:itor|t)?\b|\bhrsg|\bhg\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:trl|trans|ill|pbl|dst|dgs|ths|opn|rev|isb|oth)\b|illustrat|publish|supervis", re.IGNORECASE
)
_THESIS = "502"


def likeness(source: Source) -> float:
    """Certain where an XML text has a title's field of MARC."""
    return 0.97 if _START.search(source.text[:50_000]) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each <record>, but those around it in which repositories hand it on."""
    text = _ENVELOPE.sub(lambda found: found[0].upper(), source.text)  # no name of an element any more
    yield from element_records(Source(source.path, text), ("record",), "record", NAME, record_fields)


def record_fields(record: Element) -> Fields:
    """The fields of one record."""
    host = _first(record, "773", "t") or _first(record, "773", "p")
    known = [(name, role) for name, role in _people(record) if name]
    urls = [_in(field, "u") for field in _all(record, "856")]
    said = find_ids(
        *(_in(field, "a") for field in _all(record, "024") if _in(field, "2") in ("doi", "arxiv")),
        *(_in(field, "a") for field in _all(record, "037")),  # Invenio: INSPIRE, CERN
        *urls,
    )
    dates = (("264", "c"), ("260", "c"), ("773", "g"), ("773", "y"), ("269", "c"))
    year = next((year for tag, code in dates if (year := year_in(_first(record, tag, code)))), "")
    return fields_of(
        {
            "title": _title(record),
            "authors": tuple(
                name for name, role in known if not (_EDITORS.search(role) or _OTHERS.search(role))
            ),
            "editors": tuple(name for name, role in known if _EDITORS.search(role)),
            "abstract": next((text_at(field, "subfield[@code='a']") for field in _all(record, "520")), ""),
            "year": year or _control(record, "008")[7:11].strip(" |u"),
            "venue": host,
            "kind": _kind(record, host, said.get("arxiv", "")),
            "doi": doi_of(*(_in(field, "a") for field in _all(record, "024"))) or said.get("doi", ""),
            "arxiv": said.get("arxiv", ""),
            "ids": numbers(
                [_first(record, "020", "a"), _first(record, "022", "a") or _first(record, "773", "x")]
            ),
            "url": next((url for url in urls if url.startswith("http")), ""),
            "keywords": unique(_in(field, "a") for tag in ("650", "653") for field in _all(record, tag)),
            "details": _details(record),
        }
    )


def _people(record: Element) -> Iterator[tuple[Name, str]]:
    """People, then groups of them, each with the role."""
    for tag in ("100", "700"):
        yield from ((Name.parse(_in(field, "a")), _role(field)) for field in _all(record, tag))
    for tag in ("110", "710"):
        yield from ((Name(family=_in(field, "a")), _role(field)) for field in _all(record, tag))


def _details(record: Element) -> dict[str, str]:
    return without_empty(
        {
            "publisher": _first(record, "264", "b") or _first(record, "260", "b"),
            "address": _first(record, "264", "a") or _first(record, "260", "a"),
            "edition": _first(record, "250", "a"),
            "series": _first(record, "490", "a"),
            "volume": _first(record, "773", "v"),
            "number": _first(record, "773", "n"),
            "pages": _first(record, "773", "c"),
        }
    )


def _all(record: Element, tag: str) -> list[Element]:
    return record.findall(f"datafield[@tag='{tag}']")


def _in(field: Element, code: str) -> str:
    """The first subfield of a code, without the punctuation behind it."""
    text = text_at(field, f"subfield[@code='{code}']").rstrip(_PUNCTUATION)
    return _STOP.sub("", text)


def _first(record: Element, tag: str, code: str) -> str:
    return next((text for field in _all(record, tag) if (text := _in(field, code))), "")


def _control(record: Element, tag: str) -> str:
    found = record.find(f"controlfield[@tag='{tag}']")
    return (found.text or "") if found is not None else ""


def _title(record: Element) -> str:
    main, part, rest = (_first(record, "245", code) for code in "apb")
    whole = f"{main}. {part}" if main and part else main or part
    return f"{whole}: {rest}" if whole and rest else whole or rest


def _role(field: Element) -> str:
    return " ".join(_in(field, code) for code in "e4").strip()


def _kind(record: Element, host: str, arxiv: str) -> Kind:
    if _all(record, _THESIS):
        return Kind.THESIS
    level = text_at(record, "leader")[7:8]
    if not host:
        return Kind.PREPRINT if arxiv else Kind.BOOK
    return (
        Kind.CHAPTER
        if level == "a" and not any(_first(record, "773", code) for code in "xp")
        else Kind.ARTICLE
    )


READER = Reader(NAME, likeness, read)
