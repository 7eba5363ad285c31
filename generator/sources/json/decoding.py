"""JSON's own decoder, whose faults are values."""

from __future__ import annotations

import json
from dataclasses import dataclass

_DECODER = json.JSONDecoder(strict=False)


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
