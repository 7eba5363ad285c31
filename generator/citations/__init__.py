"""Formatted citations: each reference by itself, in the styles of `STYLES`, by pandoc's CSL engine.

Without pandoc (the extra `citations`) there are none, and nobody is told: the pages have no such tab.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from generator.atomic import write_if_changed
from generator.citations.cache import read_cache, write_cache
from generator.citations.pandoc import PandocError, find_pandoc, format_items, pandoc_version
from generator.citations.styles import STYLES, Style, style_text
from generator.exports.csl_json import csl_item
from generator.model import Entry, OutputFile, Paper, Problem

__all__ = [
    "STYLES",
    "CitationFiles",
    "PandocError",
    "Style",
    "citation_files",
    "find_pandoc",
    "format_citations",
]

_BATCH = 1000
_UNPRINTED = ("id", "custom", "note")


class CitationFiles(NamedTuple):
    """The files, none where there are no formatted citations, and why not where that is no choice."""

    files: tuple[OutputFile, ...] = ()
    problems: tuple[Problem, ...] = ()


def citation_files(entries: Sequence[Entry], cache: Path, pandoc: Path | None) -> CitationFiles:
    """papers/KEY.cite.json of each entry: a list of [title of the style, HTML]. None without pandoc."""
    if pandoc is None:
        return CitationFiles()
    try:
        formatted = format_citations(entries, cache, pandoc)
    except (PandocError, OSError) as error:
        message = f"the citations could not be formatted, the pages go without them: {error}"
        return CitationFiles(problems=(Problem("citations-failed", "warning", message),))
    return CitationFiles(tuple(map(_citation_file, entries, formatted)))


def _citation_file(entry: Entry, formatted: Mapping[str, str]) -> OutputFile:
    titled = [[style.title, formatted[style.name]] for style in STYLES if formatted.get(style.name)]
    text = json.dumps(titled, ensure_ascii=False, separators=(",", ":")) + "\n"
    return OutputFile(PurePosixPath(f"papers/{entry.key}.cite.json"), text)


def format_citations(entries: Sequence[Entry], cache: Path, pandoc: Path) -> list[dict[str, str]]:
    """For each entry its reference in every style: name of the style → inline HTML.

    cache: a folder for what was formatted before. Raises PandocError.
    """
    digests = [_digest(_facts(entry.paper)) for entry in entries]
    by_digest = dict(zip(digests, entries, strict=True))
    maker = pandoc_version(pandoc) + _program()
    shelves = [_shelf(style, cache, maker) for style in STYLES]
    missing = [digest for digest in by_digest if any(digest not in shelf.kept for shelf in shelves)]
    items = {digest: _printed(by_digest[digest]) for digest in missing}
    by_style = {shelf.style: _complete(shelf, by_digest, items, pandoc) for shelf in shelves}
    return [{style: references[digest] for style, references in by_style.items()} for digest in digests]


class _Shelf(NamedTuple):
    """What is kept of one style. csl, file: where its style file and its references are."""

    style: str
    text: str
    csl: Path
    file: Path
    kept: dict[str, str]


def _shelf(style: Style, cache: Path, maker: str) -> _Shelf:
    text = style_text(style)
    file = cache / f"{style.name}-{_digest(maker + text)}.json"
    return _Shelf(style.name, text, cache / f"{style.name}.csl", file, read_cache(file))


def _complete(
    shelf: _Shelf, wanted: Iterable[str], items: Mapping[str, dict[str, Any]], pandoc: Path
) -> Mapping[str, str]:
    """The wanted references by digest: those kept, the others from pandoc."""
    missing = [digest for digest in wanted if digest not in shelf.kept]
    if not missing:
        return shelf.kept
    write_if_changed(shelf.csl, shelf.text.encode(), sync=False)
    batches = [missing[start : start + _BATCH] for start in range(0, len(missing), _BATCH)]
    work = partial(_format_batch, pandoc, shelf.csl, items)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        fresh = dict(pair for pairs in pool.map(work, batches) for pair in pairs)
    known = shelf.kept | fresh
    complete = {digest: known[digest] for digest in wanted}
    write_cache(shelf.file, complete)
    return complete


def _format_batch(
    pandoc: Path, csl_file: Path, items: Mapping[str, dict[str, Any]], digests: Sequence[str]
) -> Iterable[tuple[str, str]]:
    return zip(digests, format_items(pandoc, csl_file, [items[digest] for digest in digests]), strict=True)


def _printed(entry: Entry) -> dict[str, Any]:
    """What a reference is made of: abstract and keywords left out before they cost anything."""
    item = csl_item(entry.key, replace(entry.paper, abstract=None, comment=None, keywords=()))
    return {name: value for name, value in item.items() if name not in _UNPRINTED}


def _facts(paper: Paper) -> str:
    """All that a reference depends on, before anything of it is rendered."""
    texts = [text.source if text else "" for text in (paper.title, paper.venue)]
    tables = (sorted(paper.ids.items()), sorted(paper.details.items()))
    people = (paper.authors, paper.more_authors, paper.editors)
    return repr((paper.kind.value, texts, people, paper.year, paper.url, tables))


def _program() -> str:
    """Changes when the parts of the program change that make an item of a paper."""
    package = files("generator")
    modules = [part for folder in ("text", "exports", "citations") for part in (package / folder).iterdir()]
    sources = [part.read_bytes() for part in sorted(modules, key=str) if part.name.endswith(".py")]
    return hashlib.sha256(b"".join(sources)).hexdigest()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]
