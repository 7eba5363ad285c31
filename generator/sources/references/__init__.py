"""Lists of identifiers and addresses, one a line or in running text, and Markdown lists of papers ("awesome
lists").

A paper each, to be resolved; title, people, year and venue only where the list names them for sure.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise, zip_longest

from generator.identity import identify
from generator.model import Fields, Origin, Problem, RawRecord, ReadItem, Skipped
from generator.sources.chrome import chrome_reason
from generator.sources.found_ids import find_ids, is_bare
from generator.sources.own.own_markdown import own_fields
from generator.sources.reader import Reader, Source
from generator.sources.references.items import fields_of_part, names_paper
from generator.sources.references.links import LINK, lines_apart, plain_links, with_links
from generator.sources.references.parts import Part, has_abstracts, parts_of
from generator.sources.references.rows import cells_of, with_bars
from generator.sources.signs.bylines import byline
from generator.sources.signs.furniture import cleared
from generator.sources.signs.labels import match_label
from generator.sources.signs.link_rows import match_row
from generator.sources.signs.marks import bullet_end, heading, is_separator
from generator.sources.signs.note_marks import without_note_marks
from generator.sources.signs.people import like_names, names_several

FORMAT = "references"
_OF_CONTENTS = re.compile(r"\[[^\[\]]{1,80}\]\(#[^()]{0,80}\)")  # a link to a heading of the text
_LABELS = ("title", "authors", "abstract", "comment", "keywords", "-")  # of a list that tells more
_COUNTED = re.compile(r"[\d,]{1,9}\*?\s{1,9}(?:19|20)\d{2}")  # citations and year in a Google Scholar profile
_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*")
_FENCE = re.compile(r"\s{0,8}(?:```|~~~)")
_BULLETS = ("-", "*", "+", "•")  # of items without text
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b(?!\.\w|/)")  # of a reference; in addresses more follows
_QUOTE = re.compile(r"\A\s{0,3}(?:>\s?){1,9}")
_LINES = 5_000  # that are looked at
_FEW, _SURE = 2, 3  # papers that links lead to
_LINKED = re.compile(r"(?:#{1,6} )?\[[^\[\]]{8,400}\]\(\S{4,2000}\)")  # a title
_MARK = re.compile(r"\A\W{0,4}\d{0,4}\W{0,4}")  # a bullet or a number
_PERSON = 1.0  # how much a line of one name does, which stands below a title
_TITLE_AND_ADDRESS = 2  # lines
_WORD = re.compile(r"\w{2}")
_LEAST_TITLE, _MOST_TITLE = 3, 30  # words
_SENTENCE = 25  # words of one in a letter, so that it is no abstract
_LONG = 60  # words of what may be an abstract


def likeness(source: Source) -> float:
    """How much of the text is identifiers: items that have one, against those that are prose or labelled; or
    how many papers its links lead to, against paragraphs."""
    sample = source.text[:100_000].split("\n")[:_LINES]
    written = _as_read(sample, _lines_of_code(sample))
    lines = [line.strip() for line in written]
    if _is_own(lines):
        return 0.95
    labelled = sum(bool(line) and _is_labelled(line) for line in lines[:400])
    counted = sum(_COUNTED.fullmatch(line) is not None for line in lines[:400])
    numbered = sum(line.startswith("PMID: ") for line in lines[:400])
    if numbered and 2 * numbered < sum(bool(line) and not is_bare(line) for line in lines[:400]):
        return 0.0  # PubMed's results, several lines each
    linked = _linked_papers(lines)
    if 2 * labelled > max(2, linked) or counted > 1 or "\\\\\n" in source.text[:10_000]:
        return 0.0
    every = list(parts_of(written))
    if has_abstracts(lines, linked) or _are_named_above(every, lines) or _have_bylines(lines, linked):
        return 0.0
    parts = [part for part in every if part.first < part.last or not _is_around(part)]
    if linked >= _FEW and 2 * sum(map(_is_prose, parts)) < linked:
        marked = linked >= _SURE and any(heading(line)[0] or bullet_end(line) for line in lines)
        return 0.92 if marked else 0.75
    return 0.6 if _are_hits(parts[:300], lines, sample) else 0.0


def _are_hits(parts: Sequence[Part], lines: Sequence[str], sample: Sequence[str]) -> bool:
    """Whether most parts of a text name papers. lines, sample: as they are read, and as they stand."""
    hits = [part for part in parts if _is_hit(part)]
    apart = sum(_has_people_apart(lines[part.first - 1 : part.last]) for part in hits) > 0.5 * len(hits)
    if not hits or apart:
        return False
    listed = sum(part.item for part in hits) > 0.5 * len(hits)
    weighed = [part for part in parts if part.item or len(part.text) > 250] if listed else parts
    return len(hits) >= 0.6 * len(weighed) or (not listed and _are_in_a_letter(hits, weighed, sample))


def _are_in_a_letter(hits: Sequence[Part], parts: Sequence[Part], lines: Sequence[str]) -> bool:
    """Whether papers are named within sentences, as no reference is, and what else a text has is sentences of
    a few words, a greeting or a signature."""
    if any(is_bare(part.text) or part.item or _YEAR.search(part.text) for part in hits):
        return False
    removed = cleared(lines).removed
    others = [part for part in parts if part not in hits and part.first - 1 not in removed]
    told = [part for part in others if not _is_short_sentence(part.text)]
    return len(hits) >= 0.6 * (len(hits) + len(told))


def _is_short_sentence(text: str) -> bool:
    short = text.endswith((".", "!", "?")) and text.count(" ") < _SENTENCE
    return short and not _YEAR.search(text)


def _is_own(lines: Sequence[str]) -> bool:
    """Whether a list begins as this program's own do, so that it is read as it stands."""
    first = next((line.strip() for line in lines if line.strip()), "")
    return own_fields(first) is not None


