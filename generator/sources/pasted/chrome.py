"""What web pages put around papers: buttons, counts, navigation. Recognised only where it fills a line."""

from __future__ import annotations

import re

from generator.sources.pasted.buttons import BUTTONS
from generator.sources.pasted.chrome_lines import LINES as LINES_ANYWHERE
from generator.sources.pasted.chrome_sites import LINES as LINES_OF_SITES
from generator.sources.pasted.navigation import OF_SITES

_LONGEST = 240
_LINES = {**LINES_ANYWHERE, **LINES_OF_SITES}
_ANY = re.compile("|".join("(" + "|".join(group) + ")" for group in (*_LINES.values(), (BUTTONS,))))
_REASONS = (*_LINES, "button")
_WORDY = re.compile(r"[\w▲△⬆👍❤♥💬⭐★☆🔥]")


def chrome_reason(line: str) -> str | None:
    """Why a stripped line is no part of a paper, or None where it may be one."""
    if not line or len(line) > _LONGEST:
        return None
    if len(line) == 1 and not line.isdigit():
        return "ornament"
    folded = " ".join(line.lower().replace("\ufe0f", "").split())
    found = _ANY.fullmatch(folded)
    if found and found.lastindex:
        return _REASONS[found.lastindex - 1]
    if folded in OF_SITES:
        return "page navigation"
    return None if _WORDY.search(line) else "ornament"
