"""This repository's own papers in BibTeX's formats, as TeX's programs and other readers see them."""

from __future__ import annotations

from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string

from generator.config import read_config
from generator.exports import EXPORTERS
from generator.model import Entry
from generator.pipeline import build_library
from tests.exports.programs import (
    biber_warnings,
    bibtex_warnings,
    latex_errors,
    read_by_citation_js,
    read_by_pandoc,
)
from tests.exports.test_other_readers import facts, read_facts
from tests.support import ROOT

FORMATS = {"bibtex": "@bibtex/text", "bibtex-ascii": "@bibtex/text", "biblatex": "@biblatex/text"}


@pytest.fixture(scope="module")
def own() -> tuple[Entry, ...]:
    """All papers of the list."""
    entries = build_library(read_config(ROOT), today="2026-01-01", locked=False).library.entries
    assert len(entries) > 100
    return entries


@pytest.mark.tools
def test_tex_has_nothing_to_say(own: tuple[Entry, ...], tmp_path: Path) -> None:
    texts = {name: EXPORTERS[name].write(own) for name in FORMATS}
    for name in ("bibtex", "bibtex-ascii"):
        for style in ("plain", "alpha", "acm"):
            assert bibtex_warnings(texts[name], style, tmp_path) == []
    assert biber_warnings(texts["biblatex"], tmp_path) == []
    assert latex_errors(texts["bibtex-ascii"], "plain", tmp_path) == []


@pytest.mark.tools
@pytest.mark.parametrize("format", FORMATS)
def test_other_readers_read_the_same(own: tuple[Entry, ...], format: str) -> None:
    text = EXPORTERS[format].write(own)
    assert len(parse_string(text).entries) == len(own)
    pandoc = read_by_pandoc(text, "biblatex" if format == "biblatex" else "bibtex")
    for items in (read_by_citation_js(text, FORMATS[format]), pandoc):
        read = {item["id"]: read_facts(item) for item in items}
        assert read == {entry.key: facts(entry) for entry in own}
