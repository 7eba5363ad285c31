"""What `reading-list read --explain` prints: each line of an input with what it was taken for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.commands.shown import on_one_line
from generator.model import Fields, Kind, Paper, Problem, RawRecord, ReadItem
from generator.sources import Source
from generator.text.names import Name
from generator.words import fold

_WORD = re.compile(r"[^\W_]+")
_MOST = 0.6  # of a line's words stand in the field that the line is a part of
# Where the formats with a line a value say what kind of work it is.
_KIND = re.compile(r"\s*(?:(?:TY|PT)\s{0,3}-|PT [A-Z]$|%0\s|@\s*\w+\s*[{(])", re.IGNORECASE)
_TELLING = 5  # letters and digits that stand together in a text by no chance
_SHOWN = 100  # characters of a line


class _Given(NamedTuple):
    """A field that a record has. texts: its values' letters and digits, folded; words: their words."""

    name: str
    texts: Sequence[str]
    words: frozenset[str]


def explained(
    source: Source, items: Sequence[ReadItem], paper_of: Callable[[RawRecord], Paper]
) -> Iterator[str]:
    """The lines to print for a text: what was made of it, in its order, and of which lines each."""
    lines = source.lines
    told = {line for item in items if not isinstance(item, Problem) for line in _places(item)}
    runs = groupby(sorted(items, key=_first_line), lambda item: getattr(item, "reason", None))
    for reason, run in runs:
        if reason is not None:
            yield from _skipped(source.path, reason, [line for item in run for line in _places(item)], lines)
            continue
        for item in run:
            if isinstance(item, RawRecord):
                yield from _record(item, paper_of(item))
            elif isinstance(item, Problem):
                yield explained_problem(item)
                yield from _lines((line for line in _places(item) if line not in told), item.severity, lines)


def explained_problem(problem: Problem) -> str:
    """The line to print for a problem."""
    return (
        f"{on_one_line(str(problem.origin or '-'))}: {problem.severity}: {problem.message} [{problem.code}]"
    )


def _places(item: ReadItem) -> range:
    return range(item.origin.line, item.origin.end_line + 1) if item.origin else range(0)


def _first_line(item: ReadItem) -> int:
    return item.origin.line if item.origin else 0


def _skipped(path: str, reason: str, places: Sequence[int], lines: Sequence[str]) -> Iterator[str]:
    first, last = places[0], places[-1]
    span = f"{first}" if first == last else f"{first}-{last}"
    yield f"{on_one_line(path)}:{span}: skipped: {reason}"
    yield from _lines(places, "-", lines)


def _lines(numbers: Iterable[int], taken_for: str, lines: Sequence[str]) -> Iterator[str]:
    for number in numbers:
        if lines[number - 1].strip():
            yield _line(number, taken_for, lines[number - 1])


def _line(number: int, taken_for: str, line: str) -> str:
    text = line.strip()
    shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return f"{number:>10}  {taken_for:<16}  {shown}"


def _record(record: RawRecord, paper: Paper) -> Iterator[str]:
    """What paper a record became, and its lines with the fields they gave."""
    title = paper.title.plain if paper.title else "no title"
    status = f" ({paper.title_status} title)" if paper.title_status else ""
    yield f"{on_one_line(str(record.origin))}: paper: {title}{status}"
    given = [_given(name, texts) for name, texts in _values(record.fields)]
    kinds = ["kind"] if "kind" in record.fields else []
    for number, line in enumerate(record.text.split("\n"), record.origin.line):
        if line.strip():
            yield _line(number, _taken_for(line, given, kinds), line)


def _values(fields: Fields) -> Iterator[tuple[str, Sequence[str]]]:
    """Each field's name with the texts that stand for it in the input."""
    for name, value in fields.items():
        match value:
            case Kind():
                continue
            case str():
                yield name, [value]
            case Mapping():
                yield from ((key, [text, *_ends(key, text)]) for key, text in value.items())
            case Sequence():
                yield name, [one.family or one.given if isinstance(one, Name) else one for one in value]


def _ends(name: str, text: str) -> list[str]:
    """The first and the last page, which many formats tell on a line each."""
    return text.split("-") if name == "pages" else []


def _given(name: str, texts: Sequence[str]) -> _Given:
    words = frozenset(word for text in texts for word in _WORD.findall(fold(text)))
    return _Given(name, [letters for text in texts if (letters := _letters(text))], words)


def _taken_for(line: str, given: Sequence[_Given], kinds: Sequence[str]) -> str:
    """The field that holds the whole line, else those whose values the line holds, else the one that has most
    of its words; '-' where the line gave nothing. kinds: 'kind' if the record says what kind it is."""
    letters, words = _letters(line), _WORD.findall(fold(line))
    if not words:
        return "-"
    for field in given:
        if any(_holds(text, letters, field.words, words) for text in field.texts):
            return field.name
    shares = [(sum(word in field.words for word in words) / len(words), field.name) for field in given]
    own = frozenset(words)
    parts = [*kinds] if _KIND.match(line) else []
    parts += [
        field.name for field in given if any(_holds(letters, text, own, [text]) for text in field.texts)
    ]
    share, name = max(shares, default=(0.0, ""))
    return name if share >= _MOST and name not in parts else ", ".join(parts) or "-"


def _holds(text: str, part: str, words: frozenset[str], of_part: Sequence[str]) -> bool:
    """Whether a text holds a part: a short one only as words of its own."""
    return part in text and (len(part) >= _TELLING or words.issuperset(of_part))


def _letters(text: str) -> str:
    """The letters and digits of a text, folded, with nothing between them."""
    return "".join(_WORD.findall(fold(text)))
