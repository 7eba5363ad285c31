"""The abstract on a page below its front matter: in a section or behind a label of that name, else the only
paragraph that may be one."""

from __future__ import annotations

import re

from generator.sources.accounting import may_be_abstract
from generator.sources.common import one_line

# '## Abstract', 'Abstract' above a rule, '**Abstract:**', 'Abstract:'.
_NAMED = re.compile(
    r"^(?:#{1,6}[ \t]+abstract[ \t:]*#*[ \t]*\n|abstract[ \t]*\n[-=]{3,}[ \t]*\n"
    r"|[*_]{1,3}abstract[ \t]*[:.]?[*_]{1,3}[ \t]*[:.]?|abstract[ \t]*:)",
    re.MULTILINE | re.IGNORECASE,
)
# What ends it: a heading, a rule, a line that is a link, an image or a label of its own.
_END = re.compile(
    r"^(?:#|[-+*_]{3,}[ \t]*$|!?\[|<|[^\n]+\n[-=]{3,}[ \t]*$|[*_]{2}[^*_\n]{1,30}[*_]{2}"
    r"|(?:recommended citation|download|citation|links?|bibtex)\b)",
    re.MULTILINE | re.IGNORECASE,
)
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
