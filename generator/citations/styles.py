"""The citation styles: the files of generator/citation_styles/, and how they are made ready."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import NamedTuple


class Style(NamedTuple):
    """A style. name: short, stable; title: for readers; file: without '.csl'; locale: in place of en-US."""

    name: str
    title: str
    file: str
    locale: str = ""


STYLES: tuple[Style, ...] = (
    Style("apa", "APA", "apa"),
    Style("ieee", "IEEE", "ieee"),
    Style("mla", "MLA", "modern-language-association"),
    Style("chicago", "Chicago", "chicago-author-date"),
    Style("acm", "ACM", "association-for-computing-machinery"),
    Style("vancouver", "Vancouver", "nlm-citation-sequence"),
    Style("harvard", "Harvard", "harvard-cite-them-right", "en-GB"),
    Style("nature", "Nature", "nature"),
)

# What makes one reference look different beside others: 2023a, a dash for a repeated author.
_BESIDE_OTHERS = re.compile(
    r'\s(?:disambiguate-add-[a-z-]+|givenname-disambiguation-rule|subsequent-author-substitute(?:-rule)?)="[^"]*"'
)
# Nobody sees the order in which the references of one call come back.
_ORDER = re.compile(r"(<bibliography\b[^>]*>)\s*<sort>.*?</sort>", re.DOTALL)
# A style that never cuts a list of names has no word for "others" in pandoc's eyes: it cuts behind the 999th.
_NEVER_CUT = re.compile(r"<bibliography\b(?![^<>]*\bet-al-min=)")
# Pandoc takes a label without a name beside it for one that stands before the names; CSL 1.0.2 has it after.
_LABEL_ALONE = re.compile(r"(<names\b[^<>]*>\s*)(<label\b[^<>]*/>\s*)(?=</names>|<substitute>)")
# What three styles conclude from a missing volume, which may only be unknown to us: the third, that the DOI
# has to be given twice.
_CONCLUDED = {
    '<text term="advance-online-publication"/>': "",
    '<text value="Preprint" prefix="[" suffix="]"/>': "",
    '<if match="none" variable="volume page">': '<if match="none" variable="volume page DOI">',
}


def style_text(style: Style) -> str:
    """The style's CSL, by which every reference is formatted as if it stood alone."""
    text = (files("generator") / "citation_styles" / f"{style.file}.csl").read_text(encoding="utf-8")
    if style.locale:
        text = text.replace("<style ", f'<style default-locale="{style.locale}" ', 1)
    text = _ORDER.sub(r"\1", _BESIDE_OTHERS.sub("", text))
    text = _NEVER_CUT.sub('<bibliography et-al-min="1000" et-al-use-first="999"', text)
    text = _LABEL_ALONE.sub(r"\1<name/>\2", text)
    for element, ours in _CONCLUDED.items():
        text = text.replace(element, ours)
    return text
