"""Whether JSON-LD says what schema.org's vocabulary allows: expanded by jsonld.js, then held to the types,
properties, domains and ranges of tests/tools/schema_org.json."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from tests.support import ROOT

_SCHEMA = "http://schema.org/"
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_TEXT = {"Text", "PronounceableText", "CssSelectorType", "XPathType"}


def json_ld_faults(documents: Sequence[dict[str, Any]]) -> list[list[str]]:
    """For each document what is wrong with it, each fault with the path to it; nothing is fetched."""
    command = ["node", str(ROOT / "tests/tools/expand_json_ld.js")]
    done = subprocess.run(
        command, input=json.dumps(documents).encode(), capture_output=True, check=True, timeout=120
    )
    return [list(_document(expanded)) for expanded in json.loads(done.stdout)]


@cache
def _vocabulary() -> dict[str, Any]:
    loaded = json.loads((ROOT / "tests/tools/schema_org.json").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def _kinds_of(type: str) -> set[str]:
    """A type and everything that it is a kind of."""
    return {type}.union(*(_kinds_of(parent) for parent in _vocabulary()["types"][type]))


def _document(expanded: Any) -> Iterator[str]:
    if isinstance(expanded, dict):
        yield f"not JSON-LD: {expanded['error']}"
    elif len(expanded) != 1:
        yield f"{len(expanded)} things instead of one"
    else:
        yield from _node(expanded[0], "")


def _node(node: dict[str, Any], path: str) -> Iterator[str]:
    types = [type.removeprefix(_SCHEMA) for type in node.get("@type", [])]
    if len(types) != 1 or types[0] not in _vocabulary()["types"]:
        yield f"{path or '/'}: no type of schema.org: {types}"
        return
    for iri, values in node.items():
        if not iri.startswith("@"):
            yield from _property(iri.removeprefix(_SCHEMA), types[0], values, path)


def _property(name: str, type: str, values: list[Any], path: str) -> Iterator[str]:
    known, place = _vocabulary()["properties"].get(name), f"{path}/{name}"
    if known is None:
        yield f"{place}: no property of schema.org"
    elif not _kinds_of(type) & set(known["domain"]):
        yield f"{place}: no property of {type}"
    else:
        for value in values:
            yield from _value(value, set(known["range"]), place)


def _value(value: dict[str, Any], wanted: set[str], path: str) -> Iterator[str]:
    if "@value" in value:
        yield from _literal(value, wanted, path)
    elif "@type" in value:
        yield from _node(value, path)
        kinds = set().union(*(_kinds_of(type) for type in map(_name, value["@type"]) if type))
        if not kinds & wanted:
            yield f"{path}: {', '.join(map(_name, value['@type']))} instead of {', '.join(sorted(wanted))}"
    elif not _is_address(value.get("@id", "")) or "URL" not in wanted:
        yield f"{path}: not what is wanted ({', '.join(sorted(wanted))}): {value}"


def _name(iri: str) -> str:
    name = iri.removeprefix(_SCHEMA)
    return name if name in _vocabulary()["types"] else ""


def _literal(value: dict[str, Any], wanted: set[str], path: str) -> Iterator[str]:
    written = value["@value"]
    if value.get("@type") == f"{_SCHEMA}Date":
        if not (isinstance(written, str) and _is_date(written)):
            yield f"{path}: no date (ISO 8601): {written!r}"
    elif not (isinstance(written, str) and written.strip() and wanted & _TEXT):
        yield f"{path}: {written!r} instead of {', '.join(sorted(wanted))}"


def _is_date(written: str) -> bool:
    found = _DATE.fullmatch(written)
    if not found:
        return False
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def _is_address(iri: str) -> bool:
    parts = urlsplit(iri)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r'[\s<>"{}|\\^`]', iri)
