"""Tables without a header: columns by what their cells hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from generator.sources.common import arxiv_of, doi_of
from generator.sources.signs.people import all_names
from generator.sources.tables.rows import Row, Shape, sampled

_DELIMITERS = ("\t", ";", ",")
_MOST = 0.8  # of the rows, or of a column's cells
_ABSTRACT = 300  # characters
_SHORT_ABSTRACT = 20  # words that end as a sentence
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NAMES = re.compile(r"\s{0,9}(?:;|,|&|\|)\s{0,9}|\s{1,9}(?:and|und|et)\s{1,9}", re.IGNORECASE)
_NAME = re.compile(r"(?:et al\.?|[^\W\d][^\d!?:()]{0,60})")
_ITEM = re.compile(r"\s*(?:[-*+•] |\d{1,4}[.)] \[)")  # of a list, and no cell

# What a column holds, and whether a cell is such a value; the first that most cells are.
_VALUES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("year", lambda cell: _YEAR.fullmatch(cell) is not None),
    ("doi", lambda cell: bool(doi_of(cell))),
    ("arxiv", lambda cell: bool(arxiv_of(cell))),
    ("url", lambda cell: cell.startswith(("http://", "https://", "www."))),
)


def without_header(sample: str) -> tuple[Shape, Mapping[str, list[int]]] | None:
    """How a table without a header is written and what its columns hold; None where no column has titles,
    or none has years or identifiers."""
    for delimiter in _DELIMITERS:
        rows = sampled(sample, delimiter, True)
        if all(_ITEM.match(row.cells[0]) for row in rows):
            continue
        columns = _columns(rows)
        found = _meanings(columns) if columns else {}
        if "title" in found and not found.keys().isdisjoint(name for name, _ in _VALUES):
            return Shape(delimiter, True, -1), found
    return None


def _columns(rows: Sequence[Row]) -> list[list[str]]:
    """The cells of each column, empty ones left out; none where few rows are equally long."""
    width = len(rows[0].cells) if rows else 0
    whole = [row.cells for row in rows if len(row.cells) == width and not _cuts_brackets(row.cells)]
    if width < 2 or len(rows) < 2 or len(whole) < _MOST * len(rows):
        return []
    return [[cell.strip() for cell in cells if cell.strip()] for cells in zip(*whole, strict=True)]


def _cuts_brackets(cells: Sequence[str]) -> bool:
    """Whether a bracket is opened in one cell and closed in the next: a citation in a text, '(Lee, 2017)'."""
    return any(
        left.count(opening) > left.count(closing) and right.count(opening) < right.count(closing)
        for left, right in pairwise(cells)
        for opening, closing in ("()", "[]")
    )


def _meanings(columns: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    texts: list[int] = []
    for index, cells in enumerate(columns):
        name = next((name for name, fits in _VALUES if cells and _mostly(cells, fits)), "")
        if name:
            found.setdefault(name, []).append(index)
        elif cells and _are_abstracts(cells):
            found.setdefault("abstract", []).append(index)
        elif cells:
            texts.append(index)
    authors = [index for index in texts if _mostly(columns[index], _is_names)]
    several = max(authors, key=lambda index: _several(columns[index]), default=-1)
    if several >= 0 and (
        2 * _several(columns[several]) >= len(columns[several])
        or (_several(columns[several]) and _mostly(columns[several], _is_whole_names))
    ):
        found["authors"] = [several]
        texts.remove(several)
    titles = [index for index in texts if _words(columns[index]) >= 3]
    if titles:
        found["title"] = [max(titles, key=lambda index: _words(columns[index]))]
    return found


def _are_abstracts(cells: Sequence[str]) -> bool:
    long = sum(map(len, cells)) > _ABSTRACT * len(cells)
    return long or (_words(cells) >= _SHORT_ABSTRACT and _mostly(cells, lambda cell: cell[-1] in ".!?"))


def _mostly(cells: Sequence[str], fits: Callable[[str], bool]) -> bool:
    return sum(map(fits, cells)) >= _MOST * len(cells)


def _words(cells: Sequence[str]) -> float:
    return sum(len(cell.split()) for cell in cells) / len(cells)


def _is_names(cell: str) -> bool:
    parts = [part for part in _NAMES.split(cell) if part]
    return all(_NAME.fullmatch(part) is not None and len(part.split()) <= 4 for part in parts)


def _is_whole_names(cell: str) -> bool:
    return bool(all_names(cell, 1))


def _several(cells: Sequence[str]) -> int:
    """How many cells hold more than one name, or a family name with a given name after it."""
    return sum("et al" in cell or _NAMES.search(cell) is not None for cell in cells)
