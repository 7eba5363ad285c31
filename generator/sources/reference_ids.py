"""Identifiers and addresses of papers in a text."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.identity import identify

_TOKEN = re.compile(
    r"(?:https?://|www\.)[^\s<>\"{}|\\^`\]]{4,500}"
    r"|\barxiv\s?:\s?(?:abs/)?[a-z0-9.\-]{2,20}(?:/\d{7})?(?:v\d{1,3})?"
    r"|(?:doi\s?:\s?)?\b10\.\d{4,9}(?:\.\d{1,9}){0,4}/[^\s\"<>{}\]]{1,400}"
    r"|(?<![\w./-])(?:\d{4}\.\d{4,5}|[a-z][a-z\-]{1,9}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,3})?(?![\w/])"
    r"|\b(?:pmid)\s?:\s?\d{4,9}\b|\bPMC\d{4,9}\b"
    r"|(?<![\w.])(?:doi|arxiv|aclanthology|openreview|semanticscholar)\.(?:org|net)/[^\s<>\"{}|\\^\]]{4,500}",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?'\"*"
_WORD = re.compile(r"[^\W\d_]{2}")
_NOT_PAPERS = re.compile(
    r"(?:^|\.)(?:github\.(?:com|io)|gitlab\.com|huggingface\.co|youtube\.com|youtu\.be|twitter\.com|"
    r"x\.com|medium\.com|wikipedia\.org|"
    r"shields\.io|colab\.research\.google\.com|kaggle\.com|linkedin\.com|reddit\.com|slideshare\.net|"
    r"awesome\.re|paperswithcode\.com|"
    r"imgur\.com|githubusercontent\.com|google\.com|gitter\.im|discord\.gg|zhihu\.com|bilibili\.com|"
    r"notion\.so|notion\.site)$",
    re.IGNORECASE,
)


class Found(NamedTuple):
    """An identifier in a text: its name ('url' where the service is not known), its value, where it
    stands."""

    name: str
    value: str
    start: int
    end: int


def find_ids(text: str) -> list[Found]:
    """All identifiers and addresses of papers in a text, in order."""
    found = []
    for match in _TOKEN.finditer(text):
        token = match[0].rstrip(_TRAILING)
        while token.endswith(")") and token.count("(") < token.count(")"):
            token = token[:-1].rstrip(_TRAILING)
        known = identify(token)
        if known:
            found.append(Found(known[0], known[1], match.start(), match.start() + len(token)))
        elif token.lower().startswith(("http", "www.")) and _may_be_paper(token):
            found.append(Found("url", token, match.start(), match.start() + len(token)))
    return found


def _may_be_paper(url: str) -> bool:
    parts = urlsplit(url if "://" in url else "https://" + url)
    return not _NOT_PAPERS.search(parts.netloc.lower()) and len(parts.path) > 4


def is_bare(line: str) -> bool:
    """Whether a line is identifiers and nothing else."""
    ids = find_ids(line)
    edges = [0, *(edge for found in ids for edge in (found.start, found.end)), len(line)]
    rest = " ".join(line[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    return bool(ids) and not _WORD.search(rest)
