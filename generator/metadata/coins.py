"""COinS: a paper in a list, as reference managers find it in the page.

Sources: ANSI/NISO Z39.88-2004 (KEV formats journal, book, dissertation, dc); Zotero's COinS translator.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from generator.exports.facts import date_parts, page_range, real_venue
from generator.exports.markdown import best_address
from generator.metadata.kinds import KIND_NAMES
from generator.metadata.people import written
from generator.model import COLLABORATION, Kind, Paper
from generator.text import fold, xml_text

_FORMAT = "info:ofi/fmt:kev:mtx:"
_JOURNAL, _BOOK, _THESIS, _DC = (
    f"{_FORMAT}journal",
    f"{_FORMAT}book",
    f"{_FORMAT}dissertation",
    f"{_FORMAT}dc",
)
# Format, genre, key of the title and key of the venue; kinds not named here are written as Dublin Core.
_SHAPES: dict[Kind, tuple[str, str, str, str]] = {
    Kind.ARTICLE: (_JOURNAL, "article", "atitle", "jtitle"),
    Kind.INPROCEEDINGS: (_BOOK, "proceeding", "atitle", "btitle"),
    Kind.CHAPTER: (_BOOK, "bookitem", "atitle", "btitle"),
    Kind.BOOK: (_BOOK, "book", "btitle", "series"),
    Kind.PROCEEDINGS: (_BOOK, "book", "btitle", "series"),
    Kind.REPORT: (_BOOK, "report", "btitle", "series"),
    Kind.THESIS: (_THESIS, "", "title", "inst"),
}
_DETAILS = {
    "volume": "volume",
    "number": "issue",
    "publisher": "pub",
    "address": "place",
    "edition": "edition",
}


def coins_span(paper: Paper) -> str:
    """An empty HTML element that holds the paper; '' without a title, which such a record has to have."""
    return f'<span class="Z3988" title="{xml_text(context_object(paper))}"></span>' if paper.title else ""


def context_object(paper: Paper) -> str:
    """The OpenURL ContextObject, keys and values in order, percent-encoded."""
    pairs = [("ctx_ver", "Z39.88-2004"), *((key, value) for key, value in _pairs(paper) if value)]
    return "&".join(f"{key}={quote(value, safe=':/')}" for key, value in pairs)


def _pairs(paper: Paper) -> Iterator[tuple[str, str]]:
    format, genre, title_key, venue_key = _SHAPES.get(paper.kind, (_DC, "", "title", "source"))
    venue = real_venue(paper)
    yield "rft_val_fmt", format
    yield "rft.genre", genre
    yield "rft.type", KIND_NAMES[paper.kind].zotero if format == _DC else ""
    yield f"rft.{title_key}", paper.title.plain if paper.title else ""
    yield f"rft.{venue_key}", venue.plain if venue else fold(paper.details.get("institution", ""))
    # Not all of a collaboration's thousands, 40 bytes each in every list: the paper's page has them.
    yield from (("rft.au", written(name)) for name in paper.authors[:COLLABORATION])
    yield "rft.date", "-".join(f"{part:02}" for part in date_parts(paper))
    if format != _DC:
        yield from _book_data(paper)
    yield "rft_id", f"info:doi/{paper.doi}" if paper.doi else ""
    yield "rft_id", best_address(paper) or ""


def _book_data(paper: Paper) -> Iterator[tuple[str, str]]:
    yield from ((f"rft.{key}", fold(paper.details.get(detail, ""))) for detail, key in _DETAILS.items())
    first, last = page_range(paper.details.get("pages", ""))
    yield "rft.pages", fold(f"{first}-{last}" if last else first)
    yield from ((f"rft.{name}", fold(paper.ids.get(name, ""))) for name in ("isbn", "issn"))
