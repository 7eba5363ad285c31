"""Documents and tables of Word, Excel and LibreOffice."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest

from generator.citations import find_pandoc
from generator.model import Problem, RawRecord, ReadItem
from generator.sources import read_bytes
from generator.sources.office import parts, rtf
from generator.sources.office.parts import Paragraph

_ABOUT = (
    "We watch how bees dance in the dark, and find that they turn to the left more often than to the right."
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_M = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_O = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def _zipped(files: dict[str, str]) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return archive.getvalue()


def _relations(targets: dict[str, str]) -> str:
    told = "".join(f'<Relationship Id="{name}" Target="{target}"/>' for name, target in targets.items())
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{told}</Relationships>'


def _document(body: str, targets: dict[str, str] | None = None) -> bytes:
    return _zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": _relations(targets or {}),
        }
    )


def _paragraph(*runs: str, style: str = "") -> str:
    said = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{said}{''.join(runs)}</w:p>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _records(items: list[ReadItem]) -> list[RawRecord]:
    return [item for item in items if isinstance(item, RawRecord)]


def _codes(items: list[ReadItem]) -> list[str]:
    return [item.code for item in items if isinstance(item, Problem)]


def test_a_document_is_read_as_its_text() -> None:
    body = (
        _paragraph(_run("How bees "), _run("dance"), style="Heading1"),
        _paragraph(
            _run("Ada Smith,"), "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", _run(" Bo Jones")
        ),
        f"<w:sdt><w:sdtContent>{_paragraph(_run(_ABOUT))}</w:sdtContent></w:sdt>",
    )
    (record,) = _records(list(read_bytes(_document("".join(body)), "bees.docx")))
    assert record.fields["title"] == "How bees dance"
    assert [name.plain for name in record.fields["authors"]] == ["Ada Smith", "Bo Jones"]
    assert record.fields["abstract"] == _ABOUT
    assert str(record.origin) == "bees.docx:1"


def test_links_of_a_document_tell_identifiers() -> None:
    linked = f'<w:hyperlink r:id="a">{_run("How bees dance")}</w:hyperlink>'
    parts_of_field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r><w:instrText> HYPERLINK "https://arxiv.org/abs/2306.00002" </w:instrText></w:r>',
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        _run("How wasps dance"),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        _run(", by Bo Jones"),
    )
    body = _paragraph(linked, _run(", by Ada Smith")) + _paragraph(*parts_of_field)
    document = _document(body, {"a": "https://arxiv.org/abs/2306.00001"})
    found = _records(list(read_bytes(document, "bees.docx")))
    assert [(r.fields["title"], r.fields["arxiv"]) for r in found] == [
        ("How bees dance", "2306.00001"),
        ("How wasps dance", "2306.00002"),
    ]


def test_a_table_of_a_document_is_one() -> None:
    rows = (
        ("Title", "Authors", "Year"),
        ("How bees dance", "Ada Smith", "2021"),
        ("How wasps dance", "Bo Jones", "2022"),
    )
    cells = ("".join(f"<w:tc>{_paragraph(_run(cell))}</w:tc>" for cell in row) for row in rows)
    table = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"
    found = _records(list(read_bytes(_document(_paragraph(_run("Our list")) + table), "bees.docx")))
    assert [(r.fields["title"], r.fields["year"], r.origin.line) for r in found] == [
        ("How bees dance", "2021", 3),
        ("How wasps dance", "2022", 4),
    ]


def _workbook(sheet: str, strings: str = "", styles: str = "") -> bytes:
    named = '<sheet name="Bees" r:id="a"/>'
    return _zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": f"<workbook {_M} {_R}><sheets>{named}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": _relations({"a": "worksheets/sheet1.xml"}),
            "xl/worksheets/sheet1.xml": f"<worksheet {_M} {_R}>{sheet}</worksheet>",
            "xl/worksheets/_rels/sheet1.xml.rels": _relations({"l": "https://arxiv.org/abs/2306.00001"}),
            "xl/sharedStrings.xml": f"<sst {_M}>{strings}</sst>",
            "xl/styles.xml": f"<styleSheet {_M}>{styles}</styleSheet>",
        }
    )


def test_a_sheet_is_read_as_a_table() -> None:
    strings = "<si><t>Title</t></si><si><r><t>How </t></r><r><t>bees dance</t></r></si>"
    styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    sheet = (
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Date</t></is></c>'
        '<c r="D1" t="str"><v>Authors</v></c></row>'
        '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>44197.5</v></c>'
        '<c r="C3" t="e"><v>#N/A</v></c><c r="D3" t="inlineStr"><is><t>Smith, A.; Jones, B.</t></is></c>'
        "</row>"
        '</sheetData><hyperlinks><hyperlink ref="A3" r:id="l"/></hyperlinks>'
    )
    (record,) = _records(list(read_bytes(_workbook(sheet, strings, styles), "bees.xlsx")))
    assert (record.fields["title"], record.fields["date"]) == ("How bees dance", "2021-01-01")
    assert record.fields["arxiv"] == "2306.00001"
    assert [name.family for name in record.fields["authors"]] == ["Smith", "Jones"]
    assert str(record.origin) == "bees.xlsx/Bees:3"


def test_a_sheet_of_libreoffice_is_read_as_a_table() -> None:
    cells = (
        ("<text:p>Title</text:p>", "<text:p>Year</text:p>"),
        (
            '<text:p><text:a xlink:href="https://arxiv.org/abs/2306.00001">How bees</text:a> dance</text:p>',
            "<text:p>2021</text:p>",
        ),
    )
    rows = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell>{cell}</table:table-cell>' for cell in row)}"
        '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        for row in cells
    )
    filled = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>'
    content = (
        f"<office:document-content {_O}><office:body><office:spreadsheet>"
        f'<table:table table:name="Bees">{rows}{filled}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    names = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}
    (record,) = _records(list(read_bytes(_zipped(names), "bees.ods")))
    assert (record.fields["title"], record.fields["year"]) == ("How bees dance", "2021")
    assert record.fields["arxiv"] == "2306.00001"
    assert str(record.origin) == "bees.ods/Bees:2"


_LIST = f"""
# Insects

