"""What stands below the paper on its page and is about other things: reviews and replies, similar papers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.pages.page_ends import begins_page
from generator.sources.pasted.unit import Unit

_LONGEST = 120  # characters of a line that begins such a part
_BEGINS = {
    "review or reply": re.compile(
        r"filter by reply type\W{0,3}|filter by author\W{0,3}|\d+ ?(?:/ ?\d+ ?)?replies shown|"
        r"sort: newest first|copy url of note \w{4,20}|"
        r"(?:official|meta|ethics) ?review of (?:paper|submission) ?\d+ by .{3,60}",
        re.IGNORECASE,
    ),
    "comment of a reader": re.compile("community", re.IGNORECASE),
    "list of other papers": re.compile(
        r"pubmed disclaimer|conflict of interest statement|similar articles|cited by(?: other articles)?|"
        r"mesh terms|substances|publication types|grants and funding|linkout - more resources",
        re.IGNORECASE,
    ),
}
_COMMENTS_END = re.compile(
    r".{0,3}sign up or log in to comment.{0,20}|(?:models|datasets|spaces) citing this paper.{0,9}|"
    r"collections including this paper.{0,9}|add this paper to a collection.{0,60}",
    re.IGNORECASE,
)
_JOURNAL = re.compile(
    r"\S.{1,80}\. (?:19|20)\d\d [A-Z][a-z]{2}\b(?:[^;]{0,40}(?P<volume>;[^;]{3,40}\.)|.{0,60})"
)
_BELOW_JOURNAL = re.compile(r"\. (?:19|20)\d\d\b.{0,60}")  # PubMed has it on a line of its own
_IN_PUBMED = re.compile(r".{20,600} - (?:DOI|PMC|PubMed)")  # a reference
_ABOVE_DATES = 2  # units: title and people
_TO_ABSTRACT = 14  # units below the dates at most: venue, buttons, what else a form asks for


def without_replies(units: Sequence[Unit]) -> list[Unit]:
    """The units; those from the first reply or list of other papers on are chrome, up to the next page."""
    kept = list(units)
    n, on_page = 0, False
    while n < len(kept):
        reason = _begins(kept[n], on_page) or _begins_references(kept, n)
        end = _end(kept, n, reason) if reason else n
        kept[n:end] = [_chrome(unit, reason) for unit in kept[n:end]]
        on_page = end <= n and (on_page or kept[n].label == "abstract") and not _is_head(kept[n])
        n = max(end, n + 1)
    return kept


def _chrome(unit: Unit, reason: str) -> Unit:
    return unit if unit.kind == "X" else unit._replace(kind="X", reason=reason, label="", fields={})


def _begins(unit: Unit, on_page: bool) -> str:
    """Why what starts with a unit is not of the paper; '' where it is. on_page: an abstract is above."""
    if len(unit.text) > _LONGEST or unit.kind == "S":
        return ""
    for reason, pattern in _BEGINS.items():
        if (on_page or reason == "review or reply") and pattern.fullmatch(unit.text):
            return reason
    return ""


def _begins_references(units: Sequence[Unit], n: int) -> str:
    """Why what starts with a unit is not of the paper, where it is the heading of references in PubMed."""
    below = units[n + 1].text if n + 1 < len(units) else ""
    is_heading = units[n].text.lower() == "references" and _IN_PUBMED.fullmatch(below)
    return "list of other papers" if is_heading else ""


def _opens(units: Sequence[Unit], n: int) -> bool:
    """Whether a unit is the journal with which a paper's page of PubMed begins below buttons."""
    below = units[n + 1] if n + 1 < len(units) else None
    if below is None or units[n].kind not in ("", "V"):
        return False
    if _BELOW_JOURNAL.fullmatch(below.text):
        return True
    cited = _JOURNAL.fullmatch(units[n].text)
    return cited is not None and (below.label == "doi" or cited["volume"] is not None)


def _end(units: Sequence[Unit], first: int, reason: str) -> int:
    """Where such a part ends: at the next page; `first` where it is not sure that it is one."""
    end = next(
        (n for n in range(first + 1, len(units)) if _is_head(units[n]) or _opens(units, n)), len(units)
    )
    if reason == "review or reply":
        dated = next((n for n in range(first + 1, end) if _dates_paper(units, n)), None)
        return end if dated is None else max(_top(units, dated), first + 1)
    another = next((n for n in range(first + 1, end) if units[n].label == "abstract"), end)
    if reason == "list of other papers":
        return end if another == end else first
    ends = [n for n in range(first + 1, another) if _COMMENTS_END.fullmatch(units[n].text[:_LONGEST])]
    return ends[-1] + 1 if ends else first


def _top(units: Sequence[Unit], dated: int) -> int:
    """Where title and people above the dates of a paper start, with buttons in between."""
    said = [n for n in range(max(dated - 2 * _ABOVE_DATES, 0), dated) if units[n].kind != "X"]
    return said[-_ABOVE_DATES] if len(said) >= _ABOVE_DATES else dated


def _is_head(unit: Unit) -> bool:
    """Whether a page begins, or the table in a profile of Google Scholar: Title, Cited by, Year."""
    return unit.kind == "S" or begins_page(unit) or unit.text.lower() == "title"


def _dates_paper(units: Sequence[Unit], n: int) -> bool:
    """Whether a unit is the line below title and people on a page of OpenReview: it tells who may read, or
    an abstract follows."""
    if not _is_dated(units[n]):
        return False
    below = units[n + 1 : n + _TO_ABSTRACT]
    until = next((place for place, unit in enumerate(below) if _is_dated(unit)), len(below))
    return "veryone" in units[n].text or any(unit.label == "abstract" for unit in below[:until])


def _is_dated(unit: Unit) -> bool:
    return "odified" in unit.text and (unit.label in ("date", "created") or "date" in unit.fields)
