"""References in Markdown: the title in a link or in emphasis."""

from __future__ import annotations

import re

from generator.sources.signs.people import names_several

_LINKED = re.compile(r"\[([^\[\]\s]+(?: [^\[\]\s]+){3,40})\]\((https?://[^\s()]+)\)(.*)", re.DOTALL)
_UNDERLINED = re.compile(r"(?<!\w)_(?=[^\s_])([^_]{2,300}?)(?<=\S)_(?!\w)(?: (?=[,.]))?")
_EMPHASISED = re.compile(r"(?<![*\w])(\*{1,2})(?P<title>[^*\s][^*]{7,400})\1(?![*\w])")
_DATED = re.compile(r",? \(?(?:19|20)\d{2}[a-z]?\)?[\s.,:]*\Z")
_LEAST = 3  # blanks in a title, of which a name has less


def without_markdown(text: str) -> str:
    """A reference without marks of emphasis: its title, if that is in them right behind people, in quotation
    marks, or in a link, the address at the end."""
    if text.count("](http") == 1:
        text = _LINKED.sub(r"\1\3 \2", text)
    if " _" in text:
        text = _UNDERLINED.sub(r"\1", text)
    if "*" not in text:
        return text
    quoted = '"' in text or "“" in text
    return (text if quoted else _with_title_quoted(text)).replace("*", "")


def _with_title_quoted(text: str) -> str:
    """A reference whose title is in emphasis right behind its people, 'A. Lund, **A title of words**, ICLR',
    with that in quotation marks."""
    for found in _EMPHASISED.finditer(text):
        if found["title"].count(" ") < _LEAST or names_several(found["title"]):
            continue
        people = _DATED.sub("", text[: found.start()].replace("*", "")).strip(" ,.:")
        rest = text[found.end() :].lstrip(" ,.:")
        named = names_several(people) or people.endswith("et al")
        return (
            f'{text[: found.start()].rstrip(" ,.:")}, "{found["title"].strip(" ,.")}," {rest}'
            if named
            else text
        )
    return text
