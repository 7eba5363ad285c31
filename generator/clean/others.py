"""Whether a record names only its first authors: readers leave 'et al.' and 'and others' out of names."""

from __future__ import annotations

import re

from generator.model import RawRecord
from generator.text import Name

_OTHERS = r"[\s,;.}\"]{0,9}\b(?:(?:and\s+|&\s*)?et\.?\s+al\b|(?:and|&)\s+(?:\d+\s+)?others\b)"
# What stands behind the words in a field or on a line of names, and not in a sentence of an abstract.
_END = r"\.?[ ,]{0,3}(?:$|[}\"\]|;\t\r\n])"


def is_others(name: Name) -> bool:
    """Whether what was read as a name says 'et al.' or 'others'."""
    return bool(re.fullmatch(r"(?:and\s+)?(?:et\.?\s+al\.?|others)", name.plain, re.IGNORECASE))


def has_more_authors(record: RawRecord) -> bool:
    """Whether 'et al.' or 'and others' follows the last author's name in the lines of a record.

    Where the record has an abstract, which may cite the author's other work, they must end a field or a line.
    """
    authors = [name for name in record.fields.get("authors", ()) if name]
    if any(map(is_others, authors)):
        return True
    if not authors or not re.search(r"\bet\.?\s+al\b|\bothers\b", record.text):
        return False
    end = _END if record.fields.get("abstract") else ""
    return any(re.search(f"{written}{_OTHERS}{end}", record.text) for written in _written(authors[-1]))


def _written(name: Name) -> list[str]:
    """Patterns for a name as files write it: 'Ashish Vaswani' and 'Vaswani, Ashish'."""
    given, family = re.escape(name.given), re.escape(name.family)
    if not (given and family):
        return [rf"\b{given or family}"]
    return [rf"{given}\s+{family}", rf"\b{family}[\s,]{{1,3}}{given}"]
