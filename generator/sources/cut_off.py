"""Signs that a file is cut off where nothing in its format says that it ends: its last record is unlike all
others."""

from __future__ import annotations

from collections.abc import Sequence

_FEW = 3  # records that tell a habit
_STOPS = frozenset(".!?)]\"'”’»。")


def ends_otherwise(fields: Sequence[str]) -> bool:
    """Whether the last of a file's records, of which each ends with one of `fields`, ends with another than
    all those before it."""
    *others, last = fields or [""]
    return len(others) >= _FEW and len(set(others)) == 1 and last != others[0]


def breaks_off(texts: Sequence[str]) -> bool:
    """Whether the last of these texts ends within a sentence, and none of those before it does."""
    *others, last = [text.rstrip()[-1:] in _STOPS for text in texts] or [True]
    return len(others) >= _FEW and all(others) and not last
