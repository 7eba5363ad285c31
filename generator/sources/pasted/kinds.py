"""What a unit without a label may be, with a score for each kind: the sum of named, separately readable
signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.sources.pasted.journal_names import is_journal
from generator.sources.pasted.marks import HAS_DIGIT
from generator.sources.pasted.sections import section_of
from generator.sources.pasted.units import WRAPPED, Unit

Scores = dict[str, float]

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_LOWER = re.compile(r"\b[a-z]{3,}")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_BREAK = re.compile(
    r"(?:[a-z0-9)\]}%'\"”$][.!?]|[。！？])(?:['\"”)\]]{0,2})\s+(?=[A-Z0-9\"“$\\(])|[。！？](?=.)"
)
_PROSE = frozenset(
    "we our us is are was were has have had been be this these those it its they their that which show "
    "shows shown propose "
    "proposes proposed present presents presented introduce introduces demonstrate demonstrates study "
    "investigate results "
    "can may will does do however paper moreover furthermore i also such there than but not while "
    "although using prove proves "
    "describe describes discuss consider considered find found provide provides report reports develop "
    "developed obtain obtained "
    "der die das und ist sind wird werden wir nous sont est dans cette les des une que el los las una se "
    "es son por para".split()
)
_VERBS = frozenset(
    "is are was were has have had been remains remain requires require provides provide plays play aims "
    "aim becomes become "
    "allows allow enables enable presents proposes introduces that which".split()
)
_FIRST_PERSON = frozenset("we We our Our this This".split())
_OPENERS = re.compile(
    r"(?:we|this (?:paper|work|article|study|thesis|report|survey|letter|note|chapter|book|tutorial|"
    r"research)|in this|in recent|"
    r"recent(?:ly)?|despite|although|while|it is|there (?:is|are|has|have)|our|these|although|"
    r"motivated by|given|let|"
    r"large language models have|existing|previous|most|many|to address|here,?|i|the (?:present|aim|"
    r"goal|purpose|objective))\b",
    re.IGNORECASE,
)
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
    r"[A-Z][\w.&:\- ,]{3,90}?,?\s(?:vol(?:\.|ume)?\s?\d|\(?\d{1,4}\s?\(\d{1,3}\)|\d{1,4},\s?(?:no\.|\d)|"
    r"\d{1,4}:\s?\d|\d{1,4}\s?\((?:19|20)\d{2}\)).{0,80}"
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
    r"data(?:set)?s? (?:and code |is |are )?(?:available|at)\b|in proceedings|oral\b|spotlight\b|"
    r"long paper|short paper|main conference|"
    r"master'?s? thesis|ph\.?d\.? thesis|thesis\b|invited|keynote|best paper|dagstuhl|lecture notes|"
    r"withdrawn|this paper has been withdrawn|"
    r"all figures|no figures|one figure|two figures|with \d+|initial|part of|companion|related|"
    r"dedicated to|joint work|title changed|"
    r"https?://)",
    re.IGNORECASE,
)
_PAGES = re.compile(r"\(?\d{1,4}\+?\s?(?:pages?|pp|figures?|tables?)\b", re.IGNORECASE)
_COMMENT_ANYWHERE = re.compile(
    r"\b\d{1,3} (?:pages?|pp|figures?|figs?|tables?)\b|https?://|\bcamera[- ]ready\b|\b(?:code|"
    r"data) (?:is |are )?available\b|"
    r"\b(?:github|preprint|pages|figures|appendix|typos?|latex)\b"
)
_TITLE_WORDS = frozenset(
    "a an the of for in on with and to from by via towards toward using at is are as into through beyond "
    "under over how what why "
    "when can does learning neural networks network model models deep language data image images visual "
    "analysis approach method "
    "methods system systems theory based new large multi self survey graph training knowledge generation "
    "detection recognition "
    "optimal estimation quantum dynamics structure effects effect study evidence evaluation dataset "
    "benchmark efficient robust "
    "improving understanding exploring rethinking attention transformers transformer reinforcement "
    "representation optimization "
    "classification prediction control problem problems fast adaptive".split()
)


class Vocabulary:
    """The words a text uses in lower case: what is not among them may be a name."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: set[str] = set(_TITLE_WORDS)
        for text in texts:
            self._words.update(_LOWER.findall(text))

    def share(self, folded: Sequence[str]) -> float:
        """The share of words (in lower case) of three letters and more that are ordinary ones."""
        counted = [word for word in folded if len(word) > 2]
        return sum(map(self._words.__contains__, counted)) / len(counted) if counted else 0.0


