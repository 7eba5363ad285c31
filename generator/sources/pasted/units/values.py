"""Labels on lines of their own and the values below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.sources.pasted.unit import BLANK, BLANKS, NEXT_LINE, RULED, WRAPPED, Unit, labelled
from generator.sources.pasted.units.sections import section_of
from generator.sources.signs.labels import Label, without_summary_label
from generator.sources.signs.people import like_names
from generator.sources.signs.wrapping import glue

_LONG_KEYWORD = 5  # words
_TEXT = 200  # characters of an abstract's first line
_MOST = 40  # lines of one
_WRAPPED_VALUES = frozenset("TAK")
_IDENTIFIERS = ("arxiv", "doi", "pmid")


def with_values(units: Sequence[Unit]) -> list[Unit]:
    """The units, a label on its own line being the label of what follows."""
    joined: list[Unit] = []
    for unit in _with_notes(_without_closing(units)):
        above = joined[-1] if joined else None
        if above and _is_name_of_paper(above, unit):
            joined[-1] = above._replace(kind="T", label="title")
            joined.append(unit)
        elif above and (_is_further_keyword(above, unit) or _is_further_author(above, unit)):
            joined[-1] = above._replace(last=unit.last, text=f"{above.text}; {unit.text}")
        elif above and _is_rest(above, unit):
            text = above.text + glue(above.text, unit.text) + unit.text
            joined[-1] = above._replace(last=unit.last, text=text)
        elif above and above.kind == "L" and _may_be_value(above, unit, joined[-2:-1]):
            joined[-1] = _labelled_by(above, unit)
        else:
            joined.append(unit)
    joined = [_summary(joined, n) for n in range(len(joined))]
    return [
        unit._replace(kind="X", reason="label without a value") if unit.kind == "L" else unit
        for unit in joined
    ]


def _without_closing(units: Sequence[Unit]) -> Sequence[Unit]:
    """The units, a last heading such as 'Summary' that ranks above those of several papers being one of the
    whole text, as is what stands below it."""
    levels = [unit.level for unit in units if unit.level and not unit.kind]
    last = max((n for n, unit in enumerate(units) if unit.level), default=-1)
    own = units[last].kind == "L" and levels.count(max(levels, default=0)) > 1 if last >= 0 else False
    if not own or not 0 < units[last].level < max(levels):
        return units
    closing = (
        unit._replace(kind="X", reason=unit.reason or "line beside the papers") for unit in units[last:]
    )
    return [*units[:last], *closing]


def _with_notes(units: Sequence[Unit]) -> Iterator[Unit]:
    """The units, the items right below a heading or a label such as 'Notes' being remarks."""
    below = False
    for unit in units:
        own = unit.bullet and not (unit.kind or unit.fields or unit.level)
        below = (below and own) or (unit.kind == "L" and unit.label == "comment")
        yield unit._replace(kind="C", bullet=False) if below and own else unit


def _summary(units: Sequence[Unit], n: int) -> Unit:
    """A paragraph that says it is the summary is the abstract, unless it is a section of one: then it stands
    by others, or others follow in it and no label is near."""
    unit = units[n]
    text = unit.text if unit.kind or unit.gap == WRAPPED else without_summary_label(unit.text)
    if text == unit.text:
        return unit
    below = (part for part in units[n + 1 : n + 2] if part.label not in _IDENTIFIERS)
    near = (*units[max(n - 1, 0) : n], *below)
    beside = any(map(_is_section, (*units[max(n - 2, 0) : n], *units[n + 1 : n + 2]))) or (
        not any(part.label for part in near) and _SECTION_WITHIN.search(_paragraph(units, n)) is not None
    )
    if beside and not section_of(text) and not _is_below_summary(units, n):
        return unit
    return unit._replace(kind="P", text=text, label="abstract")


def _paragraph(units: Sequence[Unit], n: int) -> str:
    """The text of a unit with the lines below full ones that go on with it."""
    rest = takewhile(lambda unit: unit.gap == WRAPPED, units[n + 1 : n + _MOST])
    return " ".join((units[n].text, *(unit.text for unit in rest)))


def _is_below_summary(units: Sequence[Unit], n: int) -> bool:
    """Whether what stands apart above a unit says that it is a summary too."""
    start = n - 1
    while start > 0 and units[start].gap == WRAPPED:
        start -= 1
    above = units[max(start, 0)].text
    return n > 0 and units[n].gap > NEXT_LINE and without_summary_label(above) != above


_SECTION_WITHIN = re.compile(r"[.!?] [A-Z][\w ]{2,40}:")


def _is_section(unit: Unit) -> bool:
    return bool(section_of(unit.text)) and without_summary_label(unit.text) == unit.text


def _is_further_keyword(above: Unit, unit: Unit) -> bool:
    """Whether a unit is one more keyword, each on a line of its own below their label."""
    if above.label != "keywords" or above.kind != "K" or above.first == above.last:
        return False
    plain = not unit.kind and unit.number is None and not unit.bullet and unit.gap == NEXT_LINE
    short = unit.text.count(" ") + 1 < _LONG_KEYWORD and unit.text[-1].isalnum()
    return plain and short and "," not in above.text


def _is_further_author(above: Unit, unit: Unit) -> bool:
    """Whether a unit is one more person, each with the label of people."""
    return above.label == unit.label == "authors" and above.kind == unit.kind == "A" and unit.gap == NEXT_LINE


def _is_name_of_paper(above: Unit, unit: Unit) -> bool:
    """Whether a name above people is their paper's, as in databases of notes: 'Name: …', 'Authors: …'."""
    both = above.label == unit.label == "authors" and above.kind == unit.kind == "A"
    return both and like_names(above.text, 0.0) <= 0.0 < like_names(unit.text, 0.0)


def _is_rest(above: Unit, unit: Unit) -> bool:
    """Whether a unit is a further line of a value with a label above it."""
    plain = not unit.kind and unit.number is None and not unit.bullet and not unit.level
    return plain and unit.gap == WRAPPED and above.kind in _WRAPPED_VALUES and bool(above.label)


def _may_be_value(above: Unit, unit: Unit, before: Sequence[Unit]) -> bool:
    """Whether a unit may be the value of the label above it: a number alone is one right below its name, and
    no text is an identifier. before: what stands above the label, which is a button like that."""
    if unit.kind == "X":
        return above.label == "pmid" and unit.gap == NEXT_LINE and unit.text.isdigit()
    if above.label in _IDENTIFIERS and unit.kind != "I" and " " in unit.text:
        return False
    apart = unit.gap in (BLANK, BLANKS, RULED) or any(one.reason == "button" for one in before)
    if above.label == "abstract" and apart and _is_title_below(unit):
        return False
    dated = above.label in ("date", "created", "updated", "year")
    return unit.kind not in ("L", "S") and (unit.kind == "D" or not dated)


def _is_title_below(unit: Unit) -> bool:
    """Whether a line apart from the word Abstract, as on a button, is the next title rather than a text."""
    return (
        not unit.kind and unit.first == unit.last and len(unit.text) < _TEXT and not unit.text.endswith(".")
    )


def _labelled_by(above: Unit, unit: Unit) -> Unit:
    value = labelled(Label(above.label, unit.text, False), unit.text, unit.first, above.gap)
    number = above.number if above.number is not None else unit.number
    kind, fields = (unit.kind, unit.fields) if unit.kind in ("P", "I") else (value.kind, value.fields)
    return value._replace(first=above.first, last=unit.last, kind=kind, fields=fields, number=number)
