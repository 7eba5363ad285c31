"""People with the places where they work, as programmes of conferences name them: 'Ada Lovelace, MIT; Emmy
Noether and Lise Meitner, University of Oslo', 'Ada Lovelace (MIT); Emmy Noether (University of Oslo)', or a
person a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.sources.pasted.unit import NEXT_LINE, Unit
from generator.sources.signs.notes import like_venue
from generator.sources.signs.people import is_name, like_names
from generator.sources.signs.words import word_count

_PLACE = re.compile(
    r"Universi[td]|\bUniv\b|Institut|College|School|Academy|Hospital|Laborator|\bLabs?\b|Research|"
    r"Cent(?:er|re)\b|Department|\bInc\b|\bLtd\b|\bCorp|GmbH|\b[A-Z]{3,}\b|Google|Microsoft|Amazon|Facebook|"
    r"\bMeta\b|\bApple\b|Huawei|Alibaba|Tencent|Intel\b|Polit[eé]c|Technion|CNRS|Inria|Fraunhofer|Max Planck|"
    r"Sciences?\b|Engineering|Studies|Technolog|Informatics|Mathematics|Physics|Computing|Medicine"
)
_BETWEEN = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_BRACKETED = re.compile(r"\s*\((?:[^()]|\([^()]{0,80}\)){0,200}+\)")
_DIGIT = re.compile(r"\d")
_SHARE = 3  # one part in so many tells a place at least
_COMMA = re.compile(r",\s*(?=[^\W\d_a-z])")
_WORDS = 2  # blanks between the words of a title, at least
_LONGEST_TITLED = 1000  # characters of a title and its people
_LONGEST = 300  # characters of a line of people with their place


def with_people_at_places(units: Sequence[Unit]) -> list[Unit]:
    """The units, lines of people with their place below a title being one of people."""
    found: list[Unit] = []
    below = False  # a line of people
    for read in units:
        unit = _title_apart(read) if not read.kind and read.text.endswith(")") else read
        names = _people_of_line(unit) if found and unit.gap == NEXT_LINE and not unit.kind else []
        if names and below:
            found[-1] = found[-1]._replace(last=unit.last, text=f"{found[-1].text}, {', '.join(names)}")
        elif names and not found[-1].kind.strip("T"):
            found.append(unit._replace(kind="A", text=", ".join(names)))
            below = True
        else:
            found.append(unit)
            below = False
    return found


def _title_apart(unit: Unit) -> Unit:
    """A title with people behind it on its line, each with a place in brackets: people are said beside it."""
    if len(unit.text) > _LONGEST_TITLED or not _PLACE.search(unit.text):
        return unit
    if like_venue(unit.text, word_count(unit.text)) > 0.0:  # 'Verification and Validation Workshops (V)'
        return unit
    bare = _BRACKETED.sub("", unit.text).replace(";", ",")
    for comma in _COMMA.finditer(bare):
        names = [name.strip() for name in bare[comma.end() :].split(",")]
        if names and all(_is_person(name) and like_names(name, 0.0) > 0.0 for name in names):
            title = unit.text[: comma.start()]
            whole = title.count(" ") >= _WORDS and bare.startswith(title) and not is_name(title)
            people = {"authors": ", ".join(names)}
            return unit._replace(kind="T", text=title, fields={**unit.fields, **people}) if whole else unit
    return unit


def _people_of_line(unit: Unit) -> list[str]:
    """The people of a line that ends with the place where they work."""
    text = unit.text
    if len(text) > _LONGEST or "(" in text or ";" in text or text.endswith((".", "?", "!", ":")):
        return []
    if not _PLACE.search(text, text.find(",") + 1):
        return []
    pieces = _BETWEEN.split(text)
    people = [*takewhile(lambda piece: _is_person(piece) and like_names(piece, 0.0) > 0.0, pieces)]
    return people if people and _tells_place(", ".join(pieces[len(people) :])) else []


def _tells_place(text: str) -> bool:
    """Whether a text surely names a place of work: no number, and letters alone only as all of it, 'MIT'."""
    told = [place[0] for place in _PLACE.finditer(text)]
    sure = text in told or any(not place.isupper() for place in told)
    return sure and not _DIGIT.search(text)


def without_places(people: str) -> str:
    """The people of a list with places in brackets, or with semicolons and each group's place last; other
    lists as they are."""
    if "(" in people and any(map(_PLACE.search, _BRACKETED.findall(people))):
        people = _BRACKETED.sub("", people)
        groups = [_BETWEEN.split(group.strip()) for group in people.split(";") if group.strip()]
        if all(_is_person(name) for names in groups for name in names):
            return ", ".join(name for names in groups for name in names)
    if ";" not in people:
        return people
    parts = [part.strip() for part in people.split(";") if part.strip()]
    told = sum(_PLACE.search(part.partition(",")[2]) is not None for part in parts)
    if _SHARE * told < len(parts):
        return people
    names = [_names(part) for part in parts]
    return ", ".join(name for found in names for name in found) if all(names) else people


def _names(part: str) -> list[str]:
    """The people with whom a group begins: up to the first piece that is a place, or before the last one."""
    pieces = _BETWEEN.split(part)
    end = next((n for n, piece in enumerate(pieces) if n and not _is_person(piece)), len(pieces))
    people = pieces[:end] if end < len(pieces) or len(pieces) == 1 else pieces[:-1]
    return people if all(map(_is_person, people)) else []


def _is_person(piece: str) -> bool:
    return " " in piece and is_name(piece) and not _PLACE.search(piece)
