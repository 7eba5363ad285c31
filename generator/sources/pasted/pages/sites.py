"""Lines that web sites write in a form of their own: Google Scholar, Semantic Scholar, Hugging Face."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.chrome import names_fields
from generator.sources.pasted.pages.arxiv_lists import of_lists
from generator.sources.pasted.pages.huggingface import (
    DATED_NOTICE,
    begins_paper,
    counts_authors,
    is_dated_post,
    is_poster_below,
    with_daily_titles,
)
from generator.sources.pasted.pages.page_ends import without_ends
from generator.sources.pasted.pages.profiles import with_profiles
from generator.sources.pasted.pages.published import is_venue_above_people, with_venues
from generator.sources.pasted.pages.publishers import published_line, published_pair
from generator.sources.pasted.pages.pubmed_pages import of_results, with_journals
from generator.sources.pasted.pages.semantic_scholar import (
    in_full,
    is_below_people,
    is_between_field_and_date,
    may_be_title,
    of_semantic_scholar,
    result_line,
)
from generator.sources.pasted.pages.snippets import with_snippets
from generator.sources.pasted.unit import WRAPPED, Unit
from generator.sources.pasted.units.acl_volumes import acl_pair, of_volume, without_volumes
from generator.sources.pasted.units.cited_units import with_references
from generator.sources.pasted.units.dblp_lists import KEY, dblp_pair, with_entries_of_dblp
from generator.sources.signs.forms import ARXIV_ID, DATE
from generator.sources.signs.marks import HAS_DIGIT
from generator.sources.signs.people import NAMES, PEOPLE

_SCHOLAR = re.compile(
    rf"(?P<authors>{NAMES}(?:, {NAMES}){{0,12}}(?:, ?(?:…|\.\.\.)|…|\.\.\.)?)\s?[-–]\s"
    r"(?:(?P<venue>(?:[^-–]|(?<=\w)-(?=\w)){3,120}?), )?"
    r"(?P<year>(?:19|20)\d{2})(?: [-–] \S.{2,60})?"
)
_COUNTED = re.compile(r"[\d,]{0,9}\*?\s{1,9}(?P<year>(?:19|20)\d{2})")
_ROW = re.compile(r"(?P<venue>[^\t]{3,300}?)\s?\t\s?[\d,]{0,9}\*?\s?\t\s?(?P<year>(?:19|20)\d{2})")
_BETWEEN_DOTS = re.compile(r"[^\W\d_a-z][\w.'’ -]{1,60}(?: ⋅ [^\W\d_a-z][\w.'’ -]{1,60})+")  # people
_TLDR = re.compile(r"TL;?\s?DR\b[:.]?\s.{10,1500}", re.DOTALL)
_ARXIV_PAGE = re.compile(
    rf"(?:(?:arxiv(?: logo)?)? ?> ?)?[\w\-.]{{2,12}} ?> ?arxiv:({ARXIV_ID})", re.IGNORECASE
)
_NOTICE = re.compile(  # what sites say of themselves
    r"(?:to protect your privacy, all|requests for name changes in|use the .report an issue. link|"
    r"name change policy|this material is presented to ensure|except for the watermark, they are|"
    r"these \w+ \d{4} \w+ are the open access|acl materials are copyright|the acl anthology is managed|"
    r"openreview is a long-term project|papers with code is a free|semantic scholar is a free|"
    r"the \w+ logo above may be used|subscribe to (?:the|our) \w+ newsletter|stay informed on the latest|"
    r"about openreview|we use (?:(?:essential|optional|necessary) )?cookies|this (?:web)?site uses cookies|"
    r"by clicking .accept|"
    r"do not remove: this comment|arxivlabs is a framework|"
    r"view a pdf of the paper titled|have an idea for a project that will add value for arxiv|"
    r"both individuals and organizations that work with arxivlabs|official websites use \.gov|"
    r"federal government websites often end in|the https:// ensures that you are connecting|"
    r"the pubmed wordmark and pubmed logo are registered)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_READ_OVER = (
    (_TLDR, "automatic summary"),
    (_NOTICE, "site notice"),
    (KEY, "ornament"),
)
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d{2}), (?P<venue>[^\W\d][^.,;]{3,90}|arXiv\.org)")
_LONGEST, _SHORT = 1600, 400  # characters of a line
_WORDS = 5  # of a place of work
_LONGEST_POST = 100  # of a person: 'Professor of Statistics, University of Oxford'
_REVIEWED = re.compile(
    rf"(?P<date>{DATE})(?: ?\(modified: [^()]{{4,40}}\))?(?:, last modified: (?P<updated>{DATE}))?\s?"
    r"(?P<venue>\S.{2,80}?)??\s?(?:Readers: ?.{0,3})?[Ee]veryone\s?"
    r"(?:Revisions)?\s?(?:BibTeX)?\s?"
    r"(?:CC[ -]?(?:BY|0).{0,20})?",
    re.IGNORECASE,
)
_POSTED = re.compile(r"\w{2,5}rxiv preprint doi: (?:https?://doi\.org/)?(10\.\d{4,9}/[^\s;]+)", re.IGNORECASE)
_CHAIR = re.compile(r"(?:session )?chairs?\b", re.IGNORECASE)
_ROOM = re.compile(r"(?:Room|Hall|Ballroom|Auditorium)(?: (?:[A-Z][\w'’-]*|\d\w*)){1,4}")
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)


def known_line(unit: Unit) -> Unit:
    """The unit with its kind where a line has the form of a known site."""
    if unit.kind:
        return _known_better(unit)
    row = _ROW.fullmatch(unit.text) if "\t" in unit.text[:_LONGEST] else None
    if row:
        return unit._replace(kind="V", text=row["venue"], fields={"year": row["year"]})
    if counted := _COUNTED.fullmatch(unit.text[:40]):
        return unit._replace(kind="D", fields={"year": counted["year"]})
    if " ⋅ " in unit.text and _BETWEEN_DOTS.fullmatch(unit.text):
        return unit._replace(kind="A")
    if "preprint doi: " in unit.text[:40] and (posted := _POSTED.match(unit.text)):
        return unit._replace(kind="I", fields={"doi": posted[1]})
    known = _read_over(unit)
    return known if known.kind or len(unit.text) > _SHORT else _in_short(published_line(unit))


def _read_over(unit: Unit) -> Unit:
    """A unit, as chrome where it is a summary by a machine or what a site says of itself."""
    if len(unit.text) > _LONGEST:
        return unit
    reasons = (reason for pattern, reason in _READ_OVER if pattern.fullmatch(unit.text))
    reason = next(reasons, "")
    return unit._replace(kind="X", reason=reason) if reason else unit


def _known_better(unit: Unit) -> Unit:
    """A unit of a known kind with what it says on a known site."""
    if unit.kind == "X":
        return _of_chrome(unit)
    if unit.kind == "D" and "\t" in unit.text and (counted := _COUNTED.fullmatch(unit.text[:40])):
        return unit._replace(fields={"year": counted["year"]})
    if unit.kind == "D" and unit.label and "veryone" in unit.text:
        return _of_review_page(unit)
    if of_volume(unit):
        return unit._replace(kind="X", reason="list page", fields={})
    return unit


def _of_chrome(unit: Unit) -> Unit:
    """A unit of chrome, or what it tells of a paper: the year, the date, its identifier."""
    if counted := _COUNTED.fullmatch(unit.text[:40]):
        return unit._replace(kind="D", fields={"year": counted["year"]}, reason="")
    if dated := DATED_NOTICE.fullmatch(unit.text):
        return unit._replace(kind="D", fields={"date": dated[1]}, reason="", held=True)
    if page := _ARXIV_PAGE.fullmatch(unit.text):
        return unit._replace(kind="I", fields={"arxiv": page[1]}, reason="")
    return unit


def _of_review_page(unit: Unit) -> Unit:
    """The dates, venue and buttons of a paper's page in OpenReview, which stand on one line."""
    found = _REVIEWED.fullmatch(next(iter(unit.fields.values()), ""))
    if not found:
        return unit
    said = {name: value for name, value in found.groupdict().items() if value and name != "venue"}
    if not found["venue"]:
        return unit._replace(fields=said)
    return unit._replace(kind="V", text=found["venue"], label="venue", fields=said)


