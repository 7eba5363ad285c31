"""CSL-JSON: what Zotero, Mendeley, pandoc and citation processors exchange ("CSL 1.0.2", csl-data.json)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from generator.formats import CSL_FIELDS, DETAILS, KINDS
from generator.model import Fields, Kind, Problem, RawRecord, ReadItem
from generator.sources.common import (
    arxiv_of,
    date_details,
    date_fields,
    doi_of,
    fields_of,
    find_ids,
    ids_noted,
    split_keywords,
    without_empty,
)
from generator.sources.json.decoding import Fault, doubled
from generator.sources.json.items import Item, json_items, json_start, torn
from generator.sources.lines import Lines, around
from generator.sources.reader import Reader, Source
from generator.sources.tagged.tags import numbers, pages
from generator.sources.values import csl_date, names_of, text_of, texts_of, with_scripts, without_tags

NAME = "csl-json"

CSL_TYPES: Mapping[str, Kind] = {
    **{row.csl: row.kind for row in reversed(KINDS)},
    "article-magazine": Kind.ARTICLE,
    "article-newspaper": Kind.ARTICLE,
    "review": Kind.ARTICLE,
    "review-book": Kind.ARTICLE,
    "entry": Kind.CHAPTER,
    "entry-dictionary": Kind.CHAPTER,
    "entry-encyclopedia": Kind.CHAPTER,
    "manuscript": Kind.PREPRINT,
    "pamphlet": Kind.BOOK,
    "patent": Kind.REPORT,
    "standard": Kind.REPORT,
    "speech": Kind.MISC,
    "post": Kind.WEBPAGE,
    "post-weblog": Kind.WEBPAGE,
    **dict.fromkeys(
        ("bill", "broadcast", "classic", "collection", "event", "figure", "graphic", "hearing"), Kind.MISC
    ),
    **dict.fromkeys(
        ("interview", "legal_case", "legislation", "map", "motion_picture", "musical_score"), Kind.MISC
    ),
    **dict.fromkeys(
        ("performance", "periodical", "personal_communication", "regulation", "song", "treaty"), Kind.MISC
    ),
}
_PLAIN_MEMBERS = frozenset(
    {"id", "type", "title", "custom", *(name for row in CSL_FIELDS for name in row.names)}
)
_NO_PAPER = frozenset({"kind", "details", "ids"})  # what alone says of no paper which one it is
_SINGLE = {row.field: row.names for row in CSL_FIELDS}


def is_csl(value: object) -> bool:
    """Whether an object is a CSL item: its type is one of CSL's and its title is text."""
    if not isinstance(value, Mapping) or not isinstance(value.get("title", ""), str):
        return False
    if not isinstance(value.get("type"), str) or value["type"] not in CSL_TYPES:
        return False
    people = value.get("author")
    first = people[0] if isinstance(people, list) and people else None
    return (
        isinstance(value.get("issued"), Mapping)
        or isinstance(value.get("container-title"), str)
        or "citation-key" in value
        or (isinstance(first, Mapping) and bool({"family", "literal", "given"} & first.keys()))
        or value.keys() <= _PLAIN_MEMBERS
    )


