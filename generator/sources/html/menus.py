"""Elements that lead elsewhere by their names: menus, side bars, paths, notices about cookies."""

from __future__ import annotations

from collections.abc import Iterator

from generator.sources.html.page import Place
from generator.sources.html.tree import Element

_MENUS = frozenset(
    "banner breadcrumb breadcrumbs dropdown masthead menu menubar nav navbar navigation navigator offcanvas "
    "pager pagination sidebar skip skipnav toolbar topbar widget widgets".split()
)
_NOTICES = frozenset({"consent", "cookie", "cookies", "gdpr", "onetrust"})
_ROLES = frozenset({"alertdialog", "banner", "complementary", "dialog"})
_MOST = 0.4  # of what a page says; more are the page itself, whatever its names
_LONG = 40  # words of a text, which is no menu's


def set_menus_aside(root: Element) -> frozenset[Place]:
    """Sets elements aside that are none of what a page is about; their places."""
    whole = _length(root)
    found = [element for element in _found(root) if _length(element) < _MOST * whole]
    for element in found:
        element.aside = True
    return frozenset(element.place for element in found)


def _found(element: Element) -> Iterator[Element]:
    """The outermost elements that are menus or the like."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if one.names & _NOTICES or ((one.names & _MENUS or _is_beside(one)) and _is_short(one)):
            yield one
        elif not one.aside:
            waiting += one.children


def _length(element: Element) -> int:
    return sum(map(len, element.lines()))


def _is_beside(element: Element) -> bool:
    return element.tag == "aside" or element.role in _ROLES


def _is_short(element: Element) -> bool:
    return all(line.count(" ") < _LONG for line in element.lines())
