"""The records of a YAML list, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from generator.sources.json_items import Fault, Item

_ITEM = re.compile(r"^(?:- |-\n|---|(?:references|papers|entries|items):)", re.MULTILINE)
_TITLE = re.compile(r"^[ \t-]{0,20}title[ \t]*:", re.MULTILINE | re.IGNORECASE)
_LISTS = ("references", "papers", "entries", "items")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Plain data only; dates and numbers stay text, so that '2306.04380' keeps its zero."""


_Loader.yaml_implicit_resolvers = {}


def looks_like_yaml_list(text: str) -> bool:
    """Whether the text has items with titles, as YAML writes them, and its beginning can be read."""
    if not (_ITEM.search(text) and _TITLE.search(text)):
        return False
    starts = [found.start() for found in re.finditer(r"^-(?: |\n)", text, re.MULTILINE)][:6]
    sample = text[: starts[-1]] if len(starts) == 6 else text
    return any(isinstance(item, Item) for item in yaml_items(sample))


def yaml_items(text: str) -> Iterator[Item | Fault]:
    """The mappings of the list that the text is, or that it has under a usual name."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        start = mark.index if mark else 0
        yield Fault(
            str(getattr(error, "problem", None) or type(error).__name__), min(start, len(text)), len(text)
        )
        return
    known: dict[int, object] = {}
    for child in _sequence(node):
        if isinstance(child, yaml.MappingNode):
            value = _plain(child, known)
            if isinstance(value, dict):
                yield Item(value, child.start_mark.index, _end(text, child.end_mark.index))


def _sequence(node: Any) -> list[Any]:
    if isinstance(node, yaml.SequenceNode):
        return list(node.value)
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if isinstance(value, yaml.SequenceNode) and name.value in _LISTS:
                return list(value.value)
    return []


def _plain(node: Any, known: dict[int, object]) -> object:
    """The node's value, text as it is written. Each node once: aliases cost nothing, loops end."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if id(node) not in known:
        known[id(node)] = None
        if isinstance(node, yaml.SequenceNode):
            known[id(node)] = [_plain(child, known) for child in node.value]
        else:
            known[id(node)] = {str(name.value): _plain(value, known) for name, value in node.value}
    return known[id(node)]


def _end(text: str, end: int) -> int:
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end