## [How bees dance](https://arxiv.org/abs/2306.00001)

Ada Smith, Bo Jones

{_ABOUT}

## How wasps dance

Bo Jones

{_ABOUT.replace("bees", "wasps")}
"""
_REFERENCES = """
1. Smith, A. (2020). How ants walk in lines. *Journal of Ants*, 3(2), 4--9. <https://doi.org/10.1000/ants.1>

2. Jones, B. (2021). How flies see in the dark. *Journal of Flies*, 4, 1--7. [link](https://doi.org/10.1000/flies)
"""


@pytest.mark.parametrize("kind", ["docx", "odt", "rtf"])
def test_what_pandoc_writes_is_read(kind: str, tmp_path: Path) -> None:
    found = _records(list(read_bytes(_by_pandoc(_LIST, tmp_path / f"list.{kind}"), "list")))
    assert [record.fields["title"] for record in found] == ["How bees dance", "How wasps dance"]
    assert [record.fields["abstract"] for record in found] == [_ABOUT, _ABOUT.replace("bees", "wasps")]
    assert found[0].fields["arxiv"] == "2306.00001"
    cited = _records(list(read_bytes(_by_pandoc(_REFERENCES, tmp_path / f"cited.{kind}"), "cited")))
    assert [record.fields["doi"] for record in cited] == ["10.1000/ants.1", "10.1000/flies"]
    assert [record.fields["year"] for record in cited] == ["2020", "2021"]


def _by_pandoc(markdown: str, document: Path) -> bytes:
    pandoc = find_pandoc()
    assert pandoc is not None
    command = [str(pandoc), "--from=markdown", "--standalone", "--output", str(document)]
    subprocess.run(command, input=markdown, text=True, check=True)
    return document.read_bytes()


_OF_A_MAC = (
    r"""{\rtf1\ansi\ansicpg1252\cocoartf2639
{\fonttbl\f0\fswiss\fcharset0 Helvetica;}{\colortbl;\red255\green255\blue255;}{\*\expandedcolortbl;;}
\pard\f0\fs24 \cf0 How bees dance\
Ada Smith, \uc0\u321 ukasz Kaiser, Fran\'e7ois D\'e9{\v hidden}\
"""
    + _ABOUT.replace("dance", r"{\b da}nce\'92s")
    + r"""\
\
{\field{\*\fldinst{HYPERLINK "https://arxiv.org/abs/2306.00002"}}{\fldrslt How wasps dance}}\
Bo Jones\
"""
    + _ABOUT.replace("bees", "wasps")
    + "}"
)


def test_what_textedit_writes_is_read() -> None:
    bees, wasps = _records(list(read_bytes(_OF_A_MAC.encode(), "insects.rtf")))
    assert [name.plain for name in bees.fields["authors"]] == ["Ada Smith", "Łukasz Kaiser", "François Dé"]
    assert bees.fields["abstract"] == _ABOUT.replace("dance", "dance’s")
    assert (wasps.fields["title"], wasps.fields["arxiv"]) == ("How wasps dance", "2306.00002")
    assert str(wasps.origin) == "insects.rtf:5"


def test_signs_of_rich_text_become_characters() -> None:
    said = rb"{\rtf1\ansi\ansicpg936 \'b0\'a1 \u-10179 ?\u-8704 ? a\~b\_c\-d \{x\}\emdash y\line z\par}"
    (block,) = rtf.blocks(said)
    assert isinstance(block, Paragraph)
    assert block.text == "啊 😀 a b-cd {x}—y\nz"


def test_damaged_files_and_others_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    entities = '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    for content in ("<w:document>", entities, "<a>" * 100_000):
        assert _codes(list(read_bytes(_zipped({"word/document.xml": content}), "a.docx"))) == [
            "broken-archive"
        ]
    assert _codes(list(read_bytes(_document(""), "a.docx"))) == ["empty-file"]
    assert _codes(list(read_bytes(b"{\\rtf1 {\\pict 00}}", "a.rtf"))) == ["empty-file"]
    assert _codes(list(read_bytes(_zipped({"[Content_Types].xml": "<Types/>"}), "a.pptx"))) == ["binary-file"]
    whole = _document(_paragraph(_run(_ABOUT)))
    assert _codes(list(read_bytes(whole[: len(whole) // 2], "a.docx"))) == ["broken-archive"]
    monkeypatch.setattr(parts, "MOST_CELLS", 3)
    row = '<row r="1">' + '<c t="str"><v>a</v></c>' * 4 + "</row>"
    assert _codes(list(read_bytes(_workbook(f"<sheetData>{row}</sheetData>"), "a.xlsx"))) == [
        "file-too-large"
    ]
