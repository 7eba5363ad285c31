"""Lists of identifiers and addresses, one a line or in running text, and Markdown lists of papers ("awesome
lists").

A paper each, to be resolved; a title only where the list names one for sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Any, cast

from generator.identity import identify
from generator.model import Fields, Problem, RawRecord, ReadItem, Skipped
from generator.sources.own_markdown import own_fields
from generator.sources.pasted.chrome import chrome_reason
from generator.sources.pasted.cited import cited
from generator.sources.pasted.labels import match_label
from generator.sources.pasted.marks import bullet_end, heading, is_separator, match_number
from generator.sources.reader import Reader, Source
from generator.sources.reference_ids import Found, find_ids
from generator.sources.reference_parts import Part, has_abstracts, parts_of
from generator.text import Name

FORMAT = "references"
_LINK = re.compile(
    r"(!?)\[((?:[^\[\]]|"
    r"\[[^\[\]]{0,80}\]){1,400})\]\(\s?<?([^\s()<>]{4,1000}(?:\([^\s()]{0,80}\))?[^\s()<>]{0,300})>?[^()]{0,200}\)"
)
_OF_CONTENTS = re.compile(r"\[[^\[\]]{1,80}\]\(#[^()]{0,80}\)")  # a link to a heading of the text
_BADGES = re.compile(
    r"(?:\[?!\[[^\[\]]{0,200}\]\([^()\s]{1,500}\)(?:\]\([^()\s]{1,500}\))?\s{0,4}){1,30}"
)  # linked images
_LABELS = ("title", "authors", "abstract", "comment", "keywords", "-")  # of a list that tells more
_COUNTED = re.compile(r"[\d,]{1,9}\*?\s{1,9}(?:19|20)\d{2}")  # citations and year in a Google Scholar profile
_REMARK = re.compile(r"[\s\"*]*\(([^()]{2,80})\)\s*(?:[,;]|and\b)")
_CLASS = re.compile(r"[a-z-]+(?:\.[A-Z]{2})?|v\d+|\d{4}")  # of arXiv; a version, a year
# Link texts that say what is behind a link, not what the paper is called.
_GENERIC = re.compile(
    r"\W{0,4}(?:paper|pdf|arxiv|arxiv preprint|link|links|code|github|project|project page|page|website|"
    r"web|homepage|demo|video|slides|"
    r"poster|blog|abs|abstract|html|doi|openreview|acl|anthology|url|here|bib|bibtex|data|dataset|model|"
    r"models|huggingface|hf|"
    r"publication|official|pytorch|tensorflow|supp|talk|code \w+|\w+ code|neurips|icml|iclr|cvpr|iccv|"
    r"eccv|emnlp|naacl|"
    r"(?:[a-z]+[- ']?\d{2,4})|\d+|arxiv[: ]\S+|https?:.*|10\.\d.*|\d{4}\.\d{4,5}\S*)\W{0,4}",
    re.IGNORECASE,
)
# Before and after a title in a list: '(*CVPR 2020*)', '[ICLR]', a date; ', *NeurIPS 2017*.', '(CVPR 2020)'.
_LABEL = re.compile(r"\s*(?:[(\[][^()\[\]]{1,40}[)\]]|\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?)?[\s|:]*")
_VENUE = re.compile(r"[\s,.]*(?:\*[^*]{2,60}\*|[(\[][^()\[\]]{2,60}[)\]])?[\s.,:|–(\[-]*\Z")
_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*")


def likeness(source: Source) -> float:
    """How much of the text is identifiers: items that have one, against those that are prose or labelled."""
    written = source.text[:100_000].split("\n")
    lines = [line.strip() for line in written]
    if own_fields(next(filter(None, lines), "")) is not None:
        return 0.95
    labelled = sum(bool(line) and _is_labelled(line) for line in lines[:400])
    counted = sum(_COUNTED.fullmatch(line) is not None for line in lines[:400])
    numbered = sum(line.startswith("PMID: ") for line in lines[:400])
    if 0 < numbered < sum(map(bool, lines[:400])) / 3:  # PubMed's results, several lines each
        return 0.0
    if labelled > 1 or counted > 1 or "\\\\\n" in source.text[:10_000]:
        return 0.0
    if has_abstracts(lines):
        return 0.0
    parts = [part for part in parts_of(written) if not _is_around(part)][:300]
    hits = [part for part in parts if _is_hit(part)]
    listed = sum(part.item for part in hits) > 0.5 * len(hits)
    weighed = [part for part in parts if part.item or len(part.text) > 250] if listed else parts
    return 0.6 if hits and len(hits) >= 0.6 * len(weighed) else 0.0


def _is_labelled(line: str) -> bool:
    label = match_label(line)
    return label is not None and label.field in _LABELS and not label.weak


def _is_around(part: Part) -> bool:
    text = part.text
    of_contents = (_OF_CONTENTS.fullmatch(text[bullet_end(text) :]) or _BADGES.fullmatch(text)) is not None
    return bool(heading(text)[0]) or is_separator(text) or of_contents or chrome_reason(text) is not None


def _is_hit(part: Part) -> bool:
    ids = find_ids(part.text)
    known = [found for found in ids if found.name != "url"]
    if part.item or part.first == part.last:
        return bool(known or (ids and len(part.text) < 200)) and len(part.text) < 500 * len(ids)
    return len(known) > 1 and len(part.text) < 250 * len(known)


def read(source: Source) -> Iterator[ReadItem]:
    """A record for each paper named; what names none is skipped, or a Problem where it is an item of the
    list."""
    lines = source.lines
    parts = list(parts_of(lines))
    for part, following in zip_longest(parts, parts[1:]):
        origin = source.origin(part.first, part.last, FORMAT)
        of_page = heading(part.text)[0] or _BADGES.fullmatch(part.text)
        records = [] if of_page else list(_records(part))
        for fields in records:
            yield RawRecord(origin, "\n".join(lines[part.first - 1 : part.last]), fields)
        if records:
            continue
        if following and _RULE.fullmatch(following.text) and part.text.startswith("|"):
            yield Skipped("header of the table", origin)
        elif part.item and not _is_around(part) and not _LINK.search(part.text) and len(part.text) > 20:
            message = "names no identifier or address of a paper: add its DOI or arXiv id"
            yield Problem("reference-without-identifier", "warning", message, origin, part.text[:200])
        else:
            is_heading = bool(heading(part.text)[0])
            reason = "heading" if is_heading else "text around the references"
            yield Skipped(reason, origin, beside=not is_heading)


def _records(part: Part) -> Iterator[Fields]:
    if own := own_fields(part.text):
        yield own
        return
    links = [(text.strip(), url) for bang, text, url in _LINK.findall(part.text) if not bang]
    ids = find_ids(_LINK.sub(r"[\2] \3 ", part.text))
    known = [found for found in ids if found.name != "url"] or ids[: 1 if part.item else None]
    prose = not part.item and len(part.text) - sum(found.end - found.start for found in ids) > 60
    remarked = not part.item and any(_is_remarked(part.text, found) for found in known)
    papers = list(_papers(known, apart=prose or remarked))
    said = cited(_unmarked(part.text)) if len(papers) < 2 else None
    if said:
        yield _cited_fields(said, papers[0] if papers else {})
        return
    title = _title(part.text, links) if len(papers) == 1 else ""
    for paper in papers:
        yield _fields(paper, title or _own_title(paper, links))


def _is_remarked(text: str, found: Found) -> bool:
    """Whether an identifier in a series has a remark of its own behind it: '1810.04805 (BERT), 10.1038/…'."""
    remark = _REMARK.match(text, found.end)
    return bool(remark and not _GENERIC.fullmatch(remark[1]) and not _CLASS.fullmatch(remark[1]))


def _papers(ids: Iterable[Found], apart: bool) -> Iterator[dict[str, str]]:
    """Identifiers by paper: another one of a name already there is another paper, one met before is none.

    apart: each is a paper of its own, as in running text.
    """
    paper: dict[str, str] = {}
    met: set[tuple[str, str]] = set()
    for found in ids:
        if (found.name, found.value) in met:
            continue
        met.add((found.name, found.value))
        if found.name in paper or (apart and paper):
            yield paper
            paper = {}
        paper[found.name] = found.value
    if paper:
        yield paper


def _title(text: str, links: Sequence[tuple[str, str]]) -> str:
    """What an item calls its paper: the text of a link, of bold print, or before the first link; '' if
    unsure."""
    for name, _ in links:
        if not _GENERIC.fullmatch(name) and len(name.split()) > 1:
            return _plain(name)
    body = text[bullet_end(text) :]
    bold = re.search(r"\*\*([^*]{8,300})\*\*|[\"“]([^\"”]{8,300})[\"”]", body)
    if bold:
        return _plain(bold[1] or bold[2])
    link = _LINK.search(body)
    before = _plain(_VENUE.sub("", _LABEL.sub("", body[: link.start()], count=1))) if link else ""
    return before if _is_one_title(before) else ""


def _is_one_title(text: str) -> bool:
    """Whether a text is a title and nothing else: one sentence of some words, no list of names."""
    words = text.split()
    joined = any(mark in text for mark in (". ", "://", " et al", " | "))
    return 3 <= len(words) <= 30 and not joined and text.count(",") < 2 and not words[0][0].islower()


def _own_title(paper: dict[str, str], links: Sequence[tuple[str, str]]) -> str:
    for name, url in links:
        if (
            (known := identify(url))
            and known in paper.items()
            and not _GENERIC.fullmatch(name)
            and len(name.split()) > 1
        ):
            return _plain(name)
    return ""


def _plain(text: str) -> str:
    return re.sub(r"\*{1,3}|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)|`", "", text).strip(" .,:")


def _unmarked(text: str) -> str:
    """An item without its number or bullet."""
    number = match_number(text)
    return text[number[1] if number else bullet_end(text) :]


def _cited_fields(said: dict[str, str], paper: dict[str, str]) -> Fields:
    """The fields of an item that is a reference as style guides print it."""
    known = ("title", "year", "venue", "arxiv", "doi", "url")
    fields: dict[str, Any] = {name: said[name] for name in known if name in said} | _fields(paper, "")
    fields["authors"] = Name.parse_list(said["authors"])
    if details := {name: said[name] for name in ("volume", "number", "pages") if name in said}:
        fields["details"] = details
    if ids := {name: said[name] for name in ("pmid", "pmcid") if name in said}:
        fields["ids"] = {**ids, **fields.get("ids", {})}
    return cast(Fields, fields)


def _fields(paper: dict[str, str], title: str) -> Fields:
    fields: dict[str, Any] = {name: paper[name] for name in ("arxiv", "doi", "url") if name in paper}
    others = {name: value for name, value in paper.items() if name not in fields}
    if others:
        fields["ids"] = others
    if title:
        fields["title"] = title
    return cast(Fields, fields)


READER = Reader(FORMAT, likeness, read)
