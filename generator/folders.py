"""Which files a folder of the keeper's holds: what cannot be looked into is told, not taken for empty."""

from __future__ import annotations

import errno
from dataclasses import dataclass, field
from pathlib import Path

from generator.atomic import TEMPORARY


@dataclass(frozen=True, slots=True)
class Found:
    """files: in the order of their paths, links among them; closed: why folders and things that are no
    files cannot be read, each error with its `filename`."""

    files: list[Path] = field(default_factory=list)
    closed: list[OSError] = field(default_factory=list)


def files_below(folder: Path) -> Found:
    """The files of a folder and of its folders, but for hidden ones; links to folders are not followed.

    A folder that is not there holds nothing.
    """
    found = Found()
    for path in _inside(folder, found):
        try:
            _sort_in(path, found)
        except OSError as error:
            found.closed.append(error)
    return found


def _inside(folder: Path, found: Found) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not _is_hidden(path.name))
    except FileNotFoundError:
        return []
    except OSError as error:
        found.closed.append(error)
        return []


def _is_hidden(name: str) -> bool:
    return name.startswith(".") or name.endswith(TEMPORARY)


def _sort_in(path: Path, found: Found) -> None:
    if path.is_dir() and not path.is_symlink():
        below = files_below(path)
        found.files.extend(below.files)
        found.closed.extend(below.closed)
    elif path.is_file() or path.is_symlink():
        found.files.append(path)
    else:
        found.closed.append(OSError(errno.EINVAL, "is no regular file", str(path)))
