"""XML of a kind that no reader knows: one problem, rather than papers made of its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Problem, ReadItem
from generator.sources.reader import Reader, Source

NAME = "xml"

_XML = re.compile(r"\s{0,200}(?:<\?xml\s|<[A-Za-z_][\w:.-]{0,60}\s[^<>]{0,500}xmlns)")
_ELEMENT = re.compile(r"\s{0,200}<([A-Za-z_][\w:.-]{0,60})[\s>]")
_PAGE = re.compile(r"<(?:!doctype\s{1,9})?html\b", re.IGNORECASE)
_HTML = frozenset(
    "a article b blockquote body center dd div dl dt em font footer h1 h2 h3 h4 header html i li main "
    "nav ol p pre section small span strong sub sup table tbody td th tr tt u ul".split()
)


def likeness(source: Source) -> float:
    """Middling where a text begins as XML does, or is one element, and is no web page."""
    if _PAGE.search(source.text[:3000]):
        return 0.0
    return 0.6 if _XML.match(source.text) or _is_element(source.text) else 0.0


def _is_element(text: str) -> bool:
    """Whether a text with elements in it starts and ends with one that is none of HTML's."""
    found = _ELEMENT.match(text)
    whole = found is not None and text.rstrip().endswith(f"</{found[1]}>") and text.count("</") > 2
    return whole and found is not None and found[1].lower() not in _HTML


def read(source: Source) -> Iterator[ReadItem]:
    """One problem for all of it."""
    message = "XML of a kind that is not known: export BibTeX, RIS or CSL-JSON where it comes from"
    yield Problem("unknown-xml", "error", message, source.origin(1, len(source.lines), NAME))


READER = Reader(NAME, likeness, read)
