"""Names of people and organisations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.text.bibtex import escape_bibtex
from generator.text.escape import escape_html, fold
from generator.text.name_bibtex import split_bibtex_list
from generator.text.name_heads import FAMILY, GIVEN, with_safe_start, with_safe_starts
from generator.text.name_lists import split_list
from generator.text.name_parts import CJK, Parts, is_organisation, split_name


@dataclass(frozen=True, slots=True)
class Name:
    """A person's or an organisation's name in Unicode. Use keywords.

    family: with the particles that belong to it (van der Berg); an organisation has a family name only.
    suffix: Jr., III. What stands in a list for names that are left out is a name that `is_others`.
    """

    given: str = ""
    family: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        for part in ("given", "family", "suffix"):
            value = getattr(self, part)
            if value and (folded := fold(value)) != value:
                object.__setattr__(self, part, folded)

    def __bool__(self) -> bool:
        return bool(self.given or self.family)

    @property
    def plain(self) -> str:
        """As people write it: 'Given Family, Jr.'; Chinese, Japanese and Korean names family first."""
        if self.given and CJK.fullmatch(self.family) and CJK.fullmatch(self.given):
            return self.family + self.given
        whole = " ".join(part for part in (self.given, self.family) if part)
        return f"{whole}, {self.suffix}" if self.suffix else whole

    @property
    def html(self) -> str:
        """`plain` for HTML."""
        return escape_html(self.plain)

    @property
    def bibtex(self) -> str:
        """As an item of BibTeX's author field: 'van der Berg, Jr., Given', split into the same parts."""
        return _bibtex(self, lambda text, _: escape_bibtex(text), lambda text: f"{{{escape_bibtex(text)}}}")

    @property
    def bibtex_classic(self) -> str:
        """`bibtex` for styles that cut names: the letters that they keep are whole."""
        return _bibtex_classic(self)

    @property
    def is_organisation(self) -> bool:
        """Whether it is in one part and made of words that name an organisation: 'OpenAI', 'OpenAI Team'."""
        return bool(self.family and not self.given) and is_organisation(self.family.split())

    @property
    def is_others(self) -> bool:
        """Whether it is nobody's name but says that more people are not named: 'et al.', 'others'."""
        last = self.family or self.given
        return last.lower().endswith(_OTHERS_END) and _OTHERS.fullmatch(self.plain) is not None

    @staticmethod
    def parse(text: str) -> Name:
        """One name as people write it: 'Given van Family', 'Family, Jr., Given', 'OpenAI'."""
        return Name(*split_name(text))

    @staticmethod
    def parse_list(text: str, *, inverted: bool = True) -> tuple[Name, ...]:
        """The names of a list as people write it: 'A, B and C', 'A; B', 'Family, G., Family, G. H.'.

        Marks of affiliations and degrees are left out. Where it says that there are more people ('et al.',
        'and 12 others') the last name `is_others`. inverted: whether 'Family, Given' may stand in it.
        """
        people, more = split_list(text, inverted=inverted)
        return _named(people, more)

    @staticmethod
    def from_bibtex_list(value: str) -> tuple[Name, ...]:
        """The names of a BibTeX author field, by BibTeX's own rules and BibLaTeX's family=…, given=…; where
        it ends in 'and others' or 'et al.' the last name `is_others`."""
        people, more = split_bibtex_list(value)
        return _named(people, more)


OTHERS = Name(family="et al.")
_OTHERS_END = ("al", "al.", "others")
_OTHERS = re.compile(r"(?:and\s+)?(?:et(?:\.\s*|\s+)al\.?|others)", re.IGNORECASE)


def _named(people: Iterable[Parts], more: bool) -> tuple[Name, ...]:
    named = tuple(name for parts in people if (name := Name(*parts)))
    return (*named, OTHERS) if more else named


def _bibtex(name: Name, words: Callable[[str, re.Pattern[str]], str], one: Callable[[str], str]) -> str:
    """words, one: write a part whose words BibTeX may tell apart, and a part that is one word for it."""
    whole = re.sub(",(?: ?,)+", ",", name.plain)
    if not name.family or not (name.given or name.suffix):
        return one(whole) if " " in whole or _is_split(whole) else words(whole, FAMILY)
    parts = [(name.family, FAMILY), *([(name.suffix, GIVEN)] if name.suffix else []), (name.given, GIVEN)]
    written = ", ".join(one(text) if _is_split(text) else words(text, cuts) for text, cuts in parts)
    return one(whole) if written.count(",") > 2 else written


@lru_cache(maxsize=16_384)
def _bibtex_classic(name: Name) -> str:
    """Kept, as a list names its authors in a dozen files."""
    return _bibtex(name, with_safe_starts, with_safe_start)


def _is_split(text: str) -> bool:
    """Whether BibTeX would find in a part of a name two parts or names, nothing at all, or too many words."""
    few = not any(mark.isalnum() for mark in text) or text.count(" ") >= _MANY_WORDS
    return few or "," in text or _AND.search(text) is not None


_AND = re.compile(r"(?:^|\s)(?:and|others)(?:\s|$)", re.IGNORECASE)
_MANY_WORDS = 9  # alpha's label holds a letter or command of each word, and BibTeX has a limit for it
