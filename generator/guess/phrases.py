"""Cutting phrases out of English sentences: where one ends, what may be left out, how it starts."""

from __future__ import annotations

import re

LIMIT = 12  # words of a guessed title

_CUT = re.compile(
    r"(?:,?\s(?:that|which|where|whose|who|while|whereas|so that|in which|because|thereby|thus|"
    r"consisting|comprising|containing|"
    r"including|showcasing|enabling|allowing|leading|achieving|with the following|and (?:find|show|"
    r"demonstrate|provide|we|then|discuss))\b|"
    r",\s(?:designed|to|and|a|an|the|based|with|by|in|on|for|we|as|it|our|including|namely|e\.g\.|"
    r"i\.e\.|such)\b|"
    r"[;:]\s|\s[-–—]{1,3}\s|\s\((?:i\.e\.|e\.g\.|see|or)|,\s(?=\w+ing\b)|\sby\s(?=\w+ing\b)|[.!?]$)",
)
_BREAK = re.compile(
    r"\s(?=(?:for|of|with|in|on|from|to|via|using|through|by|based|under|at|over|between|and|as|into|"
    r"across|towards?)\s)|,\s"
)
_LOOSE = frozenset(
    "a an the of for with in on from to via using through by based under at over between and or as into "
    "across toward towards that which "
    "is are be its their our both such not more some any this these those novel new".split()
)
_FILLER = re.compile(
    r"\b(?:a|an)\s(?:(?:very |highly )?(?:novel|new|simple(?:,? (?:yet|but|"
    r"and) (?:\w+ )?effective)?)(?:,| and)?\s){1,2}(?=(\w))",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"(?:whether|how|the problem of|the task of|the question of|the use of|the|our|these|this|some|such|"
    r"its)\s",
    re.IGNORECASE,
)
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)


def without_filler(phrase: str) -> str:
    """'a novel and simple method' → 'a method'."""
    short = _FILLER.sub(lambda found: "an " if _VOWEL.match(found[1]) else "a ", phrase)
    return (
        re.sub(r"^(an?) ", lambda found: "an " if _VOWEL.match(short[found.end() :]) else "a ", short)
        if short != phrase
        else phrase
    )


def without_determiner(phrase: str) -> str:
    """'the working mechanism' → 'working mechanism'."""
    return _DETERMINER.sub("", phrase, count=1) if _DETERMINER.match(phrase) else phrase


def end_of_phrase(phrase: str) -> str:
    """The phrase up to the clause that follows it."""
    found = next(
        (cut for cut in _CUT.finditer(phrase) if cut.start() > 0 and _closed(phrase[: cut.start()])), None
    )
    return (phrase[: found.start()] if found else phrase).strip(" ,.;:")


def with_purpose(what: str) -> str:
    """The phrase to its end, and on into the clause where it would say too little ('an approach that learns
    …')."""
    short = end_of_phrase(what)
    return short if len(short.split()) >= 4 else re.split(r"[.;:]\s|[.;:]$|, (?:which|where|that) ", what)[0]


def shorten(phrase: str, limit: int = LIMIT) -> str:
    """At most `limit` words of the phrase, ending where one can stop; never within a word, bracket or
    formula."""
    phrase = " ".join(phrase.split()).strip(" ,.;:")
    if len(phrase.split()) <= limit and _closed(phrase):
        return phrase
    stops = [found.start() for found in _BREAK.finditer(phrase)]
    fitting = [stop for stop in stops if 3 <= len(phrase[:stop].split()) <= limit and _closed(phrase[:stop])]
    if fitting:
        return _without_loose_end(phrase[: fitting[-1]])
    words = phrase.split()[:limit]
    while len(words) > 1 and not _closed(" ".join(words)):
        words.pop()
    return _without_loose_end(" ".join(words))


def _without_loose_end(phrase: str) -> str:
    words = phrase.strip(" ,.;:").split()
    while len(words) > 2 and words[-1].lower() in _LOOSE:
        words.pop()
    return " ".join(words).strip(" ,.;:")


def _closed(phrase: str) -> bool:
    return (
        phrase.count("(") == phrase.count(")")
        and phrase.count("$") % 2 == 0
        and phrase.count("{") == phrase.count("}")
    )


def capitalised(phrase: str) -> str:
    """With a capital first letter, unless the first word has one further on (mPLUG) or is LaTeX."""
    first = phrase.split(" ", 1)[0]
    return phrase if any(c.isupper() or c in "\\$" for c in first) else phrase[:1].upper() + phrase[1:]


def gerund(verb: str) -> str:
    """'exploit' → 'exploiting', 'improve' → 'improving', 'plan' → 'planning'."""
    if (re.search(r"(?:[^aeiou]|[aeiou]{2})e$", verb) and not verb.endswith(("ee", "oe", "ye"))) or re.search(
        r"[aeiou][^aeiou]e$", verb
    ):
        return verb[:-1] + "ing"
    if re.fullmatch(r"[^aeiou]{1,3}[aeiou][^aeiouwxy]", verb):
        return verb + verb[-1] + "ing"
    return verb + "ing"


def is_system_name(word: str) -> bool:
    """Whether a word is written as systems are: POMP, 3AM, CascadeBERT, X$^2$-VLM, \\textsc{Foo}."""
    capitals = sum(c.isupper() for c in word)
    if word.startswith("\\text"):
        return True
    inner = any(c.isupper() for c in word[1:]) or any(c.isdigit() for c in word)
    return capitals >= 1 and inner and len(word) >= 3
