"""Each case file of a structured format: known by its content, read as it says, every line accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.structured import case_files, load, problems, read_with_chosen, records, shown, skipped


@pytest.mark.parametrize("path", case_files(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path: Path) -> None:
    case = load(path)
    name, items = read_with_chosen(case["input"])
    assert name == case["format"]
    found = records(items)
    assert len(found) == len(case["records"])
    for record, expected in zip(found, case["records"], strict=True):
        values = shown(record.fields, record)
        assert {field: values.get(field) for field in expected} == expected
    assert problems(items) == case.get("problems", [])
    assert skipped(items) == case.get("skipped", [])


@pytest.mark.parametrize("path", case_files(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_record_text_is_what_stands_in_its_lines(path: Path) -> None:
    text = load(path)["input"]
    lines = text.split("\n")
    for record in records(read_with_chosen(text)[1]):
        place = "\n".join(lines[record.origin.line - 1 : record.origin.end_line])
        assert record.text.strip() in place
