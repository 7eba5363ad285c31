"""An item of our own Markdown export: authors, title, venue, year and links on one line.

Values there have every mark of Markdown as a reference, so that brackets and stars are always the item's own.
"""

from __future__ import annotations

import html
import re
from typing import Any, cast

from generator.model import Fields
from generator.text import Name

_ITEM = re.compile(
    r"- (?:(?P<authors>[^\[\]*]{1,50000})\. )?"
    r"(?:\[\*\*(?P<linked>[^\[\]*]{1,3000})\*\*\]\((?P<url>[^\s()]{1,3000})\)|\*\*(?P<bare>[^\[\]*]{1,3000})\*\*)"
    r"(?:\. (?:\*(?P<venue>[^\[\]*]{1,3000})\*)?(?:, )?(?P<year>[12]\d{3})?)?"
    r"(?:\. (?P<links>\[[^\[\]]{1,1000}\]\([^\s()]{1,1000}\)(?: \[[^\[\]]{1,1000}\]\([^\s()]{1,1000}\))?))?"
)
_LABEL = re.compile(r"\[([^\[\]]*)\]")
# Marks that the export encodes in a link's target besides those that an address has encoded already.
_ENCODED = re.compile(r"%(?:28|29|5B|5D|2A|5F|7E|60|21|27|24)")


def own_fields(item: str) -> Fields | None:
    """What an item says, or None where it is written otherwise."""
    found = _ITEM.fullmatch(item)
    if not found or not (found["links"] or found["authors"]):
        return None
    fields: dict[str, Any] = {
        "title": _text(found["linked"] or found["bare"]),
        "authors": Name.parse_list(_text(found["authors"])),
        "venue": _text(found["venue"]),
        "year": found["year"],
        "url": _ENCODED.sub(lambda mark: chr(int(mark[0][1:], 16)), found["url"] or ""),
    }
    for label in _LABEL.findall(found["links"] or ""):
        name, _, value = _text(label).partition(":")
        if name in ("doi", "arXiv"):
            fields[name.lower()] = value
    return cast(Fields, {name: value for name, value in fields.items() if value})


def _text(value: str | None) -> str:
    return html.unescape(value or "")
