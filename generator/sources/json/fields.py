"""From an object of JSON to the fields of a record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from generator.formats import BIBTEX_TYPES, DETAILS
from generator.model import Fields, Kind
from generator.sources.common import (
    arxiv_of,
    date_details,
    date_fields,
    date_of,
    fields_of,
    find_ids,
    iso_date,
    join_date,
    month_number,
    number_of,
    page_range,
    unique,
    without_empty,
    year_in,
)
from generator.sources.json.ids import Flat, arxiv, doi, external_ids, first, forum_of, ids
from generator.sources.json.names import IDS, NAMES
from generator.sources.json.objects import WRAPPERS, looks_like_paper, member_name
from generator.sources.json.passages import has_passages, with_parts
from generator.sources.json.people import authors_of, objects_of, people_of
from generator.sources.kind_words import kind_of
from generator.sources.tables.headers import columns
from generator.sources.tagged.nbib import without_stop
from generator.sources.tagged.tags import full_pages, pages
from generator.sources.values import csl_date, inverted, text_of, texts_of, with_scripts, without_tags

# What words do not tell of the types of Crossref, NASA ADS and HAL; a server is one of preprints.
_KINDS: Mapping[str, Kind] = {
    "posted content": Kind.PREPRINT,
    "monograph": Kind.BOOK,
    "edited book": Kind.BOOK,
    "book section": Kind.CHAPTER,
    "proceedings": Kind.PROCEEDINGS,
    "preprint": Kind.PREPRINT,
    "eprint": Kind.PREPRINT,
    "biorxiv": Kind.PREPRINT,
    "medrxiv": Kind.PREPRINT,
    "art": Kind.ARTICLE,
    "comm": Kind.INPROCEEDINGS,
    "couv": Kind.CHAPTER,
    "ouv": Kind.BOOK,
    "these": Kind.THESIS,
}
_IN_VOLUMES = (Kind.INPROCEEDINGS, Kind.CHAPTER)
_NAME_PARTS = re.compile(r"[^a-z0-9]+")
# Where a record comes from, which is no venue: Crossref and Europe PMC say so in `source`.
_DATABASES = frozenset({"crossref", "datacite", "med", "pmc", "ppr", "pubmed"})
_OF_NLM = ("sorttitle", "authorstring")  # PubMed's summaries, Europe PMC
_FULL_STOPS = ("authors.author", "passages", *_OF_NLM)  # they, PubTator and DBLP end titles with one
_CATEGORY = re.compile(r"[a-z-]{2,10}(?:\.[A-Za-z-]{2,8})?")  # of arXiv
_DAY = re.compile(r"\d{4}(?:-\d\d?){0,2}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,20}")  # of Papers with Code
_FIRST_ONLY = ("parent", "publication_info")  # Hayagriva: what it is a part of first; INSPIRE
_FOR_PROGRAMS = ("https://api.", "http://api.")  # addresses at which no reader sees the paper
_UNWRAPPED = tuple(name for name in WRAPPERS if name != "content")  # OpenReview's has paths of their own


def record_fields(item: Mapping[str, object]) -> Fields:
    """The fields of one object."""
    item = _unwrapped(with_parts(item) if has_passages(item) else item)
    flat = {**_as_in_tables(item), **dict(_flat(item, "", 0))}
    url = _url(flat)
    said = find_ids(url)
    external = external_ids(flat)
    listed = {"arxiv": external.pop("arxiv", ""), "doi": external.pop("doi", "")}
    date = _date(flat)
    kind = _kind(flat)
    found_arxiv = arxiv(flat, item, url) or listed["arxiv"]
    versions = _versions(item)
    fields = fields_of(
        {
            "title": _title(flat),
            "authors": authors_of(flat),
            "editors": people_of(flat, "editors"),
            "abstract": _abstract(flat, item),
            "venue": _venue(flat, kind),
            "kind": kind,
            "arxiv": found_arxiv,
            "doi": doi(flat) or listed["doi"] or said.get("doi", ""),
            "ids": {**external, **ids(flat, item, said)},
            "url": url,
            "comment": first(flat, NAMES["comment"]),
            "created": versions[0] or _day(flat, "created") or _milliseconds(flat),
            "updated": versions[1] or ("" if versions[0] else _day(flat, "updated")),
            "keywords": _keywords(flat),
            "details": {**_details(flat, kind, found_arxiv), **date_details(date)},
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
        path = prefix + member_name(name)
        if isinstance(member, Mapping) and "value" in member:
            yield path, member["value"]
            continue
        yield path, member
        if isinstance(member, Mapping) and depth < 2 and len(member) < 200:
            yield from _flat(member, path + ".", depth + 1)


def _as_in_tables(item: Mapping[str, object]) -> dict[str, object]:
    """Texts, and lists of them, under the names that columns of tables have, where JSON's are not used."""
    found: dict[str, object] = {}
    for name, value in item.items():
        bare = isinstance(value, str) or (
            isinstance(value, list) and all(isinstance(one, str) for one in value)
        )
        if bare and (field := _column(str(name))):
            found.setdefault((NAMES.get(field) or IDS[field])[-1], value)
    return found


@lru_cache(maxsize=1000)
def _column(name: str) -> str:
    """The field that a column of that name has, '' for none and for names that are JSON's own."""
    field = next(iter(columns([name])), "")
    own = any(member_name(name) in names for names in NAMES.values())
    return "" if own or field not in {*NAMES, *IDS} else field


