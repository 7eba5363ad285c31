"""Folding text so that two spellings of the same words are equal, and telling near-equal abstracts.

Nothing folded is ever shown: it is for comparing only.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from generator.text import unescape_html

_TAGS = re.compile(
    r"</?(?:i|b|em|strong|sub|sup|scp|sc|tt|span|br|p|italic|bold|jats:[a-z-]{1,20}|mml:[a-z]{1,20})\s*/?>",
    re.I,
)
_COMMAND = re.compile(r"\\(?:([a-zA-Z]+)\*?|(.))", re.DOTALL)
_JOINED = re.compile(r"[${}^_'’‘ʼ`´′\u00ad\u200b-\u200f\u2060\ufeff]")
_GAPS = re.compile(r"[\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f]")

_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau "
        "upsilon phi chi psi omega".split(),
        strict=True,
    )
)
_LETTERS = str.maketrans(
    {
        **_GREEK,
        **{
            "ς": "sigma",
            "ϵ": "epsilon",
            "ϕ": "phi",
            "ϑ": "theta",
            "ø": "o",
            "ł": "l",
            "đ": "d",
            "ı": "i",
            "ȷ": "j",
        },
        **{"æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "×": "x", "∞": "infty", "&": " and "},
    }
)
# LaTeX commands that stand for letters or signs; a name that is in none of the tables stays as a word.
_SIGNS = {"o": "o", "O": "o", "l": "l", "L": "l", "ss": "ss", "ae": "ae", "AE": "ae", "oe": "oe", "OE": "oe"}
_SIGNS |= {"aa": "a", "AA": "a", "i": "i", "j": "j", "times": "x", "varepsilon": "epsilon", "varphi": "phi"}
_SIGNS |= {"vartheta": "theta", "dots": " ", "ldots": " ", "cdots": " ", "textbackslash": " ", "sim": " "}
_SIGNS |= dict.fromkeys(
    ("le", "leq", "ge", "geq", "pm", "to", "rightarrow", "approx", "cdot", "textasciitilde"), " "
)
_STYLES = frozenset(
    "emph textbf textit textsc texttt textrm textsf textsl textup textmd textnormal underline text mathrm "
    "mathbf mathit mathcal mathbb mathsf mathtt mathfrak boldsymbol bm operatorname bf it sc tt rm em sl sf "
    "mbox hbox url href textsuperscript textsubscript left right big Big bigl bigr ensuremath displaystyle "
    "textstyle noopsort c v u H k r d b t footnotesize small large Large scriptsize protect xspace".split()
)
_FOLDED_SIGNS = {"&": " and ", "%": " ", "_": "", "#": " ", "$": " ", " ": " ", "\\": " ", ",": " ", "-": ""}


def fold(text: str) -> str:
    """The words of a text in one spelling: lower case, no accents, no punctuation, LaTeX and HTML undone.

    'M$^3$IT: \\emph{Caf\\'e}' and 'M³IT — Café' both give 'm3it cafe'. Letters outside Latin are kept.
    """
    text = unescape_html(text)
    if "<" in text:
        text = _TAGS.sub("", text)
    if "\\" in text:
        text = _COMMAND.sub(_command, text)
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.replace("~", " ").casefold())
        text = unicodedata.normalize("NFC", _MARKS.sub("", text)).casefold()
    text = text.replace("~", " ").lower().translate(_LETTERS)
    return _GAPS.sub(" ", _JOINED.sub("", text)).strip()


def _command(match: re.Match[str]) -> str:
    name, sign = match[1], match[2]
    if name is None:
        return _FOLDED_SIGNS.get(sign, "")
    if name in _STYLES:
        return ""
    return _SIGNS.get(name, name)


def normalise_title(title: str) -> str:
    """A title's words for comparing: see `fold`. Empty where the title has no letter or digit.

    Word breaks are kept; `title_key` compares without them ('Pre-training', 'Pretraining').
    """
    return fold(title)


def title_key(title: str) -> str:
    """A title without any gap: equal for titles that differ only in case, accents, mark-up, hyphens."""
    return fold(title).replace(" ", "")


_BUCKETS = 64
_SHINGLE = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(0x165667B19E3779F9))
_Hashes = NDArray[np.uint64]
_HEX = "0123456789abcdef"


def fingerprint(abstract: str) -> str:
    """What an abstract is known by: 16 hex digits of its folded words, '-', then 64 of a sketch.

    The first part is equal for abstracts that differ in mark-up, case or white space only; the second tells
    how much two abstracts have in common (`likeness`). Empty for a text without words.
    """
    return folded_abstract(abstract)[1]


@lru_cache(maxsize=16_384)
def folded_abstract(abstract: str) -> tuple[str, str]:
    """An abstract folded, and its fingerprint. Remembered: every stage that compares papers asks for it."""
    words = fold(abstract)
    return words, f"{_digest(words)}-{_sketch(words.encode().split(b' '))}" if words else ""


def _digest(words: str) -> str:
    data = words.encode()
    return f"{zlib.crc32(data):08x}{zlib.crc32(data[::-1], 0x5EED):08x}"


def _sketch(words: list[bytes]) -> str:
    """One-permutation MinHash of word triples, four bits a bucket (Li, Owen & Zhang, 2012)."""
    hashes = _mixed(_triples(np.fromiter(map(zlib.crc32, words), np.uint64, len(words))))
    lowest = np.full(_BUCKETS, np.iinfo(np.uint64).max, np.uint64)
    np.minimum.at(lowest, (hashes >> np.uint64(58)).astype(np.intp), hashes << np.uint64(6))
    return "".join(_HEX[v] for v in _filled(lowest))


def _triples(words: _Hashes) -> _Hashes:
    if len(words) < 3:
        words = np.concatenate([words, np.zeros(3 - len(words), np.uint64)])
    a, b, c = _SHINGLE
    out: _Hashes = words[:-2] * a + words[1:-1] * b + words[2:] * c
    return out


def _mixed(values: _Hashes) -> _Hashes:
    """The finaliser of SplitMix64 (Steele, Lea & Flood, 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _filled(lowest: _Hashes) -> list[int]:
    """Four bits of each bucket; an empty one takes those of the next that is not (Shrivastava & Li, 2014)."""
    used = np.flatnonzero(lowest != np.iinfo(np.uint64).max)
    ahead = np.searchsorted(used, np.arange(_BUCKETS)) % len(used)
    bits = (lowest[used[ahead]] >> np.uint64(30)) & np.uint64(15)
    return [int(b) for b in bits]


def likeness(one: str, other: str) -> float:
    """How much two abstracts share, by their fingerprints: 0 (nothing) to 1 (equal), give or take 0.07."""
    if not one or not other:
        return 0.0
    if one[:16] == other[:16]:
        return 1.0
    equal = sum(a == b for a, b in zip(one[17:], other[17:], strict=True)) / _BUCKETS
    return max(0.0, (equal - 1 / 16) / (1 - 1 / 16))


_BAND = 5


def bands(mark: str) -> tuple[str, ...]:
    """Pieces of a fingerprint's sketch, for looking up: abstracts with much in common share one at least.

    Of pairs that share 8 in 10 word triples 99 in 100 do, of unrelated ones 1 in 100,000.
    """
    return tuple(f"{i}:{mark[i : i + _BAND]}" for i in range(17, 13 + _BUCKETS, _BAND)) if mark else ()
