"""Tables of Microsoft Excel (.xlsx): ECMA-376, part 1, SpreadsheetML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from posixpath import join, normpath
from xml.etree.ElementTree import Element

from generator.sources.office.parts import (
    Sheet,
    attribute,
    checked,
    child,
    children,
    local,
    parsed,
    relations,
)

WORKBOOK = "xl/workbook.xml"

_RELATIONS, _STRINGS, _STYLES = "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml"
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_LEADS = re.compile(r'HYPERLINK\("([^"]{1,2000})"', re.IGNORECASE)  # a formula
_DATES = frozenset({14, 15, 16, 17, 22})  # formats of dates that every program knows (section 18.8.30)
_OF_DATE = re.compile(r'(?:[^"\[\\dy]|"[^"]*"|\[[^\]]*\]|\\.)*[dy]', re.IGNORECASE)
_FIRST_DAY = {False: date(1899, 12, 30), True: date(1904, 1, 1)}  # day 0, also as old Macintoshes have it
_LAST_DAY = 200_000

Part = Callable[[str], bytes]


def sheets(part: Part) -> Iterator[Sheet]:
    """The tables of a file, in order. part: the content of one of its parts, b'' where there is none."""
    book = parsed(part(WORKBOOK))
    targets = relations(part(_RELATIONS))
    strings = _strings(part(_STRINGS))
    properties = child(book, "workbookPr")
    since_1904 = properties is not None and attribute(properties, "date1904") in ("1", "true")
    dates = _date_styles(part(_STYLES))
    for one in children(child(book, "sheets"), "sheet"):
        path = normpath(join("/xl", targets.get(attribute(one, "id"), ""))).lstrip("/")
        if content := part(path):
            folder, _, name = path.rpartition("/")
            links = relations(part(f"{folder}/_rels/{name}.rels"))
            yield _Sheet(strings, dates, _FIRST_DAY[since_1904], links).read(attribute(one, "name"), content)


def _strings(content: bytes) -> list[str]:
    """The texts that cells name by their number."""
    return [_text(one) for one in children(parsed(content), "si")] if content else []


def _text(item: Element) -> str:
    """The text of a string, without how it is spoken."""
    found: list[str] = []
    for one in item:
        name = local(str(one.tag))
        found += [one.text or ""] if name == "t" else [_text(one)] if name == "r" else []
    return "".join(found)


def _date_styles(content: bytes) -> frozenset[str]:
    """The numbers of the styles that show a date."""
    if not content:
        return frozenset()
    root = parsed(content)
    own = {
        attribute(one, "numFmtId")
        for one in children(child(root, "numFmts"), "numFmt")
        if _OF_DATE.match(attribute(one, "formatCode"))
    }
    styles = [attribute(one, "numFmtId") for one in children(child(root, "cellXfs"), "xf")]
    return frozenset(
        str(number)
        for number, style in enumerate(styles)
        if style in own or (style.isdigit() and int(style) in _DATES)
    )


class _Sheet:
    """What the cells of one table are read with."""

    def __init__(
        self, strings: Sequence[str], dates: frozenset[str], first_day: date, targets: dict[str, str]
    ) -> None:
        self._strings, self._dates, self._first_day, self._targets = strings, dates, first_day, targets

    def read(self, name: str, content: bytes) -> Sheet:
        root = parsed(content)
        cells: dict[tuple[int, int], str] = {}
        links: dict[tuple[int, int], str] = {}
        row = -1
        for one in children(child(root, "sheetData"), "row"):
            told = attribute(one, "r")
            row, column = int(told) - 1 if told.isdigit() else row + 1, -1
            for cell in children(one, "c"):
                place = _place(attribute(cell, "r"))
                column = place[1] if place else column + 1
                if text := self._value(cell):
                    cells[row, column] = text
                formula = child(cell, "f")
                found = _LEADS.search(formula.text or "") if formula is not None else None
                if found:
                    links[row, column] = found[1]
        for one in children(child(root, "hyperlinks"), "hyperlink"):
            place, address = _place(attribute(one, "ref")), self._targets.get(attribute(one, "id"), "")
            if place and address:
                links[place] = address
        return checked(Sheet(name, cells, links))

    def _value(self, cell: Element) -> str:
        kind, value = attribute(cell, "t"), child(cell, "v")
        if kind == "inlineStr":
            inline = child(cell, "is")
            return _text(inline) if inline is not None else ""
        told = (value.text or "") if value is not None else ""
        if kind == "s":
            return self._strings[int(told)] if told.isdigit() and int(told) < len(self._strings) else ""
        if kind == "e":  # an error: '#N/A'
            return ""
        return self._number(told, attribute(cell, "s")) if kind in ("", "n") else told

    def _number(self, told: str, style: str) -> str:
        """A number as it is shown, as far as papers have such: a date, or without a fraction of nothing."""
        try:
            number = float(told)
        except ValueError:
            return told
        if style in self._dates and 0 < number < _LAST_DAY:
            return (self._first_day + timedelta(days=int(number))).isoformat()
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else told


def _place(told: str) -> tuple[int, int] | None:
    """Row and column, from 0, of 'B3'; None where it is no such place."""
    found = _PLACE.match(told)
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - 64
    return int(found[2]) - 1, column - 1
