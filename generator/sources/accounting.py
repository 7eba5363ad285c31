"""That every non-blank line of an input is spoken for, and no abstract passed over without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.model import Fields, Origin, Problem, RawRecord, ReadItem, Skipped
from generator.sources.found_ids import find_ids
from generator.sources.reader import Source

GOES_ON = "taken for the rest of the abstract above: if it is another paper's, put it in a file of its own"
PAPER_TEXT = "passed over as the text of the paper above: other papers in it need a file of their own"
NOT_READ = "text beside the records was not read: if it is an abstract, put it in its own file"
_NOTHING = re.compile(r"[\s>\u200b\u200c\u200d\u2060\ufeff\u00ad]*")
_ABSTRACT = 30  # words
_OF_THE_FORMAT = ("%", '"', "'", "<", "\\", "#")  # what begins a comment, or a value of the format
# Lines of a format's own; of JSON those that hold no text.
_VALUE = r"(?:-?\d[\d.]{0,30}|true|false|null|[\[{]{0,4}[\]}]{0,4})"
_MEMBER = rf'"[\w@$.:-]{{1,60}}"\s{{0,9}}:\s{{0,9}}{_VALUE}\s{{0,9}},?\s*$'
_MARKUP = re.compile(rf"\s*(?:[%<]|# |\\[A-Za-z]|[\[\]{{}}(),;]*$|{_MEMBER})")
_DAY = r"(?:19|20)\d{2}(?:0\d|1[0-2])[0-3]\d(?!\d)"
_NUMBERS = re.compile(rf"\s*(?:(?!{_DAY})[1-9]\d{{6,7}}(?:[\s,;]+|$))+")  # as long as those of PubMed
_MARKS = '*_>"“”() \t\n'
_OF_A_LIST = re.compile(
    r"\b(?:curated|this (?:list|page|file|repo\w*|mail\w*|message|table)|pull requests?|(?:un)?subscribe"
    r"|licensed under|feel free|you can find|below you|here (?:is|are) (?:a|an|some|the)|must-read"
    r"|we (?:list|collect|maintain|select) (?:\w+ ){0,4}papers|contributions? (?:are |is )?welcome"
    r"|(?:is|are|following) (?:an? |the )?(?:\w+ )?(?:list|collection) of (?:\w+ ){0,3}"
    r"(?:papers|publications|articles|readings|references|resources))\b",
    re.IGNORECASE,
)


def is_blank(line: str) -> bool:
    """Whether a line holds nothing: white space, zero-width characters, a mail's marks of quotation."""
    return _NOTHING.fullmatch(line) is not None


