"""The headers under which tables of papers have their columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.formats import CSV_COLUMNS, DETAILS

_NOT_LETTERS = re.compile(r"[\W_]+")

# Our fields and the headers that stand for them, the more telling one first. Compared without regard to case,
# spaces and punctuation. Known from Zotero, Scopus, Web of Science, PubMed, IEEE Xplore, SpringerLink, ACM,
# Dimensions, Lens, Publish or Perish, Semantic Scholar, Rayyan, Notion and the spreadsheets people keep.
_HEADERS: Mapping[str, str] = {
    "title": (
        "title | article title | document title | paper title | item title | paper | primary "
        "title | name of paper | title of paper | name | ti | titel | titre | título | titolo "
        "| 标题 | 论文标题 | 题名 | タイトル | название"
    ),
    "abstract": (
        "abstract | abstract note | abstract text | summary | ab | description | resumen | "
        "résumé | zusammenfassung | 摘要"
    ),
    "authors": (
        "author full names | af | authors | author | author s | author names | authors list | all "
        "authors | creators | contributors | au | autoren | autor | auteurs | autores | "
        "作者 | 著者"
    ),
    "editors": "editors | editor | book editors",
    "year": (
        "publication year | year | pub year | year published | year of publication | "
        "published year | py | jahr | année | año | anno | 年 | 年份"
    ),
    "date": (
        "publication date | date | date published | published | published date | publish date "
        "| pubdate | online publication date | issue date | release date | datum"
    ),
    "venue": (
        "source title | publication title | venue | journal | journal book | conference | "
        "conference name | journal name | journal title | publication name | book title | "
        "booktitle | container title | proceedings title | published in | full journal | "
        "publication | venue name | journal conference | conference journal | so | "
        "zeitschrift | revue | revista | 期刊 | 会议 | source | journal ref"
    ),
    "kind": "kind | item type | document type | publication type | content type | type of paper",
    "doi": "doi | item doi | article doi | doi link | di",
    "arxiv": "arxiv | arxiv id | arxiv link | arxiv url | eprint",
    "url": (
        "url | link | article url | paper url | paper link | item url | urls | full text url "
        "| html url | pdf | pdf url | pdf link | web link | address | links | href"
    ),
    "keywords": (
        "author keywords | keywords | keyword | manual tags | tags | de | index keywords | "
        "ieee terms | mesh terms | subjects | schlagwörter | mots clés | palabras clave | 关键词"
    ),
    "pages": "pages | page | page numbers | page range",
    "first page": "page start | start page | first page | beginning page | bp",
    "last page": "page end | end page | last page | ending page | ep",
    "volume": "volume | vol | journal volume | vl",
    "number": "issue | number | journal issue | issue number | no | is",
    "publisher": "publisher | pu",
    "address": "place | conference location | publisher location",
    "series": "series | series title | book series title",
    "language": "language | language of original document | la",
    "note": "note | extra | notes",
    "comment": "comment | comments | arxiv comment",
    "created": "created",
    "updated": "updated | update date",
    "isbn": "isbn | isbns | eisbn",
    "issn": "issn | e issn | eissn | sn",
    "pmid": "pmid | pubmed id | pubmedid | pm",
    "pmcid": "pmcid | pmc id",
    "openalex": "openalex id | openalex",
    "s2": "semantic scholar id | s2 id | paperid",
    "scopus": "eid",
    "wos": "ut | ut unique wos id | unique wos id",
    "own id": "id",
    "citekey": "key | citation key | citekey | bibtex key",
    "ids": "ids",
    "title status": "title status",
    **{
        name: name.replace("_", " ") for name in ("chapter", "edition", "institution", "type", "month", "day")
    },
    "issue_title": "issue title",
    "primaryclass": "primaryclass | primary category",
}


def _norm(header: str) -> str:
    return _NOT_LETTERS.sub("", header.lower())


_RANKS: Mapping[str, tuple[str, int]] = {
    _norm(word): (field, rank)
    for field, words in _HEADERS.items()
    for rank, word in enumerate(words.split("|"))
}
NEEDED = "title, authors, abstract, year, venue, doi, url"
KNOWN = frozenset(_HEADERS)
assert all(_norm(column) in _RANKS or column in (*DETAILS, "topics", "added") for column in CSV_COLUMNS)


def columns(header: Sequence[str]) -> dict[str, list[int]]:
    """The columns of each field that the header names, the more telling header first."""
    found: dict[str, list[tuple[int, int]]] = {}
    for index, cell in enumerate(header):
        field, rank = _RANKS.get(_norm(cell), ("", 0))
        if field:
            found.setdefault(field, []).append((rank, index))
    return {field: [index for _, index in sorted(places)] for field, places in found.items()}


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row names enough columns to say what a paper is."""
    found = columns(cells).keys()
    return bool({"title", "doi", "arxiv", "abstract"} & found) and len(found) > 1
