"""Lines that web sites write in a form of their own: Google Scholar, Semantic Scholar, DBLP, Hugging Face."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.cited_units import with_references
from generator.sources.pasted.marks import ARXIV_ID, DATE, HAS_DIGIT
from generator.sources.pasted.people import NAMES, PEOPLE
from generator.sources.pasted.publishers import published_line, published_pair
from generator.sources.pasted.unit import Unit

_SCHOLAR = re.compile(
    rf"(?P<authors>{NAMES}(?:, {NAMES}){{0,12}}(?:, ?(?:…|\.\.\.)|…|\.\.\.)?)\s?[-–]\s"
    r"(?:(?P<venue>[^-–]{3,120}?), )?"
    r"(?P<year>(?:19|20)\d{2})(?: [-–] \S.{2,60})?"
)
_COUNTED = re.compile(r"[\d,]{0,9}\*?\s{1,9}(?P<year>(?:19|20)\d{2})")
_PUBLISHED = re.compile(
    rf"Published in (?P<venue>[^…]{{3,120}}?)(?P<cut>…)?\s?(?P<date>{DATE})(?:\s.{{0,40}})?"
)
_TLDR = re.compile(r"TL;?\s?DR\b[:.]?\s.{10,1500}", re.DOTALL)
_ARXIV_PAGE = re.compile(
    rf"(?:(?:arxiv(?: logo)?)? ?> ?)?[\w\-.]{{2,12}} ?> ?arxiv:({ARXIV_ID})", re.IGNORECASE
)
_DBLP_TITLE = re.compile(
    r"(?P<title>.{3,400}?[.?!]) (?P<venue>[^.?!]{2,100}?(?: abs/[\w.\-/]{5,20})?),? ?"
    r"\(?(?P<year>(?:19|20)\d{2})\)?"
    r"(?:: ?[\w:]{1,12}(?:-[\w:]{1,12})?)?\.?"
)
_NOTICE = re.compile(  # what sites say of themselves
    r"(?:to protect your privacy, all|requests for name changes in|use the .report an issue. link|"
    r"name change policy|this material is presented to ensure|except for the watermark, they are|"
    r"these \w+ \d{4} \w+ are the open access|acl materials are copyright|the acl anthology is managed|"
    r"openreview is a long-term project|papers with code is a free|semantic scholar is a free|"
    r"the \w+ logo above may be used|subscribe to (?:the|our) \w+ newsletter|stay informed on the latest|"
    r"about openreview|we use cookies|this (?:web)?site uses cookies|arxivlabs is a framework|"
    r"both individuals and organizations that work with arxivlabs)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_READ_OVER = (
    (_TLDR, "automatic summary"),
    (_NOTICE, "site notice"),
    (re.compile(r"\[[a-z]{1,2}\d{1,4}\]"), "ornament"),
)
_PUBMED = re.compile(
    r"(?P<venue>[A-Z][\w .&()/-]{1,80}?)\. (?P<year>(?:19|20)\d{2})"
    r"(?: [A-Z][a-z]{2}(?:-[A-Z][a-z]{2})?(?: \d{1,2})?)?"
    r"(?:;(?P<volume>[\w ]{1,12})?(?:\((?P<number>[\w -]{1,12})\))?(?::(?P<pages>[\w-]{1,20}))?)?\."
    r"(?: doi: (?P<doi>10\.\d{4,9}/\S{1,200}?)\.)?(?: (?:Epub|eCollection|Online) .{4,40})?"
)
_AFTER_STOP = re.compile(r"\. (?:19|20)\d{2}\b")
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d{2}), (?P<venue>[^\W\d][^.,;]{3,90}|arXiv\.org)")
_STUDIES = frozenset(
    "computer science|medicine|mathematics|physics|biology|engineering|psychology".split("|")
)
_FEET = ("submission history", "access paper:", "community")  # with which the foot of a page begins
_COUNTED_AUTHORS = re.compile(
    r"[·•]|(?:[·•] ?)?\d{1,4} authors?"
)  # below titles in Hugging Face's daily list
_SNIPPETS = 6  # paragraphs of one at most
_LONGEST_TITLE = 300
_REVIEWED = re.compile(
    rf"(?P<date>{DATE})(?: ?\(modified: [^()]{{4,40}}\))?(?:, last modified: (?P<updated>{DATE}))?\s?"
    r"(?P<venue>\S.{2,80}?)??\s?(?:Readers: ?.{0,3})?(?:Everyone|"
    r"everyone)\s?(?:Revisions)?\s?(?:BibTeX)?\s?"
    r"(?:CC[ -]?(?:BY|0).{0,20})?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)


def known_line(unit: Unit) -> Unit:
    """The unit with its kind where a line has the form of a known site."""
    counted = _COUNTED.fullmatch(unit.text[:40])
    if counted and unit.kind in ("", "X"):
        return unit._replace(kind="D", fields={"year": counted["year"]}, reason="")
    if unit.kind == "D" and unit.label and "veryone" in unit.text:
        return _of_review_page(unit)
    page = _ARXIV_PAGE.fullmatch(unit.text) if unit.kind == "X" else None
    if page:
        return unit._replace(kind="I", fields={"arxiv": page[1]}, reason="")
    if unit.kind or len(unit.text) > 1600:
        return unit
    for pattern, reason in _READ_OVER:
        if pattern.fullmatch(unit.text):
            return unit._replace(kind="X", reason=reason)
    return _in_short(published_line(unit)) if len(unit.text) <= 400 else unit


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
        return unit._replace(kind="A", text=scholar["authors"].rstrip("…. ,"), fields=_whole(said), held=True)
    dated = _YEAR_FIRST.fullmatch(unit.text) if unit.text[4:6] == ", " else None
    if dated:
        return unit._replace(kind="V", text=dated["venue"], label="venue", fields={"year": dated["year"]})
    published = _PUBLISHED.fullmatch(unit.text)
    if published:
        said = {"date": published["date"], "venue": "" if published["cut"] else published["venue"]}
        return unit._replace(kind="D", fields=_whole(said))
    return unit


def _whole(said: dict[str, str]) -> dict[str, str]:
    """What is said in full: without what a page has cut short."""
    return {name: value for name, value in said.items() if value and "…" not in value}


def with_sites(units: Sequence[Unit]) -> list[Unit]:
    """The units with the kinds that the sites' own lines have, alone or next to one another."""
    known = [
        known_line(unit) for unit in with_references([_of_journal(unit) for unit in _stops_joined(units)])
    ]
    for n in range(len(known) - 1):
        known[n], known[n + 1] = published_pair(*_pair(known[n], known[n + 1]))
        if _is_person(known[n : n + 3]):
            known[n] = known[n]._replace(kind="X", reason="profile page")
        if _is_poster(known[n : n + 3]):
            known[n] = known[n]._replace(kind="X", reason="who submitted")
        if _is_between_field_and_date(known[n : n + 3]):
            known[n + 1] = known[n + 1]._replace(kind="V")
    return _names_joined(_without_feet(_with_snippets(known)))


