"""PubMed's summaries in XML (ESummary): <DocSum> of named items, or <DocumentSummary> of elements.

Their parts are named as those of the summaries in JSON.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from generator.model import Fields
from generator.sources.json.fields import record_fields as fields_of_object
from generator.sources.xml.texts import shown_in, text_at, text_in

TAGS = ("DocSum", "DocumentSummary")
MARK = re.compile(r"<eSummaryResult[\s>]")


def record_fields(record: Element) -> Fields:
    """The fields of one summary."""
    parts = {name.lower(): part for part in record if (name := part.get("Name") or str(part.tag))}
    item: dict[str, object] = {name: shown_in(part) for name, part in parts.items() if not len(part)}
    people = parts.get("authorlist", parts.get("authors"))
    ids = parts.get("articleids")
    item["pmid"] = item.pop("id", "") or record.get("uid", "")
    item["authors"] = [{"name": name} for one in people if (name := _name(one))] if people is not None else []
    item["articleids"] = [_identifier(one) for one in ids] if ids is not None else []
    kinds = parts.get("pubtypelist", parts.get("pubtype"))
    item["pubtype"] = [text_in(one) for one in kinds] if kinds is not None else []
    item["sorttitle"] = item.get("sorttitle") or item.get("title", "")
    return fields_of_object(item)


def _name(person: Element) -> str:
    return text_at(person, "Name") or (text_in(person) if not len(person) else "")


def _identifier(said: Element) -> dict[str, str]:
    if name := said.get("Name"):
        return {"idtype": name, "value": text_in(said)}
    return {"idtype": text_at(said, "IdType"), "value": text_at(said, "Value")}
