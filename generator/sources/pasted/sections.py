"""The parts of structured abstracts: 'BACKGROUND: …', 'Methods. …', 'Main outcome measures: …'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.sources.pasted.unit import BLANKS, RULED, WRAPPED, Unit
from generator.sources.pasted.wrapping import ends_sentence

_SECTION = re.compile(
    r"\W{0,3}(?:(?:text|math)(?:bf|it|sc)\{|emph\{)?"
    r"(background(?: and (?:aims?|objectives?|purpose))?|objectives?|introduction|purpose|"
    r"aims?|context|motivation|importance|"
    r"problem|methods?|materials? and methods?|methodology|design|setting|participants|patients|"
    r"measurements|interventions?|"
    r"main outcomes?(?: and measures)?|results?|findings|conclusions?(?: and relevance)?|discussion|"
    r"significance|interpretation|"
    r"limitations|implications|contributions?|approach|evaluation|summary|"
    r"availability(?: and implementation)?|funding|"
    r"supplementary information|trial registration|originality|value|data sources|"
    r"study design)\W{0,2}(?::|\.|–|—|-(?=\s))",
    re.IGNORECASE,
)
# Those that begin an abstract, and those that may follow them.
_FIRST = ("background", "introduction", "context", "motivation", "importance", "problem", "rationale")
_AIMS = ("objective", "purpose", "aim", "hypothesis", "question")
# Further ones, before a colon.
_MORE = frozenset(
    (
        "aim and objective|aim of study|aim of the study|aims and objectives|aims/hypothesis|"
        "animals|diagnosis|diagnoses|patient concerns|lessons|interventions and outcomes|"
        "author's conclusions|authors' conclusions|authors’ conclusions|case description|"
        "case presentation|case report|clinical implications|clinical rehabilitation impact|"
        "clinical relevance|clinical significance|conclusion and implications|"
        "conclusions and implications|contact|data collection|data collection and analysis|"
        "data extraction|data synthesis|design and methods|ethics|ethics and dissemination|"
        "ethnopharmacological relevance|experimental approach|experimental design|graphical abstract|"
        "highlights|hypothesis|impact|impact statement|implementation|implications for practice|"
        "key findings|key message|key messages|key points|key results|lay summary|"
        "level of evidence|levels of evidence|main findings|main outcome measure|"
        "main outcome measures|main results|materials & methods|materials and method|"
        "materials/methods|measures|method and results|methods & results|methods and analysis|"
        "methods and findings|methods and materials|methods and results|methods/design|"
        "methods/results|novelty|objective and methods|outcome measures|outcomes|"
        "patients and methods|patients/methods|plain language summary|population|"
        "practical implications|practice implications|primary outcome|primary outcomes|"
        "principal findings|procedures|prospero registration|prospero registration number|question|"
        "rationale|recent findings|registration|registration number|relevance|"
        "relevance to clinical practice|research design|review methods|sample|search methods|"
        "search strategy|selection criteria|setting and participants|settings|settings and design|"
        "social implications|statement of significance|statistical analysis|statistical analysis used|"
        "study selection|subjects|subjects and methods|supplementary material|"
        "systematic review registration|take-home message|trial registration number|"
        "trial registration numbers|tweetable abstract|type of study|what is known"
    ).split("|")
)
_LONGEST = 60
_FEW = 4  # words of the name of a part
_PARAGRAPH = 200  # characters of what is surely no title
# Others in capitals, of two words at least, before a text that is not: 'ELIGIBILITY CRITERIA: Trials …'.
_CAPITALS = re.compile(r"[A-Z][A-Z/&-]+(?: [A-Z/&(),-]+){1,6}: (?=\S.*[a-z]{3}|[A-Z ]*\d|N/?A\b)")


def section_of(text: str) -> str:
    """Which part of a structured abstract a paragraph is: 'first', 'aim' (may follow that), 'later' or ''."""
    found = _SECTION.match(text)
    if found:
        label = found[1].lower()
    else:
        end = text.find(":", 0, _LONGEST)
        label = text[:end].rpartition("{")[2].strip(" *_").lower() if end > 0 else ""
        if label not in _MORE and not _CAPITALS.match(text):
            return ""
    return "first" if label.startswith(_FIRST) else "aim" if label.startswith(_AIMS) else "later"


_WITHIN = re.compile(r"[.!?)\]%] (?=([A-Z][\w /,&'’-]{2,58}:))")


def is_whole(text: str, section: str) -> bool:
    """Whether a section is rather a whole abstract, with further sections within."""
    least = 2 if section == "later" else 1
    further = (found[1] for found in _WITHIN.finditer(text))
    return len([label for label in further if section_of(label)][:least]) == least


# Of whatever name, between two known sections: 'Exposures: Receipt of a bill'.
_NAMED = re.compile(r"[A-Z][^.:;?!]{2,60}: ?\S")


def with_sections(units: Sequence[Unit]) -> list[Unit]:
    """The units with the sections that they are; what surely stands within an abstract is one of kind P."""
    found = list(units)
    start, before, gap = -1, "", ""  # of what may be sections below a known one; what is between sections
    for n, unit in enumerate(units):
        section = section_of(unit.text) if unit.kind in ("", "P") else ""
        if section and is_whole(unit.text, section):
            start, before, gap = -1, "", ""
            continue
        if _is_apart(unit, section, gap):
            start, before, gap = -1, "", ""
        elif start >= 0 and unit.gap != WRAPPED:
            gap = gap or unit.gap
        if section == "aim":
            section = "later" if before == "first" else "first"
        elif section == "later" and not before:
            section = "first"
        if section:
            found[n] = unit._replace(section=section)
            if start >= 0 and section == "later":
                found[start : n + 1] = map(_within, found[start : n + 1])
            start, before, gap = n + 1, section, gap if section == "later" else ""
    return found


def _is_apart(unit: Unit, section: str, gap: str) -> bool:
    """Whether a unit is no section of the abstract above; a section may have another name, and several
    lines."""
    if unit.label == "abstract" or (unit.gap != WRAPPED and unit.gap > (gap or BLANKS)):
        return True
    if unit.kind:
        return not section and not (unit.marker and unit.label == "-")
    return not (section or unit.gap == WRAPPED or _NAMED.match(unit.text))


def _within(unit: Unit) -> Unit:
    text = unit.marker + unit.text if unit.label == "-" else unit.text
    return unit._replace(kind="P", section="later", text=text, label="", marker="")


def with_part_names(units: Sequence[Unit]) -> list[Unit]:
    """The units, the names of an abstract's parts on lines of their own being put before their paragraphs.

    Alone such a name is a word like any other: two of them belong to one abstract, the first of which begins
    it. Names that are not known stand between them.
    """
    found: dict[int, Unit] = dict(enumerate(units))
    names: list[int] = []  # under way: where they stand
    for n, (unit, below) in enumerate(pairwise(units)):
        part = _part_named(unit) if _is_paragraph(below) and below.gap != WRAPPED else ""
        if part == "first" or (part == "aim" and not names):
            names = [n]
        elif part and names:
            names.append(n)
            for start in names if part != "other" else ():
                found |= _named(units, start)
        elif not _is_paragraph(unit) or unit.gap in (BLANKS, RULED):
            names = []
    return [found[n] for n in sorted(found) if found[n] is not _NO_UNIT]


_NO_UNIT = Unit(0, 0, "", "")


def _named(units: Sequence[Unit], n: int) -> dict[int, Unit]:
    """The name of a part and the paragraph below it, in one."""
    name, text = units[n], units[n + 1]
    together = f"{name.text.rstrip(': ')}: {text.text}"
    return {n: _NO_UNIT, n + 1: text._replace(first=name.first, gap=name.gap, text=together)}


def _part_named(unit: Unit) -> str:
    """Which part of an abstract a line names, if it does nothing else; 'other' for a few words that may."""
    plain = unit.kind in ("", "X") and not unit.level and unit.number is None and not unit.bullet
    name = unit.text.rstrip(": ")
    if not plain or len(name) > _LONGEST or not name[:1].isupper() or not name[-1].isalpha():
        return ""
    other = "other" if name.isupper() or (name[1:].islower() and name.count(" ") < _FEW) else ""
    return section_of(f"{name}:") or other


def _is_paragraph(unit: Unit) -> bool:
    said = ends_sentence(unit.text) or len(unit.text) > _PARAGRAPH
    return said and unit.kind == "" and not unit.level and unit.number is None
