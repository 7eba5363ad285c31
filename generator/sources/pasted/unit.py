"""A unit: lines of a text that belong together, and what the first of them says of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from generator.sources.chrome import chrome_reason
from generator.sources.signs.ids_in_front import title_behind_id
from generator.sources.signs.labels import Label, match_label
from generator.sources.signs.marks import (
    Marked,
    bare,
    bullet_end,
    clock_end,
    heading,
    is_separator,
    match_dates,
    match_letter,
    match_mark,
    match_number,
    match_pubmed,
)

# How a unit is set off from the one before.
FIRST, WRAPPED, NEXT_LINE, BLANK, BLANKS, RULED = "^", "w", "0", "1", "2", "3"


class Unit(NamedTuple):
    """Lines that belong together.

    kind: letter where sure ('T' title, 'A' authors, 'P' abstract, 'C' comment, 'V' venue, 'I' identifier or
    address, 'D' dates, 'K' keywords, 'M' other details, 'X' chrome, 'S' separator, 'L' label on its own
    line), else ''; gap: how it is set off from the unit before; fields: what a mark or label says; reason:
    for chrome; number, marker: in a numbered list, and as it was written (so is a label of no field, and that
    of an abstract); bullet, bold, level (of a heading): how it is decorated; held: whether it stands between
    two mentions of one identifier or among the labels of one record, so within it; heads: whether a record
    surely starts with it; section: which part of a structured abstract it is, 'first', 'later' or 'only' (a
    later one, but none is above).
    """

    first: int
    last: int
    text: str
    gap: str
    kind: str = ""
    fields: Mapping[str, str] = MappingProxyType({})
    reason: str = ""
    label: str = ""
    number: int | None = None
    marker: str = ""
    bullet: bool = False
    bold: bool = False
    level: int = 0
    held: bool = False
    heads: bool = False
    section: str = ""

    @property
    def is_item(self) -> bool:
        """Whether it begins an item of a list, which the lines further right below it are part of."""
        return self.bullet or self.number is not None

    @property
    def is_marked(self) -> bool:
        """Whether it begins an item, or is a heading."""
        return self.is_item or self.level > 0


_OWN_HEADINGS = frozenset(
    (
        "notes|note|my notes|comments|remarks|thoughts|my thoughts|highlights|annotations|quotes|key quotes|"
        "links|backlinks|related|related notes|see also|my take|takeaways|key takeaways|questions|"
        "open questions|critique|ideas|todo|to do|next steps"
    ).split("|")
)
_CITEKEY = re.compile(
    r"@?[A-Za-z]{2,20}_?(?:19|20)\d{2}[a-z]?\w{0,20}(?:[:.] | [-–—|] )(?=\S+ \S)"
)  # above a note
_KIND_OF_FIELD = {
    "title": "T",
    "authors": "A",
    "abstract": "P",
    "comment": "C",
    "venue": "V",
    "keywords": "K",
    **dict.fromkeys(("arxiv", "doi", "url", "code", "pmid", "pmcid", "openalex", "acl"), "I"),
    **dict.fromkeys(("year", "date", "created", "updated"), "D"),
}


def unit_of_line(text: str, line: int, gap: str, inside: bool = False) -> Unit:
    """The unit that starts with a line. inside: the line before was full, so that weak signs do not count."""
    if is_separator(text):
        return Unit(line, line, text, gap, "S")
    if text[0] in "<!" and _ANCHOR.fullmatch(text):
        return Unit(line, line, text, gap, "X", reason="images and mark-up")
    text = _without_buttons(text)
    unit = _known(text, line, gap, inside)
    if unit and unit.kind == "L" and text[0] == "#":
        return unit._replace(level=heading(text)[0])
    return unit or _decorated(text, line, gap, inside)


_ANCHOR = re.compile(
    r"(?:<a\s[^<>]{1,200}>\s?</a>\s?|<img\s[^<>]{1,1000}>\s?|<br\s?/?>\s?|!\[[^\[\]]{0,200}\]\([^()\s]{1,1000}\)\s?)+",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\[(?:PDF|HTML|BOOK|CITATION|DOC|B|C)\]\s?)+(?=[^\s\[])(?!\S+\.\S\S)|"
    r"Author links open overlay panel\s?(?=\S)"
)
_LONGEST_LINKS = 150  # characters
_LINKS_BEHIND = re.compile(  # 'Title [pdf] [slides]'
    r"(?<=\S)(?:\s{1,3}\[ ?(?:pdf|paper|code|slides|video|talk|website|web|blog|bib|bibtex|arxiv|doi|poster|"
    r"project(?: page)?|page|link|data|dataset|demo|supp|supplementary|appendix|html|abstract|abs|github|"
    r"preprint|openreview)(?:[,|/ ]{1,3}(?:pdf|code|slides|video|bib|bibtex|arxiv|doi|poster))* ?\]){1,12}\Z",
    re.IGNORECASE,
)
_AFTER = (
    "Get rights and content",
    "Authors Info & Claims",
    "Publication History",
    " pdf icon hmtl icon",
    " pdf icon html icon",
    " pdf icon",
)


def _without_buttons(text: str) -> str:
    """A line without the buttons that stand before or after its text without a space, or among names."""
    if text[0] in "[A" and (found := _BEFORE.match(text)):
        text = text[found.end() :]
    if text[-1] == "]" and (behind := _LINKS_BEHIND.search(text, max(len(text) - _LONGEST_LINKS, 0))):
        before = text[: behind.start()]
        text = text if before.rstrip().endswith((":", "：")) else before  # "Format: [pdf]"
    if text.endswith(_AFTER):
        text = next(text.removesuffix(end) for end in _AFTER if text.endswith(end)).strip() or text
    return text.replace("View ORCID Profile", "").strip() or text


_LONGEST_TITLE = 45  # words
_OTHER_LABELS = ("Title", "TITLE", "title")
_NO_LABEL = frozenset(":：\t")  # without one of these, few lines have a label


def _known(text: str, line: int, gap: str, inside: bool) -> Unit | None:
    """A labelled value, a mark or chrome."""
    several = match_pubmed(text)
    if several:
        return Unit(line, line, text, gap, several.kind, several.fields)
    behind = None if inside else title_behind_id(text)
    if behind and not match_mark(text):
        return Unit(line, line, behind[0], gap, fields=behind[1])
    label = (
        match_label(text)
        if len(text) < 60
        or not _NO_LABEL.isdisjoint(text[:48])
        or text[:1].lower() in "aiksrz[【(*_"
        or text.startswith(_OTHER_LABELS)
        else None
    )
    if label and not (label.weak and ((inside and label.value) or _is_sentence(label, text))):
        return labelled(label, text, line, gap)
    if len(text) > 400 or inside:
        return None
    marked = match_mark(text)
    may_be_chrome = marked is None or marked.fields.keys() == {"url"}
    if may_be_chrome and (reason := chrome_reason(text)):
        return Unit(line, line, text, gap, "X", reason=reason)
    return Unit(line, line, text, gap, marked.kind, marked.fields) if marked else None


def _is_sentence(label: Label, text: str) -> bool:
    """Whether what follows a weak label is rather a sentence that starts with the word, or nothing.

    A summary may be a section of an abstract, which only its neighbours tell.
    """
    if label.field == "abstract" and label.value and text[0].isalpha():
        return True
    if label.field == "created" and label.value and match_dates(label.value) is None:
        return True  # 'v1: two figures added'
    most = _LONGEST_TITLE if label.field == "title" else 20
    long = label.value.count(" ") > most and (text[0].isalpha() or label.value.endswith("."))
    return long or not (label.value or text.endswith((":", "：")))


def labelled(label: Label, text: str, line: int, gap: str) -> Unit:
    """The unit of a line that starts with a label: what an address follows is one, whatever its name."""
    name = label.field
    if not label.value:
        return Unit(line, line, text, gap, "L", label=name)
    kind = _KIND_OF_FIELD.get(name, "M")
    may_be_mark = (kind in "TVM" and "://" in label.value) or (name == "-" and len(label.value) > _SHORT_ID)
    if may_be_mark and (marked := match_mark(label.value)) and marked.kind == "I":
        return Unit(line, line, text, gap, marked.kind, marked.fields, label="url")
    if kind in "ID":
        marked = match_mark(text) or match_mark(label.value) or _of_link(label.value)
        if marked and marked.kind == "D" and name == "code":  # 'Data: 2021-03-14', in Italian and Portuguese
            name, kind = "date", "D"
        if marked and marked.kind in ("I" if kind == "I" else "ID"):
            fields = _named(name, marked)
            return Unit(line, line, text, gap, marked.kind, fields, label=name)
        value = label.value.partition(" ")[0] if name == "doi" else label.value
        return Unit(line, line, text, gap, kind, {name: value.rstrip(".,;")}, label=name)
    if kind == "M":
        marker = text.removesuffix(label.value) if name == "-" else ""
        return Unit(line, line, label.value, gap, "M", label=name, marker=marker)
    marker = text.removesuffix(label.value) if name == "abstract" else ""
    emphasised = _EMPHASISED.fullmatch(label.value) if label.value[0] in "*_" else None
    return Unit(
        line, line, emphasised[2] if emphasised else label.value, gap, kind, label=name, marker=marker
    )


_EMPHASISED = re.compile(r"([*_]{1,3})(?=\S)([^*]{2,600}?)(?<=\S)\1")  # a value as a whole
_SHORT_ID = 8  # characters; identifiers of papers have more


def _of_link(value: str) -> Marked | None:
    """What a link in Markdown that is the whole of a value says: its address."""
    address = bare(value)[1] if value.startswith("[") else ""
    return match_mark(address) if address.startswith("http") else None


def _named(name: str, marked: Marked) -> dict[str, str]:
    """The fields of a mark under its label: a bare date or address takes the label's name."""
    if len(marked.fields) == 1 and name not in ("arxiv", "doi", "url"):
        (value,) = marked.fields.values()
        return {name: value}
    return marked.fields


