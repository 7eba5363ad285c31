"""The unit that is being put together from lines."""

from __future__ import annotations

from collections.abc import Container

from generator.sources.pasted.unit import Unit
from generator.sources.pasted.units.announced import announces, is_open
from generator.sources.signs.labels import SUBJECT_END
from generator.sources.signs.marks import SUBMITTED, bare, match_dates
from generator.sources.signs.people import all_names
from generator.sources.signs.typesetting import BREAK
from generator.sources.signs.wrapping import Line, glue

PROSE = 30  # words after which a wrapped paragraph is no title
_RUNNING_ON = frozenset(("", *"TAPCVK"))  # kinds that are wrapped
_SUBJECT = 28  # characters of a subject's name in short


class OpenUnit:
    """The unit that is being put together from lines.

    is_prose: whether it is so long that it is no title, and nothing stands in bold or italics before it.
    """

    def __init__(self, unit: Unit, line: Line) -> None:
        self.unit = unit
        self.parts = [unit.text]
        self.words = unit.text.count(" ") + 1
        self.tail = unit.text
        self.indent = line.indent
        self.runs_on = unit.kind in _RUNNING_ON and not unit.reason
        self._is_plain = self.runs_on and not unit.text.startswith(("*", "_"))
        self.is_prose = self._is_plain and self.words > PROSE

    def add(self, text: str) -> None:
        """Puts a further line to it."""
        if self.tail:
            self.parts.append(glue(self.tail, text))
        self.parts.append(text)
        if self.words <= PROSE:
            self.words += text.count(" ") + 1
            self.is_prose = self._is_plain and self.words > PROSE
        self.tail = text

    @property
    def is_titled(self) -> bool:
        """Whether a title in bold goes on, or the text after it in the same paragraph, which is more than a
        year or a venue in brackets."""
        mark = self.unit.text[:2]
        if mark not in ("**", "__"):
            return False
        text = "".join(self.parts)
        end = text.find(mark, 2)
        rest = text[end + 2 :].strip()
        return end < 0 or (bool(rest) and not (rest[0] == "(" and rest.find(")") == len(rest) - 1))

    @property
    def is_emphasised(self) -> bool:
        """Whether all of it stands in italics, so that it ends here."""
        mark = self.tail[-1:]
        return mark in ("*", "_") and self.unit.text[0] == mark and self.unit.text[1:2].isalpha()

    @property
    def is_in_formula(self) -> bool:
        """Whether it ends within a formula set off from its sentence: `to be \\[\\tilde`."""
        text = self.tail if "\\" in self.tail else ""
        return text.rfind("\\[") > text.rfind("\\]")

    @property
    def is_ended(self) -> bool:
        """Whether nothing goes on with it."""
        return self.is_emphasised or self.ends_subjects

    @property
    def ends_subjects(self) -> bool:
        """Whether it is arXiv's subjects up to the last one: 'Computation and Language (cs.CL)'."""
        return self.unit.kind == "M" and SUBJECT_END.search(self.tail[-_SUBJECT:]) is not None

    def is_above_people(self, text: str) -> bool:
        """Whether it is a labelled title that a line of people, without a label, stands below."""
        return self.unit.kind == "T" and not is_open(self.tail) and all_names(text) != ""

    def is_dates_up_to(self, text: str) -> bool:
        """Whether it is arXiv's dates, up to a bracket that a line closes."""
        return text.endswith("]") and self.unit.text.startswith(SUBMITTED) and "]" not in self.tail

    def is_ended_by(self, text: str, usual: Container[str]) -> bool:
        """Whether a line announces something else for sure. usual: words that are labels in this text."""
        if self.unit.label == "title" and ":" not in text and match_dates(text):
            return False
        return announces(text, self.tail, self.words > PROSE, usual)

    def close(self, last: int) -> Unit:
        """The whole unit. last: the number of its last line."""
        if len(self.parts) == 1 and self.unit.last == last:
            return self.unit
        whole = self.unit._replace(last=last, text="".join(self.parts).replace(BREAK, ""))
        dates = match_dates(whole.text) if whole.text.startswith(SUBMITTED) else None
        return whole._replace(kind="D", fields=dates.fields) if dates else _undecorated(whole)


def _undecorated(unit: Unit) -> Unit:
    """A unit of several lines without the emphasis or link around the whole of it."""
    rest, url = bare(unit.text) if not unit.kind else (unit.text, "")
    if rest == unit.text:
        return unit
    return unit._replace(text=rest, bold=not url, fields={**unit.fields, **({"url": url} if url else {})})
