"""XML of databases and reference managers whose elements are tags by other names: EBSCO's and RefWorks'.

Each element becomes a value under the tag that RIS has for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generator.model import Fields
from generator.sources.tagged import ris_fields
from generator.sources.tagged.gathering import Tagged, Value
from generator.sources.tagged.nbib import without_stop
from generator.sources.tagged.refworks import RIS_TAGS
from generator.sources.xml.texts import shown_in, text_in


class Tags(NamedTuple):
    """marks: what stands in such a text; record: the element of a record; tags: those of RIS by element."""

    marks: tuple[str, ...]
    record: str
    tags: Mapping[str, str]


_EBSCO = {
    **{"au": "AU", "jtl": "JF", "vid": "VL", "iid": "IS", "ppf": "SP"},
    **{"ab": "AB", "subj": "KW", "keyword": "KW", "issn": "SN", "isbn": "SN", "pub": "PB", "place": "CY"},
    **{"language": "LA", "url": "UR"},
}
KNOWN = (
    Tags(("<rec ", "<controlInfo", "<artinfo"), "rec", _EBSCO),
    Tags(("<reference", "<rt>", "<t1>"), "reference", {tag.lower(): RIS_TAGS[tag] for tag in RIS_TAGS}),
)


def record_fields(known: Tags, record: Element) -> Fields:
    """The fields of one record."""
    values = tuple(Value(tag, (text,), 1) for tag, text in _values(known, record))
    return ris_fields.record_fields(Tagged(values, 1, 1))


def _values(known: Tags, record: Element) -> Iterator[tuple[str, str]]:
    if known.tags is _EBSCO:
        yield from _of_ebsco(record)
    for element in record.iter():
        if (tag := known.tags.get(str(element.tag))) and (text := shown_in(element)):
            yield tag, text


def _of_ebsco(record: Element) -> Iterator[tuple[str, str]]:
    """What stands in EBSCO's attributes, or has another meaning in a book."""
    title, book = (
        next((without_stop(shown_in(one)) for one in record.iter(tag)), "") for tag in ("atl", "btl")
    )
    journal = next(record.iter("jtl"), None) is not None
    yield "TY", "JOUR" if journal else "CHAP" if title and book else "BOOK" if book else "GEN"
    yield "TI", without_stop(title or book)
    yield "T2", book if title else ""
    for date in record.iter("dt"):
        yield "PY", "/".join(filter(None, (date.get(part, "") for part in ("year", "month", "day"))))
    yield from (("DO", text_in(one)) for one in record.iter("ui") if one.get("type") == "doi")


def reading(text: str) -> tuple[tuple[str, ...], partial[Fields]] | None:
    """The names of a record and what reads one, where a text is of a kind that is known; else None."""
    head = text[:100_000]
    known = next((one for one in KNOWN if all(mark in head for mark in one.marks)), None)
    return ((known.record,), partial(record_fields, known)) if known else None
