"""Abstracts pasted as text, in any layout: the layout is found from the text alone.

Lines become units (paragraphs, labelled values, identifiers, chrome: `units`), what whole pages of known
sites have around their papers is told (`pages`), each unit gets a score for what it may be (`scores`), and
the best reading of the whole text says which units make a paper (`papers`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from generator.identity import identify
from generator.model import Problem, RawRecord, ReadItem, Skipped
from generator.sources.accounting import PAPER_TEXT, may_be_abstract
from generator.sources.chrome import is_of_site, names_fields
from generator.sources.lines import line_left_out
from generator.sources.pasted.pages.article_pages import with_article_pages
from generator.sources.pasted.pages.first_pages import TEXT, with_first_pages
from generator.sources.pasted.pages.home_pages import with_home_pages
from generator.sources.pasted.pages.menus import without_menus
from generator.sources.pasted.pages.page_ends import begins_page
from generator.sources.pasted.pages.replies import without_replies
from generator.sources.pasted.pages.sites import with_sites
from generator.sources.pasted.papers.grouping import group
from generator.sources.pasted.papers.records import FORMAT, records_of
from generator.sources.pasted.papers.year_headings import with_year_headings, with_years
from generator.sources.pasted.programs import program_of
from generator.sources.pasted.scores.context import allow_comments, doubt_short_abstracts, weigh_in_context
from generator.sources.pasted.scores.kinds import scores_of, starts_anew
from generator.sources.pasted.scores.remarks import allow_remarks
from generator.sources.pasted.scores.repeated import mark_repeated, once, with_titles_once
from generator.sources.pasted.scores.stops import titles_with_stops
from generator.sources.pasted.unit import BLANK, FIRST, RULED, WRAPPED, Unit
from generator.sources.pasted.units.formulas import with_all_lines, with_formulas
from generator.sources.pasted.units.from_lines import units_of
from generator.sources.pasted.units.label_rows import with_label_rows
from generator.sources.pasted.units.labelled import with_labelled_records
from generator.sources.pasted.units.part_names import with_part_names
from generator.sources.pasted.units.sections import with_sections
from generator.sources.pasted.units.values import with_values
from generator.sources.reader import Reader, Source
from generator.sources.signs.furniture import cleared
from generator.sources.signs.typesetting import without_typesetting
from generator.sources.signs.words import Vocabulary

_PAGE = 30  # units of one page at most
_TEXTS_FOR_WORDS = 2000  # paragraphs whose words are learned, evenly spread
_BUTTON = 2  # times that a word stands on a line where it is no paper's title
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
    whole, spans = with_formulas([line if len(line) <= LONGEST_LINE else "" for line in lines])
    kept, removed = cleared(whole)
    kept = without_typesetting(kept)
    items += [Skipped(reason, source.origin(n + 1, n + 1, FORMAT)) for n, reason in removed.items()]
    units = with_home_pages(with_all_lines(units_of(kept), spans, lines))
    units = with_article_pages(with_year_headings(units))
    units = without_replies(with_first_pages(units, kept))
    units = with_titles_once(with_values(with_label_rows(with_part_names(units))))
    body, skipped = _sorted_out(with_sites(units), source)
    prose = [unit.text for unit in body if len(unit.text) > 100]
    vocabulary = Vocabulary(prose[:: len(prose) // _TEXTS_FOR_WORDS + 1])
    wrapped = [
        after.gap == WRAPPED and not starts_anew(unit, after, vocabulary) for unit, after in pairwise(body)
    ]
    stopped = titles_with_stops(body)
    scores = [
        scores_of(unit, vocabulary, goes_on, n in stopped)
        for n, (unit, goes_on) in enumerate(zip(body, [*wrapped, False], strict=False))
    ]
    weigh_in_context(body, scores)
    doubt_short_abstracts(body, scores)
    allow_comments(body, scores)
    mark_repeated(body, scores)
    allow_remarks(body, scores)
    found = list(with_years(once(list(records_of(group(body, scores), source, lines))), units))
    items += [*skipped, *_texts_of_papers(skipped, source), *found]
    items += _titles_alone(found, source) if len(skipped) < len(found) else ()  # else it is a site's page
    yield from without_menus(sorted(items, key=_place))


def _place(item: ReadItem) -> tuple[int, int]:
    return (item.origin.line, item.origin.end_line) if item.origin else (0, 0)


def _too_long(source: Source, lines: Sequence[str]) -> Iterator[Problem]:
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            yield line_left_out(source.origin(number, number, FORMAT), len(line), line[:80])


def _sorted_out(units: Sequence[Unit], source: Source) -> tuple[list[Unit], list[Skipped]]:
    """The units that may be of papers, and the lines that are not; a separator shows in the next unit's
    gap."""
    body: list[Unit] = []
    skipped: list[Skipped] = []
    gap = ""
    said = Counter(unit.text for unit in units if unit.kind == "X")
    for unit in units:
        if unit.kind in ("S", "X") and not (said[unit.text] < _BUTTON and _may_be_title(unit)):
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
            origin = source.origin(places[0].line, places[-1].end_line, FORMAT)
            yield Problem("paper-text", "info", PAPER_TEXT, origin, lines[places[0].line - 1][:200])


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
    """How far what is before a line of chrome stands from what is behind it: buttons mostly end a record, and
    who put a paper into a list stands between two of them."""
    ends = (unit.reason == "button" and " " in unit.text) or unit.reason == "who submitted"
    return BLANK if ends else ""


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
        and not (unit.reason == "button" and unit.text.isupper())  # 'PDF'
        and not is_of_site(unit.text)
        and not names_fields(unit.text)
    )


def _width(gap: str) -> int:
    return "w0123".find(gap) if gap else -1


READER = Reader(FORMAT, likeness, read)
