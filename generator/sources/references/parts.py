"""The items and paragraphs of a list of identifiers or references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile, zip_longest
from math import inf
from typing import NamedTuple

from generator.sources.found_ids import find_ids, is_bare
from generator.sources.references.links import LINK
from generator.sources.references.said import people_in
from generator.sources.references.titles import GENERIC
from generator.sources.signs.cited import cited, may_be_cited
from generator.sources.signs.link_rows import match_row
from generator.sources.signs.marks import bullet_end, heading, is_separator, mark_end, match_number
from generator.sources.signs.people import names_several
from generator.sources.signs.wrapping import ends_sentence, joined

_MOST = 12  # lines that belong to an item
_WORD = re.compile(r"\w{2}")
_BETWEEN = re.compile(r"[*_|\[\]()]+|:\s|,\s*(?=\d{4})")
_DATE = re.compile(r"(?:19|20)\d{2}(?:[./-]\d{1,2}){0,2}")
_IN_ITALICS = re.compile(r"(?P<mark>[*_]{1,2})(?P<people>[^*_]{4,1000}?)[.,]?(?P=mark)[.,]? .{2,60}")
_SHORT = 60  # characters of a line that does not go on in the next one
_ABSTRACT = 15  # words; what is shorter may be a remark in a list


class Part(NamedTuple):
    """Lines `first` to `last` (1-based) that are one item of a list, or one paragraph."""

    first: int
    last: int
    text: str
    item: bool


def parts_of(lines: Sequence[str]) -> Iterator[Part]:
    """The items and paragraphs: a bullet, a number or a line that is all identifier starts a new one. A note
    indented below an identifier is part of its item."""
    start = 0
    held: list[str] = []
    item = False
    below = _lines_below(lines)
    for n, (written, following) in enumerate(zip_longest([*lines, ""], lines[1:], fillvalue="")):
        line = written.strip()
        begins = bool(line) and _begins(line)
        noted = bool(held) and _is_note(written) and is_bare(held[0])
        if held and n in below:
            held += [f"| {line[mark_end(line) :]}"] * bool(line)
            continue
        deeper = bool(held) and _indent(written) > _indent(lines[start])
        other = not deeper and _is_of_another(held, line)
        if held and (
            not line or begins or other or (not noted and _is_apart(held, item, line, following.strip()))
        ):
            yield Part(start + 1, n, joined(held), item)
            held = []
        if line:
            start, item = (start, item or bool(noted)) if held else (n, begins)
            held.append(line)


def _lines_below(lines: Sequence[str]) -> set[int]:
    """The indexes of lines that belong to the item above them, and of blank ones between: items of their own
    kind that name no paper, people, and links alone below an item without one."""
    found: set[int] = set()
    for n, line in enumerate(lines):
        if n not in found and (bullet_end(line.strip()) or match_number(line.strip())):
            found.update(range(n + 1, max(_own_lines(lines, n), default=n) + 1))
    return found


def _own_lines(lines: Sequence[str], start: int) -> list[int]:
    indent = _indent(lines[start])
    deeper = list(
        takewhile(lambda n: _indent(lines[n]) > indent, range(start + 1, min(start + _MOST, len(lines))))
    )
    written = [n for n in deeper if lines[n].strip()]
    if ids := find_ids(lines[start]):
        known = {(found.name, found.value) for found in ids}
        own = list(
            takewhile(lambda n: {(found.name, found.value) for found in find_ids(lines[n])} <= known, written)
        )
        return own if all(_is_note_of_item(lines, n) for n in own) else []
    named = [n for n in written if find_ids(lines[n])]
    links = [n for n in named if _is_said_of_item(lines[n])]
    return written if links and links == named else []


def _is_said_of_item(line: str) -> bool:
    """Whether a line has links or addresses, words for what they are, and people and dates alone."""
    rest = LINK.sub("|", line)
    if bullet_end(line.strip()):  # which may have a label, as pasted records do
        return not _WORD.search(rest)
    for found in reversed(find_ids(rest)):
        rest = f"{rest[: found.start]}|{rest[found.end :]}"
    pieces = (piece.strip(" ,.;:-") for piece in _BETWEEN.split(rest))
    return all(
        not _WORD.search(piece) or GENERIC.fullmatch(piece) or _DATE.fullmatch(piece) or _are_people(piece)
        for piece in pieces
    )


def _are_people(piece: str) -> bool:
    return people_in(piece) != "" or names_several(piece)


def _is_note_of_item(lines: Sequence[str], n: int) -> bool:
    """Whether a line below an item is one of its own kind, or people behind a blank line."""
    text = lines[n].strip()
    if mark_end(text):
        return True
    found = _IN_ITALICS.fullmatch(text)  # perhaps with their venue behind
    return not lines[n - 1].strip() and people_in(found["people"] if found else text.strip("*_ ")) != ""


def _indent(line: str) -> float:
    """How far a line is indented; a blank one belongs to any item."""
    return len(line) - len(line.lstrip()) if line.strip() else inf


def _is_note(written: str) -> bool:
    return written[:1].isspace() and bool(written.strip()) and not find_ids(written)


def _is_apart(held: Sequence[str], item: bool, line: str, following: str) -> bool:
    """Whether a line is no part of the item or paragraph above it."""
    noted = item and not _begins(held[0])
    if is_separator(held[0]) or (noted and is_bare(line)):
        return True
    if len(held) > 1:
        return _are_in_turn(held, line, following)
    if is_bare(line) and is_bare(following) and not find_ids(held[0]):
        return held[0].endswith(":") or find_ids(line)[0].name == find_ids(following)[0].name
    return not item and _stands_alone(held[0], line)


def _is_of_another(held: Sequence[str], line: str) -> bool:
    """Whether a line names another paper than the ended lines above it, in words of its own."""
    if not held or not line:
        return False
    ended = ends_sentence(held[-1]) or held[-1][-1] == ")" or len(held[-1]) < _SHORT
    if ended and find_ids(line) and any(map(find_ids, held)):
        return not _is_said_of_item(line)
    return _may_be_reference(line) and (ended or _is_edge(held[-1])) and _are_references(held, line)


def _may_be_reference(line: str) -> bool:
    return len(line) > _SHORT and line[0].isalpha() and may_be_cited(line)


def _are_references(held: Sequence[str], line: str) -> bool:
    """Whether a few lines and the one below them are two references as style guides print them."""
    few = len(held) <= _MOST and _may_be_reference(held[0])
    return few and cited(line) is not None and cited(joined(held)) is not None


def _are_in_turn(held: Sequence[str], line: str, following: str) -> bool:
    """Whether titles and identifiers stand on lines in turn, and the next title's is reached."""
    titled = not find_ids(held[0]) and is_bare(held[-1])
    return titled and not find_ids(line) and is_bare(following)


