"""The records of a TOML document, each with its place in the text.

Those of a list, [[papers]], or tables under their keys.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from generator.sources.json.decoding import Fault
from generator.sources.json.items import Item

_TABLE = r"\[{1,2}[ \t]*(?:[\w-]{1,80}|\"[^\"\n]{1,80}\")[ \t]*\]{1,2}[ \t]*(?:#[^\n]*)?$"
_HEAD = re.compile(rf"^{_TABLE}", re.MULTILINE)
_START = re.compile(rf"(?:[ \t]*(?:#[^\n]*|[\w-]+[ \t]*=[^\n]*)?\n){{0,40}}{_TABLE}", re.MULTILINE)
_TITLE = re.compile(r"^[ \t]*title[ \t]*=[ \t]*[\"']", re.MULTILINE | re.IGNORECASE)

_DEEP = re.compile(r"(?:[\w-]{1,80}[ \t]{0,9}\.[ \t]{0,9}){100}")  # keys in keys take time in the square


def looks_like_toml(text: str) -> bool:
    """Whether the text has tables with titles, as TOML writes them, and one of them can be read."""
    if not (_START.match(text) and _TITLE.search(text)):
        return False
    return any(isinstance(item, Item) for item in toml_items(text))


def toml_items(text: str) -> Iterator[Item | Fault]:
    """The tables that have a title, with those inside them; a table is read by itself."""
    starts = [found.start() for found in _HEAD.finditer(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end].rstrip()
        if _DEEP.search(part):
            yield Fault("keys too deep in one another", start, start + len(part))
            continue
        try:
            name, value = next(iter(tomllib.loads(part).items()))
        except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
            yield Fault(str(error).partition(" (at ")[0], start, start + len(part))
            continue
        listed = isinstance(value, list)
        record = value[0] if listed else value
        if "title" in record:
            yield Item(record if listed else {"key": name, **record}, start, start + len(part))
