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
        "title | article title | document title | paper title | item title | submission title | paper | "
        "primary title | name of paper | title of paper | paper name | article | name | ti | titel | "
        "titre | título | titulo | titolo | tytuł | 标题 | 论文标题 | 题名 | タイトル | название "
        "| display name"
        "| title primary | card name | task name | content | titles | paper titles | 論題 | 論文名 "
        "| 篇名 | 제목 | 논문명 | 题目 | 论文题目 | 论文名称 | 论文 | 文章 | 名称 | 名字"
    ),
    "abstract": (
        "abstract | abstract note | abstract text | summary | ab | description | resumen | resumo | "
        "riassunto | résumé | zusammenfassung | kurzfassung | samenvatting | 摘要 | 要旨 | аннотация "
        "| notes abstract | paper abstract | abstracts | summaries | paper abstracts | 抄録 | 초록"
    ),
    "authors": (
        "author full names | af | authors | author | author s | author names | author name s | authors "
        "list | all authors | creators | creator | contributors | au | autoren | autor | autor en "
        "| autor es | verfasser | auteurs | auteur s | autores | autori | authorships author display name | "
        "authorships raw author name | author list | paper authors | first author | 作者 | 著者 | авторы"
        "| authors primary | first authors | auteur | autore | 著者名 | 著者 編者 | 저자 | 저자명"
    ),
    "authors and year": (
        "author year | authors year | author s year | author and year | authors and year | study | study id"
    ),
    "further authors": "co authors | coauthors | other authors",
    "editors": "editors | editor | book editors | herausgeber | authors secondary",
    "year": (
        "publication year | year | pub year | year published | year of publication | published year | py "
        "| jahr | erscheinungsjahr | année | année de publication | año | ano | anno | jaar | 年 | 年份 | "
        "год | year of pub | 出版年 | 発行年 | 発表年 | 发表年份 | 발행년 | 발행년도 | 발행연도"
    ),
    "date": (
        "publication date | date | date published | published | published date | publish date | pubdate | "
        "publish time | online publication date | issue date | release date | datum | fecha"
        "| date of publication | publishing release date | original paper date "
        "| early access date | ea | pd | 出版日付 | 出版年月 | 出版年月日 | 発行日 "
        "| 发表时间 | 出版日期 | 发表日期"
    ),
    "venue": (
        "source title | publication title | full journal | venue | journal | journal book | conference "
        "| conference name | journal name | journal title | publication name | book title | booktitle "
        "| container title | proceedings title | published in | publication | venue name "
        "| journal conference | conference journal | journal or conference | publication venue "
        "| journal venue | venue journal "
        "| where published | so | zeitschrift | konferenz | revue | revista | rivista | tijdschrift | 期刊 "
        "| 会议 | журнал | source | quelle | journal ref | primary location source display name | "
        "host venue display name"
        "| source title anthology title | anthology title | periodical full | title secondary "
        "| periodical abbrev | publikation | publicación | publicação | pubblicazione | titre de la revue "
        "| 刊行物名 | 雑誌名 | 掲載誌 | 掲載誌名 | 収録刊行物 | 来源 | 文献来源 | 刊名 | 期刊名称 "
        "| 학술지 | 학술지명 | 发表 | 发表于 | 出处"
    ),
    "kind": (
        "kind | item type | document type | publication type | content type | type of paper | doctype | "
        "reference type | type of reference | document identifier | eintragsart | type de document | "
        "tipo de elemento | tipo di elemento | dt"
    ),
    "doi": "doi | item doi | article doi | doi link | di | original paper doi",
    "arxiv": (
        "arxiv | arxiv id | arxiv number | arxiv no | arxiv identifier | arxiv link | arxiv url | eprint"
    ),
    "url": (
        "ee | forum | url | link | article url | paper url | paper link | link to paper | item url | urls "
        "| full text url | html url | pdf | pdf url | pdf link | web link | address | links | href "
        "| doi url | doi or url | link doi | url paper | enlace | lien | 链接 | 论文链接 | 原文"
    ),
    "keywords": (
        "author keywords | keywords | keyword | manual tags | tags | de | index keywords | ieee terms | "
        "mesh terms | subjects | schlagwörter | schlüsselwörter | stichwörter | mots clés | palabras "
        "clave | palavras chave | 关键词 | 关键字 | marqueurs | etiquetas | markierungen "
        "| キーワード | 키워드"
    ),
    "pages": (
        "pages | page | pagination | page numbers | page range | seiten | páginas | pagine "
        "| ページ | 页码 | 頁"
    ),
    "article number": "article number | art no | ar",
    "citation": "citation",
    "reference": (
        "reference | references | full reference | full citation | apa citation | bibliographic reference | "
        "literatur | literaturangabe | référence | referencia | referência | 参考文献 | 文献"
    ),
    "first page": "page start | start page | first page | beginning page | bp",
    "last page": "page end | end page | last page | ending page | ep | other pages",
    "volume": "volume | vol | journal volume | vl | band | jahrgang | volumen | 卷 | 巻",
    "number": (
        "issue | number | journal issue | issue number | is | heft | ausgabe | numéro | número | ejemplar "
        "| fascicolo | 期 | 号"
    ),
    "row": "no | nr | row | index",
    "publisher": (
        "publisher | pu | verlag | éditeur | editorial | editora | editore | book publisher | 出版者 | 出版社"
    ),
    "address": "place | conference location | publisher location | ort | verlagsort | place of publication",
    "series": "series | series title | book series title | reihe",
    "language": (
        "language | language of original document | la | sprache | langue | idioma | article language"
    ),
    "note": "note | extra | notes | notiz | notizen | bemerkung | bemerkungen | anmerkungen | notas",
    "comment": "comment | comments | arxiv comment | kommentar",
    "created": "created",
    "updated": "updated | update date",
    "isbn": "isbn | isbns | eisbn",
    "issn": (
        "issn | issns | e issn | eissn | sn | primary location source issn l | host venue issn l | issn isbn"
    ),
    "pmid": "pmid | pubmed id | pubmedid | pm | ids pmid | medline pmid | original paper pubmed id",
    "pmcid": "pmcid | pmc id | ids pmcid",
    "openalex": "openalex id | openalex",
    "s2": "semantic scholar id | s2 id | paperid",
    "scopus": "eid",
    "wos": "ut | ut unique wos id | unique wos id",
    "own id": "id",
    "external ids": "external ids",
    "citekey": "key | citation key | citekey | bibtex key",
    "ids": "ids",
    "title status": "title status",
    **{name: name.replace("_", " ") for name in ("chapter", "edition", "institution", "type", "day")},
    "month": "month | published month | publication month",
    "issue_title": "issue title",
    "primaryclass": "primaryclass | primary category",
}

