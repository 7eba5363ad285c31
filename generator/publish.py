"""Putting what was made in its place: the only module that writes docs/ and site/.

Pages carry `generated: reading-list` in their front matter; a file beside such a page that differs from it in
the suffix alone goes with it, and so does data beside the search page. Everything else in
docs/ is the keeper's and stays as it is.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.atomic import TEMPORARY, sync_folder, write_if_changed
from generator.errors import StopWork
from generator.model import Origin, OutputFile, Problem

# Folders of docs/ in which everything generated, and nothing but that, is removed once it is stale.
OWNED = ("papers", "topics", "authors", "years", "venues", "search")
MARK = "generated: reading-list"
_DATA = frozenset({".bib", ".ris", ".json", ".jsonl", ".xml", ".csv", ".txt", ".svg"})

_SEARCH_PAGE = PurePosixPath("search/index.md")
# What stands beside a page under two suffixes; any other file has one.
_DOUBLE = (".cite.json", ".feed.json", ".preprint.bib")


@dataclass(frozen=True, slots=True)
class Published:
    """Paths relative to docs/ that were written and removed; how many were right already; what was left."""

    written: tuple[PurePosixPath, ...] = ()
    removed: tuple[PurePosixPath, ...] = ()
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()


def publish(files: Iterable[OutputFile], docs: Path) -> Published:
    """Writes what differs and removes what is stale. A page of the keeper's wins over one of ours.

    Raises StopWork when the disk is full, read-only …: what was there is whole then. Raises ValueError for a
    path outside docs/, or a page without the mark: a mistake of the program.
    """
    wanted = {file.path: file for file in files}
    for path in wanted:
        _check_path(path)
    try:
        return _publish(wanted, docs)
    except OSError as error:
        place = Path(error.filename).name if error.filename else "docs"
        raise StopWork(
            f"{place}: cannot be written ({error.strerror}): free space or check permissions"
        ) from error


def _publish(wanted: Mapping[PurePosixPath, OutputFile], docs: Path) -> Published:
    _check_folders(wanted, docs)
    theirs = {path for path in wanted if _is_keepers(docs, path)}
    written = []
    for path, file in sorted(wanted.items()):
        if path not in theirs and write_if_changed(docs / path, _bytes(file), sync=False):
            written.append(path)
    removed = _remove_stale(wanted.keys(), theirs, docs)
    unchanged = len(wanted) - len(theirs) - len(written)
    return Published(
        tuple(written), tuple(removed), unchanged, tuple(_left_alone(path) for path in sorted(theirs))
    )


def _check_path(path: PurePosixPath) -> None:
    if (
        path.is_absolute()
        or not path.parts
        or any(part in ("..", ".") or "\\" in part for part in path.parts)
    ):
        raise ValueError(f"a path outside docs: {path}")


def _check_folders(wanted: Iterable[PurePosixPath], docs: Path) -> None:
    """A link that leads out of docs/ is not followed."""
    home = docs.resolve()
    for folder in sorted({path.parent for path in wanted} | {PurePosixPath(name) for name in OWNED}):
        if not (docs / folder).resolve().is_relative_to(home):
            raise StopWork(f"{docs.name}/{folder}: leads out of {docs.name}: replace the link by a folder")


def _bytes(file: OutputFile) -> bytes:
    if file.path.suffix == ".md" and not is_generated(file.text):
        raise ValueError(f"a page without '{MARK}' in its front matter: {file.path}")
    return file.text.encode()


def _is_keepers(docs: Path, path: PurePosixPath) -> bool:
    """Whether the page at that place, or the page that a data file goes with, is the keeper's."""
    if path.suffix == ".md":
        return _page_owner(docs / path) == "keeper"
    in_owned = path.parts[0] in OWNED
    return in_owned and _page_owner(docs / _page_of(path)) == "keeper"


def _page_of(path: PurePosixPath) -> PurePosixPath:
    """The page that a data file goes with."""
    if path.parts[0] == _SEARCH_PAGE.parts[0]:
        return _SEARCH_PAGE
    double = next((suffix for suffix in _DOUBLE if path.name.endswith(suffix)), path.suffix)
    return path.with_name(path.name.removesuffix(double) + ".md")


