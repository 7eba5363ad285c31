"""Lines that are nothing but identifiers and links, with when their paper appeared: `[PDF](https://…) |
[Code](https://…)`, `DOI: 10.1145/3368089 | arXiv: 1706.03762`, `https://arxiv.org/abs/1706.03762 (2017)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.identity import identify
from generator.sources.signs.forms import ARXIV_ID, WORD_AND_DATE
from generator.sources.signs.labels import FIELD_OF

_LONGEST = 600  # characters
_SIGNS = ("://", "10.", "rxiv:", "rXiv:")  # one of them is in each row
_STARTS = re.compile(r"[\w\[]")
_PLAIN = (
    r"https?://[^\s|<>\"\]]{4,500}|(?:doi:\s?)?10\.\d{4,9}/[^\s|<>\"]{1,300}|"
    rf"(?:arxiv:\s?)?{ARXIV_ID}(?![\w.])"
)
_PART = re.compile(
    r"\[{1,2}(?P<name>[^\[\]]{1,60})\]{0,2}\((?P<link>https?://[^\s()]{4,500}(?:\([^\s()]{1,60}\))?)\)|"
    rf"(?P<plain>(?:{_PLAIN})(?<![.,;:)*]))|"
    r"(?P<label>[a-z][\w /-]{1,24}?)\*{0,2}\s?[:：]\*{0,2}\s?(?!//)(?=\S)|"
    r"(?P<button>\[[a-z][a-z ]{1,20}\])",
    re.IGNORECASE,
)
_NAMES = ("arxiv", "doi")
_DATES = frozenset(("date", "created", "updated", "year"))
_FILES = frozenset(
    "paper pdf html link url full text doi arxiv abs abstract preprint publisher acl anthology openreview "
    "available at in on see read source version access journal article id pmid e-print eprint".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def match_row(text: str) -> dict[str, str] | None:
    """The fields that a row says: identifiers, the address, other `links` with what they lead to, and dates;
    None for other text. One identifier alone has its label before it."""
    if len(text) > _LONGEST or not any(map(text.__contains__, _SIGNS)):
        return None
    said: dict[str, str] = {}
    links: list[str] = []
    parts = list(_parts(text))
    if len(parts) < 2 and text.startswith("["):
        return None
    for name, value in parts:
        if not value:
            return None
        known = identify(value)
        if name in _DATES:
            said.setdefault("year" if value.isdigit() else name, value)
        elif known and not _is_of_file(name):
            return None  # a title
        else:
            field, told = known if known and known[0] in _NAMES else ("url", value)
            own = known is not None or _is_of_file(name)
            if not own or said.setdefault(field, told) != told:
                links.append(f"{name or 'Link'}: {value}")
    named = not said.keys().isdisjoint(_NAMES)
    if not (named or (len(parts) > 1 and (links or "url" in said))):
        return None
    return said | ({"links": "; ".join(links)} if links else {})


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """What the parts of a row are called, and their addresses; without one where the text is no row."""
    at, label = _part_start(text, 0), ""
    while at < len(text):
        when = WORD_AND_DATE.match(text, at)
        found = when or _PART.match(text, at)
        if not found:
            yield "", ""
            return
        at = _part_start(text, found.end())
        if when:
            field = FIELD_OF.get(" ".join((when["word"] or label).lower().split()), "")
            yield field if field in _DATES else "date", when["date"]
            label = ""
        elif value := found["link"] or found["plain"]:
            yield found["name"] or label, value
            label = ""
        else:
            label = found["label"] or ""


def _is_of_file(name: str) -> bool:
    """Whether the text of a link, or a label, says no more than that a paper is behind it."""
    return _FILES.issuperset(_WORD.findall(name.lower())) or identify(name) is not None


def _part_start(text: str, at: int) -> int:
    found = _STARTS.search(text, at)
    return found.start() if found else len(text)
