"""What authors write under "Comments": where it was published, web addresses, the rest."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.model import Link

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]{3,500}", re.IGNORECASE)
_NAMES = (
    r"(?:NeurIPS|NIPS|ICML|ICLR|AAAI|IJCAI|ACL|EMNLP|NAACL|EACL|AACL|COLING|CoNLL|TACL|LREC|CVPR|ICCV|"
    r"ECCV|WACV|BMVC|ACCV|3DV|"
    r"SIGIR|KDD|WWW|WSDM|CIKM|RecSys|ICDM|SDM|ECML|PAKDD|ICASSP|Interspeech|ASRU|SLT|AISTATS|UAI|COLT|"
    r"ALT|CHI|UIST|CSCW|IUI|"
    r"SIGGRAPH|SIGMOD|VLDB|ICDE|EDBT|OSDI|SOSP|NSDI|SIGCOMM|INFOCOM|PODC|STOC|FOCS|SODA|ITCS|ICALP|CAV|"
    r"POPL|PLDI|OOPSLA|ICSE|FSE|"
    r"ASE|ISSTA|ICRA|IROS|RSS|CoRL|MICCAI|ISBI|MIDL|IPMI|ISMIR|MM|ICMR|ICME|ICPR|ICIP|TMLR|JMLR|TPAMI|"
    r"IJCV|CCS|NDSS|CRYPTO|"
    r"EUROCRYPT|DAC|ICCAD|DATE|ISCA|MICRO|HPCA|ASPLOS|MLSys|COLM|SemEval|WMT|BlackboxNLP|RepL4NLP|FAccT|"
    r"AIES|GECCO|SIGDIAL|INLG|"
    r"The Web Conference|ISWC|ESWC|JCDL|AAMAS|ICAPS|KR|CP|SAT|LICS|ICLP|MobiCom|UbiComp|PETS|ESORICS|"
    r"ICML|MLHC|CHIL|ML4H|AAAI/ACM)"
)
_YEAR = r"(?:(?:19|20)\d{2}|['’`]\s?\d{2})"
# A known conference or journal, with its year in either order: EMNLP 2022, ICML'22, 2021 ACL, Findings of
# ACL 2023.
_SHORT = re.compile(
    rf"(?:the )?(?:(?:IEEE|ACM|IEEE/CVF|Proceedings of|Proc\. of|Proc\.|Findings of(?: the)?|In)\s){{0,2}}"
    rf"(?:{_NAMES}(?:[-–\s]{{0,2}}(?:Findings|Workshops?|Demos?|Industry|IJCNLP|HLT|COLING|IJCNLP|"
    rf"SIGDAT|Main|Asia)){{0,2}}(?:\s\([\w .\-]{{1,20}}\))?"
    rf"[-–,\s]{{0,2}}{_YEAR}|{_YEAR}\s{_NAMES})(?![\w])",
)
_LEAD = re.compile(
    r"(?:(?:this (?:paper|work|manuscript|article) (?:is|was|has been|will be)|paper|it is|is|was|"
    r"has been|conditionally|recently|"
    r"just|now)\s){0,2}"
    r"(?:(?:to (?:appear|be (?:published|presented|held))|appear(?:s|ed|ing)?|will appear|accepted|"
    r"acccepted|published|presented|"
    r"in press|forthcoming|appear)"
    r"(?:\s(?:for (?:publication|presentation|oral presentation)|and (?:to (?:appear|be published)|"
    r"published|presented)|"
    r"as (?:an? |the )?(?:[\w\-]+\s){0,4}?(?:paper|presentation|talk|poster|oral|spotlight|article|"
    r"contribution|chapter|letter|abstract)"
    r"(?: \([\w ]{1,30}\))?|(?:long|short|full|main|conference|regular|research|oral|poster|spotlight|"
    r"workshop|demo)(?: paper| presentation)?"
    r"|version|online|soon)){0,3}"
    r"\s?(?:in|at|to|by|for|into|with|on|:|,)\s?(?:the )?(?=\S)|(?:long|short|full|oral|poster|"
    r"conference|camera[- ]ready|spotlight|"
    r"workshop|demo)(?: paper| presentation| version| talk)?(?: of| in| at| for|,|:)\s(?:the )?(?=\S)|"
    r"in: |in (?=Proc|Find|Adv|Trans|Jour|Int))",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"accept|appear|publish|press|forthcoming|presented", re.IGNORECASE)
_LONG = re.compile(
    r"(?:the |in )?(?:\d{1,3}(?:st|nd|rd|th) |[A-Z][\w\-]+ ){0,4}(?:proc(?:eedings|\.) of|findings of|"
    r"advances in|lecture notes in|"
    r"transactions (?:on|of)|journal (?:of|for)|annals of|letters in|bulletin of|"
    r"international (?:conference|journal|workshop|symposium)|"
    r"annual (?:meeting|conference)|conference on|workshop on|symposium on|IEEE/ACM|IEEE Trans|"
    r"ACM Trans|communications of)",
    re.IGNORECASE,
)
_NOT_PLACES = re.compile(
    r"(?:submitted|submission|under review|in review|extended|extension|rejected|withdrawn|supersedes|"
    r"superseded|an? (?:earlier|shorter|"
    r"previous|preliminary)|earlier|preliminary|previous|companion|supplement|code|data|project|winner|"
    r"challenge|based on|"
    r"part of|revised|equal|work in progress|see)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\(?(?:about |ca\.? |approx\.? )?(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"no)\s?(?:\+\s?\d{1,3}\s)?[\w\-]{0,14}\s?"
    r"(?:pages?|pp|p\.|figures?|figs?|tables?|appendi(?:x|ces)|references|supplementary|equations?|"
    r"postscript|colou?r|plots?)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:code|source code|data|dataset|project|website|web ?site|home ?page|demo|video|videos|slides|"
    r"benchmark|model|models|github|available|"
    r"work in progress|comments?|v\d|version|typos?|updated?|revised|minor|added|corrected|fixed|first|"
    r"both|equal|the first|this|these|"
    r"we|supplement\w*|appendix|includ\w+|with|see|latex|revtex|extended|preprint|draft|technical|tech|"
    r"submitted|under review|"
    r"camera[- ]ready|oral|spotlight|poster|best|long|short|main|full|https?:|www\.|\(?\d+ (?:pages|"
    r"figures)|uses|llncs|supersedes|"
    r"accepted|to appear|published|appear|presented|in proc|findings|keywords|author|doi|arxiv)\b",
    re.IGNORECASE,
)
_PUNCTUATION = " \t,;."
_LABEL_TAIL = re.compile(
    r"(?:\s(?:is|are|will be|can be|has been|have been|made|publicly|now|freely|also|found|released|"
    r"available|accessible|here|online|"
    r"provided|accessed|at|on|in|from|under|see|via|and|,|:))+\s*$|[\s:(\[<,]+$",
    re.IGNORECASE,
)
_NEAR = 300  # characters before an address, in which it may be called something
_KNOWN_LABELS = (
    ("code", "Code"),
    ("github", "Code"),
    ("implementation", "Code"),
    ("dataset", "Data"),
    ("data", "Data"),
    ("demo", "Demo"),
    ("video", "Video"),
    ("slides", "Slides"),
    ("project", "Project page"),
    ("home", "Website"),
    ("website", "Website"),
    ("site", "Website"),
)


class Remarks(NamedTuple):
    """venue, comment: the text as said, without 'accepted to' before the venue; links: labelled addresses."""

    venue: str | None
    comment: str | None
    links: tuple[Link, ...]


def split_remarks(text: str) -> Remarks:
    """Takes a comment apart: 'ICML 2022, Benchmark website at https://x.y' is a venue, a comment and a
    link."""
    if not text:
        return Remarks(None, None, ())
    venue = ""
    kept: list[str] = []
    for segment in _segments(" ".join(text.split())):
        place = _place(segment) if not venue else ""
        if place:
            venue = place
        else:
            kept.append(segment)
    comment = "".join(kept).strip(_PUNCTUATION)
    ends = text.rstrip().endswith(".") and comment and text.rstrip(" .").endswith(comment)
    return Remarks(
        venue or None, (comment + "." if ends and ". " in comment else comment) or None, links_in(text)
    )


def _segments(text: str) -> list[str]:
    """Parts that each say one thing, separators before them included; joined they are the text again."""
    parts: list[str] = []
    depth = start = 0
    for found in re.finditer(r"[()]|[,;.](?=\s)", text):
        mark = found[0]
        depth += (mark == "(") - (mark == ")" and depth > 0)
        if mark in "()" or depth:
            continue
        after = text[found.end() :].lstrip()
        if mark == ";" or _starts_something(after):
            parts.append(text[start : found.start()])
            start = found.start()
    parts.append(text[start:])
    return parts


def _starts_something(text: str) -> bool:
    return bool(_COUNT.match(text) or _OTHER.match(text) or _SHORT.match(text) or _LEAD.match(text))


def _place(segment: str) -> str:
    """The venue that a part names, '' if none."""
    said = segment.strip(_PUNCTUATION)
    if not said or len(said) > 300 or _URL.search(said) or _COUNT.match(said) or _NOT_PLACES.match(said):
        return ""
    lead = _LEAD.match(said)
    place = said[lead.end() :] if lead else said
    place = re.sub(r"^(?:the )?(?:journal )?(?=[A-Z0-9])", "", place)
    if _SHORT.match(place) or (_LONG.match(place) and len(place) > 12):
        return place
    named = place[:1].isupper() or place[:1].isdigit()
    return place if lead and _PUBLISHED.search(lead[0]) and named and len(place.split()) <= 25 else ""


def links_in(text: str) -> tuple[Link, ...]:
    """The web addresses of a comment, each with what it is said to be."""
    links = []
    start = 0
    for found in _URL.finditer(text):
        url = found[0].rstrip(".,;:!?'\"")
        url = (
            url[:-1]
            if url.endswith((")", "]")) and url.count("(") + url.count("[") < url.count(")") + url.count("]")
            else url
        )
        full = url if url.lower().startswith("http") else "https://" + url
        links.append(Link(_label(text[start : found.start()], full), full))
        start = found.end()
    return tuple(links)


def _label(before: str, url: str) -> str:
    """What an address is called by the words before it."""
    words = re.split(r"[,;.]\s", before[-_NEAR:])[-1]
    for _ in range(4):
        words = _LABEL_TAIL.sub("", words)
    words = re.sub(r"^[\s,;.:()\[\]]*(?:(?:our|the|and|with|all|an?)\s)*", "", words, flags=re.IGNORECASE)
    if 0 < len(words.split()) <= 4:
        return words[0].upper() + words[1:]
    place = f"{words} {url}".lower()
    return next((label for word, label in _KNOWN_LABELS if word in place), "Link")
