"""One line of papers.lock.jsonl: what a work is known by, its key, and its resolved facts.

A line is a JSON object, its members in this order, those without a value left out:

    v             1, the version of this schema; a reader refuses a greater one
    key           the key, the paper's for ever
    aliases       former keys, the oldest first; each redirects here
    merged_into   key of the line whose work this one turned out to be; its own key redirects there
    ids           identifiers by name, normalised ('arxiv', 'doi', 'acl', …)
    titles        folded titles it is known by (identity.fold)
    author        folded family name of the first author
    year          of publication
    kind          of publication (model.Kind)
    place         [volume, number, first page]; like `kind` only for telling apart works of one title
    fingerprints  of its abstracts (identity.fingerprint)
    added         ISO date it first came in
    facts         resolved facts: title, alt_titles, authors and editors [{given, family, suffix}], year,
                  venue, kind, abstract, url, links [{label, url}], comment, created, updated, keywords,
                  details {name: value}
    sources       where the facts come from: {source: [names of facts]}; an identifier named here is one too
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.identity import Traits, normalise_id, strong_ids, traits_of, valid_key
from generator.model import Kind, Link, Paper, Provenance, Status
from generator.text import Name, Text

VERSION = 1
Place = tuple[str, str, str]
NO_PLACE: Place = ("", "", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class LockLine:
    """See the module. facts: a Paper that has only resolved fields; its provenance says from where."""

    key: str
    added: str
    ids: Mapping[str, str] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    author: str = ""
    year: int | None = None
    kind: Kind = Kind.MISC
    place: Place = NO_PLACE
    fingerprints: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    merged_into: str | None = None
    facts: Paper = field(default_factory=Paper)

    @property
    def names(self) -> tuple[str, ...]:
        """The key, then the former keys."""
        return self.key, *self.aliases


def line_traits(line: LockLine) -> Traits:
    """What a line's work is known by, for comparing."""
    known = traits_of(line.facts)
    return Traits(
        ids=strong_ids(line.ids, line.kind if line.facts.kind is Kind.MISC else line.facts.kind),
        titles=tuple(dict.fromkeys((*line.titles, *known.titles))),
        people=known.people or ((line.author,) if line.author else ()),
        year=line.year,
        kind=line.facts.kind,
        fingerprints=line.fingerprints,
        place=known.place,
        venue=known.venue,
    )


def to_json(line: LockLine) -> str:
    """The line's text, without its end."""
    whole = {
        "v": VERSION,
        "key": line.key,
        "aliases": list(line.aliases),
        "merged_into": line.merged_into,
        "ids": _sorted(line.ids),
        "titles": list(line.titles),
        "author": line.author,
        "year": line.year,
        "kind": None if line.kind is Kind.MISC else line.kind.value,
        "place": list(line.place) if any(line.place) else [],
        "fingerprints": list(line.fingerprints),
        "added": line.added,
        "facts": _facts(line.facts),
        "sources": _sources(line.facts),
    }
    return json.dumps(_without_empty(whole), ensure_ascii=False)


def _sorted(mapping: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(mapping.items()))


def _sources(facts: Paper) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for name, where in sorted(facts.provenance.items(), key=lambda item: (item[1].source, item[0])):
        out.setdefault(where.source, []).append(name)
    return out


def _without_empty(members: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}


def _facts(paper: Paper) -> dict[str, Any]:
    return _without_empty(
        {
            "title": paper.title.source if paper.title else None,
            "alt_titles": [title.source for title in paper.alt_titles],
            "authors": [_name(name) for name in paper.authors],
            "editors": [_name(name) for name in paper.editors],
            "year": paper.year,
            "venue": paper.venue.source if paper.venue else None,
            "kind": None if paper.kind is Kind.MISC else paper.kind.value,
            "abstract": paper.abstract.source if paper.abstract else None,
            "url": paper.url,
            "links": [{"label": link.label, "url": link.url} for link in paper.links],
            "comment": paper.comment.source if paper.comment else None,
            "created": paper.created,
            "updated": paper.updated,
            "keywords": list(paper.keywords),
            "details": dict(paper.details),
        }
    )


def _name(name: Name) -> dict[str, Any]:
    return _without_empty({"given": name.given, "family": name.family, "suffix": name.suffix})


