"""What stands below the paper on its page and is about other things: reviews and replies, similar papers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.unit import Unit

# From such a line on nothing is of the paper; it is a heading of its own once for each paper shown.
_REPLIES = re.compile(
    r"filter by reply type\W{0,3}|filter by author\W{0,3}|\d+ ?(?:/ ?\d+ ?)?replies shown|"
    r"sort: newest first|"
    r"copy url of note \w{4,20}|"
    r"(?:official|meta|ethics) ?review of (?:paper|submission) ?\d+ by .{3,60}",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"conflict of interest statement|similar articles|cited by other articles|mesh terms|"
    r"linkout - more resources",
    re.IGNORECASE,
)
_LONGEST = 120  # characters of such a line
_HEAD = re.compile(
    r"skip to .{3,40}|openreview\.net|go to .{1,60} homepage|hugging ?face.{0,20}", re.IGNORECASE
)


def without_replies(units: Sequence[Unit]) -> list[Unit]:
    """The units; those from the first reply or the list of others on are chrome, up to the next page."""
    kept: list[Unit] = []
    reason, on_page = "", False
    for unit in units:
        if len(unit.text) > _LONGEST:
            pass
        elif unit.kind == "S" or _HEAD.fullmatch(unit.text):
            reason, on_page = "", False
        elif _REPLIES.fullmatch(unit.text):
            reason = "review or reply"
        elif on_page and _OTHERS.fullmatch(unit.text):
            reason = "list of other papers"
        on_page |= unit.label == "abstract"
        kept.append(unit._replace(kind="X", reason=reason, label="", fields={}) if reason else unit)
    return kept
