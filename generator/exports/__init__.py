"""What a library is written as: one exporter a file, their table, and the files beside the pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.exports.biblatex import write_biblatex
from generator.exports.bibtex import (
    bibtex_file,
    entry_to_bibtex,
    preprint_to_bibtex,
    write_bibtex,
    write_bibtex_ascii,
)
from generator.exports.csl_json import write_csl_json
from generator.exports.endnote import write_endnote
from generator.exports.exporter import Exporter
from generator.exports.feeds import feed_files
from generator.exports.jsonl import entry_to_json, json_line, paper_to_json, write_jsonl
from generator.exports.markdown import write_markdown
from generator.exports.plain_text import write_text
from generator.exports.ris import entry_to_ris, write_ris
from generator.exports.table import write_csv
from generator.hierarchy import papers_by_topic
from generator.model import Library, OutputFile

EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        Exporter("bibtex", ".bib", "BibTeX", write_bibtex),
        Exporter("bibtex-ascii", ".bib", "BibTeX in ASCII", write_bibtex_ascii),
        Exporter("biblatex", ".bib", "BibLaTeX", write_biblatex),
        Exporter("ris", ".ris", "RIS", write_ris),
        Exporter("csl-json", ".json", "CSL-JSON", write_csl_json),
        Exporter("csv", ".csv", "CSV", write_csv),
        Exporter("markdown", ".md", "Markdown", write_markdown),
        Exporter("text", ".txt", "Plain text", write_text),
        Exporter("endnote", ".xml", "EndNote XML", write_endnote),
        Exporter("jsonl", ".jsonl", "JSON lines", write_jsonl),
    )
}

__all__ = [
    "EXPORTERS",
    "Exporter",
    "entry_to_bibtex",
    "entry_to_json",
    "export_files",
    "feed_files",
    "json_line",
    "paper_to_json",
]


def export_files(library: Library) -> Iterator[OutputFile]:
    """The files beside the pages, paths relative to docs/: the whole list, each paper and topic."""
    entries = library.entries
    yield _file("papers.bib", bibtex_file(entries, abstract=False))
    yield _file("papers-with-abstracts.bib", bibtex_file(entries, abstract=True))
    yield _file("papers.ris", write_ris(entries))
    yield _file("papers.json", write_csl_json(entries))
    yield _file("papers.csv", write_csv(entries))
    for entry in entries:
        yield _file(f"papers/{entry.key}.bib", entry_to_bibtex(entry, abstract=False))
        if preprint := preprint_to_bibtex(entry):
            yield _file(f"papers/{entry.key}.preprint.bib", preprint)
        yield _file(f"papers/{entry.key}.ris", entry_to_ris(entry))
        yield _file(f"papers/{entry.key}.json", write_csl_json([entry]))
    for topic, members in papers_by_topic(entries, library.topics).items():
        yield _file(f"topics/{topic}.bib", bibtex_file(members, abstract=False))
        yield _file(f"topics/{topic}.ris", write_ris(members))
        yield _file(f"topics/{topic}.json", write_csl_json(members))


def _file(path: str, text: str) -> OutputFile:
    return OutputFile(PurePosixPath(path), text)
