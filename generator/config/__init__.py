"""The settings of a list, from mkdocs.yml (`extra.reading_list` and MkDocs' own names), and its topics.

The one place where foreign settings are checked; every error names the file and the place in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Annotated

from mkdocs.utils.yaml import get_yaml_loader
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.config.checked import checked, read_yaml
from generator.config.topics import read_topics
from generator.errors import StopWork

__all__ = ["Config", "ReadingListSettings", "find_root", "read_config", "read_topics"]


def _folder_inside(value: str) -> str:
    """A path that stays inside the list's folder."""
    if "\0" in value:
        raise ValueError("expected a path, and no path has a NUL in it")
    if value.startswith(("/", "\\")) or re.match(r"^[A-Za-z]:", value) or ".." in Path(value).parts:
        raise ValueError("expected a path inside the list's folder")
    return value


ListPath = Annotated[str, BeforeValidator(_folder_inside), Field(min_length=1)]


class ReadingListSettings(BaseModel):
    """`extra.reading_list` of mkdocs.yml."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    abstracts: ListPath = "abstracts"
    notes: ListPath = "notes"
    topics: ListPath = "topics.yml"
    repository: Annotated[str, Field(pattern=r"^https?://[^\s\"'<>]+$")] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A list and its settings. All paths are absolute; site_url ends in '/' or is empty."""

    root: Path
    site_name: str
    site_description: str
    site_url: str
    docs: Path
    site: Path
    abstracts: Path
    notes: Path
    topics_file: Path
    repository: str | None

    @property
    def mkdocs_file(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def lock_file(self) -> Path:
        return self.root / "papers.lock.jsonl"

    @property
    def cache(self) -> Path:
        return self.root / ".cache"

    def shown(self, path: Path) -> str:
        """`path` as the keeper knows it: relative to the list's folder, with '/'."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path)


def find_root(start: Path) -> Path:
    """The folder of the list that `start` lies in: the nearest one upwards with a mkdocs.yml.

    Raises StopWork where there is none.
    """
    for folder in (start, *start.parents):
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise StopWork(
        f"{start}: no reading list here (no mkdocs.yml): go to one, or make one with 'reading-list new DIR'"
    )


def read_config(root: Path, site_url: str | None = None) -> Config:
    """The settings of the list in `root`. site_url: in place of the one in mkdocs.yml.

    Raises StopWork, with file and place, for settings that cannot be used.
    """
    raw = read_yaml(root / "mkdocs.yml", "mkdocs.yml", get_yaml_loader())
    if not isinstance(raw, dict):
        raise StopWork("mkdocs.yml: expected settings such as 'site_name: My reading list'")
    extra = raw.get("extra") or {}
    own = (extra.get("reading_list") if isinstance(extra, dict) else None) or {}
    settings = checked(ReadingListSettings, own, "mkdocs.yml", ("extra", "reading_list"))
    url = str(site_url if site_url is not None else raw.get("site_url") or "")
    config = Config(
        root=root,
        site_name=str(raw.get("site_name") or "Reading list"),
        site_description=str(raw.get("site_description") or ""),
        site_url=url and url.rstrip("/") + "/",
        docs=root / str(raw.get("docs_dir") or "docs"),
        site=root / str(raw.get("site_dir") or "site"),
        abstracts=root / settings.abstracts,
        notes=root / settings.notes,
        topics_file=root / settings.topics,
        repository=settings.repository,
    )
    for name, path in (("docs_dir", config.docs), ("site_dir", config.site)):
        if "\0" in str(path):
            raise StopWork(f"mkdocs.yml: {name}: no path has a NUL in it")
    for complaint in _mixed_folders(config):
        raise StopWork(f"mkdocs.yml: {complaint}: name a folder of its own")
    return config


def _mixed_folders(config: Config) -> Iterator[str]:
    """Complaints about folders in which what is made would replace the keeper's files or be read as such."""
    made = {"docs_dir": config.docs.resolve(), "site_dir": config.site.resolve()}
    keepers = {"abstracts": config.abstracts, "notes": config.notes, "topics": config.topics_file}
    for name, folder in made.items():
        if config.root.resolve().is_relative_to(folder):
            yield f"{name}: '{config.shown(folder)}' holds the list itself"
    for (name, folder), (other, place) in combinations([*made.items(), *keepers.items()], 2):
        if name in made and _overlap(folder, place.resolve()):
            yield f"{name}: '{config.shown(folder)}' and {other} lie in each other"


def _overlap(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)