def _text(flat: Flat, names: Sequence[str], shown: Callable[[str], str] = without_tags) -> str:
    """`first` without mark-up, which our own lines, known by their `title_status`, have none of."""
    found = first(flat, names)
    return found if "titlestatus" in flat else shown(found)


def _title(flat: Flat) -> str:
    if flat.get("titlestatus") == "guessed":
        return ""
    title, subtitle = (
        _text(flat, names, with_scripts) for names in (NAMES["title"], ("subtitle", "title.subtitle"))
    )
    if not flat.keys().isdisjoint(_FULL_STOPS):
        title = without_stop(title)
    return f"{title}: {subtitle}" if title and subtitle and subtitle not in title else title


def _abstract(flat: Flat, item: Mapping[str, object]) -> str:
    described = {text_of(one.get("descriptionType")): one for one in objects_of(flat.get("descriptions"))}
    told = {**flat, "descriptions": described.get("Abstract") or flat.get("descriptions")}  # DataCite
    return _text(told, NAMES["abstract"], with_scripts) or inverted(item.get("abstract_inverted_index"))


def _venue(flat: Flat, kind: Kind | None) -> str:
    """What holds the paper; of a series and a volume, as Crossref tells them in one list, the volume."""
    titles = flat.get("containertitle")
    if kind in _IN_VOLUMES and isinstance(titles, list) and len(titles) > 1:
        return without_tags(text_of(titles[-1]))
    told = (_text(flat, (name,)) for name in NAMES["venue"] if flat.get(name))
    return next((text for text in told if text and not _is_no_venue(text)), "")


def _is_no_venue(text: str) -> bool:
    return text.lower() in _DATABASES or _SLUG.fullmatch(text) is not None


def _date(flat: Flat) -> str:
    """The most precise date that agrees with the year, if one is told."""
    year = year_in(first(flat, NAMES["year"])) or year_in(first(flat, ("content.venue",)))
    issued = {
        text_of(one.get("dateType")): one.get("date") or one.get("value")
        for one in objects_of(flat.get("dates"))
    }
    told = [issued.get("Issued"), *(flat.get(name) for name in NAMES["date"])]  # DataCite
    dates = [date for said in told if said and (date := csl_date(said))]
    fitting = [date for date in dates if not year or date.startswith(year)]
    day = first(flat, ("day",))
    month = month_number(first(flat, ("month", "publicationinfo.publishedmonth")))
    return fitting[0] if fitting else join_date(year, month, number_of(day))


def _day(flat: Flat, name: str) -> str:
    """When a preprint was made or changed; a time of day is of a database's record, but for arXiv's API."""
    said = first(flat, NAMES[name])
    return iso_date(said) if _DAY.fullmatch(said) or "entryid" in flat else ""


def _milliseconds(flat: Flat) -> str:
    """OpenReview's time of submission, in milliseconds since 1970, as a date in UTC."""
    stamp = next((flat[name] for name in ("tcdate", "cdate") if isinstance(flat.get(name), int)), None)
    if not isinstance(stamp, int) or not 0 < stamp < 10**14:
        return ""
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=stamp)).date().isoformat()


def _url(flat: Flat) -> str:
    """The paper's address; one for programs only where there is neither another nor a DOI."""
    texts = [text_of(flat[name]) for name in NAMES["url"] if flat.get(name)]
    told = [text for text in texts if text.startswith(("http://", "https://", "www."))]
    forum = forum_of(flat)
    if forum:
        told.append(f"https://openreview.net/forum?id={forum}")
    shown = [text for text in told if not text.startswith(_FOR_PROGRAMS)]
    spare = told if not first(flat, NAMES["doi"]) else []
    return next(iter([*shown, *spare]), "")


def _kind(flat: Flat) -> Kind | None:
    for name in filter(flat.get, NAMES["kind"]):
        for text in texts_of(flat[name]):
            word = _NAME_PARTS.sub(" ", text.lower())
            kind = _KINDS.get(word) or kind_of(word) or BIBTEX_TYPES.get(word)
            if kind:
                inside = kind_of(text_of(flat.get("parent.type"))) if kind is Kind.ARTICLE else None
                return Kind.INPROCEEDINGS if inside is Kind.PROCEEDINGS else kind
    return None


def _keywords(flat: Flat) -> tuple[str, ...]:
    return next(
        (unique(found) for name in filter(flat.get, NAMES["keywords"]) if (found := texts_of(flat[name]))), ()
    )


def _details(flat: Flat, kind: Kind | None, arxiv_id: str) -> dict[str, str]:
    found = {
        name: first(flat, (f"details.{member_name(name)}", *NAMES.get(name, (name,)))) for name in DETAILS
    }
    said = kind not in (None, Kind.THESIS, Kind.REPORT) or kind_of(found["type"])
    if found["type"] and "details.type" not in flat and said:
        found["type"] = ""
    if forum_of(flat):
        found["number"] = ""  # of the submission
    ranged = page_range(first(flat, NAMES["first page"]), first(flat, NAMES["last page"]))
    told = found["pages"] or ranged
    found["pages"] = full_pages(told) if any(name in flat for name in _OF_NLM) else pages(told)
    found["pages"] = "" if arxiv_of(found["pages"]) else found["pages"]  # NASA ADS
    titles = flat.get("containertitle")
    if kind in _IN_VOLUMES and isinstance(titles, list) and len(titles) > 1:
        found["series"] = found["series"] or text_of(titles[0])
    category = first(flat, ("categories",)).split(" ")[0]
    if arxiv_id and _CATEGORY.fullmatch(category):
        found["primaryclass"] = found["primaryclass"] or category
    return without_empty(found)
