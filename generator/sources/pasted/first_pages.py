"""First pages of papers, as copied from a PDF: title, people and where they work, abstract, the paper's text.

A Structural Probe for Finding Syntax         title, in one line or more
John Hewitt 1 Christopher D. Manning 2        people, with marks or each on a line
1 Stanford University 2 … hewitt@…            where they work: what tells such a page
Abstract
Recent work …
1 Introduction                                from here on all is the paper's text
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import groupby, pairwise
from typing import NamedTuple

from generator.sources.pasted.labels import match_label
from generator.sources.pasted.page_heads import Head
from generator.sources.pasted.typesetting import BREAK
from generator.sources.pasted.unit import BLANK, Unit
from generator.sources.pasted.wrapping import glue

_ABSTRACT = re.compile(
    r"(?:abstract|summary|a b s t r a c t)[.:]?|abstract ?[—–.:-]{1,2} ?(?P<text>\S.*)", re.IGNORECASE
)
_INITIALS = tuple("aAsS")
_INTRODUCTION = re.compile(r"(?:§ ?)?(?:0?1(?:\.0)?|I) ?\.? ?introduction", re.IGNORECASE)
_NUMBERS = ("1", "1.", "I", "I.")
_SECTION = re.compile(r"[A-Z][A-Za-z][A-Za-z -]{2,48}")
_FIRST_SECTION = re.compile(r"1\.? [A-Z][a-z].{2,50}(?<![.,;])")
_BELOW = re.compile(  # what ends an abstract besides
    r"introduction|ccs concepts\b.*|acm reference format.*|permission to make .*|copyright .*|"
    r"[∗*†‡§¶] ?\S.*|equal contribution.*|(?:preprint|under review).*|"
    r"\d{1,3}(?:st|nd|rd|th) .*conference on .*",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,4})\.? [A-Z][A-Za-z].{2,60}|(?i:references|bibliography)"
)
_DATE = re.compile(r"(?:\d{1,2}\.? )?[A-Z]\w{2,10} (?:\d{1,2}, )?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d")
_PAGE = 120  # lines from the abstract to the introduction, at most
_ABOVE, _TEXT = "above the title", "text of the paper"


class _Stretch(NamedTuple):
    """Lines of a page, counted from 1, and the units that they are, or why they are passed over."""

    first: int
    last: int
    units: Sequence[Unit] = ()
    reason: str = ""


def with_first_pages(units: Sequence[Unit], lines: Sequence[str]) -> list[Unit]:
    """The units of `lines`; those of first pages are title, people, abstract, and text to be passed over."""
    marked = {unit.first - 1 for unit in units if _is_marked(unit)}
    kept: list[Unit] = []
    n = 0
    for stretch in _stretches([line.strip() for line in lines], marked):
        before = bisect_left(units, stretch.first, lo=n, key=_first)
        after = bisect_right(units, stretch.last, lo=before, key=_first)
        kept += units[n:before]
        inside = units[before:after]
        begins = not kept or kept[-1].last < stretch.first
        kept += _laid(inside, stretch) if inside and begins and inside[-1].last <= stretch.last else inside
        n = after
    return [*kept, *units[n:]]


def _first(unit: Unit) -> int:
    return unit.first


def _is_marked(unit: Unit) -> bool:
    """Whether a unit has a label, a mark or chrome; a date alone may stand above a paper's abstract."""
    date = unit.kind == "D" and _DATE.fullmatch(unit.text) is not None
    return bool(unit.kind) and not date and any(map(str.isalpha, unit.text))


def _laid(inside: Sequence[Unit], stretch: _Stretch) -> Sequence[Unit]:
    """The units of a stretch in place of what its lines were; above a title, an id or a line alone stays."""
    if stretch.units:
        return [stretch.units[0]._replace(gap=inside[0].gap), *stretch.units[1:]]
    return [
        unit
        if stretch.reason == _ABOVE and (unit.kind or unit.first == unit.last)
        else unit._replace(kind="X", reason=stretch.reason, label="", fields={})
        for unit in inside
    ]


