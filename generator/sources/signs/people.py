"""How much a text looks like a list of people's names."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from generator.sources.signs.words import CJK, PROSE, TITLE_WORDS
from generator.text.name_lists import on_behalf

NAMES = (  # of one person, two words at least
    r"[^\W\d_a-z][\w.'’\-]*"
    r"(?: (?:[dl]['’])?[^\W\d_a-z][\w.'’\-]*| "
    r"(?:de|van|von|der|den|ter|do|dos|das|du|al|bin|ibn|el|la|le|di|da|del|della|zu|zum|zur|e|y)){1,5}"
)
PEOPLE = re.compile(rf"{NAMES}(?:, {NAMES}){{0,99}}\s?,?")
_HAS_NAME_MARK = re.compile(r"[+\\{}$^~*†‡§¶∗#\d⋆✉('`’´<@]")
_LEFT_OUT = re.compile(r"\s?\+\s?\d{1,3} (?:more )?authors?")  # between the names of a list
_NAME_MARKS = re.compile(
    r"\\[a-zA-Z]+\s?|\\.|[{}$^~*†‡§¶∗#\d⋆✉]|"
    r"\((?:[^()]|\([^()]{0,60}\)){0,160}+\)|['`’´]|<[^<>]{1,40}>|\S{1,40}@\S{1,40}"
)
_ORDINAL = re.compile(r"(?<=\w) (?:2nd|3rd|[4-9]th)(?![\w'’-])")  # 'John H. Watson 3rd'
_NAME_BREAK = re.compile(r"[,;·•⋅|&、，；/]|\b(?:and|und|et|y)\b")
_NAME_TOKEN = re.compile(  # 'Liò' also as 'Lio’'
    r"(?:(?:el|al|abd|bin|ben|de|da|di|du|d|la|le|van|von|ter)-?)?"  # 'el-Kady', 'deSa'
    r"[^\W\d_a-z][^\W\d_]*\.?(?:(?:[\-‐‑–.]|['’](?=[A-Z]))[^\W\d_]+\.?)*[.’]?|[^\W\d_][^\W\d_]?\.|-[^\W\d_a-z]\."
)
# Most lists: whole names, each of a few words with capitals, and commas.
_WORD = r"[^\W\d_a-z][^\W\d_]*(?:-[^\W\d_a-z][^\W\d_]*)*\.?"
_PLAIN_NAME = rf"{_WORD}(?: {_WORD}){{0,5}}"
_PLAIN_NAMES = re.compile(rf"{_PLAIN_NAME}(?:, {_PLAIN_NAME})*")
PARTICLES = frozenset(
    "van von de der den del della di da dos das du des la le el al bin ibn ter te ten zu zur zum dem "
    "af av y e do san st "
    "ben abu op 't and jr sr ii iii 2nd 3rd 4th "
    "et al others la' d o der. team group collaboration".split()
)


_BEFORE = re.compile(
    r"(?:[^\W\d_a-z]\.?[ \-]?){1,3} ?(?:(?:van|von|de|der|den|del|la|le|du) ){0,2}[^\W\d_a-z][\w'’\-]+"
)
_BEHIND = re.compile(r"[^\W\d_a-z][\w'’\-]+(?: (?:[^\W\d_a-z]\.?-?){1,3}|, (?:[^\W\d_a-z]\.?[ \-]?){1,3})")
_SEVERAL = 2.5  # how much two names look like names
_ON_BEHALF = 1.5  # what 'for the CMS Collaboration' says besides
_SURELY_NAMES, _ONE_INITIAL = 0.15, 0.2  # shares of ordinary words
_LONGEST = 100_000  # characters: the people of an experiment are thousands
_PARTS, _SHORT_PARTS = 6, 3  # of a name at most, initials and particles beyond that
JOINED = re.compile(r", (?:and |& )?| (?:and|&) |; ")  # between the names of a list
OTHERS = re.compile(r"(?:,? and|,)? et\.? al\b\.?|,? and (?:others|colleagues)\b")
_TWO_BEFORE = re.compile(r"[^\W\d_a-z](?:\. ?|[ \-])[^\W\d_a-z][. ]")


def ordinary_in_names(text: str, ordinary: float) -> float:
    """The share of ordinary words, as far as it speaks against names: not where these have initials, common
    as the words may be ('R W Wood', 'Wood RW, Mann TB'), and little where one name has one ('P Wood')."""
    if ordinary < _SURELY_NAMES:
        return ordinary
    if _BEFORE.fullmatch(text):
        sure = _TWO_BEFORE.match(text) is not None
        return 0.0 if sure else ordinary if text[0] in "AI" else _ONE_INITIAL  # 'A Survey' is none
    if _BEHIND.fullmatch(text):
        return _ONE_INITIAL
    parts = text.split(", ") if len(text) < _LONGEST else []
    all_have = len(parts) > 1 and (all(map(_BEFORE.fullmatch, parts)) or all(map(_BEHIND.fullmatch, parts)))
    return 0.0 if all_have else ordinary


def like_names(text: str, ordinary: float) -> float:
    """How much a text looks like a list of people's names. ordinary: the share of ordinary words."""
    if len(text) > _LONGEST or text.endswith(("?", "!", ":")):
        return -8.0
    people, group = on_behalf(text)
    return _like_list(people, ordinary) + (_ON_BEHALF if group else 0.0)


