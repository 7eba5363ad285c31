"""Records written as databases, managers and arXiv write them come back the same, each on its own lines."""

from __future__ import annotations

import textwrap
from html import escape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.text import Name
from tests.sources.structured import read_with_chosen, records
from tests.sources.test_structured_round_trips import PAPERS, compared

Paper = dict[str, Any]


def _wrapped(text: str, first: str, margin: str, layout: int) -> str:
    """A value behind its tag, on one line or on several with a margin."""
    width = 10_000 if layout % 2 else 60
    return "\n".join(textwrap.wrap(text, width, initial_indent=first, subsequent_indent=margin)) + "\n"


def _nbib(papers: list[Paper], layout: int) -> str:
    out = []
    for number, paper in enumerate(papers, 1):
        values = [("PMID", str(number)), ("TI", paper["title"] + "."), ("AB", paper["abstract"])]
        for name in paper["authors"]:
            values += [("FAU", f"{name.family}, {name.given}"), ("AU", f"{name.family} {name.given[0]}")]
        values += [("DP", f"{paper['year']}"), ("TA", "J Short"), ("JT", paper["venue"])]
        out.append("".join(_wrapped(value, f"{tag:4}- ", " " * 6, layout) for tag, value in values))
    return "\n" + "\n".join(out)


def _wos(papers: list[Paper], layout: int) -> str:
    out = []
    for paper in papers:
        full = "\n   ".join(f"{name.family}, {name.given}" for name in paper["authors"])
        short = "\n   ".join(f"{name.family}, {name.given[0].upper()}" for name in paper["authors"])
        body = f"PT J\nAU {short}\nAF {full}\n" + _wrapped(paper["title"], "TI ", "   ", layout)
        body += _wrapped(paper["venue"], "SO ", "   ", layout) + _wrapped(
            paper["abstract"], "AB ", "   ", layout
        )
        out.append(f"{body}PY {paper['year']}\nER\n\n")
    return "FN Clarivate Analytics Web of Science\nVR 1.0\n" + "".join(out) + "EF\n"


def _endnote_tags(papers: list[Paper], layout: int) -> str:
    out = []
    for paper in papers:
        lines = ["%0 Journal Article", f"%T {paper['title']}", f"%J {paper['venue']}", f"%D {paper['year']}"]
        lines[1 + layout % 2 : 1] = [f"%A {name.family}, {name.given}" for name in paper["authors"]]
        out.append("\n".join([*lines, f"%X {paper['abstract']}", ""]))
    return "\n".join(out)


def _endnote_xml(papers: list[Paper], layout: int) -> str:
    opening, closing = ("<style face='normal' size='100%'>", "</style>") if layout % 2 else ("", "")
    gap = "\n" if layout % 3 else ""

    def element(path: str, text: str) -> str:
        names = path.split("/")
        inner = f"{opening}{escape(text)}{closing}"
        for name in reversed(names):
            inner = f"<{name}>{inner}</{name}>"
        return inner + gap

    out = []
    for paper in papers:
        authors = "".join(element("author", f"{name.family}, {name.given}") for name in paper["authors"])
        titles = element("title", paper["title"]) + element("secondary-title", paper["venue"])
        body = f"<ref-type name='Journal Article'>17</ref-type><contributors><authors>{authors}</authors>"
        body += f"</contributors><titles>{titles}</titles>{element('dates/year', paper['year'])}"
        out.append(f"<record>{gap}{body}{element('abstract', paper['abstract'])}</record>\n")
    return f'<?xml version="1.0" encoding="UTF-8"?><xml><records>\n{"".join(out)}</records></xml>\n'


def _acl_xml(papers: list[Paper], layout: int) -> str:
    out = []
    for number, paper in enumerate(papers, 1):
        authors = "".join(
            f"<author><first>{name.given}</first><last>{name.family}</last></author>\n"
            for name in paper["authors"]
        )
        title = paper["title"]
        title = f"<fixed-case>{title[0]}</fixed-case>{title[1:]}" if layout % 2 else title
        out.append(
            f'<volume id="{number}"><meta><booktitle>{paper["venue"]}</booktitle><year>{paper["year"]}</year>'
            f'</meta>\n<paper id="1"><title>{title}</title>{authors}<abstract>{paper["abstract"]}</abstract>'
            f"<url>N{number}-1001</url></paper></volume>\n"
        )
    return f"<?xml version='1.0' encoding='UTF-8'?>\n<collection id=\"N19\">\n{''.join(out)}</collection>\n"


