"""Telling the parts of one name apart, as people write it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from generator.text.escape import fold
from generator.text.value import Text

CJK = re.compile("[\u2e80-\u2fdf\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+")

_PARTICLES = frozenset(
    """de da do dos das di del della dello delle degli dei du des van von vom zu zum zur der den dem ter ten
    te la le lo las los el al af av auf aus bin ibn ben bint abu ould op in 't het d' l' st. san""".split()
)
# Written with a capital, before the last word of a name.
CAPITAL_PARTICLES = frozenset("De Di Del Della Der Den Dos Da Du Von El Al La Ter Ten Van".split())
_VIETNAMESE = frozenset(
    "Nguyen Tran Le Pham Huynh Hoang Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dinh Trinh Mai".split()
)
SUFFIX = re.compile(r"(?i:(?:Jr|Sr|Jnr|Snr)\.?|2nd|3rd|4th)|II|III|IV|VI{1,3}")
LAST_SUFFIX = re.compile(r"(?:Jr|Sr|Jnr|Snr)\.?|II|III|IV|2nd|3rd|4th")
# With their capitals: Ma and Md are given names.
_DEGREE = re.compile(
    r"(?:[Pp][Hh]\.?\s?[Dd]|M\.?D|M\.?S[Cc]|B\.?S[Cc]|M\.?A|D\.?Phil|Dr|Prof|MBA|MPH|RN|FRCP|Esq)\.?"
)
INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[ \-‐]?|[A-Z](?:[ \-‐]|(?![a-z])))+")
_CLOSED_INITIALS = re.compile(r"(?<=\b[A-Z]\.)(?=[A-Z][a-z]{2,})")  # 'L.N.Lipatov'
_BARE_INITIALS = re.compile(r"[A-Z]{1,3}")
_NO_INITIALS = frozenset("AI AG UK US USA EU ML IBM LLM".split())
_ORGANISATION_END = frozenset(
    """team teams collaboration collaborations consortium group university institute institution
    laboratory laboratories lab labs foundation association society committee council network initiative
    project organization organisation corporation company inc inc. ltd ltd. llc gmbh corp corp. workshop
    community research ai contributors developers authors investigators alliance agency ministry department
    center centre commission press taskforce working-group partnership""".split()
)
_ORGANISATION_START = frozenset(
    "university institute ministry department national european laboratory centre center the".split()
)
# Words that make another thing of a name than 'Given Family', in small letters.
TELLING = (
    _PARTICLES
    | _ORGANISATION_END
    | _ORGANISATION_START
    | {word.lower() for word in CAPITAL_PARTICLES}
    | {"jr", "sr", "jnr", "snr", "y", "of"}
)


class Parts(NamedTuple):
    """The parts of a name; an organisation has a family name only."""

    given: str = ""
    family: str = ""
    suffix: str = ""


def split_name(text: str) -> Parts:
    """The parts of one name: 'Given van Family Jr.', 'Family, Jr., Given', an organisation. Total."""
    text = decode(text)
    if text.startswith("{") and text.endswith("}") and len(text) > 2:
        return Parts(family=text[1:-1].strip())
    if "," not in text:
        return _natural(text) if text else Parts()
    pieces = [piece for part in text.split(",") if (piece := part.strip())]
    while len(pieces) > 1 and _DEGREE.fullmatch(pieces[-1]) and not INITIALS.fullmatch(pieces[-1]):
        pieces.pop()
    if len(pieces) < 2:
        return _natural(pieces[0]) if pieces else Parts()
    return _inverted(pieces)


_SET = re.compile(r"[^\w\s.,;()-]|_|--")  # what may be LaTeX or is set in another way than written


def decode(text: str) -> str:
    """Names are plain Unicode: LaTeX accents are resolved, and Arabic's comma is one like any other."""
    return (Text(text).plain if _SET.search(text) else fold(text)).replace("،", ",")


