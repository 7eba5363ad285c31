"""What a unit without a label may be, with a score for each kind: the sum of named, separately readable
signs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.unit import WRAPPED, Unit
from generator.sources.pasted.units.announced import is_open
from generator.sources.signs.forms import PART_OF_SERIES
from generator.sources.signs.notes import like_comment, like_venue, starts_with_pages, tells_status
from generator.sources.signs.people import (
    PARTICLES,
    are_people,
    like_names,
    like_names_at_most,
    ordinary_in_names,
)
from generator.sources.signs.words import CJK, PROSE, Vocabulary, word_count
from generator.sources.signs.wrapping import ends_sentence

Scores = dict[str, float]

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_ASCII_WORD = re.compile(r"[A-Za-z]+(?:['\-][A-Za-z]+)*")  # the same where all is ASCII, in half the time
_SENTENCE_BREAK = re.compile(
    r"[.!?。！？](?:(?:(?<=[a-z0-9)\]}%'\"”$][.!?])|(?<=[。！？]))['\"”)\]]{0,2}\s+(?=[A-Z0-9\"“$\\(])|"
    r"(?<=[。！？])(?=.))"
)
_VERBS = frozenset(
    "is are was were has have had been remains remain requires require provides provide plays play aims "
    "aim becomes become "
    "allows allow enables enable presents proposes introduces that which".split()
)
_REPORTS = re.compile(
    r"\b(?:reports?|reported|describes?|described|shows?|showed|shown|suggests?|suggested|compares?|compared|"
    r"discuss(?:es|ed)?|investigates?|investigated|examines?|examined|reviews|reviewed|studied|found|revealed?|"
    r"indicates?|indicated|remains?|may|can|will|could|should|would|occurs?|causes?|caused|increased|decreased|"
    r"developed|observed|proposed?|demonstrates?|demonstrated|evaluates?|evaluated|used|obtained|leads?|led)\b"
)
_FIRST_PERSON = frozenset("we We our Our this This".split())
_OPENERS = re.compile(
    r"(?:we|this (?:paper|work|article|study|thesis|report|survey|letter|note|chapter|book|tutorial|"
    r"research)|in this|in recent|"
    r"recent(?:ly)?|despite|although|while|it is|there (?:is|are|has|have)|our|these|"
    r"motivated by|given|let|"
    r"large language models have|existing|previous|most|many|to address|here,?|i|the (?:present|aim|"
    r"goal|purpose|objective))\b",
    re.IGNORECASE,
)
_INITIALS = 4  # letters and stops at most
_HOPELESS = 7.5  # so much less likely than the likeliest kind
_SAME_FOR_TITLES = 2.0  # up to here, what looks like names may as well be a title
_LONGEST_FIRST = 20  # characters of a sentence's first word
_SAID = 1.5  # what speaks against a title with a stop that is a sentence
_DATED = 1.5  # as much as a name and a year look like a venue
_LONG = 45  # words from which a sentence is hardly a title or a comment


def scores_of(unit: Unit, vocabulary: Vocabulary, goes_on: bool = False, stopped: bool = False) -> Scores:
    """What `unit` may be and how likely: about 0 where undecided, each point about e times more likely.

    goes_on: whether the next unit may be the rest of this one, so that it need not be a whole paragraph;
    stopped: whether titles end with a stop in this text, so that it says nothing against one.
    """
    if unit.kind:
        return {unit.kind: 3.0, "T": -1.5} if unit.kind == "X" else {unit.kind: 3.0}
    text = unit.text
    if text.endswith(("△ Less", "▽ More")):
        return {"P": 7.0}
    count = word_count(text)
    if count > 80 and _is_running_text(text, count):
        return {"P": 7.0}
    words = (_ASCII_WORD if text.isascii() else _WORD).findall(text[:600])
    folded = [word.lower() for word in words]
    ordinary = vocabulary.share(folded)
    of_people = ordinary_in_names(text, ordinary)
    breaks = sentence_breaks(text)
    prose = _abstract(text, count, folded, breaks) + _decorated(unit)
    text = text[:-1] if stopped else text
    names = words and like_names_at_most(of_people) > min(_SAME_FOR_TITLES, prose - _HOPELESS)
    scores = {
        "P": prose,
        "T": _title(text, count, words, breaks) + (0.5 if ordinary > 0.6 else 0.0) + _marked_scores(unit),
        "A": like_names(text, of_people) if names else -8.0,
        "C": like_comment(text, count),
        "V": like_venue(text, count),
    }
    scores["T"] -= max(scores["A"] - _SAME_FOR_TITLES, 0.0) + max(scores["C"] - 0.5, scores["V"] - 0.5, 0.0)
    scores["T"] -= _SAID if stopped and says(text) else 0.0
    _weigh_one_another(scores, unit, text, count)
    if goes_on and not unit.level and not unit.bold:
        scores["P"] = max(scores["P"], 0.5)
    if unit.gap == WRAPPED:
        alone = not ordinary and _may_be_one_person(words, text)
        _weigh_wrapped(scores, text, goes_on, alone or are_people(text, scores["A"]))
    least = max(-6.0, max(scores.values()) - _HOPELESS)
    return {kind: score for kind, score in scores.items() if score > least}


def _weigh_one_another(scores: Scores, unit: Unit, text: str, count: int) -> None:
    """Adds what the kinds say of one another, and the marks of a unit of so many words."""
    if scores["C"] < scores["P"] - 2.5 and tells_status(text) and not unit.section:
        scores["C"] = scores["P"] - 2.5
    if count < _LONG:  # where all others stand says more than its words
        scores["C"] = max(scores["C"], scores["P"] - 5.5)
        scores["T"] = max(scores["T"], max(scores["P"], scores["C"], scores["V"]) - 7.0)
    scores["T"] -= 2.0 if unit.section else 0.0
    if unit.level or unit.bold or unit.number is not None:
        scores["A"] -= 1.0
        scores["C"] -= 3.0
        scores["V"] -= 3.0


def _weigh_wrapped(scores: Scores, text: str, goes_on: bool, people: bool) -> None:
    """Adds what it says of a line that a full one is above it. people: whether it is names alone, with which
    a title hardly goes on."""
    if goes_on:
        scores["T"] -= 2.0
        scores["P"] = max(scores["P"], 1.5)
    elif people:
        scores["T"] -= 3.5
    scores["C"] -= 3.0
    scores["V"] -= 3.0 if goes_on or scores["V"] < _DATED else 0.5  # below people whose last line is full
    if text.endswith(".") and len(text.rpartition(" ")[2]) > _INITIALS:
        scores["A"] -= 3.0
    if text.endswith((".", "!", "?", ")", "。")) or "://" in text:
        scores["P"] = max(scores["P"], 1.5)


def _may_be_one_person(words: Sequence[str], text: str) -> bool:
    """Whether a line is two or three words with capitals, and particles, and nothing else: 'Emmy Noether',
    'Erica van der Berg'. In a text that has these words nowhere else they are a person's."""
    if " ".join(words) != text:
        return False
    named = [word for word in words if word not in PARTICLES]
    return 1 < len(named) < 4 and all(word[0].isupper() and word[1:2].islower() for word in named)


