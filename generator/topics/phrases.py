"""The phrases a list speaks in: candidates for the names of topics."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model import Entry
from generator.topics.characters import free_runs
from generator.topics.nouns import OPENING, names_something, tells_something
from generator.topics.parts import TITLE, Part, parts
from generator.topics.terms import squeeze
from generator.words import runs

LONGEST = 4
# Of the papers: a name that fewer have is no topic, one that more have tells nothing.
LEAST_PAPERS = 2
MOST_PAPERS = 0.3
# Where a phrase has one word before it so often, the word belongs to it: one that may open a name, or any.
MOSTLY, NEARLY_ALWAYS = 0.5, 0.8

_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the list. name: as most papers write it; weights: by the number of the paper, how much the
    phrase is of it, 0 to 1; titles: in how many titles it stands; noun: whether it could name a topic."""

    name: str
    weights: dict[int, float]
    titles: int
    noun: bool = True

    @property
    def term(self) -> str:
        """As in topics.yml: what is no name counts half."""
        return self.name if self.noun else f"{self.name}^0.5"


def phrases(entries: Sequence[Entry], with_words: bool = False) -> tuple[Phrase, ...]:
    """The phrases of one to four words, or runs of characters, that at least two papers have, by name;
    with_words: and the words of titles that are no names."""
    amounts: dict[str, dict[int, float]] = defaultdict(dict)
    surfaces: dict[str, Counter[str]] = defaultdict(Counter)
    before: dict[str, Counter[str]] = defaultdict(Counter)
    tied: Counter[str] = Counter()
    capitals = _capitals(entries)
    titles: Counter[str] = Counter()
    texts = [parts(replace(entry.paper, venue=None)) for entry in entries]
    for number, text in enumerate(texts):
        in_title = set()
        for part in text:
            for key, surface, word in _grams(part.text):
                if surface is None:
                    tied[key] += 1
                    continue
                amounts[key][number] = amounts[key].get(number, 0.0) + part.weight
                surfaces[key][surface] += 1
                before[key][word] += 1
                if part.weight >= TITLE:
                    in_title.add(key)
        titles.update(in_title)
    most = max(LEAST_PAPERS, MOST_PAPERS * len(entries))
    found = [
        _phrase(_shown(_whole(_commonest(surfaces[key]), before[key]), capitals), mine, titles[key])
        for key, mine in amounts.items()
        if LEAST_PAPERS <= len(mine) <= most and tied[key] <= surfaces[key].total()
    ]
    for run, mine in free_runs(texts):
        if len(mine) <= most:
            in_titles = sum(any(part.weight >= TITLE and run in part.text for part in text) for text in texts)
            found.append(_phrase(run, mine, in_titles))
    if with_words:
        nouns = {squeeze(phrase.name) for phrase in found}
        found += [word for key, word in _words(texts, most) if key not in nouns]
    return tuple(sorted(found, key=lambda phrase: phrase.name))


def _words(texts: Sequence[Sequence[Part]], most: float) -> Iterator[tuple[str, Phrase]]:
    """Words of titles that are no names, by what they fold to: at least two titles have each."""
    amounts: dict[str, dict[int, float]] = defaultdict(dict)
    surfaces: dict[str, Counter[str]] = defaultdict(Counter)
    for number, text in enumerate(texts):
        for part in text:
            if part.weight >= TITLE:
                for stem, surface, _ in (word for run in runs(part.text) for word in run):
                    if tells_something(surface):
                        amounts[stem][number] = part.weight
                        surfaces[stem][surface] += 1
    for stem, mine in amounts.items():
        if LEAST_PAPERS <= len(mine) <= most:
            phrase = _phrase(_commonest(surfaces[stem]), mine, len(mine))
            yield stem, replace(phrase, noun=False)


def _phrase(name: str, amounts: Mapping[int, float], titles: int) -> Phrase:
    return Phrase(name, {number: amount / (amount + 2) for number, amount in sorted(amounts.items())}, titles)


def _whole(phrase: str, before: Counter[str]) -> str:
    """The phrase with the word that mostly stands before it and may belong to it."""
    word = _commonest(before)
    least = MOSTLY if word in OPENING else NEARLY_ALWAYS
    return f"{word} {phrase}" if word and before[word] > least * before.total() else phrase


def _capitals(entries: Sequence[Entry]) -> dict[str, str]:
    """How words are written that have a capital mostly beyond the first letter (VLP) or nearly always.
    Of words that stand in titles alone, the former: a title's first letters say nothing."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        if entry.paper.abstract:
            for word in _LETTERS.findall(entry.paper.abstract.plain):
                written[word.lower()][word] += 1
    titled: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in entries:
        title = entry.paper.telling_title
        if title and not title.plain.isupper():
            for word in _LETTERS.findall(title.plain):
                lower = word.lower()
                titled[lower][lower if word[1:] == lower[1:] else word] += 1
    written = titled | written
    commonest = {lower: _commonest(found) for lower, found in written.items()}
    return {
        lower: word
        for lower, word in commonest.items()
        if word[1:] != lower[1:] or (word != lower and written[lower][word] > 0.9 * written[lower].total())
    }


def _shown(phrase: str, capitals: Mapping[str, str]) -> str:
    return _LETTERS.sub(lambda word: capitals.get(word[0], word[0]), phrase)


def _grams(text: str) -> Iterator[tuple[str, str | None, str]]:
    """The phrases of a text that could name something: how they fold, how they look, and the word
    before them, where it may open a name or the phrase has as many words as are looked at.

    None for the look of words tied by hyphens (image-text, vision-language): they are said of something else.
    """
    for run in runs(text):
        for first in range(len(run)):
            for last in range(first, min(len(run), first + LONGEST)):
                words = run[first : last + 1]
                tied = len(words) > 1 and all(gap != " " for _, _, gap in words[1:])
                if tied and not words[-1][1].endswith("ing"):
                    yield "".join(stem for stem, _, _ in words), None, ""
                    continue
                # A hyphen that opens a run ties small words: "out-of-distribution detection".
                opens = first == 0 or words[0][2] == " "
                whole = opens and (last + 1 == len(run) or run[last + 1][2] == " ")
                surfaces = [surface for _, surface, _ in words]
                if whole and names_something(surfaces):
                    shown = words[0][1] + "".join(gap + surface for _, surface, gap in words[1:])
                    _, before, gap = run[first - 1] if first else ("", "", "")
                    belongs = gap == " " and (before in OPENING or _too_long(before, surfaces))
                    yield "".join(stem for stem, _, _ in words), shown, before if belongs else ""


def _too_long(before: str, phrase: Sequence[str]) -> bool:
    """Whether `phrase` with the word before it is a name of more words than are looked at."""
    return len(phrase) == LONGEST and names_something([before, *phrase])


def _commonest(surfaces: Counter[str]) -> str:
    return min(surfaces.items(), key=lambda item: (-item[1], item[0]))[0]
