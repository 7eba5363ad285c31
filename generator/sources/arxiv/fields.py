"""The head of an arXiv entry, in mails and `.abs` files: `Name: value`, wrapped lines indented."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.sources.signs.wrapping import glue
from generator.text import Name

ID = re.compile(
    r"[> \t]*(?:arXiv\s?:\s?|Paper(?: \(\*cross-listing\*\))?\s?:\s?(?:arXiv:)?)"
    r"(?P<id>\d{4}\.\d{4,5}|[a-z][a-z\-]+(?:\.[A-Z]{2})?/\d{7})(?P<version>v\d+)?(?:\s*[(\[][^()\[\]]*[)\]])*\s*",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"Date(?P<again> \(revised v\d+\))?\s?:\s*(?P<date>.*?)(?:\s*\([\d,]+\s?kb(?:,\s?\w+)*\))?\s*$",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"(?:(?:replaced with|revised) .*?version|(?:figures|parts?) added)\s+(?P<date>.*?)"
    r"(?:\s*\([\d,]+\s?kb.*\))?\s*$",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?P<name>Title|Authors?|Categories|Subj-class|Comments?|Journal-ref|DOI|Report-no|MSC-class|ACM-class|Proxy|License|From|"
    r"Date(?: \(revised v\d+\))?|Paper|Note|Related-DOI)\s?:\s?(?P<value>.*)",
    re.IGNORECASE,
)


def add_head(fields: dict[str, Any], head: Sequence[str]) -> None:
    """Adds what a head says: the date of a new entry is that of its first version, the one of a replacement
    that of its last."""
    for line in head:
        found = ID.fullmatch(line)
        if found and "arxiv" not in fields:
            fields["arxiv"] = found["id"] + (found["version"] or "")
            continue
        replaced, dated = _REPLACED.match(line), _DATE.match(line)
        if replaced:
            fields["updated"] = replaced["date"]
        elif dated:
            fields["updated" if dated["again"] else "created"] = dated["date"]
    for name, value in _folded_fields(head):
        _add_field(fields, name, value)


def _folded_fields(head: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names in lower case with their values, wrapped lines put together."""
    name, value = "", ""
    for line in head:
        found = _FIELD.match(line)
        if found:
            if name:
                yield name, value
            name, value = found["name"].lower(), found["value"].strip()
        elif name and line.strip():
            value += _glue(name, value, line.strip()) + line.strip()
    if name:
        yield name, value


def _glue(name: str, value: str, following: str) -> str:
    """What stands between two lines. arXiv breaks lines where a space is, and addresses where they end."""
    if not value or name in ("title", "author", "authors"):
        return " " if value else ""
    return glue(value, following)


def _add_field(fields: dict[str, Any], name: str, value: str) -> None:
    """Adds what a field of the head says, if it is one that we keep."""
    if not value:
        return
    if name == "title":
        fields["title"] = value
    elif name in ("author", "authors"):
        fields["authors"] = Name.parse_list(value, inverted=False)
    elif name in ("comment", "comments"):
        fields["comment"] = value
    elif name == "journal-ref":
        fields["venue"] = value
    elif name == "doi":
        fields["doi"] = value.split(maxsplit=1)[0]
    elif name in ("categories", "subj-class"):
        fields["details"] = {
            **fields.get("details", {}),
            "primaryclass": value.split(maxsplit=1)[0].rstrip(";,"),
        }
    elif name == "report-no":
        fields["details"] = {**fields.get("details", {}), "number": value}
