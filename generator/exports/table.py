"""CSV (RFC 4180) for spreadsheets: a row a paper, the columns of CSV_COLUMNS; no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from generator.exports.facts import family_first, other_ids, single_values
from generator.formats import CSV_COLUMNS
from generator.model import Entry
from generator.text import Name, csv_cell, fold


def write_csv(entries: Sequence[Entry]) -> str:
    """A header and one row a paper."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(CSV_COLUMNS)
    for entry in entries:
        cells = _cells(entry)
        rows.writerow(csv_cell(cells.get(column, "")) for column in CSV_COLUMNS)
    return out.getvalue()


def _names(people: Sequence[Name]) -> str:
    """'Family, Given; …', with a suffix 'Family, Jr., Given'. A semicolon ends a single name that could be
    taken for several."""
    written = [
        f"{name.family}, {name.suffix}, {name.given}" if name.suffix else family_first(name)
        for name in people
    ]
    alone = len(written) == 1 and "," in written[0] and len(written[0].split()) > 2
    return f"{written[0]};" if alone else "; ".join(written)


def _cells(entry: Entry) -> dict[str, str]:
    paper = entry.paper
    return {
        **single_values(paper),
        "key": entry.key,
        "place": fold(paper.details.get("address", "")),
        "kind": paper.kind.value,
        "authors": _names(paper.authors),
        "editors": _names(paper.editors),
        "keywords": "; ".join(fold(word) for word in paper.keywords),
        "topics": "; ".join(found.topic for found in entry.topics),
        "arxiv": paper.arxiv or "",
        "added": entry.added,
        "ids": " ".join(f"{name}:{value}" for name, value in other_ids(paper, ("arxiv", "doi")).items()),
    }
