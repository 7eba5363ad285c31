"""What an item of a list says of its paper besides the title: people, year, venue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from generator.sources.found_ids import find_ids
from generator.sources.signs.notes import VENUE_YEAR, like_venue
from generator.sources.signs.people import is_name, like_names, names_several

# 'Vaswani et al., 2017', '(Garg & Ramakrishnan, 2019)'
_FAMILY = r"(?:(?:[Vv]an|[Dd]e|[Vv]on|[Dd]en|[Dd]er) )*[^\W\d_a-z][\w'’-]+"
CITED = re.compile(
    rf"\W{{0,3}}(?P<people>{_FAMILY}(?P<more>(?:,? (?:and|&) |, ){_FAMILY}){{0,5}}"
    r"(?P<others>,? et\.? ?al\b\.?)?)"
    r"(?:[\s,(]{1,3}(?:19|20)\d{2}[a-z]?|(?<=al)|(?<=al\.))\W{0,3}"
)
_YEAR = re.compile(
    r"(?<![\w./:-])((?:19|20)\d{2})(?:[-/.](?:0?\d|1[0-2])(?:[-/.]\d{1,2})?)?(?![\w/:]|-\d|\.\d)"
)
_COMMA_YEAR = re.compile(r", (?:19|20)\d{2}(?!\d)")  # behind a person, an institution or a venue
_SHORT_YEAR = re.compile(r"(?<=[A-Za-z])\s?['’`](\d{2})(?!\d)")  # NeurIPS'20
_RAISED = re.compile(r"(?<=\w)(?:\\\*|[†‡§¶∗]){1,3}(?=[\s,]|$)")  # marks behind people
_NOTED = re.compile(  # when a reader kept or read it
    r"\b(?:added|read|saved|accessed|visited|bookmarked|retrieved|finished)(?: on|:)? \d{4}-\d{2}-\d{2}",
    re.IGNORECASE,
)
_VENUE_IN_ITALICS = re.compile(
    r"(?<![*\w])(?P<mark>[*_])(?P<venue>[A-Z][^*_\d|]{3,100}?)(?P=mark)[,.]? \(?"
    r"(?P<year>(?:19|20)\d{2})(?![\w/-])"
)
_BREAK = re.compile(
    r"[()\[\]|*_`\"“”]+|(?<=[^\W\d_]{2})[.;:](?=\s|$)|\s[-–—~·•]+\s|,\s(?=(?:In|in|arXiv|Proc)\b)|\n"
)
_BEHIND = re.compile(  # people, then where or when they published
    r"(?P<people>.{3,1500}?)[,.]?\s{1,4}(?P<where>(?:[A-Z][\w&/'’-]{1,30}\s?){1,6}(?:,\s?)?(?:19|20)\d{2}\b.{0,40})"
)
_BY = re.compile(r"\A\W{0,4}(?:(?:written )?by|from|authors?)\b[\s:*_]*", re.IGNORECASE)
_IN_SHORT = re.compile(  # one person
    r"(?:[A-Z]\.\s?|[B-HJ-Z]\s|[A-Z]\s(?=[A-Z]\b)){1,4}\S{2,30}(?:\s\S{2,30})?"
)
_COMMAS = re.compile(r"\s*[,;]\s*(?:and\s|&\s)?|\s+(?:and|&)\s+")
_ET_AL = re.compile(r"[*_]{1,2}et\.? ?al\.?[*_]{1,2}\.?", re.IGNORECASE)
_AND = (" and", " &")  # a person is behind it
_OTHERS = re.compile(r",?\s*(?:et\.?\s?al\.?|and others)\Z", re.IGNORECASE)
_MONTH = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,? (?:\d{1,2},? )?(?:19|20)\d{2}"
)
_IN_ITALICS = re.compile(  # one person, behind whom a venue in capitals stands
    r"(?<![*\w])(?P<mark>[*_])(?P<name>[A-Z][^*_,\d|]{3,40}?)(?P=mark) ?[.,·] ?(?=(?:arXiv|[A-Z]{3,8})\b)"
)
_NO_VENUE = re.compile(
    r"(?:arxiv(?: preprint)?|preprint|corr|accessed|updated?|posted|published|submitted)\b", re.IGNORECASE
)
_STATUS = re.compile(
    r"\b(?:oral|spotlight|poster|best paper.{0,12}|accepted (?:by|to|at)|published (?:in|at))\b",
    re.IGNORECASE,
)
_CLEAR = 1.0  # of what looks like names
_LONGEST_VENUE = 60  # characters
_LONGEST_PIECE = 120  # characters; in longer ones a year may be one that is written about
_LEAST_TITLE = 4  # words
_BEHIND_TITLE = re.compile(
    r"[Aa]r[Xx]iv\b.*|(?:[A-Z][\w&/'’.-]*\s?){1,4}(?:(?:19|20)\d{2})?|(?:19|20)\d{2}.*"
)


def said_of_paper(rest: str) -> dict[str, str]:
    """People as a list is written, year and venue, as far as a text beside a title surely says them."""
    said: dict[str, str] = {}
    rest = _NOTED.sub("", _RAISED.sub("", rest))
    if found := _VENUE_IN_ITALICS.search(rest):
        said = {"venue": found["venue"].strip(" ,"), "year": found["year"]}
        rest = f"{rest[: found.start()]} | {rest[found.end() :]}"
    if (one := _IN_ITALICS.search(rest)) and is_name(one["name"]) and like_names(one["name"], 0.0) >= _CLEAR:
        said["authors"] = one["name"]
        rest = f"{rest[: one.start()]} | {rest[one.end() :]}"
    for piece in _pieces(rest):
        people = "" if "authors" in said else people_in(piece)
        if people:
            said["authors"] = people
        rest = piece.replace(people, "") if people else piece
        year = _year(rest) if len(rest) < _LONGEST_PIECE else ""
        if year and "year" not in said:
            said["year"] = year
            if venue := _venue(rest):
                said["venue"] = venue
    return said


def _pieces(rest: str) -> Iterator[str]:
    for piece in _BREAK.split(_ET_AL.sub("et al.", rest)):
        text = piece.strip(" ,.:;–-")
        found = _BEHIND.fullmatch(text)
        if found and not found["people"].endswith(_AND) and people_in(found["people"]):
            yield from (found["people"], found["where"])
        elif text:
            yield text


def people_in(piece: str) -> str:
    """A list of people that a piece of text consists of, perhaps with 'by' before it or a year behind it."""
    if (named := CITED.fullmatch(piece)) and (named["more"] or named["others"]):
        return named["people"]
    if are_inverted(piece):
        return piece
    told = _BY.match(piece)
    text = _YEAR.sub("", piece[told.end() :] if told else piece).strip(" ,.:;")
    others = _OTHERS.search(text)
    names = [name for name in _COMMAS.split(text[: others.start()] if others else text) if name]
    if not names or not all(map(is_name, names)):
        return ""
    whole = all(" " in name for name in names)
    if told or others:
        return text
    if _IN_SHORT.fullmatch(text):
        return text
    return text if whole and len(names) > 1 and like_names(text, 0.0) >= _CLEAR else ""


def are_inverted(text: str) -> bool:
    """Whether a list is of people as BibTeX has them: 'Family, Given and Family, Given and others'."""
    names = text.removesuffix(" and others").split(" and ")
    pairs = [name.split(", ") for name in names]
    return len(names) > 1 and all(len(pair) == 2 and all(map(is_name, pair)) for pair in pairs)


def behind_names(text: str) -> tuple[str, str]:
    """The people with whom a text begins, and the title behind them: 'Ada Lovelace, Emmy Noether, A title of
    some words, ICLR, 2015'; nothing where it begins otherwise."""
    parts = text.strip().split(", ")
    count = next((n for n, part in enumerate(parts) if not _are_names(part)), 0)
    if count < 1 or (count == 1 and " and " not in parts[0]):
        return "", ""
    title = [parts[count]]
    for part, following in zip_longest(parts[count + 1 :], parts[count + 2 :], fillvalue=""):
        last = not following or _YEAR.search(f"{part} {following}") or part.lower().startswith("arxiv")
        if last and _BEHIND_TITLE.fullmatch(part.strip(" .")):
            break
        title.append(part)
    whole = ", ".join(title).strip(" .")
    return (
        (", ".join(parts[:count]), whole) if len(whole.split()) >= _LEAST_TITLE or ":" in whole else ("", "")
    )


