r"""The LaTeX source of a paper that says its title and its abstract: \title, \author, \begin{abstract}.

What the usual classes do differently is read: `\and` (article), `\And` (NeurIPS, ACL), `\IEEEauthorblockN`,
marks of institutions, thanks and footnotes behind names, places of work on lines below them. The text of the
paper, and the works that it cites, are no papers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from generator.model import Fields, RawRecord, ReadItem
from generator.sources.bibtex.latex import name_list
from generator.sources.common import date_fields, date_of, fields_of, one_line, split_keywords
from generator.sources.lines import Lines, around, strip_back
from generator.sources.reader import Reader, Source
from generator.text import Name, matching_braces

NAME = "latex"

_SAMPLE = 200_000
_CLASS = re.compile(r"^[ \t]{0,40}\\document(?:class|style)\b", re.MULTILINE)
_END = re.compile(r"^[ \t]{0,40}\\end\s?\{document\}", re.MULTILINE)
_COMMENT = re.compile(r"(?<!\\)%[^\n]*(?:\n[ \t]*(?!\s))?")  # it takes the end of its line with it
_OPTION = re.compile(r"\s{0,9}(?:\[[^\[\]]{0,300}\]\s{0,9})?")
_TITLE = re.compile(r"\\(?:icml)?title(?![A-Za-z])")
_AUTHOR = re.compile(r"\\(?:icml)?author(?![A-Za-z])")
_BLOCK = re.compile(r"\\IEEEauthorblockN(?![A-Za-z])")
_DATE = re.compile(r"\\date(?![A-Za-z])")
_KEYWORDS = re.compile(r"\\(?:icml)?keywords?(?![A-Za-z])")
_LIST_OF_KEYWORDS = re.compile(r"\\(begin|end)\s?\{(?:keywords?|IEEEkeywords)\}")
_ABSTRACT = re.compile(r"\\abstract(?![A-Za-z])")
_PART_ABSTRACT = re.compile(r"\\(begin|end)\s?\{abstract\*?\}(?:\[[^\[\]]{0,100}\])?")
# What stands behind a name or a title and is none of it, with what it holds.
_NOTE = re.compile(
    r"\\(?:thanks|thanksref|footnote(?:mark|text)?|inst|textsuperscript|corref|cormark|fnref|fnmark|tnoteref|orcid\w{0,9}|"
    r"IEEEauthorrefmark|IEEEmembership|affmark|email|ead|label|altaffilmark|authorrefmark|href|vspace|hspace|todo)"
    r"\*?(?![A-Za-z])"
)
_SMALL = re.compile(
    r"\{\s{0,9}\\(?:footnotesize|scriptsize|tiny)(?![A-Za-z])(?:[^{}]|\{[^{}]{0,200}\}){0,400}\}"
)
_RAISED = re.compile(r"\$\s?(?:\{\s?\})?\s?\^[^$]{0,80}\$|\$\\(?:d?dagger|star|ast)\$|\\d?dag(?![A-Za-z])")
_LINE_END = re.compile(r"\\\\\*?(?:\s{0,9}\[[^\[\]]{1,20}\])?|\\(?:newline|linebreak)(?![A-Za-z])")
_PERSON_END = re.compile(r"\\(?:[aA]nd|AND)(?![A-Za-z])")
_ADDRESS = re.compile(
    r"\\(?:addr|affiliation|affil|institution|address|institute|texttt|url)(?![A-Za-z]).*", re.DOTALL
)
_COUNT = re.compile(r"\A\d{1,2} ")  # of IEEE's template: '1\textsuperscript{st} Jane Doe'
_APART = re.compile(r"\\(?:q?quad|enspace|enskip|hfill?)(?![A-Za-z])\s{0,9}")
_LOOK = re.compile(
    r"\\(?:name|bfseries|bf|rm|normalfont|noindent|centering|tiny|small|large|Large|LARGE|huge|Huge|normalsize|"
    r"footnotesize|scriptsize|par)(?![A-Za-z])"
)


def likeness(source: Source) -> float:
    """Certain for a document that says both its title and its abstract."""
    text = source.text[:_SAMPLE]
    if not (_CLASS.search(text) and _TITLE.search(text)):
        return 0.0
    return 0.95 if _PART_ABSTRACT.search(text) or _ABSTRACT.search(text) else 0.0


def read(source: Source) -> Iterator[ReadItem]:
    """A record each document, mostly one."""
    text, lines = source.text, Lines(source.text)
    starts = [found.start() for found in _CLASS.finditer(text)]
    taken = []
    for start, following in pairwise([*starts, len(text)]):
        ended = _END.search(text, start, following)
        end = ended.end() if ended else strip_back(text, following)
        origin = source.origin(lines.number(start), lines.number(end - 1), NAME)
        taken.append(origin)
        yield RawRecord(origin, text[start:end], _fields(_COMMENT.sub("", text[start:end])))
    yield from around(source, taken, "text around the paper", NAME)


def _fields(text: str) -> Fields:
    """The fields of a document without its comments."""
    closing = matching_braces(text)
    keywords = _part(_LIST_OF_KEYWORDS, text) or next(_values(_KEYWORDS, text, closing), "")
    fields = fields_of(
        {
            "title": _shown(next(_values(_TITLE, text, closing), "")),
            "authors": tuple(_people(text, closing)),
            "abstract": _shown(_part(_PART_ABSTRACT, text) or next(_values(_ABSTRACT, text, closing), "")),
            "keywords": split_keywords(_shown(keywords).replace(r"\sep", ";")),
        }
    )
    fields.update(date_fields(date_of(_shown(next(_values(_DATE, text, closing), "")))))
    return fields


def _values(command: re.Pattern[str], text: str, closing: Mapping[int, int]) -> Iterator[str]:
    """What stands in the braces behind each place of a command; an option before them is passed over.

    closing: as `matching_braces` has them of the text.
    """
    for found in command.finditer(text):
        start = _behind_option(text, found.end())
        if start in closing:
            yield text[start + 1 : closing[start]]


def _behind_option(text: str, start: int) -> int:
    option = _OPTION.match(text, start)
    return option.end() if option else start


def _without_notes(value: str) -> str:
    """A value without thanks, footnotes and marks of places of work."""
    parts, at, closing = [], 0, matching_braces(value)
    for found in _NOTE.finditer(value):
        if found.start() >= at:
            parts.append(value[at : found.start()])
            start = _behind_option(value, found.end())
            at = closing[start] + 1 if start in closing else found.end()
    return _SMALL.sub("", _RAISED.sub("", "".join((*parts, value[at:]))))


def _shown(value: str) -> str:
    """A value on one line, without notes and without what is said of its look."""
    return one_line(_LOOK.sub(" ", _LINE_END.sub(" ", _without_notes(value))))


def _part(ends: re.Pattern[str], text: str) -> str:
    """What stands between the beginning of a part and its end; '' where there is none that is closed."""
    for begin, end in pairwise(ends.finditer(text)):
        if (begin[1], end[1]) == ("begin", "end"):
            return text[begin.end() : end.start()]
    return ""


def _people(text: str, closing: Mapping[int, int]) -> Iterator[Name]:
    for value in _values(_AUTHOR, text, closing):
        for part in [*_values(_BLOCK, value, matching_braces(value))] or _PERSON_END.split(value):
            yield from _names(part)


def _names(part: str) -> Iterator[Name]:
    """The people of a part of `author`: those on its first line, and on the next if that ends in a comma."""
    told = ""
    for line in map(one_line, _LINE_END.split(_ADDRESS.sub("", _without_notes(part)))):
        told += f" {line}" if line else ""
        if told and not told.endswith((",", " and")):
            break
    told = _COUNT.sub("", one_line(_APART.sub(", ", _LOOK.sub(" ", told))).strip("{}, "))
    yield from (name for name in Name.parse_list(name_list(told)) if name) if told else ()


READER = Reader(NAME, likeness, read)
