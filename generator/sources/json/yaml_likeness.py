"""Whether a text is YAML that holds papers, or has a list of them below another text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

import yaml

from generator.sources.json.decoding import Fault
from generator.sources.json.items import Item
from generator.sources.json.objects import is_named_paper
from generator.sources.json.yaml_items import TITLE, yaml_items
from generator.sources.json.yaml_nodes import is_single, names, nodes_of

_ITEM = re.compile(r"^(?:- |-\n|(?:references|papers|entries|items):)", re.MULTILINE)
_DOCUMENT = re.compile(r"^---[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"^title[ \t]*:", re.MULTILINE)  # in small letters: labels in pasted text have a capital
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


def looks_like_yaml_list(text: str) -> bool:
    """Whether the text has records with titles, as YAML writes them, and its beginning can be read."""
    cited = _CITATION.search(text) is not None
    if not TITLE.search(text):
        return _are_named(text)
    if _MEMBER.match(text) and _KEY.search(text) and (_is_one_record(text) or _are_documents(text)):
        return True
    if not (cited or _ITEM.search(text) or _KEYED.match(text)):
        return _DOCUMENT.search(text) is not None and _KEY.search(text) is not None and bool(_all_items(text))
    starts = [found.start() for found in islice(_START.finditer(text), _ENOUGH)]
    sample = text[: starts[-1]] if len(starts) == _ENOUGH and not cited else text
    return any(map(_is_whole, _all_items(sample))) and not _is_one_record(sample)


def _are_named(text: str) -> bool:
    """Whether the text lists papers whose titles are a `name`: with people and what papers have besides."""
    if not (_ITEM.search(text) and _NAME.search(text) and _PEOPLE.search(text)):
        return False
    items = _all_items(text)
    return bool(items) and all(is_named_paper(item.value) for item in items)


def looks_like_yaml_in_braces(text: str) -> bool:
    """Whether the text is YAML in its compact form to its end, and holds papers."""
    items = _all_items(text) if _FLOW.match(text) else []
    return any(_is_whole(item) and "title" in item.value for item in items)


def _is_whole(item: Item) -> bool:
    """Whether an item has more than one member: labels with bullets, in pasted text, are items of one."""
    return len(item.value) > 1


def _is_one_record(text: str) -> bool:
    """Whether the text is a paper as YAML writes it: labels in pasted text have no lists or quotes."""
    nodes = nodes_of(text)
    return is_single(nodes) and any(map(_is_marked, nodes[0].value))


def _are_documents(text: str) -> bool:
    """Whether the text is several documents, a paper each."""
    nodes = [node for node in nodes_of(text) if node.value] if _DOCUMENT.search(text, 4) else []
    return len(nodes) > 1 and all("title" in names(node) for node in nodes)


def _is_marked(member: tuple[Any, Any]) -> bool:
    value = member[1]
    return not isinstance(value, yaml.ScalarNode) or value.style in ("|", ">", '"', "'")


def _all_items(text: str) -> list[Item]:
    """The records of a text that is YAML to its end; none of another, as pasted text, labels and rules
    between papers, mostly is."""
    items = list(yaml_items(text))
    records = [item for item in items if isinstance(item, Item)]
    return records if len(records) == len(items) else []


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
    return looks_like_yaml_list(part) and bool(_all_items(part))


def _end_of_list(text: str, start: re.Match[str]) -> int:
    fence = text.find("\n```", start.end()) if start["fence"] else -1
    return fence + 1 if fence >= 0 else len(text)
