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
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.sources.pasted.pages.page_heads import Head, people_of
from generator.sources.pasted.unit import BLANK, NEXT_LINE, Unit
from generator.sources.signs.labels import match_label
from generator.sources.signs.typesetting import BREAK
from generator.sources.signs.wrapping import joined

_ABSTRACT = re.compile(
    r"(?:abstract|summary|a b s t r a c t|zusammenfassung|kurzfassung|résumé|resumen|resumo|riassunto)[.:]?|"
    r"(?:abstract|zusammenfassung|résumé|resumen|resumo) ?[—–.:-]{1,2} ?(?P<text>\S.*)",
    re.IGNORECASE,
)
_ENGLISH = tuple("aAsS")
_INITIALS = (*_ENGLISH, *"zZkKrR")
_FIRST_HEADING = "introduction|einleitung|einführung|introducción|introdução|introduzione"
_INTRODUCTION = re.compile(rf"(?:§ ?)?(?:0?1(?:\.0)?|I) ?\.? ?(?:{_FIRST_HEADING})", re.IGNORECASE)
_NUMBERS = ("1", "1.", "I", "I.")
_SECTION = re.compile(r"[A-Z][A-Za-z][A-Za-z -]{2,48}")
_FIRST_SECTION = re.compile(r"1\.? [A-Z][a-z].{2,50}(?<![.,;])")
_BELOW = re.compile(  # what ends an abstract besides
    rf"{_FIRST_HEADING}|(?:table of )?contents|ccs concepts\b.*|acm reference format.*|permission to make .*|"
    r"copyright .*|©.*(?:all rights reserved|elsevier).*|[∗*†‡§¶] ?\S.*|equal contribution.*|"
    r"(?:preprint|under review).*|\d{1,3}(?:st|nd|rd|th) .*conference on .*",
    re.IGNORECASE,
)
_HEADING = re.compile(  # that no list has
    r"(?:2|II|\d{1,2}(?:\.\d{1,2}){1,3})\.? [A-Z][A-Za-z].{2,60}|(?i:references|bibliography)"
)
_DATE = re.compile(r"(?:\d{1,2}\.? )?[A-Z]\w{2,10} (?:\d{1,2}, )?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d")
_START = 12  # characters of a title, to find it again
_OF_JOURNALS = frozenset("DMX")  # kinds of what stands above an abstract besides: dates, an editor
_IN_MARKDOWN = re.compile(r"(?:[*-] )?(?:\*\*\w|\[\w[^\[\]]{1,300}\]\(http)")
_NEAR = 400  # lines within which a running head comes again
_PAGE = 120  # lines from the abstract to the introduction, at most
_ABOVE, TEXT = "above the title", "text of the paper"


class _Stretch(NamedTuple):
    """Lines of a page, counted from 1, and the units that they are, or why they are passed over."""

    first: int
    last: int
    units: Sequence[Unit] = ()
    reason: str = ""


def with_first_pages(units: Sequence[Unit], lines: Sequence[str]) -> list[Unit]:
    """The units of `lines`; those of first pages are title, people, abstract, and text to be passed over."""
    marked = {unit.first - 1: unit.kind for unit in units if _is_marked(unit)}
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
        first, was = stretch.units[0], inside[0]
        start = max(first.text.find(was.text[:_START]), 0)  # behind a list's number, or a time of day
        numbered = first._replace(text=first.text[start:], gap=was.gap, number=was.number, marker=was.marker)
        return [numbered, *stretch.units[1:]]
    return [
        unit
        if stretch.reason == _ABOVE and (unit.kind or unit.first == unit.last)
        else unit._replace(kind="X", reason=stretch.reason, label="", fields={})
        for unit in inside
    ]


class _Page(NamedTuple):
    """An abstract's heading: its line, where the head above it starts and ends, the introduction below it.

    top: where what stands between blank lines starts; head: empty where no page is told.
    """

    abstract: int
    top: int
    head: Sequence[Unit]
    end: int
    introduction: int | None
    other: int = -1  # the heading of the abstract in another language

    @property
    def first(self) -> int:
        """The line of its title, or of what stands right above the abstract."""
        return self.head[0].first - 1 if self.head else self.top


def _pages(texts: Sequence[str], marked: Mapping[int, str]) -> Iterator[_Page]:
    abstracts = [n for n, text in enumerate(texts) if text[:1] in _INITIALS and _ABSTRACT.fullmatch(text)]
    lowest = 0
    for abstract, another in zip(abstracts, [*abstracts[1:], len(texts)], strict=False):
        below = range(abstract + 1, min(another, abstract + 1 + _PAGE))
        introduction = next((n for n in below if _introduces(texts, n)), None)
        above = Head(texts, abstract)
        top = above.top(lowest)
        head = above.units(top, surely=introduction is not None)
        marks = {marked[n] for n in range(head[0].first - 1, above.end) if n in marked} if head else set()
        if marks and not (introduction is not None and marks <= _OF_JOURNALS):
            head = []
        yield _Page(abstract, top, head, above.end, introduction)
        lowest = abstract + 1


def _in_one_language(pages: Sequence[_Page], texts: Sequence[str]) -> list[_Page]:
    """The pages, an abstract in another language right below the first being no page of its own."""
    kept: list[_Page] = []
    for page in pages:
        above = kept[-1] if kept else None
        if (
            above
            and above.head
            and not page.head
            and all(texts[above.abstract : page.abstract])
            and (texts[above.abstract][0] in _ENGLISH) != (texts[page.abstract][0] in _ENGLISH)
        ):
            kept[-1] = above._replace(introduction=page.introduction, other=page.abstract)
        else:
            kept.append(page)
    return kept


