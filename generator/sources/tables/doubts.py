"""What is told of a table whose header says too little, or of a row that does not fit it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model import Problem
from generator.sources.cut_off import breaks_off
from generator.sources.reader import Source
from generator.sources.tables.headers import NEEDED, is_known
from generator.sources.tables.rows import Row, Shape

_TITLE = 3  # words
_NO_PAPER = frozenset(
    "no meeting|no class|no reading group|no seminar|no lecture|cancelled|canceled|holiday|holidays|tbd|tba|"
    "to be announced|to be determined|to be decided|break|spring break|no session".split("|")
)


def no_header(source: Source, guessed: tuple[Shape, Mapping[str, list[int]]] | None, format: str) -> Problem:
    """That no row says what the columns are, and what they were read as."""
    if guessed is None:
        message = f"no header says what the columns are: add a first row with names such as {NEEDED}"
        return Problem("table-header", "error", message, source.origin(1, len(source.lines), format))
    names = ", ".join(sorted(guessed[1], key=lambda name: guessed[1][name]))
    message = f"no header says what the columns are: read as {names}; add a first row that names them"
    return Problem("table-header", "warning", message, source.origin(1, 1, format))


def no_titles(source: Source, header: Row, rows: Sequence[Row], format: str) -> Iterator[Problem]:
    """That no column has the titles, where one whose name says nothing may: that with most words."""
    texts = [
        (sum(map(len, words)) / len(words), name.strip())
        for index, name in enumerate(header.cells)
        if name.strip() and not is_known(name)
        if (
            words := [
                row.cells[index].split()
                for row in rows
                if index < len(row.cells) and row.cells != header.cells
            ]
        )
    ]
    most, name = max(texts, default=(0.0, ""))
    if most >= _TITLE:
        message = f"no column is named `title`: if `{name}` has the titles, name it so"
        yield Problem("table-header", "warning", message, source.origin(header.line, header.end_line, format))


def names_no_paper(values: Mapping[str, str]) -> bool:
    """Whether a row of a schedule says that there is no paper on that day: 'No meeting', 'TBD'."""
    others = ("doi", "arxiv", "url", "pmid", "authors", "abstract")
    title = values.get("title", "").strip(" .!()*_-–—").lower()
    return title in _NO_PAPER and not any(values.get(name) for name in others)


def doubtful_row(source: Source, row: Row, width: int, format: str, *, regular: bool) -> Iterator[Problem]:
    """That a row has more cells than the header, or fewer where most others have as many (regular)."""
    message = ""
    if any(cell.strip() for cell in row.cells[width:]):
        message = "the row has more cells than the header: quote the cells that hold a separator"
    elif regular and 1 < len(row.cells) < width and any(map(str.strip, row.cells)):
        message = "the row has fewer cells than the others: look where it is torn or cut off"
    if message:
        yield Problem("table-row", "warning", message, source.origin(row.line, row.end_line, format))


def cut_off(source: Source, row: Row, rows: Sequence[Row], format: str) -> Iterator[Problem]:
    """That the file ends within the last cell of a row, where this cell ends as a sentence in all others."""
    others = [
        other.cells[-1] for other in rows[1:] if other.line < row.line and len(other.cells) == len(row.cells)
    ]
    if breaks_off([*others, row.cells[-1]]):
        message = "the file ends within a sentence, as if cut off: what stands there was read"
        yield Problem("broken-table", "warning", message, source.origin(row.line, row.end_line, format))
