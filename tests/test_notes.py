"""Notes: read as the keeper wrote them, laid over papers, published only where they may be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import Entry, Kind, Link, Note, Paper, Provenance, Status
from generator.notes import Target, apply, lay, link_papers, new_note, parse_note, public_note, read_notes
from generator.notes.values import READERS
from generator.text import Name, Text
from tests.hang import ends_in_time
from tests.works_support import paper

CASES = Path(__file__).parent / "cases" / "notes"


def cases(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return loaded


def plain(value: object) -> object:
    """A Note's value as YAML would write it."""
    if isinstance(value, Name):
        return value.plain
    if isinstance(value, Link):
        return [value.label, value.url]
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    return value.value if isinstance(value, Kind) else value


def filled(note: Note) -> dict[str, object]:
    empty = Note(path=note.path)
    names = [name for name in Note.__slots__ if name not in ("path", "body", "body_line")]
    return {name: plain(getattr(note, name)) for name in names if getattr(note, name) != getattr(empty, name)}


@pytest.mark.parametrize("case", cases("fields.yml"), ids=lambda case: case["note"][:50])
def test_front_matter(case: dict[str, Any]) -> None:
    note, problems = parse_note(f"---\n{case['note']}\n---\n\nBody.\n", "notes/k.md")
    assert filled(note) == case.get("gives", {})
    told = [(p.origin.line if p.origin else 0, p.code, p.message) for p in problems]
    wanted = case.get("problems", [])
    assert len(told) == len(wanted)
    for (line, code, message), (wanted_line, wanted_code, part) in zip(told, wanted, strict=True):
        assert (line, code) == (wanted_line, wanted_code) and part in message and "\n" not in message


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("Just text.\n", "Just text.\n", 1),
        ("---\ntitle: x\n---\nBody\n", "Body\n", 4),
        ("---\ntitle: x\n---\n\n\nBody --- x\n---\n", "Body --- x\n---\n", 6),
        ("---\n---\n\nBody\n", "Body\n", 4),
        ("---\n# a comment\n---\n", "", 4),
        ("", "", 1),
    ],
)
def test_the_body_and_its_line(text: str, body: str, line: int) -> None:
    note, problems = parse_note(text, "notes/k.md")
    assert (note.body, problems) == (body, [])
    assert not note.body or note.body_line == line


def test_an_open_front_matter_hides_the_note() -> None:
    note, problems = parse_note("---\nprivate: true\n\nMy secret\n", "notes/k.md")
    assert note.private and note.body == "" and [p.code for p in problems] == ["note-unreadable"]


@pytest.mark.parametrize(
    "text",
    [
        "\n---\nprivate: true\n---\nsecret\n",
        " \n\u00a0---\nprivate: true\n---\nsecret\n",
        "---\nPRIVATE: true\n---\nsecret\n",
        "---\nprivate: false\nprivate: true\n---\nsecret\n",
        "---\nprivate: [rating]\nprivate: true\n---\nsecret\n",
        "---\n<<: {private: true}\n---\nsecret\n",
        "<!-- a remark -->\n---\nprivate: true\n---\nsecret\n",
        "+++\nprivate = true\n+++\nsecret\n",
        "---\nstatus: read\n---\nMine.\n---\nprivate: true\n---\nsecret\n",
        f"---\nx: {'[' * 5000}\n---\nsecret\n",
    ],
)
def test_what_is_meant_to_be_private_is(text: str) -> None:
    note, _ = parse_note(text, "notes/x.md")
    assert public_note(note) is None


def test_lines_are_told_with_blank_ones_above_the_front_matter() -> None:
    _, problems = parse_note("\n\n---\nrating: 9\n---\n", "notes/x.md")
    assert [str(problem.origin) for problem in problems] == ["notes/x.md:4"]


@pytest.mark.parametrize(
    "line", ["started: 2026-02-30", "rating: ５", "created: ２０２６", "authors: [~, Ada Lovelace]"]
)
def test_values_that_only_look_right_are_told(line: str) -> None:
    _, problems = parse_note(f"---\n{line}\n---\n", "notes/x.md")
    assert [problem.code for problem in problems] == ["note-bad-value"]


