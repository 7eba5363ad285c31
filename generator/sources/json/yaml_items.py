"""The records of a YAML document, each with its place in the text.

Those of a list, Hayagriva's and pybtex's under their keys, a CITATION.cff's and what it refers to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import Any

import yaml

from generator.sources.json.decoding import Fault, object_of
from generator.sources.json.items import Item
from generator.sources.json.objects import is_named_paper
from generator.sources.json.yaml_parts import mended, parts_of
from generator.sources.lines import strip_back

_ITEM = re.compile(r"^(?:- |-\n|(?:references|papers|entries|items):)", re.MULTILINE)
_DOCUMENT = re.compile(r"^---[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"^title[ \t]*:", re.MULTILINE)  # in small letters: labels in pasted text have a capital
_TITLE = re.compile(r"^[ \t-]{0,20}title[ \t]*:", re.MULTILINE | re.IGNORECASE)
_NAME = re.compile(r"^[ \t]{0,20}-[ \t]+name[ \t]*:", re.MULTILINE)
_PEOPLE = re.compile(r"^[ \t]{1,20}(?:-[ \t]+)?authors[ \t]*:", re.MULTILINE)
_KEYED = re.compile(
    r"(?:---[ \t]*\n)?(?:[ \t]*(?:#[^\n]*)?\n)*[^\s:#-][^:\n]{0,80}:[ \t]*\n(?:[ \t]*\n)?[ \t]+\S"
)
_START = re.compile(r"^(?:-(?: |\n)|  - |[^\s#-][^:\n]{0,80}:)", re.MULTILINE)
_MEMBER = re.compile(r"(?:---[ \t]*\n)?(?:#[^\n]*\n|\n){0,20}[a-z][\w-]{0,40}[ \t]*:")
_BELOW = re.compile(
    r"\n[ \t]*\n(?P<fence>```ya?ml[ \t]*\n)?"
    r"(?=- [a-z][\w-]{0,40}:|(?:references|papers|entries|items):[ \t]*\n)"
)
# In braces, as JSON but for the quotes around names.
_FLOW = re.compile(
    r"(?:---[ \t]*\n|[ \t]*#[^\n]*\n|\s){0,20}(?:- |[^\s:#{}\[\]\"'-][^:\n]{0,80}:[ \t]{1,9})?"
    r"(?:[\[{]\s{0,99}){1,3}[a-z][\w-]{0,40}[ \t]?:\s"
)
_TEXT = 4000  # characters that may stand above a list
_TRIES = 3
_ENOUGH = 12  # beginnings of items or members
_CITATION = re.compile(r"^cff-version:", re.MULTILINE)
_LISTS = ("references", "papers", "entries", "items")
_DEEPEST = 3  # lists in lists
_PREFERRED = "preferred-citation"
_OF_PAPERS = frozenset({"author", "authors", "editor", "year", "date", "doi"})


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Plain data only; dates and numbers stay text, so that '2306.04380' keeps its zero."""


_Loader.yaml_implicit_resolvers = {}


_Record = tuple[Any, dict[str, str], int]  # a mapping, what its place says of it, where it begins


def looks_like_yaml_list(text: str) -> bool:
    """Whether the text has records with titles, as YAML writes them, and its beginning can be read."""
    cited = _CITATION.search(text) is not None
    if not _TITLE.search(text):
        return _are_named(text)
    if _MEMBER.match(text) and _KEY.search(text) and (_is_one_record(text) or _are_documents(text)):
        return True
    if not (cited or _ITEM.search(text) or _KEYED.match(text)):
        return _DOCUMENT.search(text) is not None and _KEY.search(text) is not None and _is_all_read(text)
    starts = [found.start() for found in islice(_START.finditer(text), _ENOUGH)]
    sample = text[: starts[-1]] if len(starts) == _ENOUGH and not cited else text
    items = list(yaml_items(sample))
    return (
        any(map(_is_whole, items))
        and not _is_one_record(sample)
        and all(isinstance(item, Item) for item in items)
    )


def _are_named(text: str) -> bool:
    """Whether the text lists papers whose titles are a `name`: with people and what papers have besides."""
    if not (_ITEM.search(text) and _NAME.search(text) and _PEOPLE.search(text)):
        return False
    items = list(yaml_items(text))
    return bool(items) and all(isinstance(item, Item) and is_named_paper(item.value) for item in items)


