"""The templates' environment: values become HTML that neither a browser nor Markdown acts upon."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.text import Name, Text, escape_html


def fill(template: str, **values: Any) -> str:
    """The Markdown that `template` (a file of generator/templates/) makes of `values`. Templates include the
    theme's icons by their names, 'material/translate.svg'."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=ChoiceLoader([PackageLoader("generator"), PackageLoader("material", "templates/.icons")]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def _safe(value: object) -> Markup:
    """Text and Name bring their HTML along; every other value that is not HTML yet is escaped."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, int):
        return Markup(str(value))
    if isinstance(value, Text | Name):
        return Markup(value.html)
    return Markup(escape_html(str(value)))
