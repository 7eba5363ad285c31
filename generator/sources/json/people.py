"""The people of a record of JSON: lists of names or of objects, with roles or without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.sources.json.ids import Flat
from generator.sources.json.names import NAMES
from generator.sources.tables.people import authors
from generator.sources.tagged.tags import people
from generator.sources.values import names_of
from generator.text import OTHERS

_NO_AUTHORS = frozenset({"editor", "seriesEditor", "translator", "contributor", "reviewedAuthor"})


def authors_of(flat: Flat) -> tuple[object, ...]:
    """The authors, with a mark for those that our own lines leave out."""
    named = people_of(flat, "authors")
    return (*named, OTHERS) if named and flat.get("moreauthors") in (True, "true") else named


def people_of(flat: Flat, field: str) -> tuple[object, ...]:
    """The `authors` or `editors` in any of their shapes."""
    if said := [*objects_of(flat.get("creators")), *objects_of(flat.get("contributors"))]:
        return names_of(_creators(said, field.removesuffix("s")))
    for name in NAMES[field]:
        value = flat.get(name)
        if isinstance(value, str):
            names = people(value.rstrip(".").split(", ")) if name == "authorstring" else authors(value)
        else:
            names = names_of(value)
        if names:
            return names
    return ()


def objects_of(value: object) -> list[Mapping[str, object]]:
    """The objects of a list; none where it is no list."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _creators(known: Sequence[Mapping[str, object]], role: str) -> list[object]:
    """Those of Zotero's or DataCite's creators that have the role; without roles they are authors."""
    roles = [str(one.get("creatorType") or one.get("contributorType") or "author").lower() for one in known]
    found = [one for one, said in zip(known, roles, strict=True) if said == role]
    others = [
        one for one in known if "contributorType" not in one and one.get("creatorType") not in _NO_AUTHORS
    ]
    return list(found or (others if role == "author" else []))
