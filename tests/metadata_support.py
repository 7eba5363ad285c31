"""How Zotero reads a page: a small harness after the mapping of its Embedded Metadata and COinS translators.

Written from the documented mapping, independently of what writes the tags.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import unquote

_FIELDS = {
    "citation_title": "title",
    "citation_publication_date": "date",
    "citation_journal_title": "publicationTitle",
    "citation_conference_title": "conferenceName",
    "citation_book_title": "bookTitle",
    "citation_volume": "volume",
    "citation_issue": "issue",
    "citation_dissertation_institution": "university",
    "citation_technical_report_institution": "institution",
    "citation_doi": "DOI",
    "citation_isbn": "ISBN",
    "citation_issn": "ISSN",
    "citation_public_url": "url",
    "DCTERMS.abstract": "abstractNote",
}
_BOOK_GENRES = {"bookitem": "bookSection", "proceeding": "conferencePaper", "report": "report"}
_PARTS = ("journalArticle", "bookSection", "conferencePaper")


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.metas: list[tuple[str, str]] = []
        self.spans: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self.metas.append((given.get("name") or given.get("property", ""), given.get("content", "")))
        if tag == "span" and given.get("class") == "Z3988":
            self.spans.append(given["title"])


def embedded_metadata(html: str) -> dict[str, object]:
    """The item that Zotero makes of a page's tags."""
    page = _Page()
    page.feed(html)
    item: dict[str, object] = {_FIELDS[name]: value for name, value in page.metas if name in _FIELDS}
    item["itemType"] = next((value for name, value in page.metas if name == "DC.type"), "journalArticle")
    item["creators"] = [
        _author(part) for name, value in page.metas if name == "citation_author" for part in _people(value)
    ]
    ends = [value for name, value in page.metas if name in ("citation_firstpage", "citation_lastpage")]
    return {**item, "pages": "-".join(ends)} if ends else item


def coins(html: str) -> list[dict[str, object]]:
    """The items that Zotero makes of a page's COinS."""
    page = _Page()
    page.feed(html)
    return [_context_object(span) for span in page.spans]


def _people(content: str) -> list[str]:
    people = [part.strip() for part in content.split(";")]
    if len(people) == 1:
        by_comma = [part.strip() for part in content.split(",")]
        if len(by_comma) > 1 and " " in by_comma[0] and " " in by_comma[1]:
            people = by_comma
    return [person for person in people if person]


def _author(written: str) -> tuple[str, str]:
    """(first name, last name), as cleanAuthor splits a name: of more than two parts the rest is lost."""
    bare = re.sub(r"^[\s.,/\[\]:]+|[\s.,/\[\]:]+$", "", written)
    if "," in written:
        last, first = [*re.split(", ?", re.sub(r"\.([^ ])", r". \1", bare, count=1)), ""][:2]
    else:
        first, _, last = bare.rpartition(" ")
    return re.sub(r"(?<![^\s-])([A-Z\u0400-\u042f])(?=[\s-]|$)", r"\1.", first), last.strip()


def _context_object(text: str) -> dict[str, object]:
    pairs = [
        (key, unquote(re.sub(r"\+|%2[Bb]", " ", value)))
        for key, _, value in (p.partition("=") for p in text.split("&"))
    ]
    values = dict(pairs)
    kind = _item_type(values)
    item: dict[str, object] = {"itemType": kind, "creators": [_author(v) for k, v in pairs if k == "rft.au"]}
    if kind in _PARTS:
        item["title"] = values.get("rft.atitle", "")
        item["publicationTitle"] = values.get("rft.jtitle" if kind == "journalArticle" else "rft.btitle", "")
    else:
        item["title"] = values.get("rft.btitle") or values.get("rft.title", "")
    item["date"] = values.get("rft.date", "")
    for key, value in pairs:
        if key == "rft_id" and value.startswith("info:doi/"):
            item["DOI"] = value.removeprefix("info:doi/")
        elif key == "rft_id":
            item["url"] = value
    return item


def _item_type(values: dict[str, str]) -> str:
    format = values["rft_val_fmt"].removeprefix("info:ofi/fmt:kev:mtx:")
    if format == "book":
        return _BOOK_GENRES.get(values.get("rft.genre", ""), "book")
    return {"journal": "journalArticle", "dissertation": "thesis"}.get(format) or values.get(
        "rft.type", "webpage"
    )
