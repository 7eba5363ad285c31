"""Text is text: properties that hold for any Unicode that comes in."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.text import (
    Name,
    Text,
    clean_control,
    csv_cell,
    csv_uncell,
    escape_bibtex,
    escape_html,
    fence,
    fold,
    json_script,
    safe_url,
    to_ascii_latex,
    xml_text,
)
from tests.hang import ends_in_time

PIECES = [
    *r"\emph{ \textbf{ \url{ \href{ \text{ \textsc{} \textsuperscript{ \cite{ \input{ ".split(),
    *r"\frac{a}{b} \left( \c \o".split(),
    *r"$ $$ \( \) } { {} ^2 _i \alpha \' \"{o} \'e \i \% \\ \_ \, \model \LaTeX ".split(),
    *r"\textbackslash {\em {\bf".split(),
    *"-- --- `` '' ` ' ~ a B 1 é 中 < > \" | ... , ) ( https://a.b/c www.x.com/ github.com/x/y ".split(),
    *"-{}- @article{".split(),
    " ",
    "\u200b",
    "\\",
]
MARKS = "\\{}$^_~-`'\"%&#@<>[]()*|=+!:.,/ \nabcABC12é³\u202e\u200d"
ANYTHING = st.text(alphabet=st.one_of(st.sampled_from(MARKS), st.characters()), max_size=60)
SOURCES = st.one_of(ANYTHING, st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
TAGS = set(
    "a em strong code span u sup sub math mrow mi mn mo mtext mspace msup msub msubsup mfrac msqrt".split()
)
TAGS |= set("munder mover munderover mroot mtable mtr mtd mstyle mpadded mphantom menclose".split())
ATTRIBUTES = set(
    "href class mathvariant stretchy fence form accent displaystyle scriptlevel lspace rspace".split()
)
ATTRIBUTES |= set(
    "linethickness columnalign width height depth minsize maxsize movablelimits separator".split()
)


class Page(HTMLParser):
    """What a browser makes of inline HTML: its text, and only elements and attributes that do nothing."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert {name for name, _ in attrs} <= ATTRIBUTES
        assert all(re.match("https?://", value or "") for name, value in attrs if name == "href")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)


def is_balanced(value: str) -> bool:
    depth = 0
    for mark in value:
        depth += (mark == "{") - (mark == "}")
        if depth < 0:
            return False
    return depth == 0


@given(SOURCES)
def test_html_shows_the_text_and_nothing_runs(source: str) -> None:
    text = Text(source)
    page = Page(text.html)
    assert "\n" not in text.html
    if "<math" not in text.html:
        assert fold(page.text) == text.plain


@settings(max_examples=300)
@given(SOURCES)
def test_bibtex_is_balanced_and_is_read_back(source: str) -> None:
    text = Text(source)
    for value in (text.bibtex, text.bibtex_title):
        entry = f"@misc{{k,\n  title = {{{value}}},\n  note = {{x}}\n}}\n"
        library = parse_string(entry, parse_stack=[])
        assert is_balanced(value)
        assert not library.failed_blocks
        assert [field.value for field in library.entries[0].fields] == [f"{{{value}}}", "{x}"]
        assert Text.from_bibtex(value).plain == text.plain


@given(ANYTHING)
@example("\u031b")  # a horn without a letter
def test_escaping_keeps_the_text(text: str) -> None:
    assert Page(escape_html(text)).text == clean_control(text)
    assert Text.from_bibtex(escape_bibtex(fold(text))).plain == fold(text)
    assert json.loads(json_script({"text": text})) == {"text": clean_control(text)}
    assert not set("<>&") & set(json_script(text))
    assert not set('<>"') & set(xml_text(text))
    assert to_ascii_latex(escape_bibtex(text)).isascii()
    assert is_balanced(to_ascii_latex(escape_bibtex(text)))


@given(ANYTHING)
def test_csv_cells_start_no_formula_and_come_back(text: str) -> None:
    cell = csv_cell(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert csv_uncell(cell) == clean_control(text)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow([cell, "x"])
    assert next(csv.reader(io.StringIO(out.getvalue(), newline=""))) == [cell, "x"]


@given(ANYTHING)
def test_a_fence_holds_its_text(text: str) -> None:
    first, *body, last = fence(text, "bibtex").split("\n")
    ticks = first.removesuffix("bibtex")
    assert last == ticks == "`" * len(ticks)
    assert not any(ticks in line for line in body)


@given(SOURCES)
def test_reading_is_total_and_folding_idempotent(source: str) -> None:
    text = Text.from_bibtex(source)
    assert Text(text.source) == text
    assert clean_control(clean_control(source)) == clean_control(source)
    assert all(isinstance(shown, str) for shown in (text.plain, text.html, text.bibtex, text.search))
    names = [Name.parse(source), *Name.parse_list(source), *Name.from_bibtex_list(source)]
    assert all(name.plain.isprintable() or not source.isprintable() for name in names)


@given(SOURCES, SOURCES, st.sampled_from(["", "Jr.", "III", "and"]))
def test_names_come_back_from_bibtex(given_name: str, family: str, suffix: str) -> None:
    without_commas = given_name.replace(",", ""), family.replace(",", "")  # biber counts those in braces too
    name = Name(given=without_commas[0], family=without_commas[1] + "x", suffix=suffix)
    other = Name(given="Kurt", family="Gödel")
    value = f"{other.bibtex} and {name.bibtex}"
    assert is_balanced(value)
    assert Name.from_bibtex_list(value) == (other, name)


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "{",
        "$",
        "\\",
        "`",
        "'",
        "~",
        "-",
        " ",
        "a.",
        "\\(",
        "{\\em ",
        "``a",
        "www.",
        "https://",
        "https://a.b ",
        "\\c{",
        "(a",
        "a, ",
        ";",
        ",",
    ],
)
def test_long_runs_are_read(piece: str) -> None:
    """In time that grows with their length: `python -m benchmarks.readers` measures it."""
    source = piece * (20_000 // len(piece))
    text = Text(source)
    assert text.plain is not None and text.html is not None and text.bibtex is not None
    assert Text.from_bibtex(source).plain is not None
    assert all(name.plain for name in (*Name.parse_list(source), *Name.from_bibtex_list(source)))


def test_a_list_of_addresses_is_read_in_time() -> None:
    with ends_in_time():
        assert Text("https://a.b " * 20_000).plain


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " data:text/html,x",
        "vbscript:x",
        "//evil.org/x",
        "ftp://a.org/x",
        "http://",
        "https://a b.org/",
        "https://user@a.org/",
        'https://a.org/"onclick="x',
        "https://a.org/\u202e",
        "http://[::1",
        "",
    ],
)
def test_addresses_that_are_refused(url: str) -> None:
    assert safe_url(url) is None


def test_addresses_that_are_kept() -> None:
    assert safe_url("HTTPS://a.org/b_(c)?q=%20&r#s") == "https://a.org/b_(c)?q=%20&r#s"
    assert safe_url("http://a.org/{é}%") == "http://a.org/%7B%C3%A9%7D%25"


def test_people_for_one_group_after_another_are_read_in_time() -> None:
    assert Name.parse_list("Ada Smith" + ", Bo Li on behalf of Xa Yb" * 16_000)