def looks_like_yaml_in_braces(text: str) -> bool:
    """Whether the text is YAML in its compact form to its end, and holds papers."""
    if not _FLOW.match(text):
        return False
    items = list(yaml_items(text))
    return any(_is_whole(item) and "title" in item.value for item in items if isinstance(item, Item)) and all(
        isinstance(item, Item) for item in items
    )


def _is_whole(item: Item | Fault) -> bool:
    """Whether an item has more than one member: labels with bullets, in pasted text, are items of one."""
    return isinstance(item, Item) and len(item.value) > 1


def _is_one_record(text: str) -> bool:
    """Whether the text is a paper as YAML writes it: labels in pasted text have no lists or quotes."""
    try:
        nodes = list(yaml.compose_all(text, Loader=_Loader))
    except (yaml.YAMLError, RecursionError, ValueError):
        return False
    return _is_single(nodes) and any(map(_is_marked, nodes[0].value))


def _are_documents(text: str) -> bool:
    """Whether the text is several documents, a paper each."""
    if not _DOCUMENT.search(text, 4):
        return False
    try:
        nodes = [node for node in yaml.compose_all(text, Loader=_Loader) if node.value]
    except (yaml.YAMLError, RecursionError, ValueError):
        return False
    return len(nodes) > 1 and all("title" in _names(node) for node in nodes)


def _is_single(nodes: list[Any]) -> bool:
    """Whether a record is all that the documents are; a rule at the end begins an empty one."""
    return bool(nodes) and _is_record(nodes[0]) and not any(node.value for node in nodes[1:])


def _is_marked(member: tuple[Any, Any]) -> bool:
    value = member[1]
    return not isinstance(value, yaml.ScalarNode) or value.style in ("|", ">", '"', "'")


def _is_record(node: Any) -> bool:
    """Whether a mapping is a paper itself, and holds none."""
    names = [str(name.value) for name, _ in node.value] if _is_mapping(node) else []
    return "title" in names and len(set(names)) == len(names) and not any(True for _ in _records(node))


def _is_all_read(text: str) -> bool:
    """Whether the text is YAML to its end: pasted text, labels and rules between papers, seldom is."""
    items = list(yaml_items(text))
    return bool(items) and all(isinstance(item, Item) for item in items)


def yaml_items(text: str) -> Iterator[Item | Fault]:
    """The mappings of the list that the text is, or that it has under a usual name.

    Of several documents those with a title; one mapping may be a record itself. Text below a
    document need not be YAML.
    """
    nodes: list[Any] = []
    try:
        nodes.extend(yaml.compose_all(text, Loader=_Loader))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        if not nodes or _TITLE.search(text, nodes[-1].end_mark.index):
            apart = [item for start, end in parts_of(text) for item in _one(text, start, end)]
            yield from apart or [_fault(error, 0, strip_back(text, len(text)))]
            return
    known: dict[int, object] = {}
    titled: list[_Record] = [(node, {}, node.start_mark.index) for node in nodes if "title" in _names(node)]
    single = _is_single(nodes)
    for child, own, start in (
        titled if len(titled) > 1 or single else chain.from_iterable(map(_records, nodes))
    ):
        value = _plain(child, known)
        if isinstance(value, dict):
            end = min([child.end_mark.index, *(part.start_mark.index for part in _parts(child))])
            yield Item({**own, **value} if own else value, start, strip_back(text, end))


