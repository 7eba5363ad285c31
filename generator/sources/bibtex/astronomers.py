r"""References as the styles of MNRAS and of the AAS print them: people, year, perhaps a title, journal,
volume, page."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.sources.bibtex.journals import JOURNAL_MACROS

_NOTATION = (
    (re.compile(r"\\mn@doi\s*\[([^\][{}]{0,80})\]\s*\{[^{}]*\}"), r"\1"),
    (re.compile(r"\\href\s*\{[^{}]*\}\s*\{([^{}]*)\}"), r"\1"),
    (re.compile(r"[,\s]*\\(?:dodoi|doarXiv|doeprint|mn@eprint|eprint|doi)\s*(?:\{[^{}]*\}\s*){1,2}"), ""),
    (re.compile(r"[,\s]*(?:\\url|\\nolinkurl)\s*\{[^{}]*\}"), ""),
)
_MACRO = re.compile(r"\\([A-Za-z]{2,12})\b\s?(?:\{\})?")
_REFERENCE = re.compile(
    r"(?P<people>[^\d]{3,3000}?),? (?P<year>(?:19|20)\d{2})[a-z]?, (?:(?P<title>[^\\]{12,400}?), )?"
    r"(?P<venue>[A-Z][^,\d\\]{1,120}), (?P<volume>[A-Z]?\d{1,5}[A-Z]?)(?:, [A-Z]?\d[\w.–-]{0,15})?[,.]?"
)
_PEOPLE = re.compile(r"[^,]{2,60},? (?:[A-Z][.\-]? ?){1,4}(?:,|&|et al|$)|\{?[^,]{3,60}\}?(?:,| et al)")
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.[ -]?){1,4}")
_INITIALS_LAST = re.compile(rf"^(.{{2,60}}?) ({_INITIALS.pattern})$")


def of_astronomers(reference: str, plain: Callable[[str], str]) -> tuple[str, str, str] | None:
    """The people, title ('' where the style prints none) and journal of a reference; None for others.

    plain: undoes LaTeX's notation.
    """
    for mark, meant in _NOTATION:
        reference = mark.sub(meant, reference)
    reference = _MACRO.sub(lambda found: JOURNAL_MACROS.get(found[1], found[0]), reference)
    told = plain(reference.replace("~", " "))
    found = _REFERENCE.fullmatch(told)
    if not found or not _PEOPLE.match(found["people"]):
        return None
    return _initials_first(found["people"]), found["title"] or "", found["venue"]


def _initials_first(people: str) -> str:
    """'Navarro J. F., White, S. D.' → 'J. F. Navarro, S. D. White'."""
    names: list[str] = []
    for part in re.split(r",? & |, | (?=et al)", people.strip(" ,")):
        if _INITIALS.fullmatch(part) and names:
            names[-1] = f"{part} {names[-1]}"
        else:
            names.append(_INITIALS_LAST.sub(r"\2 \1", part))
    return ", ".join(names)
