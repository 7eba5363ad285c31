"""COinS: papers that a page names in the titles of empty spans, as Wikipedia, Zotero's bibliographies,
library catalogues and lists made with this program have them.

Sources: ANSI/NISO Z39.88-2004, its KEV formats journal, book, dissertation and dc.
"""

from __future__ import annotations

from urllib.parse import parse_qs

from generator.model import Fields, Kind
from generator.sources.common import (
    arxiv_of,
    date_details,
    date_fields,
    date_of,
    doi_of,
    fields_of,
    page_range,
    without_empty,
)
from generator.sources.tagged.tags import person
from generator.text import Name

_PMID = "info:pmid/"
CLASS = "z3988"
_KINDS = {
    "article": Kind.ARTICLE,
    "preprint": Kind.PREPRINT,
    "proceeding": Kind.INPROCEEDINGS,
    "bookitem": Kind.CHAPTER,
    "book": Kind.BOOK,
    "conference": Kind.PROCEEDINGS,
    "report": Kind.REPORT,
}
_FORMATS = {"journal": Kind.ARTICLE, "book": Kind.BOOK, "dissertation": Kind.THESIS}
_DETAILS = {
    "volume": "volume",
    "number": "issue",
    "publisher": "pub",
    "address": "place",
    "edition": "edition",
}
_PAIRS = 200  # keys and values of one paper


def coins_fields(title: str) -> Fields:
    """The fields of the paper in the title of a span; none where it names no title."""
    try:
        pairs = parse_qs(title, max_num_fields=_PAIRS)
    except ValueError:
        return Fields()
    told = {
        key.removeprefix("rft."): [" ".join(value.split()) for value in values]
        for key, values in pairs.items()
    }

    def first(*keys: str) -> str:
        return next((told[key][0] for key in keys if told.get(key)), "")

    name = first("atitle") or first("btitle", "title")
    if not name:
        return Fields()
    held = "atitle" in told
    addresses = told.get("rft_id", [])
    pmid = next((text.removeprefix(_PMID) for text in addresses if text.startswith(_PMID)), "")
    date = date_of(first("date"))
    pages = first("pages") or page_range(first("spage"), first("epage"))
    details = {ours: first(key) for ours, key in _DETAILS.items()}
    fields = fields_of(
        {
            "title": name,
            "authors": _authors(told),
            "venue": first("jtitle", "btitle", "title", "stitle") if held else first("series", "source"),
            "kind": _kind(first("rft_val_fmt"), first("genre")),
            "doi": doi_of(*addresses),
            "arxiv": arxiv_of(*addresses),
            "ids": without_empty({"pmid": pmid, **{key: first(key) for key in ("isbn", "issn")}}),
            "url": next((address for address in addresses if address.startswith("http")), ""),
            "abstract": first("description"),
            "details": without_empty({**details, "pages": pages, **date_details(date)}),
        }
    )
    fields.update(date_fields(date))
    return fields


def _authors(told: dict[str, list[str]]) -> tuple[Name, ...]:
    """The first author in parts, where he is not among the others again."""
    others = [person(name) for name in (*told.get("au", []), *told.get("creator", []))]
    family = next(iter(told.get("aulast", [])), "")
    given = next(iter(told.get("aufirst", []) or told.get("auinit", [])), "")
    first = Name(given=given, family=family)
    again = any(name.family == family or name.plain == first.plain for name in others[:1])
    return tuple(dict.fromkeys([*([first] if family and not again else []), *others]))


def _kind(format: str, genre: str) -> Kind:
    return _KINDS.get(genre) or _FORMATS.get(format.rpartition(":")[2], Kind.MISC)
