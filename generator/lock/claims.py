"""Which of several records that could have a line of the lock gets it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.identity import Judgement, Traits, Verdict, compare, likeness, marks, title_key
from generator.lock.line import LockLine
from generator.model import Kind


@dataclass(frozen=True, slots=True)
class Claim:
    """That a line is of a record's work, by what, and how near the two are (`nearness`)."""

    line: LockLine
    verdict: Verdict
    near: float

    @property
    def sure(self) -> bool:
        """Known by itself, whatever other records have the line."""
        return self.verdict.by_id or "same abstract" in self.verdict.reasons


def settle(traits: Sequence[Traits], claims: Sequence[Iterator[Claim]]) -> list[LockLine | None]:
    """The line of each record. claims: of each record, the best first.

    A line says less than a record (no kind, pages …, not all authors), so that two records may claim one line
    which are not one work: of those the nearest gets it, the others their next one.
    """
    current = [next(options, None) for options in claims]
    moved = list(range(len(traits)))
    while moved:
        groups: dict[str, list[int]] = {}
        for i, claim in enumerate(current):
            if claim:
                groups.setdefault(claim.line.key, []).append(i)
        touched = {claim.line.key for i in moved if (claim := current[i])}
        moved = [i for key in sorted(touched) for i in _sent_on(groups[key], traits, current)]
        for i in moved:
            current[i] = next(claims[i], None)
    return [claim.line if claim else None for claim in current]


def _sent_on(group: Sequence[int], traits: Sequence[Traits], current: Sequence[Claim | None]) -> list[int]:
    """Of the records that claim one line those that are not of the nearest one's work."""
    if len(group) == 1:
        return []
    first, *others = sorted(group, key=lambda i: _rank(traits[i], current[i]))
    return [i for i in others if not _is_sure(current[i]) and _held_apart(traits[first], traits[i])]


def _rank(traits: Traits, claim: Claim | None) -> tuple[bool, float, tuple[str, ...]]:
    return not _is_sure(claim), -(claim.near if claim else 0.0), own_order(traits)


def _is_sure(claim: Claim | None) -> bool:
    return claim is not None and claim.sure


def _held_apart(one: Traits, other: Traits) -> bool:
    if one == other:
        return False
    verdict = compare(one, other)
    return verdict.apart or verdict.judgement is Judgement.MAYBE


def nearness(record: Traits, known: Traits, line: LockLine) -> float:
    """How much a record and a line have in common, for choosing between several: 0 to 5.

    known: the line's traits, which say nothing of its kind and place unless they are resolved.
    """
    marks_alike = [likeness(a, b) for a in record.fingerprints for b in known.fingerprints]
    same_title = bool({title_key(t) for t in record.titles} & {title_key(t) for t in known.titles})
    same_form = (record.kind is line.kind is not Kind.MISC) + (any(line.place) and record.place == line.place)
    same_year = record.year is not None and record.year == known.year
    return max(marks_alike, default=0.0) + same_title + same_year + same_form


def own_order(traits: Traits) -> tuple[str, ...]:
    """An order of records that follows from them alone."""
    known = (*traits.fingerprints, *traits.titles, *traits.people, *marks(traits))
    return (*known, traits.kind.value, *traits.place, traits.venue)
