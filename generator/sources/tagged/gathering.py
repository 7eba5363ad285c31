"""The values of a record in the formats with a tag before each one, while its lines are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from generator.model import Problem, ReadItem, Skipped
from generator.sources.accounting import GOES_ON, may_be_abstract
from generator.sources.common import one_line, unique
from generator.sources.next_paper import another_begins
from generator.sources.reader import Source

_SPACED = 400  # lines that are looked at
_FEW = 3
_LONG = ("AB", "N1", "N2", "NT", "RN")  # abstracts and notes have paragraphs
_ABSTRACTS = ("AB", "N2")
_TITLES = ("TI", "T1", "BTI")
# What a record has once, unlike titles and journals, which stand there in two languages too.
_ONCE = frozenset("PMID UT PY Y1 YR DP VL VI VO SP EP BP PG DO DI".split())
_TWO_TITLES = "the record has two titles: here another one may begin whose first lines are missing"


@dataclass(frozen=True, slots=True)
class Value:
    """A tag and its value. lines: the value's lines, the first one after the tag; line: its number."""

    tag: str
    lines: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """The value on one line."""
        return one_line(" ".join(self.lines))


@dataclass(frozen=True, slots=True)
class Tagged:
    """The values of one record in the order of the file. beside: the numbers of lines below it that are no
    part of it; doubtful: of those with which its abstract seems to be whole a second time."""

    values: tuple[Value, ...]
    line: int
    end_line: int
    beside: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()

    def first(self, *tags: str) -> str:
        """The first value that is not empty of the first of `tags` that has one."""
        return next((text for tag in tags for text in self.all(tag)), "")

    def paragraphs(self, *tags: str) -> str:
        """All values of the first of `tags` that has any, a paragraph each: an abstract in two languages."""
        return next(("\n\n".join(unique(texts)) for tag in tags if (texts := self.all(tag))), "")

    def all(self, *tags: str) -> list[str]:
        """The values that are not empty of any of `tags`, in the order of the file."""
        return [text for value in self.values if value.tag in tags and (text := value.text)]

    def lines(self, *tags: str) -> list[str]:
        """Their lines, one by one."""
        found = (line for value in self.values if value.tag in tags for line in value.lines)
        return [text for line in found if (text := one_line(line))]


def is_double_spaced(lines: Sequence[str]) -> bool:
    """Whether a blank line stands between any two lines of a text, so that none of them means anything."""
    pairs = list(islice(pairwise(lines), _SPACED))
    written = sum(bool(line.strip()) for line, _ in pairs)
    return written > _FEW and not any(line.strip() and further.strip() for line, further in pairs)


def spread(tagged: Sequence[object]) -> int:
    """Over how many lines those with a tag are spread; text may stand above and below them."""
    at = [n for n, tag in enumerate(tagged) if tag]
    return at[-1] + 1 - at[0] if at else 0


class Gathering:
    """The values of a record while its lines are read. blank: whether a blank line came since the tag, or
    two, where one stands between any two lines of the text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._values: list[tuple[str, list[str], int]] = []
        self._below: list[tuple[int, str]] = []  # the lines below the last tag
        self._indented = self._flush = False  # how values go on in this text
        self._least = 2 if is_double_spaced(lines) else 1
        self._blanks = 0
        self.blank = False

    def __bool__(self) -> bool:
        return bool(self._values)

    @property
    def last(self) -> str:
        """The tag of the last value."""
        return self._values[-1][0] if self._values else ""

    def has(self, *tags: str) -> bool:
        """Whether a value of one of `tags` has come."""
        return any(tag in tags for tag, _, _ in self._values)

    def begins_again(self, tag: str) -> bool:
        """Whether `tag` began the record, and others followed."""
        return bool(self._values) and self._values[0][0] == tag != self._values[-1][0]

    def add(self, tag: str, text: str, line: int) -> None:
        """A line that begins a value."""
        self._close(len(self._below))
        self._values.append((tag, [text], line))
        self._blanks = 0
        self.blank = False

    def takes(self, text: str, line: int) -> bool:
        """Takes a line without a tag; False where it is text that belongs to no value: behind a blank line
        only an abstract or a note goes on."""
        if not text.strip():
            self._blanks += 1
            self.blank = self.blank or self._blanks >= self._least
            if self._values:
                self._below.append((line, ""))
            return True
        self._blanks = 0
        goes_on = self._indented and not self._flush and text[0].isspace()
        if not self._values or (self.blank and self._values[-1][0] not in _LONG and not goes_on):
            return False
        self._below.append((line, text))
        return True

    def take(self) -> Tagged:
        """The record so far, up to where another paper begins; the next one begins empty."""
        below = self._below
        own = self._end() if any(text for _, text in below) else 0
        beside = tuple(number for number, text in below[own:] if text)
        doubtful = tuple(self._again(below[:own])) if own and self.last in _ABSTRACTS else ()
        end = self._close(own)
        values = tuple(Value(tag, tuple(lines), line) for tag, lines, line in self._values)
        self._values = []
        return Tagged(values, values[0].line, end, beside, doubtful)

    def _close(self, own: int) -> int:
        """Gives the last value the first `own` lines below its tag; the number of its last line."""
        if not self._values:
            return 0
        _, lines, end = self._values[-1]
        for number, text in self._below[:own]:
            if text:
                lines.append(text)
                end = number
                self._indented = self._indented or text[0].isspace()
                self._flush = self._flush or not text[0].isspace()
        self._below = []
        return end

    def _end(self) -> int:
        """How many of the lines below the last tag of a record belong to it: where values go on with
        indented lines, no others."""
        texts = [text for _, text in self._below]
        indented = self._indented
        for n, text in enumerate(texts):
            if text and text[0].isspace():
                indented = True
            elif text and ((indented and not self._flush) or self._is_another(texts, n)):
                return n
        return len(texts)

    def _is_another(self, texts: Sequence[str], n: int) -> bool:
        return another_begins(texts, n) or (self.last not in _LONG and may_be_abstract(texts[n]))

    def _again(self, below: Sequence[tuple[int, str]]) -> Iterator[int]:
        """The numbers of the lines below a whole abstract that may be one as well."""
        if may_be_abstract(self._values[-1][1][0]):
            yield from (number for number, text in below if may_be_abstract(text))


def below(record: Tagged, source: Source, reason: str, format: str) -> Iterator[ReadItem]:
    """What is said of the lines below a record: that they are none of it, or may be none; and of a second
    title in it, with which two may have become one."""
    if line := _second_title(record):
        yield Problem("two-titles", "warning", _TWO_TITLES, source.origin(line, line, format))
    for number in record.beside:
        yield Skipped(reason, source.origin(number, number, format), beside=True)
    if record.doubtful:
        origin = source.origin(record.doubtful[0], record.doubtful[-1], format)
        yield Problem("abstract-goes-on", "info", GOES_ON, origin)


def _second_title(record: Tagged) -> int:
    """The line of another title of the same tag, where something else that a record has once comes twice as
    well; 0 where there is none."""
    told: dict[str, Value] = {}
    again: dict[str, int] = {}
    for value in record.values:
        if value.text and told.setdefault(value.tag, value).text != value.text:
            again.setdefault(value.tag, value.line)
    lines = [line for tag in _TITLES if (line := again.get(tag))]
    seen = [value.tag for value in record.values if value.tag in _ONCE and value.text]
    return lines[0] if lines and len(seen) > len(set(seen)) else 0