def _in_short(unit: Unit) -> Unit:
    if unit.kind or not HAS_DIGIT.search(unit.text):
        return unit
    scholar = _SCHOLAR.fullmatch(unit.text)
    if scholar:
        said = {"year": scholar["year"], "venue": scholar["venue"] or ""}
        return unit._replace(
            kind="A", text=scholar["authors"].rstrip("…. ,"), fields=in_full(said), held=True
        )
    dated = _YEAR_FIRST.fullmatch(unit.text) if unit.text[4:6] == ", " else None
    if dated:
        return unit._replace(kind="V", text=dated["venue"], label="venue", fields={"year": dated["year"]})
    return result_line(unit)


def with_sites(units: Sequence[Unit]) -> list[Unit]:
    """The units with the kinds that the sites' own lines have, alone or next to one another."""
    single = [known_line(unit) for unit in with_references(with_entries_of_dblp(with_journals(units)))]
    known = with_venues(of_lists(of_results(without_volumes(single))))
    for n in range(len(known) - 1):
        if n and counts_authors(known[n + 1]) and _is_at_work(known[n - 1], known[n]):
            if may_be_title(known[n - 1].text) and not known[n - 1].text.endswith("."):
                known[n - 1] = known[n - 1]._replace(kind="T")
            known[n] = known[n]._replace(kind="X", reason="affiliation")
        known[n], known[n + 1] = published_pair(*_pair(known[n], known[n + 1]))
        if n and known[n].text.startswith("Corpus ID") and known[n - 1].kind != "I":
            known[n + 1] = known[n + 1]._replace(heads=True)
        near = known[n : n + 3]
        if _is_person(near):
            known[n] = known[n]._replace(kind="X", reason="profile page")
            if n + 2 < len(known) and not known[n + 1].kind and len(known[n + 1].text) < _LONGEST_POST:
                known[n + 1] = known[n + 1]._replace(kind="X", reason="profile page")
        elif _is_session(near):
            known[n] = known[n]._replace(kind="X", reason="conference programme")
        elif is_venue_above_people(near):
            known[n + 1] = known[n + 1]._replace(kind="V", label="venue")
        elif _is_poster(near):
            known[n] = known[n]._replace(kind="X", reason="who submitted")
        elif is_between_field_and_date(near) or (n and is_below_people(known[n - 1], near)):
            known[n + 1] = known[n + 1]._replace(kind="V")
    return _names_joined(without_ends(with_snippets(with_profiles(with_daily_titles(known)))))


