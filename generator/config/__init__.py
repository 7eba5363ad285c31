"""The settings of a list: mkdocs.yml (`extra.reading_list` and MkDocs' own names) and topics.yml.

The one place where foreign settings are checked; every error names the file and the place in it:
`topics.yml: topics[3].terms: expected a list`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Annotated, Any

import yaml
from mkdocs.utils.yaml import get_yaml_loader
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from generator.errors import StopWork
from generator.model import Topic

TOPIC_ID = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_RESERVED_TOPIC_IDS = frozenset({"index", "unsorted"})


def _folder_inside(value: str) -> str:
    """A path that stays inside the list's folder."""
    if value.startswith(("/", "\\")) or re.match(r"^[A-Za-z]:", value) or ".." in Path(value).parts:
        raise ValueError("expected a path inside the list's folder")
    return value


def _one_line(value: object) -> object:
    """Block scalars of YAML end in a line end; a name or description is one line."""
    return " ".join(value.split()) if isinstance(value, str) else value


def _sound_term(value: str) -> str:
    """A term of a topic, with a word in it and, after '^', how much it counts."""
    weight = re.search(r'\^([^\s"]*)$', value)
    if weight and not re.fullmatch(r"(?=.*[1-9])\d+(?:\.\d+)?", weight[1], re.ASCII):
        raise ValueError(
            f"'{value}': expected a number above 0 after '^', such as 'survey^2' or 'survey^0.5'"
        )
    if not any(map(str.isalnum, value[: weight.start()] if weight else value)):
        raise ValueError(f"'{value}': expected a word or a phrase, such as 'graph learning'")
    return value


ListPath = Annotated[str, BeforeValidator(_folder_inside), Field(min_length=1)]
OneLine = Annotated[str, BeforeValidator(_one_line)]


