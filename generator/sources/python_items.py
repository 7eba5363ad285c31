"""The records of a text that a Python program printed: a list of dictionaries, or a dictionary a line."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from itertools import accumulate

from generator.sources.json_items import Item

_START = re.compile(r"[ \t\n]{0,200}(?:\[[ \t\n]{0,200})?\{[ \t\n]{0,200}'")
_MAX_LENGTH = 20_000_000


def python_items(text: str) -> list[Item]:
    """The dictionaries, each with its place; none where the text is no Python, or holds more than values."""
    if not _START.match(text) or len(text) > _MAX_LENGTH:
        return []
    blank = len(text) - len(text.lstrip())  # the parser takes no indentation
    try:
        with warnings.catch_warnings(action="ignore"):  # of odd backslashes
            nodes = [node for node in _nodes(text[blank:]) if isinstance(node, ast.Dict)]
            values = [ast.literal_eval(node) for node in nodes]
    except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError):
        return []
    places = _places(text[blank:], nodes)
    return [
        Item({str(name): member for name, member in value.items()}, blank + start, blank + end)
        for value, (start, end) in zip(values, places, strict=True)
    ]


def _nodes(text: str) -> Iterator[ast.expr | None]:
    """The elements of the lists that the text is, and what else stands in it."""
    for statement in ast.parse(text).body:
        value = statement.value if isinstance(statement, ast.Expr) else None
        yield from value.elts if isinstance(value, ast.List | ast.Tuple) else [value]


def _places(text: str, nodes: list[ast.Dict]) -> Iterator[tuple[int, int]]:
    """Where each node begins and ends: the parser counts lines and, in them, bytes of UTF-8."""
    data = text.encode()
    starts = [0, *accumulate(len(line) for line in data.splitlines(keepends=True))]
    offset = position = 0
    for node in nodes:
        place = []
        for line, column in ((node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)):
            at = starts[(line or 1) - 1] + (column or 0)
            offset += len(data[position:at].decode())
            position = at
            place.append(offset)
        yield place[0], place[1]
