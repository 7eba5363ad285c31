r"""LaTeX's own lists of references, such as the .bbl files that BibTeX makes: \bibitem{key} and text.

What the styles mark is read: blocks (`\newblock`), quotation marks around titles, italics of venues. An item
without such marks is read for its identifiers and year alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Fields, Problem, RawRecord, ReadItem
from generator.sources.bibtex.latex import name_list, urls_in
from generator.sources.common import date_fields, fields_of, find_ids, one_line
from generator.sources.lines import Lines, around, strip_back
from generator.sources.reader import Reader, Source
from generator.text import Name, Text

NAME = "bibitems"

_ITEM = re.compile(
    r"^[ \t]{0,8}\\bibitem\s{0,9}(?:\[(?:[^\[\]{}]|\{(?:[^{}]|\{[^{}]*\})*\}){0,400}\]%?\s{0,20})?"
    r"\{([^{}\n]{1,200})\}%?",
    re.MULTILINE,
)
_END = re.compile(r"^[ \t]*\\(?:end\{thebibliography\}|bibitem\b|begin\{|(?:sub)*section\b)", re.MULTILINE)
_SAMPLE = 100_000
_SOURCE = re.compile(r"^\s{0,9}\\(?:documentclass|begin\{(?:document|abstract)\})", re.MULTILINE)
_NEWBLOCK = re.compile(r"\\newblock\b\s?")
# Marks that say nothing here, with what they hold left in place.
_NOTATION = re.compile(
    r"\\(?:penalty\s?\d{0,5}|natexlab\{[^{}]*\}|relax\b|mbox\b|bib(?:field|info)\s?\{[^{}]*\}|showarticletitle\b)"
    r"|%\n\s*|(?<=\{)\\natexlab"
)
_QUOTED = re.compile(r"^(?P<people>.{3,3000}?),?\s*``(?P<title>.{3,600}?)[,.?!]?''(?P<rest>.*)$", re.DOTALL)
_SET_APART = re.compile(
    r"^\{\\sc\s(?P<people>(?:[^{}]|\{[^{}]*\}){3,3000})\},\s*"
    r"\{\\em\s(?P<title>(?:[^{}]|\{[^{}]*\}){3,600})\},(?P<rest>.*)$",
    re.DOTALL,
)
# Elsevier's: 'Y. LeCun, G. Hinton, Deep learning, Nature 521 (2015) 436-444', '…, in: Proceedings, 2015'.
_COMMAS = re.compile(
    r"(?P<people>(?:(?:[^\W\d_]\.[ -]?){1,4}[^\W\d_][^,\d]{1,40}, ){1,100}+(?:et al\., )?)"
    r"(?!\w\.|et al)(?P<title>.{4,400}?), "
    r"(?P<venue>in: [^,\d]{3,200}|[^,\d(]{3,100}(?= \d{1,6}[^,]{0,30}\((?:19|20)\d\d\)))(?P<rest>.*)"
)
_ITALICS = re.compile(r"(?:\\emph\{|\\textit\{|\{\\(?:em|it|sl)\s)((?:[^{}]|\{[^{}]*\}){2,300}?)\}")
_YEAR = re.compile(r"(?<![\w.:/-])((?:18|19|20)\d\d)[a-z]?(?![\d-]|\.\d)")
_YEAR_BEHIND = re.compile(r"[.,]?\s*\(?(?:18|19|20)\d\d[a-z]?\)?[.,]?\s*$")
_VOLUME = re.compile(r"[\s,]+\d[\d(),\s-]*$")
_STOP = re.compile(r"(?<=[^\W\d_]{2})[.,]$|[,;]$")
_NO_TITLE = re.compile(r"\s*(?:\\(?:href|url|doi|path|urlprefix)|https?:|doi:)", re.IGNORECASE)


def likeness(source: Source) -> float:
    r"""Certain where a line begins with \bibitem, but not in a paper's whole source."""
    text = source.text[:_SAMPLE]
    return 0.9 if _ITEM.search(text) and not _SOURCE.search(text) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    r"""A record each \bibitem."""
    lines = Lines(source.text)
    taken = []
    for found in _ITEM.finditer(source.text):
        after = _END.search(source.text, found.end())
        end = strip_back(source.text, after.start() if after else len(source.text))
        origin = source.origin(lines.number(found.start()), lines.number(end - 1), NAME)
        taken.append(origin)
        fields = _fields(source.text[found.end() : end])
        if fields.keys() & {"title", "doi", "arxiv"}:
            fields["ids"] = {**fields.get("ids", {}), "citekey": found[1]}
            yield RawRecord(origin, source.text[found.start() : end], fields)
        else:
            message = "the style of this reference marks no title: export BibTeX where it comes from"
            yield Problem("empty-record", "warning", message, origin, found[1])
    yield from around(source, taken, "LaTeX around the references", NAME)


def _fields(reference: str) -> Fields:
    """The fields of one reference."""
    people, title, rest = _parts(_NOTATION.sub("", reference).strip())
    said = find_ids(*urls_in(reference), _plain(reference))
    italics = _ITALICS.search(rest)
    years = _YEAR.findall(_plain(rest)) or _YEAR.findall(_plain(people)) or _YEAR.findall(_plain(reference))
    venue = _VOLUME.sub("", _plain(italics[1].replace("\\/", ""))).removeprefix("in: ") if italics else ""
    fields = fields_of(
        {
            "title": _STOP.sub("", _plain(title)),
            "authors": _people(people),
            "venue": "" if venue.lower().startswith("arxiv") else venue,
            "doi": said.get("doi", ""),
            "arxiv": said.get("arxiv", ""),
        }
    )
    fields.update(date_fields(years[-1] if years else ""))
    return fields


def _parts(reference: str) -> tuple[str, str, str]:
    """People, title and the rest, as far as the style marks them."""
    blocks = [block.strip() for block in _NEWBLOCK.split(reference)]
    if found := _SET_APART.match(reference) or (_QUOTED.match(reference) if len(blocks) == 1 else None):
        return found["people"], found["title"], found["rest"]
    if len(blocks) > 1 and not _NO_TITLE.match(blocks[1]):
        book = _ITALICS.match(blocks[1])
        title, told = (book[1], blocks[1][book.end() :]) if book else (blocks[1], "")
        return blocks[0], title, f"{told} {' '.join(blocks[2:])}"
    if found := _COMMAS.match(_plain(blocks[0]).replace("~", " ")):
        return found["people"], found["title"], f"\\emph{{{found['venue']}}} {found['rest']}"
    return "", "", reference


def _people(told: str) -> tuple[Name, ...]:
    """The names of a list with commas, LaTeX's notation undone."""
    plain = _STOP.sub("", _YEAR_BEHIND.sub("", _plain(name_list(told))))
    return tuple(name for name in Name.parse_list(plain) if name) if plain else ()


def _plain(value: str) -> str:
    return one_line(Text.from_bibtex(value.replace("{\\sc ", "{")).source)


READER = Reader(NAME, likeness, read)
