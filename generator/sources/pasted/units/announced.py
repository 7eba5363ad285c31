"""Lines after full ones: which of them announce something else, so that no paragraph goes on with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from generator.sources.chrome import chrome_reason, stands_around_papers, stands_beside_papers
from generator.sources.pasted.units.acl_volumes import are_buttons
from generator.sources.pasted.units.dblp_lists import KEY, are_authors
from generator.sources.pasted.units.sections import section_of
from generator.sources.signs.labels import FIELD_OF, WEAK, match_label
from generator.sources.signs.marks import SUBMITTED, heading, is_separator, match_mark
from generator.sources.signs.people import all_names
from generator.sources.signs.typesetting import BREAK
from generator.sources.signs.wrapping import Line, ends_sentence

SHORT = 60  # characters of a line without a label that may be something else
LABEL = 24  # characters of a label at most, with its colon
_OF_ARXIV = ("View a PDF of the paper titled ", "(or arXiv:", SUBMITTED)
_USUAL, _USUAL_SHARE = 2, 0.005  # how many lines, and which share of them, start with a usual label
_WITHIN_SENTENCES = ("abstract", "-")  # fields whose words in small letters a sentence may go on with
_WITHIN_PROSE = ("url", "-")  # fields whose words a sentence may go on with anyway: 'Registration number:'
_WORD = 24  # characters of a word that begins a sentence, at most
_PLAIN_LABELS = FIELD_OF.keys() - WEAK  # in small letters, where a sentence could go on with others
BUTTONS = ("△ Less", "▽ More")  # at the end of an abstract
_OPEN_ENDS = frozenset(f",;-{BREAK}(/&△▽")
_OPEN_WORDS = frozenset(
    "a an the of for with in on at by to from and or via as is are using into under that which "
    "its our their these between among than whether during without within".split()
)


def usual_labels(lines: Sequence[Line]) -> frozenset[str]:
    """The words before a colon that lines of this text start with, of those that may start sentences."""
    words = Counter(_before_colon(line.text) for line in lines if 0 < line.text.find(":") < LABEL)
    least = max(_USUAL, len(lines) * _USUAL_SHARE)
    return frozenset(word for word, count in words.items() if word in WEAK and count >= least)


def _before_colon(text: str) -> str:
    return text.partition(":")[0].rstrip().lower()


def announces(text: str, tail: str, prose: bool, usual: Container[str]) -> bool:
    """Whether a line after a full one starts something else for sure: a label, a separator, a mark, chrome.

    tail: the line before; where it ends with 'at' or a comma, only a label or separator counts; prose:
    whether the paragraph is long, so that an address or a date goes on with the sentence; usual: words that
    are labels in this text.
    """
    by = not prose and _names_people(text) and not is_open(tail)
    if by or is_separator(text) or tail.endswith(BUTTONS) or _is_heading(text, tail) or is_of_site(text):
        return True
    if len(text) > SHORT and ":" not in text[:LABEL]:
        return False
    word = _before_colon(text)
    known = word in usual
    other = text[0].islower() and FIELD_OF.get(word) in _WITHIN_SENTENCES
    within = prose or ". " in tail[-_WORD:]
    sentence = within and other and not ends_sentence(tail)  # 'Tweetable' above 'abstract: …'
    if not sentence and (text[0].isupper() or not text.isascii() or word in _PLAIN_LABELS or known):
        label = match_label(text)
        known = known and ends_sentence(tail) and not section_of(text)
        sure = label is not None and not (label.weak and ((prose and not known) or ":" not in text))
        if (
            label is not None
            and sure
            and (label.field not in _WITHIN_PROSE or not prose or ends_sentence(tail))
        ):
            return True
    if is_open(tail) or tail.endswith(":") or (prose and tail.endswith(" DOI")):
        return False
    mark = match_mark(text)
    date = mark is not None and mark.kind == "D"
    within = prose or (date and text.endswith("."))  # '2020.'
    if within and (date or "://" in text) and not ends_sentence(tail):
        return mark is not None and "arxiv" in mark.fields
    button = text.isupper() and ends_sentence(tail)  # 'PDF'
    return mark is not None or (
        (" " in text or button)
        and (text[0].isupper() or text[0] in "·•▲△" or ends_sentence(tail))
        and not text.endswith(".")
        and chrome_reason(text) is not None
        and (ends_sentence(tail) or not stands_beside_papers(text))
    )


def _names_people(text: str) -> bool:
    """Whether a line is 'by' and people, perhaps with more in brackets behind them."""
    return text[:3] in ("by ", "By ") and all_names(text[3:].partition(" (")[0], 1) != ""


def is_of_site(text: str) -> bool:
    """Whether a line is one that only sites write: navigation of several words, a key or people of DBLP's."""
    known = " " in text and stands_around_papers(text)
    return (
        known
        or text.startswith(_OF_ARXIV)
        or are_authors(text)
        or are_buttons(text)
        or KEY.fullmatch(text) is not None
    )


def _is_heading(text: str, tail: str) -> bool:
    """Whether a line is a heading of Markdown's; one of the first level only after a sentence."""
    level = heading(text)[0] if text[0] == "#" else 0
    return level > 1 or (level == 1 and ends_sentence(tail))


def is_open(text: str) -> bool:
    """Whether a line ends with a comma or a word that something has to follow, or within brackets."""
    word = text.rpartition(" ")[2]
    open_word = word.lower() in _OPEN_WORDS and (word != "A" or text.endswith(": A"))
    return text[-1] in _OPEN_ENDS or open_word or ("(" in text and text.rfind("(") > text.rfind(")"))