class BadLineError(ValueError):
    """A line that is none of ours; the message says what is wrong in a few words."""


def from_json(text: str) -> LockLine:
    """Reads one line. Raises BadLineError."""
    try:
        members = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadLineError("not valid JSON") from error
    if not isinstance(members, dict):
        raise BadLineError("not a JSON object")
    _check_version(members.get("v"))
    try:
        return _line(members)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise BadLineError(f"a member is missing or of another kind than expected ({error})") from error


def _check_version(version: object) -> None:
    if isinstance(version, int) and version > VERSION:
        raise BadLineError(f"written by a newer reading-list (version {version}, this one reads {VERSION})")
    if version != VERSION:
        raise BadLineError("no version")


def _line(members: Mapping[str, Any]) -> LockLine:
    key = _key(members["key"])
    ids = _strings(members.get("ids", {}))
    return LockLine(
        key=key,
        added=_text(members["added"]),
        ids={name: normalise_id(name, value) or value for name, value in ids.items()},
        titles=_list(members.get("titles", [])),
        author=_text(members.get("author", "")),
        year=_year(members.get("year")),
        kind=Kind(members.get("kind", Kind.MISC)),
        place=_place(members.get("place", NO_PLACE)),
        fingerprints=_fingerprints(members.get("fingerprints", [])),
        aliases=tuple(_key(alias) for alias in members.get("aliases", [])),
        merged_into=_key(members["merged_into"]) if "merged_into" in members else None,
        facts=_paper(members.get("facts", {}), ids, _by_fact(members.get("sources", {}))),
    )


def _paper(facts: Mapping[str, Any], ids: Mapping[str, str], sources: Mapping[str, str]) -> Paper:
    return Paper(
        title=_as_text(facts.get("title")),
        alt_titles=tuple(Text(title) for title in _list(facts.get("alt_titles", []))),
        authors=_names(facts.get("authors", [])),
        editors=_names(facts.get("editors", [])),
        year=_year(facts.get("year")),
        venue=_as_text(facts.get("venue")),
        kind=Kind(facts.get("kind", Kind.MISC)),
        abstract=_as_text(facts.get("abstract")),
        ids={name: value for name, value in ids.items() if name in sources},
        url=_text(facts["url"]) if "url" in facts else None,
        links=tuple(Link(_text(link["label"]), _text(link["url"])) for link in facts.get("links", [])),
        comment=_as_text(facts.get("comment")),
        created=_text(facts["created"]) if "created" in facts else None,
        updated=_text(facts["updated"]) if "updated" in facts else None,
        keywords=_list(facts.get("keywords", [])),
        details=_strings(facts.get("details", {})),
        provenance={name: Provenance(Status.RESOLVED, source) for name, source in sources.items()},
    )


def _by_fact(sources: Mapping[str, Any]) -> dict[str, str]:
    return {name: source for source, names in sources.items() for name in _list(names)}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected text, found {value!r:.40}")
    return value


def _as_text(value: object) -> Text | None:
    return None if value is None else Text(_text(value))


def _year(value: object) -> int | None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise TypeError(f"expected a year, found {value!r:.40}")
    return value


def _key(value: object) -> str:
    key = _text(value)
    if not valid_key(key):
        raise ValueError(f"{key!r:.60} is no key")
    return key


def _list(value: object) -> tuple[str, ...]:
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise TypeError(f"expected a list, found {value!r:.40}")
    return tuple(_text(item) for item in value)


def _place(value: object) -> Place:
    volume, number, page = _list(value)
    return volume, number, page


def _fingerprints(value: object) -> tuple[str, ...]:
    marks = _list(value)
    for mark in marks:
        if not re.fullmatch(r"[0-9a-f]{16}-[0-9a-f]{64}", mark):
            raise ValueError(f"{mark!r:.60} is no fingerprint")
    return marks


def _strings(value: object) -> dict[str, str]:
    if not isinstance(value, Mapping):
        raise TypeError(f"expected an object, found {value!r:.40}")
    return {_text(name): _text(item) for name, item in value.items()}


def _names(value: Sequence[Mapping[str, str]]) -> tuple[Name, ...]:
    return tuple(
        Name(_text(n.get("given", "")), _text(n.get("family", "")), _text(n.get("suffix", ""))) for n in value
    )
