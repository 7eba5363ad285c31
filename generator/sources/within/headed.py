"""Records of any format below front matter that is about the list, not about a paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from generator.model import Fields, RawRecord, ReadItem, Skipped
from generator.sources import html, references
from generator.sources.mixed import PASTED
from generator.sources.own import front_matter
from generator.sources.reader import Reader, Source

_ABSTRACT = 20  # words; less is a remark on a list
_ENOUGH = 3  # records
_OF_ONE_PAPER = ("doi", "arxiv", "venue")
_SHORT = 3  # words of a title that a page has rather than a paper
_PAGE = re.compile(
    r"\W*(?:selected |recent |my |our |all )?(?:publications?|papers|readings?|reading (?:list|group)|"
    r"journal club|references|bibliography|talks|schedule|calendar|syllabus|meetings|research|projects|cv|"
    r"news|resources)\W*",
    re.IGNORECASE,
)


def headed(source: Source, choose: Callable[[Source], Reader]) -> Reader | None:
    """The reader of the records below the front matter of a text, by what `choose` says of them; None where
    there are no such records."""
    known = front_matter.header(source.text)
    if known is None:
        return None
    header, end = known
    below = _below(source, end)
    reader = choose(below)
    found = (item.fields for item in reader.read(below) if isinstance(item, RawRecord))
    if not _are_papers(reader, header, list(islice(found, _ENOUGH))):
        return None

    def read(given: Source) -> Iterator[ReadItem]:
        yield _top(given, header, end)
        yield from reader.read(_below(given, end))

    return reader._replace(read=read)


def _below(source: Source, end: int) -> Source:
    """What is behind an offset, on the lines on which it stands."""
    return Source(source.path, "\n" * source.text.count("\n", 0, end) + source.text[end:])


def _top(source: Source, header: Fields, end: int) -> ReadItem:
    """The front matter: a paper where it has an abstract, else passed over."""
    text = source.text[:end].strip()
    first = source.text.count("\n", 0, source.text.index(text)) + 1
    origin = source.origin(first, first + text.count("\n"), front_matter.NAME)
    return (
        RawRecord(origin, text, header) if _is_paper(header) else Skipped("front matter of the list", origin)
    )


def _is_paper(header: Fields) -> bool:
    return len(header.get("abstract", "").split()) >= _ABSTRACT


def _is_of_page(header: Fields) -> bool:
    """Whether front matter has a short title and nothing of a paper, as a page of a site has."""
    of_paper = {*_OF_ONE_PAPER, "authors", "abstract", "year", "ids"}
    return header.keys().isdisjoint(of_paper) and len(header.get("title", "").split()) <= _SHORT


def _is_the_same(fields: Fields, header: Fields) -> bool:
    """Whether a record has the title or an identifier of the paper of the front matter."""
    title = header.get("title", "").casefold()
    if title and fields.get("title", "").casefold() == title:
        return True
    return any(header.get(name) and fields.get(name) == header.get(name) for name in ("doi", "arxiv"))


def _are_papers(reader: Reader, header: Fields, found: Sequence[Fields]) -> bool:
    """Whether what is below front matter is papers of its own, and not text, links and BibTeX of the paper
    that the front matter is about."""
    others = [fields for fields in found if not _is_the_same(fields, header)]
    if _is_of_page(header):
        named = any("title" in fields for fields in others)
        return named or _PAGE.fullmatch(header.get("title", "")) is not None
    if reader is PASTED:
        told = {"abstract", "authors"}
        whole = [fields for fields in others if fields.get("title") and not told.isdisjoint(fields)]
        return len(whole) > 1 and not _is_paper(header) and header.keys().isdisjoint(_OF_ONE_PAPER)
    if reader.name == references.FORMAT:
        return len(others) > 1 and not _is_paper(header)
    return bool(others) and reader not in (front_matter.READER, html.READER)
