"""What the formats with a tag before each value share: RIS, MEDLINE, Web of Science, EndNote's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.identity import normalise_isbn, normalise_issn
from generator.model import Problem
from generator.sources.reader import Source
from generator.sources.signs.people import names_several
from generator.sources.tagged.gathering import Tagged
from generator.text import Name

_NUMBERS = re.compile(r"[;,]|\)\s|\s(?=[\dX-]{8})")
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[ -]?){1,4}")  # in capitals
_AND = re.compile(r",?\s(?:and|&)\s")
_ONLINE = re.compile(r"\d{4}/.*")
_EDITOR = re.compile(r"\s(?:\[Eds?\.?\]|\(Eds?\.?\))\Z", re.IGNORECASE)
_EDITOR_OF_ERIC = re.compile(r"(?<=\w), (Eds?\.?)\Z")  # 'Family, Given, Ed'
_EDITOR_OF_OVID = re.compile(r"\s(?:Ed|\[Eds?\.?\]|\(Eds?\.?\))\Z")
_ELIDED = re.compile(r"(?<![\d.:-])(\d{2,9})-(\d{1,8})(?![\w.:-])")
_ARTICLE_NUMBER = re.compile(r"[A-Za-z]{0,2}\d{1,9}")
_RANGE = re.compile(r"\s{0,9}(?:-{1,3}|[‐-―−])\s{0,9}")
_QUOTED = re.compile(r"^ {0,3}(?:> ?){1,9}", re.MULTILINE)


def unquoted(text: str, start: re.Pattern[str]) -> str:
    """`text` without the marks of a quoted mail, where a record's first line, `start`, stands behind them."""
    bare = _QUOTED.sub("", text) if not start.search(text) and ">" in text else text
    return bare if start.search(bare) else text


def cut_off(record: Tagged, source: Source, format: str, end: str = "ER") -> Problem:
    """That the last record of a file does not end with a tag, unlike those before it."""
    message = f"the last record has no end ({end}): the file may be cut off here"
    return Problem("record-cut-off", "warning", message, source.origin(record.line, record.end_line, format))


def _is_initials(word: str) -> bool:
    return word.isupper() and _INITIALS.fullmatch(word) is not None


def person(text: str) -> Name:
    """A name as these formats write it: 'Family, Given, Suffix', 'Fanning E.', an organisation."""
    if ",," in text or (text.endswith(",") and text.count(",") == 1):  # EndNote: an organisation
        return Name(family=text.removesuffix(",").replace(",,", ",", 1))
    words = text.split(" ")
    if "," in text or len(words) < 2 or not _is_initials(words[-1]):
        return Name.parse(text)
    start = len(words) - 1
    if not _is_initials(words[0]):
        while _is_initials(words[start - 1]):
            start -= 1
    elif not (len(words[-1]) < len(words[0]) > 2 or (len(words[-1]) == 1 and words[0].isalpha())):  # LI W
        return Name.parse(text)
    return Name(given=" ".join(words[start:]), family=" ".join(words[:start]))


def people(values: Iterable[str]) -> tuple[Name, ...]:
    """The names, those of two people who write themselves alike both; several in one value are separated by
    semicolons, or as in a sentence. A list that is told twice, one after the other, is told once."""
    parts = (part.strip() for value in values for part in value.split(";"))
    texts = (_EDITOR_OF_ERIC.sub(r" [\1]", part) if part.count(",") > 1 else part for part in parts)
    names = tuple(name for text in texts if text for name in _on_one_line(text) or (person(text),) if name)
    half = len(names) // 2
    return names[:half] if half and names[:half] == names[half:] else names


def _on_one_line(text: str) -> tuple[Name, ...]:
    """The names in 'John Smith, Beth Jones and Jane Doe', if all are whole and none is an office; none
    where it is one person's, or may be."""
    if not (_AND.search(text) or text.count(",") > 1) or not names_several(text):
        return ()
    if not _AND.search(text) and not all(" " in piece.strip() for piece in text.split(",")):
        return ()
    names = Name.parse_list(text)
    whole = len(names) > 1 and all(name.is_others or (name.given and name.family) for name in names)
    return names if whole and not any(Name(family=name.plain).is_organisation for name in names) else ()


def organisations(values: Iterable[str]) -> tuple[Name, ...]:
    """The names of groups, which have one part each; several in one value are separated by semicolons."""
    names = (Name(family=part.strip()) for value in values for part in value.split(";"))
    return tuple(dict.fromkeys(name for name in names if name))


def without_editors(people: Sequence[Name], *, ovid: bool) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Authors, and the editors marked as such among them: 'Cecil R [Ed]'; Ovid writes 'Cecil R Ed'."""
    mark = _EDITOR_OF_OVID if ovid else _EDITOR
    bare = {name: replace(name, given=mark.sub("", name.given)) for name in people}
    authors = tuple(name for name in people if bare[name] == name)
    return authors, tuple(bare[name] for name in people if bare[name] != name)


def without_date(edition: str) -> str:
    """An edition; '' where EndNote and PubMed put the day a paper came out online: '2015/05/29'."""
    return "" if _ONLINE.fullmatch(edition) else edition


def numbers(values: Sequence[str]) -> dict[str, str]:
    """The first ISBN and the first ISSN among numbers like '1467-5463 (Print), 0094-2405'."""
    found: dict[str, str] = {}
    for value in filter(None, values):
        for part in _NUMBERS.split(value):
            number = part.split("(")[0].strip(' []"')
            if isbn := normalise_isbn(number):
                found.setdefault("isbn", isbn)
            elif issn := normalise_issn(number):
                found.setdefault("issn", issn)
    return found


def accession_ids(values: Sequence[str]) -> dict[str, str]:
    """Identifiers with their names in accession numbers such as 'arXiv:1706.03762'; ISI is Web of Science."""
    pairs = [value.partition(":")[::2] for value in values]
    named = {name.strip().lower(): number.strip() for name, number in pairs if number.strip()}
    return {"wos" if name == "isi" else name: number for name, number in named.items() if name.isalnum()}


def pages(text: str) -> str:
    """'pp 37--64' → '37-64'; MEDLINE's and EndNote's '296-302' and 'e0815' as they are."""
    text = re.sub(r"^\s*pp?\.?\s+", "", text)
    return _RANGE.sub("-", text.strip())


def full_pages(text: str) -> str:
    """'6913-7' → '6913-6917': the National Library of Medicine leaves out the digits that the last page
    shares with the first."""
    return _ELIDED.sub(_full_range, pages(text))


def _full_range(found: re.Match[str]) -> str:
    first, last = found[1], found[2]
    whole = first[: -len(last)] + last
    return f"{first}-{whole}" if len(last) < len(first) and int(whole) > int(first) else found[0]


def article_number(*texts: str) -> str:
    """The first of a publisher's identifiers of an article that may stand for pages: '1042', 'e0123456'."""
    return next((text for text in texts if _ARTICLE_NUMBER.fullmatch(text)), "")
