"""What an exporter is: one file in this package and one line in the table `EXPORTERS` of its `__init__`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator.model import Entry


class Exporter(NamedTuple):
    """An output format.

    name: as in `reading-list export NAME`; suffix: of its files, with the dot; title: for readers;
    write: the whole text of a file that holds the entries in the order given, with \\n line ends.
    """

    name: str
    suffix: str
    title: str
    write: Callable[[Sequence[Entry]], str]
