"""EndNote's tagged format (.enw), what Google Scholar and publishers call 'EndNote': `%T Title` and so on;
and NASA ADS's, which has other tags.

The tags are those of EndNote's "Refer/BibIX" import; a record begins with %0, after a blank line,
or where the tag comes again that the last one began with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.model import ReadItem, Skipped
from generator.sources.common import find_ids
from generator.sources.reader import Reader, Source
from generator.sources.tagged.gathering import Gathering, Tagged, spread
from generator.sources.tagged.ris_fields import records

NAME = "endnote-tags"

_TAG = re.compile(r"[ \t]{0,8}%([A-Z0-9@!?$&(^>~+\[])(?:[ \t](.*))?")
_TITLE = re.compile(r"^[ \t]{0,8}%T ", re.MULTILINE)
# The same in RIS, whose fields are made of it.
_RIS: Mapping[str, str] = {
    "0": "TY",
    "A": "AU",
    "E": "A2",
    "T": "TI",
    "J": "JO",
    "B": "T2",
    "S": "T3",
    "D": "PY",
    "8": "DA",
    "X": "AB",
    "K": "KW",
    "V": "VL",
    "N": "IS",
    "P": "SP",
    "I": "PB",
    "C": "CY",
    "7": "ET",
    "9": "M3",
    "R": "DO",
    "U": "UR",
    "@": "SN",
    "M": "AN",
    "Z": "N1",
    "G": "LA",
    "F": "ID",
}

_PARTS = ("Conference Proceedings", "Conference Paper", "Book Section")
_OF_VOLUMES: Mapping[str, str] = {"T3": "T2", "%Y": "A2"}

# NASA ADS's: %R is a bibcode, with which a record begins, %B an abstract, %A all the authors.
_ADS: Mapping[str, str] = {
    "R": "ID",
    "T": "TI",
    "J": "JO",
    "D": "PY",
    "B": "AB",
    "K": "KW",
    "V": "VL",
    "P": "SP",
    "L": "EP",
    "U": "UR",
    "I": "IS",
    "X": "N1",
}
_BIBCODE = re.compile(r"^%R (?:19|20)\d{2}[\w.&]{14}[A-Z.]$", re.MULTILINE)


def likeness(source: Source) -> float:
    """Certain where titles stand behind %T and most lines begin with a tag."""
    text = source.text[:100_000]
    if not _TITLE.search(text):
        return 0.0
    tagged = [_TAG.fullmatch(line) is not None for line in text.split("\n") if line.strip()]
    return 0.85 if 2 * sum(tagged) > spread(tagged) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record for each run of tags, in the order of the file."""
    yield from records(source, map(_as_part, _grouped(source)), NAME)


def _as_part(item: Tagged | Skipped) -> Tagged | Skipped:
    """A record; what bibutils, and so the ACL Anthology, calls the series of a paper, and its editors, are
    the volume's that holds it, where no other is named."""
    if isinstance(item, Skipped) or item.first("TY") not in _PARTS or item.first("T2", "JO"):
        return item
    values = (replace(value, tag=_OF_VOLUMES.get(value.tag, value.tag)) for value in item.values)
    return replace(item, values=tuple(values))


def _grouped(source: Source) -> Iterator[Tagged | Skipped]:
    values = Gathering(source.lines)
    is_ads = _BIBCODE.search(source.text) is not None
    for number, line in enumerate(source.lines, 1):
        found = _TAG.fullmatch(line)
        if found and values and (found[1] == "R" if is_ads else _begins(found[1], values)):
            yield values.take()
        if found and is_ads:
            for tag, value in _of_ads(found[1], (found[2] or "").strip()):
                values.add(tag, value, number)
        elif found:
            values.add(_RIS.get(found[1], f"%{found[1]}"), (found[2] or "").strip(), number)
        elif not values.takes(line, number):
            yield Skipped("text between records", source.origin(number, number, NAME), beside=True)
    if values:
        yield values.take()


def _of_ads(tag: str, value: str) -> Iterator[tuple[str, str]]:
    """The values of RIS that a tag of ADS's has."""
    if tag == "A":
        yield from (("AU", name.strip()) for name in value.split(";"))
    elif tag == "Y":
        yield "%Y", value  # which need not have one
        ids = find_ids(value)
        yield from [("DO", ids["doi"])] if "doi" in ids else []
        yield from [("UR", f"https://arxiv.org/abs/{ids['arxiv']}")] if "arxiv" in ids else []
    else:
        yield _ADS.get(tag, f"%{tag}"), value.partition(", Volume ")[0] if tag == "J" else value


def _begins(tag: str, values: Gathering) -> bool:
    """Whether a tag begins another record; the type may stand below the title (bepress), or twice."""
    if tag == "0" and values.has("TY"):
        return values.blank or values.last != "TY"
    again = values.blank or values.begins_again(_RIS.get(tag, ""))
    return again and tag in "0TA" and values.has("TI")


READER = Reader(NAME, likeness, read)