def _one(text: str, start: int, end: int) -> Iterator[Item | Fault]:
    """The records in a part of a text, read by itself."""
    end = strip_back(text, end)
    try:
        node = yaml.compose(mended(text[start:end], _is_yaml), Loader=_Loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        yield _fault(error, start, end)
        return
    known: dict[int, object] = {}
    own: list[_Record] = [(node, {}, start)] if "title" in _names(node) else []
    found = list(_records(node)) or own
    if not found and _TITLE.search(text, start, end):
        yield Fault("no item of a list", start, end)
    for child, said, _ in found:
        value = _plain(child, known)
        if isinstance(value, dict):
            yield Item({**said, **value} if said else value, start, end)


def _is_yaml(text: str) -> bool:
    try:
        yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return False
    return True


def _fault(error: Exception, start: int, end: int) -> Fault:
    """What is wrong with a part of a text."""
    return Fault(str(getattr(error, "problem", None) or type(error).__name__), start, end)


def yaml_below_text(text: str) -> Iterator[Item | Fault] | None:
    """The items of a list that stands below a few lines of another text, in a fence or up to the end; None
    where there is none."""
    starts = islice(_BELOW.finditer(text, 0, _TEXT), _TRIES)
    found = next((start for start in starts if _is_list(text, start)), None)
    if found is None:
        return None
    at = found.end()
    items = yaml_items(text[at : _end_of_list(text, found)])
    return (replace(item, start=item.start + at, end=item.end + at) for item in items)


def _is_list(text: str, start: re.Match[str]) -> bool:
    part = text[start.end() : _end_of_list(text, start)]
    return looks_like_yaml_list(part) and _is_all_read(part)


def _end_of_list(text: str, start: re.Match[str]) -> int:
    fence = text.find("\n```", start.end()) if start["fence"] else -1
    return fence + 1 if fence >= 0 else len(text)


def yaml_mapping(text: str) -> dict[str, object]:
    """The mapping that the text is, its values text as they are written; empty where it is none."""
    try:
        node = yaml.compose(text, Loader=_Loader)
        value = _plain(node, {}) if _is_mapping(node) else {}
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}


def _records(node: Any, depth: int = 0) -> Iterator[_Record]:
    """The mappings that are records; depth: lists that this one stands in."""
    if isinstance(node, yaml.SequenceNode):
        for child in filter(_is_mapping, node.value):
            within = depth < _DEEPEST and "title" not in _names(child)
            held = list(_records(child, depth + 1)) if within else []
            yield from held or [(child, {}, child.start_mark.index)]
        return
    if not _is_mapping(node):
        return
    members = {str(name.value): value for name, value in node.value}
    if "cff-version" in members:
        yield node, {}, node.start_mark.index
    for name, value in node.value:
        listed = isinstance(value, yaml.SequenceNode)
        own = name.value in _LISTS and (listed or _holds_papers(value))
        if own or ("title" not in members and _lists_papers(value)):
            yield from _records(value, depth)
        elif name.value == _PREFERRED and _is_mapping(value):
            yield value, {}, name.start_mark.index
    if all(_is_mapping(value) for value in members.values()):
        most = 2 * sum("title" in _names(value) for value in members.values()) > len(members)
        for name, value in node.value:
            if most or "title" in _names(value):
                yield value, {"key": str(name.value)}, name.start_mark.index


def _holds_papers(node: Any) -> bool:
    """Whether most of what a mapping holds has a title and, as papers alone do, people or a year."""
    held = [value for _, value in node.value] if _is_mapping(node) else []
    return 2 * sum(map(_is_paper, held)) > len(held)


def _lists_papers(node: Any, depth: int = 0) -> bool:
    """Whether most of a list are papers or hold such lists, under whatever name it stands."""
    listed = node.value if isinstance(node, yaml.SequenceNode) and depth < _DEEPEST else []
    return 2 * sum(_is_paper(child) or _has_list(child, depth + 1) for child in listed) > len(listed)


def _is_paper(node: Any) -> bool:
    names = set(_names(node))
    return "title" in names and not names.isdisjoint(_OF_PAPERS)


def _has_list(node: Any, depth: int) -> bool:
    return _is_mapping(node) and any(_lists_papers(value, depth) for _, value in node.value)


def _is_mapping(node: Any) -> bool:
    return isinstance(node, yaml.MappingNode)


def _names(node: Any) -> list[str]:
    return [str(name.value).lower() for name, _ in node.value] if _is_mapping(node) else []


def _parts(node: Any) -> list[Any]:
    """The records that stand within a record: those of a CITATION.cff."""
    if "cff-version" not in _names(node):
        return []
    return [name for name, _ in node.value if name.value in (_PREFERRED, *_LISTS)]


def _plain(node: Any, known: dict[int, object]) -> object:
    """The node's value, text as it is written. Each node once: aliases cost nothing, loops end."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if id(node) not in known:
        known[id(node)] = None
        if isinstance(node, yaml.SequenceNode):
            known[id(node)] = [_plain(child, known) for child in node.value]
        else:
            known[id(node)] = object_of(
                [(str(name.value), _plain(value, known)) for name, value in node.value]
            )
    return known[id(node)]
