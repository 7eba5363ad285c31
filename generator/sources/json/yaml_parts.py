"""The records of a YAML list apart from one another, for a list in which one of them is no YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise

_ABOVE = r"(?:---[ \t]*\n|[ \t]*(?:#[^\n]*)?\n){0,20}"
_NOTHING = re.compile(_ABOVE)
_LISTED = re.compile(rf"{_ABOVE}(?P<key>[a-z][\w-]{{0,40}}:[ \t]*\n)?{_ABOVE}(?P<indent>[ \t]*)-(?=[ \n])")
_DOCUMENT = re.compile(r"^---[ \t]*\n(?=[^\s-])", re.MULTILINE)
_KEYED = re.compile(r"^[^\s:#-][^:\n]{0,80}:[ \t]*$", re.MULTILINE)
_FEW = 2  # documents
_TITLE = re.compile(r"^[ \t-]{0,20}title[ \t]*:", re.MULTILINE)  # pasted text has a capital
_MEMBER = re.compile(r"^([ \t]*(?:-[ \t]+)?[\w-]{1,40}:[ \t]+)([^\s\[{][^\n]*)$", re.MULTILINE)


def parts_of(text: str) -> list[tuple[int, int]]:
    """Where each document in a text begins and ends, each item of its list, or each of its keys."""
    if not _TITLE.search(text):
        return []
    documents = [found.start() for found in _DOCUMENT.finditer(text)]
    listed = _LISTED.match(text)
    if listed and len(documents) < _FEW:
        return _items(text, listed)
    starts = documents if len(documents) >= _FEW else [found.start() for found in _KEYED.finditer(text)]
    if not starts or not (listed or _NOTHING.fullmatch(text, 0, starts[0])):
        return []  # text of another kind stands above
    return list(pairwise((*starts, len(text))))


def _items(text: str, listed: re.Match[str]) -> list[tuple[int, int]]:
    """Where each item begins and ends; the members beside a list that is one, `version: 1`, end an item. What
    stands below such a member is a part only where it has a title, as where a line of an item is torn."""
    beside = r"|[\w-]{1,40}:(?=[ \t\n])" if listed["key"] else ""
    edges = re.compile(rf"^(?:{listed['indent']}(?P<item>-)(?=[ \n]){beside})", re.MULTILINE)
    found = [(edge.start(), edge["item"]) for edge in edges.finditer(text)]
    ends = [start for start, _ in found[1:]]
    return [
        (start, end)
        for (start, item), end in zip(found, [*ends, len(text)], strict=True)
        if item or _TITLE.search(text, start, end)
    ]


def mended(part: str, is_yaml: Callable[[str], bool]) -> str:
    """The text with those values in quotation marks that are no YAML without: `title: BERT: Pre-training`."""

    def quoted(member: re.Match[str]) -> str:
        if is_yaml(f"x: {member[2]}"):
            return member[0]
        return member[1] + json.dumps(_said(member[2]), ensure_ascii=False)

    return _MEMBER.sub(quoted, part)


def _said(value: str) -> str:
    """What a value says to JSON, which knows more escapes than YAML; another one as it stands."""
    try:
        return str(json.loads(value))
    except ValueError:
        return value
