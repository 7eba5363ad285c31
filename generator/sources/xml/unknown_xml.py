"""XML of a kind that no reader knows: the elements that name papers, or one problem.

Papers are never made of tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Problem, ReadItem
from generator.sources.reader import Reader, Source
from generator.sources.xml import bookmarks, elsevier, esummary, tags_in_xml
from generator.sources.xml.records import element_records
from generator.sources.xml.xml_list import fields_of_element, record_tags

NAME = "xml"

_COMMENTS = re.compile(r"(?:\s{1,200}|<!--(?:[^-]|-(?!->)){0,9999}-->){0,99}")
_XML = re.compile(r"<\?xml\s|<!DOCTYPE\s|<[A-Za-z_][\w:.-]{0,60}\s[^<>]{0,500}xmlns", re.IGNORECASE)
_ELEMENT = re.compile(r"\s{0,200}<([A-Za-z_][\w:.-]{0,60})[\s>]")
_PAGE = re.compile(r"<(?:!doctype\s{1,9})?html\b", re.IGNORECASE)
# Elements of HTML, and those in which JATS has an abstract, as Crossref gives it.
_OF_TEXTS = frozenset(
    "a abstract article aside b blockquote body center cite dd details div dl dt em figure font footer form "
    "h1 h2 h3 h4 h5 h6 header html i li main nav ol p pre sec section small span strong sub sup table tbody "
    "td th tr tt u ul".split()
)


def likeness(source: Source) -> float:
    """Middling where a text begins as XML does, be it below comments, or is one element, but no web page;
    high for bookmarks, whose elements a web page has too."""
    if bookmarks.are_bookmarks(source.text):
        return 0.97
    if _PAGE.search(source.text[:3000]):
        return 0.0
    begin = _COMMENTS.match(source.text)
    return 0.6 if (begin and _XML.match(source.text, begin.end())) or _is_element(source.text) else 0.0


def _is_element(text: str) -> bool:
    """Whether a text with elements in it starts and ends with one that is no part of a text or a web page."""
    found = _ELEMENT.match(text)
    if found is None or found[1].rpartition(":")[2].lower() in _OF_TEXTS:
        return False
    return text.rstrip().endswith(f"</{found[1]}>") and text.count("</") > 2


def read(source: Source) -> Iterator[ReadItem]:
    """A record each element that names a paper; one problem for all of it where none does."""
    if bookmarks.are_bookmarks(source.text):
        told = list(bookmarks.read(source, NAME))
        yield from told or [_unknown(source)]
    elif known := tags_in_xml.reading(source.text) or elsevier.reading(source.text):
        yield from element_records(source, known[0], "record", NAME, known[1])
    elif esummary.MARK.search(source.text[:2000]):
        yield from element_records(source, esummary.TAGS, "record", NAME, esummary.record_fields)
    elif tags := record_tags(source.text):
        yield from element_records(source, tags, "record", NAME, fields_of_element)
    else:
        yield _unknown(source)


def _unknown(source: Source) -> Problem:
    message = "XML of a kind that is not known: export BibTeX, RIS or CSL-JSON where it comes from"
    return Problem("unknown-xml", "error", message, source.origin(1, len(source.lines), NAME))


READER = Reader(NAME, likeness, read)
