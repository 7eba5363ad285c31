"""The names in a cell of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.sources.pasted.units.places import without_places
from generator.sources.tables.cells import listed, names_apart
from generator.sources.tagged.tags import person
from generator.sources.values import names_of
from generator.text import OTHERS, Name

_AUTHOR_ID = re.compile(r"\s{0,9}\(\d{4,15}\)")
_MARKED = re.compile(r"(?<=[\w.)])\s?\*{1,3}(?=\s?(?:[;,|\n]|\Z))")  # who is written to: 'Lee, Ann*'
_SHORT = re.compile(r"[^,;]{1,60}\s((?:[^\W\d_]\.?-?){1,5})")
_RUN_TOGETHER = (
    (re.compile(r"(?<=[a-zà-ÿ])(?=[A-Z][a-zà-ÿ]+ )"), Name.parse),  # 'Ann LeeBob Ray', of SpringerLink
    (re.compile(r"(?<=[A-Z]\.)(?=[A-Z][\w'’-]{1,40} [A-Z]\.)"), person),  # 'Lee A.Ray B. C.'
)
_INITIAL = re.compile(r"\w\w.*\s[A-Z]\.?")  # 'John A.'
_BETWEEN = re.compile(r", (?:and |& )?| and | & ")
_OTHERS = re.compile(r",? et al\.?\Z")
_MANY = 20  # of which one may be otherwise
_LISTS = 4  # that tell pairs where nobody has an initial


def authors(cell: str) -> tuple[Name, ...]:
    """The names of a cell, separated by '; ', ', ' or ' and ', a line each, run together as SpringerLink has
    them, or a list as programs write it."""
    found = listed(cell)
    if isinstance(found, list | tuple):
        return names_of(found)
    cell = _MARKED.sub("", _AUTHOR_ID.sub("", cell))
    return _authors(names_apart(without_places(cell) if "(" in cell else cell)) if cell else ()


def _authors(cell: str) -> tuple[Name, ...]:
    if ";" in cell:
        named = (name for part in cell.split(";") if (name := person(part.strip())))
        return tuple(OTHERS if name.is_others else name for name in named)
    if cell.endswith(".") and cell.count(".") == 1 and (cell.count(",") > 1 or cell[-3:-2] != " "):
        cell = cell[:-1]
    if cell.endswith(",") and cell.count(",") == 1:
        return (person(cell),)
    parts = cell.split(", " if ", " in cell else ",")  # Paperpile has no space
    if len(parts) == 2 and not any(" " in part for part in parts):
        return (person(cell),)
    for cut, read in _RUN_TOGETHER:
        together = cut.split(cell)
        if len(together) > 1 and "," not in cell and all(1 < len(part.split()) < 5 for part in together):
            return tuple(map(read, together))
    if 3 * sum(map(_is_short, parts)) > 2 * len(
        parts
    ):  # initials with small letters or long given names aside
        return tuple(name for part in parts if (name := person(part)))
    return tuple(name for name in Name.parse_list(cell) if name)


def _is_short(part: str) -> bool:
    """Whether a name is 'Lee A.B.': a family name with initials behind it."""
    found = _SHORT.fullmatch(part)
    return found is not None and found[1].isupper()


def are_in_pairs(cells: Iterable[str]) -> bool:
    """Whether a column names people as 'Smith, John, Doe, Jane': all but a few cells have an even number of
    parts, and given names are no family names; some have initials, or several cells agree."""
    lists = [_parts(cell) for cell in cells if cell.strip() and not cell.startswith("[")]
    families = {part for parts in lists for part in parts[::2]}
    given = {part for parts in lists for part in parts[1::2]}
    odd = sum(len(parts) % 2 for parts in lists)
    if odd * _MANY > len(lists) or len(families & given) * _MANY > len(given) * 2:
        return False
    if any(";" in part or _INITIAL.fullmatch(part) for part in families):
        return False
    longer = sum(len(parts) > 2 for parts in lists)
    words = sum(" " not in part for part in families | given)
    alone = longer >= _LISTS and 10 * words >= 9 * len(families | given)
    return alone or (longer > 0 and any(map(_INITIAL.fullmatch, given)))


def in_pairs(cell: str) -> str:
    """'Smith, John, and Doe, Jane' → 'Smith, John; Doe, Jane'; an odd number of parts as it is."""
    parts = _parts(cell)
    pairs = [", ".join(pair) for pair in zip(parts[::2], parts[1::2], strict=False)]
    others = ["et al."] if _OTHERS.search(cell) else []
    return cell if len(parts) % 2 else "; ".join([*pairs, *others])


def _parts(cell: str) -> list[str]:
    """What commas and 'and' separate, without 'et al.'"""
    return _BETWEEN.split(_OTHERS.sub("", cell.strip()))
