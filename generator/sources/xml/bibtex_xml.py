"""BibTeX's entries as XML: BibTeXML, which JabRef and pybtex write, and DBLP's records.

http://bibtexml.sourceforge.net, M. Ley, "DBLP: Some Lessons Learned" (2009). In both, elements are named as
the types and fields of BibTeX.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.model import Fields, ReadItem
from generator.sources.bibtex.fields import record_fields
from generator.sources.reader import Reader, Source
from generator.sources.tagged.nbib import without_stop
from generator.sources.xml.records import element_records
from generator.sources.xml.texts import shown_in, text_in
from generator.text import escape_bibtex

NAME = "bibtex-xml"

_HEAD = 5_000
_BIBTEXML = re.compile(r"<\w[^<>]{0,500}bibtexml", re.IGNORECASE)
_DBLP = re.compile(r"<dblp(?:person)?[\s>]")
# DBLP's types but for `www`, the pages of persons.
_RECORDS = (
    "article",
    "inproceedings",
    "proceedings",
    "book",
    "incollection",
    "phdthesis",
    "mastersthesis",
    "data",
)
_NAME_PARTS = ("first", "middle", "prelast", "last", "lineage")


def likeness(source: Source) -> float:
    """Certain where the beginning names BibTeXML or DBLP."""
    head = source.text[:_HEAD]
    return 0.97 if _DBLP.search(head) or _BIBTEXML.search(head) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each entry of BibTeXML, or each record of DBLP."""
    if _DBLP.search(source.text[:_HEAD]):
        yield from element_records(source, _RECORDS, "record", NAME, _dblp_fields)
    else:
        yield from element_records(source, ("entry",), "record", NAME, _entry_fields)


def _entry_fields(entry: Element) -> Fields:
    """The fields of an entry; its values are LaTeX, as in BibTeX."""
    inner = next(iter(entry), None)
    if inner is None:
        return Fields()
    values: dict[str, str] = {}
    for field in inner:
        told = " and ".join(filter(None, map(_person, field))) or text_in(field)
        name = field.tag.lower()
        if told:
            values[name] = f"{values[name]} and {told}" if name in values else told
    return record_fields(inner.tag.lower(), entry.get("id", ""), values)


def _person(person: Element) -> str:
    """'von Last, Jr, First' of pybtex's <person>."""
    parts = {name: " ".join(map(text_in, person.findall(name))) for name in _NAME_PARTS}
    last = f"{parts['prelast']} {parts['last']}".strip()
    given = f"{parts['first']} {parts['middle']}".strip()
    return ", ".join(filter(None, (last, parts["lineage"], given)))


def _dblp_fields(record: Element) -> Fields:
    values: dict[str, str] = {}
    for field in record:
        told = shown_in(field) if len(field) else escape_bibtex(text_in(field))
        name = str(field.tag)
        if name in ("author", "editor") and name in values:
            values[name] += f" and {told}"
        else:
            values.setdefault(name, told)
    values.pop("url", None)  # a place within DBLP
    values["title"] = without_stop(values.get("title", ""))
    fields = record_fields(record.tag, "", values)
    if key := record.get("key"):
        fields["ids"] = {**fields.get("ids", {}), "dblp": key}
    return fields


READER = Reader(NAME, likeness, read)
