"""Exports and formatted citations: what they cost, and what other programs say of them.

    python benchmarks/citations.py [--papers 10000]

Prints seconds. The limits for 10,000 papers in all styles are 180 s cold and 2 s warm.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from generator.citations import STYLES, find_pandoc, format_citations  # noqa: E402
from generator.config import read_config  # noqa: E402
from generator.exports import EXPORTERS  # noqa: E402
from generator.model import Entry  # noqa: E402
from generator.pipeline import build_library  # noqa: E402
from generator.text import Text  # noqa: E402
from tests.exports.hard_records import hard_entries  # noqa: E402
from tests.exports.programs import biber_warnings, bibtex_warnings, latex_errors  # noqa: E402
from tests.exports.wild_records import wild_entries  # noqa: E402

_PACKAGES = "\\usepackage[T1]{fontenc}\n\\usepackage{amsmath,amssymb}"


def main() -> None:
    """Runs all parts."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--papers", type=int, default=10_000)
    wanted = arguments.parse_args().papers
    entries = papers(wanted)
    exports(entries)
    citations(wanted)
    with tempfile.TemporaryDirectory() as folder:
        proofs(Path(folder))


def papers(count: int) -> list[Entry]:
    """The list's own papers over and over, each with a title and a key of its own, nothing rendered yet."""
    own = build_library(read_config(ROOT), today="2026-01-01", locked=False).library.entries
    return [numbered(own[number % len(own)], number) for number in range(count)]


def numbered(entry: Entry, number: int) -> Entry:
    title = Text(f"{entry.paper.title.source if entry.paper.title else ''} {number}")
    return replace(entry, key=f"{entry.key}-{number}", paper=replace(entry.paper, title=title))


def exports(entries: Sequence[Entry]) -> None:
    """Each exporter over all papers; the first one also pays for parsing their text."""
    for exporter in EXPORTERS.values():
        seconds, text = timed(lambda write=exporter.write: write(entries))  # type: ignore[misc]
        print(
            f"export {exporter.name:<14}{len(entries):>7} papers {seconds:7.2f} s {len(text) / 1e6:7.1f} MB"
        )


def citations(count: int) -> None:
    """All styles, with an empty and with a full cache."""
    pandoc = find_pandoc()
    if pandoc is None:
        print("formatted citations: the extra 'citations' is not installed")
        return
    with tempfile.TemporaryDirectory() as folder:
        for state in ("cold", "warm"):
            entries = papers(count)
            seconds, _ = timed(lambda entries=entries: format_citations(entries, Path(folder), pandoc))  # type: ignore[misc]
            print(f"citations {state} {count} papers, {len(STYLES)} styles {seconds:7.2f} s")


def proofs(folder: Path) -> None:
    """What BibTeX, biber and LaTeX say of this list, of 2,000 hard and of 2,000 wild records."""
    own = build_library(read_config(ROOT), today="2026-01-01", locked=False).library.entries
    for label, entries in (("own", own), ("hard", hard_entries(2000)), ("wild", wild_entries(2000))):
        texts = {name: EXPORTERS[name].write(entries) for name in ("bibtex", "bibtex-ascii", "biblatex")}
        for name in ("bibtex", "bibtex-ascii"):
            for style in ("plain", "alpha", "acm"):
                said = bibtex_warnings(texts[name], style, folder)
                print(f"{label} {len(entries)} bibtex {style:<6}{name:<13}", len(said), "warnings")
        for name, text in texts.items():
            print(f"{label} {len(entries)} biber {name:<13}", len(biber_warnings(text, folder)), "warnings")
        errors = latex_errors(texts["bibtex-ascii"], "alpha", folder, _PACKAGES)
        print(f"{label} {len(entries)} latex bibtex-ascii", len(errors), "errors")


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds and the result."""
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


if __name__ == "__main__":
    main()
