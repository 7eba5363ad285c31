"""What an item of a list says of its paper behind the title or in place of one: sentences, a line below an
identifier, people and year alone."""

from __future__ import annotations

import re

from generator.sources.found_ids import find_ids
from generator.sources.references.links import LINK
from generator.sources.references.said import CITED
from generator.sources.references.titles import plain, unmarked

_SENTENCES = re.compile(r"(?:\)|\*\*)(?:\s?[:.]|\s[–—-]{1,2})\s(?P<text>[A-Z].{150,}[.!?])\Z", re.DOTALL)
_DESCRIBED = re.compile(  # a row: '| 3) **Mamba-2** - a new architecture that … | [Paper](…) |'
    r"\|\s?(?:\d{1,3}[.)]\s)?\*\*(?P<title>[^*|]{2,300})\*\*\s[–—-]\s(?P<text>[^|]{40,3000}[.!?])\s*\|"
)
_STOP = re.compile(r"[a-z)][.!?] [A-Z]")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_LONG = 4  # letters of a word that titles write with a capital


def by_names(text: str) -> dict[str, str]:
    """The people and the year of an item that is a link with these alone, behind a word perhaps: '- Reading:
    [Lund et al. (2015)](…)'."""
    link = LINK.search(text)
    alone = link is not None and len(unmarked(LINK.sub("", text)).split()) <= 1
    said = CITED.fullmatch(link[2]) if link and alone else None
    year = _YEAR.search(link[2]) if link and said else None
    return {"authors": said["people"], "year": year[0]} if said and year else {}


def title_below(text: str) -> str:
    """The only line below an identifier that is written as titles are, in capitals, and is no sentence."""
    pieces = [piece.strip() for piece in text.split(" | ")[1:] if not find_ids(piece)]
    long = [word for piece in pieces for word in piece.split() if len(word) > _LONG]
    capital = 2 * sum(word[0].isupper() for word in long) > len(long) > 1
    return pieces[0] if len(pieces) == 1 and capital and pieces[0][-1] not in ".!" else ""


def described(row: str) -> dict[str, str]:
    """The title in bold in a row of a table, and what the row says of the paper behind it."""
    said = _DESCRIBED.match(row)
    return {"title": plain(said["title"]), "abstract": said["text"].strip()} if said else {}


def abstract_in(text: str) -> dict[str, str]:
    """The sentences behind the link, or the title in bold, with which an item begins."""
    if not text.endswith((".", "!", "?")):
        return {}
    found = _SENTENCES.search(text, max(text.rfind("]"), text.rfind("|"), 0))
    whole = found is not None and _STOP.search(found["text"]) is not None
    return {"abstract": found["text"]} if found and whole else {}
