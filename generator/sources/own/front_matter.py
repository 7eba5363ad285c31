"""Markdown pages that are a paper by their front matter: those of academic themes, notes on a paper, our own.

As Hugo, Jekyll and Quarto take it, it is YAML between lines of `---`, or TOML between lines of `+++`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from itertools import zip_longest

from generator.identity import identify
from generator.model import Fields, RawRecord, ReadItem
from generator.sources import bibtex
from generator.sources.accounting import may_be_abstract
from generator.sources.common import fields_of, one_line, without_empty
from generator.sources.json.fields import record_fields
from generator.sources.json.items import Item
from generator.sources.json.objects import looks_like_paper
from generator.sources.json.yaml_items import yaml_mapping
from generator.sources.lines import Lines, around
from generator.sources.own.page_below import abstract_below, has_abstract_section, labelled_below
from generator.sources.reader import Reader, Source
from generator.sources.signs.cited import cited
from generator.sources.values import without_tags
from generator.text import Name, unescape_html

NAME = "front-matter"

_PAGE = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.{1,500000}?\n)\1[ \t]*(?:\n|\Z)", re.DOTALL)
_MARKS = re.compile(r"^In:? (?=\*)|[*_]{1,3}(?=\w)|(?<=\w)[*_]{1,3}")
_VENUE = re.compile(r"(?:In:? )?([*_]{1,2})(.+?)\1[.,:;]?\s(.+)")  # '*Nature*, 521(7553): 436-444'
_VOLUME = re.compile(
    r"\(?(\d{1,4})\)?(?:[,\s]{0,2}\(?(\d{1,4})\)?)?(?:[:,]\s?(?:_?pp?\.\s)?(\d+[-–]{1,2}\d+))?"
)
# Members that papers have and other pages have not.
_OF_PAPERS = frozenset(
    "abstract doi arxiv eprint publication publication_short publication_types venue journal booktitle "
    "paperurl container-title citation citekey citation-key citationkey zotero-key".split()
)

# A title as front matter has it, and as pasted text has.
_TITLED = {
    "---": re.compile(r"^title[ \t]*:", re.MULTILINE),
    "+++": re.compile(r"^title[ \t]*=[ \t]*[\"']", re.MULTILINE),
}
_LABELLED = re.compile(r"^Title[ \t]*:", re.MULTILINE)


def likeness(source: Source) -> float:
    """High where the text begins with front matter that has a title and what only papers have."""
    return 0.9 if _papers(source.text) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """The paper that each front matter tells; of the page below it only the abstract is read."""
    lines, taken = Lines(source.text), []
    found = _papers(source.text)
    for paper, after in zip_longest(found, found[1:]):
        fields, end = _fields(paper.value), paper.end
        limit = after.start if after else len(source.text)
        if "abstract" not in fields:
            abstract, end = abstract_below(source.text, end, limit)
            fields = (
                fields_of({**labelled_below(source.text, paper.end, limit), "abstract": abstract}) | fields
            )
        text = source.text[paper.start : end].rstrip()
        origin = source.origin(lines.number(paper.start), lines.number(paper.start + len(text) - 1), NAME)
        taken.append(origin)
        yield RawRecord(origin, text, fields)
    yield from around(source, taken, "the page below its front matter", NAME, beside=False)


def _fields(members: Mapping[str, object]) -> Fields:
    """The fields of front matter; Hugo's themes have the venue as Markdown, 'In *Nature*', Jekyll's may have
    the abstract as an excerpt, and the people in a citation or in an entry of BibTeX alone."""
    texts = {name: value for name, value in members.items() if isinstance(value, str)}
    told = texts.get("publication", "")
    venue = _VENUE.fullmatch(told)
    plain = {"publication": venue[2] if venue else _MARKS.sub("", told)} if told else {}
    fields = record_fields({**members, **plain})
    if volume := _VOLUME.match(venue[3]) if venue else None:
        details = zip(("volume", "number", "pages"), volume.groups(default=""), strict=True)
        fields["details"] = {**without_empty(dict(details)), **fields.get("details", {})}
    if "abstract" not in fields and may_be_abstract(excerpt := texts.get("excerpt", "")):
        fields["abstract"] = one_line(excerpt)
    return _with_more(fields, texts)


def _with_more(fields: Fields, texts: Mapping[str, str]) -> Fields:
    """The fields, with what they lack from an entry of BibTeX, and people from a citation."""
    entries = bibtex.READER.read(Source("", texts.get("bibtex", "")))
    entry = next((item.fields for item in entries if isinstance(item, RawRecord)), Fields())
    fields = entry | fields
    if "authors" not in fields:
        said = cited(unescape_html(without_tags(texts.get("citation", ""))))
        fields.update(fields_of({"authors": Name.parse_list(said["authors"]) if said else ()}))
    return fields


def header(text: str) -> tuple[Fields, int] | None:
    """What front matter above records of another kind says, and where it ends; None where it holds records
    itself, or another document of its kind comes below it."""
    found = _PAGE.match(text)
    members = _members(found[1], found[2]) if found else {}
    if not found or not members or "Title" in members or any(map(_holds_papers, members.values())):
        return None
    return None if _TITLED[found[1]].search(text, found.end()) else (_fields(members), found.end())


def _papers(text: str) -> list[Item]:
    """The front matters of the pages in the text, and where they stand; none where the first is about no
    paper, or one of several is no YAML or TOML: labels in pasted text are written alike."""
    found = _PAGE.match(text)
    members = _members(found[1], found[2]) if found else {}
    if not found or not looks_like_paper(members) or any(map(_holds_papers, members.values())):
        return []
    if not _are_of_paper(members) and not has_abstract_section(text, found.end()):
        return []
    others = list(_documents(text, found))
    if others and not all("title" in known for known in (members, *(other.value for other in others))):
        return []
    return [Item(members, found.start(1), found.end()), *others]


def _are_of_paper(members: Mapping[str, object]) -> bool:
    """Whether front matter has a member that only papers have, or the address of one."""
    known = {name.lower() for name in members} & _OF_PAPERS
    return bool(known) or any(isinstance(value, str) and identify(value) for value in members.values())


def _documents(text: str, page: re.Match[str]) -> Iterator[Item]:
    """What stands below front matter, between rules as its own, and has a title or a label 'Title'; its
    members, if it is written as it should be."""
    rules = list(re.finditer(rf"^{re.escape(page[1])}[ \t]*(?:\n|\Z)", text[page.end() :], re.MULTILINE))
    starts = [page.end(), *(page.end() + found.end() for found in rules)]
    ends = [*(page.end() + found.start() for found in rules), len(text)]
    for start, end in zip(starts, ends, strict=True):
        piece = text[start:end]
        if _TITLED[page[1]].search(piece) or _LABELLED.search(piece):
            yield Item(_members(page[1], piece), end - len(piece.lstrip()), end)


def _members(mark: str, text: str) -> dict[str, object]:
    """The members of front matter between `mark`s, those about a paper in our own pages; none if it is
    broken."""
    try:
        known = yaml_mapping(text) if mark == "---" else tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return {}
    own = known.get("paper")
    return dict(own) if isinstance(own, Mapping) else known


def _holds_papers(value: object) -> bool:
    """Whether a member is a list of papers, or a paper under its key."""
    return any(map(looks_like_paper, value if isinstance(value, list) else [value]))


READER = Reader(NAME, likeness, read)