def _as_read(lines: Sequence[str], code: Container[int]) -> list[str]:
    """The lines with their links in one form, those of code empty. code: the indexes of these."""
    if _is_own(lines):
        return list(lines)
    bare = [_QUOTE.sub("", line, count=1) if ">" in line[:4] else line for line in lines]
    close = [plain_links(line) for line in lines_apart(bare)]  # else links between notes
    plain = with_bars(with_links(without_note_marks(close)[0]))
    return ["" if n in code or line.strip() in _BULLETS else line for n, line in enumerate(plain)]


def _lines_of_code(lines: Sequence[str]) -> set[int]:
    """The indexes of the lines between marks of code, and of these marks."""
    marks = [n for n, line in enumerate(lines) if _FENCE.match(line)]
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return {n for first, last in pairs for n in range(first, last + 1)}


def _linked_papers(lines: Sequence[str]) -> int:
    """How many papers the links of a text lead to."""
    addresses = {link[3] for link in LINK.finditer("\n".join(lines))}
    return len({known for address in addresses if (known := identify(address))})


def _is_labelled(line: str) -> bool:
    label = match_label(line)
    return label is not None and label.field in _LABELS and not label.weak


def _is_around(part: Part) -> bool:
    text = part.text
    of_contents = _OF_CONTENTS.fullmatch(text[bullet_end(text) :]) is not None
    return bool(heading(text)[0]) or is_separator(text) or of_contents or chrome_reason(text) is not None


def _is_prose(part: Part) -> bool:
    """Whether a part is as long as an abstract, for each paper that it names."""
    words = len(LINK.sub("", part.text).split())
    papers = {(found.name, found.value) for found in find_ids(part.text)}
    return words >= _LONG * max(1, len(papers))


def _is_hit(part: Part) -> bool:
    if _is_prose(part) or heading(part.text)[0]:
        return False
    ids = find_ids(part.text)
    known = [found for found in ids if found.name != "url"]
    if part.item or part.first == part.last:
        return bool(known or (ids and len(part.text) < 200)) and len(part.text) < 500 * len(ids)
    return len(known) > 1 and len(part.text) < 250 * len(known)


def _are_named_above(parts: Sequence[Part], lines: Sequence[str]) -> bool:
    """Whether most parts that are nothing but an address stand below a heading or a line of their own that
    may be its paper's title, as in pasted records."""
    headed = [part for part in parts if _is_headed_address(lines[part.first - 1 : part.last])]
    apart = [above for above, part in pairwise(parts) if is_bare(part.text)]
    named = [lines[part.first - 1] for part in headed]
    named += [above.text for above in apart if not find_ids(above.text)]
    texts = [heading(line)[1] for line in named]
    titles = [text for text in texts if _LEAST_TITLE <= len(text.split()) <= _MOST_TITLE]
    enough = len(titles) > 1 and 2 * len(titles) > len(headed) + len(apart)
    return enough and not any(text.endswith(":") for text in titles)


