"""Plain text: a block of labelled lines a paper, readable as it stands and by the reader of pasted text."""

from __future__ import annotations

from collections.abc import Sequence

from generator.exports.facts import is_guessed, names, single_values
from generator.model import Entry
from generator.text import fold


def write_text(entries: Sequence[Entry]) -> str:
    """The blocks, a blank line between them."""
    return "\n".join(_block(entry) for entry in entries)


def _block(entry: Entry) -> str:
    paper = entry.paper
    values = single_values(paper)
    lines = {
        "Guessed title" if is_guessed(paper) else "Title": values.get("title", ""),
        "Authors": "; ".join(names(paper.authors)),
        "Year": values.get("year", ""),
        "Venue": values.get("venue", ""),
        "Comment": values.get("comment", ""),
        "arXiv": paper.arxiv or "",
        "DOI": values.get("doi", ""),
        "URL": values.get("url", ""),
        "Keywords": "; ".join(fold(word) for word in paper.keywords),
        "Abstract": values.get("abstract", ""),
    }
    return "".join(f"{label}: {value}\n" for label, value in lines.items() if value)