def _pubmed_xml(papers: list[Paper], layout: int) -> str:
    gap = "\n  " if layout % 2 else ""
    out = []
    for number, paper in enumerate(papers, 1):
        authors = gap.join(
            f"<Author><LastName>{name.family}</LastName><ForeName>{name.given}</ForeName></Author>"
            for name in paper["authors"]
        )
        journal = (
            f"<Journal><JournalIssue><PubDate><Year>{paper['year']}</Year></PubDate></JournalIssue>"
            f"<Title>{paper['venue']}</Title></Journal>"
        )
        out.append(
            f'<PubmedArticle><MedlineCitation>{gap}<PMID Version="1">{number}</PMID><Article>{gap}{journal}'
            f"<ArticleTitle>{paper['title']}.</ArticleTitle><Abstract><AbstractText>{paper['abstract']}"
            f"</AbstractText></Abstract><AuthorList>{authors}</AuthorList></Article></MedlineCitation>"
            "</PubmedArticle>\n"
        )
    return f'<?xml version="1.0" ?>\n<PubmedArticleSet>\n{"".join(out)}</PubmedArticleSet>\n'


def _yaml(papers: list[Paper], layout: int) -> str:
    out = ["papers:\n"] if layout % 2 else []
    for paper in papers:
        names = ", ".join(f'"{name.plain}"' for name in paper["authors"])
        out.append(
            f'- title: "{paper["title"]}"\n  authors: [{names}]\n  year: {paper["year"]}\n'
            f'  venue: "{paper["venue"]}"\n  abstract: >-\n'
            + _wrapped(paper["abstract"], "    ", "    ", layout // 2)
        )
    return "".join(out)


@pytest.mark.parametrize(
    "write",
    [_nbib, _wos, _endnote_tags, _endnote_xml, _acl_xml, _pubmed_xml, _yaml],
    ids=lambda f: f.__name__,
)
@given(papers=PAPERS, layout=st.integers(0, 11))
def test_round_trip(write, papers, layout):  # type: ignore[no-untyped-def]
    text = write(papers, layout)
    found = records(read_with_chosen(text)[1])
    assert compared(found) == papers
    lines = text.split("\n")
    for record in found:
        assert record.text in "\n".join(lines[record.origin.line - 1 : record.origin.end_line])


def _listing(papers: list[Paper], layout: int) -> str:
    """A mail of arXiv: new papers, the last one a replacement without abstract where layout is odd."""
    rule = "-" * 78 + "\n"
    out = ["Subject: math daily\n" + rule]
    for number, paper in enumerate(papers):
        names = [name.plain for name in paper["authors"]]
        names[0] += " (University of X (Theory), Y)" if layout % 3 else ""
        joined = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]
        replaced = layout % 2 and number == len(papers) - 1
        dated = "replaced with revised version Thu, 8" if replaced else "Date: Thu, 8"
        head = f"\\\\\narXiv:2306.{number:05}\n{dated} Jun 2023 08:03:26 GMT   (25kb,D)\n\n"
        head += _wrapped(paper["title"], "Title: ", "  ", 0) + _wrapped(joined, "Authors: ", "  ", 0)
        abstract = "" if replaced else "\\\\\n" + _wrapped(paper["abstract"], "  ", "", 0)
        out.append(
            f"{head}Categories: math.OA\n{abstract}\\\\ ( https://arxiv.org/abs/2306.{number:05} ,  25kb)\n"
        )
    margin = ("", "> ", "    ")[layout % 3]
    return "\n".join(margin + line for line in rule.join([*out, ""]).split("\n"))


@settings(max_examples=30)
@given(papers=PAPERS, layout=st.integers(0, 5))
def test_arxiv_listing(papers: list[Paper], layout: int) -> None:
    found = records(read_with_chosen(_listing(papers, layout))[1])
    assert [record.fields.get("arxiv") for record in found] == [f"2306.{n:05}" for n in range(len(papers))]
    expected: list[tuple[str, list[Name], str | None]] = [
        (paper["title"], paper["authors"], paper["abstract"]) for paper in papers
    ]
    if layout % 2:
        expected[-1] = (*expected[-1][:2], None)
    read = [
        (record.fields["title"], [*record.fields["authors"]], record.fields.get("abstract"))
        for record in found
    ]
    assert [(t, a, b and " ".join(b.split())) for t, a, b in read] == expected


