"""The whole page of one article, as publishers and repositories show it: what stands above the title, beside
the abstract and below it is the page's, and no paper.

Such a page has an abstract below a heading of its own and many lines of navigation. Its title is what is said
again elsewhere on the page, or stands above people.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from generator.sources.pasted.pages.article_abstracts import (
    INTRODUCTION,
    PROSE,
    abstracts_of,
    behind_abstract,
    behind_keywords,
    is_heading,
    is_paragraph,
    names_part,
)
from generator.sources.pasted.pages.article_facts import doi_below, labelled
from generator.sources.pasted.pages.article_heads import (
    are_labelled,
    is_of_journal,
    may_be_title,
    named_together,
    names_of,
    own_citation,
    people_below,
    title_above,
)
from generator.sources.pasted.pages.arxiv_lists import is_submitted
from generator.sources.pasted.pages.first_pages import TEXT
from generator.sources.pasted.pages.huggingface import begins_paper
from generator.sources.pasted.pages.page_ends import begins_page
from generator.sources.pasted.unit import BLANK, Unit
from generator.sources.signs.forms import LISTED_BY_ARXIV, MONTH
from generator.sources.signs.wrapping import ends_sentence

ABOVE = "page navigation"
_OF_PAGES = frozenset(
    ("page navigation", "publisher page", "button", "count", "list page", "site notice", "heading")
)
_LEAST, _LEAST_UNNAMED = 6, 8  # different lines of a page's own, with a heading of the abstract or without
_EACH = 4  # times that a line of the page's own stands in a list of papers, at least: once for each of them
_LEAST_ABOVE_TEXT = 1  # where the text's introduction stands below
_LEAST_PROSE = 20  # words of what is one where people stand above
_TOGETHER = 4  # units from a journal's name, or an identifier, to the title
_HEAD = 16  # units from a title to its abstract, at most, lines of the page's own among them
_WHERE_OR_WHEN = re.compile(
    rf"\b(?:Proceedings|Conference|Symposium|Workshop|Transactions)\b|\b{MONTH}\b[ \d,]{{0,8}}(?:19|20)\d\d\b"
)
_DATE_IN_FRONT = re.compile(rf"\A(?:\d{{1,2}} )?{MONTH}(?:/{MONTH})? (?:19|20)\d{{2}} (?=[A-Z])")
_NOTICE = re.compile(r"©|™|\b(?:copyright|trademark|all rights|cookies|subscri\w+|terms of)\b", re.IGNORECASE)
_OF_PAPERS = frozenset("IPKA")  # kinds of what is a paper's own


class _Article(NamedTuple):
    """Indexes of units: where the page begins, its title, the abstract or its heading, the first unit behind
    the abstract, and the first behind the page."""

    start: int
    title: int
    heading: int
    below: int
    end: int


def with_article_pages(units: Sequence[Unit]) -> list[Unit]:
    """The units; on pages of one article all but title, people, abstract and what is between are chrome."""
    kept = list(units)
    for page in reversed([*_articles(units)]):
        venue = _venue_above(units, page)
        laid = [_passed_over(unit, ABOVE) for unit in units[page.start : venue]]
        laid += units[venue : page.title]
        title = units[page.title]
        named = _DATE_IN_FRONT.sub("", title.text)
        near = units[max(page.title - _TOGETHER, 0) : page.title]
        first = venue == page.title and not any(unit.kind == "I" or is_submitted(unit) for unit in near)
        title = title._replace(kind="T", text=named, gap=BLANK if first else title.gap, heads=first)
        laid.append(title._replace(fields={**title.fields, **_doi(units, page)}))
        laid += _head(units, page)
        laid += _abstract(units[page.heading : page.below])
        text = page.below + labelled(units[page.below : page.end])
        laid += [unit._replace(held=True) for unit in units[page.below : text]]
        laid += [_passed_over(unit, TEXT) for unit in units[text : page.end]]
        kept[page.start : page.end] = laid
    return kept


def _doi(units: Sequence[Unit], page: _Article) -> dict[str, str]:
    """The DOI that the page says is its own below the abstract, if it says none above."""
    if any("doi" in unit.fields for unit in units[page.start : page.heading]):
        return {}
    return doi_below(units[page.below : page.end], units[page.title].text)


def _head(units: Sequence[Unit], page: _Article) -> Iterator[Unit]:
    """What is between title and abstract: people, and what is of a known kind; the rest is the page's."""
    people = people_below(units, page.title, page.heading)
    last = 0  # line of the people
    for n in range(page.title + 1, page.heading):
        unit = units[n]
        if unit.first > last and (citation := own_citation(unit, units[page.title].text)):
            yield citation._replace(held=True, kind="A" if people is None else "M")
        elif n == people:
            named = named_together(units, n, page.heading)
            last = named.last
            yield named._replace(held=True)
        elif unit.first > last:
            told = unit.kind or _WHERE_OR_WHEN.search(unit.text)
            yield unit._replace(held=True) if told else _passed_over(unit, ABOVE)


