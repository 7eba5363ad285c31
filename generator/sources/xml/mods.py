"""MODS, the XML of library catalogues, which the ACL Anthology and Zotero write too: <mods><titleInfo>…

Metadata Object Description Schema 3 (https://www.loc.gov/standards/mods/).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from generator.model import Fields, Kind, ReadItem
from generator.sources.common import (
    date_details,
    date_fields,
    date_of,
    doi_of,
    fields_of,
    find_ids,
    page_range,
    unique,
    without_empty,
)
from generator.sources.kind_words import kind_of
from generator.sources.reader import Reader, Source
from generator.sources.tagged.tags import numbers
from generator.sources.xml.records import element_records
from generator.sources.xml.slices import start_tag
from generator.sources.xml.texts import below, first_at, shown_in, text_at, text_in
from generator.text import Name

NAME = "mods"

_START = start_tag("mods")
_EDITORS = frozenset({"edt", "editor"})
_AUTHORS = frozenset({"", "aut", "author", "cre", "creator"})
_NUMBERS = ("isbn", "issn")
# Behind the date of issue that which the record itself calls its own.
_DATES = ("dateIssued", "*[@keyDate='yes']", "copyrightDate", "dateCreated")
_HOSTS = (("journal", Kind.ARTICLE), ("periodical", Kind.ARTICLE), ("book", Kind.CHAPTER))


def likeness(source: Source) -> float:
    """Certain where an XML text has records of MODS."""
    head = source.text[:20_000]
    return 0.97 if _START.search(head) and "titleInfo" in head else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each <mods>."""
    yield from element_records(source, ("mods",), "record", NAME, record_fields)


def record_fields(record: Element) -> Fields:
    """The fields of one record."""
    host = below(record, "relatedItem[@type='host']")
    date = _date(record) or _date(host)
    url = first_at(record, "location/url")
    said = find_ids(url)
    venue = _title(host)
    fields = fields_of(
        {
            "title": _title(record),
            "authors": tuple(_people(record, _AUTHORS)),
            "editors": tuple(_people(record, _EDITORS)) or tuple(_people(host, _EDITORS)),
            "abstract": shown_in(record.find("abstract")),
            "venue": venue,
            "kind": _kind(record, host, venue),
            "arxiv": said.get("arxiv", ""),
            "doi": doi_of(_identifier(record, "doi")) or said.get("doi", ""),
            "ids": without_empty(
                {
                    **numbers(
                        [_identifier(element, kind) for element in (record, host) for kind in _NUMBERS]
                    ),
                    "citekey": _identifier(record, "citekey"),
                }
            ),
            "url": url,
            "keywords": unique(map(text_in, record.findall("subject/topic"))),
            "details": {**_details(record, host), **date_details(date)},
        }
    )
    fields.update(date_fields(date))
    return fields


def _title(element: Element) -> str:
    """The title that is no abbreviation, translation or other form of it."""
    told = element.findall("titleInfo")
    info = next((one for one in told if not one.get("type")), None)
    if info is None:
        return ""
    article, title = text_at(info, "nonSort"), shown_in(info.find("title"))
    whole = f"{article}{'' if article.endswith('’') else ' '}{title}" if article else title
    subtitle = shown_in(info.find("subTitle"))
    return f"{whole}: {subtitle}" if subtitle else whole


def _people(element: Element, roles: frozenset[str]) -> Iterator[Name]:
    for person in element.findall("name"):
        said = {text_in(role).lower() for role in person.findall("role/roleTerm")} or {""}
        if said & roles and (name := _name(person)):
            yield name


def _name(person: Element) -> Name | None:
    parts = {kind: _joined(person, kind) for kind in ("", "family", "given", "termsOfAddress")}
    if parts["family"]:
        return Name(given=parts["given"], family=parts["family"], suffix=parts["termsOfAddress"])
    if person.get("type") in ("corporate", "conference"):
        return Name(family=parts[""]) if parts[""] else None
    return Name.parse(parts[""] or parts["given"]) or None


def _joined(person: Element, kind: str) -> str:
    parts = (part for part in person.findall("namePart") if part.get("type", "") == kind)
    return " ".join(map(text_in, parts))


def _date(element: Element) -> str:
    paths = (*(f"originInfo/{name}" for name in _DATES), "part/date")
    return next((date for path in paths if (date := date_of(first_at(element, path)))), "")


def _identifier(element: Element, kind: str) -> str:
    return first_at(element, f"identifier[@type='{kind}']")


def _kind(record: Element, host: Element, venue: str) -> Kind | None:
    """By what holds the record, else by its own genre."""
    within, own = (" ".join(map(text_in, element.findall("genre"))).lower() for element in (host, record))
    if venue and "conference" not in within:
        kind = next((kind for word, kind in _HOSTS if word in within), None)
        return kind or kind_of(own) or (Kind.ARTICLE if host.find("part") is not None else None)
    return Kind.INPROCEEDINGS if venue else kind_of(own)


def _details(record: Element, host: Element) -> dict[str, str]:
    parts = (*record.findall("part"), *host.findall("part"))
    origins = (below(record, "originInfo"), below(host, "originInfo"))
    return without_empty(
        {
            "volume": _among(parts, "detail[@type='volume']/number"),
            "number": _among(parts, "detail[@type='issue']/number")
            or _among(parts, "detail[@type='number']/number"),
            "pages": page_range(_among(parts, "extent/start"), _among(parts, "extent/end"))
            or _among(parts, "extent/list"),
            "publisher": _among(origins, "publisher"),
            "address": _among(origins, "place/placeTerm[@type='text']"),
            "edition": first_at(record, "originInfo/edition"),
            "language": first_at(record, "language/languageTerm") or text_at(record, "language"),
        }
    )


def _among(elements: Sequence[Element], path: str) -> str:
    return next((text for element in elements if (text := first_at(element, path))), "")


READER = Reader(NAME, likeness, read)
