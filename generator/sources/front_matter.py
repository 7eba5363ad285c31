"""Markdown pages that are a paper by their front matter: those of academic themes, and our own.

As Hugo, Jekyll and Quarto take it, it is YAML between lines of `---`, or TOML between lines of `+++`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

from generator.model import Fields, RawRecord, ReadItem
from generator.sources.common import one_line
from generator.sources.json_items import Item, looks_like_paper
from generator.sources.json_lists import record_fields
from generator.sources.json_values import text_of
from generator.sources.lines import Lines, around
from generator.sources.reader import Reader, Source
from generator.sources.yaml_items import yaml_mapping

NAME = "front-matter"

_PAGE = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.{1,500000}?\n)\1[ \t]*(?:\n|\Z)", re.DOTALL)
_ABSTRACT = re.compile(
    r"^#{1,6}[ \t]+abstract[ \t]*#*\n(.+?)(?=^#|\Z)", re.MULTILINE | re.DOTALL | re.IGNORECASE
)
_MARKS = re.compile(r"^In:? (?=\*)|[*_]{1,3}(?=\w)|(?<=\w)[*_]{1,3}")
# Members that papers have and other pages have not.
_OF_PAPERS = frozenset(
    "abstract doi arxiv eprint publication publication_short publication_types venue journal booktitle "
    "paperurl container-title citation".split()
)


def likeness(source: Source) -> float:
    """High where the text begins with front matter that has a title and what only papers have."""
    return 0.9 if _front_matter(source.text) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """The paper that the front matter tells; of the page below it only a section 'Abstract' is read."""
    found = _front_matter(source.text)
    if found is None:
        return
    fields, end = _fields(found.value), found.end
    section = _ABSTRACT.search(source.text, end) if "abstract" not in fields else None
    if section:
        fields["abstract"], end = one_line(section[1]), section.end()
    text = source.text[found.start : end].rstrip()
    lines = Lines(source.text)
    origin = source.origin(lines.number(found.start), lines.number(found.start + len(text) - 1), NAME)
    yield RawRecord(origin, text, fields)
    yield from around(source, [origin], "the page below its front matter", NAME)


def _fields(members: Mapping[str, object]) -> Fields:
    """The fields of front matter; Hugo's themes have the venue as Markdown: 'In *Nature*'."""
    fields = record_fields(members)
    venue = _MARKS.sub("", text_of(members.get("publication")))
    if venue and "venue" not in fields:
        fields["venue"] = venue
    return fields


def _front_matter(text: str) -> Item | None:
    """The members of the front matter that are about a paper, and where it stands."""
    found = _PAGE.match(text)
    if not found:
        return None
    try:
        known = yaml_mapping(found[2]) if found[1] == "---" else tomllib.loads(found[2])
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return None
    own = known.get("paper")  # of our pages
    members: Mapping[str, object] = own if isinstance(own, Mapping) else known
    if not looks_like_paper(dict(members)) or not _OF_PAPERS & members.keys():
        return None
    return Item(dict(members), found.start(1), found.end())


READER = Reader(NAME, likeness, read)
