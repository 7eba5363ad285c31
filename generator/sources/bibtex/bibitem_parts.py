r"""People, title and venue of a \bibitem, as the styles of BibTeX mark them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from generator.sources.bibtex.astronomers import of_astronomers
from generator.sources.common import one_line
from generator.sources.signs.cited import cited
from generator.sources.signs.people import names_in
from generator.text import Text

_NESTED = r"(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})"
_NEWBLOCK = re.compile(r"\\newblock\b\s?")
# Marks that say nothing here, with what they hold left in place, and what stands for other marks.
_NOTATION = (
    (re.compile(r"%\n\s*"), ""),
    (
        re.compile(
            r"\{\\rm\{\}\}|\\penalty\s?\d{0,5}|\\natexlab\{[^{}]*\}|\\(?:relax|allowbreak|showarticletitle)\b"
        ),
        "",
    ),
    (re.compile(r"\\(?:mbox\b|bib(?:field|info)\s*\{[^{}]*\}\s*|bib(?:f?namefont)\b\s*)"), ""),
    (re.compile(r"\\(?:emph|textit)\s?\{(et[~ ]al\.?)\}"), r"\1"),
    (re.compile(rf"^\s*(?:\{{\\bf\s|\\textbf\s?\{{)({_NESTED}{{3,3000}})\}}"), r"\1"),
    (re.compile(r"\\harvardyearleft\s*(\d{4}\w?)\s*\\harvardyearright\s*[,.]?"), r"(\1)."),
    (re.compile(r"\\BibitemOpen\b\s*|\\BibitemShut\s*\{\w*\}"), ""),
    (re.compile(r"\\harvardand\\?\s"), "and "),
    (re.compile(r"\\dinatlabel\s?\{[^{}]*\}\s?"), ""),
    (re.compile(rf"\\enquote\s?\{{({_NESTED}{{1,600}}+)\}}"), r"``\1''"),
)
_FONTS = re.compile(r"\\bibf?namefont\s*")
_INFO = re.compile(rf"\\bibinfo\s*\{{(\w{{1,40}})\}}\s*\{{({_NESTED}{{1,3000}})\}}")
_SHOWN_TITLE = re.compile(rf"\\showarticletitle\s*\{{({_NESTED}{{1,3000}})\}}")  # the ACM's
_APACITE = {
    "people": re.compile(r"\\begin\{APACrefauthors\}(.{1,4000}?)\\end\{APACrefauthors\}", re.DOTALL),
    "title": re.compile(rf"\\APACref[ab]?title\s*\{{({_NESTED}{{1,3000}})\}}"),
    "venue": re.compile(
        rf"\\(?:APACjournalVolNumPages|BIn\b.{{0,600}}?\\APACrefbtitle)\s*\{{({_NESTED}{{1,600}})\}}",
        re.DOTALL,
    ),
    "year": re.compile(r"\\APACrefYear(?:MonthDay)?\s*\{(\d{4})"),
}
_APACITE_MARKS = (
    (re.compile(r"\\BPBI\s"), ". "),
    (re.compile(r"\\(?:BCB[LT]|BDBL)\b(?:\s?\{\})?\\?\s?"), ", "),
    (re.compile(r"\\BBA\b\s?(?:\{\})?"), "and "),
)
_QUOTED = tuple(
    re.compile(rf"^(?P<people>.{{3,3000}}?),?\s*{marks}(?P<rest>.*)$", re.DOTALL)
    for marks in (
        r"``(?P<title>.{3,600}?)[,.?!]?''",
        r"(?<!`)`(?P<title>[^`].{3,600}?)[,.?!]?'[,.]?(?=\s+(?:\{\\(?:em|it)|\\(?:emph|textit))\b)",
    )
)
_SET_APART = re.compile(
    rf"^\{{\\sc\s(?P<people>{_NESTED}{{3,3000}})\}},\s*\{{\\em\s(?P<title>{_NESTED}{{3,600}})\}},(?P<rest>.*)$",
    re.DOTALL,
)
# The mathematicians' way: people, \emph{title}, journal \textbf{1} (1977). Abbreviated, it is a journal's.
_EMPHASISED = re.compile(
    rf"^(?P<people>[^\d\\]{{3,3000}}),\s+(?:\\(?:emph|textit)\{{|\{{\\(?:em|it|sl)\s)"
    rf"(?!(?:[A-Z][a-z]{{0,7}}\.\s?){{2}})(?P<title>{_NESTED}{{3,600}})\}},"
    r"(?P<rest>\s+(?!vol\b|no\.|pp?\.|Vol\b)[A-Za-z].*)$",
    re.DOTALL,
)
# By hand: people, the title in italics between stops, and where it stands.
_BETWEEN_STOPS = re.compile(
    rf"^(?P<people>[^\\{{}}]{{3,2000}}?)\.\s+(?:\\(?:emph|textit)\{{|\{{\\(?:em|it|sl)\s)"
    rf"(?P<title>{_NESTED}{{3,600}}?)[.]?\}}[.,]\s+(?P<rest>[A-Z].*)$",
    re.DOTALL,
)
_VENUE_QUOTED = re.compile(r"\s*in\s+``(?P<venue>[^\\`']{3,300})''")  # economists'
_IN = re.compile(r"\s*[Ii]n: (?P<venue>[^;\\{}]{3,300}?)(?:;|, \d|\. (?:pp?\.|\d)|$)")
_VENUE_FIRST = re.compile(r"\s*(?:in\s+)?(?P<venue>[^\d\\,]{3,200}?)\s*,?\s*(?=\\textbf|\{\\bf|\d{1,6}\b)")
# Elsevier's: 'Y. LeCun, G. Hinton, Deep learning, Nature 521 (2015) 436-444', '…, in: Proceedings, 2015'.
_COMMAS = re.compile(
    r"(?P<people>(?:(?:[^\W\d_]\.[ -]?){1,4}[^\W\d_][^,\d]{1,40}, ){1,100}+(?:et al\., )?)"
    r"(?!\w\.|et al)(?P<title>.{4,400}?), "
    r"(?P<venue>in: [^,\d]{3,200}|[^,\d(]{3,100}(?= \d{1,6}[^,]{0,30}\((?:19|20)\d\d\)))(?P<rest>.*)"
)
# 'Nature. 2015;521(3)', 'Nature, 2015, 521(3)', 'Nature {\bf 521}'
_BEFORE_VOLUME = re.compile(
    r"\s*(?P<venue>[A-Z][^\d\\{}]{2,200}?)[.,]?\s+(?:(?:19|20)\d\d[;,]\s?\d|(?:\{\\bf\s|\\textbf\{)\d)"
)
_ITALICS = re.compile(rf"(?:\\emph\{{|\\textit\{{|\{{\\(?:em|it|sl)\s)({_NESTED}{{2,300}}?)\}}")
_IN_ITALICS = re.compile(rf"[,.]?\s+(?={_ITALICS.pattern})")
_COMMA_ITALICS = re.compile(rf",\s+(?={_ITALICS.pattern})")
_BOLD = re.compile(r"\\textbf\{\d|\{\\bf\s\d")
_FULL_STOP = re.compile(r"(?:\b[a-z][\w’'-]{0,60}|\w{6,60}|[)\d])\. (?=[A-Z])")  # of no abbreviation
_WORD = re.compile(r"[^\W\d_]{2}")
_INITIALED = re.compile(r"\b(?:[A-Z]\. ){1,3}[A-Z][a-z]+(?:,| and |$)")  # a person, not a title
_VOLUME = re.compile(r"[\s,]+\d[\d(),\s-]*$")
_NO_TITLE = re.compile(r"\s*(?:\\(?:href|url|doi|path|urlprefix)|https?:|doi:)", re.IGNORECASE)
_BEFORE_TITLE = re.compile(r"^\(\d{4}\w?\)\s")
_BEHIND_TITLE = re.compile(r"\[[A-Z](?:/OL)?\]\.?$")  # the kind, as China's standard has it


class Parts(NamedTuple):
    """What a reference says, in LaTeX; '' where nothing marks it. rest: what stands behind the title."""

    people: str = ""
    title: str = ""
    venue: str = ""
    rest: str = ""


def parts_of(reference: str) -> Parts:
    """The parts of a reference as far as its style marks them."""
    if "\\APACref" in reference:
        return _apacite(reference)
    infos: dict[str, list[str]] = {}
    for found in _INFO.finditer(reference):
        infos.setdefault(found[1], []).append(found[2])
    whole = reference
    for mark, meant in _NOTATION:
        reference = mark.sub(meant, reference)
    people, title, venue, rest = _marked(reference.strip())
    people = people or "; ".join(map(_without_fonts, infos.get("author", ())))
    told = next((infos[name][0] for name in ("journal", "booktitle") if name in infos), "")
    told = _italics(told) or told
    shown = [*infos.get("title", ()), *_SHOWN_TITLE.findall(whole)]
    title = _BEHIND_TITLE.sub("", _BEFORE_TITLE.sub("", title))
    title, venue = next(iter(shown), title), told or venue or _italics(rest)
    return Parts(people, title, "" if venue == title else venue, rest)


def _without_fonts(name: str) -> str:
    return re.sub(r"\\ |~|\s", " ", _FONTS.sub("", name)).strip()


def _apacite(reference: str) -> Parts:
    reference = re.sub(r"%\n\s*", "", reference)
    told = {name: found[1] if (found := part.search(reference)) else "" for name, part in _APACITE.items()}
    for mark, meant in _APACITE_MARKS:
        told["people"] = mark.sub(meant, told["people"])
    return Parts(re.sub(r"\s+,", ",", told["people"]), told["title"], told["venue"], told["year"])


def _marked(reference: str) -> Parts:
    blocks = [block.strip() for block in _NEWBLOCK.split(reference)]
    if found := _SET_APART.match(reference) or _EMPHASISED.match(reference) or _between_stops(reference):
        named = _VENUE_FIRST.match(found["rest"])
        return Parts(found["people"], found["title"], named["venue"] if named else "", found["rest"])
    if len(blocks) == 1 and (found := next(filter(None, (form.match(reference) for form in _QUOTED)), None)):
        named = _VENUE_QUOTED.match(found["rest"])
        return Parts(found["people"], found["title"], named["venue"] if named else "", found["rest"])
    if len(blocks) > 1 and not _NO_TITLE.match(blocks[1]):
        block = blocks[1].removeprefix("{") if blocks[1].startswith("{\\emph") else blocks[1]
        book = _ITALICS.match(block)
        title, told = (book[1], block[book.end() :]) if book else _before_italics(block)
        rest = f"{told} {' '.join(blocks[2:])}"
        named = _BEFORE_VOLUME.match(rest) or _IN.match(rest)
        return Parts(blocks[0], title, named["venue"] if named else "", rest)
    if told := of_astronomers(blocks[0], plain):
        return Parts(*told, blocks[0])
    if found := _COMMAS.match(plain(blocks[0]).replace("~", " ")):
        return Parts(found["people"], found["title"], found["venue"].removeprefix("in: "), found["rest"])
    return _printed(blocks[0])


def _between_stops(reference: str) -> re.Match[str] | None:
    """People, their paper's title in italics, and more, each ended by a stop."""
    found = _BETWEEN_STOPS.match(reference)
    return found if found and names_in(plain(found["people"].replace("~", " "))) else None