def scores_of(unit: Unit, vocabulary: Vocabulary, goes_on: bool = False) -> Scores:
    """What `unit` may be and how likely: about 0 where undecided, each point about e times more likely.

    goes_on: whether the next unit may be the rest of this one, so that it need not be a whole paragraph.
    """
    if unit.kind:
        return {unit.kind: 3.0, "T": -1.5} if unit.kind == "X" else {unit.kind: 3.0}
    text = unit.text
    if text.endswith(("△ Less", "▽ More")):
        return {"P": 7.0}
    count = word_count(text)
    if count > 80 and _is_running_text(text, count):
        return {"P": 7.0}
    words = _WORD.findall(text[:600])
    folded = [word.lower() for word in words]
    ordinary = vocabulary.share(folded)
    breaks = sentence_breaks(text)
    scores = {
        "P": _abstract(text, count, folded, breaks) - (1.5 if unit.level or unit.bold else 0.0),
        "T": _title(text, count, words, breaks) + (0.5 if ordinary > 0.6 else 0.0) + _marked_scores(unit),
        "A": _authors(text, ordinary) if words else -8.0,
        "C": _comment(text, count),
        "V": _venue(text, count),
    }
    scores["T"] -= max(scores["A"] - 2.0, 0.0) + max(scores["C"] - 0.5, scores["V"] - 0.5, 0.0)
    if unit.level or unit.bold or unit.number is not None:
        scores["A"] -= 1.0
    if goes_on and not unit.level and not unit.bold:
        scores["P"] = max(scores["P"], 0.5)
    if unit.gap == WRAPPED and goes_on:
        scores["T"] -= 2.0
        scores["P"] = max(scores["P"], 1.5)
    if unit.gap == WRAPPED:
        scores["C"] -= 3.0
        scores["V"] -= 3.0
        if text.endswith((".", "!", "?", ")", "。")) or "://" in text:
            scores["P"] = max(scores["P"], 1.5)
    least = max(-6.0, max(scores.values()) - 7.5)
    return {kind: score for kind, score in scores.items() if score > least}


def _marked_scores(unit: Unit) -> float:
    """What the decoration says for a title: headings, bold and linked text are mostly titles."""
    return (2.5 if unit.level else 0.0) + (1.5 if unit.bold else 0.0) + (2.0 if "url" in unit.fields else 0.0)


def word_count(text: str) -> int:
    """Words, a Chinese, Japanese or Korean character counting half a word."""
    wide = len(_CJK.findall(text[:1000])) if not text.isascii() else 0
    return text.count(" ") + 1 + wide // 2


_STOPS = (". ", "? ", "! ", ".\t", ".\xa0", '"', "”", "'", "’", ")", "]", "。", "！", "？")


def sentence_breaks(text: str) -> int:
    """How often a sentence ends inside the text."""
    head = text[:1500]
    return len(_SENTENCE_BREAK.findall(head)) if any(stop in head for stop in _STOPS) else 0


def _abstract(text: str, count: int, folded: Sequence[str], breaks: int) -> float:
    score = _step(count, ((50, 5.5), (35, 4.0), (25, 2.5), (18, 0.8), (12, -0.5), (7, -1.8), (0, -4.0)))
    if _PAGES.match(text):
        return -2.0
    score += 2.0 if breaks else 0.0
    if text.endswith((".", "!", "?", '."', ".)", ".''", "$$", "。", "”", "...", "…")):
        score += 1.3
    else:
        score -= 2.0 if count < 50 else 0.5
    prose = sum(map(_PROSE.__contains__, folded[:60]))
    if text.isascii() or not _CJK.search(text[:200]):
        score += min(prose, 4) * 0.5 - 1.0 if prose else -2.0
    if _OPENERS.match(text):
        score += 1.0
    if section_of(text):
        score += 3.0
    return score


def _title(text: str, count: int, words: Sequence[str], breaks: int) -> float:
    score = _step(count, ((60, -9.0), (36, -5.0), (28, -2.5), (20, 0.0), (4, 2.0), (2, 1.0), (0, 0.2)))
    if breaks and ("?" in text or "!" in text):
        breaks = sentence_breaks(text.replace("?", "").replace("!", ""))
    score -= 3.0 * min(breaks, 2)
    if text.endswith("."):
        score -= 2.5 if count <= 12 else 4.0
    elif text.endswith((",", ";")):
        score -= 3.0
    else:
        score += 1.0
    initials = [word[0] for word in words if len(word) > 3]
    if len(initials) > 2:
        score += 1.5 if sum(map(str.isupper, initials)) >= 0.7 * len(initials) else 0.0
    first_person = sum(map(_FIRST_PERSON.__contains__, words))
    verbs = sum(map(_VERBS.__contains__, words))
    if "://" in text:
        score -= 4.0
    if text.endswith(".") and _OPENERS.match(text):
        score -= 2.0
    score -= 1.2 * min(first_person, 2) + (0.6 * min(verbs, 3) if count > 8 else 0.0)
    if text[:1].islower() and not any(c.isupper() for c in text.split(" ", 1)[0]):
        score -= 1.0
    return score


def _step(count: int, steps: tuple[tuple[int, float], ...]) -> float:
    return next(score for least, score in steps if count >= least)


