"""Changing a key on purpose."""

from __future__ import annotations

from dataclasses import replace

from generator.errors import EXPORT_LISTS_ALL, StopWork, did_you_mean
from generator.identity import valid_key
from generator.lock.line import LockLine
from generator.lock.table import Lock


def rename(lock: Lock, old: str, new: str) -> Lock:
    """The lock with another key for a work; the old one becomes an alias, its URL redirects for ever.

    Raises StopWork: no such key, a key in use, or one that is not safe as a file name.
    """
    line = lock.line(old)
    if line is None:
        keys = [name for one in lock.lines for name in one.names]
        raise StopWork(f"no paper has the key '{old}'{did_you_mean(old, keys, EXPORT_LISTS_ALL)}")
    line = lock.current(line)
    if not valid_key(new):
        raise StopWork(f"{new!r} cannot be a key: use ASCII letters, digits, '-', '_', '.', '+', at most 100")
    holder = lock.line(new)
    if holder is not None and holder is not line:
        raise StopWork(f"{new} is or was the key of another paper ({holder.key}): choose another")
    near = next((name for name in line.names if name.casefold() == new.casefold() and name != new), None)
    if near:
        raise StopWork(
            f"{new} differs from {near} in case only, so that one of their addresses would be lost"
        )
    return _renamed(lock, line, new)


def _renamed(lock: Lock, line: LockLine, new: str) -> Lock:
    if new == line.key:
        return lock
    names = tuple(alias for alias in (*line.aliases, line.key) if alias != new)
    others = [
        replace(other, merged_into=new) if other.merged_into == line.key else other
        for other in lock.lines
        if other is not line
    ]
    return Lock((), lock.problems).replaced(*others, replace(line, key=new, aliases=names))
