"""Abstracts pasted as text, in any layout: the layout is found from the text alone.

Lines become units (paragraphs, labelled values, identifiers, chrome: `units`), each unit gets a score for
what it may be (`kinds`), and the best reading of the whole text says which units make a paper (`grouping`,
`records`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.identity import identify
from generator.model import Problem, RawRecord, ReadItem, Skipped
from generator.sources.accounting import may_be_abstract
from generator.sources.pasted.chrome import is_of_site
from generator.sources.pasted.furniture import cleared
from generator.sources.pasted.grouping import group
from generator.sources.pasted.kinds import Scores, likeliest, scores_of
from generator.sources.pasted.labelled import with_labelled_records
from generator.sources.pasted.labels import Label, without_summary_label
from generator.sources.pasted.notes import stands_alone
from generator.sources.pasted.pages.first_pages import TEXT, with_first_pages
from generator.sources.pasted.pages.page_ends import begins_page
from generator.sources.pasted.pages.replies import without_replies
from generator.sources.pasted.pages.sites import with_sites
from generator.sources.pasted.part_names import with_part_names
from generator.sources.pasted.programs import program_of
from generator.sources.pasted.records import FORMAT, records_of
from generator.sources.pasted.remarks import allow_remarks
from generator.sources.pasted.repeated import mark_repeated, with_titles_once
from generator.sources.pasted.sections import section_of, with_sections
from generator.sources.pasted.stops import scored_as
from generator.sources.pasted.typesetting import without_typesetting
from generator.sources.pasted.unit import BLANK, BLANKS, FIRST, NEXT_LINE, RULED, WRAPPED, Unit, labelled
from generator.sources.pasted.units import units_of
from generator.sources.pasted.words import Vocabulary
from generator.sources.pasted.wrapping import ends_sentence
from generator.sources.reader import Reader, Source

_PAGE = 30  # units of one page at most
_TEXTS_FOR_WORDS = 2000  # paragraphs whose words are learned, evenly spread
_NEARLY = 1.0  # as likely as the likeliest kind
_COMMENTED = 0.25  # of the lines in a place have to be comments for all to be
_LONG_KEYWORD = 5  # words
_TEXT = 200  # characters of an abstract's first line
_SHORT_TITLES = 6  # words on average, below which titles alone may be none
LONGEST_LINE = 1_000_000  # characters; a longer line is reported and left out


def likeness(source: Source) -> float:
    """Any text may be pasted text; every other format comes first."""
    del source
    return 0.1


def read(source: Source) -> Iterator[ReadItem]:
    """The papers of a pasted text in the order of the file, with what was skipped and what is doubtful."""
    lines = source.lines
    if program := program_of(lines):
        message = f"is {program}, and no text about papers: take it out of the folder"
        yield Problem("program-code", "error", message, source.origin(1, len(lines), FORMAT))
        return
    items: list[ReadItem] = [*_too_long(source, lines)]
    kept, removed = cleared([line if len(line) <= LONGEST_LINE else "" for line in lines])
    kept = without_typesetting(kept)
    items += [Skipped(reason, source.origin(n + 1, n + 1, FORMAT)) for n, reason in removed.items()]
    units = without_replies(with_first_pages(units_of(kept), kept))
    units = with_titles_once(_labels_joined(with_part_names(units)))
    body, skipped = _sorted_out(with_sites(units), source)
    prose = [unit.text for unit in body if len(unit.text) > 100]
    vocabulary = Vocabulary(prose[:: len(prose) // _TEXTS_FOR_WORDS + 1])
    wrapped = [*(after.gap == WRAPPED for after in body[1:]), False][: len(body)]
    judged = zip(scored_as(body), wrapped, strict=True)
    scores = [scores_of(unit, vocabulary, goes_on) for unit, goes_on in judged]
    _weigh_in_context(body, scores)
    _allow_comments(body, scores)
    mark_repeated(body, scores)
    allow_remarks(body, scores)
    found = list(records_of(group(body, scores), source, lines))
    items += [*skipped, *_texts_of_papers(skipped, source), *found]
    items += _titles_alone(found, source) if len(skipped) < len(found) else ()  # else it is a site's page
    yield from sorted(items, key=_place)


def _weigh_in_context(units: Sequence[Unit], scores: Sequence[Scores]) -> None:
    """Adds to the scores of paragraphs what the one before says of them."""
    for n, unit in enumerate(units[1:], 1):
        before, possible = scores[n - 1], scores[n]
        if unit.kind:
            continue
        if units[n - 1].label == "abstract" and unit.gap == NEXT_LINE and ends_sentence(unit.text):
            possible["P"] = max(possible.get("P", 0.0), 2.5)
        likely = max(before.values()) - _NEARLY
        whole = ends_sentence(units[n - 1].text) and not units[n - 1].text.endswith((":", ";"))
        if unit.gap == WRAPPED and whole and stands_alone(unit.text):
            possible["C"] = 3.0
            possible.pop("P", None)
        for kind in ("C", "V"):
            if unit.gap == WRAPPED and before.get(kind, -math.inf) >= likely:
                possible[kind] = max(possible.get(kind, 0.0), 2.5)
                possible["T"] = possible.get("T", 0.0) - 3.0


def _allow_comments(units: Sequence[Unit], scores: Sequence[Scores]) -> None:
    """Lets what stands where arXiv's comments do, below an abstract, be one, and surely where others are."""
    places = [
        possible
        for n, possible in enumerate(scores)
        if n and "P" in scores[n - 1] and not units[n].kind and _is_above_metadata(units, n)
    ]
    comments = sum(likeliest(possible) in "CV" for possible in places)
    more = _NEARLY if comments > len(places) * _COMMENTED else -_NEARLY / 2
    for possible in places:
        if "T" in possible:
            possible["C"] = max(possible.get("C", 0.0), possible["T"] + more)


