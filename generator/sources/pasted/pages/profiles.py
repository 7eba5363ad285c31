"""Profiles of Google Scholar: what stands between the person and the table of papers."""

from __future__ import annotations

from collections.abc import Sequence

from generator.sources.pasted.unit import Unit

_MOST = 12  # fields of interest
_LONGEST = 60  # characters of one


def with_profiles(units: Sequence[Unit]) -> list[Unit]:
    """The units, the interests above the head of a profile's table being chrome."""
    found = list(units)
    for n, unit in enumerate(found[:-1]):
        below = found[n + 1]
        alone = unit.label == "title" and unit.reason == "label without a value"
        if not alone or below.reason != "page navigation":
            continue
        for above in range(n - 1, max(n - 1 - _MOST, -1), -1):
            if found[above].reason == "profile page":
                between = found[above + 1 : n]
                found[above + 1 : n] = [one._replace(kind="X", reason="profile page") for one in between]
                break
            if found[above].kind or len(found[above].text) > _LONGEST:
                break
    return found
