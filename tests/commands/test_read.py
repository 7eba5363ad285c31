"""`reading-list read` as a keeper sees it: the table, and each line with what it was taken for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

from generator.clean import clean
from generator.commands.read_explained import explained
from generator.commands.read_table import table
from generator.guess import guess_title
from generator.sources import Source, open_bytes, read_part
from generator.sources.accounting import is_blank
from generator.text import Text
from tests.commands.conftest import Program
from tests.sources.structured import CASES, case_files, load
from tests.works_support import paper

BIB = """@inproceedings{nips17,
  title = {Attention Is All You {Need}},
  author = {Vaswani, Ashish and Shazeer, Noam and Parmar, Niki},
  booktitle = {NeurIPS}, year = {2017},
  doi = {10.5555/3295222.3295349},
}
"""
PASTED = """Distilling the Knowledge in a Neural Network
Geoffrey Hinton, Oriol Vinyals, Jeff Dean
A very simple way to improve the performance of almost any machine learning algorithm is to train many
different models on the same data and then to average their predictions. Making predictions with a whole
ensemble of models is cumbersome and may be too computationally expensive.
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "pasted.txt").write_text(PASTED)
    return "refs.bib", "pasted.txt"


def test_the_table_has_one_line_a_paper_under_its_file(program: Program, files: tuple[str, str]) -> None:
    lines = program("read", *files).out.splitlines()
    assert [line for line in lines if "  " not in line][:2] == [
        "refs.bib: 1 paper (bibtex)",
        "pasted.txt: 1 paper (pasted)",
    ]
    (attention,) = (line for line in lines if "Attention Is All You Need" in line)
    for said in ("Ashish Vaswani, Noam S", "2017", "none", "doi:10.5555/3295222.3295349"):
        assert said in attention
    assert attention.split()[0] == "1"
    assert lines[-1] == "2 papers (1 bibtex, 1 pasted); 1 without an abstract."


def test_the_table_shows_other_ids_where_there_is_no_doi(program: Program, tmp_path: Path) -> None:
    (tmp_path / "ids.txt").write_text(
        "PMID: 31978945\nhttps://aclanthology.org/N19-1423/\n10.1038/nature14539\n"
    )
    lines = program("read", "ids.txt").out.splitlines()
    assert [line.split()[-1] for line in lines[2:5]] == [
        "pmid:31978945",
        "acl:N19-1423",
        "doi:10.1038/nature14539",
    ]


def test_the_table_is_as_wide_as_it_may_be() -> None:
    papers = [paper(1, title=Text("预训练语言模型 " * 30)), paper(2)]
    lines = list(table(papers, [], 72))
    assert all(cell_len(line) <= 72 for line in lines)
    assert any("预训练" in line and "…" in line for line in lines)


def test_each_line_is_shown_with_the_fields_it_gave(program: Program, files: tuple[str, str]) -> None:
    out = program("read", files[1], "--explain").out.splitlines()
    assert [_taken_for(line) for line in out[1:]] == ["title", "authors", "abstract", "abstract", "abstract"]


def test_each_line_of_an_entry_too(program: Program, files: tuple[str, str]) -> None:
    out = program("read", files[0], "--explain").out.splitlines()
    assert out[0] == "refs.bib:1: paper: Attention Is All You Need (found title)"
    assert [_taken_for(line) for line in out[1:]] == [
        "kind, citekey",
        "title",
        "authors",
        "venue, year",
        "doi",
        "-",
    ]