def _with_snippets(units: Sequence[Unit]) -> list[Unit]:
    """The units, what stands between people and buttons in a result of Google Scholar being its text."""
    found = list(units)
    start = -1
    for n, unit in enumerate(found):
        if unit.kind == "A" and unit.held:
            start = n + 1
        elif start >= 0 and (unit.kind or n - start > _SNIPPETS):
            if unit.reason == "button":
                found[start:n] = [part._replace(kind="P", held=True) for part in found[start:n]]
            start = -1
    return found


def _stops_joined(units: Sequence[Unit]) -> list[Unit]:
    """The units, a journal being one with the line below that starts with its full stop, as PubMed has it."""
    joined: list[Unit] = []
    for unit in units:
        above = joined[-1] if joined else None
        if (
            above
            and unit.text[0] == "."
            and not above.kind
            and _AFTER_STOP.match(unit.text)
            and len(above.text) < 120
        ):
            joined[-1] = above._replace(last=unit.last, text=above.text + unit.text, fields={})
        else:
            joined.append(unit)
    return joined


def _of_journal(unit: Unit) -> Unit:
    """A unit that is a line of PubMed's: the journal in short, date, volume and pages, the DOI."""
    found = _PUBMED.fullmatch(unit.text) if not unit.kind and ". " in unit.text[:90] else None
    if not found:
        return unit
    said = {name: value for name, value in found.groupdict().items() if value and name != "venue"}
    return unit._replace(kind="V", text=found["venue"], label="venue", fields={**unit.fields, **said})


def _is_person(units: Sequence[Unit]) -> bool:
    """Whether the first of three units is a person with an address, as authors' profiles have them."""
    if units[0].kind or not any(unit.reason == "profile page" for unit in units[1:]):
        return False
    return PEOPLE.fullmatch(units[0].text) is not None


def _is_poster(units: Sequence[Unit]) -> bool:
    """Whether the first of three units is the name above a handle and a dot, as X (Twitter) sets them."""
    texts = [unit.text for unit in units]
    return len(units) == 3 and not units[0].kind and texts[1][0] == "@" and texts[2] == "·"


