"""What a page says below its front matter: the abstract, in a section, a box or behind a label of that name,
else the only paragraph that may be one; and what stands behind labels."""

from __future__ import annotations

import re
from typing import Any

from generator.sources.accounting import may_be_abstract
from generator.sources.common import one_line
from generator.sources.signs.labels import match_label
from generator.sources.signs.note_marks import without_note_marks
from generator.text import Name

# '## Abstract', 'Abstract' above a rule, '> [!abstract]'.
_SECTION = (
    r"#{1,6}[ \t]+abstract[ \t:]*#*[ \t]*\n|abstract[ \t]*\n[-=]{3,}[ \t]*\n"
    r"|(?:>[ \t]?)?\[!abstract\][^\n]{0,60}\n"
)
_HAS_SECTION = re.compile(rf"^(?:{_SECTION})", re.MULTILINE | re.IGNORECASE)
# '**Abstract:**', 'Abstract:'.
_NAMED = re.compile(
    rf"^(?:{_SECTION}"
    r"|[*_]{1,3}abstract[ \t]*[:.]?[*_]{1,3}[ \t]*[:.]?|abstract[ \t]*:)",
    re.MULTILINE | re.IGNORECASE,
)
# What ends it: a heading, a rule, a line that is a link, an image or a label of its own.
_END = re.compile(
    r"^(?:#|[-+*_]{3,}[ \t]*$|!?\[|<|[^\n]+\n[-=]{3,}[ \t]*$|[*_]{2}[^*_\n]{1,30}[*_]{2}"
    r"|(?:recommended citation|download|citation|links?|bibtex)\b)",
    re.MULTILINE | re.IGNORECASE,
)
_TOLD = ("authors", "doi", "arxiv", "venue", "date", "year")
_QUOTE = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


def abstract_below(text: str, start: int, end: int) -> tuple[str, int]:
    """The abstract between two offsets, and where it ends; '' and `start` where there is none."""
    named = _NAMED.search(text, start, end)
    if named:
        stop = _END.search(text, named.end(), end)
        section = text[named.end() : stop.start() if stop else end]
        if said := one_line(_QUOTE.sub("", section)):
            return said, named.end() + len(section.rstrip())
    paragraphs = [found for found in _PARAGRAPH.finditer(text, start, end) if may_be_abstract(found[0])]
    if len(paragraphs) == 1 and not paragraphs[0][0].startswith(("#", "<", "[", "!", ">", "|", "```")):
        return one_line(paragraphs[0][0]), paragraphs[0].end()
    return "", start


def has_abstract_section(text: str, start: int) -> bool:
    """Whether a section or a box below an offset is named 'Abstract'."""
    return _HAS_SECTION.search(text, start) is not None


def labelled_below(text: str, start: int, end: int) -> dict[str, Any]:
    """What labels announce between two offsets, `**DOI**:: 10.1000/1`: field → value, names for the people of
    all lines that have some."""
    told: dict[str, list[str]] = {}
    for line in without_note_marks(text[start:end].split("\n"))[0]:
        label = match_label(_QUOTE.sub("", line).strip())
        if label and label.field in _TOLD and label.value and not label.weak:
            told.setdefault(label.field, []).append(label.value)
    people = Name.parse_list("; ".join(told.pop("authors", ())))
    return {"authors": people, **{field: values[0] for field, values in told.items()}}
