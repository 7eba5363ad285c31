"""What programs for notes write around text: boxes and words of tasks, links between pages, tags, properties,
callouts. Obsidian, Logseq, Roam Research, Org-mode.

Lines go in and come out in the forms that Markdown and labelled text have, so that line numbers stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.lines import without_tail
from generator.sources.signs.labels import ALONE, FIELD_OF

_SIGNS = ("[[", "::", "- [", "* [", ":PROPERTIES:", "[!", "- TODO ", "* TODO ", "- DONE ")
_SIGNS_OF_ORG = ("#+", ":PROPERTIES:", "* TODO ", "* DONE ")
_WITHIN = ("[[", "::", "[!")  # one of these is in a line without a bullet that has marks
_BULLETS = ("- ", "* ", "+ ")
_TITLE = 3  # words of a page's name that are one rather than a person's or a topic's
_BULLET = r"(?P<before>\s*[-*+] )"
_TASK = re.compile(
    rf"\A{_BULLET}(?:\[[ xX/-]\]|\{{\{{\[\[(?:TODO|DONE)\]\]\}}\}}|"
    r"(?:TODO|DONE|NEXT|DOING|LATER|NOW)(?= [A-Z\[])) "
)
_HEADING_IN_ITEM = re.compile(r"\A\s*- (?=#{1,6} )")  # of Logseq's, where all is items
_KEY = re.compile(r"\[\[@[^\[\]]{1,60}\]\]\s?")  # of a reference
_WITH_ADDRESS = re.compile(r"\[\[(?P<address>[^\s\[\]]{4,2000})\]\[(?P<text>[^\[\]]{1,600})\]\]")
_PAGE = re.compile(r"\[\[(?:[^\[\]|]{1,400}\|)?(?P<name>[^\[\]|]{1,400})\]\](?!\()")
_TAGS = re.compile(
    r"(?:(?<!\s)\s++(?:#(?:\[\[[^\[\]]{1,60}\]\]|[^\W\d][\w/-]{0,60})|[📅⏳🛫✅➕] ?[\d-]{8,10}))++"
)
_FIELD = re.compile(
    r"(?P<before>(?:> )?\s*(?:[-*+] )?)\**(?P<name>[A-Za-z][\w() -]{1,30}?)\**::(?=[\s*]|$) ?\**(?P<value>.*)"
)
_CALLOUT = re.compile(r"\s*(?:> ?)?\[!(?P<name>[\w-]{2,20})\][+-]? ?(?P<text>.*)")
_OF_ORG = re.compile(r"^(?:#\+[A-Za-z_]+:|\s*:PROPERTIES:|\*{1,6} (?:TODO|DONE) )", re.MULTILINE)
_ORG_HEADING = re.compile(
    r"(?P<stars>\*{1,6}) (?:(?:TODO|DONE|NEXT|STARTED|WAITING|CANCELLED) )?"
    r"(?P<text>\S.*?)(?:(?<!\s)\s++:[\w@:]{1,80}:)?"
)
_DRAWER = re.compile(r"\s*(?:#\+[A-Za-z_]+:.*|:(?:PROPERTIES|END):)\s*")
_PROPERTY = re.compile(r"\s*:(?P<name>[A-Za-z][\w-]{0,40}):\s+(?P<value>.*)")


def without_note_marks(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """The lines without marks of programs for notes, and the indexes of those that were nothing else."""
    text = "\n".join(lines)
    if not any(map(text.__contains__, _SIGNS)):
        return list(lines), []
    is_org = any(map(text.__contains__, _SIGNS_OF_ORG)) and _OF_ORG.search(text) is not None
    plain = [_plain(line, is_org=is_org) for line in lines]
    return plain, [n for n, line in enumerate(lines) if line.strip() and not plain[n]]


def _plain(line: str, *, is_org: bool) -> str:
    bullet = line.lstrip()[:2] in _BULLETS
    if is_org:
        line = _from_org(line)
    elif not bullet and not any(map(line.__contains__, _WITHIN)):
        return line
    if callout := _CALLOUT.fullmatch(line):
        return f"{callout['name'].capitalize()}:" if callout["name"].lower() in ALONE else ""
    if bullet and "- #" in line:
        line = _HEADING_IN_ITEM.sub("", line, count=1)
    line = _TASK.sub(r"\g<before>", line, count=1)
    if "[[" in line:
        line = _PAGE.sub(lambda page: page["name"], _with_title(_KEY.sub("", line)))
    if "::" in line and (field := _FIELD.fullmatch(line)):
        return _labelled(field)
    return without_tail(_TAGS, line) if bullet else line


def _with_title(line: str) -> str:
    """A line with the page that an item begins with in bold, if its name is a title's; without it before a
    title in bold: `- [[Paper]] **A title**`."""
    start = re.match(r"\s*(?:[-*+] )?", line)
    page = _PAGE.match(line, start.end() if start else 0)
    if page and line.startswith(" **", page.end()):
        return line[: page.start()] + line[page.end() + 1 :]
    if page is None or page["name"].count(" ") + 1 < _TITLE:
        return line
    return f"{line[: page.start()]}**{page['name']}**{line[page.end() :]}"


def _labelled(field: re.Match[str]) -> str:
    """A property as a labelled line; '' where the label is none of a paper's."""
    name = field["name"].strip().lower()
    known = FIELD_OF.get(name) or FIELD_OF.get(name.replace("_", " "))
    before = field["before"].removeprefix("> ")
    return f"{before}{field['name'].strip()}: {field['value'].strip()}" if known and field["value"] else ""


def _from_org(line: str) -> str:
    """A line of Org-mode as Markdown has it."""
    if _DRAWER.fullmatch(line):
        return ""
    line = _WITH_ADDRESS.sub(r"[\g<text>](\g<address>)", line)
    if heading := _ORG_HEADING.fullmatch(line.rstrip()):
        return f"{'#' * len(heading['stars'])} {heading['text']}"
    if field := _PROPERTY.fullmatch(line):
        return _labelled_property(field)
    return line


def _labelled_property(field: re.Match[str]) -> str:
    return f"{field['name']}: {field['value']}" if field["name"].lower() in FIELD_OF else ""
