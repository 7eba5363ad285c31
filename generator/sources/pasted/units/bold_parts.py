"""The parts of an abstract whose names stand in bold before their texts: '**Study question:** What …'.

Where two known ones stand so, one below the other, what stands so among them is a part too, whatever its
name, unless it is a field of a record: '**Authors:** …'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.sources.pasted.unit import BLANKS, WRAPPED, Unit
from generator.sources.pasted.units.sections import section_of
from generator.sources.signs.labels import match_label
from generator.sources.signs.wrapping import Line

_BOLD = ("**", "__")
_NAMED = re.compile(r"(?:\*\*|__)(?P<name>[A-Z][^*_:]{1,70})(?::(?:\*\*|__)|(?:\*\*|__):)\s?(?=\S)")
_NO_FIELDS = frozenset(("abstract", "comment", "code", "-"))  # a part may be called as these are, too
_KNOWN = 2  # parts at least


def with_bold_parts(units: list[Unit], lines: Sequence[Line]) -> list[Unit]:
    """The units, parts with their names in bold being sections of the abstract that the first one begins."""
    bold = [
        n
        for n, unit in enumerate(units)
        if unit.text.startswith(_BOLD) or lines[unit.first - 1].text.startswith(_BOLD)
    ]
    if len(bold) < _KNOWN:
        return units
    names = {n: name for n in bold if (name := _name(units[n], lines[units[n].first - 1].text))}
    found = list(units)
    for parts in _abstracts(units, names):
        if sum(section_of(f"{names[n]}:") != "" for n in parts) >= _KNOWN:
            found[parts[0]] = _first(units, parts[0], names)
            for n in parts[1:]:
                found[n] = _part(units[n], names[n], "later")
    return found


def _name(unit: Unit, line: str) -> str:
    """The name in bold that a unit starts with, be it behind a label."""
    named = _NAMED.match(line) or (_NAMED.match(unit.text) if unit.label == "abstract" else None)
    return named["name"] if named else ""


def _abstracts(units: Sequence[Unit], names: Mapping[int, str]) -> Iterator[list[int]]:
    """Where the parts of each abstract stand, one right below the other."""
    parts: list[int] = []
    for n, name in names.items():
        label = match_label(f"**{name}:** …")
        field = label is not None and (label.field not in _NO_FIELDS or name.lower() == "abstract")
        within = parts and units[n].gap < BLANKS
        if field or not within or any(unit.gap != WRAPPED for unit in units[parts[-1] + 1 : n]):
            yield parts
            parts = []
        parts += [] if field else [n]
    yield parts


def _first(units: Sequence[Unit], n: int, names: Mapping[int, str]) -> Unit:
    """The part that begins an abstract; a summary is the whole of one below other fields in bold."""
    unit = units[n]
    if unit.label != "abstract":
        return unit
    whole = unit.text.startswith(_BOLD) or n - 1 in names
    return unit if whole else _part(unit, names[n], "first")


def _part(unit: Unit, name: str, section: str) -> Unit:
    text = _NAMED.sub("", unit.text, count=1)
    return unit._replace(kind="P", text=f"{name}: {text}", label="", section=section, marker="", fields={})
