"""The guide is whole and true: what exists in the program is documented, and what is documented exists."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import cli
from generator.commands.export import FORMATS
from generator.commands.shown import problem_json
from generator.config import ReadingListSettings
from generator.config.topics import TopicSettings
from generator.exports import paper_to_json
from generator.model import Paper, Problem, RawRecord
from generator.notes.values import READERS as NOTE_FIELDS
from generator.sources import CONTAINERS, READERS, read_bytes

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs/guide"
MAKES_PROBLEM = re.compile(r"(?i)(problem|fault|finding)$")
KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")


def sections(page: str, mark: str = "##") -> dict[str, str]:
    """The text below each heading of that level, by the heading (or the name in its comment)."""
    text = (GUIDE / page).read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for part in re.split(rf"^{mark} ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        own_id = re.search(r"<!-- (\S+) -->", heading)
        found[own_id[1] if own_id else heading.strip()] = body
    return found


def commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for part in command.commands.values():
            yield from commands(part, f"{name} {part.name}")


COMMANDS = dict(commands(cli, "reading-list"))


def options(command: click.Command) -> set[str]:
    """The long options, but for --help."""
    names = {opt for param in command.params for opt in param.opts if isinstance(param, click.Option)}
    return {name for name in names if name.startswith("--")} - {"--help"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    section = sections("commands.md").get(name)
    assert section is not None, f"docs/guide/commands.md needs a section '## {name}'"
    table = {
        opt
        for row in re.findall(r"^\|(.*?)\|", section, re.MULTILINE)
        for opt in re.findall(r"`(--[a-z-]+)", row)
    }
    assert table == options(COMMANDS[name])


def test_no_command_is_documented_that_does_not_exist() -> None:
    documented = {name for name in sections("commands.md") if name.startswith("reading-list")}
    assert documented == set(COMMANDS)


def test_every_name_of_what_read_prints_for_programs_is_documented() -> None:
    section = sections("commands.md")["reading-list read"]
    printed = {**paper_to_json(Paper()), **problem_json(Problem("a", "info", "b")), "skipped": ""}
    assert not [name for name in printed if f"`{name}`" not in section]


def test_every_export_is_documented() -> None:
    section = sections("commands.md")["reading-list export"]
    assert not [name for name in FORMATS if f"`{name}`" not in section]


def problem_codes() -> dict[str, str]:
    """Every problem code in the program and a place that uses it: a kebab-case word handed to a problem."""
    found: dict[str, str] = {}
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not MAKES_PROBLEM.search(ast.unparse(node.func)):
                continue
            for value in (*node.args, *(keyword.value for keyword in node.keywords)):
                if (
                    isinstance(value, ast.Constant)
                    and isinstance(value.value, str)
                    and KEBAB.fullmatch(value.value)
                ):
                    found[value.value] = f"{path.relative_to(ROOT)}:{node.lineno}"
    return found


def test_every_problem_is_documented() -> None:
    codes = problem_codes()
    documented = sections("problems.md", "###")
    assert not {code: place for code, place in codes.items() if code not in documented}
    assert not set(documented) - set(codes), "documented, but no longer in the program"
    assert not [code for code, text in documented.items() if len(text.split()) < 8]


_TITLES = (
    "Attention Is All You Need",
    "Deep learning",
    "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
    "The TeXbook",
    "深度学习",
)


def examples(section: str) -> list[str]:
    return re.findall(r"^```(?!console)\w*\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("name", [reader.name for reader in READERS])
def test_every_format_has_an_example_that_is_read(name: str) -> None:
    section = sections("formats.md").get(name)
    assert section is not None, f"docs/guide/formats.md needs a section '## … <!-- {name} -->'"
    assert examples(section)
    for example in examples(section):
        items = list(read_bytes(example.encode(), "example"))
        records = [item for item in items if isinstance(item, RawRecord)]
        assert records, example
        assert {record.origin.format for record in records} == {name}
        assert not [item for item in items if isinstance(item, Problem)], example


def test_every_wrapping_has_a_section() -> None:
    page = sections("formats.md")
    assert {container.name for container in CONTAINERS} == {
        "gzip",
        "zip",
        "office",
        "rtf",
        "mail",
        "answer",
        "evernote",
    }
    assert "`.gz`" in page["compressed"] and "`.zip`" in page["compressed"]
    assert all(f"`.{kind}`" in page["office"] for kind in ("docx", "odt", "rtf", "xlsx", "ods"))
    found = [
        i for i in read_bytes(examples(page["answer"])[0].encode(), "in.json") if isinstance(i, RawRecord)
    ]
    assert [record.fields["title"] for record in found] == ["Attention Is All You Need"]
    (record,) = read_bytes(examples(page["evernote"])[0].encode(), "notes.enex")
    assert isinstance(record, RawRecord) and record.fields["arxiv"] == "1706.03762"
    (record,) = read_bytes(examples(page["mail"])[0].encode(), "for-friday.eml")
    assert isinstance(record, RawRecord) and record.fields["title"] == "Deep learning"


def test_every_example_reads_as_it_looks() -> None:
    """The papers of the examples are few and known: a title that is read otherwise, or cut, would be told."""
    read = {
        record.fields["title"].rstrip(".").casefold()
        for section in sections("formats.md").values()
        for example in examples(section)
        for record in read_bytes(example.encode(), "example")
        if isinstance(record, RawRecord) and "title" in record.fields
    }
    assert read == {title.casefold() for title in _TITLES}


def test_every_setting_is_documented() -> None:
    settings = (GUIDE / "settings.md").read_text(encoding="utf-8")
    assert not [name for name in ReadingListSettings.model_fields if f"`{name}`" not in settings]
    topics = (GUIDE / "topics.md").read_text(encoding="utf-8")
    assert not [name for name in TopicSettings.model_fields if f"`{name}`" not in topics]


def test_every_field_of_a_note_is_documented() -> None:
    rows = re.findall(r"^\| (`.*?) \|", (GUIDE / "notes.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == {*NOTE_FIELDS, "private"}


def test_every_page_of_the_guide_can_be_reached_from_the_first() -> None:
    linked = set(re.findall(r"\]\((\w+\.md)\)", (GUIDE / "index.md").read_text(encoding="utf-8")))
    assert linked == {path.name for path in GUIDE.glob("*.md")} - {"index.md"}
