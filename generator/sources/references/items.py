"""The papers that an item or a paragraph of a list names, with what it says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, cast

from generator.identity import identify
from generator.model import Fields
from generator.sources.found_ids import Found, find_ids, is_published
from generator.sources.lines import without_tail
from generator.sources.own.own_markdown import own_fields
from generator.sources.references.links import LINK
from generator.sources.references.more import abstract_in, by_names, described, title_below
from generator.sources.references.parts import Part
from generator.sources.references.rows import said_in_row
from generator.sources.references.said import are_inverted, between_dashes, said_of_paper
from generator.sources.references.titles import (
    GENERIC,
    NO_TITLE,
    TO_PAPER,
    may_be_title,
    named_with_more,
    plain,
    title_of,
    unmarked,
    without_links,
    without_site,
)
from generator.sources.references.venues import is_server, label_in_front, marked_label
from generator.sources.signs.cited import cited
from generator.sources.signs.entries import entry, told_in_remark
from generator.sources.signs.marks import bullet_end
from generator.text import Name

Known = tuple[str, str]  # the name of an identifier, and its value

_TITLE = 4  # words
_WHOLE = {"title", "authors", "year"}  # what makes an item without an identifier a paper
_LONGEST = 4000  # characters of what may be an item that says something of its paper

_REMARK = re.compile(r"[\s\"*]*\(([^()]{2,80})\)\s*(?:[,;]|and\b)")
_CLASS = re.compile(r"[a-z-]+(?:\.[A-Z]{2})?|v\d+|\d{4}")  # of arXiv; a version, a year
_TAGS = re.compile(
    r"(?:(?<!\s)\s*+(?:`[^`]{1,40}`|\[\]|:\w{2,20}:|\*\*\([^()]{2,100}\)\*\*))++"
)  # words for the kind of paper
_MARK = re.compile(r"(?:[^\w\s\[(*\"“`]{1,4} )?[\[(*\"“`]")  # perhaps behind an emoji
_TWO_STOPS = re.compile(r"(?<!\.)\.\. ")  # within a link and behind it
_LITTLE = 600  # characters behind a link, which tell of its paper
_APART = (" · ", " | ")  # lines, once
_QUOTED_BEHIND = re.compile(  # 'Paper of the week: "A title"'
    r"[^\W\d_][^:\"“”]{2,40}: [\"“](?P<title>[^\"“”]{8,400})[\"”]"
)
_PEOPLE = re.compile(r", | and | & | et al|\b[A-Z]\b")
_INVERTED = re.compile(r", (?:[A-Z]\.?[ -]?){1,4}(?:[,;]|$|,? et al| and | &)|;")


def fields_of_part(
    part: Part, header: Sequence[str], *, linked: bool, listed: bool = False
) -> Iterator[Fields]:
    """A record's fields for each paper that a part names.

    header: the cells above, in a table; linked: whether the text's addresses stand in links, so that one of
    no known service counts only where it is a paper's; listed: whether its neighbours mostly name papers, so
    that a title is enough for it to be one.
    """
    if own := own_fields(part.text):
        yield own
        return
    if part.text.startswith(".. ["):  # the key of a reference is none of its labels
        part = part._replace(text=f"- {part.text[bullet_end(part.text) :]}")
    links = [(text.strip(), url) for bang, text, url in LINK.findall(part.text) if not bang]
    ids = _addresses(part.text, links, linked=linked, words=_TITLE if listed else 0)
    known = [found for found in ids if found.name != "url"] or ids[: 1 if part.item else None]
    prose = not part.item and len(part.text) - sum(found.end - found.start for found in ids) > 60
    remarked = not part.item and any(_is_remarked(part.text, found) for found in known)
    remarked = remarked or (not part.item and _are_joined(part.text, known))
    titles = {identify(url) or ("url", url): name for name, url in links if may_be_title(name)}
    papers = list(_papers(known, titles, apart=prose or remarked))
    said = _cited(part.text, titles, listed=listed) if len(papers) < 2 else None
    if said:
        yield _cited_fields(said, papers[0] if papers else {})
    elif len(papers) == 1 and (part.item or _is_like_item(part)) and len(part.text) < _LONGEST:
        told = _told(part.text, papers[0], links, titles)
        if part.text.startswith("|"):  # where a year stands beside is no venue
            told = {name: value for name, value in told.items() if name != "venue"}
        yield _fields(papers[0], told | said_in_row(part.text, header) | described(part.text))
    elif not papers and listed and (told := _of_line(part.text)).keys() >= _WHOLE:
        yield _fields({}, told)
    else:
        for paper in papers:
            told = named_with_more(_own_title(paper, titles))
            yield _fields(
                paper,
                told or (_of_line(part.text) if len(papers) == 1 and len(part.text) < _LONGEST else {}),
            )


def _is_like_item(part: Part) -> bool:
    """Whether a paragraph is a line that begins with a mark, as items do, or begins with words in bold, or
    with a link to the paper and little else."""
    if part.text.startswith("**") or (part.first == part.last and _MARK.match(part.text) is not None):
        return True
    link = LINK.match(part.text)
    return link is not None and may_be_title(link[2]) and len(part.text[link.end() :]) < _LITTLE


def _addresses(text: str, links: Sequence[tuple[str, str]], *, linked: bool, words: int = 0) -> list[Found]:
    """The identifiers and addresses of papers in a text. words: so many in a link's text are a title's."""
    found = find_ids(LINK.sub(r"[\2] \3 ", text))
    if not linked:
        return [*found]
    names = {url: name for name, url in links}
    return [
        one
        for one in found
        if one.name != "url" or by_names(text) or _leads_to_paper(names.get(one.value, ""), one.value, words)
    ]


def _leads_to_paper(name: str, url: str, words: int) -> bool:
    """Whether a link, or an address alone, leads to a paper: by what it says, or by where it leads."""
    if TO_PAPER.fullmatch(name) or is_published(url):
        return True
    if words and len(name.split()) >= words:
        return may_be_title(name)
    return url.lower().endswith(".pdf") and (not name or may_be_title(name))


def names_paper(text: str, *, linked: bool) -> bool:
    """Whether a text has an identifier or an address of a paper."""
    links = [(name.strip(), url) for bang, name, url in LINK.findall(text) if not bang]
    return bool(_addresses(text, links, linked=linked))


def _is_remarked(text: str, found: Found) -> bool:
    """Whether an identifier in a series has a remark of its own behind it: '1810.04805 (BERT), 10.1038/…'."""
    remark = _REMARK.match(text, found.end)
    return bool(remark and not GENERIC.fullmatch(remark[1]) and not _CLASS.fullmatch(remark[1]))


def _are_joined(text: str, known: Sequence[Found]) -> bool:
    """Whether 'and' stands between two identifiers, so that each is of a paper of its own."""
    return any("and" in text[one.end : other.start].split() for one, other in pairwise(known))


def _papers(ids: Iterable[Found], titles: Mapping[Known, str], *, apart: bool) -> Iterator[dict[str, str]]:
    """Identifiers by paper: another one of a name already there, or with another title, is another paper, one
    met before is none.

    titles: of the links to identifiers; apart: each is a paper of its own, as in running text.
    """
    paper: dict[str, str] = {}
    met: set[Known] = set()
    for found in ids:
        known = (found.name, found.value)
        if known in met:
            continue
        met.add(known)
        title = _own_title(paper, titles)
        another = title and known in titles and plain(titles[known]) != plain(title)
        if found.name in paper or (paper and (apart or another)):
            yield paper
            paper = {}
        paper[found.name] = found.value
    if paper:
        yield paper


def _told(
    text: str, paper: Mapping[str, str], links: Sequence[tuple[str, str]], titles: Mapping[Known, str]
) -> dict[str, str]:
    """What an item with one paper says of it: title, people, year, venue."""
    if named := by_names(text):
        return named
    own = _own_title(paper, titles)
    where, bare = _without_label(text, own)
    title = title_of(bare, links, own) or title_below(bare)
    said = _of_entry(bare) or (_of_entry(text) if bare != text else {})
    if said and not title:
        return where | said
    apart = any(mark in text for mark in _APART)
    told = said if said and not apart and _is_same(said["title"], title) and _tells_people(said) else {}
    rest = without_links(bare, " | ")
    for found in reversed(find_ids(rest) if "/" in rest else ()):  # there are years in some
        rest = f"{rest[: found.start]} | {rest[found.end :]}"
    rest = unmarked(rest)
    rest = rest.replace(title, " | ", 1) if title else rest
    sure = said_of_paper(rest)
    return sure | where | _without_venue(told, sure) | abstract_in(text) | named_with_more(title)


def _without_venue(told: Mapping[str, str], sure: Mapping[str, str]) -> dict[str, str]:
    """What is told, a word in emphasis behind the people that are named for sure being the venue."""
    people, names = told.get("authors", ""), sure.get("authors", "")
    behind = people.removeprefix(names).strip(" ,") if names and people.startswith(f"{names}, ") else ""
    if not behind or " " in behind:
        return dict(told)
    return {"venue": behind} | {**told, "authors": names}


def _of_line(text: str) -> dict[str, str]:
    """What a line says that begins with a title, the venue in marks of its own or not."""
    where, bare = _without_label(text, "")
    said = _of_entry(bare) or (_of_entry(text) if bare != text else {})
    return where | said if said and not NO_TITLE.search(said.get("title", "")) else {}


def _without_label(text: str, own: str) -> tuple[dict[str, str], str]:
    """The venue and year that stand in marks of their own, and the text without them. own: the title, if it
    is known."""
    label = marked_label(text.replace(own, "~" * len(own), 1) if own else text)
    if not label:
        return {}, text
    bare = f"{text[: label.start].rstrip()} {text[label.end :].lstrip()}"
    return {"year": label.year} | ({} if is_server(label.venue) else {"venue": label.venue}), bare


def _is_same(title: str, other: str) -> bool:
    return plain(title).casefold() == plain(other).casefold()


def _tells_people(said: Mapping[str, str]) -> bool:
    """Whether an item names people for sure: several, 'et al.', or one with initials."""
    return _PEOPLE.search(said.get("authors", "")) is not None


def _of_entry(text: str) -> dict[str, str]:
    """What an item says that begins with a title, whatever stands between that and the address."""
    if dashed := between_dashes(unmarked(text)):
        return dashed
    said = entry(unmarked(text)) or entry(text) or {}
    if any(mark in said.get("title", "") for mark in ("**", " et al")):  # a label, people
        return {}
    told = {name: said[name] for name in ("title", "authors", "year", "venue") if name in said}
    if "title" in told:
        told["title"] = told["title"][bullet_end(told["title"]) :]
        unsure = label_in_front(told["title"]) is not None or ("authors" in told and not _tells_people(said))
        if unsure and not _MARK.match(unmarked(text)):
            return {}
    field = told_in_remark(said.get("remark", ""))
    return told | ({field: said["remark"]} if field else {})


def _cited(text: str, titles: Mapping[Known, str], *, listed: bool) -> dict[str, str] | None:
    """What a reference as style guides print it says; its title is that of its link, if it has one, or the
    link is all of it."""
    named = {plain(title).casefold() for title in titles.values()}
    bare = without_tail(_TAGS, unmarked(without_links(text, ""))).strip(" []")
    said = cited(_TWO_STOPS.sub(". ", bare), listed)
    if said and (not named or said["title"].casefold() in named):
        return said
    return cited(next(iter(titles.values())).strip(" []*")) if len(titles) == 1 else None


def _own_title(paper: Mapping[str, str], titles: Mapping[Known, str]) -> str:
    return next((titles[known] for known in paper.items() if known in titles), "")


def _cited_fields(said: dict[str, str], paper: dict[str, str]) -> Fields:
    """The fields of an item that is a reference as style guides print it."""
    known = ("title", "year", "venue", "arxiv", "doi", "url")
    people = Name.parse_list(said["authors"])
    fields: dict[str, Any] = {
        **_fields(paper, {name: said[name] for name in known if name in said}),
        "authors": people,
    }
    if details := {name: said[name] for name in ("volume", "number", "pages") if name in said}:
        fields["details"] = details
    if ids := {name: said[name] for name in ("pmid", "pmcid") if name in said}:
        fields["ids"] = {**ids, **fields.get("ids", {})}
    return cast(Fields, fields)


def _fields(paper: dict[str, str], said: dict[str, str]) -> Fields:
    """The fields of a paper by its identifiers and what is said of it."""
    fields: dict[str, Any] = {**said}
    if "title" in fields:
        quoted = _QUOTED_BEHIND.fullmatch(fields["title"])
        fields["title"] = quoted["title"] if quoted else without_site(fields["title"])
    fields |= {name: paper[name] for name in ("arxiv", "doi", "url") if name in paper}
    if others := {name: value for name, value in paper.items() if name not in fields}:
        fields["ids"] = others
    if "authors" in fields:
        names = fields["authors"]
        inverted = are_inverted(names) or _INVERTED.search(names) is not None
        fields["authors"] = Name.parse_list(names, inverted=inverted)
    return cast(Fields, fields)
