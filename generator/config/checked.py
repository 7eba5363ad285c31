"""Settings as they are written, read and checked: each complaint names the file and the place in it, as
`topics.yml: topics[3].terms: expected a list`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from generator.errors import StopWork

Settings = TypeVar("Settings", bound=BaseModel)

A_COLOR, AN_ICON = "'teal' or '#b03060'", "'material/translate'"
_EXPECTED = {
    "list_type": "expected a list",
    "string_type": "expected text (put it in quotes)",
    "model_type": "expected names with values, such as 'name: value'",
    "missing": "is missing",
    "extra_forbidden": "is not a setting: see the guide for those there are",
    "string_too_short": "must not be empty",
    "too_short": "must not be empty",
}
_EXPECTED_SHAPE = {
    "id": "small letters, digits and '-', such as 'graph-learning'",
    "color": f"a colour such as {A_COLOR}",
    "colour": f"a colour such as {A_COLOR}",
    "icon": f"the name of an icon, such as {AN_ICON}",
    "repository": "a web address, such as 'https://github.com/NAME/LIST'",
}


def read_yaml(path: Path, shown: str, loader: Any) -> object:
    """What a file of YAML holds. shown: the file as the keeper knows it. Raises StopWork."""
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
    except (
        ValueError,
        AttributeError,
    ) as error:  # PyYAML's own, for a date of 2026-02-30 and `!!timestamp x`
        raise StopWork(f"{shown}: a value that is none ({error}): put it in quotes") from error


def checked(model: type[Settings], values: object, shown: str, place: tuple[str, ...] = ()) -> Settings:
    """The settings that `values` are. place: of the values in the file `shown`. Raises StopWork."""
    try:
        return model.model_validate(values)
    except ValidationError as error:
        raise StopWork(f"{shown}: {_first_error(error, place)}") from error


def _first_error(error: ValidationError, prefix: tuple[str, ...]) -> str:
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
