"""What is usual within a record, whatever the text: which kind follows which, how a record starts and ends.

Costs are natural logarithms of odds: 0 is usual, -1 a little odd, -5 hardly ever.
"""

from __future__ import annotations

from functools import lru_cache

from generator.sources.pasted.unit import BLANK, BLANKS, FIRST, NEXT_LINE, RULED, WRAPPED, Unit

_SAME: dict[str, dict[str, float | None]] = {  # a further line or paragraph of the same kind, by gap
    "P": {WRAPPED: 0.0, NEXT_LINE: -3.0, BLANK: -1.5, BLANKS: -6.0},
    "T": {WRAPPED: -0.5, NEXT_LINE: -6.0, BLANK: None, BLANKS: None},
    "A": {WRAPPED: -0.2, NEXT_LINE: -0.8, BLANK: -3.0, BLANKS: None},
}
_LINE: dict[str, float | None] = {WRAPPED: -0.3}
_AFTER = {
    **{
        "TA": 0.3,
        "TP": 0.2,
        "AP": 0.3,
        "AV": 0.2,
        "VP": 0.2,
        "PC": 0.2,
        "PI": 0.2,
        "CI": 0.2,
        "ID": 0.3,
        "PK": 0.2,
        "AI": 0.1,
    },
    **{
        "TI": 0.2,
        "IT": 0.2,
        "TV": 0.0,
        "DP": 0.1,
        "AD": 0.1,
        "IP": 0.1,
        "CP": 0.0,
        "VI": 0.1,
        "PV": 0.1,
        "CD": 0.1,
        "DI": 0.1,
    },
    **{
        "PT": -0.2,
        "PA": -0.3,
        "AT": -0.2,
        "CT": -1.0,
        "KT": -1.0,
        "DT": -0.3,
        "VT": -0.6,
        "TC": -0.5,
        "AC": -0.2,
        "CV": -1.0,
    },
    **{"VC": -1.0, "KP": 0.0, "PD": 0.0, "DA": 0.0},
}


def step(gap: str, kind: str) -> str:
    """A unit as layouts count it: whether a line happened to be full makes no other layout."""
    return (NEXT_LINE if gap == WRAPPED else gap) + kind


@lru_cache(maxsize=1 << 14)
def parts_of(layout: str) -> str:
    """The main parts of a layout in their order: title, authors, abstract, identifiers, dates."""
    return "".join(kind for kind in layout[1::2] if kind in "TAPID")


_STEPS_KEPT = 1 << 14


class Steps(dict[str, tuple[str, float] | None]):
    """For each layout that was met: what it is with a further unit, and what that costs; None where it cannot
    follow."""

    def __init__(self, gap: str, kind: str, learned: bool) -> None:
        self._of = gap, kind, learned

    def __missing__(self, layout: str) -> tuple[str, float] | None:
        if len(self) > _STEPS_KEPT:
            self.clear()
        self[layout] = further = _following(layout, *self._of) if layout else None
        return further


@lru_cache(maxsize=256)
def steps_with(gap: str, kind: str, learned: bool) -> Steps:
    """What comes of layouts by a further unit of `kind` ('p': further paragraphs).

    learned: the text's own layouts are known, so that the usual order does not count any more.
    """
    return Steps(gap, kind, learned)


def _following(layout: str, gap: str, kind: str, learned: bool) -> tuple[str, float] | None:
    last = layout[-1]
    if kind == "P" and last in "Pp":
        cost = _SAME["P"][gap]
        assert cost is not None
        cost = cost / 3 if learned and gap in (NEXT_LINE, BLANK) else cost
        return layout if last == "p" or gap == WRAPPED else layout + gap + "p", cost
    if kind == last and (kind in "TA" or (gap == WRAPPED and kind in "CVK")):
        cost = _SAME.get(kind, _LINE)[gap]
        return None if cost is None else (layout, cost)
    if kind in "PTAK" and kind in layout:
        return None
    cost = {WRAPPED: -2.0, NEXT_LINE: 0.0, BLANK: 0.0, BLANKS: -2.5}[gap]
    if kind in "CVDM" and kind in layout:
        cost -= 0.7
    if kind == last == "D" and gap > NEXT_LINE:
        cost -= 2.0
    if kind in "ID" and kind in layout and last not in "IDCV":
        cost -= 3.0
    return layout + step(gap, kind), cost + (0.0 if learned else _AFTER.get(last + kind, -0.3))


_GAP_BEFORE = {FIRST: 0.0, WRAPPED: -3.0, NEXT_LINE: -1.2, BLANK: 0.0, BLANKS: 0.3, RULED: 0.5}
_FIRST = {"T": 0.0, "P": -0.3, "A": -0.7, "I": -0.4, "D": -1.5, "V": -1.5}


def starting(unit: Unit, kind: str, learned: bool) -> float:
    """What it costs that a record starts with `unit`; learned: as for `steps_with`."""
    cost = _GAP_BEFORE[unit.gap] + (0.0 if learned and kind in _FIRST else _FIRST.get(kind, -2.5))
    if unit.held:
        cost -= 12.0
    if unit.heads:
        return cost + 4.0
    if unit.label == "abstract" and not (learned and unit.gap in (BLANK, BLANKS, RULED)):
        cost -= 1.0
    if unit.number is not None:
        cost += 4.0
    elif unit.bullet and not unit.label:
        cost += 1.0
    return cost + (0.5 if unit.level else 0.0)


@lru_cache(maxsize=1 << 16)
def ending(layout: str, learned: bool) -> float:
    """What it costs that a record has this layout and no more; learned: as for `steps_with`."""
    kinds = set(layout[1::2])
    if "P" in kinds:
        if learned:
            return -0.3
        above = layout[: layout.find("P")]
        headed = "I" in above and "T" not in above  # by its identifier alone
        return -0.3 - (0.7 if "T" not in kinds else 0.0) - (1.5 if headed else 0.0)
    if "T" in kinds:
        if learned:
            return -1.5
        return -2.0 if kinds & set("AI") else -3.0 if kinds & set("VD") else -5.0
    if "I" in kinds:
        return -2.5
    return -7.0
