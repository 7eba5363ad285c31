"""What each kind of publication is called by Zotero and by schema.org."""

from __future__ import annotations

from typing import NamedTuple

from generator.model import Kind


class KindNames(NamedTuple):
    """zotero: an item type (https://api.zotero.org/itemTypes); schema: a type of https://schema.org."""

    zotero: str
    schema: str


KIND_NAMES: dict[Kind, KindNames] = {
    Kind.ARTICLE: KindNames("journalArticle", "ScholarlyArticle"),
    Kind.INPROCEEDINGS: KindNames("conferencePaper", "ScholarlyArticle"),
    Kind.PREPRINT: KindNames("preprint", "ScholarlyArticle"),
    Kind.BOOK: KindNames("book", "Book"),
    Kind.CHAPTER: KindNames("bookSection", "Chapter"),
    Kind.PROCEEDINGS: KindNames("book", "Book"),
    Kind.THESIS: KindNames("thesis", "Thesis"),
    Kind.REPORT: KindNames("report", "Report"),
    Kind.DATASET: KindNames("dataset", "Dataset"),
    Kind.SOFTWARE: KindNames("computerProgram", "SoftwareSourceCode"),
    Kind.WEBPAGE: KindNames("webpage", "WebPage"),
    Kind.MISC: KindNames("document", "ScholarlyArticle"),
}
