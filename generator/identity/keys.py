"""Keys: what a paper is called in the list, in its URL and in a citation, once and for ever."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Callable, Iterator

from anyascii import anyascii

from generator.identity.fingerprints import fingerprint
from generator.identity.folding import fold, title_key
from generator.identity.identifiers import arxiv_year
from generator.model import Paper

KEY_BYTES = 100
_PART_BYTES = 24
_BASE_BYTES = 58
_KEY = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._+-]*[A-Za-z0-9_+-])?")
_NOT_IN_KEY = re.compile(r"[^a-z0-9]+")
# Device names that Windows does not let a file have, and names that MkDocs takes for a folder's own page.
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", "index", "readme", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))]
)
_INSIGNIFICANT = frozenset(
    "a an and are as at be by can do does for from how in into is it its of on or our should that the their "
    "this to toward towards using via we what when where which who why with without beyond der die das ein "
    "eine le la les un une des du et el los las und von zur zum".split()
)


def valid_key(key: str) -> bool:
    """Whether a key is safe as a file name on every system, in a URL and in BibTeX."""
    return (
        len(key) <= KEY_BYTES
        and _KEY.fullmatch(key) is not None
        and key.partition(".")[0].lower() not in _RESERVED
        and ".." not in key
    )


def make_key(paper: Paper, taken: Callable[[str], bool]) -> str:
    """A readable key that is not taken: 'ren2023prompt'; on a clash with hex digits of the paper's own.

    taken: whether a key is in use, told without regard to case.
    """
    base = base_key(paper)
    if base and not taken(base):
        return base
    stem = base or "paper"
    keys = (f"{stem}-{digest[:length]}" for digest in _digests(paper) for length in range(4, 41, 4))
    return next(key for key in keys if not taken(key))


def _digests(paper: Paper) -> Iterator[str]:
    """The paper's own digest; then, for a twin that the keeper holds apart, one of its place as well."""
    digest = own_digest(paper)
    yield digest
    for count in itertools.count():
        place = ",".join(str(origin) for origin in paper.origins)
        yield hashlib.sha1(f"{digest} {place} {count}".encode(), usedforsecurity=False).hexdigest()


def base_key(paper: Paper) -> str:
    """Family name of the first author, year, first telling word of the title; without authors title words,
    without those an identifier."""
    people = paper.authors or paper.editors
    family = _letters(people[0].family or people[0].given) if people else ""
    words = _title_words(paper)
    if not family:
        key = "-".join(words[:4]) or _id_key(paper)
    else:
        year = _year(paper)
        word = words[0] if words else ""
        key = f"{family}{year}{word}" if year else "-".join(part for part in (family, word) if part)
    key = key[:_BASE_BYTES].rstrip("-")
    return f"{key}-paper" if key in _RESERVED else key


def _id_key(paper: Paper) -> str:
    """An identifier that many know before one of a single file: 'arxiv-2306.04387'; '' without any."""
    named = {name: value for name, value in paper.ids.items() if name != "record"}
    first = sorted(named, key=lambda name: (name != "arxiv", name != "doi", name == "citekey", name))[:1]
    plain = (re.sub(r"[^a-z0-9.]+", "-", f"{name}-{named[name]}".lower()).strip("-.") for name in first)
    return next((key.replace("..", "-") for key in plain), "")


def _title_words(paper: Paper) -> list[str]:
    """The telling words of the title, not of one that is guessed from an identifier."""
    title = paper.telling_title
    words = [_letters(word) for word in fold(title.source).split()] if title else []
    words = [word for word in words if word]
    return [word for word in words if _is_telling(word)] or words


def _is_telling(word: str) -> bool:
    return len(word) > 1 and word[0].isalpha() and word not in _INSIGNIFICANT


def _letters(text: str) -> str:
    return _NOT_IN_KEY.sub("", anyascii(text).lower())[:_PART_BYTES].replace(" ", "")


def _year(paper: Paper) -> str:
    if paper.year:
        return str(paper.year)
    if paper.created:
        return paper.created[:4]
    return str(arxiv_year(paper.arxiv)) if paper.arxiv else ""


def own_digest(paper: Paper) -> str:
    """40 hex digits that follow from the paper alone: its abstract, else its identifiers and title."""
    mark = fingerprint(paper.abstract.source) if paper.abstract else ""
    title = title_key(paper.title.source) if paper.title and not paper.is_guessed else ""
    ids = sorted(f"{name}:{value}" for name, value in paper.ids.items())
    people = [name.plain for name in paper.authors]
    return hashlib.sha1("\n".join([mark, *ids, title, *people]).encode(), usedforsecurity=False).hexdigest()
