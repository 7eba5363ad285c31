"""What stands in one line with a title: people, the year, links (as in lists in Markdown), or an address."""

from __future__ import annotations

import re

from generator.identity import identify
from generator.sources.pasted.marks import bare
from generator.sources.pasted.people import PEOPLE
from generator.sources.pasted.unit import NEXT_LINE, Unit

_ITEM = re.compile(
    r"(?P<title>(\*\*|__)(?=\S).{8,400}?(?<=\S)\2|\[[^\[\]]{8,400}\]\(\S{4,2000}?\))"
    r"[,.:;]? ?(?:[–—-] )?(?:by )?(?P<rest>\S.{4,1500})"
)
_LINK = re.compile(r"\[{1,2}[^\[\]]{1,40}\]{0,2}\((\S{4,2000}?)\)\]?")
_YEAR = re.compile(r"[\s,.(]{1,3}(?P<year>(?:19|20)\d{2})\)?$")
_AROUND = " *_.,;|"
_ADDRESS_BEHIND = re.compile(r"(?<=[\w?!)\]%]) [(<\[](?P<url>(?:https?://|arxiv\.org/)[^\s()<>\[\]]+)[)>\]]$")
_LONGEST = 400  # characters of a title, its address included


def listed_item(unit: Unit) -> tuple[Unit, Unit] | None:
    """The title and the people of an item: `**Title**, A. Author, B. Author, 2023 [[pdf]](address)`."""
    found = _ITEM.fullmatch(unit.text) if unit.text.startswith(("**", "__", "[")) and not unit.kind else None
    if not found:
        return None
    rest = _LINK.sub("", found["rest"]).strip(_AROUND)
    year = _YEAR.search(rest)
    names = (rest[: year.start()] if year else rest).strip(_AROUND)
    if not PEOPLE.fullmatch(names):
        return None
    title, own = bare(found["title"])
    urls = [own] * bool(own) + _LINK.findall(found["rest"])
    said = {"url": urls[0]} if urls else {}
    if year:
        said["year"] = year["year"]
    whole = unit._replace(text=title.rstrip(":. "), kind="T", fields={**unit.fields, **said})
    return whole, Unit(unit.first, unit.last, names, NEXT_LINE, "A")


def without_address(unit: Unit) -> Unit:
    """A unit without the address of its paper in brackets at its end, as behind a title."""
    text = unit.text
    if unit.kind or len(text) > _LONGEST or text[-1] not in ")>]":
        return unit
    found = _ADDRESS_BEHIND.search(text)
    if not found or not identify(found["url"]):
        return unit
    return unit._replace(text=text[: found.start()], fields={**unit.fields, "url": found["url"]})
