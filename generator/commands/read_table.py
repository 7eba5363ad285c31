"""What `reading-list read` prints: one line a paper, under the file it stands in, and how many of what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.cells import cell_len, set_cell_size

from generator.commands.shown import count, on_one_line
from generator.model import Paper, Skipped

_HEADER = ("line", "title", "authors", "year", "abstract", "ids")
_AUTHORS, _LEAST_TITLE = 24, 24  # columns
_NARROW = re.compile(r"[\x20-\x7e\xa1-\xac\xae-\u02ff‐-…]*+")  # characters of one column each


def table(papers: Sequence[Paper], skipped: Sequence[Skipped], width: int) -> Iterator[str]:
    """The lines to print, of papers none longer than `width` columns. A title that was guessed starts with
    '?'."""
    rows = [_row(paper) for paper in papers]
    sizes = [max(map(_width, column)) for column in zip(_HEADER, *rows, strict=True)]
    sizes[2] = min(sizes[2], _AUTHORS)
    rest = width - sum(sizes) + sizes[1] - 2 * len(sizes)
    sizes[1] = max(min(sizes[1], rest), _LEAST_TITLE)
    for path, group in groupby(zip(papers, rows, strict=True), lambda pair: pair[0].origins[0].path):
        of_file = list(group)
        yield f"{on_one_line(path)}: {_how_many([paper for paper, _ in of_file])}"
        yield _line(_HEADER, sizes, width)
        for _, row in of_file:
            yield _line(row, sizes, width)
    yield _summary(papers, skipped)


def _row(paper: Paper) -> tuple[str, ...]:
    title = paper.title.plain if paper.title else ""
    mark = "? " if paper.is_guessed else ""
    more = " …" if len(paper.authors) > 2 or paper.more_authors else ""
    words = paper.abstract.plain.count(" ") + 1 if paper.abstract else 0
    return (
        str(paper.origins[0].line),
        mark + (title or "no title"),
        ", ".join(name.plain for name in paper.authors[:2]) + more,
        str(paper.year or ""),
        count(words, "word") if words else "none",
        _ids(paper),
    )


def _ids(paper: Paper) -> str:
    """The arXiv identifier and the DOI of a paper, or what others it has."""
    names = [name for name in paper.ids if name in ("arxiv", "doi")] or list(paper.ids)
    return " ".join(f"{name}:{paper.ids[name]}" for name in names)


def _line(row: Sequence[str], sizes: Sequence[int], width: int) -> str:
    number, *cells = row
    text = "  ".join([number.rjust(sizes[0]), *map(_fit, cells, sizes[1:])]).rstrip()
    return text if sum(sizes) + 2 * len(cells) <= width else _fit(text, width).rstrip()


def _fit(text: str, size: int) -> str:
    """The text as wide as `size`: filled with blanks, or cut with an ellipsis."""
    if _width(text) <= size:
        return _resized(text, size)
    return _resized(text, size - 1).rstrip(" …") + "…"


def _width(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if _NARROW.fullmatch(text) else cell_len(text)


def _resized(text: str, size: int) -> str:
    return text[:size].ljust(size) if _NARROW.fullmatch(text) else set_cell_size(text, size)


def _how_many(papers: Sequence[Paper]) -> str:
    """'4 papers (bibtex)', '5 papers (3 bibtex, 2 ris)', 'no papers'."""
    formats = Counter(paper.origins[0].format for paper in papers)
    names = [f"{number} {name}" for name, number in formats.most_common()] if len(formats) > 1 else [*formats]
    return f"{count(len(papers), 'paper')} ({', '.join(names)})" if papers else "no papers"


def _summary(papers: Sequence[Paper], skipped: Sequence[Skipped]) -> str:
    guessed = sum(paper.is_guessed for paper in papers)
    bare = sum(not paper.abstract for paper in papers)
    lines = sum(item.origin.end_line - item.origin.line + 1 for item in skipped)
    said = [_how_many(papers)]
    said += [f"{guessed} with a guessed title (marked ?)"] if guessed else []
    said += [f"{bare} without an abstract"] if bare else []
    said += [f"{count(lines, 'line')} skipped on purpose (--explain shows them)"] if lines else []
    return "; ".join(said) + "."
