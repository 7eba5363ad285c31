"""The head of a paper's first page, as copied from a PDF: the lines of its title, and its people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.sources.pasted.unit import NEXT_LINE, Unit
from generator.sources.signs.people import is_name, like_names, may_be_two
from generator.sources.signs.words import PROSE

_AT_WORK = re.compile(
    r"\S@[\w-]+\.[a-z]|[Uu]niversi[td]|\b(?:Univ\.|Institut\w*|D[eé]partement|Department|Dept\.|School of|"
    r"College|Hospital|Laborator\w*|Labs?|Research|Acad\w{2,4}y|Faculty|Cent(?:er|re) for|Agency|Unit|"
    r"Inc\.?|Ltd\.?|GmbH|AG|Google|Microsoft|Facebook|Meta AI|Amazon|IBM|DeepMind|OpenAI|NVIDIA|Inria|"
    r"INRIA|CNRS|ETH|EPFL|MIT|Correspond\w{2,5}|[Ee]qual contribution)(?!\w)|"
    r"^(?:[\d¹²³⁴-⁹]{1,2} ?|[a-z] )[A-Z][a-z]"
)
_ASIDE = re.compile(  # that stands among names
    r"\S{1,80}@\S{1,80}|\([^()]{0,60}\)|\[[\d\s,;−–-]{1,60}X?\]|"
    r"\b(?:(?:Graduate |Life |Senior |Student ){0,3}Member|(?:Life )?Fellow), IEEE\b"
)
_MARKS = re.compile(r"[\d¹²³⁴-⁹⁰*†‡§¶∗⋆✉♠♣♦♥#,;·•&|]|\band\b")
_ABOVE_TITLE = re.compile(
    r"(?:published (?:as|in|at)|under review|accepted (?:as|at|by|for|to)|to appear|preprint|proceedings of|"
    r"(?:(?:original|full length|regular|research|review|short|invited) )*(?:article|paper|review|letter)$|"
    r"contents lists available|journal homepage|"
    r"journal of|workshop on|ieee)\b.*|arxiv:\d.*|[\W\d]+|.*[.,;]|"
    r".*\b(?:copyright|doi\.org|permission|vol\. ?\d)\b.*",
    re.IGNORECASE,
)
_BOX = re.compile(r"article\s{1,3}info|a r t i c l e\s{1,5}i n f o", re.IGNORECASE)
_DIGITS = tuple("0123456789¹²³⁴⁵⁶⁷⁸⁹")
_LETTERS = re.compile(r"(?<=\w\w) [a-z](?:,[a-z])*(?=,|$|[∗*]| and\b)")  # for places, behind names
_LINES = 40  # from the title to the abstract, at most
_LINES_OF_TITLE = 4  # at most
_LINE = 40  # characters of a line that is a sentence's last, at least
_PERSON = 5  # words at most
_PLACE = 400  # characters in which a line names the first place of work
_PARAGRAPH, _VERBS = 200, 2  # characters of a line that is a paragraph, its words that only sentences have
_SMALL_WORD = re.compile(r"\b[a-zà-ÿ]{4,}\b")


@dataclass(frozen=True)
class Head:
    """What stands above an abstract. texts: the stripped lines of the text; abstract: where it starts."""

    texts: Sequence[str]
    abstract: int

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the abstract in small letters, which are of no name."""
        below = self.texts[self.abstract : self.abstract + _LINES]
        return frozenset(word for text in below for word in _SMALL_WORD.findall(text))

    @cached_property
    def end(self) -> int:
        """Where the head ends: at the abstract, or at the box of dates and keywords above it."""
        above = range(max(self.abstract - _LINES, 0), self.abstract)
        return next((n for n in above if _BOX.fullmatch(self.texts[n])), self.abstract)

    def top(self, lowest: int) -> int:
        """The first line of the head: up to a blank line with a title below it, `lowest` at the most."""
        texts = self.texts
        for n in range(self.end - 1, max(lowest, self.abstract - _LINES) - 1, -1):
            below = n + 1 < self.end and bool(texts[n + 1])
            text_above = n > 0 and len(texts[n - 1]) > _LINE and texts[n - 1].endswith(".")
            title_below = below and (text_above or not self._tells_of_people(n + 1))
            if not any(map(str.isalnum, texts[n])) and (texts[n] or title_below):
                return n + 1
        return lowest if lowest >= self.abstract - _LINES else self.abstract

    def units(self, top: int, surely: bool) -> list[Unit]:
        """Title and people from `top` on; none where neither a place of work nor `surely` tells of a page,
        nor where a paragraph stands there."""
        said = [n for n in range(top, self.end) if self.texts[n]]
        if any(_is_prose(self.texts[n]) for n in said):
            return []
        people = next((n for n in said[1:] if self._is_of_people(n)), None)
        if people is None or not (surely or any(map(self._is_of_work, range(people, self.end)))):
            return []
        title = people
        for n in reversed([n for n in said if n < people][-_LINES_OF_TITLE:]):
            if _ABOVE_TITLE.fullmatch(self.texts[n]):
                break
            title = n
        return [self._unit(title, people, "T"), self._people(people)] if title < people else []

    def _tells_of_people(self, n: int) -> bool:
        return self._is_of_people(n) or self._is_of_work(n)

    def _is_of_people(self, n: int) -> bool:
        """Whether a line names people, or gives an address of theirs."""
        text = self.texts[n]
        if "@" in text or self._names(n):
            return True
        together = " " in text and all(word[0].isupper() for word in text.split())
        return together and not self._is_of_work(n) and self._is_above_work(n) and not self._is_said(text)

    def _is_of_work(self, n: int) -> bool:
        return _AT_WORK.search(self.texts[n], 0, _PLACE) is not None

    def _is_above_work(self, n: int) -> bool:
        below = next((text for text in self.texts[n + 1 : n + 3] if text), "")
        return _AT_WORK.search(below, 0, _PLACE) is not None

    def _is_said(self, text: str) -> bool:
        """Whether the abstract has one of the words."""
        return not self.words.isdisjoint(_SMALL_WORD.findall(text.lower()))

    def _names(self, n: int) -> list[str]:
        """The people whom a line names, with marks or commas between; none where it may be anything else."""
        text = self.texts[n]
        parts = people_of(text)
        if not parts or (text[0] in _DIGITS and self._is_of_work(n)):
            return []
        if len(parts) > 1:
            return parts
        plain = _ASIDE.sub("", text)
        other = _AT_WORK.search(plain) or self._is_said(plain)
        return parts if not other and (self._is_above_work(n) or like_names(plain, 0.0) > 0) else []

    def _people(self, first: int) -> Unit:
        """The unit of the people; without names where none can be told from another."""
        names: list[str] = []
        alone = False  # whether the line above names one person
        for n in range(first, self.end):
            found = self._names(n)
            is_place = alone and len(found) == 1 and "@" in self.texts[n + 1] and "@" not in self.texts[n]
            names += [] if is_place else found
            alone = len(found) == 1 and not is_place
        unit = self._unit(first, self.end, "A")
        if not names or (len(names) == 1 and may_be_two(names[0])):
            return unit._replace(kind="X", reason="affiliation")
        return unit._replace(text=", ".join(names))

    def _unit(self, first: int, end: int, kind: str) -> Unit:
        said = [n for n in range(first, end) if self.texts[n]]
        return Unit(first + 1, said[-1] + 1, " ".join(self.texts[n] for n in said), NEXT_LINE, kind)


def _is_prose(line: str) -> bool:
    """Whether a line is a paragraph of sentences: places of work may fill a long line, too."""
    return len(line) > _PARAGRAPH and sum(map(PROSE.__contains__, line.split())) >= _VERBS


def people_of(text: str) -> list[str]:
    """The people whom a line names, with marks or commas between; none where something else is said."""
    plain = _LETTERS.sub("", _ASIDE.sub("", text))
    parts = [part for found in _MARKS.split(plain) if (part := found.strip(" ."))]
    return parts if all(is_name(part) and 1 < len(part.split()) <= _PERSON for part in parts) else []
