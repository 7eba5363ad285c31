"""How much a text looks like a comment or like the venue where a paper was published."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.sources.signs.journal_names import is_journal
from generator.sources.signs.marks import HAS_DIGIT

_VENUE_NAME = (
    r"(?:NeurIPS|NEURIPS|Neurips|NIPS|ICML|ICLR|AAAI|IJCAI|ACL|EMNLP|NAACL|EACL|AACL|COLING|CoNLL|TACL|"
    r"LREC(?:-COLING)?|CVPR|ICCV|ECCV|WACV|"
    r"BMVC|ACCV|SIGIR|KDD|WWW|WSDM|CIKM|RecSys|ICDM|SDM|ICASSP|INTERSPEECH|ASRU|SLT|AISTATS|UAI|COLT|"
    r"ALT|CHI|UIST|CSCW|SIGGRAPH(?: Asia)?|"
    r"SIGMOD|VLDB|PVLDB|ICDE|OSDI|SOSP|NSDI|USENIX[\w ]{0,20}|SIGCOMM|PODC|STOC|FOCS|SODA|ITCS|ICALP|"
    r"CAV|POPL|PLDI|OOPSLA|ICSE|FSE|ASE|ISSTA|"
    r"ICRA|IROS|RSS|CoRL|MICCAI|ISBI|MIDL|IPMI|ISMIR|MM|ACM MM|ACM Multimedia|ICMR|ICME|TMLR|JMLR|TPAMI|"
    r"PAMI|IJCV|TIP|TNNLS|TKDE|TOIS|"
    r"CCS|NDSS|CRYPTO|EUROCRYPT|ASIACRYPT|DAC|ICCAD|DATE|ISCA|MICRO|HPCA|ASPLOS|MLSys|COLM|SemEval|WMT|"
    r"BlackboxNLP|RepL4NLP|"
    r"Findings of (?:the )?[A-Z]{3,8}|ACL Findings|EMNLP Findings|The Web Conference|TheWebConf|PRL|PRD|"
    r"PRB|PRA|PRX|ApJ|MNRAS|JHEP|Nature|Science|PNAS)"
)
_YEAR = r"(?:,?\s?(?:['’`]\s?\d{2}|\(?(?:19|20)\d{2}\)?)|\d{4})"
VENUE_YEAR = re.compile(
    rf"(?:the )?(?:(?:IEEE|ACM|IEEE/CVF|ACM/IEEE|Proc(?:eedings|\.) of(?: the)?|"
    rf"Findings of(?: the)?)\s){{0,2}}{_VENUE_NAME}[\s\-/]{{0,2}}{_YEAR}"
)
_HAS_YEAR = re.compile(r"\d{4}|['’`]\s?\d{2}")
_VENUE_START = re.compile(
    r"(?:(?:to appear|appear(?:s|ed|ing)|accepted|published|presented|in press|"
    r"forthcoming)\b.{0,30}\b(?:in|at|to|by|for|as)\b|"
    r"(?:in )?(?:the )?proc(?:eedings|\.) of|in proceedings|findings of|advances in neural|"
    r"lecture notes in|transactions of|"
    r"journal of|ieee transactions|acm transactions|international (?:journal|conference)|"
    r"annual (?:meeting|conference)|"
    r"conference on|workshop on|symposium on|\d{1,3}(?:st|nd|rd|th) (?:annual|international|conference|"
    r"ieee|acm|aaai)|"
    r"(?:main )?conference|phys\. rev\.|astrophys\. j)",
    re.IGNORECASE,
)
_JOURNAL = re.compile(
    r"[A-Z][\w.&:\- ,]{3,90}?,?\s(?:vol(?:\.|ume)?\s?\d|\(?\d{1,4}\s?\(\d{1,3}\)|"
    r"\d{1,4},\s?(?:no\.|\d(?![\d,'’]{0,12}[\-‐–]?[a-zA-Z]))|"  # no '7,12-dimethyl'
    r"\d{1,4}:\s?\d|\d{1,4}\s?\((?:19|20)\d{2}\)).{0,80}"
)
# A name, a year and pages: 'Bioinformatics (Oxford, England) (2021) 1140-1147', 'Nature, 2015, pp. 436–444'.
_YEAR_AND_PAGES = re.compile(
    r"[A-Z][^?!\d]{3,90}?,?\s\(?(?:19|20)\d{2}\)?[,:;]?\s(?:pp?\.\s?)?[A-Za-z]?\d{1,6}[-–]{1,2}[A-Za-z]?\d{1,6}\.?"
)
_COMMENT = re.compile(
    r"(?:\(?\d{1,4}\+?\s?(?:\+\s?\d{1,3}\s?)?(?:pages?|pp\b|p\.|figures?|figs?\b|tables?|page\b)|"
    r"(?:work|research|paper) in progress|ongoing work|work-in-progress|in submission|under review|"
    r"submitted(?: to| for| as)?\b|"
    r"preprint|pre-print|draft|technical report|tech report|extended (?:version|abstract)|"
    r"camera[- ]ready|(?:first|second|third|final|"
    r"revised|published|corrected|updated|new|accepted|full|long|short|journal|conference|arxiv|"
    r"this) (?:version|draft|preprint)\b|"
    r"v\d[:\s]|code\b.{0,60}(?:https?://|available|github|release|at\b)|(?:project|demo|web|"
    r"home)\s?(?:page|site|website)?\s?(?:is at|at|:|https?://)|"
    r"accepted\b|to appear\b|to be (?:published|presented|submitted)|published\b|appear(?:s|ed|ing)?\b|"
    r"presented\b|comments? (?:are )?welcome|"
    r"equal contribution|the first (?:two|three) authors|both authors|(?:added|fixed|corrected|updated?|"
    r"changed|removed|typos?|minor|"
    r"major)\b|latex|revtex|includes?\b|including\b|contains?\b|supplement(?:ary|al)|appendix|"
    r"appendices|see\b|url\b|github|source code|"
    r"data(?:set)?s? (?:and code |is |are )?(?:available|at)\b|in proceedings|"
    r"(?:oral|spotlight)\b(?=\W{0,3}$|[,.;:]| (?:\(|presentation|talk|paper|poster|session|at\b))|"
    r"long paper|short paper|main conference|"
    r"master'?s? thesis|ph\.?d\.? thesis|thesis\b|invited|keynote|best paper|dagstuhl|lecture notes|"
    r"withdrawn|this paper has been withdrawn|"
    r"all figures|no figures|one figure|two figures|with \d+|initial|part of|companion|related|"
    r"dedicated to|joint work|title changed|"
    r"https?://)"
)
_PAGES = re.compile(r"\(?\d{1,4}\+?\s?(?:pages?|pp|figures?|tables?)\b", re.IGNORECASE)
_COMMENT_ANYWHERE = re.compile(
    r"\b\d{1,3} (?:pages?|pp|figures?|figs?|tables?)\b|https?://|\bcamera[- ]ready\b|\b(?:code|"
    r"data) (?:is |are )?available\b|"
    r"\b(?:github|preprint|pages|figures|appendix|typos?|latex)\b"
)

# What became of a paper, said within a sentence.
_STATUS = re.compile(
    r"\b(?:accepted (?:to|at|in|for|on|by|as)|under (?:peer )?review|submitted to|published (?:at|in|by)|"
    r"presented at|appearing (?:in|at)|admin note|circulated as|(?:extended|full|earlier|short) version of)\b"
)
_MEETING = re.compile(
    r"\b(?:international|annual|european|ieee|acm|usenix)\b[\w/ ,&'’-]{1,80}"
    r"\b(?:conference|workshops?|symposium|congress|journal)\b|"
    r"\b(?:conference|workshop|symposium|congress) (?:on|of|for|@|at)\b",
    re.IGNORECASE,
)
_NAME_AND_YEAR = re.compile(  # 'Molecular cell, 2021', 'The Lancet. Oncology (London, U.K.), 2021'
    r"(?:[a-z]{1,2}(?=[A-Z])|(?=[^\W\d_a-z]))(?:[^.?!()]|(?<=[a-z]{3})\.(?= )|\([^()]{2,60}\))*"
    r"(?:, ?| ?\()(?:19|20)\d{2}\)?"
)
_NUMBERED_YEAR = re.compile(  # '2021;45(3):963', 'Lect.Notes Phys.562:195-212,2001'
    r"\b(?:19|20)\d{2}(?: [A-Z][a-z]{2}(?: \d{1,2})?)?; ?\d|"
    r"\d:[A-Z]?\d{1,6}(?:[-–]\d{1,6})?, ?(?:19|20)\d{2}\b"
)
_OF_JOURNALS = re.compile(
    r"\b(?:journal|annals|acta|archives|proceedings|transactions|bulletin|letters|quarterly|zeitschrift|"
    r"revista|revue|rivista|annales|archiv)\b",
    re.IGNORECASE,
)
_YEAR_BEHIND = re.compile(r"[.,]? \(?(?:19|20)\d{2}\)?\.?$")
_SHORT_JOURNAL = 9  # words
_SHORT_NAME = 12  # words
_SURE = 2.5  # score of what is hardly anything else
_NUMBERED = re.compile(r"\b(?:19|20)\d{2}\b|\b\d{1,3}(?:st|nd|rd|th)\b|['’]\d{2}\b|\([A-Z][A-Za-z-]{2,12}\)")


def like_comment(text: str, count: int) -> float:
    """How much a text of `count` words looks like a comment."""
    if starts_with_pages(text):
        return 3.0
    if count > 60:
        return -8.0
    if _COMMENT.match(text.lower()):
        return 3.0 if count < 25 else 1.0
    if count < 40 and (said := _said(text)):
        return said
    return -1.5 if count < 30 else -3.0


# One of them stands where _COMMENT_ANYWHERE or _STATUS matches.
_COMMENT_WORDS = (
    "http|available|ready|github|preprint|page|appendix|typo|latex|figure| pp| fig| tabl|"
    "accepted|review|submitted|published|presented|appearing|admin|circulated|version of"
).split("|")


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    """The text in small letters where one of these words is in it, else ''. Kept, as each text is asked
    twice."""
    folded = text.lower()
    return folded if any(map(folded.__contains__, _COMMENT_WORDS)) else ""


def tells_status(text: str) -> bool:
    """Whether something within a text says what became of a paper: 'This work is under review with …'."""
    return _STATUS.search(_folded(text)) is not None


def _said(text: str) -> float:
    """How much something within a short text is usual in comments; cheap tests go before thorough ones."""
    if folded := _folded(text):
        if _STATUS.search(folded):
            return 2.5
        if _COMMENT_ANYWHERE.search(folded):
            return 1.0
    numbered = HAS_DIGIT.search(text) is not None and _HAS_YEAR.search(text) is not None
    return 1.0 if numbered and VENUE_YEAR.search(text) is not None else 0.0


_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|can|may|we|our|this|these|that|which|will|be|available|published by)\b",
    re.IGNORECASE,
)
_SENTENCE = 8  # words from which a text that ends with a stop is a sentence


def stands_alone(text: str) -> bool:
    """Whether a line is a comment or a venue and no sentence, so that it ends a paragraph above it."""
    count = text.count(" ") + 1
    if starts_with_pages(text):
        return True
    if (count > _SENTENCE and text.endswith(".")) or "://" in text.partition(" ")[0]:
        return False
    noted = max(like_comment(text, count), like_venue(text, count)) >= _SURE
    return noted and not _SAYS.search(text)


_SHORT_FIRST = re.compile(r"^[A-Z]{2,6}\. (?=[A-Z][a-z]+ )")  # 'AJR. American journal of roentgenology'


def like_venue(text: str, count: int) -> float:
    """How much a text of `count` words looks like a venue."""
    if count > 40:
        return -8.0
    numbered = HAS_DIGIT.search(text) is not None
    text = _SHORT_FIRST.sub("", text) if numbered else text
    if numbered and VENUE_YEAR.match(text):
        return 4.0 if count < 8 else 2.0
    if _VENUE_START.match(text):
        return 2.5 if numbered else 0.0
    if count <= _SHORT_JOURNAL and is_journal(_YEAR_BEHIND.sub("", text) if numbered else text):
        return 2.5
    return _with_number(text, count) if numbered else _of_its_words(text, count)


def _of_its_words(text: str, count: int) -> float:
    """How much a text without a number, of no known venue, looks like the name of one by its words."""
    named = count <= _SHORT_JOURNAL and text[-1] != "." and _OF_JOURNALS.search(text) is not None
    return -1.0 if named else -5.0


def _with_number(text: str, count: int) -> float:
    """How much a text with a number, of no known venue, looks like one."""
    if _NUMBERED_YEAR.search(text):
        return 3.0
    if _JOURNAL.fullmatch(text) or _YEAR_AND_PAGES.fullmatch(text):
        return 2.5
    if _NUMBERED.search(text) and _MEETING.search(text):
        return 3.0
    named = _OF_JOURNALS.search(text) is not None
    if not (named or count <= _SHORT_NAME) or not _NAME_AND_YEAR.fullmatch(text):
        return -5.0
    return 2.5 if named else 1.5


def ends_in_year(text: str) -> bool:
    """Whether a year stands at the end of a text: 'Bulletin of the observatory 1987'."""
    return _YEAR_BEHIND.search(text[-8:]) is not None


def starts_with_pages(text: str) -> bool:
    """Whether a text starts with how long a paper is: '12 pages, 4 figures'."""
    return _PAGES.match(text) is not None
