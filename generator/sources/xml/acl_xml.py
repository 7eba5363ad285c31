"""The ACL Anthology's XML: <collection><volume><meta>… <paper>… (schema.rnc of acl-org/acl-anthology)."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Iterator
from functools import partial
from xml.etree.ElementTree import Element

from generator.identity import normalise_acl
from generator.model import Fields, Kind, ReadItem
from generator.sources.common import (
    date_details,
    date_fields,
    doi_of,
    fields_of,
    join_date,
    month_number,
    without_empty,
)
from generator.sources.reader import Reader, Source
from generator.sources.tagged.tags import pages
from generator.sources.xml.records import records_of
from generator.sources.xml.slices import Slice, slices
from generator.sources.xml.texts import text_at
from generator.text import Name

NAME = "acl-xml"

_VOLUME = re.compile(r"<volume\s[^<>]{0,500}>")
_MATHS = ("tex-math", "latex")


def likeness(source: Source) -> float:
    """Certain where a collection has papers with titles."""
    text = source.text[:20_000]
    return 0.97 if "<collection" in text and "<volume" in text and "<meta" in text else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each <paper>."""
    yield from records_of(source, _papers(source.text), "paper", NAME)


def _papers(text: str) -> Iterator[tuple[Slice, Callable[[Element], Fields]]]:
    """Each paper, with what reads its fields as one of its volume, whose <meta> stands above its papers."""
    volumes = [found.start() for found in _VOLUME.finditer(text)]
    metas = [found for found in slices(text, "meta") if found.element is not None]
    starts = [found.start for found in metas]
    for paper in slices(text, "paper"):
        volume = volumes[max(bisect(volumes, paper.start) - 1, 0)] if volumes else len(text)
        at = bisect(starts, volume)
        yield paper, partial(record_fields, meta=metas[at].element if at < len(metas) else None)


def record_fields(paper: Element, meta: Element | None) -> Fields:
    """The fields of one paper. meta: what its volume says of itself."""
    date = join_date(text_at(meta, "year"), month_number(text_at(meta, "month")))
    acl = normalise_acl(text_at(paper, "url")) or ""
    doi = text_at(paper, "doi")
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
            "ids": without_empty({"acl": acl, "citekey": text_at(paper, "bibkey")}),
            "url": f"https://aclanthology.org/{acl}/" if acl else "",
            "details": without_empty(
                {
                    "pages": pages(text_at(paper, "pages")),
                    "publisher": text_at(meta, "publisher"),
                    "address": text_at(meta, "address"),
                    "volume": text_at(meta, "journal-volume"),
                    "number": text_at(meta, "journal-issue"),
                    "language": text_at(paper, "language"),
                    **date_details(date),
                }
            ),
        }
    )
    fields.update(date_fields(date))
    return fields


def _people(parent: Element | None, name: str) -> tuple[Name, ...]:
    found = parent.findall(name) if parent is not None else []
    return tuple(Name(given=text_at(one, "first"), family=text_at(one, "last")) for one in found)


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
