"""The one paper of a page that says so by its elements alone: a heading above an abstract that is named."""

from __future__ import annotations

from typing import NamedTuple

from generator.sources.html.named import abstract_of, is_abstract
from generator.sources.html.tree import Element

_HEADINGS = ("h1", "h2")
_LEAST, _MOST = 8, 400  # characters of a title
_ENOUGH = 200  # characters of an abstract
_PARTS = 3  # of a page: above the title, between it and the abstract, below
_FAR = 60  # lines between a title and the abstract


class Single(NamedTuple):
    """Its title, the lines between that and the abstract, the abstract, what stands below, and its place."""

    title: str
    lines: list[str]
    abstract: str
    below: list[str]
    place: tuple[int, int]


def single_paper(root: Element) -> Single | None:
    """The paper of a page; None where abstracts are not one, or no heading stands above."""
    elements = list(root.elements())
    named = [element for element in elements if is_abstract(element) and len(element.text) > _ENOUGH]
    ids = set(map(id, named))
    abstracts = [element for element in named if not element.is_within(ids)]
    if len(abstracts) != 1:
        return None
    abstract = abstracts[0]
    at = next(n for n, element in enumerate(elements) if element is abstract)
    headings = [one for one in elements[:at] if one.tag in _HEADINGS and _LEAST <= len(one.text) <= _MOST]
    first = [one for one in headings if one.tag == "h1"] or headings
    if not first or first[-1].is_within(ids):
        return None
    title = first[-1]
    apart = root.lines_apart({id(title), id(abstract)})
    if len(apart) != _PARTS or len(apart[1]) > _FAR:
        return None
    return Single(title.text, apart[1], abstract_of(abstract), apart[2], (title.first, abstract.last))
