"""Text as the terms that it is found by. `search-engine.js` does the same; tests/cases/search/terms.yml holds
both to it.

A compound is a run of letters and digits with joiners inside (`pre-training`, `O'Brien`, `2306.04387`): it
gives its parts and, from two parts on, the joined form. Chinese, Japanese and Korean text gives pairs of
characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.words import STOP_WORDS

LONGEST_TERM = 40
LETTERS = dict(
    zip("øłđðıħŧςæœßþ", ["o", "l", "d", "d", "i", "h", "t", "σ", "ae", "oe", "ss", "th"], strict=True)
)

_MARKS = "\u00ad\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u2060\u20d0-\u20ff\ufe20-\ufe2f\ufeff"
_JOINERS = "-'._’‐‑–"
_CJK = "\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0002fa1f"
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
_COMPOUND = re.compile(rf"{_LETTER}+(?:[{_JOINERS}]{_LETTER}+)*")
_FOLDED_PART = re.compile(rf"[{_CJK}]+|(?:(?![{_CJK}])[^\W_])+")
_IS_CJK = re.compile(f"[{_CJK}]")
_MARK = re.compile(f"[{_MARKS}]")
_JOINER = re.compile(f"[{_JOINERS}]")
_HISS = re.compile(r"(?:x|ch|sh|ss|zz)es$")
_TRANSLATION = str.maketrans(LETTERS)


class Compound(NamedTuple):
    """A compound of a text. parts: its terms in order; joined: the form without joiners, '' without one;
    last: the last part before its plural is folded, to which a word that is being typed may grow."""

    parts: tuple[str, ...]
    joined: str
    last: str


class Placed(NamedTuple):
    """A compound and where it stands in the text."""

    compound: Compound
    start: int
    end: int


def compounds(text: str) -> Iterator[Placed]:
    """The compounds of `text` in order; linear in its length."""
    for match in _COMPOUND.finditer(text):
        found = compound(match.group())
        if found.parts:
            yield Placed(found, match.start(), match.end())


def terms(text: str) -> list[str]:
    """What `text` is found by: parts and joined forms in the order of the text."""
    found: list[str] = []
    for surface in _COMPOUND.findall(text):
        found += _terms_of(surface)
    return found


def parts(text: str) -> list[str]:
    """The parts alone: what phrases are compared by."""
    return [part for surface in _COMPOUND.findall(text) for part in compound(surface).parts]


def fold(text: str) -> str:
    """Without case, accents, width and position: 'M³IT' is 'm3it', 'Poincaré' is 'poincare'."""
    if text.isascii():
        return text.lower()
    stripped = _MARK.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", stripped.lower().translate(_TRANSLATION))


def singular(word: str) -> str:
    """`word`, folded, without an English plural ending; for words of four letters or more."""
    if len(word) < 4 or not word.endswith("s") or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if _HISS.search(word):
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) else word[:-1]


@lru_cache(maxsize=200_000)
def compound(surface: str) -> Compound:
    """The terms of one compound."""
    runs = _FOLDED_PART.findall(fold(surface))
    found: list[str] = []
    for run in runs:
        found += _pairs(run) if _IS_CJK.match(run) else [_term(run)]
    joined = ""
    if len(runs) > 1 and _JOINER.search(surface) and not any(map(_IS_CJK.match, runs)):
        joined = _term("".join(runs))
    return Compound(tuple(found), joined, runs[-1][:LONGEST_TERM] if runs else "")


@lru_cache(maxsize=200_000)
def _terms_of(surface: str) -> tuple[str, ...]:
    found = compound(surface)
    return (*found.parts, found.joined) if found.joined else found.parts


def _term(run: str) -> str:
    return singular(run)[:LONGEST_TERM]


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


# Words that tell little: papers are found by them through titles alone.
SMALL_WORDS = frozenset(map(singular, STOP_WORDS))
# What is often written as a word of its own: 'pre training' is 'pretraining' too.
PREFIXES = frozenset(
    """anti auto bi co cross de few fine graph hyper in inter intra large low macro meta micro mid mini mono
    multi non one open out over post pre pseudo re self semi sub super text trans tri un under uni
    vision zero""".split()
)