# Headers of a table of one column.
_TITLES = "title titles titel titre título titolo papertitle articletitle documenttitle 标题".split()


_LONGEST = 100  # characters of a header: of a longer cell, such as an abstract, no more is looked at


def _norm(header: str) -> str:
    return _NOT_LETTERS.sub("", header[:_LONGEST].lower())


_RANKS: Mapping[str, tuple[str, int]] = {
    _norm(word): (field, rank)
    for field, words in _HEADERS.items()
    for rank, word in enumerate(words.split("|"))
}
NEEDED = "title, authors, abstract, year, venue, doi, url"
KNOWN = frozenset(_HEADERS)
REFERENCES = ("title", "reference", "citation", "authors and year")  # columns that may hold whole references
assert all(_norm(column) in _RANKS or column in (*DETAILS, "topics", "added") for column in CSV_COLUMNS)


def columns(header: Sequence[str]) -> dict[str, list[int]]:
    """The columns of each field that the header names, the more telling header first."""
    found: dict[str, list[tuple[int, int]]] = {}
    for index, cell in enumerate(header):
        field, rank = _RANKS.get(_norm(cell), ("", 0))
        if field:
            found.setdefault(field, []).append((rank, index))
    places = {field: [index for _, index in sorted(ranked)] for field, ranked in found.items()}
    if "volume" in places and "row" in places:  # then 'No.' is an issue's, else the row's
        places["number"] = [*places.get("number", []), *places.pop("row")]
    return places


def is_header(cells: Sequence[str]) -> bool:
    """Whether a row names enough columns to say what a paper is."""
    found = columns(cells).keys() - {"row"}
    return bool({"title", "doi", "arxiv", "abstract"} & found) and len(found) > 1


def is_further_header(cells: Sequence[str]) -> bool:
    """Whether a row below a header heads another table: it names columns of a paper and nothing else."""
    named = [cell.strip() for cell in cells if cell.strip()]
    return len(named) > 1 and all(map(is_known, named)) and is_header(cells)


def heads_one_column(cell: str) -> bool:
    """Whether a line is the header of a list of titles."""
    return _norm(cell) in _TITLES


def is_known(cell: str) -> bool:
    """Whether a cell is the header of a column."""
    return _norm(cell) in _RANKS
