"""From the reading of a text to its records, its problems and what was skipped."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from generator.model import Fields, Origin, Problem, RawRecord, ReadItem, Skipped
from generator.sources.accounting import are_pmids
from generator.sources.common import is_no_abstract
from generator.sources.pasted.papers.alone import (
    are_above_papers,
    are_listed,
    is_bare,
    is_beside_list,
    is_stray,
    is_title_like,
    look_of,
    tells,
)
from generator.sources.pasted.papers.dated import without_dates
from generator.sources.pasted.papers.said import add_detail, say
from generator.sources.pasted.papers.search import Read
from generator.sources.pasted.unit import WRAPPED, Unit
from generator.sources.pasted.units.places import without_places
from generator.sources.reader import Source
from generator.sources.signs.cited_people import with_commas
from generator.sources.signs.marks import bare
from generator.sources.signs.notes import VENUE_YEAR
from generator.sources.signs.wrapping import glue
from generator.text import Name

FORMAT = "pasted"


def records_of(read: Sequence[Read], source: Source, lines: Sequence[str]) -> Iterator[ReadItem]:
    """The papers of a reading, in order; a group of units that makes no paper is a Problem or skipped."""
    for item in read:
        if item.kind == "X":
            origin = source.origin(item.unit.first, item.unit.last, FORMAT)
            yield Skipped(item.unit.reason or "remark", origin, beside=are_pmids(item.unit.text))
    groups = without_dates(_groups([item for item in read if item.kind != "X"]))
    with_abstract = sum(any(item.kind == "P" for item in group) for group in groups)
    levels = (group[0].unit.level for group in groups if not is_bare(group))
    level = min(filter(None, levels), default=0)
    usual = Counter(look_of(group[0]) for group in groups if len(group) > 1)
    told = sum(tells(group) for group in groups)
    listed = are_listed(groups)
    unknown = _UNKNOWN_LEVEL * (listed or are_above_papers(groups))
    for n, group in enumerate(groups):
        origin = source.origin(group[0].unit.first, group[-1].unit.last, FORMAT)
        if is_bare(group) and 0 < group[0].unit.level < (level or unknown * (len(group) == 1)):
            yield Skipped("heading", origin, beside=len(group) > 1)
            continue
        if listed and is_beside_list(group):
            yield Skipped("line beside the papers", origin)
            continue
        if told and told >= len(groups) * _TOLD and is_stray(group):
            yield Skipped("line beside the papers", origin)
            continue
        most = with_abstract > len(groups) / 2 or (n == 0 and 2 * with_abstract == len(groups))
        alone = most and not is_title_like(group, usual)
        yield _item(group, origin, lines, alone or _is_remark(group, len(groups)))


_TOLD = 0.2  # the least share of records with more than a title by which a word or two alone are none
_UNKNOWN_LEVEL = 9  # deeper than any heading


def _groups(read: Sequence[Read]) -> list[list[Read]]:
    groups: list[list[Read]] = []
    for item in read:
        if item.starts or not groups:
            groups.append([])
        groups[-1].append(item)
    return groups


def _item(group: Sequence[Read], origin: Origin, lines: Sequence[str], abstracts: bool) -> ReadItem:
    kinds = {item.kind for item in group}
    text = "\n".join(lines[origin.line - 1 : origin.end_line])
    fields = fields_of(group)
    known = kinds & set("PI") or (kinds & set("A") and "T" in kinds) or "labelled" in _signs(group)
    if known or ("T" in kinds and not abstracts):
        return RawRecord(origin, text, fields)
    if kinds <= set("DM"):
        return Skipped("date or detail of no paper", origin)
    if "T" in kinds:
        message = (
            "looks like a title, but no abstract follows: add one, an identifier or 'Title:' if it is a paper"
        )
        return Problem("title-without-abstract", "warning", message, origin, text[:200])
    message = "belongs to no paper: put it below the title or the abstract of its paper"
    return Problem("stray-lines", "warning", message, origin, text[:200])


def _is_remark(group: Sequence[Read], count: int) -> bool:
    """Whether a line alone is a word or two with a colon or, as all of the text, a stop: 'See below.'."""
    unit = group[0].unit
    if len(group) > 1 or unit.level or unit.bold or "url" in unit.fields or unit.text.count(" ") > 1:
        return False
    return unit.text.endswith(":") or (count == 1 and unit.text.endswith((".", "!")))


def _signs(group: Sequence[Read]) -> set[str]:
    return {
        "labelled"
        for item in group
        if item.unit.label == "title" or (item.unit.number is not None and item.kind == "T")
    }


DATES = ("year", "date", "created", "updated")


def fields_of(group: Sequence[Read]) -> Fields:
    """What the units of one record say."""
    fields: dict[str, Any] = {}
    for item in group:
        _add(fields, item.kind, item.unit)
    beside = (item.unit.fields["authors"] for item in group if "authors" in item.unit.fields)
    fields["authors"] = fields.get("authors") or next(beside, "")  # beside the title: often but the first
    if is_no_abstract(fields.get("abstract", "")):
        del fields["abstract"]
    fields = {name: value for name, value in fields.items() if value}
    if "title" in fields:
        fields["title"] = _plain_title(fields["title"])
        cited = _CITED_AS.search(fields["title"]) if fields["title"].endswith(")") else None
        if cited:
            fields["title"] = fields["title"][: cited.start()]
            fields.setdefault("year", cited["year"])
    if fields.keys().isdisjoint(DATES) and (year := _year_behind(fields)):
        fields["year"] = year
    if "authors" in fields:
        fields["authors"] = tuple(
            name
            for line in fields["authors"].split("\n")
            for name in Name.parse_list(with_commas(_names(without_places(line))))
        )
    return cast(Fields, fields)


# How a text cites a paper, behind its title: 'Attention Is All You Need (Vaswani et al., 2017)'.
_CITED_AS = re.compile(
    r"(?<=\w\w.) \((?![A-Z]+,? \d)[A-Z][\w'’-]+(?:,? (?:et al\.|(?:and|&) [A-Z][\w'’-]+))?,? "
    r"(?P<year>(?:19|20)\d{2})[a-z]?\)$"
)
_QUOTED = re.compile(r"\"[^\"]+\"|“[^“”]+”")
_IN_ITALICS = re.compile(r"\*(?=\w)[^*]+(?<=[\w.)?!])\*|_(?=\w)[^_]+(?<=[\w.)?!])_")
_ABBREVIATED = re.compile(r"(?:\.|\b(?:al|etc|vs|Jr|Sr|Inc|Ltd|Co)|\.\w)$")


def _plain_title(text: str) -> str:
    """A title without emphasis or quotation marks around it and without its full stop."""
    title = (bare(text)[0] if text.startswith("**") else text).rstrip(": ")
    if _QUOTED.fullmatch(title) or _IN_ITALICS.fullmatch(title):
        title = title[1:-1]
    last = title.rpartition(" ")[2]
    return title[:-1] if last.endswith(".") and not _ABBREVIATED.search(last[:-1]) else title


def _add(fields: dict[str, Any], kind: str, unit: Unit) -> None:
    match kind:
        case "T":
            _join(fields, "title", unit.text, unit.gap, " ")
        case "P":
            _add_abstract(fields, unit)
        case "A":
            names, year = _without_year(unit.text)
            _join(fields, "authors", names, unit.gap, "\n")
            fields |= {"year": fields.get("year", year)} if year else {}
        case "K":
            fields["keywords"] = (*fields.get("keywords", ()), *keywords_of(unit.text))
        case "C":
            _join(fields, "comment", unit.text, unit.gap, "; ")
        case "V":
            if unit.label and "venue" in fields:
                return
            sure = unit.label or not VENUE_YEAR.match(unit.text)
            _join(fields, "venue" if sure else "comment", unit.text, unit.gap, ", " if sure else "; ")
        case "M":
            add_detail(fields, unit.label, unit.text)
    say(fields, unit.fields)


def _without_year(people: str) -> tuple[str, str]:
    """A line of people without the year behind them, and that."""
    year = _YEAR_BEHIND.search(people, max(len(people) - _YEAR_LENGTH, 0))
    return (people[: year.start()], year["year"]) if year else (people, "")


def _year_behind(fields: Mapping[str, Any]) -> str:
    """The year at the end of a venue, or of a comment that may be one: 'Oral medicine, surgery, 2008'."""
    year = _without_year(fields.get("venue", ""))[1]
    found = None if year else _YEAR_OF_COMMENT.search(fields.get("comment", "")[-_YEAR_LENGTH:])
    return found["year"] if found else year


_YEAR_OF_COMMENT = re.compile(r"\w(?:, | \()(?P<year>(?:19|20)\d{2})\)?$")
_YEAR_BEHIND = re.compile(r"(?:,? \(|[,.;:]? )(?P<year>(?:19|20)\d{2})\)?[.,]?$")
_YEAR_LENGTH = 12  # characters that it takes with its brackets


def _names(text: str) -> str:
    """Names with commas between them, without the stop of the list."""
    names = _SEPARATED.sub(", ", text) if any(map(text.__contains__, _SEPARATORS)) else text
    names = names.strip("_")
    without = names.removesuffix(".")
    last = without.rpartition(" ")[2]
    is_word = len(last) > 1 and last.isalpha() and not last.isupper() and last.lower() not in _SHORTENED
    return without if is_word else names


_SHORTENED = frozenset("al eds ed dr jr ph phd prof sr st".split())
_SEPARATED = re.compile(r"(?:^|\s)[|·•⋅](?:\s|$)|,?\s?\+\s?\d{1,3} (?:more )?authors?,?")
_SEPARATORS = "|·•⋅+"
_LESS = re.compile(
    r"\s{0,3}(?:△ Less|▽ More|\.\.\. ?More|Read more|Show (?:less|more)|See more|Full article|Expand|"
    r"Collapse)$"
)


def _add_abstract(fields: dict[str, Any], unit: Unit) -> None:
    """Adds a paragraph without the page's buttons; a shortened form ('▽ More') gives way to what follows."""
    if fields.get("abstract", "").endswith("▽ More"):
        del fields["abstract"]
    whole = unit.text.rpartition("▽ More")[2].strip()  # behind the shortened form on one line with it
    text = _without_buttons(whole) if whole else unit.text
    text = text[1:-1] if _QUOTED.fullmatch(text) else text
    _join(fields, "abstract", text, unit.gap, "\n\n")


def _without_buttons(text: str) -> str:
    found = _LESS.search(text, max(len(text) - 40, 0))
    return text[: found.start()] if found else text


def _join(fields: dict[str, Any], name: str, text: str, gap: str, between: str) -> None:
    known = fields.get(name)
    if not known:
        fields[name] = text
    elif gap == WRAPPED:
        fields[name] = known + glue(known, text) + text
    else:
        fields[name] = known + between + text


def keywords_of(text: str) -> tuple[str, ...]:
    """The items of a list of keywords, by the separator that it uses."""
    mark = next((mark for mark in (";", "；", ",", "，", "、", "·", "•", "|") if mark in text), "\n")
    return tuple(word for part in text.split(mark) if (word := part.strip(" .")))
