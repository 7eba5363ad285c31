"""From lines to units: paragraphs, labelled values, marks and chrome, each with its lines."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.sources.pasted.unit import BLANK, BLANKS, NEXT_LINE, WRAPPED, Unit, unit_of_line
from generator.sources.pasted.units.abstract_books import people_at_work, with_codes_as_numbers
from generator.sources.pasted.units.announced import (
    BUTTONS,
    LABEL,
    SHORT,
    is_of_site,
    is_open,
    usual_labels,
)
from generator.sources.pasted.units.bold_parts import with_bold_parts
from generator.sources.pasted.units.dblp_lists import are_authors, are_namesakes
from generator.sources.pasted.units.headed import with_headings_apart
from generator.sources.pasted.units.heads_on_a_line import with_heads_parted
from generator.sources.pasted.units.indents import begins_further_right, is_apart, with_paragraphs_within
from generator.sources.pasted.units.listed import with_entries, without_address
from generator.sources.pasted.units.numbering import without_stray_numbers
from generator.sources.pasted.units.open_unit import PROSE, OpenUnit
from generator.sources.pasted.units.part_names import part_names
from generator.sources.pasted.units.places import with_people_at_places
from generator.sources.pasted.units.points import points_of
from generator.sources.pasted.units.titles_with_people import with_titles_apart
from generator.sources.signs.bylines import byline
from generator.sources.signs.labels import match_label
from generator.sources.signs.line_ends import (
    ends_in_address,
    goes_on_wide,
    is_all_names,
    is_bracketed,
    is_title_case,
    starts_item,
)
from generator.sources.signs.marks import bullet_end
from generator.sources.signs.notes import stands_alone
from generator.sources.signs.wrapping import (
    WIDEST,
    Line,
    ends_sentence,
    is_full,
    line_of,
    width_of,
)

_MOST_LINES = 40  # of an abstract
_NONE = 10_000  # the indent of the mark where there is none
_OF_RESULT = re.compile(r" [-–] [^-–]+, (?:19|20)\d{2}(?: [-–] \S+)?$")  # of Google Scholar, told there
_RESULT = 200  # characters of it


def units_of(lines: Sequence[str]) -> list[Unit]:
    """The units of a text, in order; every non-blank line is in one of them."""
    seen = with_codes_as_numbers([*map(line_of, lines, ("", *lines[:-1]), (*lines[1:], ""))])
    found: list[Unit] = []
    gap = BLANKS
    runs = list(_runs(seen))
    usual = usual_labels(seen)
    parts = part_names(seen) | points_of(seen) | people_at_work(seen)
    for (first, last), width in zip(runs, _widths(seen, runs), strict=True):
        found.extend(_units_of_run(seen, first, last, width, gap, usual, parts))
        ruled = last + 1 < len(seen) and seen[last + 1].length > 0  # its rule was taken off
        gap = BLANK if any(line.text for line in seen[last + 2 : last + 3 + ruled]) else BLANKS
    told = [
        _with_more_than_people(without_address(unit))
        for unit in with_heads_parted(with_bold_parts(found, seen))
    ]
    parted = with_entries(with_people_at_places(told))
    numbered = without_stray_numbers(with_headings_apart(with_titles_apart(parted)))
    return with_paragraphs_within(numbered, seen)


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Stretches of lines without a blank one between: first and last index."""
    first = -1
    for n, line in enumerate(lines):
        if line.text and first < 0:
            first = n
        elif not line.text and first >= 0:
            yield first, n - 1
            first = -1
    if first >= 0:
        yield first, len(lines) - 1


def _widths(lines: Sequence[Line], runs: Sequence[tuple[int, int]]) -> list[int]:
    """The width of each run, or what the text has where that does not tell, or one of the next few."""
    whole = width_of(lines, 0, len(lines) - 1)
    own = [width_of(lines, first, last) if last > first else 0 for first, last in runs]
    return [width or whole or max(own[max(n - 2, 0) : n + 3]) for n, width in enumerate(own)]


