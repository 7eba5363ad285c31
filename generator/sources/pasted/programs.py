"""Program code and settings pasted for text: told by how their lines look, so that they are refused and not
read as papers."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEAST = 20  # lines that are looked at
_MOST = 2000
_SHARE = 0.35
# Lines as programs have them: ends of statements and blocks, assignments, definitions, imports, comments,
# calls.
_CODE = re.compile(
    r".*[{};]|[\w.\[\]]+ ?[+*/-]?= ?\S.*|(?:def|class|if|for|while|elif|else|try|except|with)\b.*:|"
    r"(?:import|from) [\w.]+(?: import .*)?|return\b.*|(?://|/\*|\*/|#include\b).*|"
    r"\w[\w.]*\(.*\)?,?|@\w+(?:\(.*\))?"
)
# A key in YAML, as its item or with its value, a value alone, a comment; what a list of papers has for keys.
_SETTING = re.compile(r"\s*(?:- )?(?P<key>[a-z_][\w.-]{0,40}):(?: .*)?|\s+- .*|\s*#.*")
_OF_PAPERS = frozenset({"title", "authors", "author", "abstract", "doi", "arxiv", "url"})
_LEAST_NESTED = 3  # keys
# Words on end: abstracts have them, code in comments only.
_PROSE = re.compile(r"(?<![A-Za-z,;'()-])(?:[A-Za-z,;'()-]{1,40} ){12}")


def program_of(lines: Sequence[str]) -> str:
    """What of a program a text is: its code or its settings; '' where it is neither."""
    if _is_program(lines):
        return "program code"
    return "settings of a program" if _is_settings(lines) else ""


def _is_program(lines: Sequence[str]) -> bool:
    """Whether most of a text is program code: many lines that look so and hardly any long prose."""
    said = [text for line in lines[:_MOST] if (text := line.strip())]
    if len(said) < _LEAST:
        return False
    code = sum(_CODE.fullmatch(text) is not None for text in said if len(text) < 200)
    prose = sum(_PROSE.search(text) is not None for text in said)
    return code > _SHARE * len(said) and 5 * prose < code


def _is_settings(lines: Sequence[str]) -> bool:
    """Whether a text is settings in YAML: each line a key or a value, some within others, and no key that a
    paper has."""
    found = [_SETTING.fullmatch(line) for line in lines[:_MOST] if line.strip()]
    keys = [match for match in found if match and match["key"]]
    nested = sum(match[0][0].isspace() for match in keys)
    if None in found or nested < _LEAST_NESTED:
        return False
    return _OF_PAPERS.isdisjoint(match["key"] for match in keys)
