"""Values that no paper has: numbers of thousands of digits, lists in lists, damaged files of an archive."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.model import Problem, RawRecord, ReadItem
from generator.sources import READERS, read_bytes
from generator.sources.reader import Source
from generator.text import unescape_html
from tests.hang import ends_in_time

_RIS = b"TY  - JOUR\nTI  - The price of salt\nAU  - Berg, Jo\nER  - \n"
_DIGITS = "9" * 5_000
_DEEP = "[" * 500 + "]" * 500


def _titles(items: list[ReadItem]) -> list[str]:
    return [item.fields.get("title", "") for item in items if isinstance(item, RawRecord)]


def _codes(items: list[ReadItem]) -> list[str]:
    return [item.code for item in items if isinstance(item, Problem)]


@pytest.mark.parametrize(
    "text",
    [
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>The price of salt&#{};</title></entry>",
        "<papers><paper><title>The price of salt&#{}; now</title><author>Jo Berg</author></paper></papers>",
        "<html><head><meta name='citation_title' content='The price of salt&#{};'></head></html>",
        '[{{"title": "The price of salt\\u0026#{}; now", "year": 2015}}]',
        "title,year\nThe price of salt&#{}; now,2015\n",
        "@misc{{a, title={{The price of salt&#{}; now}}}}\n",
    ],
)
def test_a_reference_of_thousands_of_digits_is_no_character(text: str) -> None:
    items = list(read_bytes(text.format(_DIGITS).encode(), "in.txt"))
    assert "reader-failed" not in _codes(items)
    assert [title[:17] for title in _titles(items)] == ["The price of salt"]


def test_references_are_decoded() -> None:
    assert unescape_html("a &amp; b &#38; c &#x26; d") == "a & b & c & d"
    assert unescape_html(f"a&#{_DIGITS};b") == "a\ufffdb"


@pytest.mark.parametrize("name", ["title", "authors", "year", "abstract", "journal", "doi", "month"])
def test_lists_in_lists_are_no_text(name: str) -> None:
    text = f'[{{"title": "The price of salt", "{name}": {_DEEP}}}, {{"title": "The price of tea"}}]'
    items = list(read_bytes(text.encode(), "in.json"))
    assert "reader-failed" not in _codes(items)
    assert _titles(items)[-1] == "The price of tea"


@pytest.mark.parametrize("day", ["²", "①", _DIGITS, "٣", "-1", "0"])
def test_a_day_that_is_no_number_is_none(day: str) -> None:
    table = f"title,year,month,day\nThe price of salt,2015,March,{day}\n"
    (record,) = [item for item in read_bytes(table.encode(), "in.csv") if isinstance(item, RawRecord)]
    assert record.fields.get("date") == "2015-03"
    json = f'[{{"title": "The price of salt", "year": 2015, "month": "March", "day": "{day}"}}]'
    (record,) = [item for item in read_bytes(json.encode(), "in.json") if isinstance(item, RawRecord)]
    assert record.fields.get("date") == "2015-03"


@pytest.mark.parametrize("text", ["% prices\n@I{{{{{{{{", "---\n---\n", "---\n\n---\nThe price of salt\n"])
def test_no_reader_fails_when_it_is_asked(text: str) -> None:
    for reader in READERS:
        assert 0 <= reader.likeness(Source("in.txt", text)) <= 1


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_DEFLATED])
def test_a_damaged_file_leaves_the_others_of_an_archive(method: int) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", method) as file:
        file.writestr("a.ris", _RIS)
        file.writestr("b.ris", _RIS)
    data = bytearray(archive.getvalue())
    data[45:55] = b"\xff" * 10
    items = list(read_bytes(bytes(data), "all.zip"))
    assert _codes(items) == ["broken-archive"]
    assert _titles(items) == ["The price of salt"]


_PAPER = (
    "The price of salt in three harbours\nJo Berg, Ana Ruiz\n\n"
    "We study the price of salt in three harbours over forty years and show that it follows that of fish. "
    "The books of the harbours are read again, and what they say of the weather is put beside the prices.\n"
)


@pytest.mark.parametrize("run", ["AU  - a\n", "The price | of tea\n"])
@pytest.mark.parametrize("paper", [_RIS.decode(), _PAPER, "@misc{a,\n title={The price of salt}}\n"])
def test_lines_that_come_back_are_passed_over_in_time(paper: str, run: str) -> None:
    text = f"{paper}\n\n{run * (100_000 // len(run))}"
    with ends_in_time():
        items = list(read_bytes(text.encode(), "in.txt"))
    assert _titles(items)[0].startswith("The price of salt")
    assert "unaccounted-lines" not in _codes(items)


@pytest.mark.parametrize("line", ['{"a":', '{"a":[', '{"title":"The price of salt","parts":['])
def test_objects_that_never_end_are_a_few_problems(line: str) -> None:
    with ends_in_time():
        items = list(read_bytes(f"{line}\n".encode() * 8_000, "in.json"))
    assert 1 <= len(items) <= 20
    assert set(_codes(items)) == {"broken-json"}


@pytest.mark.parametrize("mark", ["a", "'", "-"])
def test_a_word_of_a_hundred_thousand_letters_is_read_in_time(mark: str) -> None:
    text = "\n".join([*(f"{number}. The price of salt" for number in range(30)), mark * 100_000])
    with ends_in_time():
        list(read_bytes(text.encode(), "in.txt"))
