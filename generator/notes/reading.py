"""Reading notes/KEY.md. What can't be read is a problem with its line; the note is private until mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import yaml
from frontmatter.default_handlers import YAMLHandler

from generator.errors import StopWork, did_you_mean, nearest
from generator.formats import DETAILS
from generator.model import Fields, Note, Origin, Problem
from generator.notes.values import ABOUT_READING, CORRECTIONS, IDS, READERS, BadValueError, is_empty, private

_OTHER_NAMES = {"author": "authors", "journal": "venue", "booktitle": "venue", "note": "note", "tag": "tags"}


def read_notes(folder: Path, shown: str = "notes") -> tuple[dict[str, Note], tuple[Problem, ...]]:
    """The notes of a folder by key (the file's name without .md), and what is wrong with them.

    shown: the folder as the keeper knows it. Only *.md directly in the folder are notes, README.md is none.
    Raises StopWork where the folder cannot be read: without its notes a list would give other keys.
    """
    notes: dict[str, Note] = {}
    problems: list[Problem] = []
    for path in _note_files(folder, shown):
        place = f"{shown}/{path.name}"
        note, wrong = _read_file(path, place)
        notes[path.stem] = note
        problems += wrong
    return notes, tuple(problems)


def _note_files(folder: Path, shown: str) -> Iterator[Path]:
    try:
        paths = sorted(folder.iterdir())
    except FileNotFoundError:
        return iter(())
    except OSError as error:
        raise StopWork(f"{shown}/: cannot be read ({error.strerror}): check its permissions") from error
    return (path for path in paths if path.suffix == ".md" and _is_note(path.name))


def _is_note(name: str) -> bool:
    return name.lower() != "readme.md" and not name.startswith(".")


def _read_file(path: Path, place: str) -> tuple[Note, list[Problem]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        return _unreadable(place, 1, f"cannot be read ({error.strerror})")
    try:
        return parse_note(data.decode("utf-8-sig").replace("\r\n", "\n"), place)
    except UnicodeDecodeError as error:
        return _unreadable(place, data.count(b"\n", 0, error.start) + 1, "is not UTF-8: save it as UTF-8")


def _unreadable(place: str, line: int, what: str) -> tuple[Note, list[Problem]]:
    message = f"{what}; nothing of the note is shown until then"
    return Note(path=place, private=True), [Problem("note-unreadable", "error", message, _at(place, line))]


def _at(place: str, line: int) -> Origin:
    return Origin(place, line, line, "note")


def parse_note(text: str, place: str) -> tuple[Note, list[Problem]]:
    """A note from its text. place: as the keeper knows the file."""
    if not text.lstrip().startswith("---"):
        return _unless_meant_private(Note(path=place, body=text), [])
    try:
        head, body = YAMLHandler().split(text)
    except ValueError:
        return _unreadable(place, 1, "has no line '---' that ends its front matter: add one")
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    blank = len(body) - len(body.lstrip("\n"))
    note = Note(path=place, body=body[blank:], body_line=body_line + blank)
    above = text[: len(text) - len(text.lstrip())].count("\n")
    return _with_head(note, "\n" * above + head)


def _with_head(note: Note, head: str) -> tuple[Note, list[Problem]]:
    """The note with what its front matter says. head: from the file's first line on."""
    try:
        root = yaml.compose(head, Loader=yaml.SafeLoader)
    except RecursionError:
        return _unreadable(note.path, 1, "has front matter that is nested too deep: mend it")
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        return _unreadable(note.path, line, f"has front matter that is no YAML ({_reason(error)}): mend it")
    if root is None:
        return _unless_meant_private(note, [])
    if not isinstance(root, yaml.MappingNode):
        return _unreadable(note.path, 2, "has front matter that is no list of `field: value`: mend it")
    return _unless_meant_private(*_with_fields(note, root))


_MEANT_PRIVATE = re.compile(r"^[ \t]*[\"']?private[\"']?[ \t]*[:=][ \t]*[\"']?(?:true|yes|on)\b", re.I | re.M)


def _unless_meant_private(note: Note, problems: list[Problem]) -> tuple[Note, list[Problem]]:
    """A note whose text says `private: true` in a line of its own is private, and told to say so above."""
    found = _MEANT_PRIVATE.search(note.body)
    if note.private or not found:
        return note, problems
    line = note.body_line + note.body.count("\n", 0, found.start())
    hidden, told = _unreadable(note.path, line, "says `private` outside of its front matter: move it there")
    return replace(hidden, same_as=note.same_as, distinct_from=note.distinct_from), [*problems, *told]


def _reason(error: yaml.YAMLError) -> str:
    return " ".join(str(getattr(error, "problem", None) or "not valid").split())


@dataclass
class _Seen:
    """What the fields of one note gave so far; lives within one call."""

    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def _with_fields(note: Note, root: yaml.MappingNode) -> tuple[Note, list[Problem]]:
    seen = _Seen()
    for key, value in root.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else "?"
        _take(seen, note.path, _OTHER_NAMES.get(name, name), name, key, value)
    hidden = seen.values.pop("private", False)
    whole = hidden is True
    return (
        replace(
            note,
            corrections=_corrections(seen.values),
            private=whole,
            private_fields=hidden if isinstance(hidden, tuple) else (),
            **{name: value for name, value in seen.values.items() if name in ABOUT_READING},
        ),
        seen.problems,
    )


def _take(seen: _Seen, place: str, name: str, written: str, key: yaml.Node, node: yaml.Node) -> None:
    origin = _at(place, key.start_mark.line + 1)
    if name != "private" and name not in READERS:
        fields = [*READERS, "private"]
        hint = did_you_mean(name, fields, "see the guide for the fields of a note")
        message = f"{written!r:.60} is no field of a note{hint}"
        seen.problems.append(Problem("note-unknown-field", "warning", message, origin, written[:80]))
        if nearest(name, fields)[:1] == ["private"] or name == "<<":
            seen.values["private"] = True
        return
    if name in seen.values:
        if name == "private":
            seen.values[name] = True
        counts = "all of the note is private" if name == "private" else "the first one counts"
        message = f"{written} is given twice: {counts}"
        seen.problems.append(Problem("note-bad-value", "warning", message, origin, written[:80]))
        return
    if name == "private" or not is_empty(node):
        _read_value(seen, name, node, origin)


def _read_value(seen: _Seen, name: str, node: yaml.Node, origin: Origin) -> None:
    try:
        seen.values[name] = private(node) if name == "private" else READERS[name](node)
    except BadValueError as error:
        message = f"{name}: {error}"
        line = node.start_mark.line + 1
        seen.problems.append(Problem("note-bad-value", "warning", message, _at(origin.path, line)))
        if name == "private":
            seen.values[name] = True


def _corrections(values: Mapping[str, Any]) -> Fields:
    fields: dict[str, Any] = {name: value for name, value in values.items() if name in CORRECTIONS}
    ids = {name: value for name, value in values.items() if name in IDS}
    details = {name: value for name, value in values.items() if name in DETAILS}
    if ids:
        fields["ids"] = ids
    if details:
        fields["details"] = details
    return cast(Fields, fields)
