r"""arXiv's announcement mails: entries between `\\` lines, with and without abstract.

The form: https://info.arxiv.org/help/subscribe.html. New papers and cross-lists have an abstract,
replacements none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, pairwise
from typing import Any, cast

from generator.model import Fields, Problem, RawRecord, ReadItem, Skipped
from generator.sources.arxiv.fields import ID, add_head
from generator.sources.reader import Reader, Source

FORMAT = "arxiv-listing"
_BREAK = re.compile(r"(?P<margin>[> \t]*)\\\\\s*")
_END = re.compile(r"[> \t]*\\\\\s*\(\s*(?:https?:|[\w.-]{1,40}/|\d{4}\.\d).*\)\s*")
_RULE = re.compile(r"[> \t]*[-%=]{10,}\s*")
# What arXiv writes above and below the entries, the archive's name standing between two of these.
_FURNITURE = re.compile(
    r"[> \t]*(?:[-%=]{10,}|Submissions to:|received from .* to |Send any comments regarding submissions|"
    r"Archives at https?:|To unsubscribe, e-mail |For (?:general information on|subscribe options to) |"
    r"keyword subject classification\), see |e-mail To: |(?:From|Date|To|Subject|Reply-To|Sender): ).*",
    re.IGNORECASE,
)
_ARCHIVE = re.compile(r"[> \t]*Submissions to:\s*", re.IGNORECASE)
_LIKE = re.compile(
    r"^[> \t]*\\\\[ \t]*\n(?:[> \t]*\n)?[> \t]*(?:arXiv|Paper)\b", re.MULTILINE | re.IGNORECASE
)


def likeness(source: Source) -> float:
    r"""Sure where `\\` lines stand around entries that begin with an arXiv id."""
    return 0.95 if _LIKE.search(source.text[:200_000]) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """The entries, and the mail around them as skipped."""
    lines = source.lines
    at = 0
    for first, last in _entries(lines):
        yield from _between(source, lines, at, first)
        yield _entry(source, lines, first, last)
        at = last + 1
    yield from _between(source, lines, at, len(lines))


def _entries(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    r"""First and last line (0-based) of each entry: from its `\\` to its last one, or to the rule that
    follows."""
    starts = [n for n, line in enumerate(lines) if _BREAK.fullmatch(line) and ID.fullmatch(_next(lines, n))]
    for start, following in zip(starts, [*starts[1:], len(lines)], strict=False):
        end = next((n for n in range(start + 1, following) if _END.fullmatch(lines[n])), None)
        if end is None:
            end = next((n for n in range(start + 1, following) if _RULE.fullmatch(lines[n])), following) - 1
            breaks = (n for n in range(start + 1, end) if _BREAK.fullmatch(lines[n]))
            end = next(islice(breaks, 1, None), end)
        yield start, end


def _next(lines: Sequence[str], number: int) -> str:
    return next((line for line in lines[number + 1 : number + 4] if line.strip("> \t")), "")


def _between(source: Source, lines: Sequence[str], first: int, last: int) -> Iterator[ReadItem]:
    """Lines outside entries: the mail's head and foot, or something that got lost."""
    kept = [n for n in range(first, last) if lines[n].strip()]
    if not kept:
        return
    origin = source.origin(kept[0] + 1, kept[-1] + 1, FORMAT)
    if any(ID.fullmatch(lines[n]) for n in kept):
        message = r"an arXiv entry without its '\\' lines was not read: restore them, or keep only its id"
        yield Problem("unreadable-entry", "warning", message, origin, lines[kept[0]][:200])
    else:
        yield from _around(source, lines, kept)


def _around(source: Source, lines: Sequence[str], kept: Sequence[int]) -> Iterator[Skipped]:
    """The runs of lines that are arXiv's own, and those of other text."""
    named = {after for n, after in pairwise(kept) if _ARCHIVE.fullmatch(lines[n])}
    for own, run in groupby(kept, lambda n: n in named or _FURNITURE.fullmatch(lines[n]) is not None):
        first, *others = run
        last = others[-1] if others else first
        origin = source.origin(first + 1, last + 1, FORMAT)
        yield Skipped("text of the mail around the entries", origin, beside=not own)


def _entry(source: Source, lines: Sequence[str], first: int, last: int) -> RawRecord:
    parts = _parts(_without_margin(lines[first : last + 1])[1:])
    fields: dict[str, Any] = {}
    add_head(fields, parts[0])
    abstract = "\n".join(line.strip() for part in parts[1:] for line in part).strip()
    if abstract:
        fields["abstract"] = abstract
    return RawRecord(
        source.origin(first + 1, last + 1, FORMAT), "\n".join(lines[first : last + 1]), cast(Fields, fields)
    )


def _without_margin(lines: Sequence[str]) -> list[str]:
    r"""The lines without what stands before the first one's `\\`: indentation, or the marks of a quoted
    mail."""
    margin = cast(re.Match[str], _BREAK.match(lines[0]))["margin"]
    return [line.removeprefix(margin).removeprefix(margin.rstrip()) for line in lines] if margin else [*lines]


def _parts(body: Sequence[str]) -> list[list[str]]:
    r"""The head and the abstract: what stands between `\\` lines."""
    parts: list[list[str]] = [[]]
    for line in body:
        if _END.fullmatch(line):
            break
        if _BREAK.fullmatch(line):
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


READER = Reader(FORMAT, likeness, read)
