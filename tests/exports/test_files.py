"""The files beside the pages, the table of exporters, and JSON lines."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import defusedxml.ElementTree
import pytest

from generator.clean import clean
from generator.exports import EXPORTERS, entry_to_bibtex, export_files, paper_to_json
from generator.formats import CSV_COLUMNS
from generator.model import (
    Assignment,
    Entry,
    Library,
    Origin,
    Paper,
    Provenance,
    RawRecord,
    Related,
    Status,
    Topic,
)
from generator.sources import read_bytes
from generator.text import Name, Text
from tests.exports.hard_records import hard_entries

ENTRIES = hard_entries(40)
LIBRARY = Library(ENTRIES, (Topic("topic-0", "Zero"), Topic("topic-1", "One"), Topic("topic-2", "Two")))
READ_KEYS = [
    *("title", "title_status", "authors", "year", "venue", "abstract", "arxiv", "doi", "url", "comment"),
    *("created", "updated", "keywords", "origin"),
]


def test_every_paper_and_topic_has_its_files() -> None:
    paths = {str(file.path) for file in export_files(LIBRARY)}
    wanted = {"papers.bib", "papers-with-abstracts.bib", "papers.ris", "papers.json", "papers.csv"}
    wanted |= {f"papers/{entry.key}{suffix}" for entry in ENTRIES for suffix in (".bib", ".ris", ".json")}
    wanted |= {f"topics/{topic}.bib" for topic in ("topic-0", "topic-1", "topic-2", "unsorted")}
    assert wanted <= paths


def test_only_the_list_with_abstracts_has_abstracts() -> None:
    files = {str(file.path): file.text for file in export_files(LIBRARY)}
    assert "  abstract = {" in files["papers-with-abstracts.bib"]
    assert "  abstract = {" not in files["papers.bib"]


@pytest.mark.parametrize("name", EXPORTERS)
def test_same_input_same_bytes_and_an_end_of_line(name: str) -> None:
    write = EXPORTERS[name].write
    assert write(ENTRIES) == write(hard_entries(40))
    assert write(ENTRIES).endswith("\n")
    assert "\r" not in write(ENTRIES)
    write([]).encode()


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", "\r=", "\n=", " ="])
@pytest.mark.parametrize("before", ["", "x;", "'", "x;'", "''", "x; ", "x,"])
def test_no_cell_begins_with_a_formula_wherever_cells_begin(before: str, mark: str) -> None:
    title = Text(f"{before}{mark}HYPERLINK(1) y")
    written = EXPORTERS["csv"].write([replace(ENTRIES[0], paper=Paper(title=title))])
    # As Excel reads it, by commas or by semicolons, and LibreOffice by both.
    cells = [
        cell
        for delimiter in ",;"
        for row in csv.reader(io.StringIO(written), delimiter=delimiter)
        for cell in row
    ]
    assert not [cell for cell in cells if cell.startswith(tuple("=+-@＝＋－＠\t\r"))]
    assert all(line.count('","') >= len(CSV_COLUMNS) - 1 for line in written.splitlines()[:1])
    (record,) = [item for item in read_bytes(written.encode(), "x") if isinstance(item, RawRecord)]
    assert Text(record.fields["title"]).plain == title.plain


def test_a_spreadsheet_runs_no_cell() -> None:
    rows = list(csv.reader(io.StringIO(EXPORTERS["csv"].write(ENTRIES))))
    assert tuple(rows[0]) == CSV_COLUMNS
    assert all(len(row) == len(CSV_COLUMNS) for row in rows)
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]


def test_endnote_xml_is_well_formed() -> None:
    root = defusedxml.ElementTree.fromstring(EXPORTERS["endnote"].write(ENTRIES))
    assert len(root.findall("records/record")) == len(ENTRIES)


def test_a_record_of_a_file_has_every_key() -> None:
    origin = Origin("a.txt", 3, 5, "pasted")
    assert list(paper_to_json(Paper())) == READ_KEYS
    read = paper_to_json(
        Paper(title=Text("M$^3$IT"), authors=(Name(family="OpenAI"),), year=2023, origins=(origin,))
    )
    assert read["title"] == "M$^3$IT"
    assert read["authors"] == [{"given": None, "family": "OpenAI", "name": "OpenAI"}]
    assert read["origin"] == {"path": "a.txt", "line": 3, "end_line": 5, "format": "pasted"}
    assert (read["doi"], read["keywords"]) == (None, [])


def test_json_lines_tell_everything() -> None:
    entry = Entry(
        key="ren2023",
        paper=Paper(
            title=Text("A"), alt_titles=(Text("B"),), provenance={"title": Provenance(Status.GUESSED, "a:1")}
        ),
        added="2026-01-02",
        topics=(Assignment("t", 0.5, ("word",)),),
        related=(Related("li2023", 0.4, "shared words"),),
    )
    told = json.loads(EXPORTERS["jsonl"].write([entry]))
    assert told["title_status"] == "guessed"
    assert told["alt_titles"] == ["B"]
    assert told["topics"] == [{"id": "t", "score": 0.5, "evidence": ["word"]}]
    assert told["related"] == [{"key": "li2023", "score": 0.4, "reason": "shared words"}]
    assert told["origins"] == []


def test_json_lines_are_one_line_each() -> None:
    text = EXPORTERS["jsonl"].write(ENTRIES)
    assert len(text.splitlines()) == len(ENTRIES)


def test_a_former_key_is_an_alias_in_bibtex() -> None:
    renamed = replace(ENTRIES[0], aliases=("old2020key",))
    assert "  ids = {old2020key}" in entry_to_bibtex(renamed, abstract=False)
    assert "ids =" not in entry_to_bibtex(ENTRIES[0], abstract=False)


def test_half_a_character_in_json_stops_no_export() -> None:
    half = json.dumps(
        {
            "title": "x HALF y",
            "abstract": "x HALF y",
            "publisher": "x HALF y",
            "authors": ["Xu HALF Sun"],
            "keywords": ["k HALF"],
            "id": "kHALF",
            "year": 2020,
            "doi": "10.1000/HALFx",
            "url": "https://doi.org/10.1000/HALFx",
            "externalIds": {"DBLP": "aHALFb"},
        }
    ).replace("HALF", r"\ud800")
    (record,) = [item for item in read_bytes(f"[{half}]".encode(), "x") if isinstance(item, RawRecord)]
    entry = Entry(key="k", paper=clean(record), added="2026-01-02")
    assert entry.paper.doi == "10.1000/x"
    for exporter in EXPORTERS.values():
        assert exporter.write([entry]).encode()
