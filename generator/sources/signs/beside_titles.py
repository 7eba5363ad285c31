"""What stands beside the title of an item in a list: `(Lewis et al., 2020)`, `by A. Author`, `– A. Author and
B. Author, Venue 2020. A sentence.`"""

from __future__ import annotations

import re

from generator.sources.found_ids import find_ids
from generator.sources.signs.forms import MONTH
from generator.sources.signs.notes import VENUE_YEAR, like_venue
from generator.sources.signs.people import JOINED, OTHERS, names_in

# Where an assistant found something, and what only says that there is a link.
_SOURCES = re.compile(
    r"【[^【】]{1,60}】|(?:\[\d{1,3}\])+(?=[\s.,;]*$)|\[(?:paper|pdf|code|link|arxiv|doi|html|website)\]",
    re.IGNORECASE,
)
_LINK = re.compile(r"\[{1,2}[^\[\]]{1,60}\]{0,2}\((?P<url>\S{4,2000}?)\)\]?")
AROUND = " \t\u00a0,.;:|–—-·•_*"
_BRACKETS = "()[]"
EMPTY = re.compile(r"\(\s*\)|\[\s*\]|\(\s*$")  # brackets that an address was in
YEAR = re.compile(
    r"(?<![\w./-])(?P<year>(?:19|20)\d{2})[a-z]?(?![\w/-]|\.\d)|(?<=[A-Z]{2})\s?['’](?P<short>\d{2})\b"
)
_FAR = 400  # characters up to the year
_BEHIND_YEAR = re.compile(
    r"(?:, (?P<venue>[^()]{2,60})\))?"
    r"(?:[,.:;)\]]{0,3}\s{1,3}[–—-]{1,2}\s{1,3}|[,.:;)\]]{1,3}\s{1,3}|[,.:;)\]]{0,3}$)"
)
_FAMILIES = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ'’-]+(?:, [A-ZÀ-Þ][a-zß-ÿ'’-]+){1,4}")  # 'Weber, Lund, Strand'
_BY = re.compile(r"(?:written |authored )?by:? ", re.IGNORECASE)
_VENUE_STARTS = re.compile(r"[(\[]|\s?[|·•]\s|(?<=[^\W\d_]{2})[.;:] |,? [–—-]{1,2} |,? in (?=[A-Z])")
_DAY_OR_MONTH = re.compile(rf"(?:\d{{1,2}} )?{MONTH}\.?(?: \d{{1,2}})?,?")
INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[ -]?){1,4}[^\W\d_a-z][^\W\d_A-Z]")  # and a family name
_NAMES_END = re.compile(r"(?<=[^\W\d_]{2})[.:](?=\s|$)| [–—-]{1,2} ")
_LONGEST_VENUE = 14  # words
_PROSE = frozenset("we our this these i".split())


def beside_title(text: str) -> dict[str, str] | None:
    """What follows a title: authors (as lists are written), venue, year and identifiers, then the
    `remark`; None where it is none of these."""
    left, ids = without_ids(text)
    left = " ".join(EMPTY.sub("", left.replace("*", "")).split())
    if not left.strip(AROUND + _BRACKETS):
        return {**ids, "remark": ""}
    year = YEAR.search(left, 0, _FAR)
    behind = _BEHIND_YEAR.match(left, year.end()) if year else None
    told = _people_and_venue(left[: year.start()], year[0]) if year and behind else None
    if year is None or behind is None or told is None:
        return _people_alone(left, ids)
    venue = {"venue": behind["venue"]} if behind["venue"] else {}
    when = year["year"] or f"20{year['short']}"
    return {**venue, **told, "year": when, **ids, "remark": left[behind.end() :].lstrip(AROUND + ")]")}


def _people_alone(left: str, ids: dict[str, str]) -> dict[str, str] | None:
    """People without a year, up to the stop or the dash behind them."""
    head, *more = _NAMES_END.split(left.strip(AROUND + _BRACKETS), maxsplit=1)
    names = names_in(_BY.sub("", head))
    if not names or not (JOINED.search(names) or OTHERS.search(names)):
        return None
    return {"authors": names, **ids, "remark": more[0].lstrip(AROUND) if more else ""}


def _people_and_venue(head: str, year: str) -> dict[str, str] | None:
    """People and venue in what stands between a title and a year; None where it is neither."""
    adjoins = head.rstrip() == head.rstrip(AROUND + "(")  # nothing stands between them and the year
    head = head.strip(AROUND + "([")
    head = head[by.end() :] if (by := _BY.match(head)) else head
    if not head:
        return {}
    if _DAY_OR_MONTH.fullmatch(head):
        return {"date": f"{head} {year}"}
    others = OTHERS.search(head)
    starts = _VENUE_STARTS.search(head, 1)
    if others:
        names, venue = head[: others.end()], head[others.end() :]
    elif starts and names_in(head[: starts.start()]):
        names, venue = head[: starts.start()], head[starts.end() :]
    else:
        names, venue = _apart(head, year, adjoins=adjoins)
    venue = venue.strip(AROUND + _BRACKETS).removeprefix("in ").removeprefix("In ")
    if (names and not names_in(names)) or (venue and not _may_be_venue(venue)):
        return None
    return {name: value for name, value in (("authors", names.strip()), ("venue", venue)) if value}


def _apart(head: str, year: str, *, adjoins: bool) -> tuple[str, str]:
    """People and venue where commas alone set them apart: the venue is last, right before the year."""
    if _FAMILIES.fullmatch(head) and not VENUE_YEAR.match(f"{head.rpartition(' ')[2]} {year}"):
        return head if head.count(", ") > 1 else head.replace(", ", " and "), ""
    people = head.split(", ")
    last = people.pop()
    journal = like_venue(last, last.count(" ") + 1) > 0 and not INITIALS.match(last)
    known = journal or VENUE_YEAR.match(f"{last} {year}")
    if not (known or not names_in(last) or (adjoins and people and not JOINED.search(last))):
        return head, ""
    while people and not names_in(", ".join(people)):  # a venue with commas
        last = f"{people.pop()}, {last}"
    return ", ".join(people), last


def _may_be_venue(text: str) -> bool:
    short = text.count(" ") < _LONGEST_VENUE and ". " not in text and text.count("(") == text.count(")")
    return short and not text.islower() and not speaks(text)


def speaks(text: str) -> bool:
    """Whether a text has a word that sentences about papers have, and titles and venues have not."""
    return not _PROSE.isdisjoint(text.lower().split())


def without_ids(text: str) -> tuple[str, dict[str, str]]:
    """A text without its addresses and identifiers; the first of each of them by name."""
    ids: dict[str, str] = {}
    parts: list[str] = []
    end = 0
    plain = _SOURCES.sub("", _LINK.sub(lambda link: f" {link['url']} ", text))
    for found in find_ids(plain):
        ids.setdefault(found.name, found.value)
        parts.append(plain[end : found.start])
        end = found.end
    return "".join([*parts, plain[end:]]), ids