_STRONG = re.compile(r"\\textbf\{([^{}]{1,600})\}")  # in an item of LaTeX's
_LIGHT = re.compile(r"\\(?:emph|textit)\{([^{}]{1,600})\}")
_SECTION = re.compile("[一二三四五六七八九十]{1,3}、")  # the number of a part of a text in Chinese
_TWO_WORDS = re.compile(r"[A-Za-z]{2,} [A-Za-z]")  # nothing stands before a line that starts so


def _decorated(text: str, line: int, gap: str, inside: bool) -> Unit:
    """A unit without what stands before it (number, bullet, heading, time of day) and around it (bold,
    link)."""
    if _TWO_WORDS.match(text) and not text.startswith("Paper ID "):
        return Unit(line, line, text, gap)
    level, body = (0, text) if inside else heading(text)
    number = match_number(body) or (match_letter(body) if gap in (BLANK, BLANKS) else None)
    start = number[1] if number else bullet_end(body) if not inside or body[0] in "*•" else 0
    clock = 0 if inside else clock_end(body[start:])
    body = _STRONG.sub(r"**\1**", _LIGHT.sub(r"*\1*", body)) if body.startswith("\\item") else body
    rest, url = bare(body[start + clock :])
    if url.startswith("#"):  # a heading of the same text
        return Unit(line, line, text, gap, "X", reason="table of contents")
    decorated = bool(level or start or clock or rest != text)
    if not decorated:
        return Unit(line, line, text, gap)
    if not rest:
        return Unit(line, line, text, gap, "X", reason="conference programme")
    inner = _known(rest, line, gap, inside)
    of_year = inner is not None and inner.kind == "D" and rest.isdigit()
    if level and (of_year or _SECTION.match(rest)):  # of what stands below
        inner = Unit(line, line, text, gap, "X", reason="heading")
    if inner and inner.kind == "X" and _is_paper(url, rest):  # a button that leads to it: '[pdf](https://…)'
        inner = Unit(line, line, rest, gap, "I")
    if level and rest.lower().rstrip(":") in _OWN_HEADINGS:
        return Unit(line, line, rest, gap, "L", label="comment")
    rest = _CITEKEY.sub("", rest, count=1) if level else rest
    plain = Unit(line, line, rest, gap, bold=rest != body[start + clock :] and not url)
    return (inner or plain)._replace(
        fields={**(inner.fields if inner else {}), **({"url": url} if url else {})},
        number=number[0] if number else None,
        marker=body[:start] if number else inner.marker if inner else "",
        bullet=bool(start),
        level=level,
        heads=clock > 0 and inner is None,
    )


def _is_paper(url: str, name: str) -> bool:
    """Whether an address is that of one paper, as its identifier tells or the name of the link."""
    marked = match_mark(url) if url else None
    named = name.lower() in ("paper", "pdf", "论文")
    return marked is not None and (named or not marked.fields.keys().isdisjoint(("arxiv", "doi")))