def _inverted(pieces: list[str]) -> Parts:
    """'Family, Given', 'Family, Jr., Given', 'Family, Given[,] Jr.' or 'Given Family, Jr.'"""
    if len(pieces) == 2 and SUFFIX.fullmatch(pieces[1]):
        before = _natural(pieces[0])
        if not _are_initials(pieces[1], pieces[0], before):
            return before._replace(suffix=pieces[1])
        return Parts(pieces[1], pieces[0])
    if pieces[1].lower().rstrip(".") in ("inc", "ltd", "llc", "corp", "gmbh"):
        return Parts(family=", ".join(pieces))
    suffix = next((piece for piece in pieces[1:] if SUFFIX.fullmatch(piece)), "")
    given = [piece for piece in pieces[1:] if piece != suffix]
    first, _, last = given[-1].rpartition(" ") if given and not suffix else ("", "", "")
    if first and LAST_SUFFIX.fullmatch(last):  # MEDLINE: 'King, Martin L Jr'
        given[-1], suffix = first, last
    family, _, last = pieces[0].rpartition(" ")
    if family and not suffix and LAST_SUFFIX.fullmatch(last):  # Scopus: 'King Jr., M.L.'
        return Parts(" ".join(given), family, last)
    return Parts(" ".join(given), pieces[0], suffix)


def _are_initials(last: str, text: str, before: Parts) -> bool:
    """Whether 'JR' or 'IV' behind a comma are initials: databases write 'Harris, JR' and 'Ivanov, IV'."""
    return _BARE_INITIALS.fullmatch(last) is not None and (
        not before.given or (last in ("JR", "SR") and not text.isupper())
    )


def _natural(text: str) -> Parts:
    words = (_CLOSED_INITIALS.sub(" ", text) if "." in text else text).split()
    if len(words) == 1 or is_organisation(words):
        return Parts(family=text)
    if not text.isascii() and all(CJK.fullmatch(word) for word in words):
        return Parts(" ".join(words[1:]), words[0])
    suffix = ""
    if len(words) > 2 and LAST_SUFFIX.fullmatch(words[-1]):
        suffix = words.pop()
    if _is_pubmed(words):
        return Parts(words[-1].removesuffix("."), " ".join(words[:-1]), suffix)
    start = _family_start(words)
    return Parts(" ".join(words[:start]), " ".join(words[start:]), suffix)


def is_organisation(words: list[str]) -> bool:
    """Whether the words name an organisation, told by its last word, by 'group on', or by its first
    and a joining one."""
    if len(words) == 1:
        letters = words[0]
        inner = any(a.islower() and b.isupper() for a, b in pairwise(letters))
        return inner or (letters.isupper() and len(letters) > 2)
    if words[-1].lower() in _ORGANISATION_END and words[-1] != "Ai":  # a family name
        return True
    if words[0] == "The" or "of" in words:
        return True
    if not _JOINING.isdisjoint(words) and any(
        one.lower() in _ORGANISATION_END and other in _JOINING for one, other in pairwise(words)
    ):
        return True
    return words[0].lower() in _ORGANISATION_START and any(word.lower() in _JOINING for word in words)


_JOINING = frozenset(("of", "for", "and", "on", "in"))


def _is_pubmed(words: list[str]) -> bool:
    """'Smith JA', 'van der Berg AB': a family name with its particles, then initials without points."""
    *particles, family, last = words
    if not last[:2].removesuffix(".").isupper():
        return False
    initials = last.removesuffix(".")
    stopped = initials != last  # no family name ends so
    if not _BARE_INITIALS.fullmatch(initials) or last in _NO_INITIALS:
        return False
    if not all(word in _PARTICLES or word in CAPITAL_PARTICLES for word in particles):
        return False
    return len(family) > (1 if stopped else 2) and not family.isupper() and not family.endswith(".")


def _family_start(words: list[str]) -> int:
    """The index of the first word of the family name, particles included."""
    for index in range(len(words) - 1):
        if words[index] in _PARTICLES and (index or words[-1][:1].isupper()):
            return index
        if index and words[index] == "y":
            return index - 1 if index > 1 else index
        if index and words[index] in CAPITAL_PARTICLES and _takes_capital(words, index):
            return index
    return len(words) - 1


def _takes_capital(words: list[str], index: int) -> bool:
    """Van is a particle in Van Durme, a given name in Nguyen Van Anh."""
    return words[index] != "Van" or not (_VIETNAMESE & {words[0], words[-1]})
