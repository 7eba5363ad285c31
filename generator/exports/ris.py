"""RIS, for Zotero, EndNote, Mendeley and most others. The tags are those of `formats.RIS_FIELDS`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.exports.facts import (
    authors_and_others,
    date_parts,
    listed_name,
    other_ids,
    other_values,
    page_range,
    reference_values,
)
from generator.formats import KINDS, RIS_FIELDS
from generator.model import Entry, Paper
from generator.text import fold

_TYPE_OF = {row.kind: row.ris for row in KINDS}
_PLACED = frozenset({row.field for row in RIS_FIELDS} | {"pages", "month", "day"})
_IDS_PLACED = frozenset({"doi", "isbn", "issn"})


def write_ris(entries: Sequence[Entry]) -> str:
    """A .ris file."""
    return "\n".join(entry_to_ris(entry) for entry in entries)


def entry_to_ris(entry: Entry) -> str:
    """One record, from TY to ER."""
    lines = [("TY", _TYPE_OF[entry.paper.kind]), ("ID", entry.key), *_tags(entry.paper), ("ER", "")]
    return "".join(f"{tag}  - {value}\n" for tag, value in lines)


def _tags(paper: Paper) -> Iterator[tuple[str, str]]:
    values = reference_values(paper)
    several = {
        "authors": [listed_name(name) for name in authors_and_others(paper)],
        "editors": [listed_name(name) for name in paper.editors],
        "keywords": [fold(word) for word in paper.keywords],
    }
    for row in RIS_FIELDS:
        for value in several.get(row.field) or filter(None, [values.get(row.field)]):
            yield row.names[0], value
        if row.field == "year":
            yield from _date(paper)
        if row.field == "number":
            yield from _pages(values.get("pages", ""))
    yield from (("SN", fold(paper.ids[name])) for name in ("isbn", "issn") if name in paper.ids)
    for name, value in other_ids(paper, _IDS_PLACED).items():
        yield "AN", f"{'arXiv' if name == 'arxiv' else name}:{value}"
    yield from (("U1", f"{name}: {value}") for name, value in other_values(values, _PLACED).items())


def _date(paper: Paper) -> Iterator[tuple[str, str]]:
    """DA has four places, empty where not known: YYYY/MM/DD/other."""
    year, *rest = date_parts(paper) or [0]
    if rest:
        yield "DA", "/".join([str(year), *(f"{part:02}" for part in rest), *[""] * (3 - len(rest))])


def _pages(pages: str) -> Iterator[tuple[str, str]]:
    first, last = page_range(pages)
    if first:
        yield "SP", first
    if last:
        yield "EP", last
