"""People with the places where they work, as programmes of conferences name them: 'Ada Lovelace, MIT; Emmy
Noether and Lise Meitner, University of Oslo'."""

from __future__ import annotations

import re

from generator.sources.pasted.people import is_name

_PLACE = re.compile(
    r"Universi[td]|\bUniv\b|Institut|College|School|Academy|Hospital|Laborator|\bLabs?\b|Research|"
    r"Cent(?:er|re)\b|Department|\bInc\b|\bLtd\b|\bCorp|GmbH|\b[A-Z]{3,}\b|Google|Microsoft|Amazon|Facebook|"
    r"\bMeta\b|\bApple\b|Huawei|Alibaba|Tencent|Intel\b|Polit[eé]c|Technion|CNRS|Inria|Fraunhofer|Max Planck"
)
_BETWEEN = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_SHARE = 3  # one part in so many tells a place at least


def without_places(people: str) -> str:
    """The people of a list with semicolons, each group with its place last; other lists as they are."""
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
