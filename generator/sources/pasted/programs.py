"""Program code pasted for text: told by how its lines look, so that it is refused and not read as papers."""

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
_PROSE = re.compile(r"(?:[A-Za-z,;'()-]+ ){12}")  # words on end: abstracts have them, code in comments only


def is_program(lines: Sequence[str]) -> bool:
    """Whether most of a text is program code: many lines that look so and hardly any long prose."""
    said = [text for line in lines[:_MOST] if (text := line.strip())]
    if len(said) < _LEAST:
        return False
    code = sum(_CODE.fullmatch(text) is not None for text in said if len(text) < 200)
    prose = sum(_PROSE.search(text) is not None for text in said)
    return code > _SHARE * len(said) and 5 * prose < code