def _have_bylines(lines: Sequence[str], linked: int) -> bool:
    """Whether people stand on lines of their own, below a heading or beside a line of links alone, as in
    pasted records, for half the papers that links lead to."""
    said = [line for line in lines if line]
    near = zip(said, said[1:], [*said[2:], ""], strict=False)
    found = sum(
        bool(heading(above)[0] and byline(line))
        or ((_is_link(above) or _is_link(below)) and _are_people(line))
        for above, line, below in near
        if not bullet_end(line)
    )
    return 2 * found >= max(linked, _FEW)


def _is_link(line: str) -> bool:
    """Whether a line is links alone, one of which leads to a paper."""
    return bool(find_ids(line)) and (match_row(line) is not None or _LINKED.fullmatch(line) is not None)


def _are_people(line: str) -> bool:
    """Whether a line is people, perhaps with the venue of their paper, without marks before them."""
    return line[0] not in "*_#" and (names_several(line) or byline(line) is not None)


def _is_headed_address(lines: Sequence[str]) -> bool:
    """Whether the lines of a part are a heading and an address."""
    return len(lines) == 2 and heading(lines[0])[0] > 0 and is_bare(lines[1])


def _has_people_apart(lines: Sequence[str]) -> bool:
    """Whether people and what identifies the paper each have a line of their own in an item, or one below the
    title, as in pasted records, so that its lines are no paragraph."""
    told = [_MARK.sub("", line, count=1) for line in lines]
    if any(find_ids(line) and byline(line) for line in told[1:]):
        return True
    people = any(names_several(line) for line in told if not line.endswith((",", ".")))
    people = people or (len(told) > _TITLE_AND_ADDRESS and like_names(told[1], 0.0) >= _PERSON)
    return people and any(map(is_bare, told[1:]))


def read(source: Source) -> Iterator[ReadItem]:
    """A record for each paper named; what names none is skipped, or a Problem where it is an item of the
    list."""
    lines = source.lines
    code = _lines_of_code(lines)
    written = _as_read(lines, code)
    yield from _left_out(source, written, code)
    linked = _linked_papers(written) >= _FEW
    parts = list(parts_of(written))
    listing = _listing(parts, linked=linked)
    header: list[str] = []
    above_it: Fields = {}  # what the part above says
    for part, following in zip_longest(parts, parts[1:]):
        origin = source.origin(part.first, part.last, FORMAT)
        above = header if part.text.startswith("|") else []
        records = list(fields_of_part(part, above, linked=linked, listed=part in listing))
        if (
            len(records) == 1
            and (is_bare(part.text) or not _WORD.search(LINK.sub("", part.text)))
            and "title" in above_it
            and _says_again(records[0], above_it)
        ):
            yield Skipped("address of the paper above", origin)
            continue
        above_it = records[-1] if records else {}
        for fields in records:
            yield RawRecord(origin, "\n".join(lines[part.first - 1 : part.last]), fields)
        if records:
            continue
        if following and _RULE.fullmatch(following.text) and part.text.startswith("|"):
            header = cells_of(part.text)
            yield Skipped("header of the table", origin)
        else:
            yield _of_no_paper(part, origin, listed=part in listing)


def _left_out(source: Source, written: Sequence[str], code: Container[int]) -> Iterator[Skipped]:
    """The lines of which nothing is left as they are read."""
    for n, (line, read) in enumerate(zip(source.lines, written, strict=False)):
        if not read.strip() and line.strip():
            reason = "program code" if n in code else "images and mark-up"
            yield Skipped(reason, source.origin(n + 1, n + 1, FORMAT))


def _of_no_paper(part: Part, origin: Origin, *, listed: bool) -> Problem | Skipped:
    """What is said of a part that names no paper. listed: whether its neighbours mostly name some."""
    if listed and not _is_around(part) and not LINK.search(part.text) and len(part.text) > 20:
        message = "names no identifier or address of a paper: add its DOI or arXiv id"
        return Problem("reference-without-identifier", "warning", message, origin, part.text[:200])
    if heading(part.text)[0]:
        return Skipped("heading", origin)
    return Skipped("text around the references", origin, beside=True)


def _says_again(fields: Fields, above: Fields) -> bool:
    return fields.items() <= above.items()


def _listing(parts: Sequence[Part], *, linked: bool) -> set[Part]:
    """The items of the lists, each below a heading of its own or none, that mostly name papers."""
    found: set[Part] = set()
    below: list[Part] = []
    for part in (*parts, None):
        if part is None or heading(part.text)[0]:
            if 2 * sum(names_paper(item.text, linked=linked) for item in below) > len(below):
                found.update(below)
            below = []
        elif part.item:
            below.append(part)
    return found


READER = Reader(FORMAT, likeness, read)
