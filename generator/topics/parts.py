"""What a paper says where: a topic named in the title or in "we propose …" tells more about the paper than
one that is named in the background or among the benchmarks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.model import Paper
from generator.words import sentences

TITLE = 6.0
# What stands before `for`, `via`, `towards` … in a title is what the paper brings; the rest what it serves.
TITLE_HEAD = 12.0
KEYWORD = 3.0
CLAIM = 1.5
BODY = 1.0
BACKGROUND = 0.7
RESULT = 0.4
VENUE = 0.5
ALTERNATIVE_TITLE = 1.0

_VERB = (
    "propos|present|introduc|stud(?:y|ies)|investigat|explor|develop|design|review|survey|analy[sz]|examin|address"
    "|ask|aim|argue|argu|focus|describ|consider|tackle|provid|seek|release|devis|formulat|adopt|extend|advanc|offer"
)
_CLAIM = re.compile(
    r"\b(?:we|this (?:paper|work|study|article|survey|thesis)|the paper|paper|i)\s+"
    rf"(?:\w+\s+){{0,3}}?(?:{_VERB})\w*"
    r"|\b(?:in|of) (?:this|the present) (?:paper|work|study|article|survey|review)\b"
    r"|\bour (?:\w+ )?"
    r"(?:method|approach|model|framework|goal|aim|objective|study|work|key|main|contribution)\w*"
    r"|\bthis (?:survey|review|paper)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\bexperiment|\boutperform|\bstate[- ]of[- ]the[- ]art|\bsurpass"
    r"|\bwe (?:also )?(?:evaluate|validate|test|apply)\b|\bresults?\b"
    r"|\bevaluations?\b|\bachiev|\bavailable\b|\breleased\b|\bopen[- ]?sourc|\bdownstream tasks\b"
    r"|\baccuracy\b|\bhttps?:|\bSOTA\b|\bevaluated on\b",
    re.IGNORECASE,
)

_SERVES = re.compile(
    r"\s(?:for|via|with|towards?|using|by|through|from|about|under|without|against|across|based on|in|on)\s",
    re.IGNORECASE,
)


class Part(NamedTuple):
    """A stretch of a paper's text. weight: what a term found here counts."""

    text: str
    weight: float


def parts(paper: Paper) -> tuple[Part, ...]:
    """The paper in parts: title, keywords, sentences of the abstract, venue."""
    found = list(_title(paper.telling_title.plain)) if paper.telling_title else []
    found += [Part(title.plain, ALTERNATIVE_TITLE) for title in paper.alt_titles]
    found += [Part(keyword, KEYWORD) for keyword in paper.keywords]
    if paper.abstract:
        found += _sentences(paper.abstract.plain)
    if paper.venue:
        found.append(Part(paper.venue.plain, VENUE))
    return tuple(found)


def _title(title: str) -> Iterator[Part]:
    name, colon, rest = title.rpartition(": ")
    if colon:
        yield Part(name, TITLE)
    cut = _SERVES.search(rest)
    yield Part(rest[: cut.start()] if cut else rest, TITLE_HEAD)
    if cut:
        yield Part(rest[cut.end() :], TITLE)


def _sentences(abstract: str) -> Iterator[Part]:
    claimed = False
    for start, end in sentences(abstract):
        sentence = abstract[start:end]
        weight, claimed = _weight(sentence, claimed)
        yield Part(sentence, weight)


def _weight(sentence: str, claimed: bool) -> tuple[float, bool]:
    """What a sentence counts, and whether the paper's own claim has been seen by now."""
    if _RESULT.search(sentence) and (claimed or not _CLAIM.search(sentence)):
        return RESULT, claimed
    if _CLAIM.search(sentence):
        return CLAIM, True
    return (BODY, True) if claimed else (BACKGROUND, False)
