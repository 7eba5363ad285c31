"""The records of a text that a Python program printed or holds: a list of dictionaries, or one a line."""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator
from itertools import accumulate

from generator.sources.json.decoding import Fault
from generator.sources.json.items import Item

_START = re.compile(r"[ \t\n]{0,200}(?:\[[ \t\n]{0,200})?\{[ \t\n]{0,200}'")
_ASSIGNED = re.compile(
    r"^\w{1,80}(?:[ \t]?:[^=\n]{1,80})?[ \t]?=[ \t]?\[\s{0,200}\{\s{0,200}['\"]", re.MULTILINE
)
_HEAD = 4000  # characters in which a list begins that has a name
_MAX_LENGTH = 20_000_000


def looks_like_python(text: str) -> bool:
    """Whether a list of dictionaries begins the text, or stands near its top under a name."""
    return _START.match(text) is not None or _ASSIGNED.search(text[:_HEAD]) is not None


def python_items(text: str) -> list[Item | Fault]:
    """The dictionaries, each with its place; a Fault where a list that begins the text cannot be read; none
    where the text is no such list."""
    if not looks_like_python(text) or len(text) > _MAX_LENGTH:
        return []
    blank = len(text) - len(text.lstrip())  # the parser takes no indentation
    try:
        with warnings.catch_warnings(action="ignore"):  # of odd backslashes
            nodes = [node for node in _nodes(text[blank:]) if isinstance(node, ast.Dict)]
            values = [ast.literal_eval(_Plain().visit(node)) for node in nodes]
    except (SyntaxError, ValueError, TypeError, MemoryError, RecursionError) as error:
        return [_fault(text, error)] if _START.match(text) else []
    places = _places(text[blank:], nodes)
    return [
        Item({str(name): member for name, member in value.items()}, blank + start, blank + end)
        for value, (start, end) in zip(values, places, strict=True)
    ]


def _fault(text: str, error: Exception) -> Fault:
    """The whole text: it is parsed at once or not at all."""
    reason = f"{error.msg}, line {error.lineno}" if isinstance(error, SyntaxError) else "not only values"
    return Fault(f"{reason}; write the list with json.dump to be sure", 0, len(text.rstrip()))


class _Plain(ast.NodeTransformer):
    """Puts values in the place of names and calls: None for `nan`, the day for `datetime.date(2020, 1, 31)`,
    the text for `Timestamp('2020-01-31')`."""

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.copy_location(ast.Constant(None), node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        said = [part.value for part in node.args if isinstance(part, ast.Constant)]
        numbers = [f"{part:02d}" for part in said[:3] if isinstance(part, int)]
        text = "-".join(numbers) or next((part for part in said if isinstance(part, str)), None)
        return ast.copy_location(ast.Constant(text), node)


def _nodes(text: str) -> Iterator[ast.expr | None]:
    """The elements of the lists that the text is or has under names, and what else stands in it."""
    for statement in ast.parse(text).body:
        value = statement.value if isinstance(statement, ast.Expr | ast.Assign | ast.AnnAssign) else None
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
