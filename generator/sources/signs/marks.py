"""Lines that are no prose: identifiers, addresses, dates, separators, bullets, headings."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from generator.sources.signs.forms import ARXIV_ID, DATE, DATE_WORDS
from generator.sources.signs.labels import FIELD_OF
from generator.sources.signs.link_rows import match_row

HAS_DIGIT = re.compile(r"\d")
# arXiv's subject classes, as its search results list them: cs.CL, cond-mat.mes-hall, quant-ph
SUBJECT = (
    r"(?:(?:cs|math|stat|eess|econ|q-bio|q-fin|physics|cond-mat|astro-ph|nlin)\.[a-z]{2}(?:[a-z-]{0,8})|"
    r"hep-(?:th|ph|ex|lat)|gr-qc|quant-ph|math-ph|nucl-(?:th|ex)|astro-ph|cond-mat)"
)
# Classes of mathematics (MSC) and of computing (ACM), which stand behind them: 68T07, F.2.2
_CLASS = (
    r"(?:\d{2}(?:[A-Z]\d{2}|-\d{2}|[A-Z]?xx|-[Xx]{2})|[A-K]\.\d{1,2}(?:\.[\dm]{1,2})?|"
    r"\(?(?:primary|secondary)[):]?)"
)
_WHEN = re.compile(rf"(?<![\w.:/-])({DATE})(?![\w/:-]|\.\d)", re.IGNORECASE)  # behind an identifier
_DATED = re.compile(rf"[\s;,|·•(\[]{{0,4}}(?:({DATE_WORDS})\s?[:：]?\s{{0,3}})?({DATE})[)\]]?", re.IGNORECASE)
_HAS_YEAR = re.compile(r"(?:19|20)\d{2}")  # as each date has
_REVISION = re.compile(
    r"\s{0,2}\((?:v\d+|this version.{0,12}|latest version.{0,30})\)|[.;]$|\bv1\b", re.IGNORECASE
)

SUBMITTED = "[Submitted on "  # how arXiv's dates begin, up to a bracket on this line or the next
_ARXIV_LINE = re.compile(
    rf"[(\[]?(?:(?:arxiv|eprint|"
    rf"e-print)(?:\s(?:e-|pre)print)?(?:\s?id)?\s{{0,3}}[:：]?\s{{0,3}})?(?:arxiv\s?:\s{{0,3}})?({ARXIV_ID})[)\]]?"
    r"(?:\s{1,9}(?:\[[\w.,\- /]{2,60}\]|\([\w .\-]{2,60}\))){0,3}"
    rf"(?:[\s,;·|]{{1,9}}(?:{DATE}))?(?:[\s,;]{{1,3}}(?:{SUBJECT}|{_CLASS})){{0,20}}"
    r"(?:\sdoi:?\s(?P<doi>10\.\d{4,9}/\S{1,300}))?",
    re.IGNORECASE,
)
_PUBMED_LINE = re.compile(
    r"PMID: ?(?P<pmid>\d{1,9})(?:[ ;]+PMCID: ?(?P<pmcid>PMC\d{1,9}))?"
    r"[ ;]+DOI: ?(?P<doi>10\.\d{4,9}/\S{1,300}?)\.?"
)
_DOI_LINE = re.compile(
    r"<?(?:doi\s{0,2}[:：]?\s{0,3})?(?:https?://(?:dx\.)?doi\.org/|doi\.org/|"
    r"doi:\s?)?(10\.\d{4,9}/\S{1,300}?)[>.]?",
    re.IGNORECASE,
)
_URL_LINE = re.compile(r"[<(]?((?:https?://|www\.)[^\s<>]{3,2000}?)[>).]?", re.IGNORECASE)
_URL_ARXIV = re.compile(
    rf"(?:https?://)?(?:(?:www|export|browse)\.)?(?:arxiv\.org/(?:abs|pdf|html|format|ps)|"
    rf"huggingface\.co/papers|alphaxiv\.org/abs)/"
    rf"({ARXIV_ID})(?:\.pdf)?/?(?:[?#]\S{{0,200}})?(?:,? [(\[]?(?:{DATE})[)\]]?)?",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:[-–—=*_~#+.·•%]\s?){3,}\s*")
_NUMBER = re.compile(
    r"(?:\[[A-Z]?(\d{1,5})\]|\((\d{1,5})\)|#?(\d{1,5})[.):]|[A-Z](\d{1,3})\.|#(\d{1,4})|"
    r"(\d{1,3})(?: [-–—]|/|(?=\s{2}|\t))|"
    r"\*\*(\d{1,4})[.):]?\*\*|(\d{1,4}),(?= ?(?:TITLE|Title):)|"
    r"(?:[Pp]aper(?: ID)?|[Aa]rticle|[Aa]bstract|No\.|P) ?#?(\d{1,4}) ?[:.–—-])"
    r"[\s.]{1,4}(?=\S)"
)
_CIRCLED = re.compile(r"[①-⑳]\s{0,4}(?=\S)")
_LETTERED = re.compile(r"(?:\(([a-z]|[ivx]{1,5})\)|([a-z]|[ivx]{1,5}|[IVX]{1,5})[.)]|([A-Z])\))\s{1,4}(?=\S)")
_ROMAN = {"i": 1, "v": 5, "x": 10}
_BULLET = re.compile(
    r"(?:[•●▪◦‣■□◆◇▶►▸➢➤✓✔🔹🔸🔷🔶👉📄📌–—*+-](?: \[[ xX]\])?|\[[ xX]\]|\\item|·|"
    r"\.\. \[[^\[\]\s]{1,40}\]|"  # the key of a reference in reStructuredText
    r"\\?\[[A-Z][A-Za-z+]{1,8}\d{2}[a-z]?\\?\])\s{1,8}(?=\S)"  # and as BibTeX's alpha has it
)
_READING_STARTS = ("[", "(", "R", "O", "S", "F")
_READING = re.compile(
    r"(?P<open>[\[(])?(?:required|optional|recommended|suggested|supplementary|further)(?: readings?)?"
    r"(?(open)[\])]:?|:) (?=\S)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"(#{1,6})\s{1,4}(?=\S)")
_CLOCK = re.compile(
    r"(?:\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\b\.?)? ?(?:[-–—]|to) ?\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\b\.?)?|"
    r"\d{1,2}:\d{2}(?: ?[ap]\.?m\b\.?)?)"
    r"(?: ?\(?(?:UTC|GMT|CES?T|E[SD]?T|P[SD]?T|JST)\b(?:[+-]\d{1,2})?\)?)?[\s:|·–—-]{0,5}(?=\s|\S|$)",
    re.IGNORECASE,
)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,600}?)(?<=\S)\1[.:]?")
_LINKED = re.compile(r"\[([^\[\]]{3,400})\]\((\S{4,2000})\)")


class Marked(NamedTuple):
    """kind: the letter of its block; fields: what the line says."""

    kind: str
    fields: dict[str, str]


def is_separator(text: str) -> bool:
    """Whether a line only divides: ---, * * *, =====."""
    return (
        len(text) >= 3
        and not text[0].isalnum()
        and len(text) <= 400
        and _SEPARATOR.fullmatch(text) is not None
    )


def match_mark(text: str) -> Marked | None:
    """The identifier, address or dates that a whole stripped line consists of."""
    if len(text) > 400:
        return None
    if not HAS_DIGIT.search(text):
        found = _URL_LINE.fullmatch(text) if "." in text else None
        return Marked("I", {"url": found[1]}) if found else _row(text)
    return _identifier(text) or _row(text) or match_dates(text)


def _identifier(text: str) -> Marked | None:
    found = _ARXIV_LINE.fullmatch(text) or _URL_ARXIV.fullmatch(text.strip("<>()"))
    if found:
        doi = found.groupdict().get("doi")
        when = _WHEN.search(text, found.end(1))
        dated = {"year" if when[1].isdigit() else "date": when[1]} if when else {}
        return Marked("I", {"arxiv": found[1], **({"doi": doi} if doi else {}), **dated})
    for name, form in (("doi", _DOI_LINE), ("url", _URL_LINE)):
        if found := form.fullmatch(text):
            return Marked("I", {name: found[1]})
    return None


def _row(text: str) -> Marked | None:
    said = match_row(text)
    return Marked("I", said) if said else None


def match_pubmed(text: str) -> Marked | None:
    """`PMID: 8332909 PMCID: PMC1374430 DOI: 10.1086/301969`."""
    found = _PUBMED_LINE.fullmatch(text) if text.startswith("PMID") else None
    return Marked("I", {name: value for name, value in found.groupdict().items() if value}) if found else None


def match_dates(text: str) -> Marked | None:
    """`Created: 2021-11-08 Updated: 2021-11-09`, `Submitted on 7 Jun 2023 (v1), last revised 8 Jun 2023`,
    `2021`."""
    if not text[-6:].strip() or len(text) > 200 or not _HAS_YEAR.search(text):
        return None
    rest = _REVISION.sub("", text.strip("[] "))
    first_below = "v1 submitted" in text  # 'Submitted 2 May, 2024; v1 submitted 3 April, 2024'
    fields: dict[str, str] = {}
    end = 0
    while end < len(rest):
        found = _DATED.match(rest, end)
        if not found or found.end() == end:
            return None
        word = " ".join((found[1] or "").lower().split())
        if word == "submitted" and first_below and "created" in fields:
            fields["updated"] = fields.pop("created")
        field = FIELD_OF.get(word, "year" if found[2].isdigit() else "date")
        fields.setdefault(field, found[2])
        end = found.end()
        end += len(rest[end:]) - len(rest[end:].lstrip(" \t;,|·•)]"))
    return Marked("D", fields) if fields else None


def match_number(text: str) -> tuple[int, int] | None:
    """The number that a line is listed under and where the text starts: `12. `, `[3] `, `Paper 4: `."""
    found = _NUMBER.match(text)
    if found:
        return int(next(filter(None, found.groups()))), found.end()
    found = _CIRCLED.match(text)
    return (ord(text[0]) - ord("①") + 1, found.end()) if found else None


def mark_end(text: str) -> int:
    """Where the number or the bullet ends with which a line begins; 0 without one."""
    number = match_number(text)
    return number[1] if number else bullet_end(text)


def reading_end(text: str) -> int:
    """Where the word of a course ends that says who is to read what follows: '[required]', 'Optional:'; 0
    without one."""
    found = _READING.match(text) if text[:1] in _READING_STARTS else None
    return found.end() if found else 0


def match_letter(text: str) -> tuple[int, int] | None:
    """The same for `(b) `, `iii. `, `C) `."""
    found = _LETTERED.match(text)
    if not found:
        return None
    letters = next(filter(None, found.groups())).lower()
    if set(letters) <= set(_ROMAN):
        return _roman(letters), found.end()
    return ord(letters) - ord("a") + 1, found.end()


def _roman(letters: str) -> int:
    """What a Roman number is worth: a letter before a greater one is taken off."""
    values = [_ROMAN[letter] for letter in letters]
    return sum(-value if value < after else value for value, after in pairwise([*values, 0]))


def bullet_end(text: str) -> int:
    """Where the text after a bullet starts; 0 without one."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def heading(text: str) -> tuple[int, str]:
    """The level of a Markdown heading (0: none) and the text without its mark-up."""
    found = _HEADING.match(text)
    return (len(found[1]), text[found.end() :].rstrip("# ").strip()) if found else (0, text)


_ROOM = re.compile(r"\([^()\t]{2,40}\)\s{0,2}\t\s*(?=\S)")


def clock_end(text: str) -> int:
    """Where the text after a time of day (`10:30–10:45 `), or a room in a column, starts; 0 without one."""
    found = _CLOCK.match(text) if text[:1].isdigit() else None
    if text[:1] == "(":
        found = _ROOM.match(text)
    return found.end() if found else 0


def bare(text: str) -> tuple[str, str]:
    """The text without Markdown emphasis or link around the whole of it, and the link's address."""
    url = ""
    if text[:1] not in ("*", "_", "["):
        return text, url
    for _ in range(3):
        bold, linked = _BOLD.fullmatch(text), _LINKED.fullmatch(text)
        if bold:
            text = bold[2].strip()
        elif linked:
            text, url = linked[1].strip(), linked[2]
    return text, url
