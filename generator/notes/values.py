"""Reading one value of a note's front matter: what it must look like, told in the keeper's words.

Values are taken as they are written (`arxiv: 1706.03760` stays text), without YAML's guesses at types.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import yaml

from generator.formats import DETAILS
from generator.identity import NORMALISERS, valid_key
from generator.model import Kind, Link
from generator.text import Name, safe_url


class BadValueError(ValueError):
    """A value that can't be used; the message says what is expected."""


Reader = Callable[[yaml.Node], Any]


def is_empty(node: yaml.Node) -> bool:
    """Whether nothing is written: `title:` or `title: ~`."""
    return isinstance(node, yaml.ScalarNode) and (not node.value.strip() or _is_null(node))


def _is_null(node: yaml.ScalarNode) -> bool:
    return node.style is None and node.value in ("~", "null", "Null", "NULL")


def text(node: yaml.Node) -> str:
    """One piece of text, white space folded."""
    if not isinstance(node, yaml.ScalarNode):
        raise BadValueError("expected text")
    return " ".join(node.value.split())


def texts(node: yaml.Node) -> tuple[str, ...]:
    """A list of texts; one text alone is a list of one."""
    if isinstance(node, yaml.SequenceNode):
        return tuple(dict.fromkeys(value for item in node.value if (value := text(item))))
    return (text(node),)


def words(node: yaml.Node) -> tuple[str, ...]:
    """A list of texts, or one text with commas between them."""
    if isinstance(node, yaml.SequenceNode):
        return texts(node)
    return tuple(dict.fromkeys(word for part in text(node).split(",") if (word := part.strip())))


def keys(node: yaml.Node) -> tuple[str, ...]:
    """A list of keys of papers."""
    found = words(node)
    for key in found:
        if not valid_key(key):
            raise BadValueError(f"expected keys of papers, found {key!r:.60}")
    return found


def names(node: yaml.Node) -> tuple[Name, ...]:
    """People: a list of names, or one text with 'and' or ';' between them; a name may be given in parts."""
    if isinstance(node, yaml.SequenceNode):
        return tuple(_name(item) for item in node.value)
    return Name.parse_list(text(node))


def _name(node: yaml.Node) -> Name:
    if isinstance(node, yaml.MappingNode):
        parts = {text(key): text(value) for key, value in node.value}
        if not parts.keys() <= {"given", "family", "suffix"} or not parts.get("family", parts.get("given")):
            raise BadValueError("expected a name: text, or `family`, `given`, `suffix`")
        return Name(**parts)
    if is_empty(node):
        raise BadValueError("expected a name, found nothing")
    return Name.parse(text(node))


def date(node: yaml.Node) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD."""
    value = text(node)
    try:
        if not re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", value):
            raise ValueError(value)
        datetime.date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError as error:
        raise BadValueError(f"expected a date such as 2026-11-22, found {value!r:.40}") from error
    return value


def year(node: yaml.Node) -> str:
    """Four digits."""
    value = text(node)
    if not re.fullmatch(r"[12]\d{3}", value):
        raise BadValueError(f"expected a year, found {value!r:.40}")
    return value


def number(low: int, high: int) -> Reader:
    """A reader of whole numbers in a range."""

    def read(node: yaml.Node) -> int:
        value = text(node)
        if not re.fullmatch(r"[0-9]{1,6}", value) or not low <= int(value) <= high:
            raise BadValueError(f"expected a number from {low} to {high}, found {value!r:.40}")
        return int(value)

    return read


def one_of(allowed: Sequence[str]) -> Reader:
    """A reader of one word out of several."""

    def read(node: yaml.Node) -> str:
        value = text(node)
        if value not in allowed:
            raise BadValueError(f"expected one of {', '.join(allowed)}, found {value!r:.40}")
        return value

    return read


def kind(node: yaml.Node) -> Kind:
    """A kind of publication."""
    return Kind(one_of([known.value for known in Kind])(node))


def identifier(name: str) -> Reader:
    """A reader of one sort of identifier, in any usual spelling."""

    def read(node: yaml.Node) -> str:
        value = text(node)
        known = NORMALISERS[name](value)
        if known is None:
            raise BadValueError(f"{value!r:.60} is no {name}")
        return known

    return read


def address(node: yaml.Node) -> str:
    """A web address."""
    value = safe_url(text(node))
    if value is None:
        raise BadValueError(f"expected an address that begins with https://, found {text(node)!r:.60}")
    return value


def links(node: yaml.Node) -> tuple[Link, ...]:
    """Addresses: a list of them, or `label: address`, or a list of such."""
    if isinstance(node, yaml.MappingNode):
        return tuple(Link(text(label), address(url)) for label, url in node.value)
    items = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(link for item in items for link in _links_of(item))


def _links_of(node: yaml.Node) -> tuple[Link, ...]:
    if not isinstance(node, yaml.MappingNode):
        url = address(node)
        return (Link(re.sub(r"^https?://(?:www\.)?", "", url).split("/", maxsplit=1)[0], url),)
    parts: Mapping[str, yaml.Node] = {text(key): value for key, value in node.value}
    if parts.keys() == {"label", "url"}:
        return (Link(text(parts["label"]), address(parts["url"])),)
    return links(node)


def private(node: yaml.Node) -> bool | tuple[str, ...]:
    """`true`, `false`, or a list of fields (`body` is the note's text)."""
    if isinstance(node, yaml.ScalarNode) and node.value.lower() in (
        "true",
        "yes",
        "on",
        "false",
        "no",
        "off",
    ):
        return node.value.lower() in ("true", "yes", "on")
    fields = words(node)
    for name in fields or ("nothing",):
        if name != "body" and name not in READERS:
            raise BadValueError(f"expected true, or a list of a note's fields, found {name!r:.40}")
    return fields


# Fields that correct the paper, by their names in `Fields`; identifiers and details stand by their own names.
CORRECTIONS: Mapping[str, Reader] = {
    "title": text,
    "authors": names,
    "editors": names,
    "year": year,
    "venue": text,
    "kind": kind,
    "abstract": text,
    "url": address,
    "comment": text,
    "created": date,
    "updated": date,
    "keywords": words,
}
IDS: Mapping[str, Reader] = {name: identifier(name) for name in NORMALISERS}
ABOUT_READING: Mapping[str, Reader] = {
    "topics": words,
    "status": one_of(("to-read", "reading", "read")),
    "started": date,
    "finished": date,
    "rating": number(1, 5),
    "tags": words,
    "links": links,
    "same_as": keys,
    "distinct_from": keys,
}
READERS: Mapping[str, Reader] = {
    **dict.fromkeys(DETAILS, text),
    **IDS,
    **CORRECTIONS,
    **ABOUT_READING,
}
