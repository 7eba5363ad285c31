"""A list of references above or below abstracts in one text: each is read as what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, takewhile
from typing import NamedTuple

from generator.model import ReadItem
from generator.sources.accounting import may_be_abstract
from generator.sources.found_ids import find_ids, is_bare
from generator.sources.reader import Reader, Source, is_one_of
from generator.sources.signs.cited import cited
from generator.sources.signs.forms import LISTED_BY_ARXIV
from generator.sources.signs.marks import mark_end

_MOST = 300  # items of a list that stands beside abstracts
_LONGEST = 2000  # characters of an item
_NEAR = 50_000  # characters beside a list
_ITEM = 60  # words
_LINES = 6  # of an item
_PARAGRAPH = 200  # characters of a line below a reference that is an abstract, no further line of it
_TITLE = 5  # words, with a link
_LOOK = 1000  # lines beside a list
_HEADINGS = ("references", "bibliography", "literature", "works cited")  # of a paper's own list


class _Item(NamedTuple):
    """Lines of a list, by their indexes. kind: 'cited' where they are a reference, its title known, 'link' if
    they have a mark and an identifier, 'id' where they are nothing but identifiers, else ''."""

    first: int
    last: int
    kind: str
    title: str = ""


def listed(source: Source, choose: Callable[[Source], Reader], texts: Sequence[Reader]) -> Reader | None:
    """A reader that leaves a list at the beginning or the end of a text to the reader that `choose` finds for
    it, and the abstracts too; None where there are not both. texts: readers of what is no format."""
    lines = source.lines
    below = _list_below(lines)
    above = 0 if below is not None else _list_above(lines)
    at = above if below is None else below
    if not at or not is_one_of(choose(source), texts):
        return None
    parts = [
        Source(source.path, "\n".join(lines[:at])),
        Source(source.path, "\n" * at + "\n".join(lines[at:])),
    ]
    readers = [choose(part) for part in parts]
    if not all(is_one_of(reader, texts) for reader in readers):
        return None

    def read(_: Source) -> Iterator[ReadItem]:
        return chain.from_iterable(reader.read(part) for reader, part in zip(readers, parts, strict=True))

    return readers[0]._replace(read=read)


def _list_below(lines: Sequence[str]) -> int | None:
    """The index of the line at which a list begins that goes on to the end, below abstracts."""
    run: list[_Item] = []
    last = _written(lines, len(lines) - 1, -1)
    while (item := _item_at(lines, last, -1)).kind and len(run) <= _MOST:
        run.insert(0, item)
        last = _written(lines, item.first - 1, -1)
    own = run and (run[0].kind == "id" or (run[0].kind == "link" and len(run) == 1))
    if own and run[0].first and lines[run[0].first - 1].strip():
        run.pop(0)  # of the abstract above
    of_paper = last >= 0 and lines[last].strip("#* :.").lower() in _HEADINGS
    own = run and last >= 0 and not of_paper and _are_of_others(run, lines, lines[: run[0].first])
    return _first_marked(lines, run[0].first) if own else None


def _first_marked(lines: Sequence[str], first: int) -> int:
    """The index of the first of the lines with a mark right above an item with one: of its list too."""
    while first and mark_end(lines[first]) and mark_end(lines[first - 1]):
        first -= 1
    return first


def _list_above(lines: Sequence[str]) -> int:
    """The index of the line below a list that begins the text, above abstracts; 0 without one."""
    run: list[_Item] = []
    first = _written(lines, 0, 1)
    while (item := _item_at(lines, first, 1)).kind and len(run) <= _MOST:
        run.append(item)
        first = _written(lines, item.last + 1, 1)
    if len(run) == 1 and _is_of_paper_below(run[0], lines):
        return 0
    own = run and first < len(lines) and _are_of_others(run, lines, lines[run[-1].last + 1 :])
    return run[-1].last + 1 if own else 0


def _is_of_paper_below(item: _Item, lines: Sequence[str]) -> bool:
    """Whether an item belongs to what stands below: an abstract, a title without a blank line between."""
    below = _written(lines, item.last + 1, 1)
    paragraph = " ".join(map(str.strip, takewhile(str.strip, lines[below:])))
    return below == item.last + 1 or may_be_abstract(paragraph)


def _written(lines: Sequence[str], n: int, step: int) -> int:
    """The index of the next line from `n` on that is not blank, up or down."""
    while 0 <= n < len(lines) and not lines[n].strip():
        n += step
    return n


def _item_at(lines: Sequence[str], n: int, step: int) -> _Item:
    """The item that begins (step 1) or ends (-1) in a line: with the indented lines below its first one, or
    else the whole paragraph."""
    if not 0 <= n < len(lines):
        return _Item(n, n, "")
    first = last = n
    while step < 0 and first > 0 and lines[first][:1].isspace() and lines[first - 1].strip():
        first -= 1
    while step > 0 and last + 1 < len(lines) and lines[last + 1].strip() and lines[last + 1][0].isspace():
        last += 1
    item = _item(lines, first, last)
    if item.kind:
        return item
    while first > 0 and lines[first - 1].strip() and last - first < _LINES:
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip() and last - first < _LINES:
        last += 1
    wrapped = last - first < _LINES and all(len(line) < _PARAGRAPH for line in lines[first : last + 1])
    whole = _item(lines, first, last) if wrapped else item
    return whole if whole.kind == "cited" else item


def _are_of_others(run: Sequence[_Item], lines: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether a list names papers, none of them one of those in the rest of the text, which has an
    abstract; identifiers that stand in the rest too are of its records."""
    kinds = {item.kind for item in run}
    if len(run) > _MOST or ("cited" not in kinds and not _are_several(run, lines)):
        return False
    text = " ".join(map(str.strip, rest)).casefold()
    near = text if len(text) < 2 * _NEAR else f"{text[:_NEAR]} {text[-_NEAR:]}"
    if not _has_abstract(rest) or any(item.title and item.title.casefold() in near for item in run):
        return False
    return not any(_item(rest, n, n).kind in kinds for n in range(min(len(rest), _LOOK)) if rest[n].strip())


def _are_several(run: Sequence[_Item], lines: Sequence[str]) -> bool:
    """Whether items are identifiers of several papers, or a link with a title."""
    texts = [" ".join(lines[item.first : item.last + 1]) for item in run]
    known = Counter(found.name for text in texts for found in find_ids(text) if found.name != "url")
    titled = any(
        item.kind == "link" and len(text.split()) >= _TITLE for item, text in zip(run, texts, strict=True)
    )
    return bool(known) and (titled or max(known.values()) > 1)


def _has_abstract(lines: Sequence[str]) -> bool:
    paragraph: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            paragraph.append(line.strip())
        elif paragraph:
            if any(map(may_be_abstract, (*paragraph, " ".join(paragraph)))):
                return True
            paragraph = []
    return False


def _item(lines: Sequence[str], first: int, last: int) -> _Item:
    text = " ".join(map(str.strip, lines[first : last + 1]))
    if len(text) > _LONGEST or LISTED_BY_ARXIV.fullmatch(text):
        return _Item(first, last, "")
    if is_bare(text):
        return _Item(first, last, "id")
    mark = mark_end(text)
    if said := cited(text[mark:].strip()):
        return _Item(first, last, "cited", said["title"])
    return _Item(first, last, "link" if mark and find_ids(text) and len(text.split()) < _ITEM else "")
