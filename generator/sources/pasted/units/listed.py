"""What stands in one item of a list: a title, people, a year, an address, a sentence about the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.identity import identify
from generator.sources.pasted.unit import NEXT_LINE, WRAPPED, Unit
from generator.sources.pasted.units.sections import section_of
from generator.sources.signs.cited import cited
from generator.sources.signs.entries import entry, told_in_remark
from generator.sources.signs.labels import without_summary_label
from generator.sources.signs.marks import HAS_DIGIT, bare
from generator.sources.signs.people import all_names

_TOLD = re.compile(r"(?:19|20)\d{2}|[A-Z]['’]\d{2}|et al|://|ar[xX]iv:|10\.\d{4}|\bby [A-Z]")
# One of them, or a digit, stands where _TOLD matches.
_TOLD_WORDS = ("et al", "://", "by ", "arXiv:", "arxiv:")
_NEAR = (NEXT_LINE, WRAPPED)
# What a list says of a paper under words of its own: '*Key idea*: …'.
_NOTED = re.compile(r"(?:\*\*|__|[*_])?[A-Z][\w'’ -]{2,30}(?:\*\*|__|[*_])?:(?:\*\*|__|[*_])?\s+(?=\S)")
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,2}(?=\w)|(?<=[\w:])[*_]{1,2}(?!\w)")
_SURE_MARKS = ("**", "__", "[")  # that no sentence begins with
_QUOTES = ('"', "“")  # that few do
_MARKS = (*_SURE_MARKS, *_QUOTES)
_SECOND = re.compile(r"[.!?] (?:2\.|\(2\)|2\)) [^\W\d_a-z]")  # the next of numbered sentences
_HEAD = 600  # characters in which an item says something
_LONGEST_ITEM, _LONGEST_LINE = 2000, 500  # characters of an item, and of one without a bullet
_INLINE_TITLE = re.compile(
    r"(?P<title>(?P<mark>\*\*|__)(?=\S).{8,400}?(?<=\S)(?P=mark)|\[[^\[\]]{8,400}\]\(\S{4,2000}?\))"
    r"\s?[:.–—-]{0,3}\s{1,3}(?=\S)"
)
_BOLD_NAME = re.compile(r"(\*\*|__)(?P<name>[A-Z][^*_:]{2,60})(?::\1|\1:)\s{1,3}(?=\S)")
_LEAST_ABSTRACT = 200  # characters after a title in bold; less after one of several words
_LEAST_PARAGRAPH = 60
_LONG_NOTE = 60  # words
_AROUND = 12  # items that are looked at
_ADDRESS_BEHIND = re.compile(
    r"(?<=[\w?!)\]%]) [(<\[](?P<url>(?:https?://|arxiv\.org/|arXiv:\s?|doi:\s?10\.)[^\s()<>\[\]]+)[)>\]]$"
)
# What somebody says of an address that they send: 'worth a read https://…', 'This one: https://…'.
_TOLD_BEFORE = re.compile(
    r"(?:[a-z'’]+|This|See|Check|Also|Another|Here)(?: [\w'’]+){0,6}:? (?P<url>https?://\S+)"
)
_LONGEST = 400  # characters of a title, its address included


def with_entries(units: Sequence[Unit]) -> list[Unit]:
    """The units, each item that begins with a title being parted into that, people and what is said of it.

    Items without marks around their titles are taken so where most of the list is.
    """
    said = _entries(units)
    found: list[Unit] = []
    below = False  # an item, and no blank line
    of_abstract = False  # whether the parts of one are under way
    for n, read in enumerate(units):
        ended = read.gap == WRAPPED and n - 1 in said  # the title, on the line above
        unit = read._replace(gap=NEXT_LINE) if ended else read
        parts = said.get(n)
        heads = bool(parts) or (unit.kind in ("", "T") and (unit.number is not None or unit.level > 0))
        below = below and unit.gap in _NEAR and not heads
        labelled = units[n - 1].label and not _may_be_abstract(unit.text)
        told = unit.bullet or labelled or unit.text.startswith(_SURE_MARKS)
        summary = not unit.bullet and without_summary_label(unit.text) != unit.text
        part = section_of(unit.text) if unit.bullet else ""
        of_abstract = part in ("first", "aim") or (of_abstract and part == "later")
        noted = below and told and not (summary or of_abstract) and not unit.kind and _NOTED.match(unit.text)
        if noted and (not unit.bullet or _are_notes(units, n)):
            found.append(unit._replace(text=_EMPHASIS.sub("", unit.text), kind="C", label="comment"))
        else:
            bold = None if parts else _part_in_bold(units, n)
            found.extend(_parted(unit, parts) if parts else [bold] if bold else _inline_title(unit))
        below = below or heads
    return found


def _are_notes(units: Sequence[Unit], n: int) -> bool:
    """Whether most of the items next to one, itself among them, have words of their own in front, as notes on
    a paper have and titles of a list have not."""
    first = last = n
    while first > max(n - _AROUND, 0) and units[first].gap in _NEAR and units[first - 1].bullet:
        first -= 1
    while last + 1 < min(n + _AROUND, len(units)) and units[last + 1].gap in _NEAR and units[last + 1].bullet:
        last += 1
    items = units[first : last + 1]
    return 2 * sum(bool(unit.kind or _NOTED.match(unit.text)) for unit in items) > len(items)


def _may_be_abstract(text: str) -> bool:
    """Whether a paragraph with a name before it is an abstract, or its first section, rather than a note."""
    return text.count(" ") > _LONG_NOTE or section_of(text) != ""


def _entries(units: Sequence[Unit]) -> dict[int, dict[str, str]]:
    """What the items say that begin with a title, by their numbers: those with sure marks, and the others
    (with bullets, and without) where most say it."""
    found: dict[int, dict[str, str]] = {}
    open_ones = [n for n, unit in enumerate(units) if not unit.kind]
    for items in (True, False):
        group = [n for n in open_ones if units[n].is_marked == items]
        longest = _LONGEST_ITEM if items else _LONGEST_LINE
        hopeful = [n for n in group if len(units[n].text) <= longest and _may_say(units[n].text)]
        hopeful = [n for n in hopeful if units[n].number != 1 or not _SECOND.search(units[n].text)]
        if 2 * len(hopeful) < len(group):
            hopeful = [n for n in hopeful if units[n].text.startswith(_MARKS)]
        said = {n: parts for n in hopeful if (parts := entry(units[n].text))}
        most = 2 * len(said) >= len(group)
        found |= {n: said[n] for n in said if most or _is_marked(units[n].text, said[n])}
    return found


def _is_marked(text: str, said: dict[str, str]) -> bool:
    """Whether a title is set off by its marks; in quotation marks people have to follow it."""
    return text.startswith(_SURE_MARKS) or (text.startswith(_QUOTES) and "authors" in said)


def _may_say(text: str) -> bool:
    """Whether people, a year or an address may stand in a text."""
    if text.startswith(_MARKS):
        return True
    head = text[:_HEAD]
    hopeful = any(map(head.__contains__, _TOLD_WORDS)) or HAS_DIGIT.search(head)
    return bool(hopeful) and _TOLD.search(head) is not None


def _parted(unit: Unit, said: dict[str, str]) -> Iterator[Unit]:
    """The units of an item: its title with what is said beside it, and a sentence."""
    title, remark = said.pop("title"), said.pop("remark")
    whole = unit._replace(text=title, kind="T", label="title", fields={**unit.fields, **said})
    yield whole._replace(heads=unit.is_marked)
    if remark:
        kind = "P" if told_in_remark(remark) == "abstract" else "C"
        yield Unit(unit.first, unit.last, remark, NEXT_LINE, kind)


def _part_in_bold(units: Sequence[Unit], n: int) -> Unit | None:
    """A part of a structured abstract with its name in bold, without the marks around that."""
    named = _BOLD_NAME.match(units[n].text) if units[n].text.startswith(_SURE_MARKS) else None
    near = (*units[max(n - 1, 0) : n + 2],)
    if named is None or units[n].is_marked or not any(section_of(unit.text) for unit in near):
        return None
    return units[n]._replace(text=f"{named['name']}: {units[n].text[named.end() :]}")


def _inline_title(unit: Unit) -> Iterator[Unit]:
    """A unit, or its title and its text where that stands in bold or in a link before it: `**Title**: We show
    …`."""
    found = _INLINE_TITLE.match(unit.text) if unit.text.startswith(_SURE_MARKS) and not unit.kind else None
    words = found["title"].count(" ") + 1 if found else 0
    least = _LEAST_PARAGRAPH if words > 4 else _LEAST_ABSTRACT
    if not found or len(unit.text) - found.end() < least or cited(unit.text):
        yield unit
        return
    title, url = bare(found["title"])
    said = {**unit.fields, **({"url": url} if url else {})}
    yield unit._replace(text=title.rstrip(":. "), kind="T", fields=said)
    yield Unit(unit.first, unit.last, unit.text[found.end() :], NEXT_LINE, "P")


def without_address(unit: Unit) -> Unit:
    """A unit without the address of its paper in brackets at its end, as behind a title; the address alone of
    what somebody says of one; people without the brackets around all of them."""
    text = unit.text
    if unit.kind or len(text) > _LONGEST:
        return unit
    if "://" in text and (told := _TOLD_BEFORE.fullmatch(text)) and identify(told["url"]):
        return unit._replace(kind="I", text=told["url"], fields={**unit.fields, "url": told["url"]})
    if text[-1] not in ")>]":
        return unit
    if text[0] == "(" and (people := all_names(text[1:-1])):
        return unit._replace(kind="A", text=people)
    found = _ADDRESS_BEHIND.search(text)
    return _set_apart(unit, found["url"]) if found else unit


def _set_apart(unit: Unit, address: str) -> Unit:
    """A unit without the address or identifier in brackets at its end, if that is one of a known service; an
    item keeps an identifier, which is looked at as part of it."""
    known = identify(address)
    linked = "/" in address.partition("10.")[0]
    if not known or (unit.is_marked and not linked):
        return unit
    said = {"url": address} if linked else {known[0]: known[1]}
    text = unit.text[: unit.text.rindex(address) - 1].rstrip()
    return unit._replace(text=text, fields={**unit.fields, **said})
