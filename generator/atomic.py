"""Writing a file so that a stop at any moment leaves either the old bytes or the new ones."""

from __future__ import annotations

import os
from pathlib import Path

# Hidden beside the file it will become; the next run overwrites or removes what a stopped one left.
TEMPORARY = ".reading-list-tmp"


def write_if_changed(path: Path, data: bytes, *, sync: bool = True) -> bool:
    """Writes the bytes unless the file holds them already; whether it wrote.

    sync: also waits until the disk has them (fsync of the file and its folder).
    Raises OSError (disk full, read-only …); the old file is whole then.
    """
    if _holds(path, data):
        return False
    write(path, data, sync=sync)
    return True


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError):
        return False


def write(path: Path, data: bytes, *, sync: bool = True) -> None:
    """Writes beside the file, then renames over it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}{TEMPORARY}")
    try:
        with beside.open("wb") as file:
            file.write(data)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        error.filename = str(path)  # a write that fails does not say where
        raise
    if sync:
        sync_folder(path.parent)


def create(path: Path, data: bytes) -> None:
    """Writes a new file, whole or not at all; a stop in between leaves at most an empty one.

    Raises FileExistsError where there is one, OSError (disk full, read-only …).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.open("xb").close()
    try:
        write(path, data)
    except OSError:
        path.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Waits until the disk knows the names in a folder. Does nothing on Windows: none can be opened there."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
