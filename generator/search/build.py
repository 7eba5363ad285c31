"""The tables of the search, as files: what the site serves and what the command line reads.

search/index.json          which file has what; papers' title lengths; the words that mean little
search/terms/N.json        terms and the papers that have them, in the order of UTF-16 code units
search/words/N.json        the vocabulary, for misspelt words
search/heads/N.json        what results show: titles, names …
search/sentences/N.json    and the sentences of which the one that matched is shown
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from generator.model import Entry, OutputFile, Topic
from generator.search import postings, texts, vocabulary
from generator.search.analysis import LETTERS, PREFIXES, SMALL_WORDS
from generator.search.fields import Weights, paper_weights
from generator.search.page import SitePage, page_shown, page_weights

FOLDER = PurePosixPath("search")
PREFIX = "*"
_CHARACTERS_A_FILE = 2_000
_BEST_OF_PREFIX = 40
_STRONG = 180  # a strength byte: what mentions in an abstract alone do not reach

Listed = dict[str, list[int]]


def search_files(
    entries: Sequence[Entry], topics: Sequence[Topic] = (), pages: Sequence[SitePage] = ()
) -> Iterator[OutputFile]:
    """Every file of the search, paths relative to docs/. pages: written by hand, found after papers."""
    by_id = {topic.id: topic for topic in topics}
    ordered = newest_first(entries)
    weights = [paper_weights(entry, by_id) for entry in ordered] + [page_weights(page) for page in pages]
    shown = [texts.shown(entry) for entry in ordered] + [page_shown(page) for page in pages]
    terms = _listed(weights)
    term_files, term_starts = _term_files(terms, len(weights))
    words = vocabulary.vocabulary({term: len(listed) for term, listed in terms.items()})
    forward = list(vocabulary.cut(words))
    backward = list(vocabulary.cut(vocabulary.backwards(words)))
    files = [
        *_numbered("terms", term_files),
        *_numbered("words", map(vocabulary.encode, [*forward, *backward])),
        *_numbered("heads", texts.heads(shown)),
        *_numbered("sentences", texts.sentences_of(shown)),
    ]
    index = {
        "version": _version(files),
        "papers": len(weights),
        "titles": b64encode(bytes(min(255, found.title_length) for found in weights)).decode(),
        "per_file": texts.PER_FILE,
        "terms": term_starts,
        "words": [file[0].word for file in forward],
        "sdrow": [file[0].word for file in backward],
        "small": " ".join(sorted(SMALL_WORDS)),
        "prefixes": " ".join(sorted(PREFIXES)),
        "letters": LETTERS,
    }
    yield _file("index.json", index)
    yield from files


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """The order in which papers are numbered, and in which equally good results stand."""
    return sorted(entries, key=lambda entry: (-(entry.paper.year or 0), entry.key))


def code_units(term: str) -> bytes:
    """What JavaScript compares strings by."""
    return term.encode("utf-16-be", "surrogatepass")


def _listed(weights: Iterable[Weights]) -> Listed:
    terms: Listed = defaultdict(list)
    for number, found in enumerate(weights):
        for term, strength, in_title in found.strengths():
            terms[term].append(number << 8 | postings.strength_byte(strength, in_title))
    return terms


def _term_files(terms: Listed, most: int) -> tuple[list[dict[str, str]], list[str]]:
    """The files of terms, and the first term of each."""
    ordered = sorted(terms, key=code_units)
    files = list(_cut({term: postings.encode(len(terms[term]), terms[term]) for term in ordered}))
    spread = _prefixes_over_files(_starts(files), terms, ordered, most)
    files = [*_cut(spread), *files]
    return files, _starts(files)


def _starts(files: Sequence[Mapping[str, str]]) -> list[str]:
    """For each file the shortest beginning of its first term that comes after the last of the file before."""
    starts, last = [], ""
    for file in files:
        first, *_ = terms = list(file)
        size = next(at for at in range(1, len(first) + 1) if not last.startswith(first[:at]))
        starts.append(first[:size])
        last = terms[-1]
    return starts


def _cut(coded: Mapping[str, str]) -> Iterator[dict[str, str]]:
    file: dict[str, str] = {}
    size = 0
    for term, listed in coded.items():
        cost = len(term) + len(listed) + 6
        if file and size + cost > _CHARACTERS_A_FILE:
            yield file
            file, size = {}, 0
        file[term] = listed
        size += cost
    if file:
        yield file


def _prefixes_over_files(
    starts: Sequence[str], terms: Listed, ordered: Sequence[str], most: int
) -> dict[str, str]:
    """For what a reader may have typed so far where the terms it may become stand in more files than one: the
    best papers, '*con' among the terms. starts: of the files, each beginning of which but itself is such;
    ordered: the terms; most: papers."""
    spread = {start[:size] for start in starts if start[0].isalnum() for size in range(1, len(start))}
    keys = [code_units(term) for term in ordered]
    best = {term: _strong(terms[term]) for term in ordered}
    return {
        PREFIX + prefix: _best_of(_beginning_with(prefix, ordered, keys), terms, best, most)
        for prefix in sorted(spread, key=code_units)
    }


def _strong(listed: list[int]) -> list[int]:
    """The papers that have a term in the title, an author or a name of theirs; where there is none, a few."""
    strong = [item for item in listed if item & 255 >= _STRONG]
    if len(strong) > _BEST_OF_PREFIX:
        strong.sort(key=lambda item: (-(item & 255), item))
    return strong[:_BEST_OF_PREFIX] or listed[:_BEST_OF_PREFIX]


def _beginning_with(prefix: str, ordered: Sequence[str], keys: Sequence[bytes]) -> Sequence[str]:
    key = code_units(prefix)
    return ordered[bisect_left(keys, key) : bisect_left(keys, key + b"\xff\xff")]


def _best_of(chosen: Sequence[str], terms: Listed, strong: Listed, most: int) -> str:
    best: dict[int, int] = {}
    for term in chosen:
        for item in strong[term]:
            best[item >> 8] = max(best.get(item >> 8, 0), item & 255)
    first = sorted(best, key=lambda paper: (-best[paper], paper))[:_BEST_OF_PREFIX]
    return postings.encode(
        min(most, sum(len(terms[term]) for term in chosen)),
        [paper << 8 | best[paper] for paper in sorted(first)],
    )


def _numbered(folder: str, contents: Iterable[object]) -> Iterator[OutputFile]:
    for number, content in enumerate(contents):
        yield _file(f"{folder}/{number}.json", content)


def _file(path: str, content: object) -> OutputFile:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return OutputFile(FOLDER / path, text + "\n")


def _version(files: Iterable[OutputFile]) -> str:
    """Changes whenever a file does, so that browsers never mix two builds."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.text.encode())
    return digest.hexdigest()[:12]
