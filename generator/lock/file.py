"""papers.lock.jsonl on the disk. A file that is newer than we know, or damaged, is refused, not rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.atomic import write_if_changed
from generator.errors import StopWork
from generator.identity import strong_ids
from generator.lock.line import BadLineError, LockLine, from_json, to_json
from generator.lock.table import Lock, in_order
from generator.model import Origin, Problem

LOCK_NAME = "papers.lock.jsonl"
_CONFLICT = ("<<<<<<< ", ">>>>>>> ", "=======", "||||||| ")


class LockDamaged(StopWork):
    """The lock can't be read as it stands."""


def read_lock(path: Path) -> Lock:
    """The lock in a file; an empty one where there is no file. Raises LockDamaged (one line, file:line)."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Lock()
    except OSError as error:
        raise LockDamaged(f"{path.name}: cannot be read ({error.strerror}): check its permissions") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise LockDamaged(f"{path.name}:{line}: not UTF-8: {_RESTORE}") from error
    lines = list(_read_lines(path.name, text))
    if not lines:
        raise LockDamaged(f"{path.name}: is empty: {_RESTORE_ALL}")
    return _lock(lines, path.name)


_RESTORE_ALL = "take the file's last good state from git, or delete it (all papers get new lines)"
_RESTORE = "take the file's last good state from git, or delete the line (its paper gets a new line)"


def _read_lines(name: str, text: str) -> Iterator[tuple[int, LockLine]]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.startswith(_CONFLICT):
            message = "a conflict of a git merge: keep the lines of both sides, delete the markers"
            raise LockDamaged(f"{name}:{number}: {message}")
        if line.strip():
            yield number, _read_line(name, number, line)


def _read_line(name: str, number: int, line: str) -> LockLine:
    try:
        return from_json(line)
    except BadLineError as error:
        advice = "update reading-list" if "newer" in str(error) else _RESTORE
        raise LockDamaged(f"{name}:{number}: {error}: {advice}") from error


def _lock(numbered: list[tuple[int, LockLine]], name: str) -> Lock:
    by_key: dict[str, LockLine] = {}
    problems: list[Problem] = []
    for number, line in numbered:
        twin = by_key.setdefault(line.key.casefold(), line)
        if twin is not line:
            by_key[line.key.casefold()] = _joined(twin, line, f"{name}:{number}")
            problems.append(_doubled(name, number, line))
    lines, renamed = _one_a_name(in_order(by_key.values()), {line.key: n for n, line in numbered}, name)
    problems += renamed
    lock = Lock(in_order(lines))
    places = {line.key: number for number, line in numbered}
    return Lock(
        lock.lines, (*problems, *_clashing_names(lock, places, name), *_known_twice(lock, places, name))
    )


def _one_a_name(
    lines: Iterable[LockLine], places: Mapping[str, int], name: str
) -> tuple[list[LockLine], list[Problem]]:
    """Joins lines of one work that have a former key in common: one branch renamed it, the other did not."""
    out = {line.key.casefold(): line for line in lines}
    problems = []
    holders: dict[str, str] = {}
    for line in list(out.values()):
        for alias in line.aliases:
            key = holders.setdefault(alias.casefold(), line.key.casefold())
            holder = out.get(key)
            other = line if holder is not line else out.get(alias.casefold())
            if holder and other and other is not holder and other.key in places and _share(holder, other):
                out.pop(other.key.casefold(), None)
                out[key] = _renamed(holder, other)
                problems.append(_doubled(name, places[other.key], other))
    return list(out.values()), problems


def _renamed(line: LockLine, other: LockLine) -> LockLine:
    """The line with what another line of its work says; that one's key becomes a former key."""
    joined = _joined(replace(line, added=min(line.added, other.added)), replace(other, key=line.key), "")
    names = dict.fromkeys((*line.aliases, *other.aliases, other.key))
    return replace(joined, aliases=tuple(alias for alias in names if alias != line.key))


def _doubled(name: str, number: int, line: LockLine) -> Problem:
    message = f"two lines for {line.key}: the next build joins them, commit the file then"
    return Problem("lock-doubled-key", "warning", message, Origin(name, number, number, "lock"))


def _joined(one: LockLine, other: LockLine, place: str) -> LockLine:
    """One line for a work that two branches added. Raises LockDamaged where the two are not one work."""
    if not _share(one, other):
        message = f"the key {one.key} is given to two works: change the key of one of the two lines"
        raise LockDamaged(f"{place}: {message}")
    first, second = sorted((one, other), key=lambda line: (line.added, to_json(line)))
    return replace(
        first,
        ids={**second.ids, **first.ids},
        titles=tuple(dict.fromkeys((*first.titles, *second.titles))),
        fingerprints=tuple(dict.fromkeys((*first.fingerprints, *second.fingerprints))),
        aliases=tuple(dict.fromkeys((*first.aliases, *second.aliases))),
        merged_into=first.merged_into or second.merged_into,
        facts=first.facts if first.facts.provenance else second.facts,
    )


def _share(one: LockLine, other: LockLine) -> bool:
    same_id = bool(set(one.ids.items()) & set(other.ids.items()))
    same_title = bool(set(one.titles) & set(other.titles))
    return same_id or same_title or bool(set(one.fingerprints) & set(other.fingerprints))


def _clashing_names(lock: Lock, places: dict[str, int], name: str) -> Iterator[Problem]:
    """A former key of one work that is another's key, and a merged line that leads nowhere."""
    keys = {line.key.casefold() for line in lock.lines}
    for line in lock.lines:
        origin = Origin(name, places[line.key], places[line.key], "lock")
        for alias in line.aliases:
            if alias.casefold() in keys:
                message = f"{alias} is a former key of {line.key} and another paper's key: remove the alias"
                yield Problem("lock-clashing-alias", "error", message, origin)
        if line.merged_into and lock.current(line) is line:
            message = (
                f"{line.key} is merged into {line.merged_into}, which leads nowhere: remove `merged_into`"
            )
            yield Problem("lock-lost-merge", "error", message, origin)


def _known_twice(lock: Lock, places: dict[str, int], name: str) -> Iterator[Problem]:
    """An identifier that two lines have, neither merged into the other: one work that two branches added."""
    seen: dict[tuple[str, str], LockLine] = {}
    for line in lock.lines:
        for mark in strong_ids(line.ids, line.kind).items():
            other = seen.setdefault(mark, line)
            if lock.current(other) is not lock.current(line):
                message = f"{line.key} and {other.key} are one work ({mark[0]} {mark[1]}): build joins them"
                yield Problem(
                    "lock-same-work",
                    "info",
                    message,
                    Origin(name, places[line.key], places[line.key], "lock"),
                )
                break


def write_lock(path: Path, lock: Lock) -> bool:
    """Writes the lock, sorted; whether its bytes differed. Without lines there is no file.

    Raises StopWork (disk full, read-only …).
    """
    if not lock.lines and not path.exists():
        return False
    try:
        return write_if_changed(path.resolve(), _bytes(lock.lines))
    except OSError as error:
        raise StopWork(f"{path.name}: cannot be written ({error.strerror}): nothing was changed") from error


def _bytes(lines: Iterable[LockLine]) -> bytes:
    return "".join(f"{to_json(line)}\n" for line in in_order(lines)).encode()
