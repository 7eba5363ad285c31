"""What databases give as text with a tag of two letters before each value: 'TI: Deep learning'.

Of the Cochrane Library, SilverPlatter, Inspec, Copac and Biblioscape, each with marks of its own behind tags.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from generator.model import ReadItem, Skipped
from generator.sources.reader import Reader, Source
from generator.sources.tagged.gathering import Gathering, Tagged
from generator.sources.tagged.ris_fields import records

NAME = "database-text"

# 'TI: x', 'TI- x', 'TI ~ x', '--TI-- x'.
_LINE = re.compile(r"(--)?([A-Z][A-Z0-9]|ISSN|ISBN|DOI|MESH|PMID)(--|:|-| ~)(?:[ \t]+(.*)|)")
_COUNTER = re.compile(r"(?:Record #?\d.*|Record\.\*.*|<?\d{1,6}[.>]?|-{3,}|={3,})\s*")
# The same in RIS, whose fields are made of it.
_RIS: Mapping[str, str] = {
    "TI": "TI",
    "AU": "AU",
    "AB": "AB",
    "SO": "JF",
    "ST": "JF",
    "JN": "JF",
    "PY": "PY",
    "YP": "PY",
    "YR": "PY",
    "VL": "VL",
    "NO": "IS",
    "NB": "IS",
    "PG": "PG",
    "PS": "SP",
    "PE": "EP",
    "PU": "PB",
    "PB": "PB",
    "KW": "KW",
    "KY": "KW",
    "DE": "KW",
    "MESH": "KW",
    "PM": "C3",
    "PMID": "PMID",
    "DOI": "DO",
    "UR": "UR",
    "US": "UR",
    "LA": "LA",
    "RT": "TY",
    "PT": "TY",
    "ISSN": "SN",
    "ISBN": "SN",
}
_SOURCE = re.compile(
    r"(?P<JF>[^\d;,]{2,200}?)[.,;\s]{1,9}(?P<PY>(?:1[89]|20)\d\d)[^;,\d(]{0,20}[;,\s]{1,9}"
    r"(?P<VL>[A-Z]?\d[\w-]{0,9})\s?(?:\((?P<IS>[^()]{1,20})\))?\s?(?::\s?(?P<PG>[\w-]{1,20}))?[.\s]{0,9}"
)
_HYPHENATED = re.compile(r"([^\s,-][^\s,]{0,40})-((?:[A-Z]\.?-?){1,4})")  # SilverPlatter: 'LeCun-Y'
_FEWEST = 3  # tagged lines
_TOLD = frozenset({"AU", "AB", "PY", "YR", "YP", "SO"})


def likeness(source: Source) -> float:
    """High where a title and more have tags with the same marks, in most lines that are not indented."""
    lines = [line for line in source.text[:100_000].split("\n") if line.strip() and not line[0].isspace()]
    found = [match for line in lines if (match := _LINE.fullmatch(line.rstrip()))]
    marks = Counter(match[3] for match in found).most_common(1)
    if not marks or marks[0][1] < max(_FEWEST, 0.6 * len(lines)):
        return 0.0
    tags = {match[2] for match in found if match[3] == marks[0][0]}
    return 0.85 if "TI" in tags and tags & _TOLD else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record for each run of tags, in the order of the file."""
    yield from records(source, _grouped(source), NAME)


def _grouped(source: Source) -> Iterator[Tagged | Skipped]:
    values = Gathering(source.lines)
    for number, line in enumerate(source.lines, 1):
        found = _LINE.fullmatch(line.rstrip())
        counter = _COUNTER.fullmatch(line)
        if values and (counter or (found and _begins(found[2], values))):
            yield values.take()
        if counter:
            yield Skipped("number of a record", source.origin(number, number, NAME))
        elif found:
            for tag, text in _values(found[2], (found[4] or "").strip()):
                if tag == "JF" and not values.has("TY"):
                    values.add("TY", "JOUR", number)
                values.add(tag, text, number)
        elif _is_apart(line, values) or not values.takes(line, number):
            yield Skipped("text between records", source.origin(number, number, NAME), beside=True)
    if values:
        yield values.take()


def _is_apart(line: str, values: Gathering) -> bool:
    """Whether a line without a tag stands behind a blank line, which ends a record, and is not indented."""
    return values.blank and bool(line.strip()) and not line[0].isspace()


def _begins(tag: str, values: Gathering) -> bool:
    """Whether a tag begins another record: the first one of the last again, or any behind a blank line."""
    ours = _RIS.get(tag, f"tag {tag}")
    return values.begins_again(ours) or (values.blank and values.has("TI"))


def _values(tag: str, text: str) -> Iterator[tuple[str, str]]:
    """The tags of RIS and values that a line tells; a source in parts."""
    ours = _RIS.get(tag, f"tag {tag}")
    if found := _SOURCE.fullmatch(text) if ours == "JF" else None:
        yield from (
            (name, value.replace("-", " ") if name == "JF" else value)
            for name, value in found.groupdict().items()
            if value
        )
    elif ours == "AU":
        yield from (
            (ours, _HYPHENATED.sub(r"\1, \2", part.strip())) for part in text.split(";") if part.strip()
        )
    else:
        yield ours, text


READER = Reader(NAME, likeness, read)
