"""Words of a text: where they stand and what they fold to, so that `pre-training`, `Pretraining` and
`pre training` meet, and `models` meets `model`.

English suffixes are taken off by Snowball's English stemmer (M. Porter, "Snowball", 2001); words of other
scripts stay as they are, Chinese and Japanese characters one by one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_CJK}]|(?:(?![{_CJK}])[^\W_])+")
_GAP_AND_WORD = re.compile(r"([\W_]*)([^\W_]+)")
_GAP_AND_CJK_WORD = re.compile(rf"([\W_]*)({_WORD.pattern})")
_CJK_ALONE = re.compile(f"[{_CJK}]")
_HYPHENS = frozenset("-‐‑–/&")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[^\sa-z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|cf|vs|al|fig|eq|etc|resp|approx|no|vol|dr|prof)|\b[A-Z])$", re.I
)
_MADE_WITH_IZE = re.compile(r"(?<=[a-z]{3})(?:iz(?:e[rds]?|ers|ing|ations?)|isations?)$")
_STEMMER = snowballstemmer.stemmer("english")

STOP_WORDS = frozenset(
    """a about above across after again against all almost alone along already also although always am
    among an and another any anyone anything are around as at away back be became because become
    becomes been before behind being below between beyond both but by can cannot could did do does
    doing done down due during each either else enough etc even ever every everything few first for
    from further get gets give given gives go goes had has have having he hence her here hers him
    his how however i if in indeed instead into is it its itself just keep kept largely last least
    less let like likely made mainly make makes making many may me might more moreover most mostly
    much must my namely near nearly need needs neither never nevertheless next no nobody none nor
    not nothing now of off often on once one only onto or other others otherwise our ours out over
    own per perhaps quite rather really recent recently regarding s same second see seem seems
    several shall she should since so some something sometimes somewhat soon still such t take taken
    takes than that the their them themselves then there thereby therefore these they thing things
    third this those though three through throughout thus to together too toward towards two under
    unless unlike until up upon us use used uses using usually various very via was we well were
    what whatever when whenever where whereas whether which while who whole whom whose why will with
    within without would yet you your""".split()
)


_PREFIXES = frozenset(
    """anti auto bi co cross de dis ever hyper inter intra macro mega meta micro mini mis mono multi nano
    non over post pre pseudo quasi re self semi sub super sur tele trans tri ultra un under uni
    well""".split()
)


class Word(NamedTuple):
    """A word of a text. stem: what it folds to; start, end: its place; glued: a hyphen before it."""

    stem: str
    start: int
    end: int
    glued: bool


def words(text: str) -> list[Word]:
    """The words of `text` in order; linear in its length."""
    found: list[Word] = []
    last = -1
    for match in _WORD.finditer(text):
        start, end = match.span()
        glued = start == last + 1 and start > 0 and text[last] in "-‐‑–/&+"
        found.append(Word(stem(match.group()), start, end, glued))
        last = end
    return found


def runs(text: str) -> Iterator[list[tuple[str, str, str]]]:
    """Words that follow each other with nothing but a blank or hyphen between and no stop word.

    Each is (stem, lower-case surface, gap before it). A prefix and what a hyphen ties to it are one word:
    `pre-trained`, `multi-modal`; so are a word and a number behind it: `covid-19`, `sars-cov-2`. Single
    characters and other numbers break a run as stop words do; Chinese and Japanese characters are words that
    follow each other without a gap.
    """
    run: list[tuple[str, str, str]] = []
    prefix: tuple[str, str] | None = None
    plain = text.isascii() or not _CJK_ALONE.search(text)
    for gap, word in (_GAP_AND_WORD if plain else _GAP_AND_CJK_WORD).findall(text):
        known = _looked_up(word)
        hyphen = gap in _HYPHENS
        if prefix and hyphen and known:
            known = prefix[0] + known[0], f"{prefix[1]}{gap}{known[1]}"
            run[-1] = (*known, run[-1][2])
        elif hyphen and run and word.isdigit():
            before = run[-1]
            run[-1] = f"{before[0]}{word}", f"{before[1]}{gap}{word}", before[2]
        elif known is None or not (hyphen or gap == " " or (run and not gap)):
            if run:
                yield run
            run = [(*known, " ")] if known else []
        else:
            run.append((*known, gap))
        prefix = known if known and known[0] in _PREFIXES else None
    if run:
        yield run


@lru_cache(maxsize=200_000)
def _looked_up(word: str) -> tuple[str, str] | None:
    """Stem and lower case of a word that tells something; None of another."""
    lower = word.lower()
    if lower in STOP_WORDS or word.isdigit() or (len(word) < 2 and not _CJK_ALONE.match(word)):
        return None
    return stem(word), lower


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """What a word folds to: without case, accents and English suffixes.

    Snowball folds `tokenizer` into `token`; here `-ize` and what is made from it stay apart from the root.
    """
    folded = fold(word)
    if made := _MADE_WITH_IZE.search(folded):
        return folded[: made.start()] + "iz"
    return str(_STEMMER.stemWord(folded))


def fold(text: str) -> str:
    """Without case and accents: 'Poincaré' and 'POINCARE' are the same."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of `text` start and end."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text, max(start, match.start() - 8), match.start()):
            continue
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)
