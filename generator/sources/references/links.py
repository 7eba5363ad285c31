"""Links in lists of references, however they are written: in Markdown, HTML, reStructuredText, or with their
addresses below the text."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

from generator.identity import identify
from generator.sources.signs.people import names_several

LINK = re.compile(
    r"(!?)\[((?:[^\[\]]|"
    r"\[[^\[\]]{0,80}\]){1,400})\]\(\s?<?([^\s()<>]{4,1000}(?:\([^\s()]{0,80}\)[^\s()<>]{0,300})?)(?:[\s>][^()]{0,200})?\)"
)
_BADGE = re.compile(  # an image, mostly with a link
    r"\[!\[(?P<text>[^\[\]]{0,200})\]\([^()]{1,1000}\)\]\((?P<address>[^()\s]{1,1000})\)"
    r"|!\[[^\[\]]{0,200}\]\([^()]{1,1000}\)"
)
_HTML_LINK = re.compile(
    r"<a\s[^<>]{0,200}?href\s?=\s?[\"']?(?P<address>[^\"'\s<>]{4,1000})[\"']?[^<>]{0,300}>(?P<text>.{1,600}?)</a>",
    re.IGNORECASE,
)
_RST_LINK = re.compile(
    r"`(?P<text>[^`<>]{2,400}?)(?P<end>\s{0,9})<(?P<address>https?://[^\s<>`]{4,1000})>`__?"
)
_KEYED = re.compile(
    r"(?<!!)\[(?:(?P<text>[^\[\]]{1,400})\]\s?\[(?P<key>[^\[\]]{0,100})\]"
    r"|(?P<title>[^\s\[\]]+(?: [^\s\[\]]+){2,60})\](?![\[(:]))"
)
_KEY = re.compile(
    r"\s{0,3}\[(?P<key>[^\[\]]{1,100})\]:\s{1,9}<?(?P<address>https?://[^\s<>]{4,1000})>?.{0,200}"
)
_NUMBER = re.compile(r"\A\*\*\[(\d{1,4})\]\*\*\s")
_BESIDE = re.compile(r"\]\s\((?=https?://)")
_KRAMDOWN = re.compile(r"\{:[^{}]{1,100}\}")
_ORG = re.compile(
    r"\[\[(?P<address>(?:https?|file|doi|\./|\.\./)[^\s\[\]]{0,1000})\](?:\[(?P<text>[^\[\]]{1,400})\])?\]"
)
_OF_BOLD = re.compile(r"\*\*\[(?P<text>[^\[\]]{3,400})\]\*\*\s?\((?P<address>https?://[^\s()]{4,1000})\)")
_WIKI = re.compile(r"(?<![\[\w])\[(?P<address>https?://[^\s\[\]]{4,1000}) (?P<text>[^\[\]]{3,400})\](?!\()")
_IMAGE = re.compile(r"<img\s[^<>]{0,2000}>", re.IGNORECASE)
_BOLD = re.compile(r"</?(?:b|strong)>", re.IGNORECASE)
_ITALICS = re.compile(r"</?(?:i|em|cite)>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)
_BREAK_AT_EDGE = re.compile(r"(?:\s·)*\s*\|\s*·[\s·]*|(?:\s·)+\s*\|")  # of a cell
_ITEM = re.compile(r"^\s*<li(?:\s[^<>]{0,200})?>", re.IGNORECASE)
_EMPHASISED = re.compile(r"\s*([*_])(?![*_\s])[^*\[\]|]{4,1000}(?<![*_\s])\1\s*")
_OPEN = re.compile(r"[^\[\]]{0,20}\[[^\[\]]{8,300}")  # the text of a link goes on below
_RAISED = re.compile(r"<sup>[^<>]{0,40}</sup>", re.IGNORECASE)  # marks of affiliations
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,12}(?:\s[^<>]{0,500})?/?>|<!--.{0,500}?-->")


def plain_links(line: str) -> str:
    """A line with its links as Markdown means them, where they are written `[pdf] (http…)`,
    `**[A title]** (http…)` or `\\[[pdf](http…)\\]`; escaped stars are no emphasis."""
    if "{:" in line:  # what Kramdown sets a link or a word in: '{:target="_blank"}'
        line = _KRAMDOWN.sub("", line)
    if "\\" in line:
        line = f"{line[:-1].rstrip()} |" if line.endswith(" \\") else line  # a line's end in Markdown
        line = line.replace("\\[", "[").replace("\\]", "]").replace("\\*", "")
    if "[[" in line and "]]" in line:
        line = _ORG.sub(_of_org, line)
    if "[http" in line:
        line = _WIKI.sub(r"[\g<text>](\g<address>)", line)
    if "(http" not in line:
        return line
    return _BESIDE.sub("](", _OF_BOLD.sub(r"**[\g<text>](\g<address>)**", line))


def _of_org(found: re.Match[str]) -> str:
    """The link of Org; '' for a file, as images are."""
    address, text = found["address"], found["text"]
    if not address.startswith("http"):
        return text or ""
    return f"[{text}]({address})" if text else address


def lines_apart(lines: Sequence[str]) -> list[str]:
    """The lines, one that is in italics as a whole, as people are, told from what stands below it, and a
    title from the people below it within the text of one link."""
    below = [*lines[1:], ""]
    return [
        f"{line.rstrip()} |"
        if following.strip() and _EMPHASISED.fullmatch(line)
        else f"{line.rstrip(' ,')} – "
        if "](" in following and _OPEN.fullmatch(line) and names_several(following.split("](")[0])
        else line
        for line, following in zip(lines, below, strict=True)
    ]


def with_links(lines: Sequence[str]) -> list[str]:
    """The lines with every link in the form `[text](address)`, and without other marks of HTML; one that
    holds the address of a link elsewhere is empty."""
    keys = {found["key"].lower(): found["address"] for line in lines if (found := _KEY.fullmatch(line))}
    text = "\n".join(lines)
    if ">`_" in text:  # reStructuredText, where a link may go over several lines
        text = _RST_LINK.sub(r"[\g<text>\g<end>](\g<address>)", text.replace("\\.", "."))
    written = text.split("\n")
    used = {_key(found) for line in written for found in _KEYED.finditer(line)} if keys else set()
    return ["" if _is_address_of(line, used) else _in_one_form(line, keys) for line in written]


def _is_address_of(line: str, keys: Container[str]) -> bool:
    found = _KEY.fullmatch(line) if keys else None
    return found is not None and found["key"].lower() in keys


def _in_one_form(line: str, keys: Mapping[str, str]) -> str:
    if line.startswith("**["):
        line = _NUMBER.sub(r"[\1] ", line)
    if keys and "[" in line:
        line = _KEYED.sub(lambda found: _with_address(found, keys), line)
    if "<" in line and ">" in line:
        line = _without_tags(line)
    line = _BADGE.sub(_of_badge, line) if "![" in line else line
    return _BREAK_AT_EDGE.sub(" | ", line) if line.startswith("|") and "·" in line else line


def _of_badge(found: re.Match[str]) -> str:
    """The link of a badge that leads to a paper; '' for other images."""
    paper = found["address"] and identify(found["address"])
    return f"[{found['text']}]({found['address']})" if paper else ""


def _with_address(found: re.Match[str], keys: Mapping[str, str]) -> str:
    address = keys.get(_key(found))
    return f"[{found['title'] or found['text']}]({address})" if address else found[0]


def _key(found: re.Match[str]) -> str:
    return str(found["title"] or found["key"] or found["text"]).lower()


def _without_tags(line: str) -> str:
    line = _HTML_LINK.sub(r"[\g<text>](\g<address>)", _RAISED.sub("", _IMAGE.sub("", _ITEM.sub("- ", line))))
    return _TAG.sub(" ", _BREAK.sub(" · ", _ITALICS.sub("*", _BOLD.sub("**", line))))
