"""The records of a YAML document, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

import yaml

from generator.sources.json.decoding import Fault
from generator.sources.json.items import Item
from generator.sources.json.yaml_nodes import (
    ERRORS,
    Loader,
    Record,
    is_mapping,
    is_single,
    names,
    parts_within,
    plain,
    records,
)
from generator.sources.json.yaml_parts import mended, parts_of
from generator.sources.lines import strip_back

TITLE = re.compile(r"^[ \t-]{0,20}title[ \t]*:", re.MULTILINE | re.IGNORECASE)


def yaml_items(text: str) -> Iterator[Item | Fault]:
    """The mappings of the list that the text is, or that it has under a usual name.

    Of several documents those with a title; one mapping may be a record itself. Text below a
    document need not be YAML.
    """
    nodes: list[Any] = []
    try:
        nodes.extend(yaml.compose_all(text, Loader=Loader))
    except ERRORS as error:
        if not nodes or TITLE.search(text, nodes[-1].end_mark.index):
            apart = [item for start, end in parts_of(text) for item in _one(text, start, end)]
            yield from apart or [_fault(error, 0, strip_back(text, len(text)))]
            return
    known: dict[int, object] = {}
    titled: list[Record] = [(node, {}, node.start_mark.index) for node in nodes if "title" in names(node)]
    alone = len(titled) > 1 or is_single(nodes)
    for child, own, start in titled if alone else chain.from_iterable(map(records, nodes)):
        end = min([child.end_mark.index, *(part.start_mark.index for part in parts_within(child))])
        yield from _item(child, own, start, strip_back(text, end), known)


def _one(text: str, start: int, end: int) -> Iterator[Item | Fault]:
    """The records in a part of a text, read by itself."""
    end = strip_back(text, end)
    try:
        node = yaml.compose(mended(text[start:end], _is_yaml), Loader=Loader)
    except ERRORS as error:
        yield _fault(error, start, end)
        return
    known: dict[int, object] = {}
    own: list[Record] = [(node, {}, start)] if "title" in names(node) else []
    found = list(records(node)) or own
    if not found and TITLE.search(text, start, end):
        yield Fault("no item of a list", start, end)
    for child, said, _ in found:
        yield from _item(child, said, start, end, known)


def _item(node: Any, own: dict[str, str], start: int, end: int, known: dict[int, object]) -> Iterator[Item]:
    """The item that a mapping is, with what its place says of it; known: values of nodes by their ids."""
    value = plain(node, known)
    if isinstance(value, dict):
        yield Item({**own, **value} if own else value, start, end)


def _is_yaml(text: str) -> bool:
    try:
        yaml.compose(text, Loader=Loader)
    except ERRORS:
        return False
    return True


def _fault(error: Exception, start: int, end: int) -> Fault:
    """What is wrong with a part of a text."""
    return Fault(str(getattr(error, "problem", None) or type(error).__name__), start, end)


def yaml_mapping(text: str) -> dict[str, object]:
    """The mapping that the text is, its values text as they are written; empty where it is none."""
    try:
        node = yaml.compose(text, Loader=Loader)
        value = plain(node, {}) if is_mapping(node) else {}
    except ERRORS:
        return {}
    return value if isinstance(value, dict) else {}
