"""PubMed's "Abstract (text)" format: numbered citations, title, authors, affiliations, abstract, numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.model import Fields, Kind, RawRecord, ReadItem
from generator.sources.common import (
    date_details,
    date_fields,
    date_of,
    doi_of,
    fields_of,
    one_line,
    without_empty,
)
from generator.sources.lines import around
from generator.sources.reader import Reader, Source
from generator.sources.tagged.nbib import without_stop
from generator.sources.tagged.tags import full_pages, people

NAME = "pubmed"

_START = re.compile(r"(\d{1,6})\. (\S.*)")
_PMID = re.compile(r"^PMID: ?(\d{1,9})", re.MULTILINE)
# The pages may end in '.e3', those of a supplement.
_ISSUE = r"(\d{4}[^;:.]{0,20})(?:;([^():.]{0,20})(?:\(([^)]{0,30})\))?(?::((?:[^.]|\.(?=[a-z]?\d)){1,40}))?)?"
_CITATION = re.compile(rf"([^.]{{2,200}}(?:\.(?! \d{{4}})[^.]{{1,100}}){{0,6}})\. {_ISSUE}")
_UNNUMBERED = re.compile(  # as a whole: the journal in short, when and where, and what was online
    rf"([^.]{{2,120}})\. {_ISSUE}\.(?: doi: ?10\.\S{{3,200}}\.)?"
    r"(?: (?:pii|Epub|eCollection|Online|Print)\b.{3,120})?"
)
_DOI = re.compile(r"\bdoi: ?(10\.\S{3,200})", re.IGNORECASE)
_PMCID = re.compile(r"^PMCID: ?(PMC\d{1,9})", re.MULTILINE)
_FOOTNOTE = re.compile(r"(?:\((?:\d{1,3}|[#*†‡§¶])\))+|(?<=[a-zA-Z.])\d{1,3}(?=,|\.|$)")
_LANGUAGE = re.compile(r"\[Article in [^\[\]]{3,80}\]")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_IN_SHORT = re.compile(  # 'LeCun Y(1),'
    r"[^\W\d_][\w'’ -]{0,40} [^\W\d_a-z]{1,4}(?:\((?:\d{1,3}|#)\)|\d{1,3})*[,.]"
)
_LONGEST_CITATION, _LONGEST_HEAD = 4, 12  # lines
_NO_AUTHORS = "[No authors listed]"
_ASIDE = re.compile(
    r"(?:Author information:|Comment (?:in|on)|Erratum in|Update (?:of|in)|Collaborators?:|Copyright|©"
    r"|\(c\) ?\d{4}|DOI:|PMID:|PMCID:|Published by|Publisher:|Republished|Retraction|Conflict of interest"
    r"|Summary for patients)",
    re.IGNORECASE,
)


def likeness(source: Source) -> float:
    """Certain where citations, mostly numbered, are followed by a line 'PMID: …'."""
    text = source.text[:100_000]
    return 0.95 if _PMID.search(text) and _starts(text.split("\n")) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record for each citation, mostly numbered, that has its PMID."""
    lines = source.lines
    starts = _starts(lines)
    taken = []
    for first, after in zip(starts, [*starts[1:], len(lines) + 1], strict=False):
        block = lines[first - 1 : after - 1]
        last = first + _end(block)
        text = "\n".join(lines[first - 1 : last])
        origin = source.origin(first, last, NAME)
        taken.append(origin)
        yield RawRecord(origin, text, record_fields(text))
    yield from around(source, taken, "text between records", NAME)


def _end(block: Sequence[str]) -> int:
    """The index of the last line of a record: below its PMID stand only remarks of a known kind."""
    last, at_end, open_ = 0, False, True
    for index, line in enumerate(block):
        if not line.strip():
            open_ = not at_end
            continue
        open_ = open_ or _ASIDE.match(line) is not None
        if not open_:
            break
        last = index
        if _PMID.match(line):
            at_end, open_ = True, False
    return last


