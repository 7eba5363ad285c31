"""RawRecord → Paper: folded text, normal identifiers and dates, the venue that a comment names.

Nothing is looked up and nothing is made up: what follows from an arXiv id is marked as following from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.clean.dates import iso_date, year_in
from generator.clean.remarks import Remarks, split_remarks
from generator.clean.venues import is_arxiv, kind_of, split_reference
from generator.formats import DETAILS
from generator.identity import arxiv_year, identify, ids_in, normalise_ids
from generator.model import Fields, Kind, Paper, Provenance, RawRecord, Status
from generator.text import Name, Text, safe_url

__all__ = ["clean"]

_PREFIX = re.compile(r"abstract\s{0,3}(?:[:：]|[—–])\s{0,3}(?=\S)", re.IGNORECASE)
# What EBSCO writes below an abstract: who wrote it, and whose it is.
_FROM = re.compile(r"\s{0,9}\[ABSTRACT FROM (?:AUTHOR|PUBLISHER)\]\s*\Z")
_RIGHTS = re.compile(r"\s{0,9}Copyright of [^\n]{1,400}? is the property of [^\n]{1,2000}\s*\Z")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d{2}(?!\d)")
_NO_SCHEME = re.compile(r"www\.|(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,6}/", re.IGNORECASE)


def clean(record: RawRecord) -> Paper:
    """The facts that a record states, in the form in which they are kept.

    A venue and links are taken out of the comment; year and web address of a preprint follow from its arXiv
    id where nothing else says them. Provenance of each field: found, at the record's place.
    """
    fields = record.fields
    remarks = split_remarks(fields.get("comment", ""))
    ids = _ids(fields)
    facts = _text_facts(fields, remarks) | _venue_facts(fields, remarks, ids) | {"ids": ids}
    facts |= _dates(fields, ids)
    facts |= _year(fields, facts, ids)
    facts |= _url(fields, ids)
    facts["details"] = _details(fields, facts)
    derived = facts.pop("derived", {}) | _derived(fields, facts)
    return Paper(
        **facts,
        more_authors=_names_others(fields.get("authors", ()), facts["authors"]),
        origins=(record.origin,),
        provenance=_provenance(record, facts, derived),
    )


def _text(value: str | None) -> Text | None:
    text = Text(value) if value else None
    return text or None


def _text_facts(fields: Fields, remarks: Remarks) -> dict[str, Any]:
    return {
        "title": _text(fields.get("title")),
        "abstract": _text(_without_rights(_without_label(fields.get("abstract", "").lstrip()))),
        "authors": _names(fields.get("authors", ())),
        "editors": _names(fields.get("editors", ())),
        "keywords": tuple(
            dict.fromkeys(word for item in fields.get("keywords", ()) if (word := Text(item).source))
        ),
        "comment": _text(remarks.comment),
        "links": tuple(link for link in remarks.links if safe_url(link.url)),
    }


def _without_label(abstract: str) -> str:
    found = _PREFIX.match(abstract)
    return abstract[found.end() :] if found else abstract


def _without_rights(abstract: str) -> str:
    """An abstract without EBSCO's words below it."""
    if "may be abridged" in abstract and "the property of" in abstract:
        abstract = _RIGHTS.sub("", abstract)
    return _FROM.sub("", abstract) if "[ABSTRACT FROM" in abstract else abstract


def _names_others(said: Sequence[Name], kept: Sequence[Name]) -> bool:
    """Whether 'et al.' or the like stands among the names said; it is not among those that are kept."""
    return len(kept) < len(said) and any(name.is_others for name in said)


def _names(names: Iterable[Name]) -> tuple[Name, ...]:
    return tuple(name for name in names if name and not name.is_others)


def _ids(fields: Fields) -> dict[str, str]:
    """Normal identifiers; those stated come before those in the address, the venue and the note."""
    known = normalise_ids(
        {**fields.get("ids", {}), "arxiv": fields.get("arxiv", ""), "doi": fields.get("doi", "")}
    )
    for value in (fields.get("arxiv", ""), fields.get("doi", ""), fields.get("url", "")):
        found = identify(value) if value else None
        if found:
            known.setdefault(*found)
    venue = fields.get("venue", "")
    if venue and "arxiv" not in known and (is_arxiv(venue) or "arxiv" in venue.lower()):
        known |= {name: value for name, value in _in_arxiv_venue(fields).items() if name == "arxiv"}
    return dict(sorted(known.items()))


