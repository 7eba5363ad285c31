"""Identifiers and addresses of papers in a text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.identity import identify

_SICI = r"(?:<[^\s<>\"]{3,40}>\d\.\d\.[A-Z]{2};2(?:-[\dA-Z])?)?"  # the end of some DOIs of the 1990s
_TOKEN = re.compile(
    rf"(?:https?://|www\.)[^\s<>\"{{}}|\\^`\]]{{4,500}}{_SICI}"
    r"|\barxiv\s?:\s?(?:abs/)?[a-z0-9.\-]{2,20}(?:/\d{7})?(?:v\d{1,3})?"
    rf"|(?:doi\s?:\s?)?\b10\.\d{{4,9}}(?:\.\d{{1,9}}){{0,4}}/[^\s\"<>{{}}\]]{{1,400}}{_SICI}"
    r"|(?<![\w./-])(?:\d{4}\.\d{4,5}|[a-z][a-z\-]{1,9}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,3})?(?![\w/])"
    r"|\bisbn(?:-1[03])?\s?:?\s?(?:97[89][- –]?)?\d{1,5}[- –]?\d{1,7}[- –]?\d{1,6}[- –]?[\dX]\b"
    r"|\bpmid\s?:?\s?\d{4,9}\b|\bPMC\d{4,9}\b|\bcorpusid\s?:\s?\d{4,12}\b"
    r"|(?<![\w.])(?:doi|arxiv|aclanthology|openreview|semanticscholar)\.(?:org|net)/[^\s<>\"{}|\\^\]]{4,500}",
    re.IGNORECASE,
)
# What each of these has in it, so that other texts, such as most abstracts, are passed over fast.
_NUMBER = re.compile(r"\d{4}")
_SIGNS = ("://", "www.", ".org/", ".net/", "arxiv")
_TRAILING = ".,;:!?'\"*"
_WORD = re.compile(r"[^\W\d_]{2}")
_CLASS = re.compile(r"\[[a-z-]{2,9}(?:\.[A-Z]{2})?\]")  # of arXiv, behind an identifier
_NOT_PAPERS = re.compile(
    r"(?:^|\.)(?:github\.(?:com|io)|gitlab\.com|huggingface\.co|youtube\.com|youtu\.be|twitter\.com|"
    r"x\.com|medium\.com|wikipedia\.org|"
    r"shields\.io|colab\.research\.google\.com|kaggle\.com|linkedin\.com|reddit\.com|slideshare\.net|"
    r"awesome\.re|paperswithcode\.com|"
    r"imgur\.com|githubusercontent\.com|google\.com|gitter\.im|discord\.gg|zhihu\.com|bilibili\.com|"
    r"notion\.so|notion\.site)$",
    re.IGNORECASE,
)

# Of papers without an identifier in their address.
_PUBLISHERS = re.compile(
    r"(?:^|\.)(?:openaccess\.thecvf\.com|ecva\.net|proceedings\.mlr\.press|(?:papers|proceedings)\.n(?:eur)?ips\.cc|"
    r"jmlr\.(?:org|csail\.mit\.edu)|ieeexplore\.ieee\.org|dl\.acm\.org|sciencedirect\.com|link\.springer\.com|"
    r"nature\.com|science\.org|cell\.com|pnas\.org|(?:bio|med|chem)rxiv\.org|ojs\.aaai\.org|aaai\.org|ijcai\.org|"
    r"isca-speech\.org|isca-archive\.org|usenix\.org|roboticsproceedings\.org|bmva-archive\.org\.uk|"
    r"papers\.ssrn\.com|hal\.science|eprint\.iacr\.org|ndss-symposium\.org|vldb\.org|journals\.plos\.org|"
    r"onlinelibrary\.wiley\.com|tandfonline\.com|academic\.oup\.com|mdpi\.com|frontiersin\.org|iopscience\.iop\.org|"
    r"journals\.aps\.org|pubs\.acs\.org|pubs\.aip\.org|cambridge\.org|journals\.sagepub\.com|"
    r"direct\.mit\.edu|elifesciences\.org|jstor\.org|epubs\.siam\.org|projecteuclid\.org)$"
)


class Found(NamedTuple):
    """An identifier in a text: its name ('url' where the service is not known), its value, where it
    stands."""

    name: str
    value: str
    start: int
    end: int


@lru_cache(maxsize=512)  # a list asks for those of each line several times
def find_ids(text: str) -> tuple[Found, ...]:
    """All identifiers and addresses of papers in a text, in order."""
    found = []
    for match in _TOKEN.finditer(text) if _may_have_any(text) else ():
        token = match[0].rstrip(_TRAILING)
        while token.endswith(")") and token.count("(") < token.count(")"):
            token = token[:-1].rstrip(_TRAILING)
        known = identify(token)
        if known:
            found.append(Found(known[0], known[1], match.start(), match.start() + len(token)))
        elif token.lower().startswith(("http", "www.")) and _may_be_paper(token):
            found.append(Found("url", token, match.start(), match.start() + len(token)))
    return tuple(found)


def _may_have_any(text: str) -> bool:
    lower = text.lower()
    return _NUMBER.search(text) is not None or any(sign in lower for sign in _SIGNS)


def _may_be_paper(url: str) -> bool:
    host, path = _host_and_path(url)
    return bool(host) and not _NOT_PAPERS.search(host) and len(path) > 4


def _host_and_path(url: str) -> tuple[str, str]:
    """Where an address leads; nothing for one that is none, such as http://[::/."""
    try:
        parts = urlsplit(url if "://" in url else "https://" + url)
    except ValueError:
        return "", ""
    return parts.netloc.lower(), parts.path


def is_published(url: str) -> bool:
    """Whether an address is where papers are published: of a publisher or of proceedings."""
    return _PUBLISHERS.search(_host_and_path(url)[0]) is not None


def is_bare(line: str) -> bool:
    """Whether a line is identifiers and nothing else."""
    ids = find_ids(line)
    edges = [0, *(edge for found in ids for edge in (found.start, found.end)), len(line)]
    rest = " ".join(line[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    return bool(ids) and not _WORD.search(_CLASS.sub("", rest))
