"""XML of a kind that no reader knows: one problem, rather than papers made of its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Problem, ReadItem
from generator.sources.reader import Reader, Source

NAME = "xml"

_XML = re.compile(r"\s{0,200}(?:<\?xml\s|<[A-Za-z_][\w:.-]{0,60}\s[^<>]{0,500}xmlns)")
_PAGE = re.compile(r"<(?:!doctype\s{1,9})?html\b", re.IGNORECASE)


def likeness(source: Source) -> float:
    """Middling where a text begins as XML does and is no web page."""
    return 0.6 if _XML.match(source.text) and not _PAGE.search(source.text[:3000]) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """One problem for all of it."""
    message = "XML of a kind that is not known: export BibTeX, RIS or CSL-JSON where it comes from"
    yield Problem("unknown-xml", "error", message, source.origin(1, len(source.lines), NAME))


READER = Reader(NAME, likeness, read)
