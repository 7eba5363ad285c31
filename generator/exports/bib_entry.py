"""What BibTeX and BibLaTeX share: an entry as a value, fitting types, and its text.

Sources: O. Patashnik, "BibTeXing" (1988) and the warnings of btxbst.doc; P. Kime et al., "The biblatex
Package", section 2 and the data model that `biber --validate-datamodel` checks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.text.verbatim import verbatim_key

MONTHS: tuple[str, ...] = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())


@dataclass(frozen=True, slots=True)
class EntryType:
    """A type of entry in one dialect.

    venue: the field that holds `Paper.venue`; fields: what it may hold besides the common ones; needs: fields
    without which the type does not fit and `instead` is taken.
    """

    venue: str
    fields: frozenset[str]
    needs: frozenset[str] = frozenset()
    instead: str = "misc"


def entry_type(venue: str, fields: str, needs: str = "", instead: str = "misc") -> EntryType:
    """An EntryType from names separated by spaces."""
    return EntryType(venue, frozenset(f"{venue} {fields}".split()), frozenset(needs.split()), instead)


@dataclass(frozen=True, slots=True)
class BibEntry:
    """One entry: fields in order, values as LaTeX. comment: a line before it, or ''."""

    type: str
    key: str
    fields: tuple[tuple[str, str], ...]
    comment: str = ""

    def __str__(self) -> str:
        lines = [f"  {name} = {_delimited(name, value)}" for name, value in self.fields]
        comment = f"% {self.comment}\n" if self.comment else ""
        return f"{comment}@{self.type}{{{verbatim_key(self.key)},\n" + ",\n".join(lines) + "\n}\n"


def _delimited(name: str, value: str) -> str:
    return value if name == "month" and value in MONTHS else f"{{{value}}}"


def fitting_type(name: str, types: Mapping[str, EntryType], known: Mapping[str, str]) -> str:
    """`name`, or the nearest type whose needed fields are all among `known`."""
    row = types[name]
    own = {**known, row.venue: container(row, known)}
    return (
        name
        if all(own.get(need, "").strip() for need in row.needs)
        else fitting_type(row.instead, types, known)
    )


def container(row: EntryType, known: Mapping[str, str]) -> str:
    """The value of the type's venue field: the detail of that name, else the paper's venue."""
    own = known.get("institution" if row.venue == "school" else row.venue)
    publisher = "" if "publisher" in row.fields else known.get("publisher", "")
    return own or known.get("venue") or (publisher if row.venue in ("howpublished", "organization") else "")


def ordered(values: Mapping[str, str], order: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The non-empty values whose names are in `order`, in that order."""
    return tuple((name, values[name]) for name in order if values.get(name, "").strip())


def join_entries(entries: Sequence[BibEntry]) -> str:
    """The text of a .bib file."""
    return "\n".join(str(entry) for entry in entries)
