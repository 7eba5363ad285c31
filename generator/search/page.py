"""Pages written by hand, as the search finds them: by their title, their headings and, less, their text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.search.analysis import SMALL_WORDS, parts, terms
from generator.search.fields import Weights
from generator.search.texts import Shown

_TITLE, _HEADING = 3.0, 1.0
_HEADINGS = re.compile(r"^#{1,6} +(.+?)(?: +\{[^{}]*\})?$", re.MULTILINE)
_FENCED = re.compile(r"^(```+|~~~+).*?^\1", re.MULTILINE | re.DOTALL)
_MARKS = re.compile(r"[`*]|\]\([^()]*\)|\[")


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page of the site that is no paper. address: below the site's root; headings: plain text."""

    address: str
    title: str
    headings: tuple[str, ...] = ()


def read_page(path: str, source: str) -> SitePage:
    """The page that Markdown stands for. path: relative to docs/, such as 'guide/index.md'."""
    headings = [_MARKS.sub("", heading).strip() for heading in _HEADINGS.findall(_FENCED.sub("", source))]
    stem = path.removesuffix(".md").removesuffix("index")
    address = stem if not stem or stem.endswith("/") else f"{stem}/"
    title = headings[0] if headings else address.rstrip("/").rpartition("/")[2].replace("-", " ").capitalize()
    return SitePage(address, title, tuple(headings[1:]))


def page_weights(page: SitePage) -> Weights:
    """What a page is found by; less than a paper with the same words."""
    found = Weights()
    found.add_text(page.title, _TITLE)
    for heading in page.headings:
        found.add_text(heading, _HEADING)
    found.in_title = frozenset(term for term in terms(page.title) if term not in SMALL_WORDS)
    found.title_length = len(set(parts(page.title)))
    return found


def page_shown(page: SitePage) -> Shown:
    """What a result shows of a page."""
    return Shown("", page.address, page.title, (), None, "", page.headings)
