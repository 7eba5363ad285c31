"""JSON's own decoder, whose faults are values."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice


class Doubled(dict[str, object]):
    """An object with members of one name and different values, of which the last counts. name: of the first
    such member."""

    name = ""


def object_of(members: list[tuple[str, object]]) -> dict[str, object]:
    """The object that has these members."""
    value = dict(members)
    if len(value) < len(members):
        told: dict[str, object] = {}
        for name, member in members:
            if told.setdefault(name, member) != member:
                value = Doubled(value)
                value.name = name
                break
    return value


def doubled(value: dict[str, object]) -> str:
    """What is said of a record that has a member twice, itself or in the object that it wraps."""
    found = next((one for one in (value, *value.values()) if isinstance(one, Doubled)), None)
    if found is None:
        return ""
    return f"`{found.name}` stands here twice, and the last was read: if two papers ran together, part them"


_DECODER = json.JSONDecoder(strict=False, object_pairs_hook=object_of)
NEXT = re.compile(r'["\]}\d]\s{0,99}\},\s{0,99}(?=\{\s{0,99}")')  # an object behind the rest of another one
_TRIES = 100
TOO_DEEP = "too many values in one another"


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
    except RecursionError:
        return Fault(TOO_DEEP, start, len(text)), len(text)
    except ValueError as error:
        return Fault(type(error).__name__, start, len(text)), len(text)


def next_like(text: str, at: int, is_alike: Callable[[dict[str, object]], bool]) -> int:
    """Where the next object like its neighbours begins behind a broken one, or the end of the text."""
    for found in islice(NEXT.finditer(text, at), _TRIES):
        value, _ = decode(text, found.end())
        if isinstance(value, dict) and is_alike(value):
            return found.end()
    return len(text)
