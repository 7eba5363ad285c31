"""HTML in field values, which publishers and databases leave there: `<i>…</i>`, `&amp;`.

In LaTeX an & or a pair of tags that is meant as text is written in another way, so that none of it is lost.
"""

from __future__ import annotations

import re

from generator.text import escape_bibtex, unescape_html

_REFERENCE = re.compile(r"(?<!\\)&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,20});", re.IGNORECASE)
_PAIR = re.compile(
    r"<(i|em|italic|b|bold|strong|sub|inf|sup|sc|scp|span|p)(?: [^<>]{0,100})?>([^<>]*)</\1>", re.IGNORECASE
)
_ALONE = re.compile(r"<(?:br|/?p|/?jats:[a-z-]{1,20})\s?/?>", re.IGNORECASE)
_DEPTH = 3  # of tags in tags
_MACROS = {
    **dict.fromkeys(("i", "em", "italic"), "emph"),
    **dict.fromkeys(("b", "bold", "strong"), "textbf"),
    **dict.fromkeys(("sub", "inf"), "textsubscript"),
    "sup": "textsuperscript",
    **dict.fromkeys(("sc", "scp"), "textsc"),
}


def without_web_marks(value: str) -> str:
    """A value with LaTeX in the place of HTML's references and its tags in pairs."""
    if "<" in value and ("</" in value or "<br" in value):
        for _ in range(_DEPTH):
            value, count = _PAIR.subn(_styled, value)
            if not count:
                break
        value = _ALONE.sub(" ", value)
    return _REFERENCE.sub(_character, value) if "&" in value else value


def _styled(found: re.Match[str]) -> str:
    macro = _MACROS.get(found[1].lower())
    whole = found[2].count("{") == found[2].count("}")
    return f"\\{macro}{{{found[2]}}}" if macro and whole else found[2]


def _character(found: re.Match[str]) -> str:
    shown = unescape_html(found[0])
    return found[0] if shown == found[0] else escape_bibtex(shown)
