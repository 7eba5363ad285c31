"""What a reader is: one file of this package and one line in the table `READERS` of its `__init__`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.model import Origin, Problem, ReadItem


@dataclass(frozen=True, slots=True)
class Source:
    """One input, decoded. path: as the keeper knows it; text: with \\n line ends, no BOM, no NUL."""

    path: str
    text: str

    @property
    def lines(self) -> list[str]:
        """The lines without their ends; line N of the file is `lines[N - 1]`."""
        return self.text.split("\n")

    def origin(self, line: int, end_line: int, format: str) -> Origin:
        """The place of lines `line` to `end_line` (1-based, both included)."""
        return Origin(self.path, line, end_line, format)


class Reader(NamedTuple):
    """An input format.

    name: as in `Origin.format`; likeness: how sure the text is of this format, 0 (not at all) to 1 (certain),
    judged by the content alone; read: every non-blank line ends in a RawRecord, a Problem or a Skipped.
    """

    name: str
    likeness: Callable[[Source], float]
    read: Callable[[Source], Iterator[ReadItem]]


def is_one_of(reader: Reader, readers: Iterable[Reader]) -> bool:
    """Whether a reader is one of others, though what it reads may be made to fit a text."""
    return any(reader.likeness is known.likeness for known in readers)


class Container(NamedTuple):
    """A wrapping of other files (gzip, zip …), tried on the bytes before they are decoded.

    matches: whether the bytes are such a wrapping; unpack: the files inside as (name shown, bytes), or a
    Problem for each one that cannot be had. Limits of size are the container's own duty.
    """

    name: str
    matches: Callable[[bytes], bool]
    unpack: Callable[[bytes, str], Iterator[tuple[str, bytes] | Problem]]
