"""papers.lock.jsonl: what each work is known by, its key for ever, and its resolved facts.

lock = read_lock(path)                 LockDamaged where it is newer, damaged or in conflict
lines = lock.match(papers)             the line of each, or None
papers = [resolve(p, l) for …]         resolved facts laid over found ones
assigned = assign(works, lock, today)  lines of all works, the new lock, the new keys
write_lock(path, assigned.lock)        atomic, only when bytes differ
"""

from generator.lock.assign import Assigned, assign, former_keys
from generator.lock.facts import distinct_titles, resolve
from generator.lock.file import LOCK_NAME, LockDamaged, read_lock, write_lock
from generator.lock.line import LockLine
from generator.lock.rename import rename
from generator.lock.table import Lock

__all__ = [
    "LOCK_NAME",
    "Assigned",
    "Lock",
    "LockDamaged",
    "LockLine",
    "assign",
    "distinct_titles",
    "former_keys",
    "read_lock",
    "rename",
    "resolve",
    "write_lock",
]
