"""Library → Markdown pages, through the templates in generator/templates/."""

from __future__ import annotations

from generator.pages.render import render
from generator.pages.settings import PageSettings

__all__ = ["PageSettings", "render"]
