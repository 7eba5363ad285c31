"""What the page of one article says of it below the abstract: its DOI, labels with their values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.found_ids import find_ids
from generator.sources.pasted.unit import Unit

_OWN_DOI = re.compile(r"(?:https?://(?:dx\.)?)?doi\b|digital object identifier", re.IGNORECASE)
_LEAST = 2  # labels
_IDS = frozenset(("acl", "arxiv", "doi"))


def doi_below(units: Sequence[Unit], title: str) -> dict[str, str]:
    """The DOI that a page says is its own; of units below the abstract."""
    for unit in units:
        if "10." in unit.text and (_OWN_DOI.match(unit.text) or title.casefold() in unit.text.casefold()):
            found = [known.value for known in find_ids(unit.text) if known.name == "doi"]
            if len(found) == 1:
                return {"doi": found[0]}
    return {}


def labelled(units: Sequence[Unit]) -> int:
    """How many of the units right below an abstract are labels and what these say, which is of the paper; 0
    where they are few or no identifier is among them, since pages have labels of their own."""
    ends = (n for n, unit in enumerate(units) if not unit.label and not (n and units[n - 1].kind == "L"))
    count = next(ends, len(units))
    labels = [unit.label for unit in units[:count] if unit.label]
    return count if len(labels) >= _LEAST and not _IDS.isdisjoint(labels) else 0
