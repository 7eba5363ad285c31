"""Elements of an XML text, found by their tags and parsed one by one.

A broken one costs no other, and each has its lines. Parsed with defusedxml; definitions of entities are never
seen.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from generator.sources.xml.mending import mended
from generator.text import unescape_html

_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)([A-Za-z][A-Za-z0-9]{1,30};)?")


_PREFIX = re.compile(r"(</?)[A-Za-z_][\w.-]{0,30}:(?=[A-Za-z_])")
_PREFIXED_ATTRIBUTE = re.compile(r"""(\s)(?!xml)[A-Za-z_][\w.-]{0,30}:(?=[\w.-]{1,40}\s?=\s?["'])""")


@dataclass(frozen=True, slots=True)
class Slice:
    """An element and its offsets; element is None where it cannot be parsed, `fault` says why."""

    element: Element | None
    start: int
    end: int
    fault: str = ""


def start_tag(*names: str) -> re.Pattern[str]:
    """What finds the start of an element of one of the names, whatever prefix its namespace has."""
    return re.compile(rf"<((?:[A-Za-z_][\w.-]{{0,30}}:)?(?:{'|'.join(names)}))(?=[\s>])")


def slices(text: str, *names: str) -> Iterator[Slice]:
    """The elements of those names, under any prefix, in order, none in another. One never closed ends where
    the next begins; of one never opened all that stands between others is taken, up to its end."""
    named = rf"(?:{'|'.join(names)})(?=[\s>])"
    prefixed = re.search(f":{named}", text)  # seldom so: to look for prefixes takes its time
    tags = start_tag(*names) if prefixed else re.compile(f"<({named})")
    found = [(found.start(), found[1]) for found in tags.finditer(text)]
    stops = [*(start for start, _ in found[1:]), len(text)]
    closed = re.compile(rf"</(?:[A-Za-z_][\w.-]{{0,30}}:)?(?:{'|'.join(names)})\s?>")
    at = 0
    for (start, name), stop in zip(found, stops, strict=False):
        yield from _torn(text, closed, at, start)
        closing = f"</{name}>"
        end = text.find(closing, start, stop)
        if end < 0:
            at = len(text[:stop].rstrip())
            yield Slice(None, start, at, f"{closing} is missing")
        else:
            at = end + len(closing)
            yield parsed(text, start, at)
    yield from _torn(text, closed, at, len(text))


def _torn(text: str, closed: re.Pattern[str], start: int, end: int) -> Iterator[Slice]:
    """What is left between two offsets of an element whose beginning is missing."""
    last = deque(closed.finditer(text, start, end), maxlen=1)
    if last:
        first = end - len(text[start:end].lstrip())
        yield Slice(None, first, last[0].end(), "its beginning is missing")


def parsed(text: str, start: int, end: int) -> Slice:
    """The element between two offsets; what is no XML in its texts is mended."""
    part = _NAMED.sub(_decoded, text[start:end])
    try:
        return Slice(_without_namespaces(part), start, end)
    except (ParseError, DefusedXmlException, ValueError, RecursionError) as error:
        fault = str(error) or type(error).__name__
        changed = mended(part) if isinstance(error, ParseError) else part
    try:
        element = _without_namespaces(changed) if changed != part else None
    except (ParseError, DefusedXmlException, ValueError, RecursionError):
        element = None
    return Slice(element, start, end, "" if element is not None else fault)


def _without_namespaces(text: str) -> Element:
    """The element with local names only; prefixes may be declared outside of it."""
    try:
        root: Element = fromstring(text)
    except ParseError as error:
        if "unbound prefix" not in str(error):
            raise
        root = fromstring(_PREFIXED_ATTRIBUTE.sub(r"\1", _PREFIX.sub(r"\1", text)))
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    return root


def _decoded(found: re.Match[str]) -> str:
    """HTML's named references are no part of XML; a lone ampersand is one."""
    if not found[1]:
        return "&amp;"
    text = unescape_html(found[0])
    return text if text != found[0] and not set(text) & set("<>&") else "&amp;" + found[1]
