"""Venue and year that a list sets before or behind a title: '[ICLR 2023] …', '… (Nature 2015)', '…, CVPR
2016'."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.sources.references.links import LINK
from generator.sources.references.said import CITED, people_in
from generator.sources.signs.notes import VENUE_YEAR, like_venue
from generator.sources.signs.people import is_name

_TEXT = r"(?:[^()\[\]*`|_/\n]|/(?!/)|\([^()\n]{2,40}\))"
_NAMED = (
    rf"(?P<venue>(?:[^\W\d_a-z]{_TEXT}|arXiv|bioRxiv|medRxiv){_TEXT}{{0,90}}?)(?P<comma>,?) ?"
    r"(?:(?P<year>(?:19|20)\d{2})|['’](?P<short>\d{2}))"
)
_LABEL = re.compile(_NAMED)
_MARKED = re.compile(
    rf"(?<![\]\w!])(?P<open>\*\*\[|\*\*\(|\*\*|\[|\(|`|\*(?!\*)){_NAMED}"
    r"(?: (?:[Oo]ral|[Ss]potlight|[Pp]oster|[Ww]orkshop)s?)?"
    r"(?P<close>\]\*\*|\)\*\*|\*\*|\]|\)|`|\*(?!\*))(?!\()[:,.]?"
)
_CLOSING = {"[": "]", "(": ")", "`": "`", "*": "*", "**": "**", "**[": "]**", "**(": ")**"}
_PLAIN_FRONT = re.compile(rf"(?P<label>{_NAMED}) [-–—|] ")
_PLAIN_BACK = re.compile(r"(?:, | [-–—] |\. )(?=[A-Z]|arXiv|bioRxiv|medRxiv)")
_MONTH = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?: \d{1,2})?"
)
_PERIODICAL = re.compile(
    r"\b(?:journals?|proceedings|transactions|annals|archives|acta|bulletin|conference|symposium|letters)\b",
    re.IGNORECASE,
)
_KNOWN = re.compile(  # a server of preprints, an acronym
    r"(?i:arxiv|biorxiv|medrxiv)(?: preprint)?,? \d{4}|(?!USA|COVID)[A-Z]{3,8}, \d{4}"
)
_CAPITALS = re.compile(r"[\w-]*[A-Z][\w-]*[A-Z]")  # of an acronym
_EMPHASIS = ("*", "**")
_TITLE = re.compile(r" [A-Z\d]\S*(?: [^\s\[\]]+){3}")  # right behind emphasised text
_NEXT_YEARS = "40"  # what is before is of this century
_LEAST_TITLE = 4  # words before emphasised text that is a venue
_SURE = 2.5  # of what looks like a venue
_MOST = 4  # parts behind a title
_LONGEST = 4000  # characters


def is_server(venue: str) -> bool:
    """Whether a venue is a server of preprints, where nothing is published."""
    return _KNOWN.fullmatch(f"{venue} 2000") is not None


class Label(NamedTuple):
    """A venue and its year, and where in a text they stand."""

    venue: str
    year: str
    start: int
    end: int


def marked_label(text: str) -> Label | None:
    """The first venue with a year that stands in brackets, code or emphasis of its own."""
    for found in _MARKED.finditer(text[:_LONGEST]):
        if _CLOSING[found["open"]] != found["close"] or not _is_venue(found):
            continue
        inner = found[0].strip("*`[](),.: ")
        before = len(text[: found.start()].split())
        plain = found["open"] not in _EMPHASIS or before >= _LEAST_TITLE or _is_known(inner)
        if not plain and not _is_above_title(text, found.end()):
            continue
        return _label(found, found.start(), found.end())
    return None


def _is_above_title(text: str, end: int) -> bool:
    """Whether the words of a title, and no people, stand right behind a place."""
    return _TITLE.match(text, end) is not None and not people_in(LINK.split(text[end:])[0])


def _label(found: re.Match[str], start: int, end: int) -> Label:
    century = "20" if (found["short"] or "0") < _NEXT_YEARS else "19"
    return Label(found["venue"].strip(" ,.:-–"), found["year"] or century + found["short"], start, end)


def _is_known(text: str) -> bool:
    """Whether a text with a year is a known venue, or says that it is one."""
    said = _PERIODICAL.search(text) is not None or _KNOWN.fullmatch(text) is not None
    return said or VENUE_YEAR.fullmatch(text) is not None or like_venue(text, text.count(" ") + 1) >= _SURE


def _is_venue(found: re.Match[str]) -> bool:
    """Whether what stands before a year is no person, no month and no day."""
    name = found["venue"].strip()
    if VENUE_YEAR.match(f"{name} 2000"):
        return True
    if _MONTH.fullmatch(name) or " et al" in name or people_in(name):
        return False
    person = found["comma"] and is_name(name) and not _KNOWN.fullmatch(f"{name}, 2000")
    return not person and (_CAPITALS.match(name) is not None or CITED.fullmatch(found[0]) is None)


def label_in_front(text: str) -> Label | None:
    """What stands like a venue with its year before a dash: 'ICLR 2023 - A title'; an empty venue where it
    may be part of the title."""
    found = _PLAIN_FRONT.match(text)
    label = _label(found, 0, found.end()) if found else None
    return label if not found or not label or _is_known(found["label"]) else label._replace(venue="")


def label_behind(text: str) -> Label | None:
    """What stands like a venue with its year behind the last comma, dash or stop of a text; an empty venue
    where it may be part of a title."""
    unsure = None
    for end in list(_PLAIN_BACK.finditer(text))[-_MOST:]:
        found = _LABEL.fullmatch(text[end.end() :].strip(" .,|–—-"))
        if not found:
            continue
        label = _label(found, end.start(), len(text))
        if _is_known(found[0]) and _is_venue(found):
            return label
        unsure = unsure or label._replace(venue="")
    return unsure
