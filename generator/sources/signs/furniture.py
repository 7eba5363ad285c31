"""What a text has around and between its papers by the way it was sent or set: quotation marks of mails,
greetings and signatures, underlined headings. Lines go in and come out, so that line numbers stay."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile
from typing import NamedTuple

from generator.sources.found_ids import find_ids
from generator.sources.signs.note_marks import without_note_marks
from generator.sources.signs.underlines import with_headings

_QUOTED = re.compile(r"\s{0,3}(?:>\s?)+")
_WROTE = re.compile(  # who wrote what follows, or that it was forwarded
    r"(?:on|am|le|el|il) .{6,200}(?:wrote|schrieb.{0,80}|a écrit|escribió|ha scritto) ?:|"
    r".{2,80} <\S{1,80}@\S{1,80}> (?:wrote|schrieb) ?:|"
    r"-{2,20} ?(?:forwarded message|original message|begin forwarded message) ?-{0,20}|"
    r"begin forwarded message:",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings)\b[^.:,]{0,60}[,!]|"
    r"(?:hi|hello|hey) (?:all|everyone|everybody|team|folks|there)[.:]?",
    re.IGNORECASE,
)
_TARGET = re.compile(r"<(?P<tag>span|a) (?:id|name)=[^<>]{1,80}></(?P=tag)>\s?(?=[^\s<])")  # of a link
_FOLDED = re.compile(r"</?(?:details|summary)\b[^<>]{0,80}>", re.IGNORECASE)  # in Markdown
_IN_BOLD = re.compile(r"</?(?:b|strong)>", re.IGNORECASE)
_OWN_LINK = re.compile(
    r"\[(?P<address>https?://[^\s\[\]]{4,500})\]\((?P=address)\)"
)  # an address that leads to itself
_NUMBER_IN_BOLD = re.compile(
    r"\A(?P<before>\s*(?:[-*+] )?)(?P<mark>\*\*|__)(?P<number>(?:Paper|Article) #?\d{1,3}[.):] )(?=\S)"
)
_TWICE = re.compile(r"\A\s*[-*•] (?=\[\d{1,4}\] [A-Z])")  # marked: '- [1] A. Author'
_BOLD_PEOPLE = re.compile(  # before a title that a venue in italics or a year follows
    r"(?P<before>\s*(?:\[?\d{1,4}[.)\]] |[-*+•] )?)\*\*(?P<names>(?:[A-Z][^\s*,]{0,30},? ){1,12}"
    r"(?:(?:&|and) [A-Z][^\s*,]{1,30}|et al\.?))\*\*(?=,? .{10,300}(?:\*[^*]+\*|\b(?:19|20)\d\d\b))"
)
_OF_HEAD = re.compile(  # of a mail, as it is copied from a mail program: who sent it, when, to whom
    r"[^<>]{2,80} <[^\s<>@]{1,80}@[^\s<>@]{3,80}>|to (?:me|[a-z][\w.-]{1,40}@[\w.-]{3,60})\b.{0,80}|"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )?[a-z]{3,9}\.? \d{1,2}(?:, (?:19|20)\d\d)?,? "
    r"(?:at )?\d{1,2}:\d\d(?: ?[ap]m)?(?: \(.{3,30} ago\))?",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:(?:all the |very )?best(?: (?:wishes|regards))?|(?:(?:kind|warm|best)(?:est)? )?regards|cheers|"
    r"(?:(?:many )?thanks|thank you)(?: (?:again|all|everyone|in advance|a lot|so much))?|"
    r"(?:yours )?(?:sincerely|faithfully|truly)|yours|take care|see you .{2,40}|"
    r"(?:viele|liebe|beste|freundliche) grüße|cordialement|saludos)[,.!]{0,3}",
    re.IGNORECASE,
)
_ISSUE = re.compile(r"nep-[a-z]{3}\s+new economics papers\b.*", re.IGNORECASE)
_RIGHTS = re.compile(r"this nep-[a-z]{3} issue is ©", re.IGNORECASE)
_HEAD_OF_ISSUE = 10  # lines at most
_SIGNS = (
    "¶",
    "</",
    "<details",
    "<summary",
    "- [",
    "* [",
    "• [",
    "](http",
    "**",
    "__",
)  # of what `_plain` knows
_WEEK = re.compile(r"(?:week|lecture|meeting|month) \d{1,3}(?: ?[:–—(-] ?.{2,60})?", re.IGNORECASE)
_PROSE = 200  # characters of a line
_ABOVE = ("--", "—")  # a signature
_SIGNATURE = 8  # lines at most
_SIGNATURE_WORDS = 40
_HEAD = 6  # lines before a greeting at most
_NEAR, _LONG_RUN = 8, 40  # lines


def is_greeting(line: str) -> bool:
    """Whether a line is nothing but the greeting of a letter."""
    return _GREETING.fullmatch(line.strip()) is not None


class Cleared(NamedTuple):
    """lines: as they were, those that are furniture empty; removed: the indexes of these, with the reason."""

    lines: list[str]
    removed: dict[int, str]


def cleared(lines: Sequence[str]) -> Cleared:
    """The lines of a text without its furniture."""
    kept = _without_marks(_unquoted(lines))
    texts = [line.strip() for line in kept]
    announcing = [n for n, text in enumerate(texts) if text.endswith((":", "-"))]
    removed = {
        n: "mark-up" for n, line in enumerate(lines) if "<" in line and not texts[n] and line.strip(" >")
    }
    removed |= {n: "mail" for n in announcing if _WROTE.fullmatch(texts[n])}
    for n in announcing:
        if n and texts[n].endswith(":") and _WROTE.fullmatch(f"{texts[n - 1]} {texts[n]}"):
            removed |= {n - 1: "mail", n: "mail"}
    for n in removed:
        kept[n] = texts[n] = ""
        for k in takewhile(lambda k: _QUOTED.match(kept[k]), range(n + 1, len(kept))):
            kept[k] = _QUOTED.sub("", kept[k], count=1)
            texts[k] = kept[k].strip()
    said = [n for n, text in enumerate(texts) if text]
    other = [
        *_head_of_issue(texts, said),
        *_greetings(texts, said),
        *_weeks(texts, said),
        *_again(texts, said),
    ]
    mails = sorted(removed)  # each may quote another one
    each = [list(mail) for _, mail in groupby(said, key=lambda n: bisect(mails, n))] if mails else [said]
    ruled = sum(map(texts.count, _ABOVE)) == 1
    signed = [line for mail in each for line in _signature(texts, mail, ruled=ruled)]
    for n, reason in [*other, *signed]:
        removed[n] = reason
        kept[n] = ""
    kept, marks = without_note_marks(kept)
    kept, rules = with_headings(kept)
    return Cleared(
        kept, removed | dict.fromkeys(rules, "underline") | dict.fromkeys(marks, "mark-up of notes")
    )


def _without_marks(lines: Sequence[str]) -> list[str]:
    """The lines without the marks of links to them, as pages of programs have them, without tags that fold
    texts in Markdown, and their people not in bold."""
    text = "\n".join(lines)
    signs = [sign for sign in _SIGNS if sign in text]
    return (
        [_plain(line) if any(map(line.__contains__, signs)) else line for line in lines]
        if signs
        else list(lines)
    )


def _plain(line: str) -> str:
    line = line.rstrip("¶")
    if "></" in line:
        line = _TARGET.sub("", line)
    if "<" in line and _FOLDED.search(line):
        line = _IN_BOLD.sub("**", _FOLDED.sub("", line))
    if " [" in line[:12]:
        line = _TWICE.sub("", line)
    if "](http" in line:
        line = _OWN_LINK.sub(r"\g<address>", line)
    if "**" in line[:8] or "__" in line[:8]:
        line = _NUMBER_IN_BOLD.sub(r"\g<before>\g<number>\g<mark>", line)
    if "**" in line and (people := _BOLD_PEOPLE.match(line)):
        line = f"{people['before']}{people['names']}{line[people.end() :]}"
    return line


def _unquoted(lines: Sequence[str]) -> list[str]:
    """The lines without the marks of a quoted mail, if most of them have some."""
    marked = [">" in line and line.lstrip().startswith(">") for line in lines]
    if not any(marked) or 2 * sum(marked) <= sum(bool(line.strip()) for line in lines):
        return list(lines)
    return [
        _QUOTED.sub("", line, count=1) if quoted else line for line, quoted in zip(lines, marked, strict=True)
    ]


def _head_of_issue(lines: Sequence[str], said: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The head of an issue of NEP, RePEc's mails, and what is said of its rights at the end."""
    first = next((m for m, n in enumerate(said[:_HEAD]) if _ISSUE.fullmatch(lines[n])), None)
    if first is None:
        return
    head = said[first : first + _HEAD_OF_ISSUE]
    numbered = next((m for m, n in enumerate(head) if lines[n].startswith("1.")), len(head))
    yield from ((n, "head of an issue") for n in head[:numbered])
    last = next((m for m, n in enumerate(said[-_HEAD:]) if _RIGHTS.match(lines[n])), _HEAD)
    yield from ((n, "head of an issue") for n in said[-_HEAD:][last:])


