"""One run at a time holds a list. The system lets go of the lock when the run ends, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from generator.errors import ListBusy, StopWork

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LOCK_FILE = Path(".cache", "run.lock")


@contextmanager
def hold(root: Path) -> Iterator[None]:
    """Holds the list in `root` while the block runs.

    Raises ListBusy (exit code 3) while another run holds it, StopWork where the file can't be made.
    """
    path = root / LOCK_FILE
    file = _open(path)
    try:
        if not _take(file):
            raise ListBusy(f"another run holds this list{_holder(path)}: wait for it, or stop it")
        _sign(path)
        yield
    finally:
        file.close()


def _open(path: Path) -> IO[bytes]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("a+b")
    except OSError as error:
        raise StopWork(
            f"{path}: cannot be written ({error.strerror}): check the folder's permissions"
        ) from error


def _take(file: IO[bytes]) -> bool:
    """Locks the file without waiting. The lock goes with the open file, not with its name or its bytes."""
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _sign(path: Path) -> None:
    """Notes whose lock it is, for the message alone: what a full disk does not let in is left out."""
    with suppress(OSError):
        path.with_suffix(".pid").write_text(f"{os.getpid()}\n", encoding="ascii")


def _holder(path: Path) -> str:
    try:
        process = path.with_suffix(".pid").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
    return f" (process {process})" if process.isdigit() else ""
