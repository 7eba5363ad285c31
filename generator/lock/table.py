"""The lock as a value: its lines, and which line a paper's work has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from generator.identity import Judgement, Traits, bands, compare, marks, title_key, traits_of
from generator.lock.claims import Claim, nearness, own_order, settle
from generator.lock.line import LockLine, line_traits
from generator.model import Paper, Problem


@dataclass(frozen=True)
class Lock:
    """lines: sorted by key without regard to case; problems: what a bad merge left in the file."""

    lines: tuple[LockLine, ...] = ()
    problems: tuple[Problem, ...] = ()

    def line(self, key: str) -> LockLine | None:
        """The line of a key or of a former key, without regard to case; of a merged work its own line."""
        return self._by_name.get(key.casefold())

    def current(self, line: LockLine) -> LockLine:
        """The line that a merged line's key leads to; the line itself where it was not merged."""
        seen = {line.key}
        while line.merged_into:
            after = self.line(line.merged_into)
            if after is None or after.key in seen:
                break
            seen.add(after.key)
            line = after
        return line

    def taken(self, key: str) -> bool:
        """Whether a key is or was in use."""
        return key.casefold() in self._by_name

    def find(self, paper: Paper) -> LockLine | None:
        """The line of one paper's work."""
        return self.match([paper])[0]

    def match(self, papers: Sequence[Paper]) -> tuple[LockLine | None, ...]:
        """The line of each paper's work, by any identifier, by title, first author and year, by abstract.

        An abstract edited since takes only a line that nothing claims by more. Records that something holds
        apart (a thesis and an article of one name) take different lines, each the nearest.
        """
        traits = [traits_of(paper) for paper in papers]
        found = settle(traits, [self._same(one) for one in traits])
        claimed = {line.key for line in found if line}
        edited = self._edited({i: one for i, one in enumerate(traits) if not found[i]}, claimed)
        return tuple(line or edited.get(i) for i, line in enumerate(found))

    def twins(self, line: LockLine) -> list[LockLine]:
        """The other lines that an identifier tells to be of the same work, nothing speaking against it."""
        traits = self._traits[line.key]
        near = _distinct(
            other for mark in marks(traits) for other in self._by_mark[mark] if other is not line
        )
        verdicts = [(other, compare(traits, self._traits[other.key])) for other in near]
        return [other for other, v in verdicts if v.judgement is Judgement.SAME and not v.against]

    def redirects(self) -> dict[str, str]:
        """Every former key and where it leads now."""
        out = {alias: self.current(line).key for line in self.lines for alias in line.aliases}
        out |= {line.key: self.current(line).key for line in self.lines if line.merged_into}
        return {old: new for old, new in sorted(out.items()) if old != new}

    def replaced(self, *lines: LockLine) -> Lock:
        """A lock in which these lines stand for those of the same key, or are added."""
        kept = {line.key.casefold(): line for line in self.lines}
        kept |= {line.key.casefold(): line for line in lines}
        return Lock(in_order(kept.values()), self.problems)

    @cached_property
    def _by_name(self) -> Mapping[str, LockLine]:
        names = {alias.casefold(): line for line in self.lines for alias in line.aliases}
        return names | {line.key.casefold(): line for line in self.lines}

    @cached_property
    def _traits(self) -> Mapping[str, Traits]:
        return {line.key: line_traits(line) for line in self.lines}

    @cached_property
    def _by_mark(self) -> Mapping[str, Sequence[LockLine]]:
        return _index(self.lines, lambda line: marks(self._traits[line.key]))

    @cached_property
    def _by_words(self) -> Mapping[str, Sequence[LockLine]]:
        """By title without gaps, and by the first part of a fingerprint."""
        return _index(self.lines, lambda line: _words(self._traits[line.key]))

    @cached_property
    def _by_band(self) -> Mapping[str, Sequence[LockLine]]:
        return _index(self.lines, lambda line: [b for mark in line.fingerprints for b in bands(mark)])

    @cached_property
    def _by_author(self) -> Mapping[str, Sequence[LockLine]]:
        """By first author and year."""
        return _index(self.lines, lambda line: [name for name in [_author(self._traits[line.key])] if name])

    def _same(self, traits: Traits) -> Iterator[Claim]:
        """The lines of works that are certainly this one: by identifier, then by words, the nearest first."""
        seen: set[str] = set()
        for index, names in ((self._by_mark, marks(traits)), (self._by_words, _words(traits))):
            near = _distinct(line for name in names for line in index.get(name, ()))
            for line in sorted(near, key=lambda line: self._nearest_first(traits, line)):
                verdict = compare(traits, self._traits[line.key])
                if verdict.judgement is Judgement.SAME and line.key not in seen:
                    seen.add(line.key)
                    yield Claim(line, verdict, nearness(traits, self._traits[line.key], line))

    def _nearest_first(self, traits: Traits, line: LockLine) -> tuple[float, bool, str, str]:
        near = nearness(traits, self._traits[line.key], line)
        return -near, line.merged_into is not None, line.added, line.key

    def _edited(self, left: Mapping[int, Traits], claimed: set[str]) -> dict[int, LockLine]:
        pairs = sorted(
            (-like, line.key, own_order(traits), i)
            for i, traits in left.items()
            for line, like in self._near(traits, claimed)
        )
        out: dict[int, LockLine] = {}
        for _, key, _, i in pairs:
            if i not in out and key not in claimed:
                claimed.add(key)
                out[i] = self._by_name[key.casefold()]
        return out

    def _near(self, traits: Traits, claimed: Set[str]) -> Iterable[tuple[LockLine, float]]:
        """Lines whose work may be this one, nothing speaking against it, with how much speaks for it."""
        for line in self._candidates(traits):
            known = self._traits[line.key]
            if line.key not in claimed and compare(traits, known).may_continue:
                yield line, nearness(traits, known, line)

    def _candidates(self, traits: Traits) -> Iterable[LockLine]:
        lines = [
            line for mark in traits.fingerprints for b in bands(mark) for line in self._by_band.get(b, ())
        ]
        lines += [line for word in _words(traits) for line in self._by_words.get(word, ())]
        return _distinct([*lines, *self._by_author.get(_author(traits), ())])


def in_order(lines: Iterable[LockLine]) -> tuple[LockLine, ...]:
    """The order of the file."""
    return tuple(sorted(lines, key=lambda line: (line.key.casefold(), line.key)))


def _author(traits: Traits) -> str:
    return f"{traits.people[0]} {traits.year}" if traits.people and traits.year else ""


def _words(traits: Traits) -> list[str]:
    return [title_key(title) for title in traits.titles] + [mark[:16] for mark in traits.fingerprints]


def _distinct(lines: Iterable[LockLine]) -> Iterable[LockLine]:
    return {line.key: line for line in lines}.values()


def _index(
    lines: Iterable[LockLine], names: Callable[[LockLine], Iterable[str]]
) -> Mapping[str, Sequence[LockLine]]:
    out: dict[str, list[LockLine]] = {}
    for line in lines:
        for name in dict.fromkeys(names(line)):
            out.setdefault(name, []).append(line)
    return out