def test_a_folder_of_notes(tmp_path: Path) -> None:
    (tmp_path / "b.md").write_bytes(b"\xef\xbb\xbf---\r\nrating: 4\r\n---\r\nBody\r\n")
    (tmp_path / "a.md").write_bytes(b"caf\xe9")
    (tmp_path / "README.md").write_text("about", encoding="utf-8")
    (tmp_path / "c.txt").write_text("no note", encoding="utf-8")
    (tmp_path / "d.md").mkdir()
    notes, problems = read_notes(tmp_path, "notes")
    assert set(notes) == {"a", "b", "d"}
    assert (notes["b"].rating, notes["b"].body) == (4, "Body\n")
    assert [(p.code, str(p.origin)) for p in problems] == [
        ("note-unreadable", "notes/a.md:1"),
        ("note-unreadable", "notes/d.md:1"),
    ]
    assert read_notes(tmp_path / "none") == ({}, ())


TARGETS = {"ren": Target("ren", "Prompts", "Ren 2023"), "li": Target("li", "Letters", "Li 2024")}


@pytest.mark.parametrize("case", cases("links.yml"), ids=lambda case: case["body"][:40])
def test_links(case: dict[str, Any]) -> None:
    body, problems = link_papers(case["body"], lambda key: TARGETS.get(key.lower()), "notes/k.md", 1)
    assert body == case["html"]
    assert [p.origin.line if p.origin else 0 for p in problems] == case.get("wrong", [])


