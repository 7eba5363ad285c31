"""What web pages put around papers: buttons, counts, navigation. Recognised only where it fills a line.

The lines stand in the text files of this folder, a file a site. Below a heading in brackets, the reason why
they are passed over, each line of a file is a line of the site, in small letters and with single blanks; one
between slashes is a regular expression of a whole line (one that begins with anything looks ahead for what it
needs, which is quicker). A heading may say more of its lines:

around papers: they stand in the head and the foot of a page only
beside papers: they stand by each of the papers of a page
also in a row: several may stand on one line, `Save Cite Cited by 12`, with or without spaces in between
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import NamedTuple

from generator.sources.signs.marks import SUBJECT

# Where lines of several reasons fit, the first one counts.
_REASONS = (
    *("page navigation", "button", "heading", "count", "who submitted", "date", "conference programme"),
    *("library link", "list page", "profile page", "site notice", "publisher page", "review page"),
    "end of a mail",
)
_AROUND, _BESIDE, _ROW = "around papers", "beside papers", "also in a row"
_LONGEST = 240
_ENTRIES, _ENTRY = 3, 30  # of a menu on one line: how many at least, characters of one
_WORDY = re.compile(r"[\w▲△⬆👍❤♥💬⭐★☆🔥]")
_STUDY = (
    r"(?:computer science|mathematics|physics|biology|medicine|psychology|engineering|economics|"
    r"environmental science|materials science|chemistry|business|linguistics|education|political science|"
    r"geology|geography|sociology|philosophy|history|agricultural and food sciences|art|law)"
)
_STUDIES = rf"{_STUDY}(?:, {_STUDY}){{0,3}}"  # as Semantic Scholar names them
_SUBJECTS = rf"{SUBJECT}(?:[ ,;]{{1,3}}{SUBJECT}){{0,9}}"  # as arXiv names them


class _Line(NamedTuple):
    """A line of a site. reason, place: of its heading; a pattern has no text."""

    reason: str
    place: str
    text: str
    pattern: str


def _lines() -> Iterator[_Line]:
    """What the text files of this folder say."""
    folder = files(__name__)
    for file in sorted((file for file in folder.iterdir() if file.name.endswith(".txt")), key=str):
        reason = place = ""
        for line in file.read_text(encoding="utf-8").splitlines():
            if len(line) > 1 and line[0] == line[-1] == "/":
                yield _Line(reason, place, "", line[1:-1])
            elif line.startswith("[") and line[1:-1].partition(", ")[0] in _REASONS:
                reason, _, place = line[1:-1].partition(", ")
            elif line and not line.startswith("# "):
                yield _Line(reason, place, line, re.escape(line))


def _patterns(lines: Sequence[_Line]) -> re.Pattern[str]:
    """One pattern with a group for each of the reasons, in their order, and one for buttons in a row."""
    groups: dict[str, list[str]] = {reason: [] for reason in _REASONS}
    groups["page navigation"].append(_STUDIES)
    groups["site notice"].append(_SUBJECTS)
    for line in lines:
        if not line.text and line.place != _ROW:
            groups[line.reason].append(line.pattern)
    one = "(?:" + "|".join(line.pattern for line in lines if line.place == _ROW) + ")"
    row = rf"\[?{one}(?:[\s|·•,/&\[\]]{{0,6}}{one}){{0,16}}\]?"
    return re.compile("|".join(f"({'|'.join(group)})" for group in (*groups.values(), [row])))


_ALL = tuple(_lines())
_KNOWN = {line.text: line.reason for line in _ALL if line.text and line.place != _ROW}
_PATTERNS = _patterns(_ALL)
_AROUND_PAPERS = frozenset(line.text for line in _ALL if line.place == _AROUND)
_BESIDE_PAPERS = frozenset(line.text for line in _ALL if line.place == _BESIDE)
_FIELDS = re.compile(_STUDIES)


def chrome_reason(line: str) -> str | None:
    """Why a stripped line is no part of a paper, or None where it may be one."""
    if not line or len(line) > _LONGEST:
        return None
    if len(line) == 1 and not line.isdigit():
        return "ornament"
    folded = " ".join(line.lower().replace("\ufe0f", "").split())
    if folded in _KNOWN:
        return _KNOWN[folded]
    found = _PATTERNS.fullmatch(folded)
    if found and found.lastindex:
        return (*_REASONS, "button")[found.lastindex - 1]
    if _is_menu(folded):
        return "page navigation"
    return None if _WORDY.search(line) else "ornament"


def _is_menu(folded: str) -> bool:
    """Whether a line is the entries of a menu with bars between them, most of which are known."""
    entries = folded.split(" | ")
    if len(entries) < _ENTRIES or not all(0 < len(entry) <= _ENTRY for entry in entries):
        return False
    known = sum(entry in _KNOWN or _PATTERNS.fullmatch(entry) is not None for entry in entries)
    return known > 1 and 2 * known > len(entries)


def stands_around_papers(line: str) -> bool:
    """Whether a line stands in the head or the foot of a page only."""
    return line.lower() in _AROUND_PAPERS


def stands_beside_papers(line: str) -> bool:
    """Whether a line stands by papers of a site: 'Systematic Review', which titles end with too."""
    return line.lower() in _BESIDE_PAPERS


def is_of_site(line: str) -> bool:
    """Whether a line stands around or beside papers on a known site."""
    return stands_around_papers(line) or stands_beside_papers(line)


def names_fields(line: str) -> bool:
    """Whether a line is nothing but fields of study: 'Computer Science, Mathematics'."""
    return _FIELDS.fullmatch(line.lower()) is not None