def _is_at_work(above: Unit, unit: Unit) -> bool:
    """Whether the second of two units above the number of authors is where a paper is from, below its
    title."""
    short = unit.text.count(" ") < _WORDS and unit.text[-1].isalnum() and len(above.text) > len(unit.text)
    return short and unit.gap != WRAPPED and not above.kind and not unit.kind


def _is_person(units: Sequence[Unit]) -> bool:
    """Whether the first of three units is a person with an address, as authors' profiles have them."""
    if units[0].kind or not any(unit.reason == "profile page" for unit in units[1:]):
        return False
    return PEOPLE.fullmatch(units[0].text) is not None


def _is_session(units: Sequence[Unit]) -> bool:
    """Whether the first of three units is the name of a session, with its room and its chair below."""
    if units[0].kind or "X" not in (units[1].kind, units[-1].kind):
        return False
    if len(units[0].text) > _LONGEST_POST or units[0].text.endswith("."):
        return False
    below = [unit.text for unit in units[1:] if unit.kind == "X" and unit.reason == "conference programme"]
    chaired = [n for n, text in enumerate(below) if _CHAIR.match(text)]
    return chaired == [0] or (chaired == [1] and below[0].lower().startswith("room"))


def _is_poster(units: Sequence[Unit]) -> bool:
    """Whether the first of three units is the name above a handle and a dot, as X (Twitter) sets them."""
    if len(units) < 3 or units[0].kind:
        return False
    return units[2].text == "·" and units[1].text[0] == "@"


def _names_joined(units: Sequence[Unit]) -> list[Unit]:
    """The units, people who stand below one another with commas in between being one list."""
    joined: list[Unit] = []
    for unit in units:
        above = joined[-1] if joined else None
        if above and above.kind in ("", "A") and _may_be_joined(above, unit):
            if unit.text == ",":
                joined[-1] = above._replace(last=unit.last, text=above.text + ",")
                continue
            if not unit.kind and PEOPLE.fullmatch(unit.text.rstrip(";")):
                text = f"{above.text.rstrip(',; ')}, {unit.text}"
                joined[-1] = above._replace(last=unit.last, text=text, kind="A")
                continue
        joined.append(unit)
    return joined


def _may_be_joined(above: Unit, unit: Unit) -> bool:
    """Whether people are followed by a comma on a line of its own, or end in one."""
    goes_on = unit.text == "," or above.text.endswith((",", ";"))
    return goes_on and PEOPLE.fullmatch(above.text.rstrip(";")) is not None


def _pair(first: Unit, second: Unit) -> tuple[Unit, Unit]:
    """Two units that follow one another, with the kinds that they have next to each other."""
    if reason := _chrome_above(first, second):
        return first._replace(kind="X", reason=reason, fields={}), second
    if reason := _chrome_below(first, second):
        return first, second._replace(kind="X", reason=reason, fields={})
    if begins_paper(first, second):
        second = second._replace(heads=True)
    first = of_semantic_scholar(first, second)
    if not first.kind and is_dated_post(second) and may_be_title(first.text):
        return first._replace(kind="T", heads=True), second
    if not first.kind and counts_authors(second) and may_be_title(first.text):
        return first._replace(kind="T"), second
    if second.kind == "D" and counts_authors(first):
        return first, second._replace(held=True)
    return acl_pair(*dblp_pair(first, second))


def _chrome_above(first: Unit, second: Unit) -> str:
    """Why the first of two units is chrome, by the second; '' where it is not."""
    if second.text.lower() == "ai-generated summary" and first.kind in ("", "P"):
        return "automatic summary"
    if second.kind == "X" and second.text.startswith("Verified email") and not first.kind:
        return "profile page"
    return "conference programme" if _is_programme_date(first, second) else ""


def _chrome_below(first: Unit, second: Unit) -> str:
    """Why the second of two units is chrome, by the first; '' where it is not."""
    if first.kind == "D" and not second.kind and names_fields(second.text):
        return "page navigation"
    if first.kind != "X":
        return ""
    if is_poster_below(first, second):
        return "who submitted"
    if first.reason == "conference programme" and not second.kind and _ROOM.fullmatch(second.text):
        return first.reason
    if first.text.lower() == "persistent url:" and second.kind == "I":
        return "list page"
    return "profile page" if first.text.startswith("Verified email") and not second.kind else ""


def _is_programme_date(first: Unit, second: Unit) -> bool:
    programme = second.kind == "X" and second.reason == "conference programme"
    return first.kind == "D" and not first.label and programme and _WEEKDAY.match(first.text) is not None
