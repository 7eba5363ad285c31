"""Writing a file so that a stop at any moment leaves either the old bytes or the new ones."""

from __future__ import annotations

import os
from pathlib import Path

# Beside the file it will become; a stopped run may leave one, which the next run overwrites or removes.
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
    beside = path.with_name(f"{path.name}{TEMPORARY}")
    try:
        with beside.open("wb") as file:
            file.write(data)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    if sync:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Waits until the disk knows the names in a folder. Does nothing on Windows: none can be opened there."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
