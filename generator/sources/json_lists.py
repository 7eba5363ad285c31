"""Lists of papers in JSON, JSON Lines, YAML or TOML under the field names that services and people use.

Known by name: OpenReview (API 1 and 2), Hugging Face daily papers, OpenAlex works, Semantic Scholar,
Crossref, the arXiv dataset, DBLP, and this program's own JSON lines. A name is compared without regard to
case, '_' and '-'; a dot leads into an object.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

from generator.formats import BIBTEX_TYPES, DETAILS
from generator.model import Fields, Kind, Problem, RawRecord, ReadItem, Skipped
from generator.sources.common import (
    date_details,
    date_fields,
    date_of,
    fields_of,
    find_ids,
    iso_date,
    page_range,
    unique,
    without_empty,
    year_in,
)
from generator.sources.csl_json import csl_fields, is_csl
from generator.sources.json_ids import Flat, arxiv, doi, external_ids, first, forum_of, ids
from generator.sources.json_items import (
    WRAPPERS,
    Fault,
    Item,
    json_items,
    json_start,
    looks_like_paper,
    no_paper,
)
from generator.sources.json_names import NAMES
from generator.sources.json_values import (
    csl_date,
    inverted,
    names_of,
    text_of,
    texts_of,
    with_scripts,
    without_tags,
)
from generator.sources.lines import Lines, around
from generator.sources.nbib import without_stop
from generator.sources.python_items import looks_like_python, python_items
from generator.sources.reader import Reader, Source
from generator.sources.tables import authors, kind_of
from generator.sources.tagged import pages, people
from generator.sources.toml_items import looks_like_toml, toml_items
from generator.sources.yaml_items import looks_like_yaml_list, yaml_items
from generator.text import OTHERS

NAME = "json"

_CROSSREF_KINDS: Mapping[str, Kind] = {
    "posted-content": Kind.PREPRINT,
    "monograph": Kind.BOOK,
    "edited-book": Kind.BOOK,
    "book-section": Kind.CHAPTER,
    "proceedings": Kind.PROCEEDINGS,
    "preprint": Kind.PREPRINT,
}
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_FULL_STOPS = ("authors.author", "authorstring")  # DBLP and Europe PMC end titles with one
_NO_AUTHORS = frozenset({"editor", "seriesEditor", "translator", "contributor", "reviewedAuthor"})
_FIRST_ONLY = ("parent", "publication_info")  # Hayagriva: what it is a part of first; INSPIRE
_UNWRAPPED = tuple(name for name in WRAPPERS if name != "content")  # OpenReview's has paths of their own
_OF_PAPERS = frozenset({"abstract", "authors", "year", "date", "venue", "doi", "arxiv"})
_SAMPLE = 400_000
_BEGINNING = re.compile(r"\s*(?:\[\s*\n|\[\s*\{|\{\s*\"[^\"\n]{1,80}\"\s*:)")


def likeness(source: Source) -> float:
    """High where a JSON text holds objects with titles, or a YAML or TOML text a list of them."""
    sample = source.text[:_SAMPLE]
    if looks_like_toml(sample):
        return 0.85
    if json_start(sample) < 0 and not looks_like_python(sample):
        return 0.85 if looks_like_yaml_list(sample) else 0.0
    found = next(_notation(source.text)[1], None)
    if isinstance(found, Item):
        return 0.9 if looks_like_paper(found.value) else 0.4
    return 0.3 if found and _BEGINNING.match(source.text) else 0.0


def _notation(text: str) -> tuple[str, Iterator[Item | Fault]]:
    """The notation that the text is in, and its records."""
    if looks_like_toml(text[:_SAMPLE]):
        return "TOML", toml_items(text)
    if printed := python_items(text):
        return "Python", iter(printed)
    start = json_start(text)
    return ("JSON", json_items(text, start)) if start >= 0 else ("YAML", yaml_items(text))


def read(source: Source) -> Iterator[ReadItem]:
    """A record an object."""
    lines = Lines(source.text)
    taken = []
    notation, items = _notation(source.text)
    for found in items:
        end = max(found.start, found.end - 1)
        origin = source.origin(lines.number(found.start), lines.number(end), NAME)
        taken.append(origin)
        if isinstance(found, Fault):
            message = f"here the file stops being {notation} ({found.message}): mend it"
            yield Problem("broken-json", "error", f"{message}; these lines were not read", origin)
            continue
        if reason := no_paper(found.value):
            yield Skipped(reason, origin)
            continue
        fields = _fields(found.value)
        if fields.keys() & {"title", "abstract", "doi", "arxiv"} and not _is_thing(found.value, fields):
            yield RawRecord(origin, source.text[found.start : found.end], fields)
        else:
            message = "the object names no paper: give it a `title`, an `abstract` or a `doi`"
            yield Problem(
                "empty-record", "warning", message, origin, source.text[found.start : found.start + 80]
            )
    yield from around(source, taken, "lines around the records", NAME)


def _fields(item: dict[str, object]) -> Fields:
    if not item:
        return Fields()
    return csl_fields(item) if is_csl(item) else record_fields(item)


def _is_thing(item: Mapping[str, object], fields: Fields) -> bool:
    """Whether an object is no paper but has a `name`, as a person, a journal or a programme has; a book of
    schema.org has one too, and says in its `@type` what it is."""
    said = "@type" in item and fields.get("kind", Kind.MISC) is not Kind.MISC
    return not (said or looks_like_paper(item) or fields.keys() & _OF_PAPERS) and "name" in item


def record_fields(item: Mapping[str, object]) -> Fields:
    """The fields of one object."""
    item = _unwrapped(item)
    flat = dict(_flat(item, "", 0))
    url = _url(flat)
    said = find_ids(url)
    external = external_ids(flat)
    listed = {"arxiv": external.pop("arxiv", ""), "doi": external.pop("doi", "")}
    date = _date(flat)
    versions = _versions(item)
    fields = fields_of(
        {
            "title": _title(flat),
            "authors": _authors(flat),
            "editors": _names(flat, "editors"),
            "abstract": _abstract(flat, item),
            "venue": _text(flat, NAMES["venue"]),
            "kind": _kind(flat),
            "arxiv": arxiv(flat, item, url) or listed["arxiv"],
            "doi": doi(flat) or listed["doi"] or said.get("doi", ""),
            "ids": {**external, **ids(flat, item, said)},
            "url": url,
            "comment": first(flat, NAMES["comment"]),
            "created": versions[0] or iso_date(first(flat, NAMES["created"])) or _milliseconds(flat),
            "updated": versions[1] or ("" if versions[0] else iso_date(first(flat, NAMES["updated"]))),
            "keywords": _keywords(flat),
            "details": {**date_details(date), **_details(flat)},
        }
    )
    fields.update(date_fields(date))
    return fields


def _unwrapped(item: Mapping[str, object]) -> Mapping[str, object]:
    """The object with the members of what it wraps as its own, where its title stands in there."""
    for _ in range(3):
        inner = next((item[name] for name in _UNWRAPPED if isinstance(item.get(name), Mapping)), None)
        if not isinstance(inner, Mapping) or not looks_like_paper(inner):
            return item
        if item.get("title", inner.get("title")) != inner.get("title"):
            return item
        item = {**item, **inner}
    return item


def _versions(item: Mapping[str, object]) -> tuple[str, str]:
    """When the arXiv dataset says that the first version came, and the last if there are several."""
    said = item.get("versions")
    known = said if isinstance(said, Sequence) and not isinstance(said, str) else []
    dates = [date_of(text_of(one.get("created"))) for one in known if isinstance(one, Mapping)]
    return (dates[0] if dates else "", dates[-1] if len(dates) > 1 else "")


def _flat(value: Mapping[str, object], prefix: str, depth: int) -> Iterator[tuple[str, object]]:
    """The members by normalised path; objects with a 'value' (OpenReview) are that value."""
    for name, said in value.items():
        member = said[0] if name in _FIRST_ONLY and isinstance(said, list) and said else said
        path = prefix + _NOT_LETTERS.sub("", str(name).lower())
        if isinstance(member, Mapping) and "value" in member:
            yield path, member["value"]
            continue
        yield path, member
        if isinstance(member, Mapping) and depth < 2 and len(member) < 200:
            yield from _flat(member, path + ".", depth + 1)


def _text(flat: Flat, names: Sequence[str], shown: Callable[[str], str] = without_tags) -> str:
    """`first` without mark-up, which our own lines, known by their `title_status`, have none of."""
    found = first(flat, names)
    return found if "titlestatus" in flat else shown(found)


def _title(flat: Flat) -> str:
    if flat.get("titlestatus") == "guessed":
        return ""
    title, subtitle = (_text(flat, names, with_scripts) for names in (NAMES["title"], ("subtitle",)))
    if not flat.keys().isdisjoint(_FULL_STOPS):
        title = without_stop(title)
    return f"{title}: {subtitle}" if title and subtitle and subtitle not in title else title


def _authors(flat: Flat) -> tuple[object, ...]:
    named = _names(flat, "authors")
    return (*named, OTHERS) if named and flat.get("moreauthors") in (True, "true") else named


def _names(flat: Flat, field: str) -> tuple[object, ...]:
    if flat.get("creators"):
        return names_of(_creators(flat["creators"], field.removesuffix("s")))
    for name in NAMES[field]:
        value = flat.get(name)
        if isinstance(value, str):
            names = people(value.rstrip(".").split(", ")) if name == "authorstring" else authors(value)
        else:
            names = names_of(value)
        if names:
            return names
    return ()


def _creators(creators: object, role: str) -> list[object]:
    """Those of Zotero's or DataCite's creators that have the role; without roles they are authors."""
    known = [one for one in creators if isinstance(one, Mapping)] if isinstance(creators, list) else []
    found = [one for one in known if one.get("creatorType", "author") == role]
    others = [one for one in known if one.get("creatorType") not in _NO_AUTHORS]
    return list(found or (others if role == "author" else []))


def _abstract(flat: Flat, item: Mapping[str, object]) -> str:
    return _text(flat, NAMES["abstract"], with_scripts) or inverted(item.get("abstract_inverted_index"))


def _date(flat: Flat) -> str:
    """The most precise date that agrees with the year, if one is told."""
    year = year_in(first(flat, NAMES["year"])) or year_in(first(flat, ("content.venue",)))
    dates = [date for name in NAMES["date"] if flat.get(name) and (date := csl_date(flat[name]))]
    fitting = [date for date in dates if not year or date.startswith(year)]
    return fitting[0] if fitting else year


def _milliseconds(flat: Flat) -> str:
    """OpenReview's time of submission, in milliseconds since 1970, as a date in UTC."""
    stamp = next((flat[name] for name in ("tcdate", "cdate") if isinstance(flat.get(name), int)), None)
    if not isinstance(stamp, int) or not 0 < stamp < 10**14:
        return ""
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=stamp)).date().isoformat()