def likeness(source: Source) -> float:
    """Certain where the first record of a JSON text is a CSL item."""
    start = json_start(source.text)
    first = next(json_items(source.text, start), None) if start >= 0 else None
    return 0.97 if isinstance(first, Item) and is_csl(first.value) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record an item."""
    lines = Lines(source.text)
    taken = []
    start = json_start(source.text)
    for found in chain(torn(source.text, start), json_items(source.text, start)):
        end = max(found.start, found.end - 1)
        origin = source.origin(lines.number(found.start), lines.number(end), NAME)
        taken.append(origin)
        if isinstance(found, Fault):
            message = f"here the file stops being JSON ({found.message}): mend it; these lines were not read"
            yield Problem("broken-json", "error", message, origin)
            continue
        if twice := doubled(found.value):
            yield Problem("broken-json", "warning", twice, origin)
        fields = csl_fields(found.value)
        if fields.keys() <= _NO_PAPER:
            message = "the object names no paper: give it a `title`"
            yield Problem("empty-record", "warning", message, origin)
        else:
            yield RawRecord(origin, source.text[found.start : found.end], fields)
    yield from around(source, taken, "JSON around the records", NAME)


def csl_fields(item: Mapping[str, object]) -> Fields:
    """The fields of a CSL item."""
    own = _members(item.get("custom"))
    kind = _kind(item, own)
    date = next(
        (date for name in ("issued", "submitted", "original-date") if (date := csl_date(item.get(name)))), ""
    )
    url = _first(item, "url")
    archive = [text_of(item.get(name)) for name in ("archive_location", "number", "archive")]
    said = {**ids_noted(_first(item, "note")), **find_ids(url, *archive)}
    fields = fields_of(
        {
            "title": "" if own.get("title_status") == "guessed" else with_scripts(_first(item, "title")),
            "authors": names_of(item.get("author")),
            "editors": names_of(item.get("editor")),
            "abstract": with_scripts(_first(item, "abstract")),
            "venue": without_tags(_first(item, "venue")) or text_of(own.get("venue")),
            "kind": kind,
            "arxiv": arxiv_of(_said_ids(own).get("arxiv", ""), *archive[:2], _first(item, "doi"), url)
            or said.get("arxiv", ""),
            "doi": doi_of(_first(item, "doi")) or _first(item, "doi") or said.get("doi", ""),
            "ids": {**_located(said), **_ids(item, own)},
            "url": url,
            "comment": text_of(own.get("comment")),
            "created": text_of(own.get("created")),
            "updated": text_of(own.get("updated")),
            "keywords": _keywords(item),
            "details": {**_details(item, kind, own), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    return fields


def _members(value: object) -> dict[str, object]:
    return {str(name): member for name, member in value.items()} if isinstance(value, Mapping) else {}


def _first(item: Mapping[str, object], field: str) -> str:
    return next((text for name in _SINGLE[field] if (text := text_of(item.get(name)))), "")


def _kind(item: Mapping[str, object], own: Mapping[str, object]) -> Kind:
    said = own.get("kind")
    if said in set(Kind):
        return Kind(str(said))
    return CSL_TYPES.get(text_of(item.get("type")), Kind.MISC)


def _keywords(item: Mapping[str, object]) -> tuple[str, ...]:
    value = item.get("keyword") or item.get("keywords")
    return split_keywords(value) if isinstance(value, str) else tuple(texts_of(value) if value else ())


def _ids(item: Mapping[str, object], own: Mapping[str, object]) -> dict[str, str]:
    key = text_of(item.get("citation-key")) or text_of(item.get("id"))
    return without_empty(
        {
            **numbers([_first(item, "issn"), _first(item, "isbn")]),
            "pmid": _first(item, "pmid"),
            "pmcid": _first(item, "pmcid"),
            **_said_ids(own),
            "citekey": "" if "/" in key or key.isdigit() else key,
        }
    )


def _said_ids(own: Mapping[str, object]) -> dict[str, str]:
    said = own.get("ids")
    return {str(name): text_of(value) for name, value in said.items()} if isinstance(said, Mapping) else {}


def _located(said: Mapping[str, str]) -> dict[str, str]:
    return {name: said[name] for name in ("acl", "openreview", "pmid", "pmcid") if name in said}


def _details(item: Mapping[str, object], kind: Kind, own: Mapping[str, object]) -> dict[str, str]:
    values = {name: without_tags(_first(item, name)) for name in _SINGLE if name in DETAILS}
    values["pages"] = pages(values["pages"])
    if kind in (Kind.THESIS, Kind.REPORT):
        values["institution"] = values.pop("publisher")
    if kind is Kind.PREPRINT:
        values = {name: value for name, value in values.items() if not (value == "arXiv" or arxiv_of(value))}
    more = {str(name): text_of(value) for name, value in own.items() if name in DETAILS}
    return without_empty({**values, **more})


READER = Reader(NAME, likeness, read)
