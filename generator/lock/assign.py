"""Giving each work its key: the one it has, or a new one that follows from the paper alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from generator.identity import (
    RECORD_ID,
    base_key,
    fingerprint,
    fold,
    fold_name,
    likeness,
    make_key,
    own_digest,
    traits_of,
)
from generator.lock.line import LockLine
from generator.lock.table import Lock
from generator.model import Kind, Paper, Work

_MOST_KNOWN = 6
_SAME_ABSTRACT = 0.9


@dataclass(frozen=True, slots=True)
class Assigned:
    """lines: that of each work, in the order of the works; lock: with them; new: keys given now, sorted."""

    lines: tuple[LockLine, ...]
    lock: Lock
    new: tuple[str, ...]


def assign(works: Sequence[Work], lock: Lock, today: str) -> Assigned:
    """Keys for works, whatever their order. today: ISO date, the `added` of new lines.

    A work that has several lines keeps the key of the oldest; the others redirect to it. What the lock holds
    of works that are not there now stays.
    """
    chosen = _chosen(works, lock)
    new = _new_lines({i: work for i, work in enumerate(works) if i not in chosen}, lock, today)
    lines = {i: _learn(line, works[i], lock) for i, line in chosen.items()} | new
    kept = {line.key for line in lines.values()}
    merged = [line for i, work in enumerate(works) for line in _merged(work, lines[i].key, kept, lock)]
    ordered = tuple(lines[i] for i in range(len(works)))
    return Assigned(
        ordered, lock.replaced(*ordered, *merged), tuple(sorted(line.key for line in new.values()))
    )


def former_keys(lock: Lock) -> Mapping[str, tuple[str, ...]]:
    """Of each key the keys that lead to it: its own former ones, the oldest first, then those of works
    merged into it."""
    own = {line.key: line.aliases for line in lock.lines}
    out: dict[str, list[str]] = {}
    for old, new in lock.redirects().items():
        if old not in own.get(new, ()):
            out.setdefault(new, []).append(old)
    return {key: (*aliases, *out.get(key, ())) for key, aliases in own.items() if aliases or key in out}


def _chosen(works: Sequence[Work], lock: Lock) -> dict[int, LockLine]:
    """The line of each work that has one; of two works that claim a line the nearer one gets it."""
    there = {key for work in works for key in work.known_as}
    claims = sorted(claim for i, work in enumerate(works) for claim in _claims(i, work, lock, there))
    taken: set[str] = set()
    out: dict[int, LockLine] = {}
    for *_, i, key in claims:
        line = lock.line(key)
        if line and i not in out and key not in taken:
            taken.add(key)
            out[i] = replace(line, merged_into=None)
    return out


def _claims(i: int, work: Work, lock: Lock, there: Set[str]) -> Iterator[tuple[int, str, str, str, int, str]]:
    """(rank, added, key, digest, work, key), the best first: own lines; the line that one of them was merged
    into, where nothing of its own is `there` any more; own lines that were merged. The oldest line first."""
    lines = _lines_of(work, lock)
    digest = own_digest(work.paper)
    for line in lines:
        current = lock.current(line)
        stands = current is line
        if not stands and current.key not in there:
            yield 1, current.added, current.key, digest, i, current.key
        yield (0 if stands else 2), line.added, line.key, digest, i, line.key


def _new_lines(works: Mapping[int, Work], lock: Lock, today: str) -> dict[int, LockLine]:
    wanted = Counter(base_key(work.paper).casefold() for work in works.values())
    given: set[str] = set()

    def taken(key: str) -> bool:
        name = key.casefold()
        return wanted[name] > 1 or name in given or lock.taken(key)

    out = {}
    for i, work in sorted(works.items(), key=lambda item: _own_order(item[1].paper)):
        key = make_key(work.paper, taken)
        given.add(key.casefold())
        out[i] = _learn(LockLine(key=key, added=today), work, lock)
    return out


def _own_order(paper: Paper) -> tuple[str, tuple[str, ...]]:
    return own_digest(paper), tuple(str(origin) for origin in paper.origins)


def _merged(work: Work, key: str, kept: Iterable[str], lock: Lock) -> Iterator[LockLine]:
    for line in [*_lines_of(work, lock), *_left_behind(work, lock)]:
        if line.key != key and line.key not in kept and line.merged_into != key:
            yield replace(line, merged_into=key)


def _left_behind(work: Work, lock: Lock) -> list[LockLine]:
    """Lines of the very same work that no record takes: what a merge of two branches left, or a line whose
    identifier another record has learned."""
    return [twin for line in _lines_of(work, lock) for twin in lock.twins(line)]


def _lines_of(work: Work, lock: Lock) -> list[LockLine]:
    """The lines that the work's records have."""
    return [line for name in work.known_as if (line := lock.line(name))]


def _learn(line: LockLine, work: Work, lock: Lock) -> LockLine:
    """The line with what the work is also known by; what another of its lines knows stays there."""
    others = [other for name in work.known_as if (other := lock.line(name)) and other.key != line.key]
    known_ids = {mark for other in others for mark in other.ids.items()}
    known_marks = [mark for other in others for mark in other.fingerprints]
    known_titles = {title for other in others for title in other.titles}
    paper = work.paper
    traits = traits_of(paper)
    own_ids = {**paper.ids, **{name: value for name, value in traits.ids.items() if name == RECORD_ID}}
    ids = {name: value for name, value in own_ids.items() if (name, value) not in known_ids}
    titles = [title for title in _titles(paper) if title not in known_titles]
    marks = [
        fingerprint(record.abstract.source) for record in (paper, work.preprint) if record and record.abstract
    ]
    place = traits.place
    return replace(
        line,
        ids={**ids, **line.ids},
        titles=_latest(tuple(dict.fromkeys((*line.titles, *titles))), lambda title: title in titles),
        fingerprints=_known_abstracts(line.fingerprints, [m for m in marks if m not in known_marks]),
        author=line.author or (fold_name(paper.authors[0]) if paper.authors else ""),
        year=line.year or paper.year,
        kind=line.kind if paper.kind is Kind.MISC else paper.kind,
        place=place if any(place) else line.place,
    )


def _titles(paper: Paper) -> list[str]:
    own = [paper.title] if paper.title and not paper.is_guessed else []
    return [folded for title in (*own, *paper.alt_titles) if (folded := fold(title.source))]


def _known_abstracts(known: tuple[str, ...], marks: Sequence[str]) -> tuple[str, ...]:
    out = list(known)
    for mark in marks:
        if mark and all(likeness(mark, other) < _SAME_ABSTRACT for other in out):
            out.append(mark)
    return _latest(tuple(out), lambda old: any(likeness(mark, old) >= _SAME_ABSTRACT for mark in marks))


def _latest(known: tuple[str, ...], stands: Callable[[str], bool]) -> tuple[str, ...]:
    """Of what was known the first, what `stands` now, and of the rest the latest, some six together."""
    past = [i for i, value in enumerate(known) if i and not stands(value)]
    dropped = set(past[: max(0, len(known) - _MOST_KNOWN)])
    return tuple(value for i, value in enumerate(known) if i not in dropped)