def _url(flat: Flat) -> str:
    for name in NAMES["url"]:
        text = text_of(flat.get(name))
        if text.startswith(("http://", "https://", "www.")):
            return text
    forum = forum_of(flat)
    return f"https://openreview.net/forum?id={forum}" if forum else ""


def _kind(flat: Flat) -> Kind | None:
    for name in NAMES["kind"]:
        for text in texts_of(flat.get(name) or []):
            word = text.lower()
            kind = _CROSSREF_KINDS.get(word) or kind_of(word.replace("-", " ")) or BIBTEX_TYPES.get(word)
            if kind:
                inside = kind_of(text_of(flat.get("parent.type"))) if kind is Kind.ARTICLE else None
                return Kind.INPROCEEDINGS if inside is Kind.PROCEEDINGS else kind
    return None


def _keywords(flat: Flat) -> tuple[str, ...]:
    return next(
        (unique(found) for name in NAMES["keywords"] if (found := texts_of(flat.get(name) or []))), ()
    )


def _details(flat: Flat) -> dict[str, str]:
    found = {
        name: first(flat, (f"details.{_NOT_LETTERS.sub('', name)}", *NAMES.get(name, (name,))))
        for name in DETAILS
    }
    said = "types.resourcetypegeneral" in flat or kind_of(found["type"])
    if found["type"] and "details.type" not in flat and said:
        found["type"] = ""
    if forum_of(flat):
        found["number"] = ""  # of the submission
    ranged = page_range(first(flat, NAMES["first page"]), first(flat, NAMES["last page"]))
    found["pages"] = pages(found["pages"] or ranged)
    return without_empty(found)


READER = Reader(NAME, likeness, read)
