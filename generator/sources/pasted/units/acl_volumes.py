"""Pages of the ACL Anthology's volumes: what is of the volume, and titles below their buttons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.unit import Unit

_EDITED = re.compile(r"(?:edited by|editors?):? ", re.IGNORECASE)
_VOLUME = re.compile(
    r"(?:https?://aclanthology\.org/(?:volumes/)?|10\.18653/v1/)?"
    r"(?:\d{4}\.[a-z]\w*-\w+|[A-Z]\d\d-\d{1,2})/?"
)
_NAMED = re.compile(r"(?:proceedings|advances|findings|transactions) (?:of|in|on) .{5,200}", re.IGNORECASE)
_TITLE = re.compile(
    r"Proceedings of .{5,300}|Findings of the Association for Computational Linguistics: .{3,60}"
)
_OF_VOLUMES = frozenset(("pdf bib", "pdfbib", "pdf (full)", "bib (full)"))
_BUTTONS = re.compile(r"(?:pdf\s?)?bib(?:\s?abs)?|abs")


def are_buttons(text: str) -> bool:
    """Whether a line is the buttons above a title: `pdf bib abs`."""
    return text.startswith("pdf") and _BUTTONS.fullmatch(text) is not None


def of_volume(unit: Unit) -> bool:
    """Whether a unit is the identifier or the address of a volume, and of none of its papers."""
    said = (unit.text,) if unit.label == "acl" else unit.fields.values() if unit.kind == "I" else ()
    return any(map(_VOLUME.fullmatch, said))


def without_volumes(units: Sequence[Unit]) -> list[Unit]:
    """The units, what else is said of a volume below its identifier being chrome."""
    kept = list(units)
    inside = False
    for n, unit in enumerate(kept):
        within = inside and (bool(unit.label) or unit.kind == "X")
        inside = within or (unit.kind == "X" and unit.label == "acl")
        if inside and unit.kind != "X":
            kept[n] = unit._replace(kind="X", reason="list page", fields={})
    return kept


def acl_pair(first: Unit, second: Unit) -> tuple[Unit, Unit]:
    """Two units that follow one another, with the kinds that they have next to each other."""
    of_editors = second.text.endswith(" (Editors)") or (second.kind == "X" and second.label == "acl")
    if of_editors and not first.kind:
        return first._replace(kind="X", reason="list page"), second
    if not first.kind and _EDITED.match(second.text) and _NAMED.fullmatch(first.text):
        return first._replace(kind="V", label="venue"), second
    if not second.kind and (kind := _kind_in_volume(first, second)):
        return first, second._replace(kind=kind, reason="list page")
    if first.reason == "button" and not second.kind and _BUTTONS.fullmatch(first.text):
        return first, second._replace(kind="T", heads=True)
    if first.kind == "T" and first.heads and not second.kind and " | " in second.text:
        return first, second._replace(kind="A")
    return first, second


def _kind_in_volume(first: Unit, second: Unit) -> str:
    """The kind of the second of two units that is the name of a volume, or below that who edited it."""
    if first.text in _OF_VOLUMES and _TITLE.fullmatch(second.text):
        return "S"
    return "X" if first.kind == "S" and first.reason and " | " in second.text else ""
