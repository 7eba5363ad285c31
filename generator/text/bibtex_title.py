"""Protecting the capitals of a title from BibTeX styles that turn titles into lower case (change.case$)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.text.bibtex import escape_bibtex, join_values, node_to_bibtex, untied
from generator.text.nodes import Chars, Maths, Node, Script
from generator.text.proper_nouns import PROPER_NOUNS

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f][^\W_]*)*")
_COLON = re.compile(r"[:?!]\s+$")
_SYSTEM = re.compile(r"[^\s:]{1,60}-[^\s:]{1,60}(?=:\s)")
_LONG_WORD = re.compile(r"(?<=[\s(])[^\W\d_]{5,}")
_SMALL = frozenset(
    "about above after against among before beyond between through toward towards under using".split()
)
_SMALL |= frozenset("without within versus across along around behind beside despite during".split())


def to_bibtex_title(nodes: Sequence[Node]) -> str:
    """The value of a title field in which every word keeps its capitals but those of ordinary words.

    In braces: words with capitals inside, all in capitals or with digits ({BERT}, {DeBERTaV3}, {3D}), single
    letters, formulas with capitals, proper nouns ({Chinese}), the first letter after a colon, the parts of a
    system's name before a colon ({NV}-{Embed}: …); in a title that is not in title case, other
    words with a capital too, which are names. A title all in capitals is left alone.
    """
    text = "".join(node.text if isinstance(node, Chars) else "\0" for node in nodes)
    style = _Style(shouting=_is_shouting(text), sentence=_is_sentence(text))
    out: list[str] = []
    for index, node in enumerate(nodes):
        if isinstance(node, Chars):
            out.append(_protected(nodes, index, node.text, style))
        elif isinstance(node, Maths | Script) and any(mark.isupper() for mark in node.latex):
            out.append(f"{{{node_to_bibtex(node)}}}")
        else:
            out.append(node_to_bibtex(node))
    return join_values(nodes, out)


class _Style:
    """How a title is written. sentence: only names have capitals; shouting: all letters are capitals."""

    __slots__ = ("sentence", "shouting")

    def __init__(self, *, shouting: bool, sentence: bool) -> None:
        self.shouting = shouting
        self.sentence = sentence


def _is_shouting(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    return len(words) >= 4 and all(word.isupper() or word.isdigit() for word in words)


def _is_sentence(text: str) -> bool:
    words = [word for word in _LONG_WORD.findall(text) if not _has_inner_capital(word)]
    words = [word for word in words if word not in _SMALL]
    return len(words) >= 3 and 2 * sum(word.islower() for word in words) >= len(words)


def _protected(nodes: Sequence[Node], index: int, text: str, style: _Style) -> str:
    out, at, text = [], 0, untied(text)
    system = _SYSTEM.match(text) if index == 0 else None
    named = system.end() if system and any(map(_has_inner_capital, _WORD.findall(system[0]))) else 0
    for found in _WORD.finditer(text):
        out.append(escape_bibtex(text[at : found.start()]))
        first = index == 0 and not text[: found.start()].strip("\"'“‘(")
        joined = _touches_script(nodes, index, text, found)
        after_colon = _COLON.search(text, max(found.start() - 3, 0), found.start()) is not None
        name = found[0] in PROPER_NOUNS or found.end() <= named
        out.append(_word(found[0], style, first=first, name=name or joined, after_colon=after_colon))
        at = found.end()
    return "".join([*out, escape_bibtex(text[at:])])


def _touches_script(nodes: Sequence[Node], index: int, text: str, found: re.Match[str]) -> bool:
    before = nodes[index - 1] if index and found.start() == 0 else None
    after = nodes[index + 1] if index + 1 < len(nodes) and found.end() == len(text) else None
    return isinstance(before, Script | Maths) or isinstance(after, Script | Maths)


def _word(word: str, style: _Style, *, first: bool, name: bool, after_colon: bool) -> str:
    escaped = escape_bibtex(word)
    if style.shouting or not any(mark.isupper() for mark in word):
        return escaped
    single = len(word) == 1 and word != "A" and not first
    if _has_inner_capital(word) or name or single or any(mark.isdigit() for mark in word):
        return f"{{{escaped}}}"
    if after_colon:
        return f"{{{escape_bibtex(word[0])}}}{escape_bibtex(word[1:])}"
    return f"{{{escaped}}}" if style.sentence and not first else escaped


def _has_inner_capital(word: str) -> bool:
    return any(mark.isupper() for mark in word[1:])
