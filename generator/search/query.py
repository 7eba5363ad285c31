"""What a reader typed, taken apart: words, phrases in quotes, filters such as `author:ren year:2020-2023`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.search.analysis import LONGEST_TERM, PREFIXES, Compound, compounds, parts, singular, terms
from generator.search.fields import FILTERS, NAME

_QUOTES = re.compile("[“”„‟«»]")  # as phones and word processors put them for "
_PIECE = re.compile(
    rf'(?P<name>{"|".join(FILTERS)})s?:(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S+))|"(?P<phrase>[^"]+)"', re.I
)
# Before an identifier or key, and fields that are no filters: what follows is looked for anywhere.
_LEADING = re.compile(
    r"(?:https?://)?(?:www\.|dx\.|export\.)?(?:arxiv\.org/(?:abs|pdf|html)/|doi\.org/)"
    r"|\\[a-z]{0,9}cite[a-z]{0,9}\*?\{|@[a-z]{1,20}\{|\b(?:title|abstract|key|doi|arxiv):(?=\S)",
    re.I | re.A,
)
_AND_OTHERS = re.compile(r" et al(?:[.,]+| |$)", re.I)
_MATH_MARK = re.compile(r"\$_|[${}^]")  # of TeX, as in M$^3$IT
_VERSION = re.compile(r"(\d{4}\.?\d{3,5})v\d+", re.A)
_YEARS = re.compile(r"(\d{4})?(?:-|–|\.\.)(\d{4})?")
_OPEN_END, _MOST_YEARS = 2100, 1000
_MOST_SLOTS = 32
_MOST_NAME = 4


@dataclass(slots=True)
class Slot:
    """A word that is looked for. term: as it is in the index; joined: other terms that satisfy it;
    growing: what it begins with where the reader may still be typing it, else ''."""

    term: str
    joined: list[str] = field(default_factory=list)
    growing: str = ""


class Filter(NamedTuple):
    """Terms of which a paper must have all, or (any) one. growing: whether the last may still be typed."""

    terms: tuple[str, ...]
    any: bool
    growing: bool


class Query(NamedTuple):
    """name: the term of what a work goes by, where the query may be that; phrases: the parts of each."""

    slots: tuple[Slot, ...]
    name: str
    phrases: tuple[tuple[str, ...], ...]
    filters: tuple[Filter, ...]


def parse_query(text: str) -> Query:
    """Never raises: what is no filter or phrase is words."""
    text = _MATH_MARK.sub("", _LEADING.sub(" ", _QUOTES.sub('"', text)))
    text = _AND_OTHERS.sub(" ", _VERSION.sub(r"\1", text))
    filters = tuple(_filters(text))
    phrases = [tuple(parts(found["phrase"])) for found in _PIECE.finditer(text) if found["phrase"]]
    plain = _PIECE.sub(lambda found: f" {found['phrase'] or ''} ", text)
    words = [placed.compound for placed in compounds(plain)]
    growing = bool(words) and plain == plain.rstrip()
    joined = "".join(part for word in words for part in word.parts)
    name = NAME + joined if not filters and 0 < sum(len(w.parts) for w in words) <= _MOST_NAME else ""
    return Query(tuple(_slots(words, growing)), name, tuple(filter(None, phrases)), filters)


def unquoted(text: str) -> str:
    """A query whose phrases are words like others; `text` itself where it has none."""
    return _PIECE.sub(lambda found: found["phrase"] or found[0], _QUOTES.sub('"', text))


def _slots(words: list[Compound], growing: bool) -> list[Slot]:
    slots: dict[str, Slot] = {}
    before: Compound | None = None
    for word in words:
        mine = [slots.setdefault(part, Slot(part)) for part in word.parts]
        if word.joined:
            _join(mine, word.joined)
        if before is not None and len(word.parts) == 1 and before.last in PREFIXES:
            _join([slots[before.parts[-1]], *mine], singular(before.last + word.last)[:LONGEST_TERM])
        before = word
    if growing:
        slots[words[-1].parts[-1]].growing = words[-1].last
    return list(slots.values())[:_MOST_SLOTS]


def _join(slots: list[Slot], joined: str) -> None:
    for slot in slots:
        if joined not in slot.joined:
            slot.joined.append(joined)


def _filters(text: str) -> Iterator[Filter]:
    for found in _PIECE.finditer(text):
        if not found["name"]:
            continue
        name = found["name"].lower()
        value = found["quoted"] if found["quoted"] is not None else found["bare"]
        years = _YEARS.fullmatch(value) if name == "year" else None
        if years and any(years.groups()):
            yield Filter(tuple(f":year:{year:04}" for year in _range(years[1], years[2])), True, False)
        elif wanted := dict.fromkeys(terms(value)):
            growing = found.end() == len(text) and found["quoted"] is None
            yield Filter(tuple(f":{name}:{term}" for term in wanted), False, growing)


def _range(first: str | None, last: str | None) -> range:
    """The years of '2020-2023', '2020-' or '-2023', as far as 2100; of a longer range the last thousand."""
    start, end = sorted(min(int(year), _OPEN_END) for year in (first or 0, last or _OPEN_END))
    return range(max(start, end - _MOST_YEARS), end + 1)
