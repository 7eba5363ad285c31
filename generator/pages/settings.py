"""What the pages need to know of the list's settings."""

from __future__ import annotations

from dataclasses import dataclass

from generator.citations import STYLES


@dataclass(frozen=True, slots=True)
class PageSettings:
    """site_url: ends in '/' or is empty; repository: web address of the list's repository, if it has one;
    notes: the folder of the notes in it; formatted: whether formatted citations stand beside the pages,
    papers/KEY.cite.json."""

    site_name: str
    site_description: str = ""
    site_url: str = ""
    repository: str | None = None
    notes: str = "notes"
    formatted: bool = False

    @property
    def feeds(self) -> bool:
        """Whether lists that have papers have feeds."""
        return bool(self.site_url)

    @property
    def styles(self) -> str:
        """The styles that papers of a list can be cited in, with '|' between them."""
        return "|".join(style.title for style in STYLES) if self.formatted else ""
