r"""LaTeX's own lists of references, such as the .bbl files that BibTeX makes: \bibitem{key} and text.

What the styles mark is read: blocks (`\newblock`), quotation marks around titles, italics of venues; else an
item is read as style guides print references. One without marks is read for its identifiers and year alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Fields, Problem, RawRecord, ReadItem
from generator.sources.bibtex.bibitem_parts import parts_of, plain
from generator.sources.bibtex.latex import name_list, urls_in
from generator.sources.common import date_fields, fields_of, find_ids
from generator.sources.lines import Lines, around, strip_back
from generator.sources.reader import Reader, Source
from generator.sources.signs.cited_people import with_commas
from generator.text import Name

NAME = "bibitems"

_ITEM = re.compile(
    r"^[ \t]{0,8}\\(?:bibitem\s{0,9}"
    r"(?:\[(?:[^\[\]{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\})*+\]%?\s{0,20})?"
    r"|harvarditem(?:\[[^\[\]]{0,9000}\])?\s{0,9}\{(?:[^{}]|\{[^{}]*+\})*+\}\s{0,9}\{[^{}]{0,60}\})"
    r"\{(?:%\n)?([^{}\n]{1,200})\}%?",
    re.MULTILINE,
)
_END = re.compile(
    r"^[ \t]*\\(?:end\{thebibliography\}|(?:bib|harvard)item\b|begin\{(?!APACref)|(?:sub)*section\b)",
    re.MULTILINE,
)
_SAMPLE = 100_000
_SOURCE = re.compile(r"^\s{0,9}\\(?:documentclass|begin\{(?:document|abstract)\})", re.MULTILINE)
_YEAR = re.compile(r"(?<![\w.:/-])((?:18|19|20)\d\d)[a-z]?(?![\d-]|\.\d)")
_YEAR_BEHIND = re.compile(r"(?:,|(?<=[^\W\d_]{2})\.)?\s*\(?(?:18|19|20)\d\d[a-z]?\)?[.,]?\s*$")
_STOP = re.compile(r"(?<=[^\W\d_]{2})(?<!\bal)[.,]$|[,;:]$")
# Chicago's: the first name alone is inverted.
_SHORT_ENDED = re.compile(r"[^\W\d_]{2} [A-Z]{1,3}\.$")  # 'Pee W.', the stop of the list
_ET_AL = re.compile(r",? et al\.?$")
_INITIALS_LAST = re.compile(r"[^,]{0,60}[^\W\d_]{2} (?:[A-Z] ){0,3}[A-Z]")  # 'LECUN Y A', China's standard
_INITIALS_APART = re.compile(r"(?<=\b[A-Z]) (?=[A-Z]\b)")
_DO_ARXIV = re.compile(r"\\doarXiv\s*\{")  # AASTeX's
_INITIALS = r"[A-Z]\b\.?(?:[ -]?[A-Z]\b\.?){0,3}+"
_FIRST_INVERTED = re.compile(
    rf"^([^\W\d_][^,.\d]{{1,40}}), ({_INITIALS}),? (?=(?:and )?{_INITIALS} ?(?!and\b)[^\W\d_]{{2}})"
)


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
    people, title, venue, rest = parts_of(reference)
    said = find_ids(*urls_in(reference), plain(_DO_ARXIV.sub("{arXiv:", reference)))
    years = _YEAR.findall(plain(rest)) or _YEAR.findall(plain(people)) or _YEAR.findall(plain(reference))
    venue = plain(venue)
    fields = fields_of(
        {
            "title": _STOP.sub("", plain(title)),
            "authors": _people(people),
            "venue": "" if venue.lower().startswith("arxiv") else venue,
            "doi": said.get("doi", ""),
            "arxiv": said.get("arxiv", ""),
        }
    )
    fields.update(date_fields(years[-1] if years else ""))
    return fields


def _people(told: str) -> tuple[Name, ...]:
    """The names of a list with commas, LaTeX's notation undone."""
    names = _STOP.sub("", _YEAR_BEHIND.sub("", plain(name_list(told).replace("~", " "))))
    people = _ET_AL.sub("", names).removesuffix(".").split(", ")
    if all(map(_INITIALS_LAST.fullmatch, people)):
        names = _INITIALS_APART.sub("", names)
    if _SHORT_ENDED.search(names):
        names = names[:-1]
    names = _FIRST_INVERTED.sub(r"\2 \1, ", with_commas(names), count=1)
    return tuple(name for name in Name.parse_list(names) if name) if names else ()


READER = Reader(NAME, likeness, read)