class ReadingListSettings(BaseModel):
    """`extra.reading_list` of mkdocs.yml."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    abstracts: ListPath = "abstracts"
    notes: ListPath = "notes"
    topics: ListPath = "topics.yml"
    repository: Annotated[str, Field(pattern=r"^https?://[^\s\"'<>]+$")] | None = None


class _TopicSettings(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    id: Annotated[str, Field(pattern=TOPIC_ID, max_length=80)]
    name: Annotated[OneLine, Field(min_length=1)]
    description: OneLine = ""
    terms: list[Annotated[OneLine, Field(min_length=1), AfterValidator(_sound_term)]] = []
    parent: str | None = None
    color: (
        Annotated[str, Field(pattern=r"^(#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})|[a-z]+)$")]
        | None
    ) = None
    icon: Annotated[str, Field(pattern=r"^[a-z0-9/-]+$")] | None = None


class _TopicsFile(BaseModel):
    model_config = ConfigDict(strict=True)

    topics: list[_TopicSettings]


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
    raw = _read_yaml(root / "mkdocs.yml", "mkdocs.yml", get_yaml_loader())
    if not isinstance(raw, dict):
        raise StopWork("mkdocs.yml: expected settings such as 'site_name: My reading list'")
    extra = raw.get("extra") or {}
    own = (extra.get("reading_list") if isinstance(extra, dict) else None) or {}
    try:
        settings = ReadingListSettings.model_validate(own)
    except ValidationError as error:
        raise StopWork(f"mkdocs.yml: {_first_error(error, ('extra', 'reading_list'))}") from error
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


def read_topics(path: Path, shown: str) -> tuple[Topic, ...]:
    """The topics of topics.yml, in its order; none where the file does not exist.

    Accepts a list of topics or a mapping with the one key `topics`.
    Raises StopWork for a file that is not YAML, an unknown key, a wrong type, an id given twice,
    an unknown parent, a circle of parents or an icon that the theme does not have.
    """
    if not path.exists():
        return ()
    raw = _read_yaml(path, shown, yaml.CSafeLoader)
    try:
        parsed = _TopicsFile.model_validate(raw if isinstance(raw, dict) else {"topics": raw or []})
    except ValidationError as error:
        raise StopWork(f"{shown}: {_first_error(error)}") from error
    topics = tuple(Topic(**{**topic.model_dump(), "terms": tuple(topic.terms)}) for topic in parsed.topics)
    for complaint in (*_wrong_ids(topics), *_wrong_icons(topics)):
        raise StopWork(f"{shown}: {complaint}")
    return topics


def _wrong_ids(topics: tuple[Topic, ...]) -> Iterable[str]:
    place = {topic.id: number for number, topic in reversed(list(enumerate(topics)))}
    parent = {topic.id: topic.parent for topic in topics}
    for number, topic in enumerate(topics):
        if topic.id in _RESERVED_TOPIC_IDS:
            yield f"topics[{number}].id: '{topic.id}' is the name of a page of ours: choose another"
        if place[topic.id] != number:
            first = place[topic.id]
            yield f"topics[{number}].id: '{topic.id}' stands at topics[{first}] already: choose another"
        if topic.parent is not None and topic.parent not in place:
            yield f"topics[{number}].parent: there is no topic '{topic.parent}'"
        if _in_circle(topic.id, parent):
            yield f"topics[{number}].parent: '{topic.id}' is above itself: take one parent of the circle out"


def _wrong_icons(topics: tuple[Topic, ...]) -> Iterable[str]:
    icons = files("material") / "templates/.icons"
    for number, topic in enumerate(topics):
        if topic.icon is not None and not (icons / f"{topic.icon}.svg").is_file():
            yield f"topics[{number}].icon: the theme has no icon '{topic.icon}': take one such as {_AN_ICON}"


def _in_circle(start: str, parent: dict[str, str | None]) -> bool:
    above = parent.get(start)
    for _ in parent:
        if above is None or above == start:
            break
        above = parent.get(above)
    return above == start


def _read_yaml(path: Path, shown: str, loader: Any) -> object:
    try:
        return yaml.load(path.read_text(encoding="utf-8-sig"), Loader=loader)
    except OSError as error:
        raise StopWork(f"{shown}: cannot be read ({error.strerror}): see that the file is there") from error
    except UnicodeDecodeError as error:
        raise StopWork(f"{shown}: is not UTF-8 (byte {error.start + 1}): save it as UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{shown}:{mark.line + 1}" if mark else shown
        what = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be understood"
        raise StopWork(f"{where}: not valid YAML ({what}): mend that line") from error


_EXPECTED = {
    "list_type": "expected a list",
    "string_type": "expected text (put it in quotes)",
    "dict_type": "expected names with values",
    "model_type": "expected names with values, such as 'id: my-topic'",
    "missing": "is missing",
    "extra_forbidden": "is not a setting: see the guide for those there are",
    "string_too_short": "must not be empty",
    "too_short": "must not be empty",
}
_AN_ICON = "'material/translate'"
_EXPECTED_SHAPE = {
    "id": "small letters, digits and '-', such as 'graph-learning'",
    "color": "a colour such as 'teal' or '#b03060'",
    "icon": f"the name of an icon, such as {_AN_ICON}",
    "repository": "a web address, such as 'https://github.com/NAME/LIST'",
}


def _first_error(error: ValidationError, prefix: tuple[str, ...] = ()) -> str:
    """The first complaint as `topics[3].terms: expected a list`."""
    first = error.errors()[0]
    place = ""
    for part in (*prefix, *first["loc"]):
        place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else str(part)
    if first["type"] == "string_pattern_mismatch" and first["loc"][-1] in _EXPECTED_SHAPE:
        said = f"{first['input']!r}: expected {_EXPECTED_SHAPE[str(first['loc'][-1])]}"
    else:
        said = _EXPECTED.get(first["type"], first["msg"].removeprefix("Value error, "))
    return f"{place}: {said}"
