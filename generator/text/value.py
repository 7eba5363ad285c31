"""Text: one value, several renderings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.text.bibtex import to_bibtex
from generator.text.bibtex_title import to_bibtex_title
from generator.text.escape import fold
from generator.text.from_bibtex import from_bibtex
from generator.text.nodes import Node
from generator.text.parse import parse
from generator.text.render import to_html, to_plain, to_search


@dataclass(frozen=True)
class Text:
    """A title, an abstract, a comment: text with the LaTeX that authors write.

    source: as found, white space folded to single spaces, LaTeX left alone. Equal sources are equal texts.
    Parsed when a rendering is first asked for.
    """

    source: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "source", fold(self.source))

    def __bool__(self) -> bool:
        return bool(self.source)

    @staticmethod
    def from_bibtex(value: str) -> Text:
        """The text that a BibTeX field value (without its outer braces) stands for. Never raises."""
        return Text(from_bibtex(value))

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """The tree."""
        return parse(self.source)

    @cached_property
    def plain(self) -> str:
        """One line of Unicode: M³IT, 129×."""
        return to_plain(self.nodes)

    @cached_property
    def html(self) -> str:
        """Inline HTML on one line, safe in HTML and in raw HTML blocks of Markdown; formulas as MathML."""
        return to_html(self.nodes)

    @cached_property
    def bibtex(self) -> str:
        """The value of a BibTeX field, without the braces around it: balanced, inert, UTF-8."""
        return to_bibtex(self.nodes)

    @cached_property
    def bibtex_title(self) -> str:
        """`bibtex` with the capitals in braces that styles must not lower: {BERT}, {M}$^3${IT}."""
        return to_bibtex_title(self.nodes)

    @cached_property
    def search(self) -> str:
        """Other spellings to find it by (M3IT), '' if there are none."""
        return to_search(self.plain)
