r"""arXiv's own `.abs` files, in the form of 1991 and in today's.

Both put the head and the abstract between lines of `\\`; today's form has `Title: Authors: …` after the
paper's id, the older one `Paper: hep-th/9901001`, `From:` and `Date:` first. See arXiv/arxiv-base,
`metadata/document`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, cast

from generator.model import Fields, Problem, RawRecord, ReadItem
from generator.sources.arxiv.fields import add_head
from generator.sources.lines import around
from generator.sources.reader import Reader, Source

FORMAT = "arxiv-abs"
_BREAK = re.compile(r"\s*\\\\\s*")


def likeness(source: Source) -> float:
    r"""Sure where a few `\\` lines part a head with `Paper:` or `From:` from an abstract."""
    text = source.text[:20_000]
    if not _BREAK.match(text) or ("\nTitle:" not in text and not text.startswith("\\\\\nTitle:")):
        return 0.0
    return (
        0.97
        if re.search(r"^(?:Paper|From|arXiv)\s?:", text, re.MULTILINE) and "\nDate" in text and _alone(text)
        else 0.0
    )


def _alone(text: str) -> bool:
    return len(re.findall(r"^\\\\\s*$", text, re.MULTILINE)) <= 4 and "\\\\ (" not in text


def read(source: Source) -> Iterator[ReadItem]:
    """The one record of the file."""
    lines = source.lines[: _end(source.lines)]
    parts = _parts(lines)
    last = max((n for n, line in enumerate(lines, 1) if line.strip()), default=1)
    first = next((n for n, line in enumerate(lines, 1) if line.strip()), 1)
    origin = source.origin(first, last, FORMAT)
    fields: dict[str, Any] = {}
    for head in parts[:-1] or parts:
        add_head(fields, head)
    abstract = "\n".join(line.strip() for line in parts[-1]).strip() if len(parts) > 1 else ""
    if abstract:
        fields["abstract"] = abstract
    if "title" not in fields:
        yield Problem(
            "unreadable-entry", "error", "no 'Title:' in this arXiv .abs file: check that it is whole", origin
        )
        return
    yield RawRecord(origin, "\n".join(lines[first - 1 : last]), cast(Fields, fields))
    yield from around(source, [origin], "text below the file's end", FORMAT)


def _end(lines: Sequence[str]) -> int:
    r"""How many lines the file has up to the `\\` that closes its abstract, with a blank line below."""
    breaks = [n for n, line in enumerate(lines) if _BREAK.fullmatch(line)]
    closing = (n + 1 for n in breaks[2:] if n + 1 < len(lines) and not lines[n + 1].strip())
    return next(closing, len(lines))


def _parts(lines: Sequence[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for line in lines:
        if _BREAK.fullmatch(line):
            parts.append([])
        else:
            parts[-1].append(line)
    return [part for part in parts if any(line.strip() for line in part)] or [[]]


READER = Reader(FORMAT, likeness, read)
