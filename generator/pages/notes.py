"""The text of a note on the page: formulas as MathML, links to papers with what their cards say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.model import Entry
from generator.notes.links import fence_after, pieces
from generator.pages.groups import title_of
from generator.pages.note_headings import lower_headings
from generator.pages.views import others
from generator.text import Text, escape_html

_PAPER_LINK = re.compile(r"(?<=\])\(([A-Za-z0-9][A-Za-z0-9._+-]{0,99})\.md\)")
# A backslash and what it escapes; a displayed formula; a formula in a line. A sign with white space on its
# inside, or a digit after it, is an amount of money.
_FORMULA = re.compile(
    r"\\.|\$\$([^$]{1,5000})\$\$|\$(?![\s$])((?:[^$\\\n]|\\[^\n]|\n(?!\s*\n)){1,2000})(?<!\s)\$(?!\d)"
)
_FOOTNOTE = re.compile(r" {0,3}\[\^[^\]]+\]:")
_FOOTNOTES_HERE = "\n\n///Footnotes Go Here///"  # in the note, not below all that the page has
_INDENTED = re.compile(r" {4}|\t")
_ITEM = re.compile(r"\s*(?:[-+*]|\d{1,9}[.)])\s")
_MOST_AUTHORS = 3


def note_markdown(body: str, entries: Mapping[str, Entry]) -> str:
    """The note's Markdown with formulas (`$…$`, `$$…$$`) as MathML and a title for each link to a paper.

    Code is left alone, and so is what is no formula that we can read. Headings come below the page's own,
    footnotes below the note. entries: all papers, by key.
    """
    lines = list(_lines(body))
    parts = _parts(lower_headings(lines))
    text = "".join(part if is_code else _written(part, entries) for part, is_code in parts)
    noted = any(_FOOTNOTE.match(line) for line, is_code in lines if not is_code)
    return text + _FOOTNOTES_HERE if noted else text


def card(entry: Entry) -> str:
    """A paper in a line: 'Title — Authors, year', plain text."""
    paper = entry.paper
    named = ", ".join(name.plain for name in paper.authors[:_MOST_AUTHORS])
    who = named + others(paper.authors, _MOST_AUTHORS, more=paper.more_authors)
    about = ", ".join(filter(None, (who, str(paper.year or ""))))
    return " — ".join(filter(None, (title_of(entry), about)))


def _parts(body: str) -> Iterator[tuple[str, bool]]:
    """The note in parts, each with whether it is code; text between code stays in one piece, over lines."""
    text: list[str] = []
    for line, is_code in _lines(body):
        for part, inline_code in [(line, True)] if is_code else pieces(line):
            if is_code or inline_code:
                yield "".join(text), False
                yield part, True
                text = []
            else:
                text.append(part)
    yield "".join(text), False


def _lines(body: str) -> Iterator[tuple[str, bool]]:
    """Each line, its end included, with whether it is code as a whole: fenced, or indented outside a list."""
    fence, blank, code, items = "", True, False, False
    for line in body.splitlines(keepends=True):
        fence, is_code = fence_after(fence, line.rstrip("\n"))
        if not is_code and line.strip():
            code = bool(_INDENTED.match(line)) and not items and (blank or code)
            items = bool(_ITEM.match(line)) or (items and (line[0].isspace() or not blank))
        blank = not line.strip()
        yield line, is_code or (code and not blank)


def _written(text: str, entries: Mapping[str, Entry]) -> str:
    return _FORMULA.sub(_formula, _PAPER_LINK.sub(lambda match: _titled(match, entries), text))


def _titled(match: re.Match[str], entries: Mapping[str, Entry]) -> str:
    entry = entries.get(match[1])
    if entry is None:
        return match[0]
    words = escape_html(card(entry)).replace("(", "&#40;").replace(")", "&#41;")
    return f'({match[1]}.md "{words}")'


def _formula(match: re.Match[str]) -> str:
    """MathML inside a span: at the start of a line, a `math` element of its own would end the paragraph."""
    display, inline = match[1], match[2]
    if not (display or inline):
        return match[0]
    made = Text(f"${(display or inline).strip()}$").html
    if "&#36;" in made:
        return match[0]
    if display:
        block = made.replace("<math", '<math display="block"', 1)
        return f'<span class="rl-display">{block}</span>'
    return f"<span>{made}</span>"