def _like_list(text: str, ordinary: float) -> float:
    text = _LEFT_OUT.sub(",", text) if "+" in text else text.strip("_")
    bare = _NAME_MARKS.sub("", _ORDINAL.sub("", text)) if _HAS_NAME_MARK.search(text) else text
    if not bare.isascii():
        bare = normalize("NFC", bare)
    if _PLAIN_NAMES.fullmatch(bare) and (bare.isascii() or not CJK.search(bare)):
        count = bare.count(",") + 1
        return _of_parts(count, ordinary) - (_single(bare) if count == 1 else 0.0)
    parts = [part for found in _NAME_BREAK.split(bare) if (part := found.strip()).strip(" .")]
    others = 0.2 * len(parts)
    for part in parts:
        others -= not is_name(part)
        if others < 0:
            break
    if not parts or others < 0 or (bare.isupper() and bare.isascii() and " " not in bare):  # 'UPLC-MS/MS'
        return -8.0
    score = _of_parts(len(parts), ordinary)
    return score - _single(parts[0]) if len(parts) == 1 else score


def are_people(text: str, names: float) -> bool:
    """Whether a line is of people: several, or one with initials. names: how much it looks like names."""
    one = _BEFORE.fullmatch(text) is not None and text[0] not in "AI"  # 'A Survey' is none
    *others, last = text.split(" and ")
    whole = bool(others) and " " in last and all(" " in name for name in others[0].split(", "))
    return names >= _SEVERAL or (names > 0 and (one or whole))


def names_several(text: str) -> bool:
    """Whether a line surely is of people, two at least."""
    return like_names(text, 0.0) >= _SEVERAL


def like_names_at_most(ordinary: float) -> float:
    """What `like_names` gives at most, whatever the text."""
    return _of_parts(3, ordinary)


def _of_parts(count: int, ordinary: float) -> float:
    score = (4.0 if count > 2 else 2.5 if count == 2 else 0.0) - 8.0 * max(ordinary - 0.2, 0.0)
    return score + (1.5 if ordinary < _SURELY_NAMES else 0.0)


_OF_SUBJECTS = re.compile(
    r"(?:tions?|sions?|ments?|ness|olog(?:y|ies)|graphy|metry|ics|isms?|sis|ses|bility|works?|models?|"
    r"(?<=\w{4})(?:ance|ings?))\b"
)


def _single(name: str) -> float:
    """What speaks against one name alone being a person's: its length, words that are of subjects."""
    words = name.split()
    odd = 3.0 if not 2 <= len(words) <= 4 else 1.5 if may_be_two(name) else 0.0
    known = words[0].lower() in TITLE_WORDS or words[-1].lower() in TITLE_WORDS
    return odd + (2.5 if known or _OF_SUBJECTS.search(words[-1]) else 0.0)


def may_be_two(name: str) -> bool:
    """Whether a name has so many parts written in full that it may be two people's."""
    return sum(len(word) > 2 and word[-1] != "." and not word.islower() for word in name.split()) > 3


@lru_cache(maxsize=4096)
def is_name(part: str) -> bool:
    """Whether a text is written as one person's name: capitals, initials, particles."""
    tokens = part.split()
    short = sum(len(token) == 1 or token in PARTICLES for token in tokens) if len(tokens) > _PARTS else 0
    if not tokens or len(tokens) > _PARTS + min(short, _SHORT_PARTS):
        return False
    if not part.isascii() and CJK.search(part):
        return len(part) <= 6
    proper = 0
    for n, token in enumerate(tokens):
        if (token.isalpha() and not "a" <= token[0] <= "z") or _NAME_TOKEN.fullmatch(token):
            proper += 1
        elif token not in PARTICLES and not (0 < n < len(tokens) - 1 and _is_syllable(token)):
            return False
    return proper > 0 or tokens[0] in ("et", "others")


def _is_syllable(token: str) -> bool:
    """Whether a word within a name may be a part of a given name, as in 'Kyoo il Kim'."""
    short = len(token) <= 3 and token.islower() and token.isalpha()
    return short and token not in TITLE_WORDS and token not in PROSE


def names_in(text: str) -> str:
    """A list of people's names; '' for other text."""
    people = JOINED.split(OTHERS.sub("", text).strip(" ,"))
    return text.strip(" ,") if all(map(is_name, people)) else ""


def all_names(text: str, least: int = 2) -> str:
    """A list of so many names of people, each of two words or more; '' for other text."""
    people = JOINED.split(text)
    return names_in(text) if len(people) >= least and all(" " in part for part in people) else ""
