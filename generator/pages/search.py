"""The page of all results of a search; the search itself runs in the reader's browser."""

from __future__ import annotations

from generator.model import OutputFile
from generator.pages.document import document, page_meta
from generator.pages.settings import PageSettings
from generator.pages.templating import fill


def search_page(settings: PageSettings) -> OutputFile:
    """search/index.md; the tables of the search stand beside it."""
    meta = page_meta("Search", "Search in the papers of this list.", "navigation", "toc")
    return document("search/index.md", meta, fill("search.md.j2", styles=settings.styles))
