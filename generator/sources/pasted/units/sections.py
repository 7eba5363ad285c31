"""The parts of structured abstracts: 'BACKGROUND: …', 'Methods. …', 'Main outcome measures: …'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from functools import lru_cache

from generator.sources.pasted.unit import BLANK, BLANKS, NEXT_LINE, RULED, WRAPPED, Unit
from generator.sources.signs.people import names_several

_SECTION = re.compile(
    r"\W{0,3}(?:(?:text|math)(?:bf|it|sc)\{|emph\{)?"
    r"(background(?: and (?:aims?|objectives?|purpose))?|objectives?|introduction|purpose|"
    r"aims?|context|motivation|importance|"
    r"problem|methods?|materials?(?: and |[ -])methods?|methodology|design|setting|participants|patients|"
    r"measurements|interventions?|"
    r"main outcomes?(?: and measures)?|results?|findings|conclusions?(?: and relevance)?|discussion|"
    r"significance|interpretation|"
    r"limitations?|implications?|contributions?|approach|evaluation|summary|"
    r"availability(?: and implementation)?|funding|"
    r"supplementary information|trial registration|originality|value|data sources|"
    r"study design)\W{0,2}(?::|\.|–|—|-(?=\s))",
    re.IGNORECASE,
)
# Those that begin an abstract, and those that may follow them.
_FIRST = (
    "background",
    "introduction",
    "context",
    "motivation",
    "importance",
    "problem",
    "rationale",
    "ethnopharm",
)
_AIMS = ("objective", "purpose", "aim", "goal", "hypothesis", "question")
# Further ones, before a colon.
_MORE = frozenset(
    (
        "aim and objective|aim of study|aim of the review|aim of the study|aims of the study|"
        "aims and objectives|aims/hypothesis|"
        "animals|content|goal|study|diagnosis|diagnoses|patient concerns|lessons|interventions and outcomes|"
        "author's conclusions|authors' conclusions|authors’ conclusions|case description|"
        "case presentation|case report|clinical implications|clinical rehabilitation impact|"
        "clinical relevance|clinical significance|conclusion and implications|"
        "conclusions and implications|contact|data collection|data collection and analysis|"
        "data extraction|data synthesis|description|design and methods|ethics|ethics and dissemination|"
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
        "areas covered|case summary|clinical discussion|clinical impact|clinical importance|"
        "clinical trial registration|clinical trials registration|comparison with existing methods|"
        "endpoints|experiments|expert opinion|exposures|goals|main measures|main methods|new method|"
        "presentation of case|purpose of review|research question|study objective|study objectives|"
        "study population|study sample|summary of background data|theory and methods|unlabelled|"
        "study question|summary answer|what is known already|learning points|"
        "availability of implementation|systematic review registration|take-home message|"
        "trial registration number|trial registration numbers|tweetable abstract|type of study|what is known|"
        "abbreviations|conclusions for practice|data extraction and synthesis|eligibility criteria|"
        "key conclusions|main conclusions|major conclusions|major findings|primary findings|primary results|"
        "principal conclusions|principal results|"
        "exclusion criteria|exposure|inclusion criteria|intervention and comparator|"
        "primary and secondary outcome measures|secondary outcomes"
    ).split("|")
)
# What several of them have: words that make one more, 'clinical trial registration number'.
_WORDS = frozenset(word for word, count in Counter(" ".join(_MORE).split()).items() if count > 1)
_REGISTERED = ("registration", "registration number", "registration no", "registration id", "key words")
_LONGEST = 60
# Others in capitals, of two words at least, before a text that is not: 'ELIGIBILITY CRITERIA: Trials …'.
_CAPITALS = re.compile(r"[A-Z][A-Z/&-]+(?: [A-Z/&(),-]+){1,6}: (?=\S.*[a-z]{3}|[A-Z ]*\d|N/?A\b)")


def section_of(text: str) -> str:
    """Which part of a structured abstract a paragraph is: 'first', 'aim' (may follow that), 'later' or ''."""
    found = _SECTION.match(text)
    if found:
        label = found[1].lower()
    else:
        end = text.find(":", 0, _LONGEST)
        label = text[:end].rpartition("{")[2].strip(" *_").lower().replace("(s)", "s") if end > 0 else ""
        if not (label and _is_known(label)) and not _CAPITALS.match(text):
            label = text[: max(text.find(". ", 0, _LONGEST), 0)].lower()
            if not (" " in label and label in _MORE):  # 'Level of evidence. IV'
                return ""
    for word in ("summary ", "of ", "study ", "research "):  # 'Summary of background data'
        label = label.removeprefix(word)
    return "first" if label.startswith(_FIRST) else "aim" if label.startswith(_AIMS) else "later"


@lru_cache(maxsize=1 << 12)
def _is_known(label: str) -> bool:
    """Whether a label in small letters names a part, or several: 'background/objectives'."""
    if label in _MORE or label.endswith(_REGISTERED):
        return True
    return _are_all(_JOINED.split(label), _MORE) or _are_all(label.split(), _WORDS)


def _are_all(parts: Sequence[str], known: Container[str]) -> bool:
    """Whether a label has several parts, and each is known or the name of a section."""
    return len(parts) > 1 and all(part in known or _SECTION.fullmatch(f"{part}:") for part in parts)


_JOINED = re.compile(r",? (?:and|&) |, | ?/ ?")


_WITHIN = re.compile(r"(?:[.!?)\]%] |(?<=[a-z])\.)(?=([A-Z][\w /,&'’-]{2,58}:))")


def is_whole(text: str, section: str) -> bool:
    """Whether a section is rather a whole abstract, with further sections within."""
    least = 2 if section == "later" else 1
    further = (found[1] for found in _WITHIN.finditer(text))
    return len([label for label in further if section_of(label)][:least]) == least


def _are_whole(units: Sequence[Unit]) -> bool:
    """Whether lines of one paragraph, the first of which begins an abstract, have further sections within."""
    wrapped = all(unit.gap in (WRAPPED, NEXT_LINE) for unit in units[1:])
    return wrapped and is_whole(" ".join(unit.text for unit in units), units[0].section)


# Of whatever name, between two known sections: 'Exposures: Receipt of a bill'.
_NAMED = re.compile(r"[A-Z][^.:;?!]{2,60}: ?\S")


_EMPHASIS = ("", "*", "_")
_PARAGRAPH = 200  # characters of what is surely no title
_LAST = re.compile(r"[A-Z][a-zA-Z-]*(?: [\w/&-]+){0,4}: ?\S")


def with_sections(units: Sequence[Unit]) -> list[Unit]:
    """The units with the sections that they are; what surely stands within an abstract is one of kind P."""
    found = list(units)
    start, before, gap = -1, "", ""  # of what may be sections below a known one; what is between sections
    begun = 0  # the first section
    for n, labelled in enumerate(units):
        unit = _summary(labelled) if start >= 0 and before == "later" else labelled
        named = unit.section  # by a line of its own
        section = named or (section_of(unit.text) if unit.kind in ("", "P") else "")
        if not section and start == n and before == "later" and _is_last(unit, units[n + 1 : n + 2]):
            section = "later"
        if section and not named and is_whole(unit.text, section):
            start, before, gap = -1, "", ""
            found[n] = unit._replace(section="first") if section in ("first", "aim") else unit
            continue
        again = section in ("first", "aim") and before and unit.gap in (BLANK, BLANKS)
        if _is_apart(unit, section, gap) or (again and _are_whole(found[begun:n])):
            start, before, gap = -1, "", ""
        elif start >= 0 and unit.gap != WRAPPED:
            gap = gap or unit.gap
        place = _place(section, before)
        if place:
            apart = place == "first" and unit.gap == WRAPPED  # whether or not the line above is full
            found[n] = unit._replace(section=place, gap=NEXT_LINE if apart else unit.gap)
            if start >= 0 and place == "later":
                found[start : n + 1] = map(_within, found[start : n + 1])
            begun = n if place != "later" else begun
            before = "aim" if section == "aim" and place == "first" else place
            if place == "later" and start == n > 0 and _begins(found[n - 1], unit):
                found[n - 1] = found[n - 1]._replace(section="first")
            start = n + 1
            if place != "later":
                gap = NEXT_LINE if place == "only" and _is_below_text(units, n) else ""
    return _set_off(found)


def _summary(unit: Unit) -> Unit:
    """A unit without its label where that names the last section of the abstract right above: a summary."""
    if unit.label != "abstract" or unit.gap not in (WRAPPED, NEXT_LINE) or unit.marker[:1] in _EMPHASIS:
        return unit
    if section_of(unit.marker) != "later":
        return unit
    return unit._replace(text=unit.marker + unit.text, label="", marker="")


def _is_last(unit: Unit, below: Sequence[Unit]) -> bool:
    """Whether a sentence with a name before it, right below a section, is one more, whatever its name."""
    named = unit.kind == "" and unit.gap == NEXT_LINE and _LAST.match(unit.text) is not None
    return named and unit.text.endswith(".") and not any(names_several(other.text) for other in below)


def _set_off(units: list[Unit]) -> list[Unit]:
    """The units, a section below a full line being one on a new line where others of its abstract are."""
    wrapped: list[int] = []  # of the abstract under way
    apart = False
    for n, unit in enumerate(units):
        if unit.section != "later":
            wrapped, apart = [], False
        elif section_of(unit.text):
            apart = apart or unit.gap != WRAPPED
            wrapped += [n] if unit.gap == WRAPPED else []
            for m in wrapped if apart else ():
                units[m] = units[m]._replace(gap=NEXT_LINE)
    return units


def _begins(above: Unit, unit: Unit) -> bool:
    """Whether a later section is the first of an abstract: it is set off, and the next one is right below."""
    return (
        above.section == "only" and above.gap in (BLANK, BLANKS, RULED) and unit.gap in (WRAPPED, NEXT_LINE)
    )


def _is_below_text(units: Sequence[Unit], n: int) -> bool:
    """Whether a section goes on, on the same or the next line, with a paragraph that is no title: the further
    ones stand no farther apart."""
    return n > 0 and units[n].gap in (WRAPPED, NEXT_LINE) and len(units[n - 1].text) > _PARAGRAPH


def _place(section: str, before: str) -> str:
    """Where in an abstract a section stands, by the one before: an aim, or a later one, may be the first."""
    if section == "aim":
        return "later" if before in ("first", "aim", "only") else "first"
    if section == "first" and before == "aim":
        return "later"
    return "only" if section == "later" and not before else section


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