def _units_of_run(
    lines: Sequence[Line],
    first: int,
    last: int,
    width: int,
    gap: str,
    usual: Container[str],
    parts: Mapping[int, Unit],
) -> Iterator[Unit]:
    before = lines[first]
    unit = parts[first]._replace(gap=gap) if first in parts else unit_of_line(before.text, first + 1, gap)
    current = OpenUnit(unit, before)
    fits = [is_full(line, after, width) for line, after in pairwise(lines[first : last + 1])]
    steady = last - _steady(lines[last].text, fits)
    mark = before.indent if unit.is_item else _NONE
    further_right = begins_further_right(lines, first, last)
    for n in range(first + 1, last + 1):
        line = lines[n]
        text = line.text
        full = (
            (fits[n - first - 1] or (line.lower and current.is_prose and _is_within(before.text, text)))
            and current.unit.kind != "X"
            and not are_authors(before.text)
        )
        apart = line.indent != before.indent and is_apart(lines, n, first, further_right)
        plain = full and current.is_prose and not apart and (line.lower or steady < n < last)
        if plain and n not in parts and _is_plain_rest(line, current.tail):  # as most lines are
            current.add(text)
            before = line
            continue
        if n in parts or n - 1 in parts:
            if n >= current.unit.last:  # else it is one of its lines
                yield current.close(n)
                current = OpenUnit(parts.get(n) or unit_of_line(text, n + 1, NEXT_LINE), line)
            before = line
            continue
        outside = line.indent < before.indent
        item = apart or (outside and (bullet_end(text) > 0 or match_label(text) is not None))
        before = line
        announced = item or (full and current.is_ended_by(text, usual))
        goes_on = full and not announced and not current.is_emphasised and _surely_goes_on(current, text)
        if goes_on or current.is_dates_up_to(text):
            current.add(text)
            continue
        listed = item or (bullet_end(text) > 0 and ends_sentence(current.tail))
        people = current.is_above_people(text)
        ended = ends_in_address(current.tail) and not text[0].islower()
        other = not full or listed or ended or announced or people or current.is_ended
        unit = unit_of_line(text, n + 1, NEXT_LINE if other else WRAPPED, inside=not other)
        if unit.number is not None and not other and current.tail.endswith((":", ";", ",", "and")):
            unit = Unit(n + 1, n + 1, text, WRAPPED)
        taken = not (announced or people) and _takes(current, unit, line, full)
        if taken and (full or not current.is_ended_by(text, usual)):
            current.add(text)
            continue
        yield current.close(n)
        if unit.is_item:
            mark = line.indent
        elif line.indent > mark:
            unit = unit._replace(held=True)
        else:
            mark = _NONE
        current = OpenUnit(unit, line)
    yield current.close(last + 1)


def _steady(last: str, fits: Sequence[bool]) -> int:
    """How many lines at the end of a run are full, but for the last one, which ends a sentence: they are one
    paragraph, since titles and people would hardly fill theirs. 0 where they are too many.

    last: the last line; fits: for each line but the last one, whether it is full.
    """
    count = next((n for n, full in enumerate(reversed(fits)) if not full), len(fits))
    return count if count < _MOST_LINES and ends_sentence(last) else 0


def _is_within(tail: str, text: str) -> bool:
    """Whether a sentence goes on in a line of wrapped prose, though the one above it had room left."""
    if ends_sentence(tail) or len(tail) > WIDEST or len(text) > WIDEST or ":" in text[:LABEL]:
        return False
    return text.partition(" ")[0].isalpha() and " " in text


def _is_plain_rest(line: Line, tail: str) -> bool:
    """Whether a line within a long paragraph, in small letters or within steady lines, has no sign at all of
    something else. tail: the line before."""
    text = line.text
    if len(text) <= SHORT or ":" in text[:LABEL] or tail.endswith(BUTTONS):
        return False
    if line.lower:
        return True
    names = is_all_names(tail) or is_all_names(text)
    return text[0].isalpha() and "://" not in tail and not is_of_site(text) and not names


def _surely_goes_on(current: OpenUnit, text: str) -> bool:
    """Whether a line after a full one that announces nothing is the same paragraph without a doubt."""
    if not current.runs_on or not current.tail:
        return False
    if current.is_titled:
        return not (ends_sentence(current.tail) and starts_item(text))
    if text[0].islower():
        sure = text.partition(" ")[0].islower() and text[:1].isascii()
        may_be_title = (
            not sure and len(current.parts) == 1 and current.words <= 24 and is_title_case(current.tail)
        )
        noted = ends_sentence(current.tail) and stands_alone(text)
        return not noted and (not may_be_title or is_open(current.tail))
    wide = goes_on_wide(current.tail, text, begun=len(current.parts) > 1)
    if wide or text[0] in ")]},;.%&=<$" or is_open(current.tail) or current.is_in_formula:
        return True
    if ends_sentence(current.tail):
        shortened = current.tail.endswith("et al.") and not is_all_names(current.tail)
        return shortened or (current.tail.endswith(":") and not starts_item(text))
    more = not is_all_names(current.tail) or is_all_names(text)
    long = current.words > PROSE and more and not ends_in_address(current.tail)
    return long or text[0] in "([\\{" or is_bracketed(current.tail)


def _takes(current: OpenUnit, unit: Unit, line: Line, full: bool) -> bool:
    """Whether the unit that starts with `line` is rather the rest of the labelled value above."""
    if unit.kind or unit.number is not None or unit.bullet or unit.level or not current.unit.label:
        return False
    if current.ends_subjects:
        return False
    hangs = line.indent > current.indent
    if hangs and current.unit.kind in "TACVKM" and line.length <= WIDEST:
        return True
    if current.unit.kind == "P" and current.words > PROSE and ends_sentence(current.tail):
        return False
    return full and current.unit.kind in "TACVKPM"


def _with_more_than_people(unit: Unit) -> Unit:
    """A line of people without what else it says, which is told in its fields."""
    plain = not unit.kind and not unit.label and not unit.is_marked and not unit.bold
    plain = plain and not are_namesakes(unit.text)
    said = byline(unit.text) if plain and not _OF_RESULT.search(unit.text[-_RESULT:]) else None
    return unit._replace(text=said.pop("authors"), fields={**unit.fields, **said}) if said else unit
