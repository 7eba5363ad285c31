"""The fields of papers whose parts a page names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from generator.model import Fields, RawRecord
from generator.sources import bibtex
from generator.sources.common import date_fields, date_of, fields_of, find_ids
from generator.sources.html.named import Named
from generator.sources.mixed import PASTED
from generator.sources.pasted.pages.published import published_in
from generator.sources.pasted.pages.pubmed_pages import journal_in
from generator.sources.reader import Source
from generator.sources.signs.labels import match_label
from generator.sources.tables.people import are_in_pairs, authors, in_pairs

# What lines that a page does not name say of its paper, in pasted text.
_OF_OTHERS = frozenset("abstract arxiv created date details doi ids keywords updated url venue year".split())
_BY = re.compile(r"\A[Bb]y\s+(?=[^\W\d_a-z])")
_BETWEEN = re.compile(r"\s+[·⋅•|]\s+")
_LONGEST_VENUE = 200
_IN = re.compile(r"In:? (?P<venue>[A-Z].{2,150}?),? \(?(?P<year>(?:19|20)\d{2})\)?\W*")


def fields_of_named(papers: Sequence[Named]) -> Iterator[Fields]:
    """The fields of each paper of a page; its BibTeX, where it has some, knows better."""
    pairs = are_in_pairs(paper.people[0] for paper in papers if len(paper.people) == 1)
    stops = all(paper.title[-1] in ".?!" for paper in papers)
    for paper, others in zip(papers, _said_of(papers), strict=True):
        people = (in_pairs(name) for name in paper.people) if pairs else paper.people
        told = fields_of(
            {
                "title": paper.title.removesuffix(".") if stops else paper.title,
                "authors": tuple(
                    name for text in people for name in authors(_BETWEEN.sub("; ", _BY.sub("", text)))
                ),
                "abstract": paper.abstract,
            }
        )
        yield _of_others(paper, others) | told | _of_entry(paper.entry)


def _said_of(papers: Sequence[Named]) -> list[dict[str, Any]]:
    """What pasted text makes of the lines that are not named, below titles and people with labels."""
    lines: list[str] = []
    starts: list[int] = []
    for paper in papers:
        starts.append(len(lines) + 1)
        labelled = (f"Title: {paper.title}", f"Authors: {'; '.join(paper.people)}")
        lines += [*labelled, "", *paper.others, "", ""]
    said: list[dict[str, Any]] = [{} for _ in papers]
    for item in PASTED.read(Source("", "\n".join(lines))):
        if isinstance(item, RawRecord):
            n = bisect_right(starts, item.origin.line) - 1
            said[n] = dict(item.fields) | said[n]
    return said


def fields_of_page(title: str, lines: Sequence[str], abstract: str) -> Fields:
    """The fields of the one paper of a page, from the lines between its title and its abstract."""
    text = "\n".join([title, *lines, "", f"Abstract: {abstract}"])
    read = [item.fields for item in PASTED.read(Source("", text)) if isinstance(item, RawRecord)]
    said: dict[str, Any] = {}
    for fields in read:
        said = {name: value for name, value in fields.items() if name != "title"} | said
    return fields_of({**find_ids(*lines), **said, "title": title, "abstract": abstract})


def _of_entry(entry: str) -> Fields:
    items = bibtex.READER.read(Source("", entry)) if entry else ()
    return next((item.fields for item in items if isinstance(item, RawRecord)), Fields())


def _of_others(paper: Named, read: Mapping[str, Any]) -> Fields:
    """What the lines that are not named say. read: by the reader of pasted text."""
    kept = _OF_OTHERS | ({"comment"} if any(map(_is_comment, paper.others)) else set())
    said = {name: value for name, value in read.items() if name in kept}
    for line in paper.others:
        told = journal_in(line) or published_in(line) or _in(line)
        if told.keys() & {"volume", "pages"} or told.get("venue"):
            date = date_of(told.pop("date", "") or told.pop("year", ""))
            venue = told.pop("venue", "")
            said |= {"venue": venue} if venue or said.get("venue", "") in line else {}
            said |= date_fields(date)
            said |= {"doi": doi} if (doi := told.pop("doi", "")) else {}
            said["details"] = {**said.get("details", {}), **told}
    return fields_of({"venue": _above_volume(paper.others), **said})


def _above_volume(lines: Sequence[str]) -> str:
    """The line above one that says the year or the volume with a label."""
    for line, below in pairwise(lines):
        label = match_label(below)
        if label and label.field in ("year", "volume") and line[0].isupper() and not match_label(line):
            return line if len(line) < _LONGEST_VENUE else ""
    return ""


def _in(line: str) -> dict[str, str]:
    """The venue and year of 'In Proceedings of …, 2017.'"""
    found = _IN.fullmatch(line)
    return found.groupdict() if found else {}


def _is_comment(line: str) -> bool:
    label = match_label(line)
    return label is not None and label.field == "comment"