def starts_anew(unit: Unit, after: Unit, vocabulary: Vocabulary) -> bool:
    """Whether a line below a full one starts a sentence, though none ends above: an ordinary word of the text
    has a capital there, and none before it. The full line is rather a title then."""
    word = after.text[: _LONGEST_FIRST + 1].partition(" ")[0].partition("-")[0].rstrip(",")
    ordinary = word[:1].isupper() and word[1:].islower() and word.isalpha() and word.lower() in vocabulary
    above = unit.text.rpartition(" ")[2]
    return ordinary and above.islower() and not is_open(unit.text) and not ends_sentence(unit.text)


def likeliest(scores: Scores) -> str:
    """The kind with the best score, the first one of equals."""
    return max(scores, key=lambda kind: scores[kind])


def _marked_scores(unit: Unit) -> float:
    """What the decoration says for a title: headings, bold and linked text are mostly titles."""
    return (2.5 if unit.level else 0.0) + (1.5 if unit.bold else 0.0) + (2.0 if "url" in unit.fields else 0.0)


def _decorated(unit: Unit) -> float:
    """What stands before or around a paragraph says for an abstract: it may be named as a section of one."""
    return (3.0 if unit.section else 0.0) - (1.5 if unit.level or unit.bold else 0.0)


def sentence_breaks(text: str) -> int:
    """How often a sentence ends inside the text."""
    return len(_SENTENCE_BREAK.findall(text[:1500]))


