"""Names of an abstract's parts on lines of their own: 'BACKGROUND', 'Methods:', '3. Results'.

Alone such a name is a word like any other: two of them belong to one abstract. Names that are not known stand
between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from generator.sources.pasted.unit import BLANKS, NEXT_LINE, RULED, WRAPPED, Unit, unit_of_line
from generator.sources.pasted.units.sections import section_of
from generator.sources.signs.labels import match_label
from generator.sources.signs.wrapping import Line, ends_sentence

_NAME = re.compile(
    r"(?:[(\[]?(?P<number>\d{1,2}|[IVX]{1,4})[.):\]]{1,2}\s{1,3})?[*_]{0,3}"
    r"(?P<name>[A-Z][A-Za-z &/'’,-]{2,58}?(?:\(s\))?)[*_]{0,3}\s?(?P<colon>:?)[*_]{0,3}"
)
_LONGEST = 66  # characters of a line with the name of a part
_MOST = 20  # parts of an abstract
_FAR = 40  # lines from one name to the next
_FEW = 6  # words of the name of a part that is not known
_PARAGRAPH = 200  # characters of what is surely no title
_LABEL = "abstract:"
_PART = "part"  # label of a unit that is such a name


class _Name(NamedTuple):
    """text: without number and colon; section: where it may stand, as `section_of` has it, '' if it is not
    known; style: what tells names that are not known."""

    text: str = ""
    section: str = ""
    number: str = ""
    style: str = ""


def part_names(lines: Sequence[Line]) -> dict[int, Unit]:
    """The names of an abstract's parts on lines of their own, as units: by the index of the line.

    Those that are not known are written as those above them, in capitals or with a colon, or numbered on.
    """
    found: dict[int, Unit] = {}
    above: dict[int, _Name] = {}
    labelled: set[int] = set()  # lines with a name behind 'Abstract:'
    for n, line in enumerate(lines):
        short = 2 < len(line.text) <= _LONGEST and not line.lower
        ended = line.text[-1:] in _NO_END and not line.text.endswith("(s)")
        text = line.text
        if short and text[: len(_LABEL)].lower() == _LABEL:
            labelled.add(n)
            text = text[len(_LABEL) :].lstrip()
        name = _name(text) if short and not ended else _NO_NAME
        if not (name.section or name.style) or not _has_text(lines, n, name):
            continue
        apart = len(above) == _MOST or _are_apart(lines, next(reversed(above), n), n)
        if apart or _begins(name, [*above.values()]):
            above = {}
        like = any(name.style == other.style for other in above.values())
        if name.section or name.number or like or not above:
            above[n] = name
        if sum(bool(other.section) for other in above.values()) > 1:
            found |= _units(_without_items(above), lines)
    return {n: unit for n, unit in found.items() if n not in labelled}


def _without_items(names: Mapping[int, _Name]) -> Mapping[int, _Name]:
    """The names of one abstract without numbered titles above it: of numbered names one is known."""
    if any(name.number and name.section for name in names.values()):
        return names
    return {n: name for n, name in names.items() if not name.number}


def _begins(name: _Name, above: Sequence[_Name]) -> bool:
    """Whether a name is of another abstract than those above it: an aim may follow 'Significance' alone."""
    if name.number and above:
        return f" {above[-1].number} {name.number} " not in _NUMBERS
    known = any(name.text == other.text for other in above)
    later = any(other.section == "later" for other in above[1:])
    return known or (later and name.section in ("first", "aim"))


def _are_apart(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether two names stand far from another, or blank lines between them do not set off the second."""
    if last - first > _FAR:
        return True
    blank = [not line.text for line in lines[first + 1 : last]]
    return any(map(min, pairwise(blank))) or (any(blank) and not blank[-1])


def _units(names: Mapping[int, _Name], lines: Sequence[Line]) -> dict[int, Unit]:
    """The names of one abstract as units; `marker` is the name alone."""
    return {n: _unit(lines[n].text, n, name.text, n > min(names)) for n, name in names.items()}


def _unit(text: str, n: int, name: str, later: bool) -> Unit:
    section = "later" if later else "first"
    return Unit(n + 1, n + 1, text, NEXT_LINE, label=_PART, section=section, marker=name)


_NO_NAME = _Name()
_NO_END = frozenset(".,;!?)")  # of a line that is a name, but for 'Measure(s)'
_NUMBERS = " 1 2 3 4 5 6 7 8 9 10 11 12 I II III IV V VI VII VIII IX X "


