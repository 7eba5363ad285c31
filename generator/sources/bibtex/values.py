"""The fields of entries with their macros put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.sources.bibtex.blocks import Block
from generator.sources.bibtex.body import Fault, Field

# The macros of plain.bst and of every other standard style ("BibTeXing", section 3.2).
MONTH_MACROS: Mapping[str, str] = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "may": "May",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sep": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}

# A list of these is sometimes given in more fields of one name.
_LISTS = frozenset({"author", "editor", "keywords"})
# Fields of which a second one is told: not those that programs write again and again, such as Scopus's
# funding_details.
_ONCE = frozenset(
    "title subtitle booktitle journal journaltitle year date month abstract doi eprint url volume number "
    "issue pages publisher series edition chapter institution school organization address location note "
    "howpublished type language isbn issn".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with its values as they stand in the file, LaTeX left alone, macros put in."""

    block: Block
    values: Mapping[str, str]
    faults: tuple[Fault, ...] = field(default=())


def entries_of(blocks: Sequence[Block]) -> list[Entry]:
    """The entries among `blocks`, each with the macros as they are defined where it stands."""
    later = dict(_all_macros(blocks))
    macros: dict[str, str] = dict(MONTH_MACROS)
    entries: list[Entry] = []
    for block in blocks:
        if block.kind == "string":
            macros |= {known.name: _value(known, macros, later)[0] for known in block.fields}
        elif block.kind == "entry":
            entries.append(_entry(block, macros, later))
    return entries


def _all_macros(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    known: dict[str, str] = dict(MONTH_MACROS)
    for block in blocks:
        if block.kind == "string":
            for macro in block.fields:
                known[macro.name] = _value(macro, known, {})[0]
                yield macro.name, known[macro.name]


def _entry(block: Block, macros: Mapping[str, str], later: Mapping[str, str]) -> Entry:
    values: dict[str, str] = {}
    faults: list[Fault] = list(block.faults)
    for written in block.fields:
        value, unknown = _value(written, macros, later)
        faults.extend(Fault("bibtex-undefined-macro", block.line, name) for name in unknown)
        name = written.name
        if not value.strip():
            continue
        if name in _LISTS and name in values and value != values[name]:
            values[name] += _between(name, values[name] + value) + value
        elif values.setdefault(name, value) != value and name in _ONCE:
            faults.append(Fault("bibtex-field-twice", block.line, name))
    return Entry(block, values, tuple(faults))


def _between(name: str, items: str) -> str:
    """What stands between the items of a list: keywords have semicolons or commas."""
    if name != "keywords":
        return " and "
    return "; " if ";" in items else ", "


def _value(written: Field, macros: Mapping[str, str], later: Mapping[str, str]) -> tuple[str, list[str]]:
    """The value with its macros put in, and the names of those that nothing defines."""
    parts: list[str] = []
    unknown: list[str] = []
    for piece in written.pieces:
        name = piece.text.lower()
        if not piece.bare or name.isdigit():
            parts.append(piece.text)
        elif name in macros:
            parts.append(macros[name])
        elif name in later:
            parts.append(later[name])
        else:
            parts.append(piece.text)
            unknown.extend([piece.text] if _is_macro_name(name) else [])
    return "".join(parts), unknown


def _is_macro_name(name: str) -> bool:
    return name[:1].isalpha() and not any(character in ":/\\" for character in name)
