"""Units that are references as style guides print them, over as many lines as each one takes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.unit import NEXT_LINE, WRAPPED, Unit
from generator.sources.pasted.units.dblp_lists import are_authors
from generator.sources.signs.cited import PUBLISHED, cited, may_be_cited
from generator.sources.signs.marks import HAS_DIGIT
from generator.sources.signs.people import like_names
from generator.sources.signs.wrapping import WIDEST, ends_sentence, glue

_ABSTRACT = 200  # characters
_MOST_LINES = 12
_LEAST = 2  # references of a list
_LONGEST_VENUE = 250  # what follows the title; more is an abstract
_HEADING, _SENTENCE = 4, 6  # words
_OPEN, _LINKS = "“", (",", " and", "&")  # of a title in quotation marks; another person is behind them
_ENDS_IN_YEAR = re.compile(r"[ ,(](?:19|20)\d{2}\)?\.?\Z")
_TAG = re.compile(  # where it was published, in front of a reference: 'ICRA 2024 A. Lund, O. Strand, "…"'
    r"(?P<tag>[A-Z][\w.&+/-]*(?: [A-Z][\w.&+/-]*){0,3},? (?:19|20)\d{2})[:.,]? "
    r"(?=[^\W\d_a-z][^\"“]{1,600}, [\"“])(?P<rest>.*[\"”])\.?"
)
_PEOPLE_AND_YEAR = re.compile(
    r"[^\W\d_a-z][^().:]{2,120}?(?: et al\.| and [^.:()]{2,30}| & [^.:()]{2,30}),? \((?:19|20)\d{2}[a-z]?\)"
)
_NAMES_START = re.compile(r".{2,40}?(?:, | and | et al)")


def with_references(units: Sequence[Unit], listed: bool = False) -> list[Unit]:
    """The units, each reference one of them with its title as text and the rest as fields.

    One right below an abstract is a comment on its paper, where that is not what most abstracts have below.
    listed: whether a list of others is around; then less will do for one.
    """
    found: list[Unit] = []
    below: list[tuple[int, Sequence[Unit]]] = []
    n = ended = references = 0  # ended: behind the last reference
    while n < len(units):
        unit = units[n]
        may_be = not unit.kind and may_be_cited(_in_order(unit.text)) and not are_authors(unit.text)
        reference, count = _reference(units, n, listed) if may_be else (None, 1)
        if reference and unit.gap == NEXT_LINE and n > ended and len(units[n - 1].text) > _ABSTRACT:
            below.append((len(found), units[n : n + count]))
        found.append(reference or unit)
        n += count if reference else 1
        if reference:
            ended, references = n, references + 1
    abstracts = sum(len(unit.text) > _ABSTRACT for unit in units)
    if 2 * len(below) < abstracts:
        for n, read in reversed(below):
            found[n : n + 1] = [read[0]._replace(kind="C"), *read[1:]]
    again = not listed and references >= max(_LEAST, abstracts // 2 + 1)
    return with_references(found, listed=True) if again else found


def _reference(units: Sequence[Unit], first: int, listed: bool) -> tuple[Unit | None, int]:
    """The longest reference that starts with a unit, and how many units it takes."""
    unit = units[first]
    best, count, text = _of(unit, unit.text, unit.last, listed), 1, unit.text
    for n in range(first + 1, min(first + _MOST_LINES, len(units))):
        further = units[n]
        another = _TAG.fullmatch(further.text) or (best and _starts_another(text, further.text))
        if another or not _may_go_on(further) or (best and _is_between_items(units, first, n)):
            break
        if best and further.gap != WRAPPED and _ENDS_IN_YEAR.search(text) and further.text[0].isupper():
            break
        if best and further.gap == NEXT_LINE and _is_sentence_below(best, text, further.text):
            break
        open_ = _OPEN in text or text.endswith(_LINKS)
        named = n == first + 1 and not open_ and not ends_sentence(text)
        people = named and like_names(text, 0.0) > 0.0
        if people and further.gap == NEXT_LINE:  # of a record
            break
        line = further.marker + further.text
        text += glue(text, line) + line
        longer = _of(unit, text, further.last, listed)
        if longer and not (best and _tells_less(longer, best)):
            best, count = longer, n + 1 - first
    return best, count


def _tells_less(longer: Unit, unit: Unit) -> bool:
    """Whether a reference with one more line has no pages any more: the line is of an abstract."""
    return "pages" in unit.fields and "pages" not in longer.fields


def _in_order(text: str) -> str:
    """A reference with where it was published behind its title."""
    tagged = _TAG.fullmatch(text)
    return f"{tagged['rest']} {tagged['tag']}." if tagged else text


def _of(unit: Unit, text: str, last: int, listed: bool) -> Unit | None:
    said = cited(_in_order(text), listed)
    if not said or len(said.get("venue", "")) > _LONGEST_VENUE:
        return None
    title = said.pop("title")
    if title.startswith(PUBLISHED):
        return None
    return unit._replace(kind="T", text=title, last=last, fields={**unit.fields, **said}, label="title")


def _may_go_on(unit: Unit) -> bool:
    """Whether a unit can be a further line of a reference."""
    year = unit.marker[:1].isdigit() and 1900 <= (unit.number or 0) < 2100
    decorated = (
        (unit.label and unit.kind != "I")
        or unit.level
        or ((unit.bullet or unit.number is not None) and not year)
    )
    near = unit.gap == WRAPPED or (unit.gap == NEXT_LINE and len(unit.text) <= WIDEST)
    return near and not decorated and unit.kind in ("", "I", "D")


def _is_between_items(units: Sequence[Unit], first: int, n: int) -> bool:
    """Whether a unit is a word or a few between two items of a list, the first of which ends in a stop: a
    heading."""
    unit, below = units[n], units[n + 1 : n + 2]
    words = unit.text.count(" ") + 1
    apart = unit.gap == NEXT_LINE and not unit.held and not unit.text.endswith(".")
    items = units[first].is_item and bool(below) and below[0].is_item
    return items and apart and words <= _HEADING and unit.text.replace(" ", "").isalpha()


def _is_sentence_below(best: Unit, text: str, following: str) -> bool:
    """Whether a line below a reference with its venue is a sentence of its own, without a number; one of
    ordinary words is where the venue is not known."""
    words = following.split()
    prose = len(words) > _SENTENCE and 2 * sum(word[0].islower() for word in words) > len(words)
    whole = ("venue" in best.fields or prose) and "year" in best.fields and text.rstrip("*_").endswith(".")
    return whole and following[0].isupper() and following.endswith(".") and not HAS_DIGIT.search(following)


def _starts_another(text: str, following: str) -> bool:
    if _PEOPLE_AND_YEAR.match(following):
        return True
    ends = ends_sentence(text) or "/" in text.rpartition(" ")[2]
    return ends and may_be_cited(following) and _NAMES_START.match(following) is not None
