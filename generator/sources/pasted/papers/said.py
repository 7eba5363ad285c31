"""What a mark, a label or an address says of a record, put among its fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.formats import DETAILS
from generator.identity import NORMALISERS, identify


def add_detail(fields: dict[str, Any], name: str, value: str) -> None:
    if name == "volume" and len(value) > 40:
        fields.setdefault("venue", value)
    elif name in DETAILS:
        fields["details"] = {**fields.get("details", {}), name: value}
    elif name in NORMALISERS:
        known = value.partition(" ")[0] if name in ("pmid", "pmcid") and value else value
        fields["ids"] = {**fields.get("ids", {}), name: known}


_OWN_DOI = re.compile(r"10\.48550/", re.IGNORECASE)  # that arXiv gives to each of its papers


def say(fields: dict[str, Any], said: Mapping[str, str]) -> None:
    """Adds what a mark says; an address of a known service is that service's identifier too."""
    for name, value in said.items():
        if name == "url":
            _add_url(fields, value)
        elif name == "authors":
            continue
        elif name in ("code", "links"):
            more = f"Code: {value}" if name == "code" else value
            fields["comment"] = "; ".join(filter(None, (fields.get("comment"), more)))
        elif name in ("volume", "number", "pages", "pmid", "pmcid", "openalex", "acl"):
            add_detail(fields, name, value)
        elif name not in fields or _says_more(name, value, fields[name]):
            fields[name] = value


def _says_more(name: str, value: str, known: str) -> bool:
    """Whether a value tells more than the known one: a publisher's DOI, the day in a year that is known."""
    if name == "doi":
        return _OWN_DOI.match(known) is not None
    return name == "date" and known.isdigit() and known in value


def _add_url(fields: dict[str, Any], url: str) -> None:
    known = identify(url)
    if known and known[0] in ("arxiv", "doi"):
        fields.setdefault(known[0], known[1])
        return
    if known:
        if "url" in fields and fields.get("ids", {}).get(known[0]) == known[1]:
            return  # the same paper's file
        fields["ids"] = {known[0]: known[1], **fields.get("ids", {})}
    if "url" in fields:
        fields["comment"] = "; ".join(filter(None, (fields.get("comment"), url)))
    else:
        fields["url"] = url
