"""CSL-JSON, for pandoc, Zotero and citeproc programs. The names are those of `formats.CSL_FIELDS`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator.exports.facts import (
    authors_and_others,
    date_parts,
    other_ids,
    other_values,
    page_range,
    real_venue,
    reference_values,
)
from generator.formats import CSL_FIELDS, KINDS
from generator.model import Entry, Kind, Paper
from generator.text import Name, fold

_TYPE_OF = {row.kind: row.csl for row in KINDS}
_IDS = ("isbn", "issn", "pmid", "pmcid")
_PLACED = frozenset({row.field for row in CSL_FIELDS} | {"month", "day"})
# Kinds that a reader would take for another: the type stands for the first kind in the table that has it.
_KIND_UNSAID = frozenset(
    row.kind for number, row in enumerate(KINDS) if row.csl in {before.csl for before in KINDS[:number]}
)


# As pandoc reads 'and others' and citeproc prints it: "et al." in the words of each style.
_OTHERS = {"literal": "others"}


def write_csl_json(entries: Sequence[Entry]) -> str:
    """A JSON list of items."""
    items = [csl_item(entry.key, entry.paper) for entry in entries]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def csl_item(key: str, paper: Paper) -> dict[str, Any]:
    """One paper as a CSL item; text is Unicode without mark-up."""
    values = reference_values(paper)
    values |= {name: fold(paper.ids[name]) for name in _IDS if name in paper.ids}
    first, last = page_range(values.get("pages", ""))
    values |= {
        "pages": f"{first}-{last}" if last else first,
        "keywords": ", ".join(map(fold, paper.keywords)),
    }
    parts = date_parts(paper)
    item: dict[str, Any] = {"id": key, "type": _TYPE_OF[paper.kind], "title": values.get("title")}
    item["author"] = [_OTHERS if name.is_others else csl_name(name) for name in authors_and_others(paper)]
    item["editor"] = [csl_name(name) for name in paper.editors]
    item["issued"] = {"date-parts": [parts]} if parts else None
    item |= {_name(row.names[0], row.field, paper): values.get(row.field) for row in CSL_FIELDS}
    item |= _preprint(paper, values)
    item["custom"] = _custom(paper, values)
    return {name: value for name, value in item.items() if value}


def csl_name(name: Name) -> dict[str, str]:
    """A person in parts; a name of one part as 'literal'."""
    if not name.given and not name.suffix:
        return {"literal": name.family}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}


def _name(name: str, field: str, paper: Paper) -> str:
    """A report's number is `number`, an article's is `issue`."""
    return "number" if field == "number" and paper.kind is Kind.REPORT else name


def _preprint(paper: Paper, values: dict[str, str]) -> dict[str, Any]:
    """What styles print of a preprint, as Zotero writes it: number and archive, which is no container (its
    words are kept in `custom`)."""
    if not paper.arxiv or paper.kind is not Kind.PREPRINT or real_venue(paper):
        return {}
    return {
        "container-title": None,
        "publisher": values.get("publisher", "arXiv"),
        "number": f"arXiv:{paper.arxiv}",
    }


def _custom(paper: Paper, values: dict[str, str]) -> dict[str, Any]:
    custom: dict[str, Any] = dict(other_values(values, _PLACED))
    if paper.venue and not real_venue(paper):
        custom["venue"] = paper.venue.plain
    if paper.kind in _KIND_UNSAID:
        custom["kind"] = paper.kind.value
    ids = other_ids(paper, ("doi", *_IDS))
    return {**custom, "ids": ids} if ids else custom
