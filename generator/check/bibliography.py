"""What a bibliography made from this list would show wrong. One small function a rule."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.check.telling import note_of, paper_problem
from generator.exports.facts import real_venue
from generator.identity import normalise_title
from generator.model import Entry, Kind, Paper, Problem, Severity
from generator.text import Name, Text


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. field: of the paper, as notes name it; correction: front matter for its note that
    mends it, empty where only the keeper can know."""

    key: str
    field: str
    problem: Problem
    correction: Mapping[str, object]


# What each kind needs besides title, authors and year, by name in a note.
NEEDED: dict[Kind, tuple[str, ...]] = {
    Kind.ARTICLE: ("venue", "volume", "pages"),
    Kind.INPROCEEDINGS: ("venue",),
    Kind.BOOK: ("publisher",),
    Kind.CHAPTER: ("venue", "publisher", "pages"),
    Kind.PROCEEDINGS: ("publisher",),
    Kind.THESIS: ("institution",),
    Kind.REPORT: ("institution",),
}
_SMALL = frozenset("a an and as at but by for from in into of on or over the to via vs with without".split())
_ET_AL = re.compile(r"(?:\bet\s+al\b\.?|\band\s+others|^others)$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_STRAY_CAPITAL = re.compile(r"\b[a-z]{1,2}[A-Z]{3,}\b|\b[A-Z]{2,}[a-z][A-Z]{2,}\b")
_ARXIV_DOI = "10.48550/"


def check_bibliography(entries: Sequence[Entry]) -> list[Finding]:
    """What `RULES` find, entry by entry, then titles that stand twice."""
    found = [finding for entry in entries for rule in RULES for finding in rule(entry)]
    return [*found, *_duplicate_titles(entries)]


def _missing_fields(entry: Entry) -> Iterator[Finding]:
    paper = entry.paper
    venue = real_venue(paper)
    known: dict[str, object] = {**paper.details, "title": paper.title, "year": paper.year, "venue": venue}
    known["authors"] = paper.authors or paper.editors
    known["institution"] = paper.details.get("institution") or venue
    for name in ("title", "authors", "year", *NEEDED.get(paper.kind, ())):
        if not known.get(name):
            severity: Severity = "info" if name in ("volume", "pages") else "warning"
            message = f"{name} is not known, and bibliographies show it for {_WORDS[paper.kind]}"
            yield _finding(
                entry, name, "bib-missing-field", f"{message}; give it in {note_of(entry)}", severity
            )


def _all_caps_title(entry: Entry) -> Iterator[Finding]:
    words = _WORD.findall(_plain(entry.paper))
    if len(words) >= 3 and all(word.isupper() for word in words):
        better = " ".join(_capitalised(word, n) for n, word in enumerate(_plain(entry.paper).split()))
        message = f"the title is all in capitals; write it in {note_of(entry)}, for instance '{better}'"
        yield _finding(entry, "title", "bib-all-caps-title", message, "warning", {"title": better})


def _suspicious_capitals(entry: Entry) -> Iterator[Finding]:
    title = _plain(entry.paper)
    words = _WORD.findall(title)
    stray = _STRAY_CAPITAL.findall(title)
    if stray and not all(word.isupper() for word in words):
        found = ", ".join(stray)
        message = (
            f"suspicious capitals in the title: {found}; if they are wrong, correct it in {note_of(entry)}"
        )
        yield _finding(entry, "title", "bib-suspicious-capitals", message, "info")
    if len(words) >= 3 and title == title.lower() and title[0].isalpha():
        better = title[0].upper() + title[1:]
        message = f"the title has no capital, so that names in it lose theirs; correct it in {note_of(entry)}"
        yield _finding(entry, "title", "bib-suspicious-capitals", message, "warning", {"title": better})


def _et_al(entry: Entry) -> Iterator[Finding]:
    people = entry.paper.authors
    named = [name for name in people if not _ET_AL.search(name.plain)]
    if len(named) < len(people) or entry.paper.more_authors:
        message = f"'et al.' stands among the authors; name all of them in {note_of(entry)}"
        yield _finding(
            entry,
            "authors",
            "bib-et-al",
            message,
            "warning",
            _authors(named) if len(named) < len(people) else None,
        )


def _published_preprint(entry: Entry) -> Iterator[Finding]:
    paper = entry.paper
    if paper.kind is Kind.PREPRINT and paper.doi and not paper.doi.startswith(_ARXIV_DOI):
        message = f"a preprint with the DOI {paper.doi}; if it is published, say so in {note_of(entry)}"
        yield _finding(entry, "kind", "bib-published-preprint", message, "info")


def _broken_latex(entry: Entry) -> Iterator[Finding]:
    for name, text in (
        ("title", entry.paper.title),
        ("venue", entry.paper.venue),
        ("abstract", entry.paper.abstract),
    ):
        if text and _is_broken(text):
            message = (
                f"the {name} has braces or dollar signs without a partner; correct it in {note_of(entry)}"
            )
            yield _finding(entry, name, "bib-broken-latex", message, "info")


def _foreign_key(entry: Entry) -> Iterator[Finding]:
    if not re.fullmatch(r"[A-Za-z0-9:._+/-]+", entry.key):
        message = f"the key '{entry.key}' is not plain ASCII; 'reading-list rename' gives another"
        yield _finding(entry, "key", "bib-key-not-ascii", message, "warning")


def _duplicate_titles(entries: Sequence[Entry]) -> Iterator[Finding]:
    by_title: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.paper.title:
            by_title[normalise_title(_plain(entry.paper))].append(entry)
    for title, same in by_title.items():
        if title and len(same) > 1:
            others = ", ".join(entry.key for entry in same[1:])
            message = f"the same title as {others}; if they are one work, say 'same_as' in {note_of(same[0])}"
            yield _finding(same[0], "title", "bib-duplicate-title", message, "info")


RULES: tuple[Callable[[Entry], Iterator[Finding]], ...] = (
    _missing_fields,
    _all_caps_title,
    _suspicious_capitals,
    _et_al,
    _published_preprint,
    _broken_latex,
    _foreign_key,
)
_WORDS = {
    Kind.ARTICLE: "an article",
    Kind.INPROCEEDINGS: "a paper in proceedings",
    Kind.BOOK: "a book",
    Kind.CHAPTER: "a chapter",
    Kind.PROCEEDINGS: "proceedings",
    Kind.THESIS: "a thesis",
    Kind.REPORT: "a report",
} | {kind: "every work" for kind in Kind if kind not in NEEDED}


def _is_broken(text: Text) -> bool:
    bare = re.sub(r"\\.", "", text.source)
    depth = 0
    for mark in bare:
        depth += (mark == "{") - (mark == "}")
        if depth < 0:
            return True
    return depth != 0 or (bare.count("$") % 2 == 1 and not re.search(r"\$\d", bare))


def _capitalised(word: str, place: int) -> str:
    lower = word.lower()
    return (
        lower
        if place and lower in _SMALL
        else "-".join(part[:1].upper() + part[1:] for part in lower.split("-"))
    )


def _authors(people: Sequence[Name]) -> dict[str, object]:
    return {"authors": [name.plain for name in people]} if people else {}


def _plain(paper: Paper) -> str:
    return paper.title.plain if paper.title else ""


def _finding(
    entry: Entry,
    name: str,
    code: str,
    message: str,
    severity: Severity,
    correction: Mapping[str, object] | None = None,
) -> Finding:
    return Finding(entry.key, name, paper_problem(entry, code, severity, message), correction or {})
