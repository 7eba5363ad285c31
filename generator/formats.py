"""Tables that readers and exporters share: the one place where a format's words stand for ours.

Each table is used in both directions, so that what we write we also read.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.model import Kind


class KindRow(NamedTuple):
    """Our kind and its type in BibTeX, BibLaTeX, RIS and CSL."""

    kind: Kind
    bibtex: str
    biblatex: str
    ris: str
    csl: str


KINDS: tuple[KindRow, ...] = (
    KindRow(Kind.ARTICLE, "article", "article", "JOUR", "article-journal"),
    KindRow(Kind.INPROCEEDINGS, "inproceedings", "inproceedings", "CPAPER", "paper-conference"),
    KindRow(Kind.PREPRINT, "misc", "online", "UNPB", "article"),
    KindRow(Kind.BOOK, "book", "book", "BOOK", "book"),
    KindRow(Kind.CHAPTER, "incollection", "incollection", "CHAP", "chapter"),
    KindRow(Kind.PROCEEDINGS, "proceedings", "proceedings", "CONF", "book"),
    KindRow(Kind.THESIS, "phdthesis", "thesis", "THES", "thesis"),
    KindRow(Kind.REPORT, "techreport", "report", "RPRT", "report"),
    KindRow(Kind.DATASET, "misc", "dataset", "DATA", "dataset"),
    KindRow(Kind.SOFTWARE, "misc", "software", "COMP", "software"),
    KindRow(Kind.WEBPAGE, "misc", "online", "ELEC", "webpage"),
    KindRow(Kind.MISC, "misc", "misc", "GEN", "document"),
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
