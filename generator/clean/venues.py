"""Where a paper stood: what kind of venue a name is, and the parts of a journal reference."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.model import Kind

_ARXIV = re.compile(
    r"(?:arxiv(?:\.org)?(?:[\s,:]*(?:e-?prints?|preprints?|repository|\(cornell university\)))?|corr|"
    r"computing research repository)"
    r"(?:[\s,:]*(?:arxiv[\s:]*)?(?:abs/)?(?:\d{4}\.\d{4,5}(?:v\d+)?|[a-z\-]+(?:\.[A-Z]{2})?/\d{7})?)?"
    r"(?:\s*\[[\w.\-]+\])?(?:[\s,(]*(?:19|20)\d{2}\)?)?",
    re.IGNORECASE,
)
_CONFERENCE = re.compile(
    r"\b(?:proceedings|proc\.|conference|conf\.|workshops?|symposium|meeting of|findings|congress|colloquium|"
    r"NeurIPS|NIPS|ICML|ICLR|AAAI|IJCAI|ACL|EMNLP|NAACL|EACL|COLING|CoNLL|LREC|CVPR|ICCV|ECCV|WACV|BMVC|"
    r"ACCV|SIGIR|KDD|WWW|WSDM|"
    r"CIKM|RecSys|ICDM|ICASSP|INTERSPEECH|AISTATS|UAI|COLT|CHI|UIST|CSCW|SIGGRAPH|SIGMOD|ICDE|OSDI|SOSP|"
    r"NSDI|STOC|FOCS|SODA|CAV|"
    r"POPL|PLDI|ICSE|FSE|ICRA|IROS|CoRL|MICCAI|MM|COLM|MLSys|advances in neural information)\b",
    re.IGNORECASE,
)
_JOURNAL = re.compile(
    r"\b(?:journal|transactions|trans\.|letters|lett\.|review|rev\.|annals|ann\.|bulletin|magazine|"
    r"quarterly|archive|acta|nature|"
    r"science|communications|TACL|JMLR|TMLR|PAMI|TPAMI|IJCV|PLOS|PNAS|j\.|vol\.|volume|physica|"
    r"mathematica)(?:\b|(?<=\.))",
    re.IGNORECASE,
)
_THESIS = re.compile(
    r"\b(?:ph\.?\s?d\.?|doctoral|master'?s?)\s+(?:thesis|dissertation)\b|\bdissertation\b", re.IGNORECASE
)
_NAME = r"(?P<name>[^\W\d_][^\d;:]{2,100}?[^\W\d_.]?\.?)"
_PAGES = r"(?P<pages>[A-Za-z]{0,3}\d[\w.]{0,12}(?:\s?[-–]{1,2}\s?\w{1,12})?)"
_YEAR = r"\(?(?P<year>(?:19|20)\d{2})\)?"
_VOLUME = r"(?:vol(?:\.|ume)?\s?)?(?P<volume>[A-Z]?\d{1,4}[A-Z]?)"
_NUMBER = (
    r"(?:\s?\((?P<number>(?!(?:19|20)\d\d\))\d{1,5}(?:[-–/]\d{1,3})?)\)|"
    r",?\s(?:no\.|issue|number|iss\.)\s?(?P<number2>\d{1,4}))?"
)
_PP = r"(?:pp?\.?\s?|pages?\s|article\s(?:no\.?\s|number\s)?|art\.\s(?:no\.\s)?|id\.?\s)?"
_REFERENCES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_NAME},?\s{_VOLUME}{_NUMBER}[\s,]*{_YEAR}(?:[\s,:]+{_PP}{_PAGES})?(?:,\s\d+\spages?)?\.?",
        rf"{_NAME},?\s{_VOLUME}{_NUMBER}\s?[,:]\s?{_PP}{_PAGES}[\s,]*{_YEAR}\.?",
        rf"{_NAME},?\s{_VOLUME}{_NUMBER}\s?[,:]\s?{_PP}{_PAGES}\.?",
        rf"{_NAME},?\s{_YEAR}[\s,;]+{_VOLUME}{_NUMBER}(?:\s?[,:]\s?{_PP}{_PAGES})?\.?",
    )
)


class Reference(NamedTuple):
    """A journal reference in parts; details: volume, number, pages; year: '' where it names none."""

    name: str
    details: dict[str, str]
    year: str


def is_arxiv(venue: str) -> bool:
    """Whether a venue only says that the paper is on arXiv ('CoRR', 'arXiv preprint arXiv:1706.03762')."""
    return _ARXIV.fullmatch(venue.strip(" .,")) is not None


def kind_of(venue: str) -> Kind:
    """What sort of publication a venue's name speaks of; MISC where it does not say."""
    if _THESIS.search(venue):
        return Kind.THESIS
    if _CONFERENCE.search(venue):
        return Kind.INPROCEEDINGS
    return Kind.ARTICLE if _JOURNAL.search(venue) else Kind.MISC


def split_reference(venue: str) -> Reference | None:
    """The parts of a reference such as 'SIGMA 19 (2023), 038, 17 pages'; None where it has another form."""
    if len(venue) > 250 or _CONFERENCE.search(venue):
        return None
    for form in _REFERENCES:
        found = form.fullmatch(venue.strip())
        if found:
            parts = {name: value for name, value in found.groupdict().items() if value}
            details = {str(name): parts[name] for name in ("volume", "number", "pages") if name in parts}
            if "number2" in parts:
                details["number"] = parts["number2"]
            return Reference(parts["name"].rstrip(" ,"), details, parts.get("year", ""))
    return None
