"""That every non-blank line of an input is spoken for, and no abstract passed over without a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Fields, Problem, RawRecord, ReadItem, Skipped
from generator.sources.found_ids import find_ids, is_bare
from generator.sources.reader import Source

_NOTHING = re.compile(r"[\s>\u200b\u200c\u200d\u2060\ufeff\u00ad]*")
_ABSTRACT = 30  # words
_OF_THE_FORMAT = ("%", '"', "'", "<")  # what begins a comment, or a value of the format
_MARKS = '*_>"“”() \t\n'
_OF_A_LIST = re.compile(
    r"\b(?:curated|this (?:list|page|file|repo\w*|mail\w*|message|table)|pull requests?|(?:un)?subscribe"
    r"|licensed under)\b",
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
                self._beside[first : last + 1] = b"\x01" * (last - first + 1)
            if isinstance(item, RawRecord):
                self._beside[first : last + 1] = bytes(last - first + 1)
        if isinstance(item, RawRecord):
            self._named.update(_identifiers(item.fields))

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
                message = "text beside the records was not read: if it is an abstract, put it in its own file"
            elif any(self._names_others(line) for line in lines):
                message = "identifiers beside the records were not read: put them in a file of their own"
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
        """Whether a line is identifiers and nothing else, one of which no record has."""
        bare = not line.lstrip().startswith(_OF_THE_FORMAT) and is_bare(line)
        return bare and any(
            found.name != "url" and found.value not in self._named for found in find_ids(line)
        )

    def _paragraphs_beside(self) -> Iterator[tuple[int, int]]:
        first = 0
        for number, line in enumerate([*self._lines, ""], 1):
            within = bool(self._beside[number]) and not is_blank(line)
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


def may_be_abstract(text: str) -> bool:
    """Whether a paragraph is prose, long enough for an abstract, that does not speak of the list itself."""
    body = text.strip(_MARKS)
    begins = body[:1].isalnum() and not body[:1].islower()
    prose = begins and body.endswith((".", "!", "?")) and len(body.split()) >= _ABSTRACT
    return prose and not _OF_A_LIST.search(body)
