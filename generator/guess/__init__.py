"""A title for a paper whose input has none: short, from its own words, and marked as guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from generator.guess.best import MOST, best_offer
from generator.guess.phrases import LIMIT, capitalised, end_of_phrase, shorten
from generator.model import Paper, Provenance, Status
from generator.text import Text

__all__ = ["guess_title"]

_SENTENCE_END = re.compile(r"[.!?。！？](?:(?<=[a-z0-9)\]}$%\"'”][.!?])\s+(?=[A-Z\\$\"(0-9])|(?<=[。！？]))")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def guess_title(paper: Paper) -> Paper:
    """The paper with a title; one that has a title stays as it is. The guess is of status GUESSED."""
    if paper.title:
        return paper
    title, basis = _guess(paper)
    place = str(paper.origins[0]) if paper.origins else "unknown"
    provenance = {**paper.provenance, "title": Provenance(Status.GUESSED, f"{place} ({basis})")}
    return replace(paper, title=Text(title), provenance=provenance)


def _guess(paper: Paper) -> tuple[str, str]:
    if paper.abstract:
        return _from_abstract(paper.abstract.source), "guessed from the abstract"
    for name, label in (("arxiv", "arXiv:"), ("doi", "doi:"), ("acl", ""), ("openreview", "OpenReview ")):
        if name in paper.ids:
            return label + paper.ids[name], "no title, its identifier instead"
    if paper.ids:
        name, value = sorted(paper.ids.items())[0]
        return f"{name}:{value}", "no title, its identifier instead"
    if paper.url:
        return re.sub(r"^https?://(?:www\.)?", "", paper.url)[:80], "no title, its address instead"
    place = f" ({paper.origins[0]})" if paper.origins else ""
    return f"Untitled{place}", "nothing to guess from"


def _from_abstract(abstract: str) -> str:
    sentences = list(islice(_sentences(abstract[:6000]), MOST))
    return best_offer(sentences) or _first_words(sentences[0] if sentences else abstract)


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for found in _SENTENCE_END.finditer(text):
        yield text[start : found.start() + 1]
        start = found.end()
    if start < len(text):
        yield text[start:]


def _first_words(sentence: str) -> str:
    plain = " ".join(sentence.split())
    if _CJK.search(plain) and plain.count(" ") < len(plain) / 8:
        return plain.rstrip("。！？.") if len(plain) <= 30 else plain[:28].rstrip("，、,") + "…"
    words = plain.split()
    if len(words) <= LIMIT:
        return capitalised(plain.rstrip("."))[:200]
    first = end_of_phrase(plain)
    if 5 <= len(first.split()) <= LIMIT:
        return capitalised(first)
    return capitalised(shorten(plain, 10)[:160]) + "…"
