"""One record a work: certain duplicates merge, doubtful ones become questions, the keeper's decisions stand.

merged = merge(papers, names, notes)    names: the keys of each paper's line in the lock, if any
merged.works                            in no order of files: sorted by their records' places
merged.doubts                           pairs of works that may be one
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.dedupe.candidates import candidate_pairs
from generator.dedupe.fields import merge_records
from generator.dedupe.grouping import Groups
from generator.identity import Judgement, Verdict, compare, own_digest, traits_of
from generator.model import Note, Paper, Problem, Work

__all__ = ["Doubt", "Merged", "doubt_problems", "merge", "possibly"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """That two works (positions in `Merged.works`, the smaller first) may be one, and why."""

    one: int
    other: int
    reasons: tuple[str, ...]
    against: tuple[str, ...]

    def __str__(self) -> str:
        told = ", ".join(self.reasons)
        return f"{told}; but {', '.join(self.against)}" if self.against else told


@dataclass(frozen=True, slots=True)
class Merged:
    """works: one a group of records; doubts: sorted by position."""

    works: tuple[Work, ...]
    doubts: tuple[Doubt, ...]


def merge(
    papers: Sequence[Paper],
    names: Sequence[Sequence[str]] | None = None,
    notes: Mapping[str, Note] | None = None,
) -> Merged:
    """Groups records into works and merges them field by field.

    names: of the lock's line that each record has the key and the former keys, empty without a line; notes:
    by key, for `same_as` and `distinct_from`. The result is the same whatever the order of the records.
    """
    names = names or [()] * len(papers)
    traits = [traits_of(paper) for paper in papers]
    verdicts = {pair: compare(traits[pair[0]], traits[pair[1]]) for pair in candidate_pairs(traits)}
    same, distinct = _decided(names, notes or {})
    groups = _grouped(papers, verdicts, same, distinct)
    return _merged(papers, names, groups, verdicts, distinct)


Pairs = list[tuple[int, int]]


def _decided(names: Sequence[Sequence[str]], notes: Mapping[str, Note]) -> tuple[Pairs, Pairs]:
    """The pairs of records that the keeper's notes join and hold apart; records of one key are one work."""
    places: dict[str, list[int]] = {}
    for i, known in enumerate(names):
        for name in known:
            places.setdefault(name.casefold(), []).append(i)
    same = [(where[0], i) for where in places.values() for i in where[1:]]
    distinct: Pairs = []
    for key, note in sorted(notes.items()):
        here = places.get(key.casefold(), [])
        same += [(here[0], i) for i in _at(places, note.same_as) if here]
        distinct += [(i, j) for i in here for j in _at(places, note.distinct_from) if i != j]
    return same, distinct


def _at(places: Mapping[str, list[int]], names: Iterable[str]) -> list[int]:
    return [i for name in names for i in places.get(name.casefold(), [])]


def _grouped(
    papers: Sequence[Paper], verdicts: Mapping[tuple[int, int], Verdict], same: Pairs, distinct: Pairs
) -> Groups:
    """The keeper's word first, then shared identifiers, then what is else certain, the surest first.

    What speaks against two records keeps apart whatever they are merged with.
    """
    groups = Groups(len(papers))
    for pair in distinct:
        groups.keep_apart(*pair)
    for pair in same:
        groups.union(*pair)
    _join(groups, papers, {pair: v for pair, v in verdicts.items() if v.by_id or v.apart})
    _join(groups, papers, {pair: v for pair, v in verdicts.items() if not v.by_id})
    return groups


def _join(groups: Groups, papers: Sequence[Paper], verdicts: Mapping[tuple[int, int], Verdict]) -> None:
    for pair, verdict in verdicts.items():
        if verdict.against:
            groups.keep_apart(*pair)
    certain = [pair for pair, verdict in verdicts.items() if verdict.judgement is Judgement.SAME]
    digests = {i: own_digest(papers[i]) for i in {i for pair in certain for i in pair}}

    def order(pair: tuple[int, int]) -> tuple[int, list[str]]:
        """More reasons first; then an order that follows from the papers alone."""
        return -len(verdicts[pair].reasons), sorted(digests[i] for i in pair)

    for pair in sorted(certain, key=order):
        groups.union(*pair)


def _merged(
    papers: Sequence[Paper],
    names: Sequence[Sequence[str]],
    groups: Groups,
    verdicts: Mapping[tuple[int, int], Verdict],
    distinct: Pairs,
) -> Merged:
    members = groups.all()
    works = [
        merge_records([papers[i] for i in group], [names[i][0] for i in group if names[i]])
        for group in members
    ]
    order = sorted(range(len(works)), key=lambda at: _place(works[at]))
    position = {i: new for new, at in enumerate(order) for i in members[at]}
    return Merged(tuple(works[at] for at in order), _doubts(verdicts, position, distinct))


def _place(work: Work) -> tuple[tuple[str, int, int], ...]:
    return tuple((origin.path, origin.line, origin.end_line) for origin in work.paper.origins)


def _doubts(
    verdicts: Mapping[tuple[int, int], Verdict], position: Mapping[int, int], distinct: Pairs
) -> tuple[Doubt, ...]:
    """The pairs of different works that are doubtful, or certain and yet kept apart; not those decided on."""
    decided = {_sorted(position[i], position[j]) for i, j in distinct}
    out: dict[tuple[int, int], Doubt] = {}
    for (i, j), verdict in verdicts.items():
        one, other = _sorted(position[i], position[j])
        if verdict.judgement is Judgement.DIFFERENT or one == other or (one, other) in decided:
            continue
        doubt = Doubt(one, other, verdict.reasons, verdict.against)
        out[one, other] = max(out.get((one, other), doubt), doubt, key=_weight)
    return tuple(doubt for _, doubt in sorted(out.items()))


def _weight(doubt: Doubt) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
    """Of several reasons to ask about two works the fullest is told."""
    return len(doubt.reasons), doubt.reasons, doubt.against


def _sorted(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one <= other else (other, one)


def possibly(doubts: Iterable[Doubt], keys: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Of each key the keys of works that may be the same, sorted. keys: of the works, in their order."""
    out: dict[str, set[str]] = {}
    for doubt in doubts:
        out.setdefault(keys[doubt.one], set()).add(keys[doubt.other])
        out.setdefault(keys[doubt.other], set()).add(keys[doubt.one])
    return {key: tuple(sorted(others)) for key, others in out.items()}


def doubt_problems(doubts: Iterable[Doubt], works: Sequence[Work], keys: Sequence[str]) -> Iterator[Problem]:
    """A problem for each doubtful pair, with its reasons and what to write where."""
    for doubt in doubts:
        one, other = sorted((keys[doubt.one], keys[doubt.other]))
        origins = works[doubt.one].paper.origins
        message = (
            f"{one} and {other} may be one work ({doubt}): "
            f"say so in the note of {one} with `same_as: [{other}]` or `distinct_from: [{other}]`"
        )
        yield Problem("possible-duplicate", "warning", message, origins[0] if origins else None)