def _page_owner(path: Path) -> str | None:
    """'keeper', 'generator', or None where there is no file."""
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return None
    except IsADirectoryError:
        return "keeper"
    return "generator" if is_generated(text) else "keeper"


def own_pages(docs: Path) -> Iterator[tuple[Path, str]]:
    """The pages that the keeper wrote, with their text."""
    for path in sorted(docs.rglob("*.md")):
        if path.relative_to(docs).parts[0] in OWNED or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        if not is_generated(text):
            yield path, text


def is_generated(text: str) -> bool:
    """Whether that is a page of ours."""
    if not text.startswith("---\n"):
        return False
    end = text.find("\n---", 3)
    return end >= 0 and f"\n{MARK}\n" in text[3 : end + 1]


def _left_alone(path: PurePosixPath) -> Problem:
    message = f"docs/{path} is written by hand and wins over the generated one: rename it to have that"
    return Problem("hand-written-page", "info", message, Origin(f"docs/{path}", 1, 1, "page"))


def _remove_stale(wanted: Set[PurePosixPath], theirs: Set[PurePosixPath], docs: Path) -> list[PurePosixPath]:
    removed = []
    for name in OWNED:
        for path in _stale(wanted, theirs, docs, docs / name):
            (docs / path).unlink()
            removed.append(path)
        _remove_empty(docs / name)
    return removed


def _stale(
    wanted: Set[PurePosixPath], theirs: Set[PurePosixPath], docs: Path, folder: Path
) -> list[PurePosixPath]:
    """Generated files that are not wanted: data before its page, so that a stop leaves no orphan."""
    here = {PurePosixPath(path.relative_to(docs).as_posix()) for path in _files(folder)}
    left = here - wanted
    halves = {path for path in left if path.name.endswith(TEMPORARY)}
    pages = {path for path in left if path.suffix == ".md" and _page_owner(docs / path) == "generator"}
    ours = pages | (here & wanted - theirs)
    data = {path for path in left if path.suffix in _DATA and _page_of(path) in ours}
    return [*sorted(halves), *sorted(data), *sorted(pages)]


def _files(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(where, name) for name in names)


def _remove_empty(folder: Path) -> None:
    for where, _, _ in os.walk(folder, topdown=False):
        if not any(os.scandir(where)):
            Path(where).rmdir()


def refuse_other_folder(site: Path) -> None:
    """Raises StopWork where `site`, which a build replaces as a whole, is something else than a site."""
    if site.is_file() or (site.is_dir() and any(site.iterdir()) and not (site / "index.html").exists()):
        raise StopWork(f"{site}: is there and is no site: take it away, or choose another site_dir")


def swap_site(new: Path, site: Path) -> bool:
    """Puts a finished build in the place of the published one; whether anything differed.

    new: a folder on the same disk as `site`; it is gone afterwards. A stop at any moment leaves the old site
    or the new one whole: at `site`, or where the next `recover_site` finds it. Raises StopWork (disk full …).
    """
    if site.is_symlink() or new.resolve().is_relative_to(site.resolve()):
        raise StopWork(f"{site.name}: is a link or holds the build itself: choose another site_dir")
    try:
        recover_site(site)
        if _same_tree(new, site):
            shutil.rmtree(new)
            return False
        _swap(new, site)
    except OSError as error:
        raise StopWork(f"{site.name}: cannot be replaced ({error.strerror}): the old site stays") from error
    return True


def _swap(new: Path, site: Path) -> None:
    old = _aside(site)
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    sync_folder(site.parent)
    shutil.rmtree(old, ignore_errors=True)


def recover_site(site: Path) -> bool:
    """Puts the old site back where a run was stopped between taking it away and placing the new one."""
    old = _aside(site)
    if not old.exists():
        return False
    if site.exists():
        shutil.rmtree(old)
        return False
    old.rename(site)
    return True


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


def _same_tree(one: Path, other: Path) -> bool:
    """Whether two folders hold the same names with the same bytes."""
    if not other.is_dir():
        return False
    names = {path.relative_to(one) for path in _files(one)}
    if names != {path.relative_to(other) for path in _files(other)}:
        return False
    return all(_same_file(one / name, other / name) for name in sorted(names))


def _same_file(one: Path, other: Path) -> bool:
    return one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
