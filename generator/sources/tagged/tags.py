"""What the formats with a tag before each value share: RIS, MEDLINE, Web of Science, EndNote's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

from generator.identity import normalise_isbn, normalise_issn
from generator.model import Problem
from generator.sources.common import one_line, unique
from generator.sources.reader import Source
from generator.text import Name

_NUMBERS = re.compile(r"[;,]|\)\s|\s(?=[\dX-]{8})")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[ -]?){1,4}")  # in capitals
_ONLINE = re.compile(r"\d{4}/.*")
_EDITOR = re.compile(r"\s(?:\[Eds?\.?\]|\(Eds?\.?\))\Z", re.IGNORECASE)
_EDITOR_OF_OVID = re.compile(r"\s(?:Ed|\[Eds?\.?\]|\(Eds?\.?\))\Z")
_ELIDED = re.compile(r"(?<![\d.:-])(\d{2,9})-(\d{1,8})(?![\w.:-])")
_ARTICLE_NUMBER = re.compile(r"[A-Za-z]{0,2}\d{1,9}")
_RANGE = re.compile(r"\s{0,9}(?:-{1,3}|[‐-―−])\s{0,9}")


_SPACED = 400  # lines that are looked at
_FEW = 3
_LONG = ("AB", "N1", "N2", "NT", "RN")  # abstracts and notes have paragraphs

_QUOTED = re.compile(r"^ {0,3}(?:> ?){1,9}", re.MULTILINE)


def unquoted(text: str, start: re.Pattern[str]) -> str:
    """`text` without the marks of a quoted mail, where a record's first line, `start`, stands behind them."""
    bare = _QUOTED.sub("", text) if not start.search(text) and ">" in text else text
    return bare if start.search(bare) else text


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
    """The values of one record in the order of the file."""

    values: tuple[Value, ...]
    line: int
    end_line: int

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


class Gathering:
    """The values of a record while its lines are read. blank: whether a blank line came since the tag, or
    two, where one stands between any two lines of the text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._values: list[tuple[str, list[str], int]] = []
        self._end = 0
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
        self._values.append((tag, [text], line))
        self._end = line
        self._blanks = 0
        self.blank = False

    def takes(self, text: str, line: int) -> bool:
        """Takes a line without a tag; False where it is text that belongs to no value: behind a blank line
        only an abstract or a note goes on."""
        if not text.strip():
            self._blanks += 1
            self.blank = self.blank or self._blanks >= self._least
            return True
        self._blanks = 0
        if not self._values or (self.blank and self._values[-1][0] not in _LONG):
            return False
        self._values[-1][1].append(text)
        self._end = line
        return True

    def take(self) -> Tagged:
        """The record so far; the next one begins empty."""
        values = tuple(Value(tag, tuple(lines), line) for tag, lines, line in self._values)
        self._values = []
        return Tagged(values, values[0].line, self._end)


def cut_off(record: Tagged, source: Source, format: str) -> Problem:
    """That the last record of a file has no ER, unlike those before it."""
    message = "the last record has no end (ER): the file may be cut off here"
    return Problem("record-cut-off", "warning", message, source.origin(record.line, record.end_line, format))


def _is_initials(word: str) -> bool:
    return word.isupper() and _INITIALS.fullmatch(word) is not None


def person(text: str) -> Name:
    """A name as these formats write it: 'Family, Given, Suffix', 'Fanning E.', an organisation."""
    if ",," in text or (text.endswith(",") and text.count(",") == 1):  # EndNote: an organisation
        return Name(family=text.removesuffix(",").replace(",,", ",", 1))
    words = text.split(" ")
    if "," in text or len(words) < 2 or not _is_initials(words[-1]):
        return Name.parse(text)
    start = len(words) - 1
    if not _is_initials(words[0]):
        while _is_initials(words[start - 1]):
            start -= 1
    elif not (len(words[-1]) < len(words[0]) > 2 or (len(words[-1]) == 1 and words[0].isalpha())):  # LI W
        return Name.parse(text)
    return Name(given=" ".join(words[start:]), family=" ".join(words[:start]))


def people(values: Iterable[str]) -> tuple[Name, ...]:
    """The names, each once; several in one value are separated by semicolons."""
    texts = (part.strip() for value in values for part in value.split(";"))
    return tuple(dict.fromkeys(name for text in texts if text and (name := person(text))))


def organisations(values: Iterable[str]) -> tuple[Name, ...]:
    """The names of groups, which have one part each; several in one value are separated by semicolons."""
    names = (Name(family=part.strip()) for value in values for part in value.split(";"))
    return tuple(dict.fromkeys(name for name in names if name))


def without_editors(people: Sequence[Name], *, ovid: bool) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Authors, and the editors marked as such among them: 'Cecil R [Ed]'; Ovid writes 'Cecil R Ed'."""
    mark = _EDITOR_OF_OVID if ovid else _EDITOR
    bare = {name: replace(name, given=mark.sub("", name.given)) for name in people}
    authors = tuple(name for name in people if bare[name] == name)
    return authors, tuple(bare[name] for name in people if bare[name] != name)


def without_date(edition: str) -> str:
    """An edition; '' where EndNote and PubMed put the day a paper came out online: '2015/05/29'."""
    return "" if _ONLINE.fullmatch(edition) else edition


def numbers(values: Sequence[str]) -> dict[str, str]:
    """The first ISBN and the first ISSN among numbers like '1467-5463 (Print), 0094-2405'."""
    found: dict[str, str] = {}
    for value in filter(None, values):
        for part in _NUMBERS.split(value):
            number = part.split("(")[0].strip(' []"')
            if isbn := normalise_isbn(number):
                found.setdefault("isbn", isbn)
            elif issn := normalise_issn(number):
                found.setdefault("issn", issn)
    return found


def accession_ids(values: Sequence[str]) -> dict[str, str]:
    """Identifiers with their names in accession numbers such as 'arXiv:1706.03762'; ISI is Web of Science."""
    pairs = [value.partition(":")[::2] for value in values]
    named = {name.strip().lower(): number.strip() for name, number in pairs if number.strip()}
    return {"wos" if name == "isi" else name: number for name, number in named.items() if name.isalnum()}


def pages(text: str) -> str:
    """'pp 37--64' → '37-64'; MEDLINE's and EndNote's '296-302' and 'e0815' as they are."""
    text = re.sub(r"^\s*pp?\.?\s+", "", text)
    return _RANGE.sub("-", text.strip())


def full_pages(text: str) -> str:
    """'6913-7' → '6913-6917': the National Library of Medicine leaves out the digits that the last page
    shares with the first."""
    return _ELIDED.sub(_full_range, pages(text))


def _full_range(found: re.Match[str]) -> str:
    first, last = found[1], found[2]
    whole = first[: -len(last)] + last
    return f"{first}-{whole}" if len(last) < len(first) and int(whole) > int(first) else found[0]


def article_number(*texts: str) -> str:
    """The first of a publisher's identifiers of an article that may stand for pages: '1042', 'e0123456'."""
    return next((text for text in texts if _ARTICLE_NUMBER.fullmatch(text)), "")
