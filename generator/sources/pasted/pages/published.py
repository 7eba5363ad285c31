"""A line that says where a paper was published, on any publisher's page: `Journal, Volume 6, 1977 - Issue 1`,
`Jan 2021 | JOURNAL 21 (1), pp. 324`, `Journal / Volume 2 / Issue 3 / May 2020`, `Journal 2021, 4(2), 15`.

What is known by its form (volume, issue, pages, date, DOI) is taken out; what is left is the venue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from generator.sources.pasted.pages.article_heads import names_of
from generator.sources.pasted.unit import NEXT_LINE, WRAPPED, Unit
from generator.sources.signs.forms import DATE, MONTH
from generator.sources.signs.notes import VENUE_YEAR, like_comment

_LONGEST, _WORDS = 320, 20  # characters of a line, words of a venue
_ABSTRACT = 200  # characters
_ID = r"[\w–-]{1,9}"
_PAGES = r"[A-Za-z]{0,2}\d[\w.]{0,11}(?:[-–]\w{1,9})?"
_DOI = re.compile(
    r"(?:\bdoi:? ?)?(?:https?://(?:dx\.)?doi\.org/)?\b(?P<doi>10\.\d{4,9}/\S{1,200}?)(?=[.,;]?(?:\s|$))", re.I
)
_VOLUME = re.compile(
    rf"\bvol(?:ume|\.)?:? ?(?P<volume>\w{{1,6}})\b(?: ?\((?P<number>{_ID})\))?", re.IGNORECASE
)
_ISSUE = re.compile(rf"\b(?:issues?|no\.):? ?(?P<number>{_ID})\b", re.IGNORECASE)
_PAGED = re.compile(rf"\b(?:pp?\.|pages?|pp?:|pp(?= ))\s?(?P<pages>{_PAGES})", re.IGNORECASE)
_ARTICLE = re.compile(r"\bArticle(?: No\.?:?)? (?P<article>\w{1,12})\b", re.IGNORECASE)
_IN_SHORT = re.compile(
    rf"\b(?P<volume>\d{{1,4}}) ?\((?P<number>{_ID})\)(?: ?[:,] ?(?P<pages>{_PAGES})\b)?|"
    rf"(?<=, )(?P<volume_>\d{{1,4}}), (?P<number_>\d{{1,4}}), (?P<pages_>{_PAGES})\b"
)
_DATED = re.compile(
    rf"(?:\bpublished(?: on| online)?:? )?\(?\b(?:Winter |Spring |Summer |Fall |Autumn )?(?P<date>{DATE})\)?",
    re.I,
)
# Words of such a line that are of no venue.
_OTHERS = re.compile(
    r"^(?:(?:research |review |original )?article|report|review|letter|conference paper|preprint|chapter|"
    r"thesis|technical report|poster|literature review)(?= \||$)|^journal: |"
    r"\((?:article|review|letter)\)$|"
    r"\bpublished(?: online)?(?: by [A-Z][\w &]{2,40})?:?",
    re.IGNORECASE,
)
_TYPED = re.compile(  # ResearchGate's: 'Article | January 2019 | Annals of Sums'
    r"(?:Article|Conference Paper|Preprint|Chapter|Thesis|Technical Report|Poster|Literature Review) [|·] "
)
_NAME_AND_YEAR = re.compile(  # 'JoVE : journal of experiments, 2016', 'Pollution (Essex : 1987) 2021'
    r"[^\W\d_a-z](?:[^?!:]| : ){1,150}[ ,(](?:19|20)\d{2}\)?\.?"
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_MAY_SAY = re.compile(r"(?:19|20)\d{2}|10\.\d{4}|[Vv](?:ol|OL)")
_MONTH = re.compile(rf"{MONTH}\.?(?: \d{{1,2}})?")
_CLEAN = " ,;.:|•·/()[]–-"


def published_in(text: str) -> dict[str, str] | None:
    """Venue ('' where the line has none) and what is said with it; None for other text."""
    if len(text) > _LONGEST or not _MAY_SAY.search(text):
        return None
    said: dict[str, str] = {}
    rest = text
    for form in (_DOI, _VOLUME, _ISSUE, _ARTICLE, _PAGED, _IN_SHORT, _DATED, _DATED):
        if found := form.search(rest):
            said |= {name.rstrip("_"): value for name, value in found.groupdict().items() if value}
            rest = f"{rest[: found.start()]} | {rest[found.end() :]}"
    left = [part for found in rest.split("|") if (part := _OTHERS.sub("", found.strip(_CLEAN)).strip(_CLEAN))]
    left = [part for part in left if not _MONTH.fullmatch(part)]
    where, when = said.keys() & {"volume", "pages", "article"}, said.keys() & {"date", "doi"}
    if _TYPED.match(text) and "date" in said and len(left) < 2:
        where = when
    if not where or not (when or ("number" in said and not left)):
        return None
    if len(left) > 1 or (left and not _may_be_venue(left[0])):
        return None
    article = said.pop("article", "")
    return {"venue": left[0] if left else "", **({"pages": article} if article else {}), **said}


def is_venue_above_people(units: Sequence[Unit]) -> bool:
    """Whether the second of three units, in bold, is a venue between a heading and people with a label."""
    if len(units) < 3 or not units[0].level or units[1].kind or units[2].kind != "A":
        return False
    return bool(units[2].label) and units[1].bold and VENUE_YEAR.fullmatch(units[1].text) is not None


def with_venues(units: Sequence[Unit]) -> list[Unit]:
    """The units, what ends in a year below titles and people being venues where it is so more than once, or
    on top of an abstract."""
    found = list(units)
    venues = [n for n in range(2, len(found)) if _is_venue_below_people(found, n)]
    for n in venues if len(venues) > 1 else filter(partial(_is_above_abstract, found), venues):
        found[n] = found[n]._replace(kind="V", gap=NEXT_LINE)
    return found


def _is_venue_below_people(units: Sequence[Unit], n: int) -> bool:
    """Whether the last line of a block ends in a year, or has one below it, below a title and people: `In
    Journal, 2016`. It may stand below full lines of these."""
    venue = units[n]
    if venue.kind or venue.gap not in (NEXT_LINE, WRAPPED) or not _is_dated(units, n):
        return False
    if like_comment(venue.text, venue.text.count(" ") + 1) > 0:
        return False
    people = n - 1
    while people > 1 and units[people].gap == WRAPPED and _are_names(units[people - 1]):
        people -= 1
    rest = units[people + 1 : n]
    title = people - 1
    while title > 0 and units[title].gap == WRAPPED and not units[title].kind:
        title -= 1
    if title < 0 or units[title].kind or units[people].gap not in (NEXT_LINE, WRAPPED):
        return False
    starts = units[title].gap not in (NEXT_LINE, WRAPPED) or units[title].is_item
    return starts and _are_names(units[people]) and all(_are_names(line) or _is_name(line) for line in rest)


def _is_dated(units: Sequence[Unit], n: int) -> bool:
    """Whether a line ends in a year, or is a name with a year alone on the line below."""
    text = units[n].text
    if _NAME_AND_YEAR.fullmatch(text):
        return True
    below = units[n + 1] if n + 1 < len(units) else None
    year = below is not None and below.gap == NEXT_LINE and _YEAR.fullmatch(below.text) is not None
    return year and _NAME_AND_YEAR.fullmatch(f"{text}, 2000") is not None


def _is_above_abstract(units: Sequence[Unit], n: int) -> bool:
    below = [unit for unit in units[n + 1 : n + 3] if not _YEAR.fullmatch(unit.text)]
    return any(unit.gap != WRAPPED and len(unit.text) > _ABSTRACT for unit in below[:1])


def _are_names(unit: Unit) -> bool:
    return not unit.kind and bool(names_of(unit))


def _is_name(unit: Unit) -> bool:
    """Whether a line is the rest of a name that filled the line above."""
    return not unit.kind and unit.text.isalpha() and unit.text.istitle()


def _may_be_venue(text: str) -> bool:
    begun = text[0].isupper() or text[0].isdigit()
    return text.count(" ") < _WORDS and begun and not any(stop in text[:-1] for stop in (". ", "? ", "! "))
