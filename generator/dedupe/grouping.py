"""Grouping records into works: union-find that refuses what speaks against."""

from __future__ import annotations


class Groups:
    """Disjoint groups of positions, some pairs of which must never meet.

    The one value here that changes: it lives within a single call of `merge`.
    """

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))
        self._members: dict[int, list[int]] = {}
        self._apart: dict[int, set[int]] = {}

    def root(self, i: int) -> int:
        """The position that stands for the group of i."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def members(self, i: int) -> list[int]:
        """All positions in the group of i."""
        root = self.root(i)
        return self._members.get(root, [root])

    def keep_apart(self, i: int, j: int) -> None:
        """From now on no union brings i and j together."""
        self._apart.setdefault(i, set()).add(j)
        self._apart.setdefault(j, set()).add(i)

    def may_meet(self, i: int, j: int) -> bool:
        """Whether no pair across the two groups is kept apart."""
        one, other = sorted((self.members(i), self.members(j)), key=len)
        there = set(other)
        return not any(self._apart.get(member, set()) & there for member in one)

    def union(self, i: int, j: int) -> bool:
        """Joins the groups of i and j; False, and nothing changed, where they must not meet."""
        a, b = self.root(i), self.root(j)
        if a == b:
            return True
        if not self.may_meet(a, b):
            return False
        small, large = sorted((a, b), key=lambda root: len(self.members(root)))
        self._members[large] = self.members(large) + self.members(small)
        self._members.pop(small, None)
        self._parent[small] = large
        return True

    def all(self) -> list[list[int]]:
        """The groups, each sorted, in the order of their smallest members."""
        roots = dict.fromkeys(self.root(i) for i in range(len(self._parent)))
        return sorted(sorted(self.members(root)) for root in roots)
