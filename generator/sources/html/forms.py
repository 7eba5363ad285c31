"""Papers that a page shows as rows of a label and a value each, as reports of Zotero and pages of libraries
do."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice, pairwise, takewhile
from typing import NamedTuple

from generator.model import Fields, RawRecord
from generator.sources import tables
from generator.sources.html.tree import Element
from generator.sources.reader import Source
from generator.sources.tables.headers import columns, is_known

_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_LISTS = frozenset({"ol", "ul"})
_CELLS = ("td", "th")
_FEW = 4  # rows with labels that are known
_LONGEST = 40  # characters of a label
_NEAR = 20  # elements between a heading and its table


class Form(NamedTuple):
    """A paper: its labels and values, and the lines of the page on which it stands."""

    values: dict[str, str]
    first: int
    last: int

    @property
    def fields(self) -> Fields:
        """What its values say by their labels, as those of a table do by their header."""
        text = io.StringIO()
        csv.writer(text).writerows([self.values.keys(), self.values.values()])
        items = tables.READER.read(Source("", text.getvalue()))
        return next((item.fields for item in items if isinstance(item, RawRecord)), Fields())


def forms(root: Element) -> Iterator[Form]:
    """The papers of a page that it shows so."""
    for table in root.elements():
        if table.tag != "table" or table.parent is None:
            continue
        values = _values(table)
        if sum(map(is_known, values)) < _FEW or not _is_paper(values):
            continue
        above = next((one for one in islice(table.above(), _NEAR) if one.tag in _HEADINGS), None)
        if "title" not in columns(list(values)) and above is not None:
            values = {"Title": above.text, **values}
        if "title" in columns(list(values)):
            below = list(takewhile(lambda one: one.tag != "table", table.below()))
            first = above.first if above is not None else table.first
            last = max(one.last for one in (table, *below[: _own(below, above)]))
            yield Form(values | _lists(below), first, last)


def _own(below: list[Element], above: Element | None) -> int:
    """How many of the elements below a table are about its paper: up to the next heading of such a kind."""
    tag = above.tag if above is not None else ""
    return next((n for n, one in enumerate(below) if one.tag == tag), len(below))


def _values(table: Element) -> dict[str, str]:
    """The rows of two cells; what a label says again is said besides."""
    values: dict[str, str] = {}
    for row in table.elements():
        cells = [cell for cell in row.children if cell.tag in _CELLS] if row.tag == "tr" else []
        if len(cells) == 2 and 0 < len(label := cells[0].text.rstrip(" :")) < _LONGEST:
            value = cells[1].text
            values[label] = f"{values[label]}; {value}" if label in values else value
    return values


def _is_paper(values: dict[str, str]) -> bool:
    found = columns(list(values)).keys()
    return "authors" in found or ("title" in found and bool({"doi", "venue", "abstract"} & found))


def _lists(below: list[Element]) -> dict[str, str]:
    """Lists below headings that are labels: 'Tags:', 'Notes:'."""
    found: dict[str, str] = {}
    for heading, items in pairwise(below):
        label = heading.text.rstrip(" :")
        if heading.tag in _HEADINGS and items.tag in _LISTS and is_known(label):
            found[label] = "; ".join(item.text for item in items.children)
    return found
