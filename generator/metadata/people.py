"""Names as reference managers read them in pages."""

from __future__ import annotations

from generator.text import Name


def written(name: Name) -> str:
    """'Family Jr., Given': Zotero reads two parts and loses a third. A name in one part that holds a blank
    ends in a comma, so that it stays whole."""
    family = " ".join(part for part in (name.family, name.suffix) if part)
    if not (family and name.given):
        whole = family or name.given
        return f"{whole}," if " " in whole else whole
    return f"{family}, {name.given}"