def _in_arxiv_venue(fields: Fields) -> dict[str, str]:
    """The id in 'arXiv preprint arXiv:1706.03762', or in CoRR's volume 'abs/1706.03762'."""
    volume = fields.get("details", {}).get("volume", "")
    return ids_in(f"{fields.get('venue', '')} arXiv:{volume.removeprefix('abs/')}")


def _venue_facts(fields: Fields, remarks: Remarks, ids: Mapping[str, str]) -> dict[str, Any]:
    said = fields.get("venue") or remarks.venue or ""
    kind = fields.get("kind")
    if not said or is_arxiv(said):
        preprint = "arxiv" in ids or bool(said)
        plain = kind in (None, Kind.MISC, Kind.PREPRINT) or (
            bool(said) and kind in (Kind.ARTICLE, Kind.WEBPAGE)
        )
        return {
            "venue": Text("arXiv") if said else None,
            "kind": Kind.PREPRINT if preprint and plain else kind or Kind.MISC,
        }
    reference = split_reference(said) if kind in (None, Kind.ARTICLE) else None
    if reference:
        facts = {"venue": Text(reference.name), "kind": kind or Kind.ARTICLE}
        return facts | {"derived": {"reference": (reference.details, reference.year)}}
    return {"venue": Text(said), "kind": kind or kind_of(said)}


def _dates(fields: Fields, ids: Mapping[str, str]) -> dict[str, Any]:
    """When the first version and the last one were sent in; a date that arXiv's id shows to be too late for
    the first is another one, such as that of a bookmark."""
    created = iso_date(fields.get("created", ""))
    late = created and "arxiv" in ids and created[:7] > _month_after(ids["arxiv"])
    return {"created": None if late else created, "updated": iso_date(fields.get("updated", ""))}


def _month_after(arxiv: str) -> str:
    """The month after the one that an arXiv id tells, in which it was announced at the latest: '2017-07'."""
    stamp = arxiv.rsplit("/", 1)[-1]
    month = int(stamp[2:4])
    return f"{arxiv_year(arxiv) + month // 12}-{month % 12 + 1:02}"


def _year(fields: Fields, facts: Mapping[str, Any], ids: Mapping[str, str]) -> dict[str, Any]:
    """The year of publication: stated, or in the date, the venue's name, the preprint's date, the arXiv
    id."""
    stated = _YEAR.search(fields.get("year", "")) or _YEAR.search(iso_date(fields.get("date", "")) or "")
    if stated:
        return {"year": int(stated[0])}
    reference = facts.get("derived", {}).get("reference", ({}, ""))
    named = year_in(fields.get("venue", "") or (facts["venue"].source if facts["venue"] else ""))
    if reference[1] or named:
        return {"year": int(reference[1] or named or 0)}
    if facts["created"]:
        return {"year": int(facts["created"][:4])}
    return {"year": arxiv_year(ids["arxiv"]) if "arxiv" in ids else None}


def _url(fields: Fields, ids: Mapping[str, str]) -> dict[str, Any]:
    told = fields.get("url", "").strip()
    url = safe_url(f"https://{told}" if _NO_SCHEME.match(told) else told) if told else None
    return {"url": url or (f"https://arxiv.org/abs/{ids['arxiv']}" if "arxiv" in ids else None)}


def _details(fields: Fields, facts: Mapping[str, Any]) -> dict[str, str]:
    said = {name: Text(value).source for name, value in fields.get("details", {}).items()}
    parts = facts.get("derived", {}).get("reference", ({}, ""))[0]
    day = (iso_date(fields.get("date", "")) or "").split("-")[1:]
    dated = {name: str(int(value)) for name, value in zip(("month", "day"), day, strict=False)}
    merged = {**dated, **parts, **said}
    return {name: merged[name] for name in DETAILS if merged.get(name)}


def _derived(fields: Fields, facts: Mapping[str, Any]) -> dict[str, str]:
    """Fields that follow from another, with the words that say so."""
    derived = {}
    if facts["url"] and not fields.get("url"):
        derived["url"] = " (from the arXiv id)"
    if facts["year"] and not fields.get("year") and not fields.get("date"):
        named = facts["venue"] is not None and facts["venue"].source != "arXiv"
        derived["year"] = (
            " (from the venue)" if named and year_in(facts["venue"].source) else " (of the preprint)"
        )
    return derived


def _provenance(
    record: RawRecord, facts: Mapping[str, Any], derived: Mapping[str, Any]
) -> dict[str, Provenance]:
    place = str(record.origin)
    said = {
        name: value for name, value in facts.items() if value and not (name == "kind" and value is Kind.MISC)
    }
    return {name: Provenance(Status.FOUND, place + derived.get(name, "")) for name in sorted(said)}
