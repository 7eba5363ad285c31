"""The nodes of a YAML document, and which of them are records.

Those of a list, Hayagriva's and pybtex's under their keys, a CITATION.cff's and what it refers to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from generator.sources.json.decoding import object_of

ERRORS = (yaml.YAMLError, RecursionError, ValueError)  # of a text that is no YAML
_LISTS = ("references", "papers", "entries", "items")
_DEEPEST = 3  # lists in lists
_PREFERRED = "preferred-citation"
_OF_PAPERS = frozenset({"author", "authors", "editor", "year", "date", "doi"})


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Plain data only; dates and numbers stay text, so that '2306.04380' keeps its zero."""


Loader.yaml_implicit_resolvers = {}

Record = tuple[Any, dict[str, str], int]  # a mapping, what its place says of it, where it begins


def nodes_of(text: str) -> list[Any]:
    """The nodes of the documents of a text; none of a text that is not YAML to its end."""
    try:
        return list(yaml.compose_all(text, Loader=Loader))
    except ERRORS:
        return []


def records(node: Any, depth: int = 0) -> Iterator[Record]:
    """The mappings that are records; depth: lists that this one stands in."""
    if isinstance(node, yaml.SequenceNode):
        for child in filter(is_mapping, node.value):
            within = depth < _DEEPEST and "title" not in names(child)
            held = list(records(child, depth + 1)) if within else []
            yield from held or [(child, {}, child.start_mark.index)]
        return
    if not is_mapping(node):
        return
    members = {str(name.value): value for name, value in node.value}
    if "cff-version" in members:
        yield node, {}, node.start_mark.index
    for name, value in node.value:
        listed = isinstance(value, yaml.SequenceNode)
        own = name.value in _LISTS and (listed or _holds_papers(value))
        if own or ("title" not in members and _lists_papers(value)):
            yield from records(value, depth)
        elif name.value == _PREFERRED and is_mapping(value):
            yield value, {}, name.start_mark.index
    if all(is_mapping(value) for value in members.values()):
        most = 2 * sum("title" in names(value) for value in members.values()) > len(members)
        for name, value in node.value:
            if most or "title" in names(value):
                yield value, {"key": str(name.value)}, name.start_mark.index


def is_single(nodes: list[Any]) -> bool:
    """Whether a record is all that the documents are; a rule at the end begins an empty one."""
    return bool(nodes) and _is_record(nodes[0]) and not any(node.value for node in nodes[1:])


def _is_record(node: Any) -> bool:
    """Whether a mapping is a paper itself, and holds none."""
    own = [str(name.value) for name, _ in node.value] if is_mapping(node) else []
    return "title" in own and len(set(own)) == len(own) and not any(True for _ in records(node))


def _holds_papers(node: Any) -> bool:
    """Whether most of what a mapping holds has a title and, as papers alone do, people or a year."""
    held = [value for _, value in node.value] if is_mapping(node) else []
    return 2 * sum(map(_is_paper, held)) > len(held)


def _lists_papers(node: Any, depth: int = 0) -> bool:
    """Whether most of a list are papers or hold such lists, under whatever name it stands."""
    listed = node.value if isinstance(node, yaml.SequenceNode) and depth < _DEEPEST else []
    return 2 * sum(_is_paper(child) or _has_list(child, depth + 1) for child in listed) > len(listed)


def _is_paper(node: Any) -> bool:
    own = set(names(node))
    return "title" in own and not own.isdisjoint(_OF_PAPERS)


def _has_list(node: Any, depth: int) -> bool:
    return is_mapping(node) and any(_lists_papers(value, depth) for _, value in node.value)


def parts_within(node: Any) -> list[Any]:
    """The records that stand within a record: those of a CITATION.cff."""
    if "cff-version" not in names(node):
        return []
    return [name for name, _ in node.value if name.value in (_PREFERRED, *_LISTS)]


def is_mapping(node: Any) -> bool:
    return isinstance(node, yaml.MappingNode)


def names(node: Any) -> list[str]:
    """The names of a mapping's members in small letters; none of another node."""
    return [str(name.value).lower() for name, _ in node.value] if is_mapping(node) else []


def plain(node: Any, known: dict[int, object]) -> object:
    """The node's value, text as it is written. Each node once: aliases cost nothing, loops end."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if id(node) not in known:
        known[id(node)] = None
        if isinstance(node, yaml.SequenceNode):
            known[id(node)] = [plain(child, known) for child in node.value]
        else:
            known[id(node)] = object_of(
                [(str(name.value), plain(value, known)) for name, value in node.value]
            )
    return known[id(node)]
