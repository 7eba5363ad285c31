"""Home pages of people and laboratories, copied whole: who they are and their news above a heading such as
Publications, teaching and service below the papers are no papers.

A page is told by such a heading and two kinds of signs: an address, a post, a place of work, a row of
profiles, what a person says of themselves, the headings of other sections.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.sources.pasted.unit import Unit
from generator.sources.signs.cited import cited

_REASON = "home page"
_WORKS = (
    r"(?:publications?|papers|preprints?|articles|manuscripts|proceedings|book chapters|books|theses|"
    r"technical reports)"
)
_PAPERS = re.compile(
    r"(?:(?:selected|recent|other|further|accepted|all|our|my|latest|featured|key|representative|full|"
    r"peer[- ]reviewed|refereed|journal|conference|workshop|working|research|scientific|list of) ){0,3}"
    rf"{_WORKS}(?:(?:,| ?&| and| ?/) (?:(?:conference|journal|working) )?{_WORKS}){{0,3}}"
    r"(?: list)?(?: ?\([^()]{1,60}\))?",
    re.IGNORECASE,
)
_RESEARCH = re.compile(r"(?:my |our |selected )?research", re.IGNORECASE)
_OTHERS = re.compile(
    r"(?:about(?: me| us)?|(?:short )?bio(?:graphy)?|(?:recent |latest )?news|what['’]s new|announcements|"
    r"(?:recent )?(?:updates|highlights)|teaching(?: experience)?|courses(?: taught)?|"
    r"(?:professional |academic |community )?(?:services?|activities)|(?:selected )?awards?|honou?rs?|"
    r"grants|funding|education|(?:work |industry |professional |research )?experience|employment|"
    r"(?:current |former |phd )?students|mentoring|advising|supervision|(?:our )?team|people|members|alumni|"
    r"contact(?: me| us)?|join us|openings|(?:open )?positions|(?:invited )?talks|presentations|media|press|"
    r"outreach|patents|reviewing|organi[sz]ers|sponsors|acknowledge?ments|misc(?:ellaneous)?)"
    r"(?:,? (?:and|&) (?:\w+ ?){1,3})?",
    re.IGNORECASE,
)
_OF_PERSONS = re.compile(
    r"\W*(?:teaching|courses|(?:professional |academic )?(?:services?|activities)|(?:selected )?awards?|"
    r"honou?rs?|education|mentoring|advising|reviewing|employment|news|alumni|join us)\b",
    re.IGNORECASE,
)
_NAVIGATION = re.compile(
    r"home|blog|cv|resume|research|projects|software|code|links|menu|search|skip to content|toggle theme|"
    r"lab|group|gallery|resources|bookshelf|photos",
    re.IGNORECASE,
)
_HEADINGS = (("papers", _PAPERS), ("others", _OTHERS), ("research", _RESEARCH), ("page", _NAVIGATION))
_NAMED = re.compile(  # profiles and pages that rows of links lead to
    r"\b(?:cv|resume|bio|(?:google )?scholar|github|gitlab|twitter|linkedin|orcid|bluesky|mastodon|e-?mail|"
    r"dblp|home|research|publications|people|team|news|contact|teaching|blog|join us|about)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[\s|/·•,\[\]()—–-]+")
_SPEAKS = re.compile(
    r"\b(?:I am|I['’]m|I was|I have been|I received|I obtained|I work|I lead|I study|[Mm]y (?:research|work)|"
    r"[Ww]elcome to (?:my|our|the)|[Oo]ur (?:group|lab|laboratory|team)|The \w+ (?:Lab|Group|Laboratory))\b"
)
_PRESENTS = re.compile(
    r"(?:(?:Hi|Hello)\b.{0,20} )?(?:I am|I['’]m|Welcome to)\b|"
    r"(?:Our|The) (?:\w+ )?(?:group|lab|laboratory|team|Lab|Group) "
    r"(?:is|studies|works|develops|focuses|builds|aims)\b"
)
_ADDRESS = re.compile(
    r".{0,60}(?:\S@\S|\[at\]|\(at\)| at .{1,30} dot )\S?.{0,40}|(?:e-?mail|office|room|phone)\b.{1,60}",
    re.IGNORECASE,
)
_POST = re.compile(
    r"(?:(?:(?:full|assistant|associate|adjunct|visiting) )?professor|"
    r"(?:ph\.?d|doctoral|master'?s) (?:student|candidate)|post-?doc|(?:senior )?lecturer|group leader|"
    r"(?:senior |staff )?research (?:scientist|fellow|associate|engineer)|principal investigator)\b.{0,80}",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:department|faculty|school|institute|college|laborator\w+) of .{3,100}|.{3,60} university.{0,60}",
    re.IGNORECASE,
)
_TALKS = re.compile(r"\b(?:talks|presentations)\b", re.IGNORECASE)
_SIGNS = (_SPEAKS, _ADDRESS, _POST, _PLACE)
_NOTE = re.compile(  # below the heading
    r".{0,60}\b(?:equal contribution|contributed equally|(?:full|complete|up-to-date) list|google scholar|"
    r"highlighted|corresponding author|co-first)\b.{0,80}",
    re.IGNORECASE,
)
_LEAST_SIGNS = 2
_PASSED_OVER = ("S", "X")
_FEW = 12  # words of a heading at most
_MENU = 3  # headings below one another, which lead to others
_SHORT, _PARAGRAPH = 120, 150  # characters of a line that tells something, and of what may be an abstract


def with_home_pages(units: Sequence[Unit]) -> list[Unit]:
    """The units, those of a home page that are of no paper being chrome; references are papers anywhere."""
    headings = {n: name for n, unit in enumerate(units) if (name := _heading(unit))}
    menus = set(_menus(headings))
    papers = [n for n, name in headings.items() if name == "papers" and n not in menus]
    papers = papers or [n for n, name in headings.items() if name == "research" and n not in menus]
    others = [n for n, name in headings.items() if name == "others" and n not in menus]
    own = any(_OF_PERSONS.match(units[n].text) for n in others)
    if not papers or len(_signs(units[: papers[0]])) + own < _LEAST_SIGNS:
        return list(units)
    found = list(units)
    for n in (*_head(units, papers[0]), *_sections(units, papers, others), *_notes(units, papers)):
        if found[n].kind not in _PASSED_OVER and not cited(found[n].text):
            found[n] = found[n]._replace(kind="X", reason=_REASON, label="", fields={}, section="")
    return found


def _heading(unit: Unit) -> str:
    """What stands below a unit, if it may be the heading of a section: papers or others; or that it may be
    the name of another page."""
    text = unit.text if unit.text.count(" ") < _FEW else ""
    text = text.strip(" :#*")
    if not text or len(text) > _SHORT or unit.number is not None or unit.label == "abstract":
        return ""
    for name, form in _HEADINGS:
        if form.fullmatch(text):
            return name
    return ""


def _menus(headings: dict[int, str]) -> Iterator[int]:
    """Those of headings that stand right below one another: the entries of a menu."""
    run: list[int] = []
    for n in (*headings, -1):
        if run and n != run[-1] + 1:
            if len(run) >= _MENU:
                yield from run
            run = []
        run.append(n)


def _signs(units: Sequence[Unit]) -> set[int]:
    """Which signs of a home page the units have: a row of links is one, a paragraph in which somebody speaks
    of themselves more than once is two."""
    found = set()
    for unit in units:
        if len(unit.text) < _SHORT:
            found |= {number for number, sign in enumerate(_SIGNS) if sign.fullmatch(unit.text)}
            if _is_row(unit.text):
                found.add(len(_SIGNS))
        if said := set(_SPEAKS.findall(unit.text)):
            found |= {0, -1} if len(said) > 1 or _PRESENTS.match(unit.text) else {0}
    return found


def _is_row(text: str) -> bool:
    """Whether a line is nothing but the names of profiles and pages."""
    return len(_NAMED.findall(text)) > 1 and not _BETWEEN.sub("", _NAMED.sub("", text))


def _head(units: Sequence[Unit], end: int) -> Sequence[int]:
    """The indexes of what stands above the papers, and their heading; of the heading alone where a paper may
    stand there too."""
    above = any(_may_be_of_paper(unit) for unit in units[:end])
    return range(end if above else 0, end + 1)


def _sections(units: Sequence[Unit], papers: Sequence[int], others: Sequence[int]) -> Iterator[int]:
    """The indexes of what stands in sections of no papers below the first ones; of the heading alone where a
    paper may stand there too."""
    for start, end in pairwise([*sorted((*papers, *others)), len(units)]):
        if start > papers[0] and start in others:
            yield start
            talks = _TALKS.search(units[start].text) is not None
            if not any(
                _may_be_of_paper(unit) and not (talks and _is_talk(unit)) for unit in units[start + 1 : end]
            ):
                yield from range(start + 1, end)


def _is_talk(unit: Unit) -> bool:
    """Whether what looks like a paper below a heading of talks is one: it has a date, and nothing identifies
    it."""
    return "year" in unit.fields and unit.fields.keys().isdisjoint(("arxiv", "doi", "url"))


def _notes(units: Sequence[Unit], papers: Sequence[int]) -> Iterator[int]:
    """The indexes of the headings of papers and what is said below one of all of them."""
    for n in papers:
        yield n
        below = units[n + 1 : n + 2]
        if below and len(below[0].text) < _SHORT and not below[0].kind and _NOTE.fullmatch(below[0].text):
            yield n + 1


def _may_be_of_paper(unit: Unit) -> bool:
    """Whether a unit may be of a paper: an identifier, what has a label, prose that tells of no person."""
    if unit.kind == "I":
        return not unit.fields.keys().isdisjoint(("arxiv", "doi", "pmid", "acl"))
    if unit.label in ("title", "authors", "abstract"):
        return True
    return len(unit.text) > _PARAGRAPH and not _SPEAKS.search(unit.text)
