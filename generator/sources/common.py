"""What the readers of structured formats share: dates, keywords, identifiers, dropping what is empty."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.identity import ids_in, normalise_arxiv, normalise_doi
from generator.model import Fields, Kind

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier janv enero ene gennaio gen janeiro",
            "feb february februar fevrier fevr febrero febbraio fev fevereiro",
            "mar march marz maerz mars marzo marco mrz",
            "apr april avril avr abril abr aprile",
            "may mai mayo maggio mag maio",
            "jun june juni juin junio giugno giu junho",
            "jul july juli juillet juil julio luglio lug julho",
            "aug august aout agosto ago",
            "sep sept september septembre septiembre settembre set setembro",
            "oct october oktober okt octobre octubre ottobre ott out outubro",
            "nov november novembre noviembre novembro",
            "dec december dezember dez decembre diciembre dic dicembre dezembro",
        ),
        1,
    )
    for name in names.split()
}
_WORDS = re.compile(r"[^\W\d_]{3,12}|\d{1,2}(?!\d)")
_ACCENTS = str.maketrans("äéèûüç", "aeeuuc")
_ISO = re.compile(r"\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?!\d))?)?")
_COMPACT = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)([01]\d)([0-3]\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_DAY = re.compile(r"(?<![\d:.])([0-3]?\d)(?![\d:])")
_MONTH_AND_YEAR = re.compile(r"\s*(\d{1,2})[-/.](\d{4})\s*")
_NOTED = re.compile(
    r"(?:\s*(?:arXiv:\s?[^\s;]{5,30}(?:\s\[[\w.-]{1,20}\])?|DOI:\s?10\.[^\s;]{4,200}|PMC?ID:\s?(?:PMC)?\d{1,9})"
    r"\s*(?:;|\n|(?=\Z|[A-Z][A-Za-z ]{1,30}:|arXiv:)))+",
    re.IGNORECASE,
)
# What databases and programs write where there is nothing to say.
_NO_ABSTRACT = re.compile(
    r"\W{0,3}(?:no abstract(?: available)?|(?:abstract (?:is )?)?not available|none|null|n/?a|nan)\W{0,3}",
    re.IGNORECASE,
)
_LONG = 10  # digits
_NOBODY = frozenset({"NA", "N/A", "nan", "None", "null", "[No author name available]"})
_KEYWORD_SEPARATORS = (";", "|", ",")


def month_number(text: str) -> int:
    """The first month that `text` names, or else numbers, 1 to 12; 0 where it does neither: 'Jan.-Mar.' → 1,
    '10 January' → 1."""
    words = _WORDS.findall(text.lower().translate(_ACCENTS))
    named = (_MONTHS[word] for word in words if word in _MONTHS)
    numbered = (int(word) for word in words if word.isdigit() and 1 <= int(word) <= 12)
    return next(named, 0) or next(numbered, 0)


def number_of(text: str) -> int:
    """The number that a text is in plain digits; 0 where it is none, or longer than any in a date."""
    return int(text) if len(text) < _LONG and text.isascii() and text.isdigit() else 0


def iso_date(text: str) -> str:
    """The date that `text` begins with as YYYY, YYYY-MM or YYYY-MM-DD; '' where it begins with none.

    Takes '2014/07//', '2014-7-1T10:00', '2014/2015' (a range: its beginning) and '2014.'.
    """
    found = _ISO.match(text)
    if not found:
        return ""
    year, month, day = found[1], int(found[2] or 0), int(found[3] or 0)
    if not 1 <= month <= 12:
        return year
    return f"{year}-{month:02d}-{day:02d}" if 1 <= day <= 31 else f"{year}-{month:02d}"


def date_of(text: str) -> str:
    """The first date in `text` in any usual notation, as YYYY, YYYY-MM or YYYY-MM-DD; '' without a year.

    Takes what `iso_date` takes and '20170812', '2005/Jun//', '4-8 Aug. 2020', 'May 6, 2019', '5/2019'.
    A date in digits that may mean two days (05/06/2019) is its year alone.
    """
    date = iso_date(text)
    if len(date) > 4:
        return date
    if found := _COMPACT.search(text):
        return join_date(found[1], int(found[2]), int(found[3]))
    if found := _MONTH_AND_YEAR.fullmatch(text):
        return join_date(found[2], int(found[1]))
    year = year_in(text) or date
    rest = text.replace(year, " ", 1)
    month = month_number("".join(" " if character.isdigit() else character for character in rest))
    day = _DAY.search(rest) if month else None
    return join_date(year, month, int(day[1]) if day else 0)


def join_date(year: str, month: int = 0, day: int = 0) -> str:
    """YYYY, YYYY-MM or YYYY-MM-DD; '' without a year of four digits."""
    if not (len(year) == 4 and year.isdigit()):
        return ""
    return iso_date(f"{year}-{month}-{day}")


def year_in(text: str) -> str:
    """The first year from 1400 to 2099 that stands in `text`, else ''."""
    found = _YEAR.search(text)
    return found[1] if found else ""


def date_fields(date: str) -> Fields:
    """`year` and `date` of an ISO date; `date` only when it says more than the year."""
    fields = Fields()
    if date:
        fields["year"] = date[:4]
    if len(date) > 4:
        fields["date"] = date
    return fields


def date_details(date: str) -> dict[str, str]:
    """`month` and `day` of an ISO date, as formats.DETAILS wants them."""
    parts = date.split("-")[1:]
    return {name: str(int(part)) for name, part in zip(("month", "day"), parts, strict=False)}


def split_keywords(text: str) -> tuple[str, ...]:
    """Keywords separated by semicolons, else bars, else commas."""
    for separator in _KEYWORD_SEPARATORS:
        words = [one_line(word) for word in text.split(separator)]
        if len(words) > 1:
            break
    return unique(words)


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """The values that are not empty, each once, in order."""
    return tuple(dict.fromkeys(value for value in values if value))


def one_line(text: str) -> str:
    """`text` with white space folded."""
    return " ".join(text.split())


def find_ids(*texts: str) -> dict[str, str]:
    """The first DOI and arXiv id that stand in any of `texts`, by name."""
    found: dict[str, str] = {}
    for text in texts:
        if text:
            for name, value in ids_in(text).items():
                found.setdefault(name, value)
    return {name: found[name] for name in ("doi", "arxiv", "acl", "openreview") if name in found}


def ids_noted(note: str) -> dict[str, str]:
    """The identifiers with which a note begins, as Zotero's Extra: 'arXiv:1706.03762 [cs]', 'PMID: 26017442'.

    One in a sentence ('see arXiv:…') may be another paper's.
    """
    found = _NOTED.match(note)
    return ids_in(found[0]) if found else {}


def arxiv_of(*texts: str) -> str:
    """The first of `texts` that is an arXiv id in any spelling, normalised; else ''."""
    return next((known for text in texts if text and (known := normalise_arxiv(text))), "")


def doi_of(*texts: str) -> str:
    """The first of `texts` that is a DOI in any spelling, normalised; else ''."""
    return next((known for text in texts if text and (known := normalise_doi(text))), "")


def fields_of(values: Mapping[str, object]) -> Fields:
    """Fields of those values that are not empty and say something."""
    fields = Fields()
    for name, value in values.items():
        said = _said(name, value)
        if said or isinstance(said, Kind):
            fields[name] = said  # type: ignore[literal-required]
    return fields


def _said(name: str, value: object) -> object:
    """The value without abstracts and people that only say that none is known, and without an address that
    only EndNote follows."""
    if name == "url" and isinstance(value, str):
        return "" if value.startswith("<Go to ") else value
    if name == "abstract" and isinstance(value, str):
        return "" if is_no_abstract(value) else value
    if name in ("authors", "editors") and isinstance(value, tuple):
        return tuple(person for person in value if person.plain not in _NOBODY)
    return value


def is_no_abstract(text: str) -> bool:
    """Whether a text stands in the place of an abstract that is not there: 'N/A', 'No abstract available'."""
    return _NO_ABSTRACT.fullmatch(text) is not None


def without_empty(values: Mapping[str, str] | Sequence[tuple[str, str]]) -> dict[str, str]:
    """Only the values that are not empty, white space folded."""
    pairs = values.items() if isinstance(values, Mapping) else values
    return {name: one_line(value) for name, value in pairs if value and value.strip()}


def page_range(first: str, last: str) -> str:
    """'12-34' of a first and a last page; what is missing is left out."""
    first, last = first.strip(), last.strip()
    return f"{first}-{last}" if first and last and first != last else first or last
