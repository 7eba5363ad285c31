"""Hostile and damaged input: every reader of a structured format takes time by the length of its input."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from generator import sources
from generator.model import Problem, RawRecord
from generator.sources import READERS, read_bytes, read_file
from generator.sources.bytes import compressed
from generator.sources.reader import Source
from tests.hang import ends_in_time

_STRUCTURED = [reader for reader in READERS if reader.name not in ("pasted", "references")]
_RUNS = [
    "{",
    "}",
    '"',
    "<",
    "[",
    "\\",
    "@",
    "-",
    " ",
    "$",
    "~",
    "&",
    "<a ",
    '<a "',
    "@a{x,\n",
    "PMID- 1\n",
    '{"a":',
    '{"title": "a, "year": 2020\n',
    "- &a [*a]\n",
    'author = {M{\\"u}ller, Jens},\n',
    "a = ",
    "a = b  ",
    "{{cite journal|",
]
_OPENINGS = [
    "",
    "@article{x,\n title = {",
    "@article{x,\n",
    "TY  - JOUR\nTI  - ",
    "PMID- 1\nTI  - ",
    "title,year\n",
    "<html><body>",
    '[{"title":"',
    '{"title":"a"}\n',
]


@pytest.mark.parametrize("run", _RUNS)
def test_any_run_is_read_in_time(run: str) -> None:
    for opening in _OPENINGS:
        source = Source("in.txt", opening + run * (60_000 if len(run) == 1 else 3_000))
        for reader in _STRUCTURED:
            with ends_in_time():
                if reader.likeness(source) > 0:
                    list(reader.read(source))


def test_gzip_and_zip() -> None:
    bib = b"@article{a, title = {In an Archive}}\n"
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("b/list.bib", bib)
        file.writestr("a.ris", "TY  - JOUR\nTI  - First\nER  - \n")
        file.writestr("__MACOSX/._a.ris", b"\x00\x05")
    found = list(read_bytes(archive.getvalue(), "all.zip"))
    assert [(str(i.origin), i.fields["title"]) for i in found if isinstance(i, RawRecord)] == [
        ("all.zip/a.ris:1", "First"),
        ("all.zip/b/list.bib:1", "In an Archive"),
    ]
    packed = list(read_bytes(gzip.compress(bib), "list.bib.gz"))
    assert [str(i.origin) for i in packed] == ["list.bib:1"]


def test_names_in_a_zip_file_that_does_not_say_they_are_in_utf_8() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("aeaeae.bib", b"@article{a, title = {In an Archive}}\n")
    for name, shown in (("äöü".encode(), "äöü.bib"), ("äöüéèç".encode("cp437"), "äöüéèç.bib")):
        (found,) = read_bytes(archive.getvalue().replace(b"aeaeae", name), "all.zip")
        assert found.origin is not None and found.origin.path == f"all.zip/{shown}"


def test_damaged_and_too_large_archives(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = gzip.compress(b"x" * 10_000)
    assert _codes(whole[:-9], "cut.gz") == ["broken-archive"]
    assert _codes(b"PK\x03\x04nothing", "cut.zip") == ["broken-archive"]
    monkeypatch.setattr(compressed, "MAX_BYTES", 5_000)
    assert _codes(whole, "large.gz") == ["file-too-large"]
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.bib", b"x" * 10_000)
    assert _codes(archive.getvalue(), "large.zip") == ["file-too-large"]


def test_what_stands_behind_a_gzip_file_is_told() -> None:
    packed = gzip.compress(b"TY  - JOUR\nTI  - Deep learning\nER  -\n")
    for behind, told in ((b"", 0), (b"\0" * 512, 0), (b"\0TY  - JOUR", 1)):
        items = list(read_bytes(packed + behind, "list.ris.gz"))
        assert len([item for item in items if isinstance(item, RawRecord)]) == 1
        assert len([item for item in items if isinstance(item, Problem)]) == told


def test_a_gzip_file_of_many_members_is_unpacked_in_time() -> None:
    data = gzip.compress(b"") * 100_000 + gzip.compress(b"@misc{a, title={Behind}}")
    with ends_in_time():
        (record,) = read_bytes(data, "many.gz")
        assert isinstance(record, RawRecord) and record.fields["title"] == "Behind"


def test_wrapped_archives_share_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 20_000)
    monkeypatch.setattr(compressed, "MAX_BYTES", 20_000)
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as file:
        for number in range(50):
            file.writestr(f"{number:02}.gz", gzip.compress(b"TY  - JOUR\nTI  - x\nER  -\n" * 400))
    found = list(read_bytes(outer.getvalue(), "all.zip"))
    assert sum(isinstance(item, RawRecord) for item in found) < 50_000 // 26
    assert "file-too-large" in {item.code for item in found if isinstance(item, Problem)}


def test_an_input_has_a_limit_wherever_it_comes_from(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sources, "MAX_BYTES", 2_000)
    (tmp_path / "large.txt").write_bytes(b"word " * 1_000)
    endless = read_file(Path("/dev/zero"), "zero")
    for items in (read_bytes(b"word " * 1_000, "x"), read_file(tmp_path / "large.txt", "x"), endless):
        assert [item.code for item in items if isinstance(item, Problem)] == ["file-too-large"]


def test_office_files_are_named() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
    assert _codes(archive.getvalue(), "table.xlsx") == ["binary-file"]


def test_entities_are_never_expanded() -> None:
    text = (
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><xml><records><record>'
        '<titles><title>&b;</title></titles><ref-type name="Book">6</ref-type></record></records></xml>'
    )
    titles = [i.fields["title"] for i in read_bytes(text.encode(), "x.xml") if isinstance(i, RawRecord)]
    assert titles == ["&b;"]


def _codes(data: bytes, name: str) -> list[str]:
    return [item.code for item in read_bytes(data, name) if isinstance(item, Problem)]


def test_a_cell_has_no_limit_of_its_own() -> None:
    text = f'title,year,abstract\nFirst,2001,"{"x " * 100_000}"\nSecond,2002,y\n'
    titles = [i.fields["title"] for i in read_bytes(text.encode(), "t.csv") if isinstance(i, RawRecord)]
    assert titles == ["First", "Second"]


def test_stray_quotes_are_read_in_time() -> None:
    for row in ('"x,2001\n', '"x\n\n\n', 'x,"a"b\n', 'x,"\n', '"x\ny"z\n'):
        with ends_in_time():
            list(read_bytes(("title,year\n" + row * 4_000).encode(), "t.csv"))


@pytest.mark.parametrize(
    ("before", "run"),
    [
        ("@article{x,\n", "a = "),
        ("@article{x,\n", "a = b  "),
        ('[[papers]]\ntitle = "a"\n[papers.', "a."),
        ("\\bibitem{x}\nAnn Lee, ", "\\enquote{"),
    ],
)
def test_fields_in_fields_are_read_in_time(before: str, run: str) -> None:
    with ends_in_time():
        list(read_bytes((before + run * (100_000 // len(run))).encode(), "in.txt"))


@pytest.mark.parametrize("field", ["authors", "keywords", "pages", "abstract"])
@pytest.mark.parametrize("blank", [" ", "\n", "\u00a0"])
def test_blanks_within_a_value_are_read_in_time(field: str, blank: str) -> None:
    paper = {"title": "A title of a paper", field: f"A{blank * 50_000}B"}
    with ends_in_time():
        list(read_bytes(json.dumps([paper]).encode(), "in.json"))


@pytest.mark.parametrize("run", [" ", "\t", "#a ", "[] ", "@"])
@pytest.mark.parametrize(
    "around",
    [
        ("@article{a", "b c = d, title={A title}, year=2000}"),
        ("@article{a, title={A title}, date={", "x}}"),
        ("@article{a, title={A title}, journal={\\apj", "x}}"),
        ("@article{a, title={A title},\n", "x = {y}\n"),
        ("- [ ] [[A title of a paper]] ", "x\n"),
        ("#+TITLE: Papers\n* TODO A title of a paper ", "x\n"),
        ("- [A title of a paper](https://arxiv.org/abs/1706.03762) ", "x\n"),
        ("arXiv:1706.03762", "(x\n"),
        ("<rss><channel><item><title>A title</title><author>", "x</author></item></channel></rss>"),
    ],
)
def test_long_runs_within_a_line_are_read_in_time(around: tuple[str, str], run: str) -> None:
    with ends_in_time():
        list(read_bytes((run * (50_000 // len(run))).join(around).encode(), "in.txt"))


def test_labels_below_a_number_in_brackets_are_no_toml() -> None:
    text = '[1]\nTitle: "Attention Is All You Need"\ntitle = "x"\nAbstract: We propose the Transformer.\n'
    assert sources.choose(Source("in.txt", text)).name == "pasted"


@pytest.mark.parametrize("line", ["25821185 25362434 26x", "[pdf] [supp] " * 10 + "x", "1,2,3," * 8 + "x"])
def test_what_is_almost_a_line_of_buttons_is_read_in_time(line: str) -> None:
    with ends_in_time():
        list(read_bytes(line.encode(), "in.txt"))


def test_long_addresses_in_a_list_are_read_in_time() -> None:
    links = "".join(f"- [Paper](https://arxiv.org/abs/2001.{n:05})\n" for n in range(1, 21))
    long = f"- [Paper](https://example.org/{'a' * 1_700})\n"
    with ends_in_time():
        items = list(read_bytes((links + long * 40).encode(), "in.md"))
        assert sum(isinstance(item, RawRecord) for item in items) == 20


def test_a_label_of_thousands_of_people_begins_a_reference() -> None:
    people = ", ".join(f"A. Name{number}" for number in range(2000))
    text = (
        f"\\bibitem[{{Name({people})}}]{{y}}\n{people}.\n\\newblock Second.\n\\newblock {{\\em J}}, 2015.\n"
    )
    [record] = [item for item in read_bytes(text.encode(), "in.bbl") if isinstance(item, RawRecord)]
    assert record.fields["title"] == "Second"
    assert len(record.fields["authors"]) == 2000


def test_many_broken_lines_below_json_are_read_in_time() -> None:
    text = '{"title": "A title of a paper", "year": 2000}\n' + '{"title": x}\n' * 40_000
    with ends_in_time():
        items = list(read_bytes(text.encode(), "in.jsonl"))
    assert sum(isinstance(item, RawRecord) for item in items) == 1
    assert sum(isinstance(item, Problem) for item in items) == 40_000


def test_more_records_than_a_list_has_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_RECORDS", 2)
    text = "".join(f"@misc{{k{number}, title = {{Number {number}}}}}\n" for number in range(4))
    *read, told = read_bytes(text.encode(), "many.bib")
    assert [item.fields["title"] for item in read if isinstance(item, RawRecord)] == ["Number 0", "Number 1"]
    assert isinstance(told, Problem) and told.origin
    assert (told.code, told.origin.line, told.origin.end_line) == ("file-too-large", 3, 5)


def test_a_page_of_too_many_tags_is_told() -> None:
    (told,) = read_bytes(b"<html><body>" + b"<b>" * 1_000_000, "page.html")
    assert isinstance(told, Problem)
    assert told.code == "file-too-large"
    assert "1,000,002 tags" in told.message


def test_many_elements_of_abstracts_on_a_page_are_read_in_time() -> None:
    page = "<!DOCTYPE html><html><body>" + '<p class="abstract">x</p>\n' * 8_000 + "</body></html>"
    with ends_in_time():
        list(read_bytes(page.encode(), "in.html"))
