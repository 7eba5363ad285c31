"""The sentence of a paper that matched, and what is marked in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.search.analysis import Compound, compounds, parts
from generator.search.rank import Ranked


def best_sentence(sentences: Sequence[str], ranked: Ranked) -> str:
    """The first of the sentences that have most of what was looked for; '' where none has any."""
    best, most = "", 0.0
    for sentence in sentences:
        worth = sum(_found(sentence, ranked).values())
        if worth > most:
            best, most = sentence, worth
    return best


def marks(text: str, ranked: Ranked) -> Iterator[tuple[int, int]]:
    """Where in `text` stands what was looked for: start, end."""
    for placed in compounds(text):
        if any(True for _ in _terms_found(placed.compound, ranked)):
            yield placed.start, placed.end


def has_phrase(texts: Sequence[str], phrase: Sequence[str]) -> bool:
    """Whether the parts of `phrase` follow each other in one of the texts."""
    wanted = f" {' '.join(phrase)} "
    return any(wanted in f" {' '.join(parts(text))} " for text in texts)


def _found(text: str, ranked: Ranked) -> Mapping[str, float]:
    return dict(found for placed in compounds(text) for found in _terms_found(placed.compound, ranked))


def _terms_found(compound: Compound, ranked: Ranked) -> Iterator[tuple[str, float]]:
    for term in (*compound.parts, compound.joined):
        if term in ranked.terms:
            yield term, ranked.terms[term]
        else:
            yield from (
                (beginning, worth)
                for beginning, worth in ranked.beginnings.items()
                if term.startswith(beginning)
            )
