"""CSV (RFC 4180) for spreadsheets: a row a paper, the columns of CSV_COLUMNS; no cell is a formula.

Every cell is in quotation marks, as some spreadsheets take a semicolon for the end of a bare one.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from generator.exports.cells import cells
from generator.formats import CSV_COLUMNS
from generator.model import Entry
from generator.text import csv_cell


def write_csv(entries: Sequence[Entry]) -> str:
    """A header and one row a paper."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    rows.writerow(CSV_COLUMNS)
    for entry in entries:
        values = cells(entry)
        rows.writerow(csv_cell(values.get(column, "")) for column in CSV_COLUMNS)
    return out.getvalue()