def _is_above_metadata(units: Sequence[Unit], n: int) -> bool:
    """Whether an identifier and when its paper was created follow, as where arXiv's comments stand."""
    below = units[n + 1 : n + 3]
    return len(below) == 2 and "arxiv" in below[0].fields and below[1].label == "created"


def _place(item: ReadItem) -> tuple[int, int]:
    return (item.origin.line, item.origin.end_line) if item.origin else (0, 0)


def _too_long(source: Source, lines: Sequence[str]) -> Iterator[Problem]:
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            message = f"a line of {len(line):,} characters was left out: check how the file was made"
            yield Problem("line-too-long", "error", message, source.origin(number, number, FORMAT), line[:80])


def _labels_joined(units: Sequence[Unit]) -> list[Unit]:
    """The units, a label on its own line being the label of what follows."""
    joined: list[Unit] = []
    for unit in units:
        above = joined[-1] if joined else None
        if above and (_is_further_keyword(above, unit) or _is_further_author(above, unit)):
            joined[-1] = above._replace(last=unit.last, text=f"{above.text}; {unit.text}")
        elif above and above.kind == "L" and _may_be_value(above, unit):
            joined[-1] = _labelled_by(above, unit)
        else:
            joined.append(unit)
    joined = [_summary(joined, n) for n in range(len(joined))]
    return [
        unit._replace(kind="X", reason="label without a value") if unit.kind == "L" else unit
        for unit in joined
    ]


def _summary(units: Sequence[Unit], n: int) -> Unit:
    """A paragraph that says it is the summary is the abstract, unless it is a section of one: then it stands
    by others, or others follow in it and no label is near."""
    unit = units[n]
    text = unit.text if unit.kind or unit.gap == WRAPPED else without_summary_label(unit.text)
    if text == unit.text:
        return unit
    near = (*units[max(n - 1, 0) : n], *units[n + 1 : n + 2])
    beside = any(map(_is_section, near)) or (
        not any(part.label for part in near) and _SECTION_WITHIN.search(text) is not None
    )
    if beside and not section_of(text):
        return unit
    return unit._replace(kind="P", text=text, label="abstract")


_SECTION_WITHIN = re.compile(r"[.!?] [A-Z][\w ]{2,40}:")


def _is_section(unit: Unit) -> bool:
    return bool(section_of(unit.text)) and without_summary_label(unit.text) == unit.text


def _is_further_keyword(above: Unit, unit: Unit) -> bool:
    """Whether a unit is one more keyword, each on a line of its own below their label."""
    if above.label != "keywords" or above.kind != "K" or above.first == above.last:
        return False
    plain = not unit.kind and unit.number is None and not unit.bullet and unit.gap == NEXT_LINE
    short = unit.text.count(" ") + 1 < _LONG_KEYWORD and unit.text[-1].isalnum()
    return plain and short and "," not in above.text


def _is_further_author(above: Unit, unit: Unit) -> bool:
    """Whether a unit is one more person, each with the label of people."""
    return above.label == unit.label == "authors" and above.kind == unit.kind == "A" and unit.gap == NEXT_LINE


