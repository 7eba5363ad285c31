"""A paper as a row of `CSV_COLUMNS`: what CSV, plain text and Markdown write, and tables are read as."""

from __future__ import annotations

from collections.abc import Sequence

from generator.exports.facts import authors_and_others, listed_name, other_ids, single_values
from generator.model import Entry
from generator.text import Name, fold


def cells(entry: Entry) -> dict[str, str]:
    """The values by column, each on one line; what is not known is '' or absent."""
    paper = entry.paper
    return {
        **single_values(paper),
        "key": entry.key,
        "place": fold(paper.details.get("address", "")),
        "kind": paper.kind.value,
        "authors": names_cell(authors_and_others(paper)),
        "editors": names_cell(paper.editors),
        "keywords": "; ".join(fold(word) for word in paper.keywords),
        "topics": "; ".join(found.topic for found in entry.topics),
        "arxiv": paper.arxiv or "",
        "added": entry.added,
        "ids": " ".join(f"{name}:{value}" for name, value in other_ids(paper, ("arxiv", "doi")).items()),
    }


def names_cell(people: Sequence[Name]) -> str:
    """'Family, Given; …', with a suffix 'Family, Jr., Given'. A semicolon ends a single name that could be
    taken for several, or its last dot for the end of a sentence."""
    written = [
        f"{name.family}, {name.suffix}, {name.given}" if name.suffix else _written(name) for name in people
    ]
    alone = len(written) == 1 and "," in written[0]
    doubtful = alone and (len(written[0].split()) > 2 or written[0].endswith("."))
    return f"{written[0]};" if doubtful else "; ".join(written)


def _written(name: Name) -> str:
    return name.plain if name.is_others else listed_name(name)
