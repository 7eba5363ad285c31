"""Names for addresses and short names for venues."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_LONGEST_SLUG = 80
# Names that would meet a page of ours or that Windows keeps for devices.
_TAKEN = frozenset(
    {"index", "unsorted", "undated", "con", "prn", "aux", "nul"}
    | {f"{device}{digit}" for device in ("com", "lpt") for digit in range(10)}
)
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "ı": "i",
    }
)


def slug(name: str) -> str:
    """`name` (any Unicode) as the last part of an address: lower-case ASCII letters, digits and '-'.

    The same for the same name whatever else the list holds; accents and case make no difference.
    A name with letters that have no ASCII form gets a short hash of itself.
    """
    bare = _bare(name)
    words = "-".join(re.findall(r"[a-z0-9]+", bare))
    if words and not _is_foreign(bare) and len(words) <= _LONGEST_SLUG and words not in _TAKEN:
        return words
    digest = hashlib.sha256(unicodedata.normalize("NFKC", name).casefold().encode()).hexdigest()[:10]
    return f"{words[:_LONGEST_SLUG]}-{digest}".strip("-")


def initial(name: str) -> str:
    """The letter, A to Z, that `name` is found under in an index; '#' where it starts with another sign."""
    first = _bare(name)[:1]
    return first.upper() if "a" <= first <= "z" else "#"


def _bare(name: str) -> str:
    """`name` in lower case without its accents."""
    folded = unicodedata.normalize("NFKD", name.translate(_LETTERS).casefold())
    return "".join(char for char in folded if not unicodedata.combining(char))


def _is_foreign(bare: str) -> bool:
    return any(char.isalpha() and not char.isascii() for char in bare)


_ACRONYM = re.compile(r"\(([^()]{2,40})\)")
_ACRONYM_WORD = re.compile(r"(?:[\w/&-]*[A-Z][\w/&-]*[A-Z][\w/&-]*|(?:19|20)\d\d|'?\d\d)")
_FINDINGS = re.compile(r"^Findings of the Association for Computational Linguistics: *(.+)$", re.IGNORECASE)
_LONG_FORM = re.compile(
    r"^(?:in )?(?:the )?(?:proceedings of|advances in|.*\bconference\b|.*\bsymposium\b)", re.I
)
_ISSUE = re.compile(r"[,;]? (?:vol(?:ume|\.)? ?)?\d{1,4}(?: ?\(\d{1,4}(?:[-–]\d{1,4})?\))?$", re.IGNORECASE)
_YEAR = re.compile(r"(?:^|(?<=[\s,'’-]))(?:(?:19|20)\d\d|(?<=['’-])\d\d)\b")
_SHORT_ENOUGH = 32


def short_venue(venue: str) -> str:
    """A venue as a reader would say it.

    'Proceedings of the 2021 Conference on Empirical Methods … (EMNLP 2021)' → 'EMNLP 2021';
    'Findings of the Association for Computational Linguistics: ACL 2023' → 'Findings of ACL 2023';
    'IEEE Transactions on Multimedia 26(3)' → 'IEEE Trans. Multimedia'; others as they stand.
    """
    findings = _FINDINGS.match(venue)
    if findings:
        return f"Findings of {findings[1]}"
    acronyms = [found for found in _ACRONYM.findall(venue) if _is_acronym(found)]
    if acronyms and (len(venue) > _SHORT_ENOUGH or _LONG_FORM.match(venue)):
        return str(acronyms[-1])
    return _journal(venue) or venue


def _is_acronym(text: str) -> bool:
    words = text.split()
    return all(_ACRONYM_WORD.fullmatch(word) for word in words) and not text.replace(" ", "").isdigit()


def _journal(venue: str) -> str:
    """The journal's name without volume and issue."""
    name = _ISSUE.sub("", venue) if not _ends_in_year(venue) else venue
    return name.replace("Transactions on ", "Trans. ")


def _ends_in_year(venue: str) -> bool:
    return re.search(r"\b(?:19|20)\d\d$", venue) is not None


def venue_series(venue: str) -> str:
    """The series a venue belongs to, without its year and track: 'EMNLP 2021' → 'EMNLP'.

    Workshops stay apart from the conference that holds them.
    """
    short = short_venue(venue)
    year = _YEAR.search(short)
    if not year:
        return short
    before = short[: year.start()].rstrip(" ,:-'’(")
    after = short[year.end() :].lstrip(" ,:-'’)")
    if not before:
        return after or short
    return f"{before} Workshops" if "workshop" in after.casefold() else before
