"""Runs MkDocs on docs/ into a folder beside the published site."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.model import Problem, Topic


def build_site(
    mkdocs_file: Path, out: Path, *, topics: Sequence[Topic] = (), site_url: str | None = None, latest: str = ""
) -> tuple[Problem, ...]:
    """Builds docs/ into `out` and returns what MkDocs warned about.

    topics: put into the navigation, below Topics; site_url: in place of the one in mkdocs.yml;
    latest: ISO date of the last addition, the date that the compressed sitemap carries.
    Raises StopWork where MkDocs cannot build the site.
    """
    raise NotImplementedError
