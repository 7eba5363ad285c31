"""The pages of a library, in the order in which they are written."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Library, OutputFile
from generator.pages.settings import PageSettings


def render(library: Library, settings: PageSettings) -> Iterator[OutputFile]:
    """Every generated Markdown page, paths relative to docs/."""
    raise NotImplementedError
