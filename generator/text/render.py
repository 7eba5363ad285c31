"""The tree as Unicode and as HTML."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from generator.text.escape import escape_html, escape_marks, fold, line_start, safe_url
from generator.text.mathml import to_mathml
from generator.text.mathtext import script, to_unicode
from generator.text.nodes import Chars, Link, Maths, Node, Script, Style, Styled

_TAGS: dict[Style, tuple[str, str]] = {
    "em": ("<em>", "</em>"),
    "strong": ("<strong>", "</strong>"),
    "code": ("<code>", "</code>"),
    "small-caps": ('<span class="small-caps">', "</span>"),
    "underline": ("<u>", "</u>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
}
_GREEK = re.compile("[\u0391-\u03c9\u03d1\u03d5\u03f5]")


def to_plain(nodes: Sequence[Node]) -> str:
    """One line of Unicode without mark-up."""
    return fold("".join(_plain(node) for node in nodes))


def _plain(node: Node) -> str:
    match node:
        case Chars(text):
            return text
        case Maths(latex, raw):
            return to_unicode(latex) if to_mathml(latex) else raw
        case Script(style, text):
            return script(style, text) or text
        case Styled(_, children) | Link(_, children):
            return "".join(_plain(child) for child in children)


def to_html(nodes: Sequence[Node]) -> str:
    """Inline HTML on one line, safe in HTML and in a raw HTML block of Markdown."""
    return line_start(_joined(nodes))


def _joined(nodes: Sequence[Node]) -> str:
    return "".join(_html(node) for node in nodes)


def _html(node: Node) -> str:
    match node:
        case Chars(text):
            return escape_marks(text)
        case Maths(latex, raw):
            return to_mathml(latex) or escape_marks(raw)
        case Script(style, text):
            return _script_html(style, text)
        case Styled(style, children):
            opening, closing = _TAGS[style]
            return opening + _joined(children) + closing
        case Link(url, children):
            return _link_html(url, _joined(children))


def _script_html(style: Style, text: str) -> str:
    own = script(style, text)
    opening, closing = _TAGS[style]
    return escape_marks(own) if own is not None and own != text else f"{opening}{escape_marks(text)}{closing}"


def _link_html(url: str, shown: str) -> str:
    safe = safe_url(url)
    return shown if safe is None else f'<a href="{escape_html(safe)}">{shown}</a>'


def to_search(plain: str) -> str:
    """How people type the words of `plain` that hold typography: M3IT for M³IT, alpha for α; else ''."""
    if plain.isascii():
        return ""
    spellings = dict.fromkeys(
        typed for word in plain.split() for typed in (_typed(word),) if typed != word and not typed.isspace()
    )
    return " ".join(spellings)


def _typed(word: str) -> str:
    compatible = unicodedata.normalize("NFKC", word)
    if any("a" <= mark.lower() <= "z" for mark in compatible) or len(compatible) < 3:
        compatible = _GREEK.sub(lambda mark: _letter_name(mark[0]), compatible)
    return " ".join(compatible.split())


def _letter_name(letter: str) -> str:
    name = unicodedata.name(letter, "").removeprefix("GREEK ").split(" LETTER ")[-1].lower()
    return name.split()[0].replace("lamda", "lambda") if name and "with" not in name else letter
