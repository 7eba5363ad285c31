"""Titles that the sentences of an abstract offer: by what is proposed, surveyed or studied in them.

Each function looks for one form of sentence and gives the title that it offers, '' without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.guess.phrases import (
    LIMIT,
    capitalised,
    end_of_phrase,
    gerund,
    is_system_name,
    shorten,
    with_purpose,
    without_determiner,
    without_filler,
)

_DOING_STEMS = (
    "propos|present|introduc|develop|devis|design|releas|construct|build|creat|describ|train|pre-train|offer|"
    "unveil"
)
_VERB = rf"(?:{_DOING_STEMS})(?:e|es|ed|s|ing)?"
_STUDYING = r" and (?:releas|evaluat|implement|analyz|analys|study|validat|open-sourc)\w{0,3}"
_ADVERB = "(?:instead|further|first|also|then|hereby|thus|here)"
# Searched for are expressions that begin with \W or a space: what is in a word is passed over fast.
_PRESENTS = re.compile(rf" {_VERB}(?=(?P<more>{_STUDYING})? )")
_WHO_PRESENTS = re.compile(
    r"\W(?:[Ww]e|I|(?:[Tt]h(?:is|e) )?(?:[Pp]aper|[Ww]ork|[Aa]rticle|[Ss]tudy|thesis|survey|report|"
    rf"letter|manuscript|research|authors))\b[^.;]{{0,90}}(?: {_ADVERB})?\Z"
)
_FAR = 120  # characters: the longest of these
_NAME = r"(?P<name>[^\s,.;:()]+(?:\.\d+)?)"
_NAMES = (
    r"(?P<name>[^\s,.;:()]+(?:\.\d+)?"
    r"(?: (?:(?:of|for|on|and|the|with|from|in|to|by) ){0,2}(?=[A-Z\\$])[^\s,.;:()]+){0,7})"
)
_APPOSITIVE = re.compile(
    rf"(?:the |a |an |our )?{_NAME}(?: \([^()]{{1,60}}\))?, (?:which is )?(?P<what>(?:an?|"
    rf"the)(?: first)? .+)"
)
_PHRASE_NAME = re.compile(
    r"(?P<name>(?:[A-Z][\w\-]*(?: (?:of|for|on|and|the|with|from|in|"
    r"to))? ){1,7}?[A-Z][\w\-]*)(?: \((?P<short>[^\s()]{2,20})\))?,"
    r" (?P<what>an? .+)"
)
_DUBBED = re.compile(
    rf"(?P<what>[^.;]{{3,160}}?),? (?:(?:which )?(?:is |we |are )?(?:dubbed|called|named|"
    rf"termed|coined|call|name|dub|denoted|namely|"
    rf"referred to as|abbreviated as|"
    rf"known as)(?: as)?)(?: the)? \"?{_NAMES}\"?(?: \((?P<short>[^()]{{2,40}})\))?"
    r"(?P<after>:? .*|[,.;:].*|$)"
)
_BRACKETED = re.compile(
    r"(?:the|an?|"
    r"our)? ?(?P<what>[^.;()]{6,140}?) \((?P<name>[^\s()]{2,24})\)(?P<noun>(?: [a-z\-]+){0,2})"
)
_TRAILING = re.compile(
    rf"(?:our )?(?P<what>(?:an? |"
    rf"the )[a-zA-Z\-,/ ]{{4,120}}?),? (?=[A-Z0-9\\$]){_NAMES}(?: \((?P<short>[^()]{{2,40}})\))?(?:[,.:;]|$)"
)
_OWN = re.compile(
    r"\W[Oo]ur (?:proposed )?(?P<what>(?:[\w\-]+ ){0,3}?[\w\-]+), (?P<name>[^\s,.;:()]+),(?P<after>.*)"
)
_BARE = re.compile(rf"(?:the )?{_NAME}(?P<after>.*)")
_NEAR = (
    r"\W(?:[Ww]e|I|[Tt]h(?:is|e) (?:paper|work|article|study|thesis|survey|report|letter|note|"
    r"manuscript|chapter))"
    r"(?: (?:\w+ly|first|also|then|further|instead|hereby|thus|here|in turn|next))?"
)
_TO = re.compile(
    _NEAR + r" (?:propos|aim|seek|attempt|try|want|wish)(?:e|es|s|ed)? to"
    r" (?P<verb>[a-z]+(?:ly [a-z]+)?) (?P<what>.+)"
)
_PLAIN = re.compile(rf"{_NEAR} (?:{_ADVERB} )?{_VERB}(?:{_STUDYING})? (?!to )(?P<what>.+)")
_SURVEYED = re.compile(
    rf"{_NEAR} (?:briefly )?(?:reviews?|surveys?|summari[sz]es?|overviews?|(?:focus(?:es)? on |"
    rf"provides? |presents? |gives? |offers? )"
    r"(?:presenting |providing )?(?=(?:an? )?(?:[\w\-]+ ){0,3}(?:review|survey|overview|"
    r"introduction)\b)) ?(?P<what>.+)"
)
_STUDIED = re.compile(
    r"\W(?:[Ww]e|[Tt]his (?:paper|work|article|study|thesis|survey|report|letter|note|chapter|review)|"
    r"[Hh]ere,? we) (?:\w+ly |first |also |then |"
    r"briefly |mainly |here )?(?:explor|investigat|stud|analy[sz]|examin|review|revisit|focus|address|"
    r"consider|survey|tackl|discuss|"
    r"show|demonstrat|prov|deriv|report|giv|provid|establish|comput|calculat|compar|evaluat|determin|"
    r"measur|characteri[sz]|obtain|"
    r"find|search|extend|generali[sz]|formulat|apply|solv|conduct|perform|summari[sz]e|summari[sz])"
    r"(?:e|es|s|ed|y|ies|ied|d)?(?: on| at| into| with| for)?(?: presenting| providing|"
    r" studying)? (?P<what>.+)"
)


class Sentence:
    """A sentence that may offer a title.

    text: with a space before it, so that each word stands behind a character that is none of a word;
    presents: whether 'propose', 'presents and evaluates' or the like is in it; presented: where what is
    presented starts, behind 'we propose', 'this paper presents' or the like.
    """

    def __init__(self, text: str) -> None:
        self.text = f" {text}"
        self.presents = _PRESENTS.search(self.text) is not None
        self.presented = list(self._presented()) if self.presents else []

    def _presented(self) -> Iterator[int]:
        for verb in _PRESENTS.finditer(self.text):
            if _WHO_PRESENTS.search(self.text, max(verb.start() - _FAR, 0), verb.start()):
                if verb["more"]:
                    yield verb.end("more") + 1
                yield verb.end() + 1

    def has_one(self, words: Iterable[str]) -> bool:
        """Whether one of the words, or parts of words, is in it."""
        return any(map(self.text.__contains__, words))

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """What matches at the first of these places where anything does."""
        for place in self.presented:
            if found := pattern.match(self.text, place):
                return found
        return None


def _named(name: str, what: str) -> str:
    name = name.strip(" ,.;:~")
    room = LIMIT - len(name.split())
    if name.rstrip("s") in _GENERIC or name in ("The", "This", "It", "An", "A", "To"):
        return ""
    short = end_of_phrase(without_filler(what))
    what = shorten(short if len(short.split()) > 2 else with_purpose(without_filler(what)), max(room, 4))
    return f"{capitalised(name)}: {what}" if what and what.lower() != name.lower() else ""


# Abbreviations of whole fields and of common sorts of models: no system's own name.
_GENERIC = frozenset(
    "LLM MLLM PLM VLM LVLM LMM VLP NLP CV V-L VL-PTM AI ML RL IR QA VQA GNN CNN RNN ViT GAN SSL NMT MT KD "
    "CLIP BERT GPT GPT-4 "
    "ChatGPT SOTA LM".split()
)


def appositive(sentence: Sentence) -> str:
    """What 'We propose POMP, an approach …' offers."""
    found = sentence.match(_APPOSITIVE)
    return _named(found["name"], found["what"]) if found and is_system_name(found["name"]) else ""


def phrase_name(sentence: Sentence) -> str:
    """What 'We propose Graph of Thoughts, a framework …' offers."""
    found = sentence.match(_PHRASE_NAME)
    if not found:
        return ""
    return _named(found["short"], found["name"]) if found["short"] else _named(found["name"], found["what"])


def dubbed(sentence: Sentence) -> str:
    """What 'We propose a framework, dubbed POMP' offers."""
    found = sentence.match(_DUBBED)
    if (
        not found
        or not any(c.isupper() or c in "$\\" for c in found["name"])
        or len(found["name"].split()) > 6
    ):
        return ""
    after = found["after"]
    if found["what"].split()[0].lower() in ("to", "that"):
        return ""
    if after.startswith(":") and after[2:3].isupper():
        return _named(found["name"], after[1:])
    if found["short"]:
        return (
            _named(found["short"], found["name"])
            if is_system_name(found["short"])
            else _named(found["name"], found["short"])
        )
    return _named(found["name"], found["what"])


def bracketed(sentence: Sentence) -> str:
    """What 'We propose a prompt learning method (POMP)' offers."""
    found = sentence.match(_BRACKETED)
    if not found or (not is_system_name(found["name"].replace("$", "")) and not found["name"].isupper()):
        return ""
    what = re.sub(r"^(?:(?:novel|new|simple|effective|efficient)(?:,| and| yet)? )+", "", found["what"])
    if re.search(r"(?<![\w-])(?:with|by|in|on|that|which|using|via|to|is|are)(?![\w-])", what) or (
        "," in what and not what[:1].isupper()
    ):
        return ""
    noun = found["noun"].strip()
    kept = noun.split()[0] if noun and noun.split()[0] in _NOUNS else ""
    return _named(found["name"], f"{what} {kept}")


_NOUNS = frozenset(
    "dataset benchmark framework model method approach algorithm network system task metric strategy "
    "corpus module layer loss "
    "architecture technique pipeline toolkit library learning training suite challenge".split()
)


def trailing(sentence: Sentence) -> str:
    """What 'We propose the open framework POMP.' offers."""
    found = sentence.match(_TRAILING)
    if (
        not found
        or not (is_system_name(found["name"]) or " " in found["name"])
        or not found["name"][:1].isupper()
    ):
        return ""
    what = found["what"].split()
    loose = (
        len(what) < 2
        or " to " in found["what"]
        or what[-1] in ("in", "of", "on", "for", "to", "with", "by", "and", "the")
    )
    return "" if loose else _named(found["name"], found["what"])


def own(sentence: Sentence) -> str:
    """What 'Our method, POMP, is …' offers."""
    found = _OWN.search(sentence.text)
    if not found or not found["name"][:1].isupper():
        return ""
    quality = re.match(r" (?:is|are) (?!able|also|not)([a-z].+)", found["after"])
    return _named(found["name"], f"a {found['what']} {end_of_phrase(quality[1]) if quality else ''}".strip())


def bare(sentence: Sentence) -> str:
    """What 'We present POMP, which …' offers."""
    found = sentence.match(_BARE)
    if (
        not found
        or not is_system_name(found["name"])
        or not re.match(r"(?:,? which|,? that|,? to|,?\sfor)\s", found["after"])
    ):
        return ""
    after = re.sub(r"^,? (?:which|that) ", "", found["after"]).strip()
    return shorten(f"{found['name']} {end_of_phrase(after)}")


def to(sentence: Sentence) -> str:
    """What 'We propose to learn …' offers."""
    found = _TO.search(sentence.text)
    if not found:
        return ""
    *adverb, verb = found["verb"].split()
    doing = " ".join([*adverb, gerund(verb)])
    return capitalised(shorten(f"{doing} {end_of_phrase(found['what'])}"))


def plain(sentence: Sentence) -> str:
    """What 'We propose a method that …' offers."""
    found = _PLAIN.search(sentence.text) if sentence.presents else None
    return _phrase(found["what"]) if found else ""


def surveyed(sentence: Sentence) -> str:
    """What 'This paper reviews …' offers."""
    found = _SURVEYED.search(sentence.text)
    return _phrase(found["what"]) if found else ""


def studied(sentence: Sentence) -> str:
    """What 'We study …' offers."""
    found = _STUDIED.search(sentence.text)
    return _phrase(found["what"]) if found else ""


def _phrase(what: str) -> str:
    phrase = shorten(with_purpose(without_determiner(without_filler(what))))
    poor = phrase.split(" ", 1)[0].lower() in (
        "that",
        "theoretically",
        "empirically",
        "if",
        "it",
        "them",
        "to",
        "in",
        "on",
    )
    return capitalised(phrase) if len(phrase.split()) >= 3 and not poor else ""