def _stretches(texts: Sequence[str], marked: Mapping[int, str]) -> Iterator[_Stretch]:
    """The parts of each first page. texts: stripped lines; marked: kinds of those with marks."""
    pages = _in_one_language(list(_pages(texts, marked)), texts)
    text, inside = None, 0
    for page, following in zip(pages, [*pages[1:], None], strict=False):
        if text is not None:
            yield _Stretch(text + 1, _end_of_text(texts, inside, page), reason=TEXT)
        text = None
        if not page.head:
            continue
        if not page.top or not texts[page.top - 1]:
            yield _Stretch(page.top + 1, page.first, reason=_ABOVE if page.end == page.abstract else TEXT)
        yield _Stretch(page.first + 1, page.end, page.head)
        if page.end < page.abstract:
            keywords = (n for n in range(page.end, page.abstract) if _is_labelled(texts[n], "keywords"))
            yield _Stretch(page.end + 1, next(keywords, page.abstract), reason=TEXT)
        another = (
            len(texts) if following is None else following.first if following.head else following.abstract
        )
        below = range(page.abstract + 1, another)
        introduction = page.introduction
        if introduction is None:
            introduction = next((n for n in below[:_PAGE] if _is_first_section(texts, n)), None)
        blank = (n for n in below if not texts[n] and n > page.abstract + 1)
        limit = introduction if introduction is not None else next(blank, below.stop)
        ends = (n for n in below if n < limit and (n == page.other or _BELOW.fullmatch(texts[n])))
        text = next(ends, introduction)
        inside = introduction or text or 0
        yield _abstract(texts, page.abstract, limit if text is None else text)
    if text is not None:
        yield _Stretch(text + 1, _end_of_text(texts, inside, None), reason=TEXT)


def _introduces(texts: Sequence[str], n: int) -> bool:
    """Whether a line is the heading of the first section, or its number alone above it."""
    if _INTRODUCTION.fullmatch(texts[n]):
        return True
    if texts[n] not in _NUMBERS:
        return False
    below = next((m for m in (n + 1, n + 2) if m < len(texts) and texts[m]), n)
    return _SECTION.fullmatch(texts[below]) is not None and not _is_record(texts, below)


def _is_first_section(texts: Sequence[str], n: int) -> bool:
    return _FIRST_SECTION.fullmatch(texts[n]) is not None and not _is_record(texts, n)


def _is_record(texts: Sequence[str], n: int) -> bool:
    """Whether a line has a title's label or Markdown's marks, or people below it: in one of the two next
    lines, or between blank lines, where they are no running head."""
    if _is_labelled(texts[n], "title") or _IN_MARKDOWN.match(texts[n]):
        return True
    if " " not in texts[n] or texts[n].endswith((",", ";", ":")):
        return False
    apart = texts[n + 1 : n + 4]
    if len(apart) == 3 and apart[1] and not apart[0] and not apart[2]:
        return _are_people(apart[1]) and texts[max(n - _NEAR, 0) : n + _NEAR].count(apart[1]) == 1
    for m in range(n + 1, min(n + 3, len(texts) - 1)):
        if not texts[m] or not texts[m + 1]:
            return False
        if _are_people(texts[m]):
            return True
    return False


def _are_people(text: str) -> bool:
    return len(people_of(text)) > 1 and not text.endswith(".")


def _abstract(texts: Sequence[str], first: int, end: int) -> _Stretch:
    """The abstract, a unit a paragraph, up to its keywords or to `end`."""
    found = _ABSTRACT.fullmatch(texts[first])
    lines = [(found and found["text"]) or "", *texts[first + 1 : end]]
    ends = (n for n, line in enumerate(lines) if line and _is_labelled(line, "keywords"))
    lines = lines[: next(ends, None)]
    laid: list[Unit] = []
    for is_said, group in groupby(enumerate(lines, first + 1), key=lambda numbered: bool(numbered[1])):
        if is_said:
            numbers, said = zip(*group, strict=True)
            gap, label = (NEXT_LINE, "") if laid else (BLANK, "abstract")
            text = joined(said).replace(BREAK, "")
            laid.append(Unit(numbers[0], numbers[-1], text, gap, "P", label=label, held=bool(laid)))
    if not laid:
        return _Stretch(first + 1, first)
    return _Stretch(first + 1, laid[-1].last, [laid[0]._replace(first=first + 1), *laid[1:]])


def _is_labelled(line: str, field: str) -> bool:
    label = match_label(line)
    return label is not None and label.field == field


def _end_of_text(texts: Sequence[str], first: int, page: _Page | None) -> int:
    """Number of the last line of a paper's text: before the next page, or record of another layout.

    Where neither follows it goes on behind a blank line only if headings stand there, or above it.
    """
    limit = len(texts) if page is None else page.first
    record = next((n for n in range(first + 2, limit) if not texts[n - 1] and _is_record(texts, n)), limit)
    if record == limit and page is not None and page.head:
        return limit
    end = next((n for n in range(first, record) if not texts[n]), record)
    if end == first + 1:
        return record
    for n in range(end, record):
        if _HEADING.fullmatch(texts[n]):
            return record
    return end
