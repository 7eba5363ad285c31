"""What Evernote exports (.enex): notes, each a page of its own with the address that it was taken from.

A notebook holds more than papers: only notes that lead to one, or have its abstract, are read.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from generator.model import Problem
from generator.sources.bytes.decode import problem
from generator.sources.common import one_line
from generator.sources.found_ids import find_ids, is_published
from generator.sources.reader import Container
from generator.text import unescape_html

_MARK = b"<en-export"
_HEAD = 2_000
_LONGEST = 80  # characters of a name
_PREAMBLE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>)?\s*(?:<!DOCTYPE[^>]{0,300}>)?\s*")
_ABSTRACT = re.compile(r"\babstract\b", re.IGNORECASE)


def _unpack(data: bytes, shown: str) -> Iterator[tuple[str, bytes] | Problem]:
    """The notes about papers as pages, under the name of the file, a number and their title."""
    text = data.decode("utf-8", "replace")
    without = number = at = 0
    while (start := text.find("<note>", at)) >= 0:
        end = text.find("</note>", start)
        at = end + 1 if end >= 0 else len(text)
        number += 1
        title, page = _page(text[start:at])
        if page:
            yield f"{shown}/{number} {title}", page.encode("utf-8", "replace")
        else:
            without += 1
    if without:
        message = f"{without} of {number} notes lead to no paper and were not read: give them its address"
        yield problem("empty-record", "info", message, shown)


def _page(note: str) -> tuple[str, str]:
    """The title of a note, and the note as a page; '' where it is about no paper."""
    title = one_line(unescape_html(_within(note, "title")))
    address = unescape_html(_within(note, "source-url"))
    content = _content(note)
    by_source = _leads(address)
    led = sum(_is_paper(found.name, found.value) for found in find_ids(content))
    if not (by_source or led or _leads(title) or _ABSTRACT.search(content)):
        return title, ""
    head = [title, address] if by_source else [title] if led < 2 else []
    above = "".join(f"<p>{html.escape(line)}</p>" for line in head)
    name = title.replace("/", "-")[:_LONGEST]
    shown = f"<title>{html.escape(title)}</title>" if head else ""
    return name, f"<html><head>{shown}</head><body>{above}\n{content}</body></html>"


def _leads(text: str) -> bool:
    return any(_is_paper(found.name, found.value) for found in find_ids(text))


def _is_paper(name: str, value: str) -> bool:
    return name != "url" or is_published(value)


def _content(note: str) -> str:
    """The text of a note, which is a document within the document."""
    content = _within(note, "content").strip()
    if content.startswith("<![CDATA["):
        content = content[9:].removesuffix("]]>").replace("]]]]><![CDATA[>", "]]>")
    else:
        content = unescape_html(content)
    return _PREAMBLE.sub("", content, count=1)


def _within(note: str, tag: str) -> str:
    start, end = note.find(f"<{tag}>"), note.find(f"</{tag}>")
    return note[start + len(tag) + 2 : end] if 0 <= start < end else ""


EVERNOTE = Container("evernote", lambda data: _MARK in data[:_HEAD], _unpack)
