"""Values of JSON records: text, names and dates in the shapes that services use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from generator.sources.common import date_of, join_date, month_number, number_of, one_line
from generator.sources.tagged.tags import person
from generator.text import Name, unescape_html

# Elements of HTML, JATS and MathML. What else stands in angle brackets is the paper's own, such as <EOS>.
_ELEMENTS = (
    "a|abbr|abstract|annotation|annotation-xml|b|big|blockquote|bold|br|center|cite|code|dd|disp-formula|div|dl|dt|"
    "em|ext-link|fn|font|formula|graphic|h[1-6]|hr|i|img|inf|inline-formula|inline-graphic|italic|kbd|label|li|"
    "list|list-item|math|menclose|mfenced|mfrac|mi|mml|mn|mo|monospace|mover|mpadded|mphantom|mprescripts|mroot|"
    "mrow|ms|mspace|msqrt|mstyle|msub|msubsup|msup|mtable|mtd|mtext|mtr|munder|munderover|named-content|nobr|none|"
    "ol|p|pre|q|roman|sans-serif|sc|scp|script|sec|section|semantics|small|span|strong|style|styled-content|sub|"
    "sup|svg|table|tbody|td|tex-math|th|thead|title|tr|tt|u|ul|underline|var|wbr|xref"
)
_TAG = re.compile(
    rf"</?(?:[A-Za-z][\w.-]{{0,20}}:[A-Za-z][\w.-]{{0,40}}|{_ELEMENTS})(?:\s[^<>=]{{1,60}}=[^<>]{{0,500}})?\s?/?>",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^\s*<jats:title>\s*(?:abstract|summary)\s*</jats:title>", re.IGNORECASE)
_BLOCK_END = re.compile(r"</(?:jats:)?(?:p|title|sec|div|h\d)>|<h\d>|<br\s*/?>", re.IGNORECASE)
_NAME_MEMBERS = (
    "literal",
    "name",
    "fullname",
    "full_name",
    "credit-name",
    "fullName",
    "display_name",
    "displayName",
    "value",
    "raw_author_name",
    "text",
    "creator",
    "creatorName",
)
_SCRIPT = re.compile(r"<(?:jats:)?(sup|sub)>([^<>{}\\$]{1,60})</(?:jats:)?\1>", re.IGNORECASE)
_TEXT_MEMBERS = ("value", "name", "display_name", "title", "text", "tag", "description", "subject", "term")
_DEEPEST = 20
_PROFILE = re.compile(r"~([^\W\d]{2,200}?)\d{1,4}")  # OpenReview: '~Ann_Lee1' for one without a name
_HOMONYM = re.compile(r" \d{4}$")  # DBLP: 'Wei Li 0001'

_FAMILY_MEMBERS = (
    "family",
    "lastName",
    "last_name",
    "last",
    "surname",
    "familyName",
    "family-names",
    "family_name",
)
_GIVEN_MEMBERS = (
    *("given", "firstName", "first_name", "first", "forename", "givenName"),
    *("given-names", "given-name", "given_name"),
)
_MIDDLE_MEMBERS = ("middle", "middleName", "middle_name", "middlename")  # S2ORC, pybtex
_PARTICLES = ("dropping-particle", "non-dropping-particle", "name-particle", "prefix", "prelast")
_SUFFIXES = ("suffix", "name-suffix", "lineage")
_INNER = ("author", "person_or_org", "name")  # OpenAlex, Zenodo's export, EPrints
_OF_PARTS = ("sequence", "creatorType")


def text_of(value: object, depth: int = 0) -> str:
    """The text of a string, a number, the first of a list, or a member such as 'value'; else ''. depth: lists
    and objects that it stands in."""
    if isinstance(value, str):
        return one_line(value)
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float | date):
        return str(value)
    if isinstance(value, Mapping):
        value = [value.get(name) for name in _TEXT_MEMBERS]
    if isinstance(value, Sequence) and depth < _DEEPEST:
        return next((text for part in value if (text := text_of(part, depth + 1))), "")
    return ""


def without_tags(text: str) -> str:
    """Text without HTML, JATS or MathML mark-up; its references decoded."""
    if "<" in text:
        text = _TAG.sub("", _BLOCK_END.sub(" ", _HEADING.sub("", text)))
    return one_line(unescape_html(text))


def with_scripts(text: str) -> str:
    """The same of a title or an abstract, with LaTeX for what is raised or lowered: 10<sup>-19</sup> is not
    10-19."""
    return without_tags(_SCRIPT.sub(_script, text))


def _script(found: re.Match[str]) -> str:
    return f"\\text{'super' if found[1].lower() == 'sup' else 'sub'}script{{{found[2]}}}"


def texts_of(value: object) -> list[str]:
    """The texts of a list, those of a string split as keywords are, or the one of anything else."""
    if isinstance(value, Mapping) and "value" in value:
        return texts_of(value["value"])
    if isinstance(value, str):
        return [text for part in re.split("[;|,]", value) if (text := part.strip())]
    parts = value if isinstance(value, Sequence) else [value]
    return [text for part in parts if (text := text_of(part))]


def names_of(value: object) -> tuple[Name, ...]:
    """People of a list of strings or objects, or of one string."""
    if isinstance(value, Mapping):
        value = value.get("value") or [value]
    if isinstance(value, str):
        return tuple(name for name in Name.parse_list(value) if name)
    if not isinstance(value, Sequence):
        return ()
    return tuple(name for part in value if (name := name_of(part)))


def _profile_name(found: re.Match[str]) -> str:
    return found[1].replace("_", " ")


def name_of(value: object) -> Name:
    """One person: a string, [family, given, suffix], an object as in CSL, Crossref or OpenAlex."""
    if isinstance(value, str) or not isinstance(value, Mapping | Sequence):
        return Name.parse(_PROFILE.sub(_profile_name, value) if isinstance(value, str) else "")
    if isinstance(value, Sequence):
        family, given, suffix = [*(text_of(part) for part in value), "", "", ""][:3]
        return Name(given=given, family=family, suffix=suffix)
    inner = next((value[name] for name in _INNER if isinstance(value.get(name), Mapping)), None)
    if inner is not None:
        return name_of(inner) or Name.parse(text_of(value.get("raw_author_name")))
    family, given = _first(value, _FAMILY_MEMBERS), _first(value, _GIVEN_MEMBERS)
    if "given-name" in value and "name" in value:  # Hayagriva
        family = text_of(value.get("name"))
    if "surname" in value and "fullName" in value and not given:  # OpenAIRE
        given = text_of(value.get("name"))
    whole = _HOMONYM.sub("", _first(value, _NAME_MEMBERS))
    if family or (given and not whole):
        return _in_parts(value, family, given)
    if group := _first(value, ("collectiveName", "collective_name")):  # Europe PMC, Lens
        return Name(family=group)
    # Crossref and Zotero give people in parts: a name in one piece is an organisation's.
    organisation = "literal" in value or ("name" in value and not value.keys().isdisjoint(_OF_PARTS))
    return Name(family=whole) if organisation else person(whole)


def _first(value: Mapping[str, object], members: Sequence[str]) -> str:
    return next((text for member in members if (text := text_of(value.get(member)))), "")


def _in_parts(value: Mapping[str, object], family: str, given: str) -> Name:
    """Names in the parts of CSL, CITATION.cff, Hayagriva or pybtex: particles belong to the family name."""
    particles = [text_of(value.get(name)) for name in _PARTICLES]
    whole = " ".join(part for part in (*particles, family) if part)
    middle = [text for name in _MIDDLE_MEMBERS for text in texts_of(value.get(name) or [])]
    given = " ".join(filter(None, (given, *middle)))
    suffix = _first(value, _SUFFIXES)
    before, comma, after = text_of(value.get("name")).rpartition(", ")
    if comma and not suffix and before == f"{given} {family}":
        suffix = after
    return Name(given=given, family=whole, suffix=suffix)


def csl_date(value: object) -> str:
    """A date of CSL or Crossref, {'date-parts': [[2020, 2, 1]]}, {'raw': …} or pandoc's {'year': 2020}, or
    any string, as ISO."""
    if isinstance(value, Sequence) and value and isinstance(value[0], Mapping):
        value = value[0]
    if isinstance(value, Mapping):
        if value.get("year"):
            year, month, day = (text_of(value.get(name)) for name in ("year", "month", "day"))
            return join_date(year, month_number(month), number_of(day))
        parts = value.get("date-parts")
        if (
            isinstance(parts, Sequence)
            and parts
            and isinstance(parts[0], Sequence)
            and not isinstance(parts[0], str)
        ):
            numbers = [text_of(part) for part in parts[0]]
            year, month, day = [*numbers, "", "", ""][:3]
            return join_date(year, number_of(month), number_of(day))
        return date_of(
            next((text_of(value[key]) for key in ("raw", "literal", "date-time") if value.get(key)), "")
        )
    return date_of(text_of(value))


def inverted(index: object) -> str:
    """The abstract of an inverted index, {'word': [positions]}, as OpenAlex gives it."""
    if not isinstance(index, Mapping):
        return ""
    places = [(at, str(word)) for word, found in index.items() if isinstance(found, Sequence) for at in found]
    return " ".join(word for _, word in sorted(place for place in places if isinstance(place[0], int)))
