"""Tables that readers and exporters share: the one place where a format's words stand for ours.

Each table is used in both directions, so that what we write we also read.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.model import Kind


class KindRow(NamedTuple):
    """Our kind and its type in BibTeX, BibLaTeX, RIS, CSL and EndNote XML (name and number of `ref-type`)."""

    kind: Kind
    bibtex: str
    biblatex: str
    ris: str
    csl: str
    endnote: str
    endnote_number: int


KINDS: tuple[KindRow, ...] = (
    KindRow(Kind.ARTICLE, "article", "article", "JOUR", "article-journal", "Journal Article", 17),
    KindRow(
        Kind.INPROCEEDINGS,
        "inproceedings",
        "inproceedings",
        "CPAPER",
        "paper-conference",
        "Conference Paper",
        47,
    ),
    KindRow(Kind.PREPRINT, "misc", "online", "UNPB", "article", "Unpublished Work", 34),
    KindRow(Kind.BOOK, "book", "book", "BOOK", "book", "Book", 6),
    KindRow(Kind.CHAPTER, "incollection", "incollection", "CHAP", "chapter", "Book Section", 5),
    KindRow(Kind.PROCEEDINGS, "proceedings", "proceedings", "CONF", "book", "Conference Proceedings", 10),
    KindRow(Kind.THESIS, "phdthesis", "thesis", "THES", "thesis", "Thesis", 32),
    KindRow(Kind.REPORT, "techreport", "report", "RPRT", "report", "Report", 27),
    KindRow(Kind.DATASET, "misc", "dataset", "DATA", "dataset", "Dataset", 59),
    KindRow(Kind.SOFTWARE, "misc", "software", "COMP", "software", "Computer Program", 9),
    KindRow(Kind.WEBPAGE, "misc", "online", "ELEC", "webpage", "Web Page", 12),
    KindRow(Kind.MISC, "misc", "misc", "GEN", "document", "Generic", 13),
)

# Names of `Paper.details`, in the order in which they are shown and written: BibTeX's own field names
# where BibTeX has one ("BibTeXing", O. Patashnik, 1988, section 3.2). month: 1 to 12 in digits.
DETAILS: tuple[str, ...] = (
    "series",
    "volume",
    "number",
    "issue_title",
    "pages",
    "chapter",
    "edition",
    "publisher",
    "address",
    "institution",
    "type",
    "month",
    "day",
    "language",
    "primaryclass",
    "note",
)

# Every entry type of BibTeX ("BibTeXing", section 3.1), BibLaTeX (manual, sections 2.1.1 to 2.1.3),
# REVTeX, jurabib and the usual exporters, in lower case.
BIBTEX_TYPES: dict[str, Kind] = {
    **{row.biblatex: row.kind for row in reversed(KINDS)},
    **{row.bibtex: row.kind for row in reversed(KINDS) if row.bibtex != "misc"},
    "misc": Kind.MISC,
    "online": Kind.WEBPAGE,
    "electronic": Kind.WEBPAGE,
    "www": Kind.WEBPAGE,
    "webpage": Kind.WEBPAGE,
    "website": Kind.WEBPAGE,
    "conference": Kind.INPROCEEDINGS,
    "conferencepaper": Kind.INPROCEEDINGS,
    "inbook": Kind.CHAPTER,
    "bookinbook": Kind.CHAPTER,
    "suppbook": Kind.CHAPTER,
    "suppcollection": Kind.CHAPTER,
    "inreference": Kind.CHAPTER,
    "booksection": Kind.CHAPTER,
    "mvbook": Kind.BOOK,
    "booklet": Kind.BOOK,
    "collection": Kind.BOOK,
    "mvcollection": Kind.BOOK,
    "reference": Kind.BOOK,
    "mvreference": Kind.BOOK,
    "ebook": Kind.BOOK,
    "manual": Kind.REPORT,
    "standard": Kind.REPORT,
    "patent": Kind.REPORT,
    "report": Kind.REPORT,
    "techreport": Kind.REPORT,
    "mvproceedings": Kind.PROCEEDINGS,
    "mastersthesis": Kind.THESIS,
    "masterthesis": Kind.THESIS,
    "bachelorsthesis": Kind.THESIS,
    "bachelorthesis": Kind.THESIS,
    "diplomathesis": Kind.THESIS,
    "thesis": Kind.THESIS,
    "unpublished": Kind.PREPRINT,
    "preprint": Kind.PREPRINT,
    "periodical": Kind.MISC,
    "suppperiodical": Kind.ARTICLE,
    "review": Kind.ARTICLE,
    "newspaper": Kind.ARTICLE,
    "newspaperarticle": Kind.ARTICLE,
    "magazine": Kind.ARTICLE,
    "software": Kind.SOFTWARE,
    "softwareversion": Kind.SOFTWARE,
    "softwaremodule": Kind.SOFTWARE,
    "dataset": Kind.DATASET,
    "data": Kind.DATASET,
    "artwork": Kind.MISC,
    "audio": Kind.MISC,
    "bibnote": Kind.MISC,
    "commentary": Kind.MISC,
    "customa": Kind.MISC,
    "customb": Kind.MISC,
    "customc": Kind.MISC,
    "customd": Kind.MISC,
    "custome": Kind.MISC,
    "customf": Kind.MISC,
    "generic": Kind.MISC,
    "image": Kind.MISC,
    "jurisdiction": Kind.MISC,
    "legal": Kind.MISC,
    "legislation": Kind.MISC,
    "letter": Kind.MISC,
    "movie": Kind.MISC,
    "music": Kind.MISC,
    "other": Kind.MISC,
    "performance": Kind.MISC,
    "presentation": Kind.MISC,
    "talk": Kind.MISC,
    "poster": Kind.MISC,
    "video": Kind.MISC,
    "set": Kind.MISC,
    "xdata": Kind.MISC,
}


class FieldRow(NamedTuple):
    """Our field and its names in another format: the first one is written, all of them are read."""

    field: str
    names: tuple[str, ...]


# Where a name below says that a field goes into OTHER, it is written as a line "name: value" (CSL-JSON: as
# a member of `custom`), because the format has no place of its own for it. `title_status: guessed` marks a
# guessed title.
OTHER: tuple[str, ...] = ("title_status", "comment", "created", "updated", "kind", "ids", *DETAILS)

# RIS (Research Information Systems, 2001, and Thomson's revision of 2011), as Zotero and EndNote use it.
# TY, SP and EP (pages), DA (YYYY/MM/DD/), SN (ISBN and ISSN, told apart by their shape) and AN
# ("arXiv:ID", "PMID:ID" …) have rules of their own; PB holds the institution of a thesis or report. U1
# holds what OTHER names.
RIS_FIELDS: tuple[FieldRow, ...] = (
    FieldRow("title", ("TI", "T1")),
    FieldRow("authors", ("AU", "A1")),
    FieldRow("editors", ("A2", "ED")),
    FieldRow("year", ("PY", "Y1")),
    FieldRow("venue", ("T2", "JO", "JF", "BT", "JA")),
    FieldRow("series", ("T3",)),
    FieldRow("volume", ("VL",)),
    FieldRow("number", ("IS",)),
    FieldRow("chapter", ("SE",)),
    FieldRow("edition", ("ET",)),
    FieldRow("publisher", ("PB",)),
    FieldRow("address", ("CY",)),
    FieldRow("type", ("M3",)),
    FieldRow("language", ("LA",)),
    FieldRow("doi", ("DO",)),
    FieldRow("url", ("UR",)),
    FieldRow("keywords", ("KW",)),
    FieldRow("note", ("N1",)),
    FieldRow("abstract", ("AB", "N2")),
)

# CSL-JSON ("CSL 1.0.2", appendix IV, and its schema csl-data.json). Names, dates ('issued'), 'id' and
# 'type' have rules of their own; 'publisher' holds the institution of a thesis or report; a preprint has
# publisher "arXiv" and number "arXiv:ID"; `custom` holds what OTHER names, `custom.ids` other identifiers.
CSL_FIELDS: tuple[FieldRow, ...] = (
    FieldRow("title", ("title",)),
    FieldRow("venue", ("container-title", "event-title", "container-title-short")),
    FieldRow("series", ("collection-title",)),
    FieldRow("volume", ("volume",)),
    FieldRow("number", ("issue", "number", "collection-number")),
    FieldRow("issue_title", ("volume-title",)),
    FieldRow("pages", ("page", "page-first")),
    FieldRow("chapter", ("chapter-number",)),
    FieldRow("edition", ("edition",)),
    FieldRow("publisher", ("publisher",)),
    FieldRow("address", ("publisher-place", "event-place")),
    FieldRow("type", ("genre",)),
    FieldRow("language", ("language",)),
    FieldRow("doi", ("DOI",)),
    FieldRow("isbn", ("ISBN",)),
    FieldRow("issn", ("ISSN",)),
    FieldRow("pmid", ("PMID",)),
    FieldRow("pmcid", ("PMCID",)),
    FieldRow("url", ("URL",)),
    FieldRow("keywords", ("keyword",)),
    FieldRow("note", ("note",)),
    FieldRow("abstract", ("abstract",)),
)

# EndNote XML: paths inside <record>, below which text may stand in <style>. 'contributors', 'dates',
# 'isbn' (ISBN and ISSN, one a line), 'accession-num' (as AN in RIS) and 'keywords' have rules of their
# own; 'custom7' holds OTHER, one a line.
ENDNOTE_FIELDS: tuple[FieldRow, ...] = (
    FieldRow("title", ("titles/title",)),
    FieldRow("venue", ("titles/secondary-title", "periodical/full-title")),
    FieldRow("series", ("titles/tertiary-title",)),
    FieldRow("pages", ("pages",)),
    FieldRow("volume", ("volume",)),
    FieldRow("number", ("number",)),
    FieldRow("chapter", ("section",)),
    FieldRow("edition", ("edition",)),
    FieldRow("address", ("pub-location",)),
    FieldRow("publisher", ("publisher",)),
    FieldRow("type", ("work-type",)),
    FieldRow("abstract", ("abstract",)),
    FieldRow("note", ("notes",)),
    FieldRow("url", ("urls/related-urls/url", "urls/web-urls/url")),
    FieldRow("doi", ("electronic-resource-num",)),
    FieldRow("language", ("language",)),
)

# Columns of CSV and TSV in the order in which they are written; names and keywords are separated by "; ",
# names written "Family, Given" (BibTeX's order), ids "name:value" separated by blanks. Readers know more
# headers than these.
CSV_COLUMNS: tuple[str, ...] = (
    "key",
    "title",
    "title_status",
    "authors",
    "year",
    "venue",
    "kind",
    "doi",
    "arxiv",
    "url",
    "abstract",
    "keywords",
    "topics",
    "comment",
    "created",
    "updated",
    "added",
    "editors",
    "ids",
    *("place" if name == "address" else name for name in DETAILS),
)

# Labels of plain text, by column of CSV, in the order in which they are written: `Label: value`, the value
# as in CSV. Every block begins with the first one.
_LAST = ("editors", "created", "updated", "added", "topics", "keywords", "abstract")
_SPELLED = {"doi": "DOI", "arxiv": "arXiv", "url": "URL", "ids": "Identifiers"}
TEXT_LABELS: dict[str, str] = {
    column: _SPELLED.get(column) or column.replace("_", " ").capitalize()
    for column in (*(column for column in CSV_COLUMNS if column not in _LAST), *_LAST)
}

# EndNote's names of types, in its XML and its tagged format, in lower case.
ENDNOTE_TYPES: dict[str, Kind] = {row.endnote.lower(): row.kind for row in KINDS} | {
    "conference paper": Kind.INPROCEEDINGS,
    "conference proceedings": Kind.INPROCEEDINGS,
    "electronic article": Kind.ARTICLE,
    "electronic book": Kind.BOOK,
    "edited book": Kind.BOOK,
    "magazine article": Kind.ARTICLE,
    "newspaper article": Kind.ARTICLE,
    "manuscript": Kind.PREPRINT,
    "patent": Kind.REPORT,
    "standard": Kind.REPORT,
    "government document": Kind.REPORT,
    "electronic book section": Kind.CHAPTER,
    "encyclopedia": Kind.CHAPTER,
    "dictionary": Kind.CHAPTER,
    "serial": Kind.BOOK,
    "catalog": Kind.BOOK,
    "pamphlet": Kind.BOOK,
    "aggregated database": Kind.DATASET,
    "online database": Kind.DATASET,
    "blog": Kind.WEBPAGE,
    # RefWorks
    "journal, electronic": Kind.ARTICLE,
    "monograph": Kind.BOOK,
    "unpublished material": Kind.PREPRINT,
    "dissertation, unpublished": Kind.THESIS,
    "thesis, unpublished": Kind.THESIS,
    "journal": Kind.ARTICLE,
    "abstract": Kind.ARTICLE,
    "magazine": Kind.ARTICLE,
    "book, whole": Kind.BOOK,
    "book, edited": Kind.BOOK,
    "book, section": Kind.CHAPTER,
    "dissertation": Kind.THESIS,
    "dissertation/thesis": Kind.THESIS,
    "dissertation/thesis, unpublished": Kind.THESIS,
}

# Types of RIS references: the specification of 2011 and what Zotero, EndNote and Mendeley add.
RIS_TYPES: dict[str, Kind] = {
    **{row.ris: row.kind for row in KINDS},
    "ABST": Kind.ARTICLE,
    "AGGR": Kind.DATASET,
    "BLOG": Kind.WEBPAGE,
    "CONF": Kind.INPROCEEDINGS,
    "CTLG": Kind.BOOK,
    "DBASE": Kind.DATASET,
    "DICT": Kind.CHAPTER,
    "EBOOK": Kind.BOOK,
    "ECHAP": Kind.CHAPTER,
    "EDBOOK": Kind.BOOK,
    "EJOUR": Kind.ARTICLE,
    "ENCYC": Kind.CHAPTER,
    "GOVDOC": Kind.REPORT,
    "ICOMM": Kind.WEBPAGE,
    "INPR": Kind.ARTICLE,
    "JFULL": Kind.ARTICLE,
    "MANSCPT": Kind.PREPRINT,
    "MGZN": Kind.ARTICLE,
    "NEWS": Kind.ARTICLE,
    "PAT": Kind.REPORT,
    "PAMP": Kind.BOOK,
    "PREPRINT": Kind.PREPRINT,
    "SER": Kind.BOOK,
    "STAND": Kind.REPORT,
    "WEB": Kind.WEBPAGE,
}
