"""BibTeX and BibLaTeX as TeX's own programs and bibtexparser see them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latexencode import get_builtin_uni2latex_dict

from generator.exports import EXPORTERS
from generator.exports.bibtex import bibtex_entry, in_ascii, preprint_to_bibtex
from generator.model import Entry, Kind, Paper, Provenance, Status
from generator.text import Name, Text, to_ascii_latex
from tests.exports.hard_records import hard_entries
from tests.exports.programs import biber_warnings, bibtex_warnings, compile_errors, latex_errors
from tests.exports.wild_records import wild_entries

HARD = hard_entries(300)
WILD = wild_entries(200)
FEWER = HARD[:120]
_ANY = st.text(max_size=60)


@pytest.mark.tools
@pytest.mark.parametrize("style", ["plain", "alpha", "acm"])
def test_bibtex_reads_hard_records_without_a_warning(style: str, tmp_path: Path) -> None:
    for entries in (HARD, WILD):
        assert bibtex_warnings(EXPORTERS["bibtex"].write(entries), style, tmp_path) == []
        assert bibtex_warnings(EXPORTERS["bibtex-ascii"].write(entries), style, tmp_path) == []


@pytest.mark.tools
@pytest.mark.parametrize("style", ["alpha", "acm"])
def test_styles_cut_no_letter_that_latex_has_a_command_for(style: str, tmp_path: Path) -> None:
    people = {name for entry in WILD for name in entry.paper.authors}
    people = {name for name in people if "[U+" not in to_ascii_latex(name.plain)}
    assert len(people) > 100
    papers = [
        Paper(authors=(name,), title=Text("A"), year=2000 + number % 100)
        for number, name in enumerate(sorted(people, key=str))
    ]
    text = "\n".join(str(bibtex_entry(f"k{n}", paper, abstract=False)) for n, paper in enumerate(papers))
    assert bibtex_warnings(text, style, tmp_path) == []
    (tmp_path / "all.bbl").read_bytes().decode()


@pytest.mark.tools
def test_bibtex_warns_of_nothing_but_missing_fields(tmp_path: Path) -> None:
    incomplete = hard_entries(150, complete=False) + wild_entries(150, complete=False)
    warnings = bibtex_warnings(EXPORTERS["bibtex"].write(incomplete), "plain", tmp_path)
    missing = re.compile(r"Warning--(empty |to sort, need )|\(There (was|were) \d+ warnings?\)")
    assert warnings
    assert [line for line in warnings if not missing.match(line)] == []


@pytest.mark.tools
def test_biber_finds_nothing_against_the_data_model(tmp_path: Path) -> None:
    """All formats in one file, as biber takes long to start; each record as BibTeX and as BibLaTeX."""
    shares = {
        "biblatex": FEWER + WILD,
        "bibtex": FEWER[:60] + WILD[:100],
        "bibtex-ascii": FEWER[60:] + WILD[100:],
    }
    texts = [
        EXPORTERS[format].write(entries).replace("{record", f"{{{format}-").replace("{wild", f"{{{format}-w")
        for format, entries in shares.items()
    ]
    assert biber_warnings("\n".join(texts), tmp_path) == []


@pytest.mark.tools
def test_ascii_compiles_in_a_document_without_packages(tmp_path: Path) -> None:
    text = EXPORTERS["bibtex-ascii"].write(FEWER)
    assert text.isascii()
    assert latex_errors(text, "alpha", tmp_path) == []


@pytest.mark.tools
def test_ascii_compiles_whatever_is_in_it(tmp_path: Path) -> None:
    packages = "\\usepackage[T1]{fontenc}\n\\usepackage{amsmath,amssymb}"
    assert latex_errors(EXPORTERS["bibtex-ascii"].write(WILD), "alpha", tmp_path, packages) == []


def test_what_stands_for_a_character_in_ascii_cannot_leave_its_field() -> None:
    codes = [code for code in range(128, 0x1F000) if unicodedata.normalize("NFKC", chr(code)) != chr(code)]
    for code in (code for code in codes if not 0xD800 <= code < 0xE000):
        latex = to_ascii_latex(chr(code))
        assert parse_string(f"@misc{{k, title = {{{latex}}}}}").entries[0]["title"] == latex
        formulas_apart = re.sub(r"\\ensuremath\{(?:[^{}]|\{[^{}]*\})*\}", "", latex)
        assert not re.search(r"(?<!\\)[#$%&^_]", formulas_apart), f"{code:x}"


@pytest.mark.tools
@pytest.mark.parametrize("style", ["plain", "acm"])
def test_utf8_compiles_also_where_a_style_cuts_names(style: str, tmp_path: Path) -> None:
    latin = [entry for entry in HARD if is_latin(EXPORTERS["bibtex"].write([entry]))]
    assert len(latin) > 60
    encodings = "\\usepackage[utf8]{inputenc}\n\\usepackage[T1]{fontenc}"
    assert latex_errors(EXPORTERS["bibtex"].write(latin), style, tmp_path, encodings) == []


def is_latin(text: str) -> bool:
    return all(mark < "\u0250" or mark in "’“”–—…" for mark in text)


@pytest.mark.tools
def test_every_command_for_a_character_is_one_that_latex_has(tmp_path: Path) -> None:
    marks = [chr(code) for code in sorted(get_builtin_uni2latex_dict()) if code > 127]
    written = [latex for latex in map(to_ascii_latex, marks) if "[U+" not in latex]
    assert len(written) > 1000
    assert compile_errors("\\par\n".join(written), tmp_path, "\\usepackage[T1]{fontenc}") == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name(given="Łukasz", family="Kaiser"), r"Kaiser, {\L}ukasz"),
        (Name(given="Émile José", family="Gül"), r"G{\"{u}}l, {\'{E}}mile José"),
        (Name(given="Ana", family="Björnström"), r"Bj{\"{o}}rnström, Ana"),
        (Name(given="Jean-Éric", family="Zola"), r"Zola, Jean-{\'{E}}ric"),
        (Name(given="ʻAbd", family="Xu"), r"Xu, {\textquoteleft}Abd"),
        (Name(given="伟", family="王"), "王, 伟"),
        (Name(given="Jean", family="d’Alembert"), r"d{\textquoteright}Alembert, Jean"),
        (Name(family="d’Alembert"), r"d{\textquoteright}Alembert"),
        (Name(given="Gerard", family="’t Hooft"), r"{\textquoteright}t Hooft, Gerard"),
        (Name(given="Muḥammad", family="al-Khwārizmī"), "al-Khwārizmī, Muḥammad"),
        (Name(given="Anders", family="Ångström"), r"{\r{A}}ngström, Anders"),
        (Name(given="Ana", family="É"), r"{\'{E}}, Ana"),
        (Name(family="AT&T Labs"), r"AT{\&}{T Labs}"),
        (Name(family="Équipe X"), r"{\'{E}}qu{ipe X}"),
        (Name(family="OpenAI Team"), "{OpenAI Team}"),
        (Name(given="–", family="Noone"), r"Noone, {\textendash}"),
        (Name(given="A, B", family="ACME, Inc.", suffix="Jr."), "{A, B ACME, Inc., Jr.}"),
    ],
)
def test_letters_that_styles_cut_off_are_commands(name: Name, expected: str) -> None:
    entry = bibtex_entry("k", Paper(authors=(name,)), abstract=False)
    assert dict(entry.fields)["author"] == expected


@pytest.mark.parametrize("ascii_only", [False, True])
def test_bibtexparser_reads_back_every_field(ascii_only: bool) -> None:
    entries = [bibtex_entry(entry.key, entry.paper, abstract=True) for entry in HARD]
    entries = [in_ascii(entry) for entry in entries] if ascii_only else entries
    library = parse_string("\n".join(map(str, entries)))
    assert not library.failed_blocks
    read = [(item.entry_type, item.key, [(f.key, f.value) for f in item.fields]) for item in library.entries]
    assert read == [(entry.type, entry.key, list(entry.fields)) for entry in entries]


@given(title=_ANY, given=_ANY, family=_ANY, venue=_ANY, note=_ANY, url=_ANY, doi=_ANY, keyword=_ANY)
def test_no_value_leaves_its_field(**text: str) -> None:
    paper = Paper(
        title=Text(text["title"]),
        authors=(Name(given=text["given"], family=text["family"]),),
        year=2024,
        venue=Text(text["venue"]),
        kind=Kind.ARTICLE,
        abstract=Text(text["title"] + text["note"]),
        ids={"doi": text["doi"], "arxiv": text["doi"]},
        url=f"https://example.org/{text['url']}",
        keywords=(text["keyword"],),
        details={"note": text["note"], "pages": text["note"], "volume": text["url"], "month": text["note"]},
    )
    for entry in (
        bibtex_entry("key2024", paper, abstract=True),
        in_ascii(bibtex_entry("k", paper, abstract=True)),
    ):
        library = parse_string(str(entry))
        assert not library.failed_blocks
        assert [(f.key, f.value) for item in library.entries for f in item.fields] == list(entry.fields)


def test_published_paper_names_its_preprint() -> None:
    entry = bibtex_entry(
        "k", Paper(kind=Kind.ARTICLE, venue=Text("TACL"), ids={"arxiv": "2306.04387"}), abstract=False
    )
    assert entry.fields == (("journal", "TACL"), ("eprint", "2306.04387"), ("archiveprefix", "arXiv"))


def test_preprint_is_offered_beside_the_published_paper() -> None:
    paper = Paper(title=Text("A Title"), kind=Kind.PREPRINT, ids={"arxiv": "2306.04387"}, venue=Text("arXiv"))
    entry = Entry(key="ren2023", paper=Paper(title=Text("A Title")), added="2026-01-01", preprint=paper)
    text = preprint_to_bibtex(entry)
    assert text is not None
    assert text.startswith("@misc{ren2023-preprint,")
    assert "howpublished" not in text
    assert preprint_to_bibtex(Entry(key="x", paper=paper, added="2026-01-01")) is None


def test_guessed_title_is_said_to_be_one() -> None:
    guess = {"title": Provenance(Status.GUESSED, "abstracts/a.txt:1")}
    text = str(bibtex_entry("k", Paper(title=Text("X"), provenance=guess), abstract=False))
    assert text.startswith("% The title of the next entry is guessed")
    library = parse_string(text)
    assert not library.failed_blocks
    assert [item.key for item in library.entries] == ["k"]


def test_biblatex_has_dates_and_former_keys() -> None:
    paper = Paper(
        title=Text("X"), year=2023, details={"month": "6", "day": "7"}, kind=Kind.ARTICLE, venue=Text("J")
    )
    text = EXPORTERS["biblatex"].write(
        [Entry(key="new", paper=paper, added="2026-01-01", aliases=("old", "older"))]
    )
    assert "  ids = {old,older}" in text
    assert "  date = {2023-06-07}" in text
    assert "  journaltitle = {J}" in text


def test_letters_that_ascii_has_not_stay_in_utf8_and_lose_their_hooks_in_ascii() -> None:
    people = (
        Name(given="Ștefan", family="Țurcanu"),
        Name(given="Hương", family="Trương"),
        Name(given="Ợ", family="Ưng"),
        Name(given="Ɓ", family="Ɗan"),
        Name(given="Άλφα", family="Αλ"),
    )
    entry = Entry(key="k", paper=Paper(title=Text("T"), authors=people), added="2026-01-02")
    (line,) = re.findall("  author = {(.*)},", EXPORTERS["bibtex"].write([entry]))
    assert Name.from_bibtex_list(line) == people
    (line,) = re.findall("  author = {(.*)},", EXPORTERS["bibtex-ascii"].write([entry]))
    assert line.startswith(
        r"{\textcommabelow{T}}urcanu, {\textcommabelow{S}}tefan and Truong, Huong and Ung, {\d{O}} and "
    )
