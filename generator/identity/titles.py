"""How two titles stand to each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import Enum


class TitleMatch(Enum):
    """UNKNOWN: a title is missing; OTHER_PART: alike but for a number, a part, a word such as 'erratum'."""

    UNKNOWN = "unknown"
    EQUAL = "equal"
    NEAR = "near"
    EXTENDED = "extended"
    OTHER_PART = "other part"
    DIFFERENT = "different"


_ROMAN = re.compile(r"[ivx]{1,5}")
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten first second third fourth fifth sixth seventh eighth "
    "ninth tenth part parts volume vol chapter edition version revised spring summer autumn fall winter "
    "january february march april may june july august september october november december a b c d".split()
)
# Words that make a paper of the same name another publication.
_FORMS = frozenset(
    "erratum errata corrigendum corrigenda correction corrections addendum addenda retraction retracted "
    "reply rejoinder response comment comments commentary discussion review thesis dissertation supplement "
    "supplementary supplemental appendix extended abstract poster demo tutorial workshop slides data dataset "
    "code software editorial preface foreword introduction announcement withdrawn".split()
)


def compare_titles(one: Iterable[str], other: Iterable[str]) -> TitleMatch:
    """The closest relation between any form of one title and any form of the other (folded titles).

    That one pair names another part or form counts before any likeness but equality.
    """
    relations = {_relation(a, b) for a in one for b in other}
    for match in (TitleMatch.EQUAL, TitleMatch.OTHER_PART, TitleMatch.NEAR, TitleMatch.EXTENDED):
        if match in relations:
            return match
    return TitleMatch.DIFFERENT if relations else TitleMatch.UNKNOWN


def _relation(one: str, other: str) -> TitleMatch:
    if one.replace(" ", "") == other.replace(" ", ""):
        return TitleMatch.EQUAL
    short, long = sorted((one.split(), other.split()), key=len)
    only_short, only_long = differing_words(short, long)
    if _share_kept(short, long, only_short, only_long) and _names_other_part(only_short, only_long):
        return TitleMatch.OTHER_PART
    if _is_near(one, other):
        return TitleMatch.NEAR
    if len(short) >= 2 and (long[: len(short)] == short or long[-len(short) :] == short):
        return TitleMatch.EXTENDED
    return TitleMatch.DIFFERENT


def differing_words(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """The words of each that are not in the other, as often as they are not."""
    here, there = Counter(one), Counter(other)
    return list((here - there).elements()), list((there - here).elements())


def _share_kept(short: list[str], long: list[str], only_short: list[str], only_long: list[str]) -> bool:
    """Whether the shorter title is in the longer one but for a few words, or most of both is common."""
    common = len(short) - len(only_short)
    return common >= 1 and (common >= 0.6 * len(short) or common >= 0.5 * len(long)) and len(only_long) <= 12


def _names_other_part(only_one: list[str], only_other: list[str]) -> bool:
    """Whether the words that differ number a part, a year, a volume, or name another form of publication."""
    forms_one, forms_other = _FORMS.intersection(only_one), _FORMS.intersection(only_other)
    if forms_one != forms_other:
        return True
    return any(_numbers(word) for word in (*only_one, *only_other))


def _numbers(word: str) -> bool:
    return word.isdigit() or word in _NUMBER_WORDS or _ROMAN.fullmatch(word) is not None


def _is_near(one: str, other: str) -> bool:
    """A typo or two: at least 92 in 100 characters kept in place."""
    if abs(len(one) - len(other)) > 0.1 * max(len(one), len(other)):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= 0.92 and matcher.ratio() >= 0.92
