"""RefWorks' tagged format, which ProQuest, EBSCO, CNKI and publishers export as well: 'RT Journal Article'.

Tags of two characters, then the value; a record begins with RT.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model import ReadItem, Skipped
from generator.sources.reader import Reader, Source
from generator.sources.tagged.gathering import Gathering, Tagged, spread
from generator.sources.tagged.ris_fields import records

NAME = "refworks"

_TAG = re.compile(r"([A-Z][A-Z0-9]|vo)(?:[ \t](.*)|)")  # the small one is CNKI's
_START = re.compile(r"^RT [A-Z]", re.MULTILINE)
# RefWorks' tags and those of RIS, whose fields are made of them.
RIS_TAGS: Mapping[str, str] = {
    "RT": "TY",
    "A1": "AU",
    "A2": "A2",
    "T1": "TI",
    "T2": "T2",
    "T3": "T3",
    "JF": "JF",
    "JO": "JO",
    "YR": "PY",
    "FD": "DA",
    "VO": "VL",
    "vo": "VL",
    "IS": "IS",
    "SP": "SP",
    "OP": "EP",
    "K1": "KW",
    "AB": "AB",
    "NO": "N1",
    "PB": "PB",
    "PP": "CY",
    "ED": "ET",
    "SN": "SN",
    "LA": "LA",
    "AN": "AN",
    "DO": "DO",
    "LK": "UR",
    "UL": "UR",
}
_OTHERS = frozenset(
    "A3 A4 A5 A6 AD AV CL CN DB DS ER ID JA OL OT PD PM RD SR SF SL ST U1 U2 U3 U4 U5 U6 WP WT WV".split()
)


def likeness(source: Source) -> float:
    """Certain where records begin with RT and have a title."""
    text = source.text[:100_000]
    if not _START.search(text):
        return 0.0
    lines = [line for line in text.split("\n") if line.strip()]
    tags = [found[1] if (found := _TAG.fullmatch(line)) else "" for line in lines]
    return 0.9 if "T1" in tags and 2 * sum(map(bool, tags)) > spread(tags) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record for each RT."""
    yield from records(source, _grouped(source), NAME)


def _grouped(source: Source) -> Iterator[Tagged | Skipped]:
    values = Gathering(source.lines)
    for number, line in enumerate(source.lines, 1):
        found = _TAG.fullmatch(line)
        known = found is not None and (found[1] in RIS_TAGS or found[1] in _OTHERS)
        if found and found[1] == "RT" and values:
            yield values.take()
        if found and known and (values or found[1] == "RT"):
            values.add(RIS_TAGS.get(found[1], f"RefWorks {found[1]}"), (found[2] or "").strip(), number)
        elif not values.takes(line, number):
            yield Skipped("text between records", source.origin(number, number, NAME), beside=True)
        if found:
            values.blank = False
    if values:
        yield values.take()


READER = Reader(NAME, likeness, read)
