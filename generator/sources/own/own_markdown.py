"""An item of our own Markdown export: authors, title, venue, year and links on one line, the rest of the
record in a comment behind it.

Values there have every mark of Markdown as a reference, so that brackets and stars are always the item's own.
"""

from __future__ import annotations

import json
import re

from generator.model import Fields
from generator.sources.own.own_text import fields_of_cells
from generator.text import Name, unescape_html

_ITEM = re.compile(
    r"- (?:(?P<authors>[^\[\]*]{1,50000})\. )?"
    r"(?:\[\*\*(?P<linked>[^\[\]*]{1,30000})\*\*\]\((?P<url>[^\s()]{1,3000})\)|\*\*(?P<bare>[^\[\]*]{1,30000})\*\*)"
    r"(?:\. (?:\*(?P<venue>[^\[\]*]{1,30000})\*)?(?:, )?(?P<year>[12]\d{3})?)?"
    r"(?:\. (?P<links>\[[^\[\]]{1,1000}\]\([^\s()]{1,1000}\)(?: \[[^\[\]]{1,1000}\]\([^\s()]{1,1000}\))?))?"
    r"(?: <!-- (?P<more>\{[^<>]{2,1000000}\}) -->)?"
)
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^\s()]*)\)")
# Marks that the export encodes in a link's target besides those that an address has encoded already.
_ENCODED = re.compile(r"%(?:28|29|5B|5D|2A|5F|7E|60|21|27|24)")


def own_fields(item: str) -> Fields | None:
    """What an item says, or None where it is written otherwise."""
    found = _ITEM.fullmatch(item)
    if not found or not (found["links"] or found["authors"] or found["more"]):
        return None
    cells = {name: _text(found[name]) for name in ("venue", "year") if found[name]}
    cells["title"] = _text(found["linked"] or found["bare"])
    links = dict(_LINK.findall(found["links"] or ""))
    for label in links:
        name, _, value = _text(label).partition(":")
        cells[name.lower()] = value
    if found["url"] and found["url"] not in links.values():
        cells["url"] = _ENCODED.sub(lambda mark: chr(int(mark[0][1:], 16)), found["url"])
    more = _more(found["more"])
    fields = fields_of_cells({**cells, **more, **({"title": ""} if "title_status" in more else {})})
    if "authors" not in more:
        fields["authors"] = Name.parse_list(_text(found["authors"]))
    return fields


def _more(written: str | None) -> dict[str, str]:
    """The cells in the comment; none where somebody changed it into something else."""
    try:
        cells = json.loads(written or "{}")
    except ValueError:
        return {}
    return {name: value for name, value in cells.items() if isinstance(value, str)}


def _text(value: str | None) -> str:
    return unescape_html(value or "")
