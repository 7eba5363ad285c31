"""Reads the case files of the structured formats and says what a reader made of their input.

A case: `about`, `format`, `input`, `records` (for each the fields that matter; `lines` for its place),
`problems` (code and line), `skipped` (reason and line). Names are written 'Family, Given, Suffix'.

"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.model import Fields, Problem, RawRecord, ReadItem, Skipped
from generator.sources import READERS, choose
from generator.sources.accounting import Account
from generator.sources.reader import Source
from generator.text import Name

CASES = Path(__file__).parent.parent / "cases"
FORMATS = {reader.name for reader in READERS} - {"pasted"}  # which has cases of its own


def case_files() -> list[Path]:
    """The case files of the structured formats."""
    return sorted(path for format in FORMATS for path in (CASES / format).glob("*.yml"))


def load(path: Path) -> dict[str, Any]:
    """One case file."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(case, dict)
    return case


def read_with_chosen(text: str, path: str = "in.txt") -> tuple[str, list[ReadItem]]:
    """The name of the reader that claims `text`, and what it reads, lines it forgot included."""
    source = Source(path, text)
    reader = choose(source)
    account = Account(source)
    items: list[ReadItem] = []
    for item in reader.read(source):
        account.note(item)
        items.append(item)
    return reader.name, [*items, *account.leftovers(reader.name)]


def records(items: Sequence[ReadItem]) -> list[RawRecord]:
    """The records among `items`."""
    return [item for item in items if isinstance(item, RawRecord)]


def shown(fields: Fields, record: RawRecord) -> dict[str, Any]:
    """The fields as a case file writes them."""
    values: dict[str, Any] = {name: plain(value) for name, value in fields.items()}
    return values | {"lines": [record.origin.line, record.origin.end_line]}


def plain(value: object) -> object:
    """A field's value in the types of YAML."""
    if isinstance(value, Name):
        return ", ".join(part for part in (value.family, value.given, value.suffix) if part)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, str):
        return str(value)
    return [plain(item) for item in value] if isinstance(value, Sequence) else value


def problems(items: Sequence[ReadItem]) -> list[list[object]]:
    """Code and line of each problem."""
    return [[i.code, i.origin.line if i.origin else 0] for i in items if isinstance(i, Problem)]


def skipped(items: Sequence[ReadItem]) -> list[list[object]]:
    """Reason and line of each thing skipped."""
    return [[item.reason, item.origin.line] for item in items if isinstance(item, Skipped)]
