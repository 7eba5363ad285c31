"""Lines of people that say more, such as where their paper appeared, or its identifier: `A. Smith and J. Dahl
(ACL 2024)`, `Ada Smith, Jon Dahl, arXiv:2401.01234`, `SIGIR 2023 | Ada Smith`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.signs.beside_titles import without_ids
from generator.sources.signs.cited import cited
from generator.sources.signs.forms import MONTH
from generator.sources.signs.journal_names import is_journal
from generator.sources.signs.marks import HAS_DIGIT
from generator.sources.signs.notes import VENUE_YEAR, like_venue
from generator.sources.signs.people import PARTICLES, all_names, is_name, like_names, names_in, names_several

_LONGEST = 1600  # characters
_BREAK = re.compile(  # between people and places, whatever they are
    r"\s{0,3}[(\[]\s?|\s?[)\]][\s.,;:]{0,3}|\s{1,3}[|·•⋅–—-]{1,2}(?:\s{1,3}|$)|;\s{1,3}"
)
_STOP = re.compile(r"[,.] (?=\S)")  # between them as well, but within names and venues too
_LAST_JOINED = re.compile(  # whom 'and' tells to be the last of the people, and a place
    r"(?P<who>(?:[^,&]{3,60}, ){0,60}[^,&]{3,60},? (?:&|and) [^,&]{3,60}), (?P<where>[^\W\d_a-z].{1,160})"
)
_BY = re.compile(r"(?:[Ww]ritten )?[Bb]y:? (?=[^\W\d_a-z])")
_YEAR = r"(?:(?<!\w)(?P<year>(?:19|20)\d{2})|['’](?P<short>\d{2}))"
_WHERE = re.compile(rf"(?:In:? |in )?(?P<venue>.*?)[\s,]*(?:{MONTH}\.?,? )?{_YEAR}")
_YEAR_ENDS = re.compile(r"(?:19|20)\d{2}$")
_AFTER_YEAR = re.compile(r"(?<=\b(?:19|20)\d{2})[,.] (?=\S)")
_ACRONYM = re.compile(r"[A-Z][A-Za-z-]*[A-Z](?:[ @-][A-Z][A-Za-z]*)?")
_ARXIV = re.compile(r"(?:(?:arxiv|doi)\b(?: (?:preprint|id))?|preprint|available at)[:\s.,]*", re.IGNORECASE)
_SMALL = frozenset("of on in the and for to a at de la le und der für et & by".split())
_LONGEST_VENUE, _LONGEST_PLACE = 14, 160  # words of one; characters of a place behind a comma
_KNOWN, _NO_VENUE = 2.5, -5.0  # of what looks like a venue
_INITIAL = re.compile(r"\b[A-Z]\b")
_BEGINNING, _PLAIN_WORDS = 60, 2  # characters of a line; words in small letters there
_NAME_ENDS = re.compile(r"[a-z]{4}\. ")  # before a venue
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}(?=\w)|(?<=[\w.])[*_]{1,3}(?!\w)")
_BEFORE_OTHERS = 10  # words, those of "et al." included
_LETTER = re.compile(r"[^\W\d_]{2}")
_SENTENCE = re.compile(r"\b[a-z]{2,}[.?!] |[^\W\d_]{7}[.?!] |: ")  # no abbreviation stands there
_AROUND = " \t,;:|·•⋅–—-()[]"
_STRIPPED = f".{_AROUND}"
_INITIAL_ENDS = re.compile(r"(?:^|[\s.-])[^\W\d_a-z]$")
_FAMILY = r"[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)?, [^\W\d_a-z]\b\.?(?:[- ]?[^\W\d_a-z]\b\.?){0,3}"
_INVERTED = re.compile(rf"{_FAMILY}(?:[,;]? ?(?:(?:&|and) )?{_FAMILY}){{0,150}}")

_YEAR_IN_BRACKETS = re.compile(r"\((?:19|20)\d{2}[a-z]?\)[.,:] ")  # behind the people of a reference
# 'Smith, A. B., & Dahl, J. (1977).' in APA, 'Smith AB, Dahl J (1977).' in others
_BEGINS_REFERENCE = re.compile(r"\((?:19|20)\d{2}[a-z]?\)\.$")
_IN_SHORT = r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+){0,3} [A-Z]{1,4}"
_ALL_IN_SHORT = re.compile(rf"{_IN_SHORT}(?:, {_IN_SHORT}){{0,150}}")


def byline(text: str) -> dict[str, str] | None:
    """Authors (as lists are written) and what else a line says of their paper: venue, year, arxiv, doi, url.
    None for any other line, and for people alone."""
    if len(text) > _LONGEST or _is_prose(text) or not HAS_DIGIT.search(text):
        return None
    left, ids = without_ids(_EMPHASIS.sub("", text) if "*" in text or "_" in text else text)
    bare = (_bare(_ARXIV.sub("", piece.strip(_AROUND))) for piece in _BREAK.split(left))
    pieces = [_BY.sub("", piece) + "." * piece.endswith("et al") for piece in bare if piece]
    said = _people_first(pieces, identified=bool(ids)) or _people_last(pieces) if pieces else None
    if said and "venue" in said and "year" in said and _YEAR_IN_BRACKETS.search(text) and cited(text):
        return None
    if said and not ids and _BEGINS_REFERENCE.search(text) and _are_of_references(said["authors"]):
        return None
    labelled = said and f"{said['authors']}:" in text
    return said | ids if said and (ids or len(said) > 1) and not labelled else None


def _are_of_references(people: str) -> bool:
    return bool(_INVERTED.fullmatch(people) or _ALL_IN_SHORT.fullmatch(people))


def _bare(piece: str) -> str:
    """A piece without stops and marks around it, but the stop of an initial at its end."""
    bare = piece.strip(_STRIPPED)
    initial = _INITIAL_ENDS.search(bare) and piece.strip(_AROUND) == f"{bare}."
    return f"{bare}." if initial else bare


def _is_prose(text: str) -> bool:
    """Whether a line has so many words in small letters at its beginning that it hardly is one of people."""
    small = filter(str.islower, text[:_BEGINNING].split())
    return sum(word not in PARTICLES for word in small) > _PLAIN_WORDS


def _people_first(pieces: Sequence[str], *, identified: bool) -> dict[str, str] | None:
    """What the pieces of a line say of which the first one is people, or people and a place behind them.
    identified: whether the line has an identifier, so that a year and a stop end no part of a reference."""
    people, *places = pieces
    said: dict[str, str] = {}
    last = _LAST_JOINED.fullmatch(people) if "&" in people or " and " in people else None
    at = _where(last["where"]) if last and _are_people(last["who"]) else None
    if last and at and len(at) > 1:
        people, said = last["who"], at
    elif not _are_people(people):
        stops = _STOP.finditer(people, max(len(people) - _LONGEST_PLACE, 0))
        ways = ((people[: stop.start()], _where(people[stop.end() :], known=True)) for stop in stops)
        people, said = next(
            (
                (who, at)
                for who, at in ways
                if at and ("venue" in at or (identified and _are_sure(who))) and _are_people(who)
            ),
            ("", {}),
        )
    sure = bool(said) or _are_sure(people)
    for piece in _with_years(places):
        where = _where(piece, known=not sure)
        if not where or not said.keys().isdisjoint(where):
            return None
        said |= where
    return {"authors": people, **said} if people else None


def _with_years(places: Sequence[str]) -> list[str]:
    """The pieces, a year alone being put to what stands before it."""
    joined: list[str] = []
    for place in places:
        if joined and _YEAR_ENDS.fullmatch(place) and not _YEAR_ENDS.search(joined[-1]):
            joined[-1] += f" {place}"
        else:
            joined.append(place)
    return joined


def _people_last(pieces: Sequence[str]) -> dict[str, str] | None:
    """The same where venue and year stand in front of the people."""
    first, *people = pieces
    if not people:
        stop = _AFTER_YEAR.search(first)
        first, people = (first[: stop.start()], [first[stop.end() :]]) if stop else (first, [])
    where = _where(first) if len(people) == 1 else None
    return {"authors": people[0], **where} if where and "year" in where and _are_people(people[0]) else None


def _are_sure(people: str) -> bool:
    """Whether people are several, or have initials."""
    return names_several(people) or _INITIAL.search(people) is not None


def _are_people(text: str) -> bool:
    """Whether a piece is people: several, or one who is no subject ('Deep Learning'), no journal and
    nothing in capitals."""
    if text.endswith(("et al", "et al.")):  # before a comma, and as a piece
        return bool(names_in(text)) and len(text.split()) <= _BEFORE_OTHERS
    if _INVERTED.fullmatch(text):
        return True
    if _NAME_ENDS.search(text) or not all_names(text, 1):
        return False
    other = text.isupper() or like_venue(text, text.count(" ") + 1) > _NO_VENUE
    return names_several(text) or (like_names(text, 0.0) > 0.0 and not other)


def _where(text: str, known: bool = False) -> dict[str, str] | None:
    """The venue and the year that a piece is, or one of them. known: whether it must be a venue for sure."""
    found = _WHERE.fullmatch(text)
    venue = (found["venue"] if found else text).strip(_STRIPPED)
    venue += "." if "." in venue and f"{venue}." in text else ""  # 'J. Inf. Sci.'
    year = (found["year"] or f"20{found['short']}") if found else ""
    if venue and not (
        _may_be_venue(venue) and (_is_known(venue) or (year and not known and _is_named(venue)))
    ):
        return None
    return {name: value for name, value in (("venue", venue), ("year", year)) if value}


def _is_known(venue: str) -> bool:
    dated = f"{venue}, 2000"
    named = _ACRONYM.fullmatch(venue) or is_journal(venue) or VENUE_YEAR.match(dated)
    return bool(named) or like_venue(dated, dated.count(" ") + 1) >= _KNOWN


def _may_be_venue(text: str) -> bool:
    """Whether a text may be the name of a venue: no sentence, no number alone, and no people in front."""
    if text.count(" ") >= _LONGEST_VENUE or not _LETTER.search(text):
        return False
    first, *more = _STOP.split(text, maxsplit=1)
    people = more and " " in first and is_name(first) and not is_journal(first)
    return not people and (is_journal(text) or not _SENTENCE.search(text))


def _is_named(venue: str) -> bool:
    """Whether the words of a text have capitals, but for small ones."""
    return all(not word[0].islower() or word in _SMALL for word in venue.split())
