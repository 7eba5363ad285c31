"""The paper of an entry whose parts a page lays out itself: title, people, journal, abstract, BibTeX."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.model import Fields, RawRecord
from generator.sources import bibtex
from generator.sources.common import fields_of, year_in
from generator.sources.reader import Source
from generator.sources.tables.people import authors

_IN = re.compile(r"^In:? (?=\w)")
_END = re.compile(r",?\s*(?:[A-Z][a-z]{2,8}\.?\s)?(?:19|20)\d{2}\W*$")  # ', Dec 2020'


def laid_out_fields(parts: Mapping[str, str]) -> Fields:
    """The fields that its parts tell; its BibTeX, where it has some, knows better."""
    where = parts.get("venue", "")
    entries = bibtex.READER.read(Source("", parts.get("bibtex", "")))
    entry = next((item.fields for item in entries if isinstance(item, RawRecord)), Fields())
    told = fields_of(
        {
            "title": parts["title"],
            "authors": authors(parts.get("authors", "")),
            "venue": _IN.sub("", _END.sub("", where)).rstrip(" ,"),
            "year": year_in(where),
            "abstract": parts.get("abstract", ""),
        }
    )
    return told | entry
