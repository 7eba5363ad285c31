"""What the pages need to know of the list's settings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageSettings:
    """site_url: ends in '/' or is empty; repository: web address of the list's repository, if it has one;
    formatted: whether formatted citations stand beside the pages, papers/KEY.cite.json."""

    site_name: str
    site_description: str = ""
    site_url: str = ""
    repository: str | None = None
    formatted: bool = False
