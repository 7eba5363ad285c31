"""The ACL Anthology's XML: <collection><volume><meta>… <paper>… (schema.rnc of acl-org/acl-anthology)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from generator.identity import normalise_acl
from generator.model import Fields, Kind, Problem, RawRecord, ReadItem
from generator.sources.common import (
    date_details,
    date_fields,
    doi_of,
    fields_of,
    join_date,
    month_number,
    without_empty,
)
from generator.sources.lines import Lines, around
from generator.sources.reader import Reader, Source
from generator.sources.tagged.tags import pages
from generator.sources.xml.records import two_titles
from generator.sources.xml.slices import slices, text_in
from generator.text import Name

NAME = "acl-xml"

_OPENING = re.compile(r"<(collection|volume)\s[^<>]{0,500}>")
_ID = re.compile(r"""\sid=["']([^"']{1,60})["']""")
_MATHS = ("tex-math", "latex")


@dataclass(frozen=True, slots=True)
class _Volume:
    """A volume and where it begins."""

    start: int
    collection: str
    id: str
    meta: Element | None


def likeness(source: Source) -> float:
    """Certain where a collection has papers with titles."""
    text = source.text[:20_000]
    return 0.97 if "<collection" in text and "<volume" in text and "<meta" in text else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each <paper>."""
    lines = Lines(source.text)
    volumes = list(_volumes(source.text))
    taken = []
    number = 0
    for found in slices(source.text, "paper"):
        origin = source.origin(lines.number(found.start), lines.number(found.end - 1), NAME)
        taken.append(origin)
        while number + 1 < len(volumes) and volumes[number + 1].start < found.start:
            number += 1
        if found.element is None:
            yield Problem("broken-xml", "error", f"the paper is no XML ({found.fault}): mend it", origin)
        else:
            yield from two_titles(found.element, origin, "paper")
            fields = record_fields(found.element, volumes[number] if volumes else None)
            yield RawRecord(origin, source.text[found.start : found.end], fields)
    yield from around(source, taken, "XML around the papers", NAME)


def _volumes(text: str) -> Iterator[_Volume]:
    metas = [found for found in slices(text, "meta") if found.element is not None]
    collection = ""
    for opening in _OPENING.finditer(text):
        found = _ID.search(opening[0])
        if opening[1] == "collection":
            collection = found[1] if found else ""
            continue
        meta = next((known.element for known in metas if known.start > opening.start()), None)
        metas = [known for known in metas if known.start > opening.start()]
        yield _Volume(opening.start(), collection, found[1] if found else "", meta)


def record_fields(paper: Element, volume: _Volume | None) -> Fields:
    """The fields of one paper of a volume."""
    meta = volume.meta if volume else None
    date = join_date(_of(meta, "year"), month_number(_of(meta, "month")))
    acl = normalise_acl(text_in(paper.find("url"))) or ""
    doi = text_in(paper.find("doi"))
    fields = fields_of(
        {
            "title": _marked(paper.find("title")),
            "authors": _people(paper, "author"),
            "editors": _people(meta, "editor"),
            "abstract": _marked(paper.find("abstract")),
            "venue": _marked(meta.find("booktitle") if meta is not None else None),
            "kind": Kind.ARTICLE
            if meta is not None and meta.find("journal-volume") is not None
            else Kind.INPROCEEDINGS,
            "doi": doi_of(doi) or doi,
            "ids": without_empty({"acl": acl, "citekey": text_in(paper.find("bibkey"))}),
            "url": f"https://aclanthology.org/{acl}/" if acl else "",
            "details": without_empty(
                {
                    "pages": pages(text_in(paper.find("pages"))),
                    "publisher": _of(meta, "publisher"),
                    "address": _of(meta, "address"),
                    "volume": _of(meta, "journal-volume"),
                    "number": _of(meta, "journal-issue"),
                    "language": text_in(paper.find("language")),
                    **date_details(date),
                }
            ),
        }
    )
    fields.update(date_fields(date))
    return fields


def _of(meta: Element | None, name: str) -> str:
    return text_in(meta.find(name)) if meta is not None else ""


def _people(parent: Element | None, name: str) -> tuple[Name, ...]:
    found = parent.findall(name) if parent is not None else []
    return tuple(Name(given=text_in(one.find("first")), family=text_in(one.find("last"))) for one in found)


def _marked(element: Element | None) -> str:
    """Text with its formulas as LaTeX between dollars."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        inner = _marked(child)
        parts.append(f"${inner.strip('$')}$" if child.tag in _MATHS else inner)
        parts.append(child.tail or "")
    return " ".join("".join(parts).split())


READER = Reader(NAME, likeness, read)
