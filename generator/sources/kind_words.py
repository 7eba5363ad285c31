"""The kind of publication that words mean."""

from __future__ import annotations

from generator.formats import BIBTEX_TYPES, RIS_TYPES
from generator.model import Kind

_KIND_WORDS = (
    ("preprint", Kind.PREPRINT),
    ("posted content", Kind.PREPRINT),
    ("chapter", Kind.CHAPTER),
    ("booksection", Kind.CHAPTER),
    ("conference review", Kind.PROCEEDINGS),
    ("conference", Kind.INPROCEEDINGS),
    ("proceedings paper", Kind.INPROCEEDINGS),
    ("proceedings article", Kind.INPROCEEDINGS),
    ("thesis", Kind.THESIS),
    ("dissertation", Kind.THESIS),
    ("report", Kind.REPORT),
    ("dataset", Kind.DATASET),
    ("software", Kind.SOFTWARE),
    ("computerprogram", Kind.SOFTWARE),
    ("webpage", Kind.WEBPAGE),
    ("book", Kind.BOOK),
    ("article", Kind.ARTICLE),
    ("review", Kind.ARTICLE),
    ("journal", Kind.ARTICLE),
)


def kind_of(said: str) -> Kind | None:
    """The kind that a document type in words means, None where it says nothing."""
    word = said.strip().lower()
    if not word:
        return None
    if word in set(Kind):
        return Kind(word)
    if word in BIBTEX_TYPES:
        return BIBTEX_TYPES[word]
    if word.upper() in RIS_TYPES:
        return RIS_TYPES[word.upper()]
    return next((kind for part, kind in _KIND_WORDS if part in word), None)
