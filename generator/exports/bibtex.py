"""BibTeX for the classic styles: what `bibtex` and `biber` read without a warning.

A type is chosen that the known facts fit (an @article without a journal is written as @misc), because every
style warns otherwise. Likewise left out are the values no classic style can place: a book's number beside its
volume or without a series, an editor beside a book's author.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.exports.bib_entry import (
    MONTHS,
    BibEntry,
    container,
    entry_type,
    fitting_type,
    join_entries,
    ordered,
)
from generator.exports.facts import GUESSED_TITLE, address, page_range, real_venue
from generator.formats import KINDS
from generator.model import Entry, Paper
from generator.text import Name, escape_bibtex, to_ascii_latex
from generator.text.verbatim import verbatim_id, verbatim_key, verbatim_url

_BOOK = "editor series volume number chapter pages edition publisher address isbn language note"
_TYPES = {
    "article": entry_type("journal", "series volume number issue pages issn language note", "journal"),
    "inproceedings": entry_type("booktitle", _BOOK.replace(" edition", ""), "booktitle"),
    "incollection": entry_type("booktitle", _BOOK, "booktitle publisher editor", "inproceedings"),
    "book": entry_type("series", _BOOK, "publisher"),
    "proceedings": entry_type("series", _BOOK.replace(" edition", "")),
    "phdthesis": entry_type("school", "type chapter pages address language note", "school"),
    "mastersthesis": entry_type("school", "type chapter pages address language note", "school"),
    "techreport": entry_type("institution", "type number chapter pages address language note", "institution"),
    "misc": entry_type("howpublished", "editor address type language note"),
}
_TYPE_OF = {row.kind: row.bibtex for row in KINDS}
_COMMON = frozenset(
    "author title year month eprint archiveprefix primaryclass doi url ids abstract keywords".split()
)
_ORDER = (
    "author title editor journal booktitle school institution howpublished series volume number issue "
    "chapter pages edition type publisher address year month eprint archiveprefix primaryclass doi isbn "
    "issn url ids language note keywords abstract"
).split()
# Written in ASCII by percent-encoding already, and never to be touched by LaTeX.
VERBATIM = frozenset({"ids", "doi", "url", "eprint", "archiveprefix", "primaryclass", "month"})


def entry_to_bibtex(entry: Entry, *, abstract: bool) -> str:
    """One entry of a library as BibTeX, UTF-8."""
    return str(_of(entry, abstract=abstract))


def preprint_to_bibtex(entry: Entry) -> str | None:
    """The preprint of a published paper as an entry of its own, 'KEY-preprint'; None where none is known."""
    if entry.preprint is None:
        return None
    return str(bibtex_entry(f"{entry.key}-preprint", entry.preprint, abstract=False))


def write_bibtex(entries: Sequence[Entry]) -> str:
    """A .bib file with abstracts, UTF-8."""
    return bibtex_file(entries, abstract=True)


def write_bibtex_ascii(entries: Sequence[Entry]) -> str:
    """A .bib file with abstracts in pure ASCII, for styles and programs that take a byte for a letter."""
    return join_entries([in_ascii(_of(entry, abstract=True)) for entry in entries])


def bibtex_file(entries: Sequence[Entry], *, abstract: bool) -> str:
    """A .bib file of the entries in the order given, UTF-8."""
    return join_entries([_of(entry, abstract=abstract) for entry in entries])


def _of(entry: Entry, *, abstract: bool) -> BibEntry:
    return bibtex_entry(entry.key, entry.paper, abstract=abstract, aliases=entry.aliases)


def bibtex_entry(key: str, paper: Paper, *, abstract: bool, aliases: Sequence[str] = ()) -> BibEntry:
    """A paper under `key`, with or without the abstract and keywords.

    aliases: former keys, in the field `ids`: biblatex cites by them too, BibTeX passes over the field.
    """
    values = _values(paper, abstract=abstract)
    values["ids"] = ",".join(verbatim_key(alias) for alias in aliases)
    kind = _type(paper, values)
    fields = ordered(_placed(kind, values), _ORDER)
    return BibEntry(kind, key, fields, GUESSED_TITLE if paper.is_guessed else "")


def in_ascii(entry: BibEntry) -> BibEntry:
    """The entry with accents and symbols as LaTeX commands."""
    fields = ((name, value if name in VERBATIM else to_ascii_latex(value)) for name, value in entry.fields)
    return replace(entry, fields=tuple(fields))


def join_names(people: Sequence[Name]) -> str:
    """Names as BibTeX wants them: 'von Family, Jr, Given and …'."""
    return " and ".join(person.bibtex for person in people)


def others(paper: Paper) -> str:
    """What follows the names where the source names only the first authors; styles print 'et al.' for it."""
    return " and others" if paper.more_authors and paper.authors else ""


def page_field(pages: str) -> str:
    """A range of pages with an en dash as LaTeX writes it: '12--34'."""
    first, last = page_range(pages)
    return f"{escape_bibtex(first)}--{escape_bibtex(last)}" if last else escape_bibtex(first)


def _values(paper: Paper, *, abstract: bool) -> dict[str, str]:
    """Everything known, by field name; the venue under 'venue'."""
    venue, url = real_venue(paper), address(paper)
    values = {
        name: escape_bibtex(value) for name, value in paper.details.items() if name not in ("day", "month")
    }
    values |= {name: escape_bibtex(paper.ids[name]) for name in ("isbn", "issn") if name in paper.ids}
    values["pages"] = page_field(paper.details.get("pages", ""))
    values["title"] = paper.title.bibtex_title if paper.title else ""
    values["author"] = f"{_people(paper.authors)}{others(paper)}"
    values["editor"] = _people(paper.editors)
    values["venue"] = venue.bibtex if venue else ""
    values["year"] = str(paper.year) if paper.year else ""
    values["month"] = _month(paper)
    values["doi"] = verbatim_id(paper.doi or "")
    values["url"] = verbatim_url(url or "")
    values |= _eprint(paper)
    if abstract:
        values["abstract"] = paper.abstract.bibtex if paper.abstract else ""
        values["keywords"] = ", ".join(escape_bibtex(word) for word in paper.keywords)
    return values


def _people(people: Sequence[Name]) -> str:
    return " and ".join(person.bibtex_classic for person in people)


def _month(paper: Paper) -> str:
    month = paper.details.get("month", "")
    known = paper.year and month.isascii() and month.isdigit() and 1 <= int(month) <= 12
    return MONTHS[int(month) - 1] if known else ""


def _eprint(paper: Paper) -> dict[str, str]:
    primary = {"primaryclass": verbatim_id(paper.details.get("primaryclass", ""))}
    return (
        {"eprint": verbatim_id(paper.arxiv), "archiveprefix": "arXiv", **primary} if paper.arxiv else primary
    )


def _type(paper: Paper, values: Mapping[str, str]) -> str:
    name = _TYPE_OF[paper.kind]
    if name == "phdthesis" and "master" in paper.details.get("type", "").lower():
        name = "mastersthesis"
    if name == "proceedings" and paper.authors:
        name = "book"
    return fitting_type(name, _TYPES, values)


def _placed(kind: str, values: Mapping[str, str]) -> dict[str, str]:
    """The values under the names that the type gives them, without what it cannot hold."""
    row = _TYPES[kind]
    placed = {**values, row.venue: container(row, values)}
    if kind == "article":
        if placed.get("number") and not placed.get("volume"):
            placed["issue"] = placed.pop("number")
    elif kind != "techreport" and (placed.get("volume") or not placed.get("series")):
        placed.pop("number", None)
    if kind == "book" and placed["author"]:
        placed["editor"] = ""
    return {name: value for name, value in placed.items() if name in row.fields | _COMMON}