@lru_cache(maxsize=1 << 12)
def _name(text: str) -> _Name:
    """The name that a line may consist of."""
    found = _NAME.fullmatch(text)
    section = section_of(f"{found['name']}:") if found else ""
    if found is None or not (section or match_label(text) is None):
        return _NO_NAME
    number, written = found["number"] or "", "capitals" if text.isupper() else ""
    return _Name(found["name"], section, number, "number" if number else found["colon"] or written)


def _has_text(lines: Sequence[Line], n: int, name: _Name) -> bool:
    """Whether what is below a name, right or a blank line, may be the start of a text."""
    below = next((line.text for line in lines[n + 1 : n + 3] if line.text), "")
    return (" " in below or below.endswith(".") or bool(name.style and below)) and not _name(below).section


def with_part_names(units: Sequence[Unit]) -> list[Unit]:
    """The units, the names of parts that `part_names` found being put before the paragraphs below them.

    A few words above a paragraph between two such paragraphs are another name. Names above other things than
    paragraphs, as in a list of titles by subject, are lines like others.
    """
    found = dict(enumerate(units))
    for names in _abstracts(units):
        told = 2 * sum(_is_paragraph(units[n + 1]) or _goes_on(units, n + 1) for n in names) >= len(names)
        for n in names:
            found |= _named(units, n, "later" if n > names[0] else "first") if told else _plain(units, n)
        for n in names if told else ():
            if n > 1 and _is_labelled_name(units[n - 2]) and _is_paragraph(units[n - 1]):
                found |= _together(units, n - 2)
    return [found[n] for n in sorted(found) if found[n] is not _NO_UNIT]


def _abstracts(units: Sequence[Unit]) -> Iterator[list[int]]:
    """Where the names of the parts of each abstract stand."""
    names, others = list[int](), list[int]()
    for n, (unit, below) in enumerate(pairwise(units)):
        if unit.label == _PART and unit.section == "later":
            names += [*others, n]
            others = []
        elif unit.label == _PART:
            yield names
            names, others = [n], []
        elif _is_paragraph(below) and below.gap != WRAPPED and _may_be_name(unit):
            others.append(n)
        elif not _is_paragraph(unit) or unit.gap in (BLANKS, RULED):
            others = []
    yield names


def _is_labelled_name(unit: Unit) -> bool:
    """Whether a label of an abstract has the name of its first part behind it and nothing else."""
    return unit.label == "abstract" and len(unit.text) <= _LONGEST and _name(unit.text).section != ""


def _together(units: Sequence[Unit], n: int) -> dict[int, Unit]:
    name, text = units[n], units[n + 1]
    joined = name._replace(last=text.last, text=f"{name.text.rstrip(': ')}: {text.text}")
    return {n: joined, n + 1: _NO_UNIT}


_NO_UNIT = Unit(0, 0, "", "")
_TEXT = frozenset(("", "P", "X"))  # kinds of what a part may consist of: 'Not applicable.'


def _goes_on(units: Sequence[Unit], n: int) -> bool:
    return n + 1 < len(units) and units[n + 1].gap == WRAPPED


def _named(units: Sequence[Unit], n: int, section: str) -> dict[int, Unit]:
    """The name of a part and the paragraph below it, in one; the name alone is a line like others."""
    name, text = units[n], units[n + 1]
    if text.label or (text.kind not in _TEXT and section != "later"):
        return _plain(units, n)
    together = f"{name.marker or name.text.rstrip(': ')}: {text.text}"
    kind = "P" if section == "later" else ""
    return {n: _NO_UNIT, n + 1: Unit(name.first, text.last, together, name.gap, kind, section=section)}


def _plain(units: Sequence[Unit], n: int) -> dict[int, Unit]:
    return {n: unit_of_line(units[n].text, units[n].first, units[n].gap)}


def _may_be_name(unit: Unit) -> bool:
    """Whether a line is a few words that may name a part of an abstract."""
    plain = unit.kind in ("", "X") and not unit.level and not unit.bullet
    name = unit.text.rstrip(": ")
    if not plain or len(name) > _LONGEST or not name[:1].isupper() or not name[-1].isalpha():
        return False
    return name.isupper() or (name[1:].islower() and name.count(" ") < _FEW)


def _is_paragraph(unit: Unit) -> bool:
    said = ends_sentence(unit.text) or len(unit.text) > _PARAGRAPH
    return said and unit.kind == "" and not unit.level and unit.number is None