def _starts(lines: list[str]) -> list[int]:
    """The numbers of the lines with which records begin; without numbers of their own, each behind a PMID."""
    starts = [number for number, line in enumerate(lines, 1) if _begins(lines, number, line)]
    if starts or not _is_unnumbered(lines):
        return starts
    ended = True  # the record above
    for number, line in enumerate(lines, 1):
        if ended and _begins_unnumbered(lines, number):
            starts.append(number)
            ended = False
        ended = ended or _PMID.match(line) is not None
    return starts


def _is_unnumbered(lines: list[str]) -> bool:
    """Whether a text begins with a citation and has authors in short two paragraphs below, as no page has."""
    first = next((number for number, line in enumerate(lines, 1) if line.strip()), 0)
    if not first or not _begins_unnumbered(lines, first):
        return False
    paragraphs = _PARAGRAPH_END.split("\n".join(lines[first - 1 : first + _LONGEST_HEAD]))
    names = [part for part in paragraphs[2:4] if not _LANGUAGE.fullmatch(part)]
    return bool(names) and _IN_SHORT.match(names[0]) is not None


def _begins_unnumbered(lines: list[str], number: int) -> bool:
    """Whether a paragraph that begins in a line is a citation and nothing else."""
    if not lines[number - 1].strip() or (number > 1 and lines[number - 2].strip()):
        return False
    paragraph = takewhile(str.strip, lines[number - 1 : number + _LONGEST_CITATION])
    return _UNNUMBERED.fullmatch(one_line(" ".join(paragraph))) is not None


def _begins(lines: list[str], number: int, line: str) -> bool:
    found = _START.fullmatch(line)
    if found is None or (number > 1 and lines[number - 2].strip()):
        return False
    if any(map(_PMID.match, takewhile(str.strip, lines[number : number + _LONGEST_HEAD]))):  # in a mail
        return False
    return _CITATION.match(" ".join((found[2], *lines[number : number + 2]))) is not None


def record_fields(text: str) -> Fields:
    """The fields of one record."""
    paragraphs = [one_line(part) for part in _PARAGRAPH_END.split(text) if part.strip()]
    numbered = _START.fullmatch(paragraphs[0])
    citation = numbered[2] if numbered else paragraphs[0]
    rest = [part for part in paragraphs[1:] if not _LANGUAGE.fullmatch(part)]
    title = rest[0] if rest else ""
    authors = rest[1] if len(rest) > 1 and not _ASIDE.match(rest[1]) else ""
    found = _CITATION.match(citation)
    date = date_of(found[2]) if found else ""
    doi = _DOI.search(text)
    values = {"pmid": _PMID.search(text), "pmcid": _PMCID.search(text)}
    fields = fields_of(
        {
            "title": without_stop(title),
            "authors": ()
            if authors == _NO_AUTHORS
            else people(_FOOTNOTE.sub("", authors).rstrip(".").split(", ")),
            "abstract": " ".join(part for part in rest[2:] if not _ASIDE.match(part)),
            "venue": found[1] if found else "",
            "kind": Kind.ARTICLE,
            "doi": doi_of(doi[1].rstrip(".")) if doi else "",
            "ids": without_empty({name: match[1] for name, match in values.items() if match}),
            "details": {**_details(found), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    return fields


def _details(found: re.Match[str] | None) -> dict[str, str]:
    if found is None:
        return {}
    values = {"volume": found[3] or "", "number": found[4] or "", "pages": full_pages(found[5] or "")}
    return without_empty(values)


def cited(citation: str) -> dict[str, str]:
    """The date, volume, number and pages of a citation such as 'Nature. 2015 May 28;521(7553):436-44.'"""
    found = _CITATION.match(citation)
    return {**_details(found), "date": date_of(found[2])} if found else {}


READER = Reader(NAME, likeness, read)