def _abstract(units: Sequence[Unit]) -> list[Unit]:
    """An abstract with its heading; one that formulas have torn into lines is one paragraph."""
    head = next((n for n, unit in enumerate(units) if is_paragraph(unit) or names_part(unit)), 0)
    if head:
        laid = [_passed_over(unit, ABOVE) if 0 < n < head else unit for n, unit in enumerate(units)]
        return [unit._replace(held=unit.held or n > head) for n, unit in enumerate(laid)]
    if len(units) == 1 or units[0].kind != "L":
        return [*units]
    whole = " ".join(unit.text for unit in units[1:])
    return [units[0], units[1]._replace(last=units[-1].last, text=whole, kind="P")]


def _venue_above(units: Sequence[Unit], page: _Article) -> int:
    """The index of the journal's name above the title, with its volume below it; of the title if none is."""
    near = range(max(page.start, page.title - _TOGETHER), page.title - 1)
    return next((n for n in near if not units[n].kind and is_of_journal(units[n + 1])), page.title)


def _passed_over(unit: Unit, reason: str) -> Unit:
    if unit.kind and unit.kind in "SX":
        return unit
    return unit._replace(kind="X", reason=reason, label="", fields={}, section="")


def _articles(units: Sequence[Unit]) -> Iterator[_Article]:
    own = [n for n, unit in enumerate(units) if _is_of_page(unit)]
    pages: list[_Article] = []
    lowest = 0
    abstracts = abstracts_of(units) if len(own) >= _LEAST_ABOVE_TEXT else []
    for heading, following in zip_longest(abstracts, abstracts[1:], fillvalue=len(units)):
        lowest = _behind_others(units, lowest, heading)
        around = own[bisect_left(own, lowest) : bisect_left(own, following)]
        said = {units[n].text for n in around}
        if heading >= lowest and len(said) >= _LEAST_ABOVE_TEXT:
            below = behind_keywords(units, behind_abstract(units, heading))
            least = _least(units, heading, below)
            title = title_above(units, lowest, heading, below, least) if len(said) >= least else None
            if title is not None:
                pages.append(_Article(_start(units, lowest, title), title, heading, below, below))
                lowest = below
        lowest = max(lowest, heading)
    for page, after in zip_longest(pages, pages[1:]):
        least = _least(units, page.heading, page.below)
        limit = _another(units, page.below, after.start if after else len(units))
        end = _end(units, page.below, limit) if least > _LEAST_ABOVE_TEXT else limit
        lines = Counter(unit.text.lower() for unit in units[page.start : end] if _is_of_page(unit))
        listed = least == _LEAST_UNNAMED and max(lines.values(), default=0) >= _EACH
        if len(lines) >= least and not listed and not _are_listed_by_arxiv(units[page.start : end]):
            yield page._replace(end=end)


