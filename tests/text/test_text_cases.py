"""The tables of cases in tests/cases/text: a bug report becomes one new line there."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.text import Name, Text

CASES = Path(__file__).parents[1] / "cases" / "text"
RENDERINGS = ("plain", "html", "bibtex", "search")


def rows(name: str) -> list[Any]:
    loaded = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    assert isinstance(loaded, list)
    return loaded


@pytest.mark.parametrize("case", rows("text"), ids=lambda case: case["source"])
def test_renderings(case: dict[str, str]) -> None:
    text = Text(case["source"])
    expected = {name: case[name] for name in RENDERINGS if name in case}
    assert {name: getattr(text, name) for name in expected} == expected


@pytest.mark.parametrize("case", rows("titles"), ids=lambda case: case["source"])
def test_capitals_of_titles(case: dict[str, str]) -> None:
    text = Text(case["source"])
    assert text.bibtex_title == case["bibtex"]
    assert Text.from_bibtex(text.bibtex_title).plain == text.plain


@pytest.mark.parametrize("case", rows("from_bibtex"), ids=lambda case: case["value"])
def test_bibtex_values(case: dict[str, str]) -> None:
    assert Text.from_bibtex(case["value"]).plain == case["plain"]


@pytest.mark.parametrize("case", rows("names"), ids=lambda case: case["text"])
def test_names(case: dict[str, str]) -> None:
    expected = Name(given=case["given"], family=case["family"], suffix=case.get("suffix", ""))
    assert Name.parse(case["text"]) == expected


@pytest.mark.parametrize("case", rows("name_lists"), ids=lambda case: case["text"])
def test_lists_of_names(case: dict[str, Any]) -> None:
    inverted = case.get("inverted", True)
    read = Name.from_bibtex_list if case.get("bibtex") else partial(Name.parse_list, inverted=inverted)
    parts = [[*name.split(" | "), "", ""][:3] for name in case["names"]]
    people = read(case["text"])
    assert [name for name in people if not name.is_others] == [
        Name(family=p[0], given=p[1], suffix=p[2]) for p in parts
    ]
    assert [name.is_others for name in people[len(parts) :]] == [True] * case.get("others", False)