def _stretches(texts: Sequence[str], marked: Set[int]) -> Iterator[_Stretch]:
    """The parts of each first page. texts: stripped lines; marked: those that say what only web pages do."""
    abstracts = [n for n, text in enumerate(texts) if text[:1] in _INITIALS and _ABSTRACT.fullmatch(text)]
    lowest, text = 0, None
    for abstract, another in zip(abstracts, [*abstracts[1:], len(texts)], strict=False):
        below = range(abstract + 1, another)
        introduction = next((n for n in below[:_PAGE] if _introduces(texts, n)), None)
        above = Head(texts, abstract)
        top = above.top(lowest)
        head = above.units(top, surely=introduction is not None)
        if head and not marked.isdisjoint(range(head[0].first - 1, abstract)):
            head = []
        if text is not None:
            yield _Stretch(text + 1, top if head else _end_of_text(texts, text, abstract), reason=_TEXT)
        text, lowest = None, abstract + 1
        if not head:
            continue
        if not top or not texts[top - 1]:
            yield _Stretch(top + 1, head[0].first - 1, reason=_ABOVE)
        yield _Stretch(head[0].first, abstract, head)
        if introduction is None:
            introduction = next((n for n in below[:_PAGE] if _FIRST_SECTION.fullmatch(texts[n])), None)
        blank = (n for n in below if not texts[n] and n > abstract + 1)
        limit = introduction if introduction is not None else next(blank, another)
        text = next((n for n in below if n < limit and _BELOW.fullmatch(texts[n])), introduction)
        yield _abstract(texts, abstract, limit if text is None else text)
    if text is not None:
        yield _Stretch(text + 1, _end_of_text(texts, text, len(texts)), reason=_TEXT)


def _introduces(texts: Sequence[str], n: int) -> bool:
    """Whether a line is the heading of the first section, or its number alone above it."""
    if _INTRODUCTION.fullmatch(texts[n]):
        return True
    below = next((text for text in texts[n + 1 : n + 3] if text), "") if texts[n] in _NUMBERS else ""
    return _SECTION.fullmatch(below) is not None


def _abstract(texts: Sequence[str], first: int, end: int) -> _Stretch:
    """The abstract, a unit a paragraph, up to its keywords or to `end`."""
    found = _ABSTRACT.fullmatch(texts[first])
    lines = [(found and found["text"]) or "", *texts[first + 1 : end]]
    ends = (n for n, line in enumerate(lines) if line and _is_of_keywords(line))
    lines = lines[: next(ends, None)]
    laid: list[Unit] = []
    for is_said, group in groupby(enumerate(lines, first + 1), key=lambda numbered: bool(numbered[1])):
        if is_said:
            numbers, said = zip(*group, strict=True)
            joined = "".join(part for pair in zip(said, _glued(said), strict=True) for part in pair)
            text = joined.replace(BREAK, "")
            laid.append(Unit(numbers[0], numbers[-1], text, BLANK, "P", label="abstract"))
    if not laid:
        return _Stretch(first + 1, first)
    return _Stretch(first + 1, laid[-1].last, [laid[0]._replace(first=first + 1), *laid[1:]])


def _is_of_keywords(line: str) -> bool:
    label = match_label(line)
    return label is not None and label.field == "keywords"


def _glued(lines: Sequence[str]) -> list[str]:
    """What stands behind each line of a paragraph, nothing behind the last."""
    return [*(glue(line, following) for line, following in pairwise(lines)), ""]


def _end_of_text(texts: Sequence[str], first: int, limit: int) -> int:
    """Number of the last line of a paper's text: all there is where headings stand between blank lines."""
    end = next((n for n in range(first, limit) if not texts[n]), limit)
    further = end == first + 1 or any(_HEADING.fullmatch(texts[n]) for n in range(end, limit))
    return limit if further else end
