"""Records in XML of a kind that no reader knows: elements with a title, and with people or the like.

Each is read as an object of JSON under the same names (`json.names`): DBLP's search, DataCite, Europe PMC,
DOAJ, Dublin Core in any wrapping, exports of repositories.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from generator.formats import BIBTEX_TYPES
from generator.model import Fields
from generator.sources.json.fields import record_fields
from generator.sources.json.objects import member_name
from generator.sources.kind_words import kind_of
from generator.sources.xml.slices import parsed
from generator.sources.xml.texts import shown_in

_LARGEST = 50_000_000  # characters that are parsed at once to find the names of records
_TITLES = frozenset({"title", "titles", "papertitle", "articletitle"})
_OF_PAPERS = frozenset(
    "author authors authorlist authorstring creator creators contributors abstract abstracttext doi isbn "
    "journal booktitle".split()
)
# In which an article names others.
_REFERENCES = frozenset(
    "bibliography references referencelist reflist bibliographysec tail back backmatter citations".split()
)
_PLURAL = ("s", "list", "group")
_ITEMS = ("item", "li")


def record_tags(text: str) -> tuple[str, ...]:
    """The names of the elements that have a title, and people or what else papers have; those that an article
    cites are left out."""
    start, end = text.find("<"), text.rfind(">") + 1
    if not 0 <= start < end <= _LARGEST:
        return ()
    root = parsed(text, start, end).element
    found: dict[str, None] = {}
    cited: dict[str, None] = {}
    todo = [(root, found)] if root is not None else []
    while todo:
        element, names = todo.pop()
        if _is_record(element):
            names[re.escape(element.tag)] = None
        else:
            within = cited if member_name(element.tag) in _REFERENCES else names
            todo += ((child, within) for child in element if isinstance(child.tag, str))
    return tuple(found or cited)


def _is_record(element: Element) -> bool:
    names = {member_name(child.tag): child for child in element if isinstance(child.tag, str)}
    title = next((names[name] for name in _TITLES if name in names), None)
    return title is not None and bool(shown_in(title)) and not _OF_PAPERS.isdisjoint(names)


def fields_of_element(record: Element) -> Fields:
    """The fields of one element."""
    item = _value(record)
    if not isinstance(item, dict):
        return Fields()
    tag = str(record.tag).lower()
    if tag in BIBTEX_TYPES or kind_of(tag):
        item.setdefault("type", tag)
    return record_fields(item)


def _value(element: Element) -> object:
    """What an element holds: its text, a list of like elements in their plural, or an object."""
    children = [child for child in element if isinstance(child.tag, str)]
    if not children or (element.text or "").strip():
        text = shown_in(element)
        return {**element.attrib, **({"value": text} if text else {})} if element.attrib else text
    if _is_plural(element, children):
        return [_value(child) for child in children]
    found: dict[str, object] = dict(element.attrib)
    for child in children:
        value, tag = _value(child), str(child.tag)
        before = found.get(tag)
        if tag in found and tag not in element.attrib:
            found[tag] = [*before, value] if isinstance(before, list) else [before, value]
        else:
            found[tag] = value
    return found


def _is_plural(element: Element, children: Sequence[Element]) -> bool:
    """Whether an element lists like ones: <keywords> of <keyword>; <authors> are known by their path."""
    name = member_name(children[0].tag)
    plurals = {name + end for end in _PLURAL} - {"authors"}
    alike = all(child.tag == children[0].tag for child in children)
    return alike and (name in _ITEMS or member_name(element.tag) in plurals)