@settings(max_examples=30)
@given(papers=PAPERS, layout=st.integers(0, 5))
def test_page_of_a_paper(papers: list[Paper], layout: int) -> None:
    for paper in papers:
        authors = [("citation_author", f"{name.family}, {name.given}") for name in paper["authors"]]
        tags = [("citation_title", paper["title"]), *authors, ("citation_date", paper["year"])]
        tags += [("citation_journal_title", paper["venue"]), ("citation_abstract", paper["abstract"])]
        written = "\n" * (layout % 2)
        head = written.join(f'<meta name="{name}" content="{escape(value)}">' for name, value in tags)
        page = f"<!DOCTYPE html><html><head>{head}</head><body><p>Home</p></body></html>"
        assert compared(records(read_with_chosen(page)[1])) == [paper]


def _pubmed_text(papers: list[Paper], layout: int) -> str:
    out = []
    for number, paper in enumerate(papers, 1):
        names = ", ".join(
            f"{name.family} {name.given[0]}({at})" for at, name in enumerate(paper["authors"], 1)
        )
        parts = [
            _wrapped(f"{paper['venue']}. {paper['year']};7(2):1-9.", f"{number}. ", "", layout),
            _wrapped(f"{paper['title']}.", "", "", layout),
            _wrapped(f"{names}.", "", "", layout),
            "Author information:\n(1)University of X.\n",
            _wrapped(paper["abstract"], "", "", layout),
            f"PMID: {number} [Indexed for MEDLINE]\n",
        ]
        out.append("\n".join(parts))
    return "\n\n".join(out)


def _atom(papers: list[Paper], layout: int) -> str:
    prefix = "arxiv:" if layout % 2 else ""
    out = []
    for number, paper in enumerate(papers, 1):
        people = "".join(f"<author>\n<name>{name.plain}</name></author>" for name in paper["authors"])
        title, abstract = _wrapped(paper["title"], "", "  ", 0), _wrapped(paper["abstract"], "  ", "", layout)
        out.append(
            f"<entry><id>http://arxiv.org/abs/2306.{number:05}v1</id><title>{title}</title>"
            f"<summary>{abstract}</summary>{people}<published>{paper['year']}-06-08T08:03:26Z</published>"
            f"<{prefix}journal_ref>{paper['venue']}</{prefix}journal_ref></entry>\n"
        )
    spaces = 'xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<feed {spaces}>\n{"".join(out)}</feed>\n'


def _with_initials(paper: Paper) -> Paper:
    return paper | {"authors": [Name(given=name.given[0], family=name.family) for name in paper["authors"]]}


@settings(max_examples=30)
@given(papers=PAPERS, layout=st.integers(0, 5))
def test_pubmed_text(papers: list[Paper], layout: int) -> None:
    found = records(read_with_chosen(_pubmed_text(papers, layout))[1])
    assert compared(found) == [_with_initials(paper) for paper in papers]


@settings(max_examples=30)
@given(papers=PAPERS, layout=st.integers(0, 5))
def test_atom(papers: list[Paper], layout: int) -> None:
    found = records(read_with_chosen(_atom(papers, layout))[1])
    assert [record.fields.get("arxiv") for record in found] == [
        f"2306.{n:05}" for n in range(1, len(papers) + 1)
    ]
    assert [record.fields.get("created") for record in found] == [f"{p['year']}-06-08" for p in papers]
    assert compared(found) == [paper | {"year": None} for paper in papers]


@settings(max_examples=30)
@given(papers=PAPERS, layout=st.integers(0, 5))
def test_abs_file(papers: list[Paper], layout: int) -> None:
    for number, paper in enumerate(papers):
        names = " and ".join(name.plain for name in paper["authors"])
        first = f"arXiv:2306.{number:05}\nFrom: A Submitter <a@b.c>\n"
        head = first + f"Date: Thu, 8 Jun {paper['year']} 08:03:26 GMT   (25kb)\n\n"
        head += _wrapped(paper["title"], "Title: ", "  ", layout) + _wrapped(names, "Authors: ", "  ", layout)
        abstract = _wrapped(paper["abstract"], "  ", "  ", layout)
        text = f"\\\\\n{head}Categories: math.OA\n\\\\\n{abstract}\\\\\n"
        name, items = read_with_chosen(text)
        assert name == "arxiv-abs"
        (record,) = records(items)
        assert (record.fields["arxiv"], record.fields["title"]) == (f"2306.{number:05}", paper["title"])
        assert [*record.fields["authors"]] == paper["authors"]
        assert " ".join(record.fields["abstract"].split()) == paper["abstract"]
