"""Undoing hard wraps: which lines go on in the next one.

Wrapping is greedy: a line is broken only where the next word would not have fitted. So a line that still had
room for the next word ends something, and one that had not probably goes on. The width is the text's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

WIDEST = 132  # a longer line is a paragraph of its own, not a part of a wrapped one
_ENDS = (".", "!", "?", ":", ";", ".”", '."', ".)", "。", "！", "？", "''", "$$")
_PAIRS = 1000  # that are looked at to find a width
_SUSPENDED = frozenset("and or to und oder bis et ou y o e nor but vs versus".split())
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_WORD = re.compile(r"\S+")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")


def strip_line(line: str) -> str:
    """A line without white space and zero-width characters at its ends, nor a mail's quotation mark before
    it."""
    text = line.strip()
    if text and (text[0] in _ZERO_WIDTH or text[-1] in _ZERO_WIDTH):
        text = text.strip(_ZERO_WIDTH + " \t\u3000\xa0")
    while text.startswith("> ") or text == ">":
        text = text[1:].lstrip()
    return text


def _first_word(text: str) -> int:
    end = text.find(" ")
    if end < 0:
        end = len(text)
    return 1 if end > 12 and _CJK.match(text) else end


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence ends."""
    return text.endswith(_ENDS)


def _goes_on(text: str, following: str) -> bool:
    """Whether the next line can only be the rest of this one's sentence."""
    return following[:1].islower() and not ends_sentence(text)


def width_of(lines: Sequence[str], texts: Sequence[str], first: int, last: int) -> int:
    """The width to which lines `first` to `last` are wrapped, by the pairs that surely belong together; 0 if
    none."""
    lengths = []
    rooms = []
    for n in range(first, last):
        text, following = texts[n], texts[n + 1]
        if not text or len(lines[n]) > WIDEST or len(following) > WIDEST or not _goes_on(text, following):
            continue
        length = len(lines[n].rstrip())
        lengths.append(length)
        rooms.append(length + 1 + _first_word(following))
    if len(lengths) < 2:
        return 0
    return _fitting_width(lengths[:_PAIRS], rooms[:_PAIRS])


def _fitting_width(lengths: Sequence[int], rooms: Sequence[int]) -> int:
    """The width that explains most of the breaks: the line fits in it, the line and the next word do not."""
    counts = {
        width: sum(length <= width < room for length, room in zip(lengths, rooms, strict=True))
        for width in {length for length in lengths if length >= 38}
    }
    most = max(counts.values(), default=0)
    if most < 2 or most < 0.75 * len(lengths):
        return _ragged_width(lengths, rooms)
    return max(width for width, count in counts.items() if count == most)


def _ragged_width(lengths: Sequence[int], rooms: Sequence[int]) -> int:
    """A width that nearly all lines come up to where none were counted to break them (PDF)."""
    width = sorted(rooms)[len(rooms) // 20] - 1 if rooms else 0
    return width if len(rooms) > 2 and width >= 38 and width >= 0.7 * max(lengths) else 0


def is_full(line: str, following: str, width: int) -> bool:
    """Whether `line` had no room left for the first word of `following` (stripped) at this width."""
    length = len(line.rstrip())
    if not width or length > WIDEST or len(following) > WIDEST + 12:
        return False
    return length + 1 + _first_word(following) > width


def _is_rest_of_address(text: str, following: str) -> bool:
    """Whether an address was cut in two because it is longer than a line."""
    return len(text) > 60 and " " not in following and not following.startswith(("http", "arXiv"))


def glue(text: str, following: str) -> str:
    """What stands between two lines of a paragraph: a space, or nothing after a hyphen that breaks a word."""
    if text.endswith("-") and len(text) > 1:
        before, word = text[-2], _WORD.match(following)
        if before.isalpha() and following[0].isalnum() and word and word[0].strip(",.;") not in _SUSPENDED:
            return ""
        if before == "-" and len(text) > 2 and not text[-3].isspace() and following[0].isalnum():
            return ""
    address = "://" in text.rpartition(" ")[2]
    if address and (following[0] in "/?=&#%._~" or _is_rest_of_address(text, following)):
        return ""
    if _CJK.match(text[-1]) and _CJK.match(following[0]):
        return ""
    return " "