def _are_listed_by_arxiv(units: Sequence[Unit]) -> bool:
    """Whether several papers stand among units as arXiv lists them."""
    return sum(unit.kind == "I" and LISTED_BY_ARXIV.fullmatch(unit.text) is not None for unit in units) > 1


def _least(units: Sequence[Unit], heading: int, below: int) -> int:
    """How many different lines of a page's own tell a page: few where the article's text follows."""
    if any(INTRODUCTION.fullmatch(unit.text) for unit in units[below : below + _TOGETHER]):
        return _LEAST_ABOVE_TEXT
    return _LEAST if units[heading].label else _LEAST_UNNAMED


def _another(units: Sequence[Unit], below: int, limit: int) -> int:
    """The index at which another record with people and an abstract begins, or a page of Hugging Face,
    below a page's abstract; one person alone may be a part's name in the article's text."""
    places = range(below, limit - 2)
    others = (n for n in places if begins_paper(*units[n : n + 2]) or _abstract_of(units, n, 2))
    return next(others, limit)


def _behind_others(units: Sequence[Unit], lowest: int, heading: int) -> int:
    """The index behind the records with people and an abstract that stand whole above a heading."""
    for n in range(lowest, heading - 2):
        if n >= lowest and (abstract := _abstract_of(units, n)) and abstract < heading:
            lowest = abstract + 1
    return lowest


def _abstract_of(units: Sequence[Unit], n: int, least: int = 1) -> int:
    """The index of the abstract, or its heading, below a unit that may be a title and people below that, a
    few lines between; 0 without them. least: people."""
    if units[n].label == "title":
        return next((m for m in range(n + 1, min(n + _HEAD, len(units))) if units[m].label == "abstract"), 0)
    if units[n].kind or not may_be_title(units, n):
        return 0
    near = [m for m in range(n + 1, min(n + _HEAD, len(units))) if units[m].kind != "X"]
    people = next((place for place, m in enumerate(near) if are_labelled(units[m])), None)
    if people is None:
        people = 0 if near and len(names_of(units[near[0]])) >= least else len(near)
    below = near[people + 1 : people + 1 + _TOGETHER]
    return next((m for m in below if _may_be_abstract(units[m]) or _is_labelled(units, m)), 0)


def _is_labelled(units: Sequence[Unit], n: int) -> bool:
    """Whether a unit is an abstract with its label, or the heading of one: no entry of a page's contents."""
    return units[n].label == "abstract" and (units[n].kind != "L" or is_heading(units, n))


def _may_be_abstract(unit: Unit) -> bool:
    """Whether a unit is prose, and no list of places with their numbers."""
    long = unit.text.count(" ") > _LEAST_PROSE and not unit.kind.strip("P")
    return long and not unit.text[0].isdigit() and ends_sentence(unit.text)


def _is_of_page(unit: Unit) -> bool:
    return unit.kind == "X" and unit.reason in _OF_PAGES and any(map(str.isalpha, unit.text))


def _start(units: Sequence[Unit], lowest: int, title: int) -> int:
    """The index of the first line of the page's own, behind whatever may be another paper."""
    other = (n for n in range(title - 1, lowest - 1, -1) if _may_be_of_paper(units[n]))
    first = next(other, lowest - 1) + 1
    return next((n for n in range(first, title) if _is_of_page(units[n]) or begins_page(units[n])), title)


def _may_be_of_paper(unit: Unit) -> bool:
    return unit.kind in _OF_PAPERS if unit.kind else unit.text.count(" ") > PROSE


def _end(units: Sequence[Unit], below: int, limit: int) -> int:
    """The index behind the page's last line: up to `limit`, unless another paper may stand there."""
    last = max((n for n in range(below, limit) if _is_of_page(units[n])), default=below - 1)
    rest = (unit for unit in units[last + 1 : limit] if not _NOTICE.search(unit.text))
    return last + 1 if any(map(_may_be_of_paper, rest)) else limit
