"""LaTeX in ASCII for programs that know no UTF-8."""

from __future__ import annotations

import re
import unicodedata

from pylatexenc.latexencode import get_builtin_uni2latex_dict

from generator.text.accents import ACCENTS
from generator.text.bibtex import escape_bibtex
from generator.text.latex_kernel import KERNEL
from generator.text.macros import LETTERS

_NOT_ASCII = re.compile(r"[^\x00-\x7f][\u0300-\u036f]*|[A-Za-z][\u0300-\u036f]+")
# Of two macros for one thing the first in the table, which LaTeX knows without a package.
_BY_COMBINING = {combining: macro for macro, combining in reversed(ACCENTS.items()) if macro != "t"}
_BY_LETTER = {letter: macro for macro, letter in reversed(LETTERS.items()) if letter != "ẞ"}
_WITH = re.compile(r"LATIN (?:CAPITAL|SMALL) LETTER ([A-Z]) WITH .*")
_HORN = "\u031b"  # Vietnamese; has commands only in a font encoding of its own
_MACRO = re.compile(r"\\([A-Za-z]+)")
_BY_CODE: dict[int, str] = get_builtin_uni2latex_dict()
_OWN = {
    "–": "--",
    "—": "---",
    "“": "``",
    "”": "''",
    "‘": "`",
    "’": "'",
    "ʻ": r"{\textquoteleft}",  # a bare ` would be taken for a quotation up to the next '
    "ʿ": r"{\textquoteleft}",
    "ʾ": r"{\textquoteright}",
    "…": r"{\ldots}",
    "\u00a0": "~",
    "\u202f": r"\,",
    "−": r"{\ensuremath{-}}",
    "‐": "-",
    "‑": "-",
    "\u200c": "",
    "\u200d": "",
    "\u2060": "",
    "∅": r"{\ensuremath{\emptyset}}",
    "⩽": r"{\ensuremath{\leq}}",
    "⩾": r"{\ensuremath{\geq}}",
    "≜": r"{\ensuremath{\stackrel{\triangle}{=}}}",
    "ɛ": r"{\ensuremath{\varepsilon}}",
    "ϒ": r"{\ensuremath{\Upsilon}}",
}


def to_ascii_latex(value: str) -> str:
    """A BibTeX field value with every character outside ASCII as a LaTeX command, also inside formulas.

    Only commands that LaTeX has without a package; Đ, Þ, ą, « and a few others need the font encoding T1. A
    character that has none becomes the plain one it stands for or is made of (ℝ: R, Ơ: O, Ɗ: D), else its
    code point, [U+4E2D]: LaTeX cannot set it without a font, and a reader can still find out what it was.
    """
    if value.isascii():
        return value
    return _NOT_ASCII.sub(lambda found: _command(found[0]), unicodedata.normalize("NFC", value))


def is_simplified(cluster: str) -> bool:
    """Whether a letter with its marks is another one in ASCII: without horn or hook, or Latin for Greek."""
    parts = unicodedata.normalize("NFD", cluster)
    letter = to_ascii_latex(parts[0]).strip("{}")
    return _HORN in parts or (letter.isalpha() and letter != unicodedata.normalize("NFKC", parts[0]))


def _command(cluster: str) -> str:
    if cluster in _OWN:
        return _OWN[cluster]
    base, *marks = list(unicodedata.normalize("NFD", cluster).replace(_HORN, "") or cluster)
    if marks and _is_latin(base) and all(mark in _BY_COMBINING for mark in marks):
        return f"{{{_accented(base, marks)}}}"
    return "".join(_single(mark) for mark in cluster)


def _bare(cluster: str) -> str:
    """The letter of ASCII that a letter is made of: Ɗ is a D with a hook. '' for others."""
    found = _WITH.fullmatch(unicodedata.name(unicodedata.normalize("NFC", cluster)[0], ""))
    return (found[1] if cluster[0].isupper() else found[1].lower()) if found else ""


def _accented(base: str, marks: list[str]) -> str:
    r"""\'e; \c{c}; marks outside the first wrap it: \'{\^a}."""
    inner = _BY_LETTER.get(base)
    latex = f"\\{inner}" if inner else base if base.isascii() else _single(base)
    if base in "ij" and _BY_COMBINING[marks[0]] not in "cdbk":
        latex = f"\\{base}"
    for mark in marks:
        latex = f"\\{_BY_COMBINING[mark]}{{{latex}}}"
    return latex


def _single(mark: str) -> str:
    if mark.isascii() or mark in _OWN:
        return _OWN.get(mark, mark)
    if mark in _BY_LETTER:
        return f"{{\\{_BY_LETTER[mark]}}}"
    raised = unicodedata.decomposition(mark).split()
    if raised and raised[0] in ("<super>", "<sub>"):
        macro = "textsuperscript" if raised[0] == "<super>" else "textsubscript"
        return f"{{\\{macro}{{{to_ascii_latex(''.join(chr(int(code, 16)) for code in raised[1:]))}}}}}"
    if unicodedata.category(mark) in ("Cf", "Mn") and unicodedata.name(mark, "").startswith("VARIATION"):
        return ""
    known = _BY_CODE.get(ord(mark))
    if known and known.isascii() and KERNEL.issuperset(_MACRO.findall(known)):
        return f"{{{known}}}"
    simpler = unicodedata.normalize("NFKC", mark).replace("⁄", "/")
    latex = to_ascii_latex(escape_bibtex(simpler)) if simpler != mark else "[U+"
    return (_bare(mark) or f"[U+{ord(mark):04X}]") if "[U+" in latex else latex


def _is_latin(base: str) -> bool:
    return base.isascii() or base in _BY_LETTER
