r"""The macros that a file defines in @preamble for its own fields: `\newcommand{\printfirst}[2]{#1}`.

Those that take their arguments in braces, and whose names mean nothing to us yet, are put into the fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import islice
from typing import NamedTuple

from generator.sources.bibtex.delimiters import closing_brace
from generator.text import knows_macro

_DEFINITION = re.compile(
    r"\\(?:(?:new|renew|provide)command\*?\s{0,9}\{?\s{0,9}\\([A-Za-z]{1,40})\s{0,9}\}?\s{0,9}(?:\[(\d)\])?"
    r"|def\s{0,9}\\([A-Za-z]{1,40})\s{0,9}((?:#\d){0,9}))\s{0,9}\{"
)
_JOINED = re.compile(r'"\s{0,99}#\s{0,99}"')
_USE = re.compile(r"\\([A-Za-z]{1,40})\s?")
_PARAMETER = re.compile(r"#(\d)")
_LAST_WORD = re.compile(r"\\[A-Za-z]{1,40}\Z")
_LONGEST = 500  # characters of a definition: those that do more than name something are left alone
_NESTED = 4  # macros in each other's arguments


class Macro(NamedTuple):
    """arguments: how many; body: with #1, #2 … for them."""

    arguments: int
    body: str


def definitions(preambles: Iterable[str]) -> dict[str, Macro]:
    """The macros that the texts of @preamble define, each with the earlier ones put in."""
    found: dict[str, Macro] = {}
    for preamble in preambles:
        text = _JOINED.sub("", preamble)
        for start in _DEFINITION.finditer(text):
            name = start[1] or start[3]
            end = closing_brace(text, start.end() - 1, min(start.end() + _LONGEST, len(text)))
            body = text[start.end() : end - 1] if end else "\\if"
            if not knows_macro(name) and "\\if" not in body and f"\\{name}" not in body:
                arguments = int(start[2] or 0) + len(start[4] or "") // 2
                body = _LAST_WORD.sub(r"\g<0>{}", expanded(body, found)[:_LONGEST])
                found.setdefault(name, Macro(arguments, body))
    return found


def expanded(value: str, macros: Mapping[str, Macro]) -> str:
    """`value` with the macros put in; one whose arguments are not in braces stays as it is."""
    found = value
    for _ in range(_NESTED if macros else 0):
        if "\\" not in found:
            break
        found, before = _once(found, macros), found
        if found == before:
            break
    return found if len(found) <= 4 * len(value) + 2 * _LONGEST else value


def _once(value: str, macros: Mapping[str, Macro]) -> str:
    """`value` with the macros put in that stand in no other one's arguments."""
    out: list[str] = []
    at = 0
    for use in islice(_USE.finditer(value), 100):
        macro = macros.get(use[1])
        if macro is None or use.start() < at:
            continue
        given, end = _arguments(value, use, macro.arguments)
        if len(given) == macro.arguments:
            out += [value[at : use.start()], _PARAMETER.sub(partial(_nth, given), macro.body)]
            at = end
    return "".join(out) + value[at:]


def _nth(given: list[str], mark: re.Match[str]) -> str:
    return given[int(mark[1]) - 1] if 1 <= int(mark[1]) <= len(given) else ""


def _arguments(value: str, use: re.Match[str], wanted: int) -> tuple[list[str], int]:
    """The arguments in braces after a macro, and where they end; after one that takes none an empty `{}`."""
    found: list[str] = []
    at = use.end()
    while len(found) < wanted and value.startswith("{", at):
        end = closing_brace(value, at, len(value))
        if not end:
            break
        found.append(value[at + 1 : end - 1])
        at = end
    return found, at + 2 * (not wanted and value.startswith("{}", at))
