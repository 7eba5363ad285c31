"""Lines that a reading leaves alone: headings and sentences beside the papers, titles without more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.sources.pasted.papers.search import Read
from generator.sources.signs.notes import like_venue

_SHORT, _VENUE = 4, 2.0  # words, what tells the name of a volume
_PARAGRAPH = 40  # words from which a text is rather an abstract than a line about the list


def tells(group: Sequence[Read]) -> bool:
    """Whether a record has people and more, as an abstract or a title."""
    beside = any("authors" in item.unit.fields for item in group)
    return beside or ("A" in {item.kind for item in group} and len(group) > 1)


def is_bare(group: Sequence[Read]) -> bool:
    """Whether a record is a title alone, perhaps with a remark."""
    return {item.kind for item in group} <= set("TC") and not any(item.unit.fields for item in group)


def is_stray(group: Sequence[Read]) -> bool:
    """Whether a group is a few words alone or with a date, without decoration, or ends in a colon: a heading
    of the page."""
    unit = group[0].unit
    plain = not (unit.kind or unit.label or unit.level or unit.bold or unit.bullet or unit.fields)
    alone = all(item.kind in "DM" for item in group[1:])
    if not (alone and plain) or unit.number is not None:
        return False
    words = unit.text.count(" ") + 1
    return words <= _SHORT or unit.text.endswith(":") or like_venue(unit.text, words) > _VENUE


def are_listed(groups: Sequence[Sequence[Read]]) -> bool:
    """Whether most of what tells something of papers are items of a list: behind numbers or bullets."""
    full = [group[0].unit for group in groups if len(group) > 1 or group[0].unit.fields]
    return 2 * sum(unit.bullet or unit.number is not None for unit in full) > len(full)


def are_above_papers(groups: Sequence[Sequence[Read]]) -> bool:
    """Whether headings alone stand above papers, since they are no more than these and link to none."""
    alone = [group[0].unit for group in groups if len(group) == 1 and group[0].unit.level > 0]
    return not any(unit.fields for unit in alone) and len(alone) <= len(groups) - len(alone)


def is_beside_list(group: Sequence[Read]) -> bool:
    """Whether a line alone is none of a list's items, but above or below them: a sentence, a word or two, or
    in bold."""
    unit = group[0].unit
    plain = not (unit.kind or unit.bullet or unit.fields or unit.number is not None)
    other = unit.bold or not unit.text[-1].isalnum() or unit.text.count(" ") < _SHORT
    return len(group) == 1 and plain and other and unit.text.count(" ") < _PARAGRAPH


def look_of(first: Read) -> tuple[str, bool, bool, int]:
    """How a record starts: the kind of its first unit and how that is set off and decorated."""
    unit = first.unit
    return first.kind, unit.bullet, unit.bold or unit.text.startswith("**"), unit.level


def is_title_like(group: Sequence[Read], usual: Counter[tuple[str, bool, bool, int]]) -> bool:
    """Whether a title alone is called so by its words, and stands where titles stand in this text."""
    if len(group) > 1 or group[0].kind != "T":
        return False
    words = group[0].unit.text.split()
    if not 5 <= len(words) <= 30:
        return False
    long_words = [word for word in words if len(word) > 3]
    named = (
        sum(word[0].isupper() for word in long_words) >= 0.7 * len(long_words)
        or ":" in group[0].unit.text
        or group[0].unit.level > 0
        or group[0].unit.bold
    )
    return (
        named
        and not group[0].unit.text.endswith((".", ":", "!", "…"))
        and usual[look_of(group[0])] >= 0.9 * usual.total()
    )
