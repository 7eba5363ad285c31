"""The identifiers of a paper in JSON records."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.sources.common import arxiv_of, doi_of, ids_noted, without_empty
from generator.sources.json.names import IDS, NAMES
from generator.sources.tagged.tags import numbers
from generator.sources.values import text_of, texts_of

Flat = Mapping[str, object]

_ARXIV_BARE = re.compile(r"(?:\d{4}\.\d{4,5}|[a-z-]{2,10}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,2})?")
_S2 = re.compile(r"[0-9a-f]{40}")  # else numbers of other lists under the same name
_NOTHING = frozenset({"null", "none", "nan", "n/a", ""})
# Lists of {type, value}: PubMed's summaries, CITATION.cff, CORE, Lens, DOAJ, ORCID, OpenAIRE; of bare
# texts: NASA ADS.
_TYPED = ("articleids", "identifiers", "externalids", "identifier", "externalids.externalid", "pid", "pids")
_TYPES = ("type", "scheme", "idtype", "identifierType", "external-id-type")
_VALUES = ("value", "identifier", "id", "external-id-value")
_OTHER_NAMES = {"pubmed": "pmid", "pmc": "pmcid"}


def first(flat: Flat, names: Sequence[str]) -> str:
    """The first of the members that has text; lists of several names are no text."""
    for name in names:
        if (value := flat.get(name)) and (text := text_of(value)).lower() not in _NOTHING:
            return text
    return ""


def doi(flat: Flat) -> str:
    """The DOI, also in the record's `id`, without an address before it; as it stands where it is none."""
    said = first(flat, NAMES["doi"])
    return doi_of(said) or said or doi_of(text_of(flat.get("id")))


def arxiv(flat: Flat, item: Mapping[str, object], url: str) -> str:
    """The arXiv id in a member of its own, in the record's `id`, its DOI or its address; '' where none is."""
    own = text_of(item.get("id"))
    bare = own if _ARXIV_BARE.fullmatch(own) or "arxiv" in own.lower() else ""
    return arxiv_of(
        *(text_of(flat.get(name)) for name in NAMES["arxiv"]), bare, first(flat, NAMES["doi"]), url
    )


def forum_of(flat: Flat) -> str:
    """OpenReview's id of a paper; '' for the records of others, such as MiniConf's 'main.1'."""
    forum = text_of(flat.get("forum")) if "content.title" in flat else ""
    return "" if "." in forum else forum


def ids(flat: Flat, item: Mapping[str, object], said: Mapping[str, str]) -> dict[str, str]:
    """The other identifiers by name: pmid, openalex, issn … said: what the record's address tells."""
    found = {name: first(flat, names) for name, names in IDS.items()}
    found["s2"] = found["s2"] if _S2.fullmatch(found["s2"]) else ""
    own = text_of(item.get("id"))
    if "openalex.org/" in own:
        found["openalex"] = own.rsplit("/", 1)[-1]
    record = text_of(flat.get("url")).partition("dblp.org/rec/")[2]
    found["dblp"] = found["dblp"] or record.removesuffix(".html")
    found |= {name: found[name].rstrip("/").rsplit("/", 1)[-1] for name in ("pmid", "pmcid")}
    found["pmid"] = found["pmid"].removeprefix("MEDLINE:")  # Web of Science
    found["pmcid"] = f"PMC{found['pmcid']}" if found["pmcid"].isdigit() else found["pmcid"]
    if "itemtype" in flat:  # Zotero's `key` is an item's place in its library
        found["citekey"] = first(flat, [name for name in IDS["citekey"] if name != "key"])
    found["openreview"] = found["openreview"] or forum_of(flat) or said.get("openreview", "")
    found["acl"] = found["acl"] or said.get("acl", "")
    issns = [
        *texts_of(flat.get("issn") or []),
        *texts_of(flat.get("isbn") or []),
        first(
            flat,
            ("ids.issn", "ids.isbn", "journalissn", "journalinfo.journal.issn", "journalinfo.journal.essn"),
        ),
    ]
    return without_empty({**numbers(issns), **found})


def external_ids(flat: Flat) -> dict[str, str]:
    """The identifiers in a list of {type, value} or of texts, and those that Zotero's Extra begins with."""
    typed = {name: value for member in _TYPED for name, value in _typed(flat.get(member))}
    listed = flat.get("identifier")
    bare = [text for text in (listed if isinstance(listed, list) else [listed]) if isinstance(text, str)]
    found = {
        "doi": doi_of(typed.get("doi", ""), *bare),
        "arxiv": arxiv_of(typed.get("arxiv", ""), *(text for text in bare if "arxiv:" in text.lower())),
        "pmid": typed.get("pmid", ""),
        "pmcid": typed.get("pmcid", ""),
    }
    return {**ids_noted(text_of(flat.get("extra"))), **without_empty(found)}


def _typed(value: object) -> list[tuple[str, str]]:
    known = [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
    names = [first(one, _TYPES).lower() for one in known]
    values = [first(one, _VALUES) for one in known]
    return [(_OTHER_NAMES.get(name, name), text) for name, text in zip(names, values, strict=True)]
