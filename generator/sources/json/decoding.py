"""JSON's own decoder, whose faults are values."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import islice

_DECODER = json.JSONDecoder(strict=False)
NEXT = re.compile(r'["\]}\d]\s{0,99}\},\s{0,99}(?=\{\s{0,99}")')  # an object behind the rest of another one
_TRIES = 100


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the text stops being JSON, up to `end`. message: the decoder's, empty for what stands within an
    object that is broken above."""

    message: str
    start: int
    end: int


class Uncounted(str):
    """A text whose lines the decoder does not count for each of its faults, as that takes time with both."""

    __slots__ = ()

    def count(self, *_: object) -> int:
        return 0


def decode(text: str, start: int) -> tuple[object, int]:
    """The value at `start` and where it ends, or a Fault."""
    try:
        return _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        return Fault(error.msg, error.pos, len(text)), len(text)
    except (RecursionError, ValueError) as error:
        return Fault(type(error).__name__, start, len(text)), len(text)


def next_like(text: str, at: int, first: dict[str, object]) -> int:
    """Where the next object begins behind a broken one that has most of the members of the first one in its
    list, or the end of the text."""
    for found in islice(NEXT.finditer(text, at), _TRIES if first else 0):
        value, _ = decode(text, found.end())
        if isinstance(value, dict) and 2 * len(first.keys() & value.keys()) > len(first):
            return found.end()
    return len(text)
