"""Articles in passages, as PubTator and other services of BioC have them: one the title, others the abstract.

https://bioc.sourceforge.net, https://www.ncbi.nlm.nih.gov/research/pubtator3/api.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.sources.common import find_ids, one_line
from generator.sources.values import text_of

_BEHIND = re.compile(r"\. |; ?\d")  # a journal: 'Nature. 2015 May 28;521(7553)', 'PLoS One; 2012; 7(3)'
_NAME = re.compile(r"surname:([^;]{1,200});given-names:([^;]{1,200})")


def has_passages(value: Mapping[str, object]) -> bool:
    """Whether an object is an article in passages."""
    return next(_passages(value), None) is not None


def with_parts(item: Mapping[str, object]) -> Mapping[str, object]:
    """An article with its title, its abstract and what else its passages say of it as members of its own."""
    found = list(_passages(item))
    titles = [text for told, text in found if _part(told) == "title"]
    abstract = [
        text for told, text in found if _part(told) == "abstract" and "title" not in text_of(told.get("type"))
    ]
    said = found[0][0]
    whole = [name.rstrip(",") for name in text_of(said.get("authors")).split(", ") if name]
    apart = [
        parts for name in said if name.startswith("name_") if (parts := _NAME.fullmatch(text_of(said[name])))
    ]
    own = text_of(item.get("pmid")) or text_of(said.get("article-id_pmid")) or text_of(item.get("id"))
    return {
        "year": said.get("year"),
        "journal": _BEHIND.split(text_of(said.get("journal")), maxsplit=1)[0].rstrip("."),
        "authors": whole or [list(name.groups()) for name in apart],
        "doi": said.get("article-id_doi") or find_ids(text_of(said.get("journal"))).get("doi"),
        "pmcid": said.get("article-id_pmc"),
        **{name: value for name, value in item.items() if value},
        "title": next(iter(titles), ""),
        "abstract": " ".join(abstract),
        "pmid": own if own.isdigit() else "",
    }


def _part(told: Mapping[str, object]) -> str:
    """What a passage is a part of, in small letters."""
    return next(filter(None, (text_of(told.get(n)).lower() for n in ("section_type", "section", "type"))), "")


def _passages(value: Mapping[str, object]) -> Iterator[tuple[Mapping[str, object], str]]:
    """What is told of each passage, and its text."""
    held = value.get("passages")
    for passage in held if isinstance(held, list) else ():
        told = passage.get("infons") if isinstance(passage, Mapping) else None
        if isinstance(told, Mapping):
            yield told, one_line(text_of(passage.get("text")))
