"""XML with what is none in its texts: `<` as a sign, mark-up of HTML that is never closed or never opened."""

from __future__ import annotations

import re
from collections.abc import Iterator

_VALUE = r"\s{0,9}=\s{0,9}(?:\"[^\"<]*\"|'[^'<]*')"
_TOKEN = re.compile(
    rf"<!--|<!\[CDATA\[|<\?|<(?P<end>/?)(?P<name>[A-Za-z_][\w:.-]{{0,80}})(?:\s{{1,99}}[\w:.-]{{1,80}}{_VALUE})*"
    r"\s{0,99}(?P<empty>/?)>|<"
)
_CLOSED_BY = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
_OF_TEXTS = frozenset("a b br center div em font hr i li nobr ol p small span strong sub sup tt u ul".split())
_DEEPEST = 20  # tags of HTML in one another


def mended(text: str) -> str:
    """The text with signs escaped and tags of HTML without their other one left out, a blank for each; all
    other tags as they are."""
    parts = list(_parts(text))
    opened: list[tuple[str, int]] = []  # tags of HTML in the element that is open, and where
    for number, (part, name) in enumerate(parts):
        if not name:
            continue
        if name not in _OF_TEXTS or len(opened) > _DEEPEST:
            _leave_out(parts, opened, 0)
        if name not in _OF_TEXTS:
            continue
        if not part.startswith("</"):
            opened.append((name, number))
        elif name in dict(opened):
            at = max(place for place, one in enumerate(opened) if one[0] == name)
            _leave_out(parts, opened, at + 1)
            opened.pop()
        else:
            parts[number] = (" ", "")
    _leave_out(parts, opened, 0)
    return "".join(part for part, _ in parts)


def _leave_out(parts: list[tuple[str, str]], opened: list[tuple[str, int]], start: int) -> None:
    for _, number in opened[start:]:
        parts[number] = (" ", "")
    del opened[start:]


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The pieces of a text, with the names of those that are tags, but of those that close themselves."""
    at = 0
    while found := _TOKEN.search(text, at):
        yield text[at : found.start()], ""
        at = found.end()
        if closing := _CLOSED_BY.get(found[0]):
            end = text.find(closing, at)
            at = end + len(closing) if end >= 0 else len(text)
            yield text[found.start() : at], ""
        elif found["name"]:
            yield found[0], "" if found["empty"] else found["name"].lower()
        else:
            yield "&lt;", ""
    yield text[at:], ""
