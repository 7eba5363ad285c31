"""Parts of a name as BibTeX reads them, their first letters safe from being cut.

BibTeX's styles cut names: initials, and alpha's labels of three letters. They take a byte for a letter, and
a command in braces at the outermost level too ("Designing BibTeX Styles", O. Patashnik, 1988).
"""

from __future__ import annotations

import re

from generator.text.ascii import is_simplified, to_ascii_latex
from generator.text.bibtex import escape_bibtex

_LETTER = r"[^\w\s-]*\w[\u0300-\u036f]*"
_START = r"(?:^|(?<=[\s-]))"
GIVEN = re.compile(f"{_START}{_LETTER}")
FAMILY = re.compile(rf"{_START}(?:(?:{_LETTER}){{1,3}}[^\w\s-]{{0,2}}|[^\s-]{{1,3}})")
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
_MARKS = {
    "’": r"{\textquoteright}",
    "‘": r"{\textquoteleft}",
    "–": r"{\textendash}",
    "—": r"{\textemdash}",
}


def with_safe_starts(text: str, cuts: re.Pattern[str]) -> str:
    """A part of a name in which each word is one for BibTeX. cuts: GIVEN or FAMILY, what styles may cut at.

    >>> print(with_safe_starts("Jean-Émile José", GIVEN))
    Jean-{\\'{E}}mile José
    """
    out, at = [], 0
    for found in cuts.finditer(text):
        out += [escape_bibtex(text[at : found.start()]), _safe(found[0])]
        at = found.end()
    return _joined([*out, escape_bibtex(text[at:])])


def with_safe_start(text: str) -> str:
    """A part of a name that is one word for BibTeX, in braces after what styles may cut at.

    >>> print(with_safe_start("Équipe de recherche"))
    {\\'{E}}qu{ipe de recherche}
    """
    head = "".join(_CLUSTER.findall(text)[:3])
    if _safe(head) == head or text.count(",") > 2:  # biber counts commas, but not in braces around all
        return f"{{{escape_bibtex(text)}}}"
    apart = "".join(f"{{{mark}}}" if mark in ", " else _safe(mark) for mark in _CLUSTER.findall(head))
    rest = text[len(head) :]
    return f"{apart}{{{escape_bibtex(rest)}}}" if rest else apart


def _safe(text: str) -> str:
    return _joined([_command(cluster) for cluster in _CLUSTER.findall(text)])


def _command(cluster: str) -> str:
    """A letter of a script that LaTeX has no commands for stays as it is."""
    if cluster.isascii():
        escaped = escape_bibtex(cluster)
        return f"{{{escaped}}}" if escaped.startswith("\\") else escaped
    latex = _MARKS.get(cluster) or to_ascii_latex(cluster)
    return cluster if "[U+" in latex or not latex.strip("-~") or is_simplified(cluster) else latex


def _joined(parts: list[str]) -> str:
    """The parts in a row, none making a dash or a quotation mark with the next one."""
    whole = "".join(parts)
    return re.sub(r"-(?=-)|(?<!\\)'(?=')", r"\g<0>{}", whole)
