"""Texts that hold no papers: manuals, licences, settings, messages, numbers, recorded answers of the web.

Told by their words and by how their lines look, so that they are refused with one clear problem and not read
as titles and abstracts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.model import Fields, Problem, RawRecord, ReadItem, Skipped
from generator.sources.accounting import may_be_abstract
from generator.sources.reader import Source

# Words that abstracts of any field have, and that texts about programs and about their use have. Of 5,500
# abstracts nearly every one has more of the first, of manuals and licences of the second.
_OF_STUDIES = frozenset(
    "we our study studies studied result results finding findings analysis analyses analyzed observed "
    "show shows showed shown demonstrate demonstrates demonstrated compared comparison significant "
    "significantly investigate investigated evaluate evaluated evaluation assessed examined examine "
    "determine determined propose proposed proposes novel experiment experiments experimental "
    "evidence method methods approach approaches model models modeling effect effects between "
    "different during presented obtained role potential review theory theorem prove patients "
    "treatment clinical cells disease learning performance data increased decreased reduced higher "
    "lower associated measured developed framework problem suggest suggests conclude conclusions "
    "knowledge research literature paper article systems dynamics properties structure algorithm "
    "algorithms training networks language social among history political "
    # Abstracts in other languages are no texts about use for the English words in them.
    "el la de en du il di ein nous notre cette dans pour une des les est sont que qui par sur avec "
    "wir diese der die das und ist wird werden wurde eine mit zur los las del con para por este "
    "esta como della che gli nel sono uma "
    "dos das het een van voor zijn och som".split()
)
_OF_USE = frozenset(
    "you your install installs installed installation license licence licensed licenses copyright "
    "warranty warranties default defaults file files filename directory directories command commands "
    "please option options string strings script scripts parse parser package packages version "
    "versions git http https html python void const null debian ubuntu config configuration configure "
    "enable enabled disable disabled url click button compile compiler build builds argument "
    "arguments variable variables module modules header headers redistribute redistribution notice "
    "sublicense hereby shall bug bugs fix fixes fixed warning warnings deprecated release released "
    "commit cookie cookies browser download downloads username password login folder root stdout "
    "stderr boolean integer syntax callback plugin plugins server localhost".split()
)
_WORD = re.compile(r"[a-z]{2,13}")
# A line that is code, a setting, a message or a number rather than a title.
_CODE = re.compile(
    r".*(?:[{};=\\|#@<>~]|\w_\w|\w\(\)|\(\"|--|::|\d:\d\d:\d\d|\[ *\d+\.\d|:`|/\w+/|[:,;(]\Z)"
    r"|[a-z]\S*(?: \S+)?\Z|[^\w\"'“‘„«\[¡¿(]|\S+\Z"
    r"|(?!.*(?<!\w)[^\W\d_]{3,}(?!\w))",
    re.DOTALL,
)
_SURELY_CODE = re.compile(
    r".*[{;]\Z|\.\. \w|%%|``|:\w+:`|.*\w:`|\w+\((?:[A-Z_]{4}|\")|(?:import|export|const) [\w{]|#include\b",
    re.DOTALL,
)
_FORMULA = re.compile(r"\$[^$]{1,200}\$")
_LETTERS = re.compile(r"[^\W\d_\x00-\x7f]")  # of other scripts, whose titles have no spaces
_SURE = ("arxiv", "doi", "ids", "venue", "year")
_NAMED = 0.25  # of the records
_FEW = 3  # titles
_SHORT = 7  # words on average, titles of papers have more
_LEAST, _SURELY = 3, 1.5  # words of use, for each one of studies
_MANY, _TIMES = 20, 5  # words of use in a text that is not read at all, for each one of studies
_SAMPLE = 60_000  # characters
_RECORDS = 300  # whose words are weighed, evenly spread
_LINES, _LETTERS_A_LINE = 1000, 7  # of a text in which no line is a title
_RECORDED = re.compile(r"(?:---\s*\n)?(?:#[^\n]*\n)*(?:http_)?interactions:[ \t]*\n\s*- ")
_IDENTIFIED = re.compile(r"10\.\d{4}/|arxiv|\bdoi\b|pmid|abstract|et al", re.IGNORECASE)


def is_about_use(text: str) -> bool:
    """Whether the beginning of a text is so clearly a manual, a licence or settings that it need not be read:
    nothing in it identifies a paper or says abstract; or it is what a test recorded of the web, or a letter
    or two a line."""
    sample = text[:_SAMPLE]
    if _RECORDED.match(sample):
        return "request:" in sample
    lines = [line for line in map(str.strip, sample.split("\n")) if line]
    if len(lines) >= _LINES and sum(map(len, lines)) < _LETTERS_A_LINE * len(lines):
        return True
    if _IDENTIFIED.search(sample):
        return False
    words = _WORD.findall(sample.lower())
    use = sum(word in _OF_USE for word in words)
    return use >= _MANY and use > _TIMES * sum(word in _OF_STUDIES for word in words)


def hold_no_papers(records: Sequence[Fields]) -> bool:
    """Whether what was read as papers is none: hardly any is named by people, an identifier, a venue or a
    year, and their words, or how the titles look, are those of other texts."""
    if not records or sum(map(_is_named, records)) >= _NAMED * len(records):
        return False
    records = records[:: len(records) // _RECORDS + 1]
    titles = [fields["title"] for fields in records if fields.get("title")]
    use, studies = _weighed(records)
    abstracts = sum(may_be_abstract(fields.get("abstract", "")) for fields in records)
    if 2 * abstracts >= len(records) and studies > use:
        return False
    if len(titles) >= _FEW and 2 * sum(map(_is_code, titles)) >= len(titles):
        return True
    if titles and all(map(_SURELY_CODE.match, titles)):
        return True
    with_abstract = any("abstract" in fields for fields in records)
    short = sum(len(title.split()) for title in titles) < _SHORT * len(titles)
    if with_abstract or short:
        return use >= _LEAST and use > _SURELY * studies
    return use >= 2 * _LEAST and use > _TIMES * studies


def _is_named(fields: Fields) -> bool:
    people = len(fields.get("authors", ()))
    if people > 1 or not fields.keys().isdisjoint(_SURE):
        return True
    return people == 1 and may_be_abstract(fields.get("abstract", ""))


def _weighed(records: Iterable[Fields]) -> tuple[int, int]:
    """How many different words of use, and of studies, the records have, one by one."""
    use = studies = 0
    for fields in records:
        words = set(_WORD.findall(f"{fields.get('title', '')} {fields.get('abstract', '')}".lower()))
        use += len(words & _OF_USE)
        studies += len(words & _OF_STUDIES)
    return use, studies


def _is_code(title: str) -> bool:
    return _CODE.match(_FORMULA.sub("x", title)) is not None and _LETTERS.match(title) is None


def refused(source: Source, format: str) -> Problem:
    """The one problem for a text without papers."""
    message = "seems to be no text about papers, nothing was read: if it has some, copy these into a file"
    first = next((line.strip() for line in source.lines if line.strip()), "")
    return Problem("no-papers", "warning", message, source.origin(1, len(source.lines), format), first[:200])


def without_others(items: Sequence[ReadItem], source: Source, format: str) -> Sequence[ReadItem]:
    """What was read of a text; one problem instead if it holds no papers, or the papers alone that are
    whole, as in a chat."""
    records = [item.fields for item in items if isinstance(item, RawRecord)]
    if not hold_no_papers(records):
        return items
    if not any(map(_is_whole, records)):
        return [refused(source, format)]
    return [
        Skipped("text about no paper", item.origin)
        if isinstance(item, RawRecord) and not _is_whole(item.fields)
        else item
        for item in items
    ]


def _is_whole(fields: Fields) -> bool:
    """Whether a paper is identified and has a title of some words, and people or a year."""
    identified = not fields.keys().isdisjoint(("arxiv", "doi"))
    dated = not fields.keys().isdisjoint(("authors", "year", "date"))
    return identified and dated and fields.get("title", "").count(" ") >= _FEW
