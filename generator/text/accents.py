"""Accents in LaTeX: a macro and the letter under it."""

from __future__ import annotations

import re
import unicodedata

# Accents: macro → combining character (The TeXbook, chapter 9; fontenc T1 for \r, \k, \H).
ACCENTS: dict[str, str] = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "d": "\u0323",
    "b": "\u0331",
    "k": "\u0328",
    "r": "\u030a",
    "t": "\u0361",
    "textcommabelow": "\u0326",  # Romanian
    # As MathSciNet writes them.
    "ocirc": "\u030a",
    "polhk": "\u0328",
    "soft": "\u030c",
    "udot": "\u0323",
    "cftil": "\u0302\u0303",
}

_LONG_NAME = re.compile(r"(?:textcommabelow|ocirc|polhk|soft|udot|cftil)(?=\s?\{)")

# \t ties two letters; our own notation has one letter under each accent.
_TIED = re.compile(r"(?:\s*\{\s*([^\W\d_]{2})\s*\}|\s+([^\W\d_]{2})(?![^\W\d_]))")
_LETTER_BASE = re.compile(r"(?:\{\s*(\\[ij]|[^\W\d_])\s*\}|\s+([^\W\d_])(?![^\W\d_])|(\\[ij])(?![A-Za-z]))")
_MARK_BASE = re.compile(
    r"(?:\{\s*(\\[ij]|[^\W_])\s*(?:\{\})?\}|([^\W\d_]|(?<==)\d)|(?:\{\})?(\\[ij])(?![A-Za-z])\s?(?:\{\})?)"
)
# Alone in its braces an accent is one over any letter, and white space may stand between: {\" o}.
_BRACED_BASE = re.compile(r"\s*([^\W\d_])\s*(?=\})")


def accent_at(source: str, start: int) -> tuple[str, int] | None:
    """The accented letter whose macro has its backslash at `start`, and where it ends; else None."""
    long_name = _LONG_NAME.match(source, start + 1)
    tabbing = source[start + 1 : start + 3] in ("a'", "a`", "a=")  # \a'e: as in a tabbing environment
    mark = long_name[0] if long_name else source[start + 1 + tabbing : start + 2 + tabbing]
    after = start + 1 + tabbing + len(mark)
    combining = ACCENTS.get(mark)
    is_letter = mark.isalpha()
    if combining is None or (is_letter and source[after : after + 1].isalpha()):
        return None
    if mark == "t" and (tied := _TIED.match(source, after)):
        pair = tied[1] or tied[2]
        return pair[0] + combining + pair[1], tied.end()
    if not is_letter and source[start - 1 : start] == "{" and (alone := _BRACED_BASE.match(source, after)):
        return unicodedata.normalize("NFC", alone[1] + combining), alone.end()
    base = (_LETTER_BASE if is_letter else _MARK_BASE).match(source, after)
    if base is None:
        return None
    letter = (base[1] or base[2] or base[3]).removeprefix("\\")
    accented = unicodedata.normalize("NFC", letter + combining)
    odd = len(accented) > 1 and not letter.isdigit()
    if base[2] and not is_letter and (odd or _is_apostrophe(source, start, base)):
        return None
    return accented, base.end()


def _is_apostrophe(source: str, start: int, base: re.Match[str]) -> bool:
    r"""Whether this is an English apostrophe that some program escaped: model\'s."""
    ends = not source[base.end() : base.end() + 1].isalpha()
    return source[start + 1] == "'" and base[2] in "sdm" and ends and source[start - 1 : start].isalpha()
