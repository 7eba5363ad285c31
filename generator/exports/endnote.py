"""EndNote XML, as EndNote imports it. The paths are those of `formats.ENDNOTE_FIELDS`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.exports.facts import (
    authors_and_others,
    date_parts,
    listed_name,
    other_ids,
    other_values,
    reference_values,
)
from generator.formats import ENDNOTE_FIELDS, KINDS
from generator.model import Entry, Paper
from generator.text import fold, xml_text

_TYPE_OF = {row.kind: (row.endnote, row.endnote_number) for row in KINDS}
_PLACED = frozenset({row.field for row in ENDNOTE_FIELDS} | {"year", "month", "day"})
_IDS_PLACED = ("doi", "isbn", "issn")


def write_endnote(entries: Sequence[Entry]) -> str:
    """An XML document, UTF-8."""
    records = "".join(_record(number, entry) for number, entry in enumerate(entries, start=1))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n{records}</records></xml>\n'


def _record(number: int, entry: Entry) -> str:
    paper = entry.paper
    values = reference_values(paper)
    name, code = _TYPE_OF[paper.kind]
    parts = [
        f'<ref-type name="{xml_text(name)}">{code}</ref-type>',
        _contributors(paper),
        *_fields(values),
        _group("keywords", (_element("keyword", fold(word)) for word in paper.keywords)),
        _dates(paper),
        _element("isbn", "\n".join(fold(paper.ids[name]) for name in ("isbn", "issn") if name in paper.ids)),
        _element("accession-num", "\n".join(_accessions(paper))),
        _element("label", entry.key),
        _element(
            "custom7", "\n".join(f"{name}: {value}" for name, value in other_values(values, _PLACED).items())
        ),
    ]
    return f"<record><rec-number>{number}</rec-number>{''.join(parts)}</record>\n"


def _fields(values: dict[str, str]) -> Iterator[str]:
    """The single values, those that share a parent in one element."""
    parents: dict[str, list[str]] = {}
    for row in ENDNOTE_FIELDS:
        parent, _, name = row.names[0].rpartition("/")
        if row.field in values:
            parents.setdefault(parent, []).append(_element(name, values[row.field]))
    for parent, children in parents.items():
        yield from children if not parent else [_nested(parent, "".join(children))]


def _nested(path: str, content: str) -> str:
    for name in reversed(path.split("/")):
        content = f"<{name}>{content}</{name}>"
    return content


def _contributors(paper: Paper) -> str:
    authors = _group("authors", (_element("author", listed_name(name)) for name in authors_and_others(paper)))
    editors = _group("secondary-authors", (_element("author", listed_name(name)) for name in paper.editors))
    return _group("contributors", [authors, editors])


def _dates(paper: Paper) -> str:
    year, *rest = date_parts(paper) or [0]
    if not year:
        return ""
    iso = "-".join([str(year), *(f"{part:02}" for part in rest)])
    published = _nested("pub-dates/date", iso) if rest else ""
    return f"<dates><year>{year}</year>{published}</dates>"


def _accessions(paper: Paper) -> list[str]:
    ids = other_ids(paper, _IDS_PLACED).items()
    return [f"{'arXiv' if name == 'arxiv' else name}:{value}" for name, value in ids]


def _group(name: str, children: Iterable[str]) -> str:
    content = "".join(children)
    return f"<{name}>{content}</{name}>" if content else ""


def _element(name: str, value: str) -> str:
    return f"<{name}>{xml_text(value)}</{name}>" if value else ""