_HAS_NAME_MARK = re.compile(r"[+\\{}$^~*†‡§¶∗#\d⋆✉('`’´<@]")
_NAME_MARKS = re.compile(
    r"\+\s?\d{1,3} (?:more )?authors?|\\[a-zA-Z]+\s?|\\.|[{}$^~*†‡§¶∗#\d⋆✉]|"
    r"\((?:[^()]{0,60})\)|['`’´]|<[^<>]{1,40}>|\S{1,40}@\S{1,40}"
)
_NAME_BREAK = re.compile(r"[,;·•|&、，；/]|\b(?:and|und|et|y)\b")
_NAME_TOKEN = re.compile(r"[^\W\d_a-z][^\W\d_]*\.?(?:[\-‐–.][^\W\d_]+\.?)*\.?|[^\W\d_][^\W\d_]?\.")
_PARTICLES = frozenset(
    "van von de der den del della di da dos das du la le el al bin ibn ter ten zu zur af av y e do san st "
    "ben abu op 't and jr sr ii iii "
    "et al others la' d o der. team group collaboration".split()
)


def _authors(text: str, ordinary: float) -> float:
    """How much a text looks like a list of people's names. ordinary: the share of ordinary words."""
    if len(text) > 6000 or text.endswith(("?", "!", ":")):
        return -8.0
    bare = _NAME_MARKS.sub("", text) if _HAS_NAME_MARK.search(text) else text
    parts = [part for found in _NAME_BREAK.split(bare) if (part := found.strip()).strip(" .")]
    others = 0.2 * len(parts)
    for part in parts:
        others -= not _is_name(part)
        if others < 0:
            break
    if not parts or others < 0:
        return -8.0
    score = (4.0 if len(parts) > 2 else 2.5 if len(parts) == 2 else 0.0) - 8.0 * max(ordinary - 0.2, 0.0)
    if len(parts) == 1:
        score -= _single(parts[0])
    return score + (1.5 if ordinary < 0.15 else 0.0)


_OF_SUBJECTS = re.compile(
    r"(?:tions?|sions?|ments?|ness|olog(?:y|ies)|graphy|metry|ics|isms?|sis|ses|bility|works?|models?|"
    r"(?<=\w{4})(?:ance|ings?))\b"
)


def _single(name: str) -> float:
    """What speaks against one name alone being a person's: its length, words that are of subjects."""
    words = name.split()
    whole = sum(len(word) > 2 and word[-1] != "." for word in words)
    odd = 3.0 if not 2 <= len(words) <= 4 else 1.5 if whole > 3 else 0.0
    known = words[0].lower() in _TITLE_WORDS or words[-1].lower() in _TITLE_WORDS
    return odd + (2.5 if known or _OF_SUBJECTS.search(words[-1]) else 0.0)


@lru_cache(maxsize=4096)
def _is_name(part: str) -> bool:
    tokens = part.split()
    if not 1 <= len(tokens) <= 6:
        return False
    if _CJK.search(part):
        return len(part) <= 6
    proper = 0
    for n, token in enumerate(tokens):
        if _NAME_TOKEN.fullmatch(token):
            proper += 1
        elif token not in _PARTICLES and not (0 < n < len(tokens) - 1 and _is_syllable(token)):
            return False
    return proper > 0 or tokens[0] in ("et", "others")


def _is_syllable(token: str) -> bool:
    """Whether a word within a name may be a part of a given name, as in 'Kyoo il Kim'."""
    short = len(token) <= 3 and token.islower() and token.isalpha()
    return short and token not in _TITLE_WORDS and token not in _PROSE


def _is_running_text(text: str, count: int) -> bool:
    """Whether a long paragraph is no list of names and no comment."""
    marks = sum(map(text.count, (",", ";", "|", "·", "•", " and ")))
    return marks < 0.2 * count and not _PAGES.match(text)


def _comment(text: str, count: int) -> float:
    if _PAGES.match(text):
        return 3.0
    if count > 60:
        return -8.0
    if _COMMENT.match(text):
        return 3.0 if count < 25 else 1.0
    if count < 40 and _says_comment(text):
        return 1.0
    return -1.5 if count < 30 else -3.0


# One of them stands where _COMMENT_ANYWHERE matches.
_COMMENT_WORDS = "http|available|ready|github|preprint|page|appendix|typo|latex|figure| pp| fig| tabl".split(
    "|"
)


def _says_comment(text: str) -> bool:
    """Whether something within a short text is usual in comments; cheap tests go before the thorough one."""
    folded = text.lower()
    numbered = HAS_DIGIT.search(text) is not None
    if any(map(folded.__contains__, _COMMENT_WORDS)) and _COMMENT_ANYWHERE.search(folded):
        return True
    return numbered and _HAS_YEAR.search(text) is not None and VENUE_YEAR.search(text) is not None


def _venue(text: str, count: int) -> float:
    if count > 40:
        return -8.0
    numbered = HAS_DIGIT.search(text) is not None
    if numbered and VENUE_YEAR.match(text):
        return 4.0 if count < 8 else 2.0
    if _VENUE_START.match(text):
        return 2.5 if numbered else 0.0
    if (numbered and _JOURNAL.fullmatch(text)) or (count <= 9 and is_journal(text)):
        return 2.5
    return -5.0


def may_open_abstract(text: str) -> bool:
    """Whether a text starts as abstracts and their sentences do: 'We', 'This paper', 'Despite'."""
    return _OPENERS.match(text) is not None
