"""Identifiers of works: how each is written out there, and the one form we keep.

Every `normalise_*` takes any usual spelling (bare, prefixed, a web address) of one identifier and returns the
canonical one, or None where the text is no such identifier. None of them raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

from generator.identity.addresses import identifier_in
from generator.identity.book_numbers import normalise_isbn, normalise_issn
from generator.text import clean_control

_URL = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_TRAILING = ".,;:!?'\"`>*"
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))

_DOI_PREFIX = re.compile(
    r"(?:(?:https?:)?//)?(?:(?:dx\.|www\.)?doi\.org/+)?(?:urn:)?(?:info:)?(?:doi)?\s*[:/=]?\s*", re.IGNORECASE
)
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d{1,9}){0,4}/\S{1,400}")
_DOI_IN_PATH = re.compile(r"[/=](10\.\d{4,9}(?:\.\d{1,9}){0,4}/[^\s?#&]{1,400})")
_QUERY = re.compile(r"[?#]")
_DOI_PAGES = re.compile(
    r"(?:\.pdf|/(?:full|fulltext|full-text|abstract|pdf|epdf|pdfdirect|meta|summary|html|references))$"
)
# The version, and which form of the text, in addresses of bioRxiv and medRxiv.
_PREPRINT_VERSION = re.compile(r"\A(10\.(?:1101|64898)/[\d.]+\d)v\d{1,2}(?:\.\S*)?\Z")

_ARXIV_WORD = r"(?:ar[xX]iv|ARXIV|Arxiv|arxiv)"
_ARXIV_NEW = r"\d{4}\.\d{4,5}"
_ARXIV_OLD = r"[a-zA-Z]{1,8}(?:-[a-zA-Z]{2,8})?(?:\.[a-zA-Z]{2}(?:-[a-zA-Z]{2,3})?)?/\d{7}"
_ARXIV_ID = re.compile(rf"({_ARXIV_NEW}|{_ARXIV_OLD})(?:v\d{{1,3}})?(?!\d)")
_ARXIV_LEAD = re.compile(
    r"(?:(?:https?:)?//(?:[a-z0-9-]+\.){0,3}(?:arxiv|alphaxiv|ar5iv|arxiv-vanity)\.[a-z]+"
    r"/(?:abs|pdf|html|format|ps|papers|overview|src|e-print)/"
    r"|(?:https?://)?(?:[a-z]+\.)?(?:arxiv|ar5iv|alphaxiv)\.org/(?:abs|pdf|html|format|ps|src|e-print)/"
    r"|(?:https?://)?huggingface\.co/papers/"
    r"|oai:arxiv\.org:|(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?10\.48550/arxiv\.|arxiv\s*(?:e-prints?|preprint)?\s*"
    r"[:/,]?\s*(?:arxiv\s*:\s*|abs/)?)",
    re.IGNORECASE,
)
_ARXIV_TAIL = re.compile(
    r"(?:\.pdf)?/?(?:[?#]\S*)?\s*+(?:\[[\w.\-]+\].*|\([\w.\-]+\).*)?[\s.,;)\]]*", re.DOTALL
)
# Archives that gave out identifiers of the old style, https://arxiv.org/archive/ (the closed ones as well).
_ARCHIVES = frozenset(
    "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat "
    "cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol "
    "physics plasm-ph q-alg q-bio quant-ph solv-int supr-con stat".split()
)


def normalise_doi(value: str) -> str | None:
    """DOI in lower case, without prefix, resolver or publisher's address; None where there is none.

    DOIs are compared without regard to case (DOI Handbook, 2.4).
    """
    text = value.strip().strip("<>").strip()
    if _URL.match(text) and "/10." in (path := _QUERY.split(text, maxsplit=1)[0]):
        text = path
    if "%" in text:
        text = unquote(text)
    rest = text[_doi_lead(text) :]
    if found := _DOI.fullmatch(rest):
        return _tidy_doi(found[0])
    if _URL.match(text) and (inside := _DOI_IN_PATH.search(text)):
        return _tidy_doi(_DOI_PAGES.sub("", inside[1]))
    return None


def _doi_lead(text: str) -> int:
    lead = _DOI_PREFIX.match(text)
    return lead.end() if lead else 0


def _tidy_doi(doi: str) -> str | None:
    doi = _PREPRINT_VERSION.sub(r"\1", _trim(doi).rstrip("/").lower())
    return doi if "/" in doi else None


def _trim(text: str) -> str:
    """Drops sentence punctuation and closing brackets without an opening one from the end."""
    while text and _is_loose(text[-1], text):
        text = text[:-1]
    return text


def _is_loose(last: str, text: str) -> bool:
    if last in _TRAILING:
        return last != ">" or "<" not in text
    return any(last == close and text.count(close) > text.count(open_) for open_, close in _BRACKETS)


def normalise_arxiv(value: str) -> str | None:
    """arXiv id without version: '2306.04387', 'hep-th/9901001', 'math/0309136' (subject class dropped).

    Takes the bare id, 'arXiv:ID [class]', the addresses of arXiv and its mirrors, and the DOI
    10.48550/arXiv.ID; both schemes of https://info.arxiv.org/help/arxiv_identifier.html, months checked.
    """
    text = value.strip().strip("<>")
    lead = _ARXIV_LEAD.match(text)
    start = lead.end() if lead else 0
    found = _ARXIV_ID.match(text, start)
    if not found or not _ARXIV_TAIL.fullmatch(text, found.end()):
        return None
    return _canonical_arxiv(found[1])


def _canonical_arxiv(identifier: str) -> str | None:
    if "/" not in identifier:
        return identifier if _new_style(identifier) else None
    archive, number = identifier.lower().split("/")
    archive = archive.split(".")[0]
    month = int(number[2:4])
    return f"{archive}/{number}" if archive in _ARCHIVES and 1 <= month <= 12 else None


def _new_style(identifier: str) -> bool:
    """From 0704.0001; five digits since 1501."""
    stamp, number = identifier.split(".")
    digits = 4 if stamp < "1501" else 5
    return stamp >= "0704" and "01" <= stamp[2:] <= "12" and len(number) == digits and int(number) > 0


def arxiv_year(identifier: str) -> int:
    """Year in which the first version was sent in, of a normalised arXiv id: 2306.04387 → 2023."""
    two = int(identifier.rsplit("/", 1)[-1][:2])
    return 1900 + two if "/" in identifier and two >= 91 else 2000 + two


def arxiv_version(value: str) -> int | None:
    """The version a spelling of an arXiv id names ('arXiv:2306.04387v2' → 2), None without one."""
    found = re.search(rf"(?:{_ARXIV_NEW}|/\d{{7}})v(\d{{1,3}})(?!\d)", value)
    return int(found[1]) if found else None


def _by(pattern: str, fold: Callable[[str], str] = str) -> Callable[[str], str | None]:
    """A normaliser for identifiers that the pattern matches whole, its first group being the identifier."""
    compiled = re.compile(pattern, re.IGNORECASE)

    def normalise(value: str) -> str | None:
        found = compiled.fullmatch(value.strip().strip("<>").rstrip(".,;"))
        return fold(found[1]) if found else None

    return normalise


_HTTP = r"(?:(?:https?:)?//)?(?:www\.)?"
_ACL_NEW = r"\d{4}\.[a-z0-9]{1,30}-[a-z0-9]{1,30}\.\d{1,4}"
_ACL_OLD = r"[a-z]\d{2}-[1-9]\d{3}"

normalise_acl = _by(
    rf"(?:acl(?:\s+anthology)?:\s*|{_HTTP}(?:aclanthology\.org|aclweb\.org/anthology|aclanthology\.info/papers"
    rf"|aclanthology\.coli\.uni-saarland\.de/papers)/(?:papers/[a-z]/[a-z]\d\d/)?"
    rf"|{_HTTP}doi\.org/10\.(?:18653|3115)/v1/|(?:doi:\s*)?10\.(?:18653|3115)/v1/)?"
    rf"({_ACL_NEW}|{_ACL_OLD})(?:v\d)?(?:\.pdf|\.bib)?/?(?:[?#]\S*)?",
    lambda s: s.upper() if re.fullmatch(_ACL_OLD, s, re.IGNORECASE) else s.lower(),
)
normalise_openreview = _by(
    rf"(?:openreview:\s*|{_HTTP}openreview\.net/(?:forum|pdf|attachment|notes/edits/attachment)\?(?:[^\s#]{{0,100}}&)?id=)?"
    r"([A-Za-z0-9_-]{8,32})(?:[&#]\S*)?"
)
normalise_pmid = _by(
    rf"(?:pmid:?\s*|pubmed:?\s*|{_HTTP}pubmed\.ncbi\.nlm\.nih\.gov/|{_HTTP}ncbi\.nlm\.nih\.gov/pubmed/)?"
    r"0{0,8}([1-9]\d{0,8})/?(?:\?\S*)?"
)
normalise_pmcid = _by(
    rf"(?:pmcid:?\s*|{_HTTP}(?:ncbi\.nlm\.nih\.gov|pmc\.ncbi\.nlm\.nih\.gov)/(?:pmc/)?articles/)?(pmc[1-9]\d{{0,8}})/?(?:pdf)?/?",
    str.upper,
)
normalise_s2 = _by(
    rf"(?:s2:\s*|(?:corpusid:\s*)|{_HTTP}semanticscholar\.org/paper/(?:[^/\s?#]{{1,300}}/)?|{_HTTP}api\.semanticscholar\.org/)?"
    r"([0-9a-f]{40}|corpusid:\d{1,12})(?:[?#]\S*)?",
    str.lower,
)
normalise_openalex = _by(
    rf"(?:openalex:\s*|{_HTTP}(?:api\.)?openalex\.org/(?:works/)?)?(w[1-9]\d{{3,12}})", str.upper
)
normalise_dblp = _by(
    rf"(?:dblp:\s*|{_HTTP}dblp\.(?:org|uni-trier\.de)/rec/(?:html/|bibtex/)?)?"
    r"((?:conf|journals|books|phd|series|reference|tr|homepages|persons)/[A-Za-z0-9-]{1,40}/[A-Za-z0-9-]{1,60})(?:\.html|\.bib)?"
)
normalise_ads = _by(
    r"(?:ads:\s*|bibcode:\s*|(?:https?://)?ui\.adsabs\.harvard\.edu/abs/)?((?:1[89]|20)\d{2}[\w.&]{14}[A-Z])(?:/abstract)?"
)


# The identifiers we know, by the name they have in `Paper.ids`.
NORMALISERS: Mapping[str, Callable[[str], str | None]] = {
    "arxiv": normalise_arxiv,
    "doi": normalise_doi,
    "acl": normalise_acl,
    "openreview": normalise_openreview,
    "pmid": normalise_pmid,
    "pmcid": normalise_pmcid,
    "s2": normalise_s2,
    "openalex": normalise_openalex,
    "dblp": normalise_dblp,
    "ads": normalise_ads,
    "isbn": normalise_isbn,
    "issn": normalise_issn,
}


def normalise_id(name: str, value: str) -> str | None:
    """The canonical form of an identifier of that name. One of an unknown name is any word: it has no white
    space, so that exports can write identifiers as a list of words 'name:value'."""
    value, known = clean_control(value), NORMALISERS.get(name)
    if known:
        return known(value)
    return "_".join(value.split()) or None if _ID_NAME.fullmatch(name) else None


_ID_NAME = re.compile(r"[A-Za-z0-9_.-]{1,40}")


# What a string has to begin with to be taken for an identifier of the name, the surest first.
_LEADS: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(("arxiv", "doi", "acl"), re.compile("")),
    "openreview": re.compile(r"\s*(?:openreview:|\S{0,20}openreview\.net/)", re.IGNORECASE),
    **dict.fromkeys(("pmcid", "s2", "openalex", "dblp", "ads"), re.compile("")),
    "pmid": re.compile(r"\s*(?:pmid|pubmed|(?:https?:)?//)", re.IGNORECASE),
    "isbn": re.compile(r"\s*isbn", re.IGNORECASE),
}


def identify(value: str) -> tuple[str, str] | None:
    """Name and canonical form of a string that is one identifier or the web address of a paper.

    A bare number or word is none (PMIDs, ISBNs, OpenReview's ids want their prefix here), nor is an address
    of no known service.
    """
    value = identifier_in(clean_control(value))
    for name, lead in _LEADS.items():
        if lead.match(value) and (found := NORMALISERS[name](value)):
            return name, found
    return None


_IN_TEXT = re.compile(
    r"(?:https?://|www\.)[^\s<>\"{}|\\^]{4,500}"
    r"|\barxiv\s*:\s*[a-z0-9.\-]{2,20}(?:/\d{7})?(?:v\d{1,3})?"
    r"|\b10\.\d{4,9}(?:\.\d{1,9}){0,4}/[^\s\"<>{}]{1,400}"
    r"|\b(?:pmid|pubmed)\s*:?\s*\d{1,9}\b|\bpmc[1-9]\d{3,8}\b"
    r"|\bisbn(?:-1[03])?\s*:?\s*[\dxX][\dxX\s\-‐–]{8,20}"
    r"|(?<![\w.])(?:doi|arxiv|aclanthology|openreview|semanticscholar|openalex)\.(?:org|net)/[^\s<>\"{}|\\^]{4,500}",
    re.IGNORECASE,
)


def ids_in(text: str) -> dict[str, str]:
    """The first identifier of each name that stands in free text, by name. Bare numbers are not taken."""
    found: dict[str, str] = {}
    for name, value in _all_in(text):
        found.setdefault(name, value)
    return found


def _all_in(text: str) -> Iterator[tuple[str, str]]:
    for match in _IN_TEXT.finditer(text):
        known = identify(_trim(match[0]))
        if known:
            yield known


def normalise_ids(ids: Mapping[str, str]) -> dict[str, str]:
    """Canonical identifiers; one that doesn't hold is left out, an arXiv DOI becomes the arXiv id."""
    out: dict[str, str] = {}
    for name, value in ids.items():
        known = normalise_id(name, value)
        arxiv = normalise_arxiv(known) if known and name == "doi" else None
        if arxiv:
            out.setdefault("arxiv", arxiv)
        elif known:
            out[name] = known
    return out