def _before_italics(block: str) -> tuple[str, str]:
    """A title that the italics of a journal follow behind a comma, and these; else the whole block."""
    found = _COMMA_ITALICS.search(block)
    return (block[: found.start()], block[found.start() + 1 :]) if found else (block, "")


def _printed(reference: str) -> Parts:
    """Those of a reference in the form of a style guide, a stop before its italics."""
    said = cited(Text.from_bibtex(_IN_ITALICS.sub(". ", reference, count=1)).plain)
    if said is None or not _is_told_apart(said, _italics(reference)):
        return Parts(rest=reference)
    title, venue = _before_volume(reference, said["title"]) or (said["title"], said.get("venue", ""))
    return Parts(said["authors"], title, venue, reference)


def _before_volume(reference: str, title: str) -> tuple[str, str] | None:
    """A title of several sentences, and what holds it: a journal behind the last full stop before a volume in
    bold, or proceedings behind 'In:'."""
    volume = _BOLD.search(reference)
    before = Text.from_bibtex(reference[: volume.start()] if volume else reference).plain
    whole = before[before.find(title) :] if title in before else ""
    if volume:
        stop = max((found.end() for found in _FULL_STOP.finditer(whole)), default=0)
        return (whole[: stop - 2], whole[stop:].strip(" ,")) if stop else None
    told, _, behind = whole.partition(". In: ")
    named = _IN.match(f"In: {behind}") if behind else None
    return (told, named["venue"].strip(" ,.")) if named else None


def _is_told_apart(said: Mapping[str, str], italics: str) -> bool:
    """Whether the people are whole and the title is no person and no journal: some styles have no titles."""
    title = said["title"]
    whole = _WORD.search(said["authors"]) is not None
    of_journal = bool(italics) and (italics.startswith(title) or title.startswith(italics))
    return whole and not _INITIALED.search(title) and not of_journal


def _italics(rest: str) -> str:
    found = _ITALICS.search(rest)
    return _VOLUME.sub("", plain(found[1].replace("\\/", ""))).removeprefix("in: ") if found else ""


def plain(value: str) -> str:
    """A value on one line, LaTeX's notation undone."""
    return one_line(Text.from_bibtex(value.replace("{\\sc ", "{")).source)