def _greetings(lines: Sequence[str], said: Sequence[int]) -> Iterator[tuple[int, str]]:
    """A greeting alone among the first lines, which are stripped, and the head of a mail as it is shown.
    said: the indexes of those not blank."""
    yield from ((n, "greeting") for n in said[:_HEAD] if _GREETING.fullmatch(lines[n]))
    head = [n for n in said[:_HEAD] if _OF_HEAD.fullmatch(lines[n])]
    yield from ((n, "mail") for n in head if "@" in lines[head[0]])


def _weeks(lines: Sequence[str], said: Sequence[int]) -> Iterator[tuple[int, str]]:
    """The headings of the weeks of a reading list, which no abstract follows."""
    for n, following in pairwise(said):
        if following > n + 1 and _WEEK.fullmatch(lines[n]) and len(lines[following]) < _PROSE:
            yield n, "heading"


def _again(lines: Sequence[str], said: Sequence[int]) -> Iterator[tuple[int, str]]:
    """A long run of lines each of which stands a few lines above as well: no paper is told by them."""
    last: dict[str, int] = {}
    comes_back = []
    for m, n in enumerate(said):
        comes_back.append(m - last.get(lines[n], -_NEAR - 1) <= _NEAR)
        last[lines[n]] = m
    for again, run in groupby(range(len(said)), key=comes_back.__getitem__):
        places = list(run) if again else []
        if len(places) >= _LONG_RUN:
            yield from ((said[m], "line that comes back") for m in places)


def _signature(lines: Sequence[str], said: Sequence[int], *, ruled: bool) -> Iterator[tuple[int, str]]:
    """The last few short lines of a mail, from a sign-off or the mark above a signature on. ruled: whether
    there is but one such mark."""
    last = said[-_SIGNATURE - 1 :]
    for m, n in enumerate(last):
        line = lines[n]
        if (ruled and line in _ABOVE) or _SIGN_OFF.fullmatch(line):
            own = not any(find_ids(lines[k]) for k in last[m:])  # of papers, in what it may be above
            if own and sum(len(lines[k].split()) for k in last[m:]) <= _SIGNATURE_WORDS:
                yield from ((k, "signature") for k in last[m:])
            return
