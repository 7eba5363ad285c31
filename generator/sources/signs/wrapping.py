"""Undoing hard wraps: which lines go on in the next one.

Wrapping is greedy: a line is broken only where the next word would not have fitted. So a line that still had
room for the next word ends something, and one that had not probably goes on. The width is the text's own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from generator.sources.signs.typesetting import BREAK, SUSPENDED

WIDEST = 132  # a longer line is a paragraph of its own, not a part of a wrapped one
_ENDS = (".", "!", "?", ":", ";", ".”", '."', ".)", "。", "！", "？", "''", "$$")
_ADDRESSES = ("http", "arXiv")
_PAIRS = 1000  # that are looked at to find a width
_LONG_WORD = 12  # characters
_LABEL = 16  # characters within which a label ends
_WIDER = 1.5  # times the width of a text, above which a line is a paragraph of its own
_NARROWEST = 38  # width of a wrapped text
_NARROWEST_WIDE = 25  # of one in Chinese or Japanese
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_BEFORE = _ZERO_WIDTH + " \t\u3000\xa0"
_BEHIND = _BEFORE.replace(BREAK, "")
_STRIPPED = _ZERO_WIDTH + ">"
_WORD = re.compile(r"\S+")
_CJK = re.compile("[\u3001-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")


class Line(NamedTuple):
    """text: without white space and zero-width characters at its ends, nor a mail's quotation mark before it;
    length: as it stands, without white space at its end; indent: white space before it; word: the length of
    its first word; lower: whether that starts with a small letter."""

    text: str
    length: int
    indent: int
    word: int
    lower: bool


_BLANK = Line("", 0, 0, 0, False)
# As quick as a plain tuple, since a wrapped text has many lines.
_line: Callable[[tuple[str, int, int, int, bool]], Line] = partial(tuple.__new__, Line)


def line_of(line: str, before: str = "", after: str = "") -> Line:
    """A line with what wrapping is found by. before, after: the lines around it (of a comparison: > 1)."""
    text = line.strip()
    if not text:
        return _BLANK
    size = len(text)
    length = len(line.rstrip()) if size < len(line) else size
    indent = length - size
    if text[0] in _STRIPPED or text[-1] in _STRIPPED:
        text = text.lstrip(_BEFORE).rstrip(_BEHIND)
        while (text.startswith("> ") or text == ">") and not _is_comparison(text, before, after):
            text = text[1:].lstrip()
    word = text.find(" ")
    if not 0 <= word <= _LONG_WORD:
        word = _first_word(text)
    return _line((text, length, indent, word, text[:1].islower()))


def _is_comparison(text: str, before: str, after: str) -> bool:
    """Whether the mark that a line starts with is one of the sentence above rather than of a quoted mail."""
    above = before.strip()
    if not above or above.startswith(">"):
        return False
    within = not ends_sentence(above) and not after.lstrip().startswith(">")
    return text[2:3].isdigit() or (
        within and len(above) >= _NARROWEST and max(len(above), len(text)) <= WIDEST
    )


def _first_word(text: str) -> int:
    end = text.find(" ")
    if end < 0:
        end = len(text)
    return 1 if end > _LONG_WORD and _CJK.match(text) else end


def ends_sentence(text: str) -> bool:
    """Whether a line ends where a sentence ends."""
    return text.endswith(_ENDS)


def width_of(lines: Sequence[Line], first: int, last: int) -> int:
    """The width to which lines `first` to `last` are wrapped, by the pairs that surely belong together; 0 if
    none."""
    pairs: list[tuple[int, int]] = []
    marked: list[tuple[int, int]] = []
    narrowest = _NARROWEST
    for line, following in pairwise(lines[first : last + 1]):
        if not line.text.isascii() and _is_within(line, following):
            narrowest = _NARROWEST_WIDE
            pairs.append((line.length, line.length + 2))
        elif following.lower and _may_go_on(line, following):
            found = marked if _is_marked(line.text) else pairs
            found.append((line.length, line.length + 1 + following.word))
        if len(pairs) == _PAIRS:
            break
    pairs = pairs if len(pairs) > 1 else pairs + marked
    if len(pairs) < 2 or _mostly_long(lines[first : last + 1]):
        return 0
    return _fitting_width(sorted(p[0] for p in pairs), sorted(p[1] for p in pairs), narrowest)


def _is_marked(text: str) -> bool:
    """Whether a line may be longer than the wrapped text that it begins, by a number, a bullet or a label
    that was put before it."""
    return not text[0].isalpha() or ":" in text[:_LABEL]


def _mostly_long(lines: Sequence[Line]) -> bool:
    """Whether most of a text stands in lines that are too long for wrapped ones."""
    lengths = [line.length for line in lines]
    long = [length for length in lengths if length > WIDEST]
    return bool(long) and 2 * sum(long) > sum(lengths)


def _is_within(line: Line, following: Line) -> bool:
    """Whether a sentence in Chinese or Japanese goes on from one line to the next: both have letters as wide
    as two, and a line has no room for one more."""
    fitting = _NARROWEST_WIDE <= line.length <= WIDEST and len(following.text) <= WIDEST
    return fitting and not line.text.endswith(_ENDS) and are_wide(line.text, following.text)


def are_wide(text: str, following: str) -> bool:
    """Whether most of a line, and the beginning of the next one, is Chinese or Japanese."""
    if text.isascii() or not _CJK.match(following):
        return False
    return 2 * len(_CJK.findall(text)) > len(text)


def _may_go_on(line: Line, following: Line) -> bool:
    """Whether the second line can be the rest of the sentence in the first."""
    fitting = _NARROWEST <= line.length <= WIDEST and len(following.text) <= WIDEST
    if not fitting or line.text.endswith(_ENDS) or following.text.startswith(_ADDRESSES):
        return False
    return ":" not in following.text[:_LABEL]


def _fitting_width(lengths: Sequence[int], rooms: Sequence[int], narrowest: int) -> int:
    """The width that explains most of the breaks: the line fits in it, the line and the next word do not.

    lengths, rooms: of the lines without and with the next word, each in order of size.
    """
    if narrowest <= lengths[-1] < rooms[0]:
        return lengths[-1]
    counts = {
        width: bisect_right(lengths, width) - bisect_right(rooms, width)
        for width in lengths
        if width >= narrowest
    }
    most = max(counts.values(), default=0)
    if most < 2 or most < 0.75 * len(lengths):
        return _ragged_width(lengths, rooms)
    return max(width for width, count in counts.items() if count == most)


def _ragged_width(lengths: Sequence[int], rooms: Sequence[int]) -> int:
    """A width that nearly all lines come up to where none were counted to break them (PDF)."""
    width = rooms[len(rooms) // 20] - 1
    return width if len(rooms) > 2 and width >= _NARROWEST and width >= 0.7 * lengths[-1] else 0


def is_full(line: Line, following: Line, width: int) -> bool:
    """Whether `line` had no room left at this width for the first word of `following`, or ends in a word."""
    if line.text.endswith(BREAK):
        return True
    no_room = line.length + 1 + following.word > width or (following.lower and line.text.endswith("-"))
    if not width or not no_room or (line.length > _WIDER * width and " " in line.text):
        return False
    return line.length <= WIDEST and len(following.text) <= WIDEST + 12


def _is_rest_of_address(text: str, following: str) -> bool:
    """Whether an address was cut in two because it is longer than a line."""
    return len(text) > 60 and " " not in following and not following.startswith(_ADDRESSES)


def _is_suspended(text: str, following: str, word: str) -> bool:
    """Whether the hyphen that `text` ends with stands for the rest of a word: 'short- and', 'pre-/post-'."""
    if "-/" in text.rpartition(" ")[2]:
        return True
    if word == "to":
        return "-" in following[3:].partition(" ")[0]
    return word.strip(",.;") in SUSPENDED


def glue(text: str, following: str) -> str:
    """What stands between two lines of a paragraph: a space, or nothing after a hyphen that breaks a word."""
    plain = text[-1] != "-" and text[-1].isascii() and following[0].isalnum() and " " in following
    if plain:
        return " "
    return "" if text[-1] == BREAK and following[0].isalpha() else _glue_where_odd(text, following)


def joined(lines: Sequence[str]) -> str:
    """The lines of a paragraph as one text."""
    between = ["", *(glue(line, following) for line, following in pairwise(lines))]
    return "".join(mark + line for mark, line in zip(between, lines, strict=True))


def _glue_where_odd(text: str, following: str) -> str:
    if text.endswith("-") and len(text) > 1:
        before, word = text[-2], _WORD.match(following)
        if (
            before.isalpha()
            and following[0].isalnum()
            and word
            and not _is_suspended(text, following, word[0])
        ):
            return ""
        if before == "-" and len(text) > 2 and not text[-3].isspace() and following[0].isalnum():
            return ""
    if following.startswith("--") and following[2:3].isalnum() and text[-1].isalnum():
        return ""
    if (
        "://" in text
        and "://" in text.rpartition(" ")[2]
        and (following[0] in "/?=&#%._~" or _is_rest_of_address(text, following))
    ):
        return ""
    if not text[-1].isascii() and _CJK.match(text[-1]) and _CJK.match(following[0]):
        return ""
    return " "
