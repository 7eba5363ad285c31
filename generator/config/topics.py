"""topics.yml: the topics of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import AfterValidator, AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field

from generator.config.checked import A_COLOR, AN_ICON, checked, read_yaml
from generator.config.colors import NAMES
from generator.errors import StopWork, did_you_mean
from generator.hierarchy import above
from generator.model import Topic

_TOPIC_ID = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
_RESERVED_TOPIC_IDS = frozenset({"index", "unsorted"})


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


def _known_color(value: str) -> str:
    """A colour: a word of CSS, or one in hexadecimal."""
    if not value.startswith("#") and value not in NAMES:
        hint = did_you_mean(value, sorted(NAMES), f"take one such as {A_COLOR}")
        raise ValueError(f"'{value}' is no colour{hint}")
    return value


OneLine = Annotated[str, BeforeValidator(_one_line)]


class TopicSettings(BaseModel):
    """A topic in topics.yml."""

    model_config = ConfigDict(extra="forbid", strict=True)

    id: Annotated[str, Field(pattern=_TOPIC_ID, max_length=80)]
    name: Annotated[OneLine, Field(min_length=1)]
    description: OneLine = ""
    terms: list[Annotated[OneLine, Field(min_length=1), AfterValidator(_sound_term)]] = []
    parent: str | None = None
    color: (
        Annotated[
            str,
            Field(pattern=r"^(#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})|[a-z]+)$"),
            AfterValidator(_known_color),
        ]
        | None
    ) = Field(None, validation_alias=AliasChoices("color", "colour"))
    icon: Annotated[str, Field(pattern=r"^[a-z0-9/-]+$")] | None = None


class _TopicsFile(BaseModel):
    model_config = ConfigDict(strict=True)

    topics: list[TopicSettings]


def read_topics(path: Path, shown: str) -> tuple[Topic, ...]:
    """The topics of topics.yml, in its order; none where the file does not exist.

    Accepts a list of topics or a mapping with the one key `topics`.
    Raises StopWork for a file that is not YAML, an unknown key, a wrong type, an id given twice,
    an unknown parent, a circle of parents, a word that is no colour or an icon that the theme does not have.
    """
    if not path.exists():
        return ()
    raw = read_yaml(path, shown, yaml.CSafeLoader)
    try:
        parsed = checked(_TopicsFile, raw if isinstance(raw, dict) else {"topics": raw or []}, shown)
        topics = tuple(
            Topic(**{**topic.model_dump(), "terms": tuple(topic.terms)}) for topic in parsed.topics
        )
        for complaint in (*_wrong_ids(topics), *_wrong_icons(topics)):
            raise StopWork(f"{shown}: {complaint}")
    except StopWork as error:
        complaint = str(error).removeprefix(f"{shown}: ")
        raise StopWork(f"{shown}:{_line(path, complaint.partition(': ')[0])}: {complaint}") from error
    return topics


def _line(path: Path, place: str) -> int:
    """The line of what `topics[3].terms` names, or of what should hold it."""
    node = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=yaml.CSafeLoader)
    names = re.findall(r"\w+", place)
    line = 0
    for name in names[1:] if isinstance(node, yaml.SequenceNode) else names:
        held = [value for key, value in _held(node) if key == name]
        if not held:
            break
        node = held[0]
        line = node.start_mark.line
    return line + 1


def _held(node: yaml.Node | None) -> list[tuple[str, yaml.Node]]:
    """What a node of YAML holds, by name or number."""
    if isinstance(node, yaml.SequenceNode):
        return [(str(number), value) for number, value in enumerate(node.value)]
    return [(key.value, value) for key, value in node.value] if isinstance(node, yaml.MappingNode) else []


def _wrong_ids(topics: Sequence[Topic]) -> Iterator[str]:
    place = {topic.id: number for number, topic in reversed(list(enumerate(topics)))}
    known = {topic.id: topic for topic in topics}
    for number, topic in enumerate(topics):
        if topic.id in _RESERVED_TOPIC_IDS:
            yield f"topics[{number}].id: '{topic.id}' is the name of a page of ours: choose another"
        if place[topic.id] != number:
            first = place[topic.id]
            yield f"topics[{number}].id: '{topic.id}' stands at topics[{first}] already: choose another"
        if topic.parent is not None and topic.parent not in place:
            yield f"topics[{number}].parent: there is no topic '{topic.parent}'"
        if topic.id in above(topic.id, known):
            yield f"topics[{number}].parent: '{topic.id}' is above itself: take one parent of the circle out"


def _wrong_icons(topics: Sequence[Topic]) -> Iterator[str]:
    icons = files("material") / "templates/.icons"
    for number, topic in enumerate(topics):
        if topic.icon is not None and not (icons / f"{topic.icon}.svg").is_file():
            yield f"topics[{number}].icon: the theme has no icon '{topic.icon}': take one such as {AN_ICON}"