class Account:
    """The lines of one input that its items cover so far."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._lines = source.lines
        self._covered = bytearray(len(self._lines) + 2)
        self._beside = bytearray(len(self._lines) + 2)
        self._of_records = bytearray(len(self._lines) + 2)
        self._doubtful = bytearray(len(self._lines) + 2)
        self._passed_over: list[Skipped] = []
        self._named: set[str] = set()

    def note(self, item: ReadItem) -> None:
        """Counts the lines of `item` as covered, if they are lines of this input."""
        origin = item.origin
        if origin is None or origin.path != self._source.path:
            return
        first, last = max(origin.line, 1), min(origin.end_line, len(self._lines))
        if first <= last:
            self._covered[first : last + 1] = b"\x01" * (last - first + 1)
            if isinstance(item, Skipped) and item.beside:
                for number in range(first, last + 1):  # what stands on a record's line was read with it
                    self._beside[number] = not self._of_records[number]
                self._passed_over.append(item)
            if isinstance(item, RawRecord):
                self._beside[first : last + 1] = bytes(last - first + 1)
                self._of_records[first : last + 1] = b"\x01" * (last - first + 1)
        if isinstance(item, RawRecord):
            self._named.update(filter(None, (*_identifiers(item.fields), _title(item.fields))))

    def knows(self, fields: Fields) -> bool:
        """Whether a record before has an identifier or the title of another."""
        return not self._named.isdisjoint((*_identifiers(fields), _title(fields)))

    def interrupts(self, origin: Origin) -> bool:
        """Whether something else than what was passed over stands between these lines."""
        return any(
            self._covered[number] and not self._beside[number] and self._lines[number - 1].strip()
            for number in range(origin.line, origin.end_line + 1)
        )

    def doubt(self, origin: Origin) -> None:
        """Counts lines as such that may hold a paper."""
        self._doubtful[origin.line : origin.end_line + 1] = b"\x01" * (origin.end_line + 1 - origin.line)

    def beside(self) -> Source | None:
        """The text with nothing but what was passed over beside records, on its lines; None where that is
        blank."""
        if not self._passed_over:
            return None
        lines = [
            line if self._beside[number] and not _MARKUP.match(line) else ""
            for number, line in enumerate(self._lines, 1)
        ]
        return Source(self._source.path, "\n".join(lines)) if any(map(str.strip, lines)) else None

    def passed_over(self) -> Iterator[Skipped]:
        """What was passed over beside records, without the lines in which records were found since."""
        for item in self._passed_over:
            first = 0
            for number in range(item.origin.line, item.origin.end_line + 2):
                within = number <= item.origin.end_line and bool(self._beside[number])
                if within:
                    first = first or number
                elif first:
                    yield replace(item, origin=replace(item.origin, line=first, end_line=number - 1))
                    first = 0

    def leftovers(self, format: str) -> Iterator[Problem]:
        """A Problem for each run of non-blank lines that no item covers, and for each paragraph that may be
        an abstract, or lists identifiers that no record has, among those passed over beside records."""
        for first, last in self._open_runs():
            text = self._lines[first - 1].strip()[:200]
            message = "nothing was made of these lines: check whether a paper is missing"
            origin = self._source.origin(first, last, format)
            yield Problem("unaccounted-lines", "warning", message, origin, text)
        for first, last in self._paragraphs_beside():
            lines = self._lines[first - 1 : last]
            text = "\n".join(lines)
            if may_be_abstract(text):
                message = NOT_READ
            elif are_pmids(text) or any(self._names_others(line) for line in lines):
                message = "identifiers beside the records were not read: put them in a file of their own"
            elif any(self._doubtful[first : last + 1]):
                message = "a paper may stand here, beside the records: if so, put it in a file of its own"
            else:
                continue
            origin = self._source.origin(first, last, format)
            yield Problem("text-left-out", "warning", message, origin, text[:200])

    def failure(self, format: str, why: str) -> Problem:
        """The one Problem for a reader that gave up: from the first line it did not cover to the end."""
        first = next((first for first, _ in self._open_runs()), 1)
        origin = self._source.origin(first, len(self._lines), format)
        message = f"the {format} reader failed here ({why}); what follows was not read: please report it"
        return Problem("reader-failed", "error", message, origin, self._lines[first - 1].strip()[:200])

    def _names_others(self, line: str) -> bool:
        """Whether a line has an identifier that no record has, and is no comment or value of the format."""
        return not line.lstrip().startswith(_OF_THE_FORMAT) and any(
            found.name != "url" and found.value not in self._named for found in find_ids(line)
        )

    def _paragraphs_beside(self) -> Iterator[tuple[int, int]]:
        first = 0
        for number, line in enumerate([*self._lines, ""], 1):
            within = bool(self._beside[number]) and not is_blank(line) and not _MARKUP.match(line)
            if within:
                first = first or number
            elif first:
                yield first, number - 1
                first = 0

    def _open_runs(self) -> Iterator[tuple[int, int]]:
        first = 0
        last = 0
        for number, line in enumerate(self._lines, 1):
            if self._covered[number]:
                if first:
                    yield first, last
                first = 0
            elif not is_blank(line):
                first = first or number
                last = number
        if first:
            yield first, last


def _identifiers(fields: Fields) -> Iterator[str]:
    texts = [fields.get("arxiv", ""), fields.get("doi", ""), *fields.get("ids", {}).values()]
    yield from texts
    yield from (found.value for text in (*texts, fields.get("url", "")) for found in find_ids(text))


def _title(fields: Fields) -> str:
    return fields.get("title", "").casefold()


def are_pmids(text: str) -> bool:
    """Whether a text is nothing but numbers as long as those of PubMed, and no days."""
    return _NUMBERS.fullmatch(text) is not None


def may_be_abstract(text: str) -> bool:
    """Whether a paragraph is prose, long enough for an abstract, that does not speak of the list itself."""
    body = text.strip(_MARKS)
    begins = body[:1].isalnum() and not body[:1].islower()
    prose = begins and body.endswith((".", "!", "?")) and len(body.split()) >= _ABSTRACT
    return prose and not _OF_A_LIST.search(body)