def _may_be_value(above: Unit, unit: Unit) -> bool:
    """Whether a unit may be the value of the label above it: a number alone is one right below its name."""
    if unit.kind == "X":
        return above.label == "pmid" and unit.gap == NEXT_LINE and unit.text.isdigit()
    if above.label == "abstract" and unit.gap in (BLANK, BLANKS, RULED) and _is_title_below(unit):
        return False
    dated = above.label in ("date", "created", "updated", "year")
    return unit.kind not in ("L", "S") and (unit.kind == "D" or not dated)


def _is_title_below(unit: Unit) -> bool:
    """Whether a line apart from the word Abstract, as on a button, is the next title rather than a text."""
    return (
        not unit.kind and unit.first == unit.last and len(unit.text) < _TEXT and not unit.text.endswith(".")
    )


def _labelled_by(above: Unit, unit: Unit) -> Unit:
    value = labelled(Label(above.label, unit.text, False), unit.text, unit.first, above.gap)
    number = above.number if above.number is not None else unit.number
    kind, fields = (unit.kind, unit.fields) if unit.kind in ("P", "I") else (value.kind, value.fields)
    return value._replace(first=above.first, last=unit.last, kind=kind, fields=fields, number=number)


def _sorted_out(units: Sequence[Unit], source: Source) -> tuple[list[Unit], list[Skipped]]:
    """The units that may be of papers, and the lines that are not; a separator shows in the next unit's
    gap."""
    body: list[Unit] = []
    skipped: list[Skipped] = []
    gap = ""
    for unit in units:
        if unit.kind in ("S", "X") and not _may_be_title(unit):
            apart = unit.kind == "S" or begins_page(unit)
            gap = RULED if apart or gap == RULED else max(gap, unit.gap, _apart(unit), key=_width)
            skipped.append(Skipped(unit.reason or "separator", source.origin(unit.first, unit.last, FORMAT)))
        else:
            body.append(unit._replace(gap=max(gap, unit.gap, key=_width)) if gap else unit)
            gap = body[-1].gap if unit.kind == "X" else ""
    _hold(body)
    if body:
        body[0] = body[0]._replace(gap=FIRST)
    return with_labelled_records(with_sections(body)), skipped


def _texts_of_papers(skipped: Sequence[Skipped], source: Source) -> Iterator[Problem]:
    """What to look at where the text of a paper that was passed over has paragraphs like abstracts."""
    lines = source.lines
    for is_text, run in groupby(skipped, key=lambda item: item.reason == TEXT):
        places = [item.origin for item in run if item.origin] if is_text else []
        if any(may_be_abstract(" ".join(lines[place.line - 1 : place.end_line])) for place in places[2:]):
            message = (
                "passed over as the text of the paper above: other papers in it need a file of their own"
            )
            origin = source.origin(places[0].line, places[-1].end_line, FORMAT)
            yield Problem("paper-text", "info", message, origin, lines[places[0].line - 1][:200])


def _titles_alone(found: Sequence[ReadItem], source: Source) -> Iterator[Problem]:
    """What to look at where a text has titles alone, shorter than titles are: any notes look so."""
    records = [item for item in found if isinstance(item, RawRecord)]
    words = sum(len(item.fields.get("title", "").split()) for item in records)
    if records and words < _SHORT_TITLES * len(records) and all(map(_is_title_alone, records)):
        message = "only short titles were found: if they are no papers, take the file out of the folder"
        origin = source.origin(records[0].origin.line, records[-1].origin.end_line, FORMAT)
        yield Problem("only-titles", "info", message, origin, records[0].text[:200])


def _is_title_alone(record: RawRecord) -> bool:
    return record.fields.keys() <= {"title", "comment"}


def _apart(unit: Unit) -> str:
    """How far what is before a line of chrome stands from what is behind it: buttons mostly end a record."""
    return BLANK if unit.reason == "button" and " " in unit.text else ""


def _hold(units: list[Unit]) -> None:
    """Marks what stands between two mentions of one identifier, as in the head and the foot of a page."""
    seen: dict[str, int] = {}
    for n, unit in enumerate(units):
        for name in ("arxiv", "doi"):
            said = identify(unit.fields[name]) if name in unit.fields else None
            if not said:
                continue
            first = seen.get(said[1], n)
            if 0 < n - first <= _PAGE:
                units[first + 1 : n + 1] = [part._replace(held=True) for part in units[first + 1 : n + 1]]
            seen[said[1]] = n


def _may_be_title(unit: Unit) -> bool:
    """Whether a paper could be called so: 'Models', '0'."""
    return (
        unit.reason in ("count", "page navigation", "button")
        and " " not in unit.text
        and unit.text[0].isalnum()
        and not is_of_site(unit.text)
    )


def _width(gap: str) -> int:
    return "w0123".find(gap) if gap else -1


READER = Reader(FORMAT, likeness, read)