@pytest.mark.parametrize("unit", ["[", "[[", "[@a", "`", "` `` ", "[@a; ", "]", "[[a|"])
def test_links_take_linear_time(unit: str) -> None:
    with ends_in_time():
        link_papers(unit * (20_000 // len(unit)), lambda _: None, "n", 1)


def entry(key: str, one: Paper, *aliases: str) -> Entry:
    return Entry(key=key, paper=one, added="2026-11-22", aliases=aliases)


def note(text: str, key: str = "one") -> Note:
    return parse_note(text, f"notes/{key}.md")[0]


def test_corrections_are_the_keepers() -> None:
    before = paper(1, ids={"arxiv": "2306.04387"}, details={"volume": "1"})
    after = apply(
        note("---\ntitle: New\nyear: 1999\nauthors: [Ada Lovelace]\ndoi: 10.1145/3690640\npages: 1-9\n---\n"),
        before,
    )
    assert (after.title, after.year, after.title_status) == (Text("New"), 1999, Status.CORRECTED)
    assert after.ids == {"arxiv": "2306.04387", "doi": "10.1145/3690640"}
    assert after.details == {"volume": "1", "pages": "1-9"}
    corrected = {name for name, known in after.provenance.items() if known.status is Status.CORRECTED}
    assert corrected == {"title", "year", "authors", "doi", "pages"}
    assert after.provenance["title"] == Provenance(Status.CORRECTED, "notes/one.md")
    assert apply(note("Only a body."), before) is before


def test_every_field_of_a_note_does_something() -> None:
    sample = {
        "year": "2023", "kind": "thesis", "url": "https://example.org", "status": "read", "rating": "3",
        "links": "https://example.org", "arxiv": "2306.04387", "doi": "10.1145/3690640", "acl": "P14-1062",
        "openreview": "YicbFdNTTy", "pmid": "13054692", "pmcid": "PMC1392413", "s2": "CorpusID:13756489",
        "openalex": "W2741809807", "dblp": "conf/nips/X17", "ads": "2016A&A...594A..13P",
        "isbn": "9780306406157", "issn": "0378-5955", "created": "2023", "updated": "2023",
        "started": "2023", "finished": "2023",
    }  # fmt: skip
    for name in READERS:
        read, problems = parse_note(f"---\n{name}: {sample.get(name, 'something')}\n---\n", "n")
        assert problems == [] and filled(read), name


SECRETS = "---\ntitle: Secret title\nrating: 2\ntags: [secret]\nprivate: {}\n---\n\nSecret body [[nobody]]\n"


def test_a_private_note_leaves_no_trace() -> None:
    entries, problems = lay([entry("one", paper(1))], {"one": note(SECRETS.format("true"))})
    assert entries == (entry("one", paper(1)),)
    assert "ecret" not in repr(entries) + repr(problems)


def test_what_private_does_not_do_is_told_once() -> None:
    entries = [Entry(key=key, paper=paper(seed), added="2026-11-22") for seed, key in enumerate("ab")]
    hidden = Note(path="notes/a.md", private=True)
    notes = {"a": hidden, "b": Note(path="notes/b.md", private_fields=("body",))}
    assert [problem.code for problem in lay(entries, notes)[1]] == ["note-private"]
    assert lay(entries, {"a": Note(path="notes/a.md")})[1] == ()


def test_private_fields_leave_no_trace() -> None:
    (after,), problems = lay([entry("one", paper(1))], {"one": note(SECRETS.format("[title, body, tags]"))})
    assert after.note and after.note.rating == 2
    assert "ecret" not in repr(after) + repr(problems)
    assert public_note(note(SECRETS.format("[rating]"))) is not None


def test_notes_are_found_under_former_keys_too() -> None:
    notes = {"OLD": note("Old words.", "OLD"), "new": note("---\nrating: 4\n---\nNew words.", "new")}
    (after,), problems = lay([entry("new", paper(1), "old")], notes)
    assert after.note and after.note.body == "New words.\n\nOld words."
    assert after.note.rating == 4 and problems == ()


def test_notes_that_contradict_each_other_are_told() -> None:
    entries = [entry("one", paper(1)), entry("two", paper(2))]
    joins, parts = "---\nsame_as: [two]\n---\n", "---\ndistinct_from: [ONE]\n---\n"
    _, (problem,) = lay(entries, {"one": note(joins), "two": note(parts, "two")})
    assert (problem.code, str(problem.origin)) == ("note-contradiction", "notes/one.md:1")
    assert lay(entries, {"one": note(joins)})[1] == ()


def test_orphans_and_wrong_keys_are_told() -> None:
    notes = {
        "gone": note("Words.", "gone"),
        "one": note("---\nsame_as: [nobody]\n---\n\nA\n[[two]] and [[missing]]\n"),
    }
    (one, _), problems = lay([entry("one", paper(1)), entry("two", paper(2))], notes)
    told = {(p.code, str(p.origin)) for p in problems}
    assert told == {
        ("note-orphan", "notes/gone.md:1"),
        ("note-wrong-key", "notes/one.md:1"),
        ("note-wrong-key", "notes/one.md:6"),
    }
    assert one.note and "](two.md)" in one.note.body and "[[missing]]" in one.note.body


def test_links_show_the_corrected_title() -> None:
    notes = {"one": note("[[two]]"), "two": note("---\ntitle: Corrected\n---\n", "two")}
    (one, _), _ = lay([entry("one", paper(1)), entry("two", paper(2))], notes)
    assert one.note and one.note.body == "[Corrected](two.md)"


@pytest.mark.parametrize("title", ["Plain", "A\n---\nprivate: false", "x: [y", "--- # '\"", "é" * 300])
def test_a_new_note_changes_nothing_yet(title: str) -> None:
    text = new_note("one", paper(1, title=Text(title)))
    read, problems = parse_note(text, "notes/one.md")
    assert problems == [] and filled(read) == {} and read.body == ""


def test_what_a_new_note_offers_can_be_used() -> None:
    lines = [line.removeprefix("# ") for line in new_note("k", paper(1)).splitlines()[3:]]
    read, problems = parse_note("---\n" + "\n".join(lines[:-2]) + "\n---\n", "n")
    assert problems == []
    assert {"status", "started", "finished", "rating", "topics", "tags", "links", "private"} <= filled(
        read
    ).keys()