def test_a_short_line_gave_no_field_that_only_has_its_letters(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "a.ris"
    path.write_text("TY  - JOUR\nAU  - Müller, Jörg\nTI  - A Title\nDA  - 2015/05/02\nIS  - 12\nER  - \n")
    out = program("read", str(path), "--explain").out.splitlines()
    assert [_taken_for(line) for line in out[1:]] == ["kind", "authors", "title", "year, date", "number", "-"]


def test_the_first_and_the_last_page_are_pages(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "a.ris"
    path.write_text("TY  - JOUR\nTI  - A Title\nSP  - 476\nEP  - 481\nRP  - 48\nER  - \n")
    out = program("read", str(path), "--explain").out.splitlines()
    assert [_taken_for(line) for line in out[1:]] == ["kind", "title", "pages", "pages", "-", "-"]


def test_what_was_skipped_is_shown_in_its_place(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("Papers to read\n\n" + BIB + "\nA remark.\nAnother one.\n")
    out = program("read", "a.bib", "--explain").out.splitlines()
    assert out[:3] == [
        "a.bib:1: skipped: text between BibTeX entries",
        f"{'1':>10}  {'-':<16}  Papers to read",
        "a.bib:3: paper: Attention Is All You Need (found title)",
    ]
    assert [line.split("  ")[-1].strip() for line in out[-3:]] == [
        "a.bib:10-11: skipped: text between BibTeX entries",
        "A remark.",
        "Another one.",
    ]


def test_lines_that_are_only_a_problem_are_shown(program: Program, tmp_path: Path) -> None:
    (tmp_path / "a.ris").write_text("TY  - JOUR\nER  - \n\nTY  - JOUR\nTI  - A Title\nER  - \n")
    out = program("read", "a.ris", "--explain").out.splitlines()
    assert out[0].startswith("a.ris:1: warning: the record has no fields")
    assert [_taken_for(line) for line in out[1:3]] == ["warning", "warning"]


@pytest.mark.parametrize("path", [*case_files(), *sorted((CASES / "pasted").glob("*.yml"))], ids=str)
def test_each_line_of_each_case_is_explained(path: Path) -> None:
    data = load(path)["input"].encode()
    (source,) = (part for part in open_bytes(data, "in.txt") if isinstance(part, Source))
    said = explained(source, list(read_part(source)), lambda record: guess_title(clean(record)))
    numbers = {int(line.split()[0]) for line in said if line.startswith(" ")}
    assert {n for n, line in enumerate(source.lines, 1) if not is_blank(line)} <= numbers


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_a_terminal_of_any_encoding_shows_any_title(encoding: str, tmp_path: Path) -> None:
    title = "Gödel 预训练 😀"
    (tmp_path / "a.bib").write_text(f"@misc{{a, title={{{title}}}}}\n", encoding="utf-8")
    for option in ("--explain", "--json"):
        used = "utf-8" if option == "--json" else encoding
        ran = subprocess.run(
            [sys.executable, "-m", "generator", "read", str(tmp_path / "a.bib"), option],
            env={**os.environ, "PYTHONIOENCODING": f"{encoding}:strict"},
            capture_output=True,
            check=True,
        )
        assert title.encode(used, "backslashreplace") in ran.stdout


def _taken_for(line: str) -> str:
    return line.strip().split("  ")[1]


def test_reading_loads_nothing_that_builds_a_site() -> None:
    code = "import sys, generator.cli, generator.commands.read; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert not {"mkdocs", "jinja2", "pydantic", "generator.pipeline"} & set(loaded.stdout.split())


def test_a_folder_is_read_file_by_file(program: Program, tmp_path: Path) -> None:
    (tmp_path / "more" / "below").mkdir(parents=True)
    (tmp_path / "more" / "refs.bib").write_text(BIB)
    (tmp_path / "more" / "below" / "pasted.txt").write_text(PASTED)
    (tmp_path / "more" / ".hidden").write_text(PASTED)
    (tmp_path / "none").mkdir()
    ran = program("read", "more")
    assert [line for line in ran.out.splitlines() if line.startswith("more")] == [
        "more/below/pasted.txt: 1 paper (pasted)",
        "more/refs.bib: 1 paper (bibtex)",
    ]
    assert program("read", "none").code == 2


def test_a_name_too_long_leaves_the_other_files(program: Program, files: tuple[str, str]) -> None:
    done = program("read", files[0], "x" * 300)
    assert "Attention Is All You Need" in done.out
    assert "File name too long" in done.err
    assert "Traceback" not in done.err


def test_a_name_with_line_ends_is_shown_on_one_line(program: Program, tmp_path: Path) -> None:
    name = tmp_path / "a\nb.bib:1: error: \x1b[31m.bib"
    name.write_text("@misc{a, title = {The price of salt")
    done = program("read", str(name))
    shown = r"a\nb.bib:1: error: \x1b[31m.bib"
    assert shown in done.out
    assert f"{shown}:1: " in done.err