def _is_between_field_and_date(units: Sequence[Unit]) -> bool:
    """Whether the second of three units is the venue in a result of Semantic Scholar's."""
    if len(units) < 3 or units[0].kind != "X" or units[1].kind or units[2].kind != "D":
        return False
    return units[0].text.lower().partition(",")[0] in _STUDIES and len(units[1].text) < 120


def _without_feet(units: Sequence[Unit]) -> list[Unit]:
    """The units, what stands below a paper's page being chrome up to the last line that is so for sure."""
    kept = list(units)
    start = -1  # of the foot that is open
    sure = -1  # its last sure line
    for n, unit in enumerate([*units, None]):
        if unit is None or (start >= 0 and _ends_foot(unit)):
            for place in range(start, sure + 1) if start >= 0 else ():
                if kept[place].kind != "X":
                    kept[place] = kept[place]._replace(kind="X", reason="page navigation", fields={})
            start = sure = -1
        elif unit.kind == "X":
            start = n if start < 0 and unit.text.lower() in _FEET else start
            sure = n
    return kept


def _ends_foot(unit: Unit) -> bool:
    """Whether a unit is of the next page or of another paper."""
    head = unit.kind == "I" or unit.label in ("title", "abstract", "created", "authors", "arxiv")
    return head or len(unit.text) > 200 or unit.kind in ("S", "T", "P")


def _names_joined(units: Sequence[Unit]) -> list[Unit]:
    """The units, people who stand below one another with commas in between being one list."""
    joined: list[Unit] = []
    for unit in units:
        above = joined[-1] if joined else None
        if above and PEOPLE.fullmatch(above.text.rstrip(";")) and above.kind in ("", "A"):
            if unit.text == ",":
                joined[-1] = above._replace(last=unit.last, text=above.text + ",")
                continue
            if above.text.endswith((",", ";")) and not unit.kind and PEOPLE.fullmatch(unit.text.rstrip(";")):
                text = f"{above.text.rstrip(',; ')}, {unit.text}"
                joined[-1] = above._replace(last=unit.last, text=text, kind="A")
                continue
        joined.append(unit)
    return joined


def _pair(first: Unit, second: Unit) -> tuple[Unit, Unit]:
    """Two units that follow one another, with the kinds that they have next to each other."""
    if reason := _chrome_above(first, second):
        return first._replace(kind="X", reason=reason, fields={}), second
    if reason := _chrome_below(first, second):
        return first, second._replace(kind="X", reason=reason, fields={})
    if not first.kind and _counts_authors(second) and len(first.text) < _LONGEST_TITLE:
        return first._replace(kind="T"), second
    if second.kind == "D" and _counts_authors(first):
        return first, second._replace(held=True)
    if not first.kind and not second.kind and first.text.endswith(":") and _are_people(first.text[:-1]):
        title = _DBLP_TITLE.fullmatch(second.text)
        if title and title.end("title") > 8:
            return first._replace(kind="A", text=first.text[:-1]), _dblp_title(second, title)
    return first, second


def _chrome_above(first: Unit, second: Unit) -> str:
    """Why the first of two units is chrome, by the second; '' where it is not."""
    if second.text.lower() == "ai-generated summary" and first.kind in ("", "P"):
        return "automatic summary"
    return "conference programme" if _is_programme_date(first, second) else ""


def _chrome_below(first: Unit, second: Unit) -> str:
    """Why the second of two units is chrome, by the first; '' where it is not."""
    if first.kind != "X":
        return ""
    if first.text.lower().strip("·• ") == "submitted by" and " " not in second.text:
        return "who submitted"
    return "profile page" if first.text.startswith("Verified email") and not second.kind else ""


def _counts_authors(unit: Unit) -> bool:
    return unit.reason in ("count", "ornament") and _COUNTED_AUTHORS.fullmatch(unit.text) is not None


def _are_people(text: str) -> bool:
    return "," in text or PEOPLE.fullmatch(text) is not None


def _is_programme_date(first: Unit, second: Unit) -> bool:
    programme = second.kind == "X" and second.reason == "conference programme"
    return first.kind == "D" and not first.label and programme and _WEEKDAY.match(first.text) is not None


def _dblp_title(unit: Unit, found: re.Match[str]) -> Unit:
    fields = {"venue": re.sub(r" \(\d{1,2}\)$", "", found["venue"]), "year": found["year"]}
    return unit._replace(kind="T", text=found["title"].rstrip("."), fields=fields, held=True)