def _are_names(part: str) -> bool:
    """Whether a part between commas is a whole name, or two with 'and' between them."""
    names = re.split(r"\s(?:and|&)\s", part.removeprefix("and "))
    return all(" " in name and is_name(name) for name in names)


def _year(piece: str) -> str:
    years = _YEAR.findall(piece)
    short = _SHORT_YEAR.search(piece)
    return years[-1] if years else f"20{short[1]}" if short else ""


def _venue(piece: str) -> str:
    """The venue that stands with a year; '' where it is none that a list of references would name."""
    if _MONTH.match(piece):  # 'Apr 2022, from a laboratory'
        return ""
    text = _STATUS.sub("", _SHORT_YEAR.sub("", _YEAR.sub("", piece))).strip(" ,.:;'’–-/")
    short = 1 < len(text) < _LONGEST_VENUE and text[0].isupper() and not any(map(str.isdigit, text))
    person = _COMMA_YEAR.search(piece) and is_name(text) and not VENUE_YEAR.match(f"{text} 2000")
    return "" if not short or person or " et al" in text or _NO_VENUE.match(text) else text


_DASHED = re.compile(  # up to an address
    r"(?P<title>\S.{8,400}\S) (?P<dash>[–—|-]) (?P<people>\S.{2,3000}?) (?P=dash)"
    r"(?: [A-Za-z]{2,8}:?)? ?[\[(<]?"
)
_NO_JOURNAL = -1.0  # of what looks like a venue


def between_dashes(text: str) -> dict[str, str]:
    """The title and the people of 'Title - People - address', one person too; nothing of other texts."""
    found = next(iter(find_ids(text)), None)
    told = _DASHED.fullmatch(text[: found.start].rstrip()) if found else None
    if told is None or " " not in told["title"]:
        return {}
    people = told["people"]
    several = names_several(people)
    one = not several and " " in people and is_name(people) and like_names(people, 0.0) > 0.0
    if not several and not (one and like_venue(people, people.count(" ") + 1) < _NO_JOURNAL):
        return {}
    return {"title": told["title"], "authors": people}
