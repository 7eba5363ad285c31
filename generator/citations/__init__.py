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
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from generator.atomic import write_if_changed
from generator.citations.cache import read_cache, write_cache
from generator.citations.pandoc import PandocError, find_pandoc, format_items, pandoc_version
from generator.citations.styles import STYLES, Style, style_text
from generator.exports.csl_json import csl_item
from generator.model import Entry, OutputFile, Problem

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
    items = [_printed(entry) for entry in entries]
    digests = [_digest(json.dumps(item, sort_keys=True)) for item in items]
    version = pandoc_version(pandoc)
    by_digest = dict(zip(digests, items, strict=True))
    by_style = {style.name: _in_style(style, by_digest, cache, pandoc, version) for style in STYLES}
    return [{name: references[digest] for name, references in by_style.items()} for digest in digests]


def _in_style(
    style: Style, items: Mapping[str, dict[str, Any]], cache: Path, pandoc: Path, version: str
) -> Mapping[str, str]:
    """The items in one style, by digest: from the cache, the others from pandoc."""
    csl = style_text(style)
    kept_in = cache / f"{style.name}-{_digest(version + csl)}.json"
    kept = read_cache(kept_in)
    missing = [digest for digest in items if digest not in kept]
    if not missing:
        return kept
    csl_file = cache / f"{style.name}.csl"
    write_if_changed(csl_file, csl.encode(), sync=False)
    batches = [missing[start : start + _BATCH] for start in range(0, len(missing), _BATCH)]
    work = partial(_format_batch, pandoc, csl_file, items)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        fresh = dict(pair for pairs in pool.map(work, batches) for pair in pairs)
    found = {digest: (kept | fresh)[digest] for digest in items}
    write_cache(kept_in, found)
    return found


def _format_batch(
    pandoc: Path, csl_file: Path, items: Mapping[str, dict[str, Any]], digests: Sequence[str]
) -> Iterable[tuple[str, str]]:
    return zip(digests, format_items(pandoc, csl_file, [items[digest] for digest in digests]), strict=True)


def _printed(entry: Entry) -> dict[str, Any]:
    """What a reference is made of: abstract and keywords left out before they cost anything."""
    item = csl_item(entry.key, replace(entry.paper, abstract=None, comment=None, keywords=()))
    return {name: value for name, value in item.items() if name not in _UNPRINTED}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]
