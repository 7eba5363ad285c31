"""BibLaTeX: what biber and the biblatex package read, with its types, dates, eprints and aliases of keys."""

from __future__ import annotations

from collections.abc import Sequence

from generator.exports.bib_entry import BibEntry, container, entry_type, fitting_type, join_entries, ordered
from generator.exports.bibtex import join_names, others, page_field
from generator.exports.facts import GUESSED_TITLE, address, date_parts, real_venue
from generator.formats import KINDS
from generator.model import Entry, Kind, Paper
from generator.text import escape_bibtex
from generator.text.verbatim import verbatim_id, verbatim_key, verbatim_url

_BOOK = "editor series volume number chapter pages publisher location isbn note"
_TYPES = {
    "article": entry_type(
        "journaltitle", "editor series volume number issuetitle pages issn note", "journaltitle"
    ),
    "inproceedings": entry_type("booktitle", _BOOK, "booktitle"),
    "incollection": entry_type("booktitle", f"{_BOOK} edition", "booktitle editor", "inbook"),
    "inbook": entry_type("booktitle", f"{_BOOK} edition", "booktitle"),
    "book": entry_type("series", f"{_BOOK} edition"),
    "proceedings": entry_type("series", _BOOK),
    "thesis": entry_type("institution", "type chapter pages location note", "institution"),
    "report": entry_type("institution", "type number chapter pages location note", "institution"),
    "dataset": entry_type("organization", "editor series number edition publisher location type note"),
    "software": entry_type("howpublished", "editor location type note"),
    "online": entry_type("organization", "editor note", "where"),
    "misc": entry_type("howpublished", "editor location type note"),
}
_TYPE_OF = {row.kind: row.biblatex for row in KINDS}
_DEGREE = {Kind.THESIS: "phdthesis", Kind.REPORT: "techreport"}
_COMMON = frozenset(
    "author title date eprint eprinttype eprintclass doi url ids abstract keywords language".split()
)
_ORDER = (
    "ids author title editor journaltitle issuetitle booktitle institution organization howpublished series "
    "volume number chapter pages edition type publisher location date eprint eprinttype eprintclass doi isbn "
    "issn url language note keywords abstract"
).split()
_RENAMED = {"address": "location", "issue_title": "issuetitle"}
_NOT_HERE = frozenset({"month", "day", "primaryclass"})


def write_biblatex(entries: Sequence[Entry]) -> str:
    """A .bib file with abstracts, UTF-8."""
    return join_entries([biblatex_entry(entry, abstract=True) for entry in entries])


def biblatex_entry(entry: Entry, *, abstract: bool) -> BibEntry:
    """One entry of a library, its former keys under 'ids'."""
    paper = entry.paper
    values = _values(paper, abstract=abstract)
    values["ids"] = ",".join(verbatim_key(alias) for alias in entry.aliases)
    name = "book" if paper.kind is Kind.PROCEEDINGS and paper.authors else _TYPE_OF[paper.kind]
    kind = fitting_type(name, _TYPES, {**values, "where": values["url"] or values["doi"] or values["eprint"]})
    row = _TYPES[kind]
    placed = {**values, row.venue: container(row, values)}
    fields = {name: value for name, value in placed.items() if name in row.fields | _COMMON}
    return BibEntry(kind, entry.key, ordered(fields, _ORDER), GUESSED_TITLE if paper.is_guessed else "")


def _values(paper: Paper, *, abstract: bool) -> dict[str, str]:
    details = {name: value for name, value in paper.details.items() if name not in _NOT_HERE}
    values = {_RENAMED.get(name, name): escape_bibtex(value) for name, value in details.items()}
    values |= {name: escape_bibtex(paper.ids[name]) for name in ("isbn", "issn") if name in paper.ids}
    values["pages"] = page_field(paper.details.get("pages", ""))
    if paper.kind in _DEGREE:
        values.setdefault("type", _DEGREE[paper.kind])
    venue = real_venue(paper)
    values |= {
        "title": paper.title.bibtex_title if paper.title else "",
        "author": f"{join_names(paper.authors)}{others(paper)}",
        "editor": join_names(paper.editors),
        "venue": venue.bibtex if venue else "",
        "date": "-".join(f"{part:02}" for part in date_parts(paper)),
        "doi": verbatim_id(paper.doi or ""),
        "url": verbatim_url(address(paper) or ""),
        **_eprint(paper),
    }
    if abstract:
        values["abstract"] = paper.abstract.bibtex if paper.abstract else ""
        values["keywords"] = ", ".join(escape_bibtex(word) for word in paper.keywords)
    return values


def _eprint(paper: Paper) -> dict[str, str]:
    if paper.arxiv:
        primary = verbatim_id(paper.details.get("primaryclass", ""))
        return {"eprint": verbatim_id(paper.arxiv), "eprinttype": "arxiv", "eprintclass": primary}
    pubmed = paper.ids.get("pmid", "")
    return {"eprint": verbatim_id(pubmed), "eprinttype": "pubmed" if pubmed else ""}
