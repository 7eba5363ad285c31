"""What the ends and beginnings of lines tell of where a paragraph ends."""

from __future__ import annotations

from generator.sources.signs.marks import bullet_end, match_number
from generator.sources.signs.people import PARTICLES
from generator.sources.signs.wrapping import are_wide, ends_sentence

_WIDE_STOPS = "。，、；：！？）」』"


def goes_on_wide(text: str, following: str, *, begun: bool) -> bool:
    """Whether a paragraph in Chinese or Japanese goes on below a full line. begun: it has several lines
    already."""
    if not are_wide(text, following):
        return False
    return begun or not ends_sentence(text) or following[0] in _WIDE_STOPS


def starts_item(text: str) -> bool:
    """Whether a line may start with a number, a bullet or a title in bold."""
    return text.startswith(("**", "__")) or match_number(text) is not None or bullet_end(text) > 0


def ends_in_address(line: str) -> bool:
    """Whether a line's last word is an address, which mostly ends a paragraph."""
    return "://" in line and "://" in line.rpartition(" ")[2] and line[-1].isalnum()


def is_all_names(line: str) -> bool:
    """Whether a line has commas or semicolons and hardly a word in lower case, as lists of names have."""
    if max(line.count(","), line.count(";")) < 2:
        return False
    return sum(word[0].islower() and word.strip(",") not in PARTICLES for word in line.split()) < 2


def is_bracketed(text: str) -> bool:
    """Whether a line ends within brackets."""
    opened = text.rfind("(")
    return opened >= 0 and ")" not in text[opened:] and len(text) - opened < 60


def is_title_case(text: str) -> bool:
    """Whether most of a line's longer words begin with a capital."""
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)
