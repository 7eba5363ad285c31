"""Tables in lists of references: what the cells of a row say by the header above them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from generator.sources.references.links import LINK
from generator.sources.references.titles import may_be_title, plain
from generator.sources.signs.words import CJK

_COLUMNS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(rf"\W*(?:{words})\W*", re.IGNORECASE)
    for name, words in (
        (
            "title",
            r"(?:paper|article|work)?\s?(?:title|name)?s?|publications?|description|论文(?:标题|题目|名称)?|标题|题目|名称|名字",
        ),
        ("authors", r"authors?|by|作者"),
        (
            "venue",
            r"venue|conference|journal|published(?: in)?|pub\.?|source|where|conf\.?|venue/year|"
            r"会议|期刊|发表|来源",
        ),
        ("year", r"year|date|when|published|time|年份|时间|日期"),
    )
}
_CELLS = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"\s*:?-{2,}:?(?:\s*\|\s*:?-{2,}:?)+\s*")  # below a header, no bars around it
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")


def with_bars(lines: Sequence[str]) -> Sequence[str]:
    """The lines, rows of a table in Markdown that has no bars around its rows with these."""
    found: set[int] = set()
    for n, line in enumerate(lines):
        if "-|" in line.replace(" ", "") and _RULE.fullmatch(line) and n and "|" in lines[n - 1]:
            below = takewhile(lambda at: "|" in lines[at], range(n, len(lines)))
            found.update((n - 1, *below))
    return [f"| {line.strip()} |" if n in found else line for n, line in enumerate(lines)] if found else lines


def cells_of(row: str) -> list[str]:
    """The cells of a row of a table in Markdown, links and marks in them as they stand."""
    return [cell.strip() for cell in _CELLS.split(row.strip().strip("|"))]


@lru_cache(maxsize=64)
def _column(head: str) -> str:
    """What stands in the column below a cell of a header; '' where that is of no use."""
    return next((name for name, words in _COLUMNS.items() if words.fullmatch(plain(head))), "")


def said_in_row(row: str, header: Sequence[str]) -> dict[str, str]:
    """What the cells of a row say by the header above them."""
    said: dict[str, str] = {}
    for head, cell in zip(header, cells_of(row), strict=False):
        name = _column(head)
        if not name:
            continue
        text = plain(LINK.sub(lambda link: "" if link[1] else link[2], cell))
        if name == "title" and (link := LINK.match(cell)) and may_be_title(link[2]):
            text = plain(link[2])
        if name == "year":
            text = found[0] if (found := _YEAR.search(text)) else ""
        elif name == "title" and not (may_be_title(text) and (len(text.split()) > 2 or CJK.search(text))):
            continue
        elif name == "venue":
            if found := _YEAR.search(text):
                said.setdefault("year", found[0])
            text = _YEAR.sub("", text).strip(" ,'-")
            text = "" if text.lower() in ("arxiv", "preprint") else text
        if len(text) > 1:
            said.setdefault(name, text)
    return said
