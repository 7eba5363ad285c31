"""arXiv's lists of papers: an identifier, a title with its label, people without one, further labels. Pages
of one paper: when it was submitted, in brackets, above the title."""

from __future__ import annotations

from collections.abc import Sequence

from generator.sources.pasted.unit import WRAPPED, Unit
from generator.sources.signs.forms import LISTED_BY_ARXIV
from generator.sources.signs.marks import SUBMITTED

_LONGEST = 300  # characters of a title


def of_lists(units: Sequence[Unit]) -> list[Unit]:
    """The units: an identifier of a list begins a paper; what stands between title and labels is people."""
    known = list(units)
    for n, unit in enumerate(known):
        listed = unit.kind == "I" and LISTED_BY_ARXIV.fullmatch(unit.text)
        if listed or (is_submitted(unit) and _begins_page(known, n)):
            known[n] = unit._replace(heads=True)
        elif not unit.kind and n > 1 and _is_above_label(known[n - 2 : n + 2]):
            known[n] = unit._replace(kind="A")
    return known


def is_submitted(unit: Unit) -> bool:
    """Whether a unit is when a paper was submitted, as the head of its page has it."""
    return unit.kind == "D" and unit.text[:1] in ("[", "(") and unit.text[1:].startswith(SUBMITTED[1:])


def _begins_page(units: Sequence[Unit], n: int) -> bool:
    """Whether a paper's page begins with a date: below what is of the site, or the labels of the paper above,
    and right above a title; its identifier does not stand above."""
    above, below = units[max(n - 2, 0) : n], units[n + 1 : n + 2]
    apart = not above or above[-1].kind == "X" or above[-1].label not in ("", "title", "authors", "abstract")
    named = [unit for unit in above if unit.kind != "X"]
    by_name = bool(named) and "arxiv" in named[-1].fields and not named[-1].label
    titled = bool(below) and below[0].label in ("", "title") and len(below[0].text) < _LONGEST
    return apart and titled and not by_name


def _is_above_label(units: Sequence[Unit]) -> bool:
    """Whether the third of four units stands between the title of a listed paper and a further label."""
    if len(units) < 4 or units[1].label != "title" or units[2].gap == WRAPPED:
        return False
    return LISTED_BY_ARXIV.fullmatch(units[0].text) is not None and bool(units[3].label)
