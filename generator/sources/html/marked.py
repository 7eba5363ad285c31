"""A web page as Markdown has it, for lists and tables whose marks say more than their text."""

from __future__ import annotations

from collections.abc import Callable, Container

from generator.sources.html.page import Page, Place

_BOLD = ("b", "strong")
_CELLS = ("td", "th")
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}


class MarkedPage(Page):
    """A page whose lists, headings, bold text, links to papers and tables with a header are written as
    Markdown has them."""

    def __init__(self, is_paper: Callable[[str], bool], aside: Container[Place] = ()) -> None:
        super().__init__(aside)
        self._is_paper = is_paper
        self._begun: dict[str, tuple[int, int, str]] = {}  # by tag: its line and part, and where it leads
        self._headed = False  # in a table with a header
        self._in_row = False
        self._header_cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens: what Markdown has for it is written."""
        if tag in ("table", "tr"):
            self._end_row()
            self._headed &= tag == "tr"
        super().handle_starttag(tag, attrs)
        address = dict(attrs).get("href") or ""
        if tag in _CELLS and (self._headed or tag == "th"):
            self._header_cells += not self._headed or self._header_cells > 0
            self._headed = self._in_row = True
            self.handle_data("| ")
        elif self._in_row:
            return
        elif tag in _BOLD or (tag == "a" and self._is_paper(address)):
            self._begun[tag] = len(self.lines), len(self._parts), address
        elif tag == "li":
            self.handle_data("- ")
        elif tag in _HEADINGS:
            self.handle_data(_HEADINGS[tag])

    def handle_endtag(self, tag: str) -> None:
        """A tag closes; a link gets its address, on a line of its own where its text stands on several."""
        line, at, address = self._begun.pop(tag, (-1, 0, ""))
        if line == len(self.lines) and "".join(self._parts[at:]).strip():
            self._parts.insert(at, "**" if tag in _BOLD else "[")
            self.handle_data("**" if tag in _BOLD else f"]({address})")
        elif address:
            self.end_line()
            self.handle_data(address)
            self.end_line()
        if tag in ("tr", "table"):
            self._end_row()
            self._headed &= tag == "tr"
        super().handle_endtag(tag)

    def _end_row(self) -> None:
        """A row of a table ends; below a header there is a rule."""
        if self._in_row:
            self.handle_data(" |")
            self._in_row = False
            self.end_line()
            if self._header_cells:
                self.handle_data("|---" * self._header_cells + "|")
                self.end_line()
        self._header_cells = 0

    def end_line(self, *, blank: bool = False) -> None:
        """Ends the line of text; a row of a table is one, and the mark of an item waits for its text."""
        if self._in_row:
            self.handle_data(" ")
        elif "".join(self._parts).strip() != "-":
            super().end_line(blank=blank)