def _abstract(text: str, count: int, folded: Sequence[str], breaks: int) -> float:
    score = _step(count, ((50, 5.5), (35, 4.0), (25, 2.5), (18, 0.8), (12, -0.5), (7, -1.8), (0, -4.0)))
    if starts_with_pages(text):
        return -2.0
    score += 2.0 if breaks else 0.0
    if text.endswith((".", "!", "?", '."', ".)", ".''", "$$", "。", "”", "...", "…")):
        score += 1.3
    else:
        score -= 2.0 if count < 50 else 0.5
    prose = _count(folded[:60], PROSE)
    if text.isascii() or not CJK.search(text[:200]):
        score += min(prose, 4) * 0.5 - 1.0 if prose else -2.0
    if _OPENERS.match(text):
        score += 1.0
    return score


def _title(text: str, count: int, words: Sequence[str], breaks: int) -> float:
    score = _step(count, ((60, -9.0), (36, -5.0), (28, -2.5), (20, 0.0), (4, 2.0), (2, 1.0), (0, 0.2)))
    if breaks and ("?" in text or "!" in text):
        breaks = sentence_breaks(text.replace("?", "").replace("!", ""))
    if breaks and (part := PART_OF_SERIES.search(text)):
        breaks = sentence_breaks(text[: part.start()]) + sentence_breaks(text[part.end() :])
    first_person, verbs = _count(words, _FIRST_PERSON), _count(words, _VERBS)
    score -= (3.0 if verbs or first_person else 2.0) * min(breaks, 2)
    if text.endswith("."):
        score -= 2.5 if count <= 12 else 4.0
    elif text.endswith((",", ";")):
        score -= 3.0
    else:
        score += 1.0
    initials = [word[0] for word in words if len(word) > 3]
    if len(initials) > 2:
        score += 1.5 if sum(map(str.isupper, initials)) >= 0.7 * len(initials) else 0.0
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


def _count(words: Sequence[str], among: frozenset[str]) -> int:
    """How many of the words are among others; mostly none is, which is quickly told."""
    return 0 if among.isdisjoint(words) else sum(map(among.__contains__, words))


def _is_running_text(text: str, count: int) -> bool:
    """Whether a long paragraph is no list of names and no comment."""
    marks = sum(map(text.count, (",", ";", "|", "·", "•", "⋅", " and ")))
    return marks < 0.2 * count and not starts_with_pages(text)


def has_verb(text: str) -> bool:
    """Whether a text has a word that sentences of abstracts have and titles mostly have not."""
    words = _WORD.findall(text)
    return not _VERBS.isdisjoint(words) or not _FIRST_PERSON.isdisjoint(words)


def says(text: str) -> bool:
    """Whether a text has any word that makes a sentence of it, those of reports included."""
    return has_verb(text) or _REPORTS.search(text) is not None


def may_open_abstract(text: str) -> bool:
    """Whether a text starts as abstracts and their sentences do: 'We', 'This paper', 'Despite'."""
    return _OPENERS.match(text) is not None
