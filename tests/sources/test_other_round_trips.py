"""Records in each other format come back the same, each on its lines; no format is without such a test."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.sources import READERS, read_bytes
from generator.text import Name
from tests.hang import ends_in_time
from tests.sources.structured import read_with_chosen, records
from tests.sources.test_structured_round_trips import PAPERS, compared

Paper = dict[str, Any]


class Format(NamedTuple):
    """How a format writes papers: what stands above them, each one, each of its people, what is between the
    people, what stands below. lacks: what it cannot say."""

    name: str
    head: str
    paper: str
    person: str
    between: str = ""
    foot: str = ""
    lacks: tuple[str, ...] = ()


_MARC = '<datafield tag="{}" ind1=" " ind2=" "><subfield code="{}">{}</subfield></datafield>'
_RDF = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:z="http://www.zotero.org/namespaces/export#" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#" '
    'xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'

FORMATS = [
    Format(
        "refworks",
        "",
        "RT Journal Article\n{people}T1 {title}\nJF {venue}\nYR {year}\nAB {abstract}\n\n",
        "A1 {family}, {given}\n",
    ),
    Format(
        "noteexpress",
        "",
        "{{Reference Type}}: Journal Article\n{{Title}}: {title}\n{people}{{Journal}}: {venue}\n"
        "{{Year}}: {year}\n{{Abstract}}: {abstract}\n\n",
        "{{Author}}: {family}, {given}\n",
    ),
    Format(
        "scopus-text",
        "Scopus\nEXPORT DATE: 01 March 2023\n\n",
        "{people}\n7003958{number:03}\n{title}\n({year}) {venue}, 5 (2), pp. 1-9. Cited 3 times.\n\n"
        "ABSTRACT: {abstract}\nDOCUMENT TYPE: Article\nSOURCE: Scopus\n\n",
        "{family}, {given}",
        "; ",
    ),
    Format(
        "ovid-text",
        "",
        "<{number}>\nAccession Number\n  {number:08}.\nAuthor\n  {people}\nTitle\n  {title}.\nSource\n  "
        "{venue}. 1(2):3-9, May {year}.\nAbstract\n  {abstract}\n\n",
        "{family}, {given}",
        ";  ",
    ),
    Format(
        "database-text",
        "",
        "Record #{number} of 9\nID: CN-{number:08}\n{people}TI: {title}\nSO: {venue}\nYR: {year}\n"
        "AB: {abstract}\n\n",
        "AU: {family}, {given}\n",
    ),
    Format(
        "bibitems",
        "\\begin{thebibliography}{9}\n\n",
        "\\bibitem{{k{number}}}\n{people}.\n\\newblock {title}.\n"
        "\\newblock {{\\em {venue}}}, 1:3--9, {year}.\n\n",
        "{given} {family}",
        " and ",
        "\\end{thebibliography}\n",
        lacks=("abstract",),
    ),
    Format(
        "latex",
        "",
        "\\documentclass{{article}}\n\\title{{{title}}}\n\\author{{{people}}}\n\\date{{{year}}}\n"
        "\\begin{{document}}\n\\begin{{abstract}}\n{abstract}\n\\end{{abstract}}\n\\end{{document}}\n\n",
        "{given} {family}",
        " \\and ",
        lacks=("venue",),
    ),
    Format(
        "wikitext",
        "== References ==\n",
        "* {{{{cite journal |author={people} |title={title} |journal={venue} |date=May {year}}}}}\n",
        "{given} {family}",
        "; ",
        lacks=("abstract",),
    ),
    Format(
        "biber",
        "\\refsection{0}\n",
        "\\entry{{k{number}}}{{article}}{{}}{{}}\n\\name{{author}}{{9}}{{}}{{%\n{people}}}\n"
        "\\field{{title}}{{{title}}}\n\\field{{journaltitle}}{{{venue}}}\n\\field{{year}}{{{year}}}\n"
        "\\field{{abstract}}{{{abstract}}}\n\\endentry\n",
        "{{{{hash=a}}{{%\nfamily={{{family}}},\ngiven={{{given}}},\n}}}}%\n",
        foot="\\endrefsection\n",
    ),
    Format(
        "jats",
        '<?xml version="1.0"?>\n<articles>\n',
        "<article><front><journal-meta><journal-title>{venue}</journal-title></journal-meta><article-meta>"
        "<title-group><article-title>{title}</article-title></title-group><contrib-group>{people}</contrib-group>"
        "<pub-date><year>{year}</year></pub-date><abstract><p>{abstract}</p></abstract>"
        "</article-meta></front></article>\n",
        '<contrib contrib-type="author"><name><surname>{family}</surname>'
        "<given-names>{given}</given-names></name></contrib>",
        foot="</articles>\n",
    ),
    Format(
        "mods",
        '<modsCollection xmlns="http://www.loc.gov/mods/v3">\n',
        "<mods><titleInfo><title>{title}</title></titleInfo>{people}<abstract>{abstract}</abstract>"
        '<relatedItem type="host"><titleInfo><title>{venue}</title></titleInfo>'
        "<part><date>{year}</date></part></relatedItem></mods>\n",
        '<name type="personal"><namePart type="given">{given}</namePart>'
        '<namePart type="family">{family}</namePart></name>',
        foot="</modsCollection>\n",
    ),
    Format(
        "bibtex-xml",
        '<bibtex:file xmlns:bibtex="http://bibtexml.sf.net/">\n',
        '<bibtex:entry id="key{number}"><bibtex:article><bibtex:author>{people}</bibtex:author>'
        "<bibtex:title>{title}</bibtex:title><bibtex:journal>{venue}</bibtex:journal><bibtex:year>{year}</bibtex:year><bibtex:abstract>"
        "{abstract}</bibtex:abstract></bibtex:article></bibtex:entry>\n",
        "{family}, {given}",
        " and ",
        "</bibtex:file>\n",
    ),
    Format(
        "zotero-rdf",
        f"<rdf:RDF {_RDF}>\n",
        '<bib:Article rdf:about="#item_{number}"><z:itemType>journalArticle</z:itemType>'
        "<dcterms:isPartOf><bib:Journal><dc:title>{venue}</dc:title></bib:Journal></dcterms:isPartOf><bib:authors><rdf:Seq>{people}</rdf:Seq>"
        "</bib:authors><dc:title>{title}</dc:title><dcterms:abstract>{abstract}</dcterms:abstract>"
        "<dc:date>{year}</dc:date></bib:Article>\n",
        "<rdf:li><foaf:Person><foaf:surname>{family}</foaf:surname><foaf:givenName>{given}</foaf:givenName>"
        "</foaf:Person></rdf:li>",
        foot="</rdf:RDF>\n",
    ),
    Format(
        "tei",
        '<listBibl xmlns="http://www.tei-c.org/ns/1.0">\n',
        '<biblStruct type="journalArticle"><analytic><title level="a">{title}</title>{people}</analytic>'
        '<monogr><title level="j">{venue}</title><imprint><date>{year}</date></imprint></monogr>'
        '<note type="abstract">{abstract}</note></biblStruct>\n',
        "<author><forename>{given}</forename><surname>{family}</surname></author>",
        foot="</listBibl>\n",
    ),
    Format(
        "marc-xml",
        '<collection xmlns="http://www.loc.gov/MARC21/slim">\n',
        f"<record>{_MARC.format(245, 'a', '{title} /')}{{people}}{_MARC.format(260, 'c', '{year}.')}"
        f"{_MARC.format(520, 'a', '{abstract}')}</record>\n",
        _MARC.format(700, "a", "{family}, {given}"),
        foot="</collection>\n",
        lacks=("venue",),
    ),
    Format(
        "oai",
        '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>\n',
        '<record><metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>2306.{number:05}</id><authors>{people}'
        "</authors><title>{title}</title><categories>cs.CL</categories><journal-ref>{venue}</journal-ref>"
        "<abstract>{abstract}</abstract></arXiv></metadata></record>\n",
        "<author><keyname>{family}</keyname><forenames>{given}</forenames></author>",
        foot="</ListRecords></OAI-PMH>\n",
        lacks=("year",),
    ),
    Format(
        "word-xml",
        '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">\n',
        "<b:Source><b:SourceType>JournalArticle</b:SourceType><b:Author><b:Author><b:NameList>{people}</b:NameList>"
        "</b:Author></b:Author><b:Title>{title}</b:Title><b:JournalName>{venue}</b:JournalName><b:Year>{year}</b:Year>"
        "</b:Source>\n",
        "<b:Person><b:Last>{family}</b:Last><b:First>{given}</b:First></b:Person>",
        foot="</b:Sources>\n",
        lacks=("abstract",),
    ),
    Format(
        "rss",
        f'<rss {_DC} version="2.0"><channel>\n',
        "<item><title>{title}</title><link>https://arxiv.org/abs/2306.{number:05}</link>"
        "<description>arXiv:2306.{number:05} Announce Type: new\nAbstract: {abstract}</description>"
        "{people}<dc:source>{venue}</dc:source></item>\n",
        "<dc:creator>{given} {family}</dc:creator>",
        foot="</channel></rss>\n",
        lacks=("year",),
    ),
    Format(
        "crossref-xml",
        "<doi_records>\n",
        "<doi_record><crossref><journal><journal_metadata><full_title>{venue}</full_title></journal_metadata>"
        "<journal_issue><publication_date><year>{year}</year></publication_date></journal_issue>"
        "<journal_article><titles><title>{title}</title></titles><contributors>{people}</contributors>"
        "<abstract><p>{abstract}</p></abstract></journal_article></journal></crossref></doi_record>\n",
        '<person_name contributor_role="author"><given_name>{given}</given_name>'
        "<surname>{family}</surname></person_name>",
        foot="</doi_records>\n",
    ),
    Format(
        "xml",
        '<?xml version="1.0"?>\n<papers>\n',
        "<paper><title>{title}</title><authors>{people}</authors><journal>{venue}</journal><year>{year}</year>"
        "<abstract>{abstract}</abstract></paper>\n",
        "<author>{given} {family}</author>",
        foot="</papers>\n",
    ),
    Format(
        "front-matter",
        "",
        '---\ntitle: "{title}"\nauthors: [{people}]\ndate: {year}-05-28\npublication: "{venue}"\n'
        'abstract: "{abstract}"\n---\n\n',
        '"{given} {family}"',
        ", ",
    ),
    Format(
        "html",
        "<!DOCTYPE html><html><body><table>\n<tr><th>Title</th><th>Authors</th><th>Year</th><th>Journal</th>"
        "<th>Abstract</th></tr>\n",
        "<tr><td>{title}</td><td>{people}</td><td>{year}</td><td>{venue}</td><td>{abstract}</td></tr>\n",
        "{family}, {given}",
        "; ",
        "</table></body></html>\n",
    ),
    Format(
        "references",
        "# Papers\n\n",
        "- [{title}](https://arxiv.org/abs/2306.{number:05})\n",
        "",
        lacks=("authors", "year", "venue", "abstract"),
    ),
    Format("pmid-list", "", "2601{number:04}\n", "", lacks=("title", "authors", "year", "venue", "abstract")),
]
# What has a test of this kind elsewhere.
_ELSEWHERE = {
    *("bibtex", "ris", "csl-json", "json", "table"),  # test_structured_round_trips
    *("nbib", "wos", "endnote-tags", "endnote-xml", "acl-xml", "pubmed-xml", "pubmed", "atom"),
    *("arxiv-listing", "arxiv-abs"),  # test_database_round_trips
    "pasted",  # test_pasted
    "labelled-text",  # tests/exports/test_round_trip
}


def _written(format: Format, papers: list[Paper], layout: int) -> str:
    out = [format.head]
    for number, paper in enumerate(papers, 1):
        people = format.between.join(
            format.person.format(given=name.given, family=name.family) for name in paper["authors"]
        )
        text = format.paper.format(**paper | {"people": people, "number": number})
        out.append(text.replace("><", ">\n<") if layout % 2 else text)
    text = "".join([*out, format.foot])
    return text.replace("\n", "\n  ").rstrip() + "\n" if layout // 2 and "<" in format.head else text


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
@settings(max_examples=15)
@given(papers=PAPERS, layout=st.integers(0, 3))
def test_round_trip(format: Format, papers: list[Paper], layout: int) -> None:
    papers = [paper | {"title": f"On {paper['title']}"} for paper in papers]  # one word is no title of a link
    text = _written(format, papers, layout)
    name, items = read_with_chosen(text)
    assert name == format.name
    found = records(items)
    assert compared(found) == [paper | dict.fromkeys(format.lacks) for paper in papers]
    lines = text.split("\n")
    for record in found:
        assert record.text in "\n".join(lines[record.origin.line - 1 : record.origin.end_line])


@pytest.mark.parametrize("format", FORMATS, ids=lambda format: format.name)
def test_many_records_are_read_in_time(format: Format) -> None:
    paper: Paper = {"title": "On bees", "abstract": "We look.", "year": "2020", "venue": "Bee World"}
    paper["authors"] = [Name(given="Ann", family="Lee")]
    text = _written(format, [paper] * 3_000, 0)
    with ends_in_time():
        assert len(records(list(read_bytes(text.encode(), "in.txt")))) == 3_000


def test_every_format_has_such_a_test() -> None:
    assert {format.name for format in FORMATS} | _ELSEWHERE == {reader.name for reader in READERS}