def _begins(line: str) -> bool:
    number = match_number(line)
    return bool(
        bullet_end(line)
        or (number and not (line[0].isdigit() and 1900 <= number[0] < 2100))  # a year, in a reference
        or heading(line)[0]
        or is_separator(line)
        or line.startswith(("|", "[^", ".. [", "#. "))
    )


def _stands_alone(line: str, following: str) -> bool:
    """Whether two lines are items of their own: each with an identifier, or one that has nothing else."""
    if not find_ids(line):
        return False
    return len(line) < _SHORT or (_is_edge(line) and _is_edge(following))


def _is_edge(line: str) -> bool:
    """Whether a line starts or ends with an identifier."""
    ids = find_ids(line)
    return bool(ids) and (ids[0].start < 3 or ids[-1].end > len(line) - 3)


def has_abstracts(lines: Iterable[str], papers: int) -> bool:
    """Whether an abstract stands below most of the lines that end with an identifier or have links alone, and
    of so many papers."""
    named, told, last = 0, set(), ""
    words = 0  # of the paragraph under way
    for line in lines:
        ids = find_ids(line)
        if ids and (ids[-1].end > len(line) - 3 or match_row(line) is not None):
            named += ids[-1].value != last
            words, last = 0, ids[-1].value
        elif not line or _begins(line):
            words = 0
        else:
            words += len(line.split())
            if named and words >= _ABSTRACT and line.rstrip("*_").endswith((".", "!", "?")):
                told.add(named)
    return 2 * len(told) > max(named, papers)
