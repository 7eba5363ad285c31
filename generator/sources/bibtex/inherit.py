"""What entries of BibTeX and BibLaTeX take over from one another by `crossref` and `xdata`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.sources.bibtex.values import Entry

# What a child takes under another name (biblatex manual, appendix B, "Default Inheritance Setup").
_IN_BOOK = {"title": ("booktitle",), "subtitle": ("booksubtitle",), "titleaddon": ("booktitleaddon",)}
_OF_BOOK = {**_IN_BOOK, "author": ("author", "bookauthor")}
_IN_PERIODICAL = {"title": ("journaltitle",), "subtitle": ("journalsubtitle",)}
_IN_VOLUMES = {"title": ("maintitle",), "subtitle": ("mainsubtitle",), "titleaddon": ("maintitleaddon",)}
_PARTS_OF_BOOK = ("inbook", "bookinbook", "suppbook")
_PARTS_OF_COLLECTION = ("incollection", "inreference", "suppcollection")
_RENAMED: Mapping[tuple[str, str], Mapping[str, tuple[str, ...]]] = {
    **{("book", child): _OF_BOOK for child in _PARTS_OF_BOOK},
    **{("proceedings", child): _IN_BOOK for child in _PARTS_OF_BOOK},
    **{
        (parent, child): _IN_BOOK
        for parent in ("book", "collection", "proceedings", "reference")
        for child in ("inproceedings", "conference", *_PARTS_OF_COLLECTION)
    },
    **{("periodical", child): _IN_PERIODICAL for child in ("article", "suppperiodical", "review")},
    **{("mvbook", child): _IN_VOLUMES for child in ("book", *_PARTS_OF_BOOK)},
    **{("mvcollection", child): _IN_VOLUMES for child in ("collection", *_PARTS_OF_COLLECTION)},
    **{("mvreference", child): _IN_VOLUMES for child in ("reference", *_PARTS_OF_COLLECTION)},
    **{("mvproceedings", child): _IN_VOLUMES for child in ("proceedings", "inproceedings")},
}
_NEVER_INHERITED = frozenset(
    "ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions "
    "relatedstring relatedtype shorthand shorthandintro sortkey keywords abstract doi url eprint file "
    "note".split()
)
_DATE_FIELDS = frozenset({"date", "year", "month", "day"})
_OF_TITLE = frozenset({"subtitle", "titleaddon"})
_XDATA = re.compile(r"xdata\s*=\s*([^\s,{}]{1,200})-([A-Za-z]+)(?:-(\d{1,4}))?")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


def inherit(entries: Sequence[Entry]) -> list[Entry]:
    """The same entries with the values they take over by `xdata` and `crossref`."""
    family = _Family(entries)
    return [replace(entry, values=family.values(entry)) for entry in entries]


class _Family:
    """Entries by key and by alias, regardless of case; the first of a name counts."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries: dict[str, Entry] = {}
        self._known: dict[int, dict[str, str]] = {}
        for entry in entries:
            self._entries.setdefault(entry.block.key.lower(), entry)
        for entry in entries:
            for alias in _keys(entry.values.get("ids", "")):
                self._entries.setdefault(alias, entry)

    def values(self, entry: Entry, above: frozenset[int] = frozenset()) -> Mapping[str, str]:
        """The entry's values and its ancestors'. above: entries on the way here, so that a circle ends."""
        here = entry.block.start
        refers = entry.values.keys() & {"crossref", "xdata"} or any(
            "xdata" in v for v in entry.values.values()
        )
        if not refers or here in above or len(above) > 30:
            return entry.values
        if here not in self._known:
            above |= {here}
            values = {name: self._granular(value, name, above) for name, value in entry.values.items()}
            for key in _keys(values.get("xdata", "")):
                values |= _missing(values, self._of(key, above))
            for key in _keys(values.get("crossref", ""))[:1]:
                values |= self._from_parent(entry, values, key, above)
            self._known[here] = values
        return self._known[here]

    def _of(self, key: str, above: frozenset[int]) -> Mapping[str, str]:
        entry = self._entries.get(key)
        return self.values(entry, above) if entry else {}

    def _from_parent(
        self, child: Entry, values: Mapping[str, str], key: str, above: frozenset[int]
    ) -> dict[str, str]:
        parent = self._entries.get(key)
        if parent is None:
            return {}
        renamed = _RENAMED.get((parent.block.type, child.block.type), {})
        inherited = self.values(parent, above)
        own_date = bool({"date", "year"} & values.keys())
        offered = {
            name: value
            for name, value in inherited.items()
            if name not in _NEVER_INHERITED and not (own_date and name in _DATE_FIELDS)
        }
        own_title = _OF_TITLE if "title" in values else frozenset()
        under_own_name = {
            name: value for name, value in offered.items() if name not in renamed and name not in own_title
        }
        found = _missing(values, under_own_name)
        moved = {target: value for name, value in offered.items() for target in renamed.get(name, ())}
        if "title" in offered:  # BibTeX knows fields of one name only: a part without a title has its book's
            moved["title"] = offered["title"]
        return found | _missing({**values, **found}, moved)

    def _granular(self, value: str, name: str, above: frozenset[int]) -> str:
        """`value` with biber's references to single fields (`xdata=key-field-2`) replaced."""
        if "xdata" not in value or name == "xdata":
            return value
        return " and ".join(self._referred(item, above) for item in _AND.split(value))

    def _referred(self, item: str, above: frozenset[int]) -> str:
        reference = _XDATA.fullmatch(item.strip())
        found = self._of(reference[1].lower(), above).get(reference[2].lower()) if reference else None
        if not reference or not found:
            return item
        if not reference[3]:
            return found
        items = _AND.split(found)
        number = int(reference[3])
        return items[number - 1] if 1 <= number <= len(items) else item


def _missing(values: Mapping[str, str], offered: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in offered.items() if name not in values}


def _keys(value: str) -> list[str]:
    return [key for key in (part.strip().lower() for part in value.split(",")) if key]
