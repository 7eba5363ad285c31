"""Readers of what a researcher has. `READERS` names every input format: a new one is a file in the folder of
its kind and one line there.

Every non-blank line of an input ends in a RawRecord, a Problem or a Skipped; what a reader forgets is
reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.model import Problem, RawRecord, ReadItem, Skipped
from generator.sources import html, mixed, tables
from generator.sources.accounting import Account
from generator.sources.arxiv import arxiv_abs, arxiv_listing
from generator.sources.bibtex import biber, bibitems, latex_paper
from generator.sources.bytes import answers, compressed, evernote, mail
from generator.sources.bytes.decode import MAX_BYTES, decode, problem
from generator.sources.json import csl_json, json_lists
from generator.sources.office import files as office_files
from generator.sources.own import front_matter, own_text
from generator.sources.reader import Container, Reader, Source
from generator.sources.references import pmid_list
from generator.sources.tagged import (
    cite_templates,
    database_text,
    endnote_tags,
    nbib,
    noteexpress,
    ovid_text,
    pubmed_text,
    refworks,
    ris,
    scopus_text,
    wos,
)
from generator.sources.within.headed import headed
from generator.sources.within.joined import joined
from generator.sources.within.left_over import Doubt, left_over
from generator.sources.within.listed import listed
from generator.sources.within.messages import messages
from generator.sources.within.undressed import undressed
from generator.sources.xml import (
    acl_xml,
    atom,
    bibtex_xml,
    crossref_xml,
    endnote_xml,
    jats,
    marc_xml,
    mods,
    oai,
    pubmed_xml,
    rss,
    tei,
    unknown_xml,
    word_xml,
    zotero_rdf,
)

__all__ = [
    "CONTAINERS",
    "MAX_BYTES",
    "READERS",
    "Container",
    "Reader",
    "Source",
    "open_bytes",
    "open_file",
    "read_bytes",
    "read_file",
    "read_part",
]

# Readers of texts of many shapes, which know marks of quotation and heads of mails themselves.
TEXTS: tuple[Reader, ...] = (
    html.READER,
    arxiv_abs.READER,
    arxiv_listing.READER,
    mixed.REFERENCES,
    pmid_list.READER,
    own_text.READER,
    mixed.PASTED,
)

# Readers of what says by no mark where it begins.
FREE: tuple[Reader, ...] = (mixed.REFERENCES, pmid_list.READER, mixed.PASTED)

# The greatest likeness wins; among equals the first. `pasted` takes what nothing else claims.
READERS: tuple[Reader, ...] = (
    mixed.BIBTEX,
    ris.READER,
    csl_json.READER,
    nbib.READER,
    pubmed_text.READER,
    wos.READER,
    tables.READER,
    bibitems.READER,
    biber.READER,
    latex_paper.READER,
    json_lists.READER,
    front_matter.READER,
    endnote_tags.READER,
    refworks.READER,
    noteexpress.READER,
    scopus_text.READER,
    cite_templates.READER,
    database_text.READER,
    ovid_text.READER,
    endnote_xml.READER,
    bibtex_xml.READER,
    acl_xml.READER,
    atom.READER,
    rss.READER,
    pubmed_xml.READER,
    jats.READER,
    crossref_xml.READER,
    mods.READER,
    marc_xml.READER,
    oai.READER,
    word_xml.READER,
    tei.READER,
    zotero_rdf.READER,
    unknown_xml.READER,
    *TEXTS,
)

# Wrappings of other files, by their first bytes.
CONTAINERS: tuple[Container, ...] = (
    compressed.GZIP,
    office_files.OFFICE,
    office_files.RTF,
    compressed.ZIP,
    mail.MAIL,
    answers.ANSWER,
    evernote.EVERNOTE,
)

MAX_DEPTH = 3  # containers in containers
MOST_RECORDS = 250_000  # of one text, which take about a gigabyte of memory


def read_file(path: Path, shown: str) -> Iterator[ReadItem]:
    """What the file at `path` holds, under the name `shown`; an unreadable or too large file is one
    Problem."""
    for part in open_file(path, shown):
        yield from read_part(part)


def read_bytes(data: bytes, shown: str) -> Iterator[ReadItem]:
    """What the bytes of a file hold; never raises because of the content."""
    for part in open_bytes(data, shown):
        yield from read_part(part)


def open_file(path: Path, shown: str) -> Iterator[Source | Problem]:
    """The texts in the file at `path`, as `open_bytes` has them."""
    try:
        data = _content(path)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"cannot be read ({reason}): check the path and its permissions"
        yield problem("unreadable-file", "error", message, shown)
        return
    yield from open_bytes(data, shown)


def _content(path: Path) -> bytes:
    """The bytes of a file or a pipe; where there are too many of them, enough to tell."""
    with path.open("rb") as file:
        whole = path.is_file() and path.stat().st_size <= MAX_BYTES
        return file.read() if whole else file.read(MAX_BYTES + 1)


def open_bytes(data: bytes, shown: str) -> Iterator[Source | Problem]:
    """The texts in a file, unpacked and decoded, and what is wrong with it."""
    if len(data) > MAX_BYTES:
        message = f"larger than {MAX_BYTES >> 20} MB: split it into several files"
        yield problem("file-too-large", "error", message, shown)
        return
    yield from _open(data, shown, 0, _Allowance())


def read_part(part: Source | Problem) -> Iterator[ReadItem]:
    """What a text holds; a Problem as it is."""
    yield from read_source(part) if isinstance(part, Source) else [part]


class _Allowance:
    """The bytes that an input may still unpack to, in all of its wrappings together."""

    def __init__(self) -> None:
        self.left = 2 * MAX_BYTES

    def spend(self, member: tuple[str, bytes] | Problem) -> None:
        """Counts what was unpacked; of a member that was too large as much as was looked at."""
        if not isinstance(member, Problem):
            self.left -= len(member[1])
        elif member.code == "file-too-large":
            self.left -= MAX_BYTES


def _open(data: bytes, shown: str, depth: int, allowance: _Allowance) -> Iterator[Source | Problem]:
    container = next((known for known in CONTAINERS if known.matches(data)), None)
    if container is None:
        source, problems = decode(data, shown)
        yield from problems
        yield from [source] if source is not None else []
    elif depth == MAX_DEPTH:
        yield problem(
            "nested-too-deep", "error", f"more than {MAX_DEPTH} wrappings in one another: unpack it", shown
        )
    else:
        yield from _unpack(container, data, shown, depth, allowance)


def _unpack(
    container: Container, data: bytes, shown: str, depth: int, allowance: _Allowance
) -> Iterator[Source | Problem]:
    try:
        for member in container.unpack(data, shown):
            allowance.spend(member)
            if allowance.left < 0:
                message = f"holds more than {2 * MAX_BYTES >> 20} MB in all: unpack it and split it"
                yield problem("file-too-large", "error", message, shown)
                return
            if isinstance(member, Problem):
                yield member
            else:
                yield from _open(member[1], member[0], depth + 1, allowance)
    except Exception as error:
        yield problem(
            "reader-failed", "error", f"cannot be unpacked as {container.name} ({_why(error)})", shown
        )


def read_source(source: Source) -> Iterator[ReadItem]:
    """What a decoded input holds, by the reader that claims it most; lines left over become Problems."""
    reader = choose(source)
    account = Account(source)
    records = 0
    try:
        for item in reader.read(source):
            records += isinstance(item, RawRecord)
            if records > MOST_RECORDS:
                yield _too_many(source, item, reader.name)
                return
            account.note(item)
            if not (isinstance(item, Skipped) and item.beside):
                yield item
    except Exception as error:
        yield from account.passed_over()
        yield account.failure(reader.name, _why(error))
        return
    yield from _left_over(account)
    yield from account.passed_over()
    yield from account.leftovers(reader.name)


def _too_many(source: Source, item: ReadItem, format: str) -> Problem:
    """What is told of the rest of a text, which is not read, from an item on."""
    first = item.origin.line if item.origin else 1
    message = f"holds more than {MOST_RECORDS:,} papers, the rest was not read: split it into several files"
    return Problem("file-too-large", "error", message, source.origin(first, len(source.lines), format))


def _left_over(account: Account) -> Iterator[ReadItem]:
    """The papers in what was passed over beside records, if they are no records already."""
    beside = account.beside()
    try:
        found = left_over(beside, choose, (html.READER, *FREE), account.knows) if beside else ()
        for item in (_doubt_if_torn(account, item) for item in found):
            if isinstance(item, Doubt):
                account.doubt(item.origin)
            else:
                account.note(item)
                yield item
    except Exception:
        return


def _doubt_if_torn(account: Account, item: ReadItem | Doubt) -> ReadItem | Doubt:
    """A record whose lines stand around another one is none: remarks in different places made it."""
    if isinstance(item, RawRecord) and account.interrupts(item.origin):
        return Doubt(item.origin)
    return item


def choose(source: Source) -> Reader:
    """The reader with the greatest likeness, be it of the records behind marks of quotation or below front
    matter, or those of several formats; one whose likeness fails does not claim the text."""
    try:
        return messages(source, _choose) or undressed(source, _choose, TEXTS) or _choose(source)
    except Exception:
        return _choose(source)


def _choose(source: Source) -> Reader:
    of_one_format = cache(_of_one_format)  # asked of the whole text more than once
    try:
        return joined(source, of_one_format, FREE) or of_one_format(source)
    except Exception:
        return _of_one_format(source)


def _of_one_format(source: Source) -> Reader:
    try:
        return headed(source, _likeliest) or listed(source, _likeliest, FREE) or _likeliest(source)
    except Exception:
        return _likeliest(source)


def _likeliest(source: Source) -> Reader:
    return max(READERS, key=lambda reader: _likeness(reader, source))


def _likeness(reader: Reader, source: Source) -> float:
    try:
        return reader.likeness(source)
    except Exception:
        return 0.0


def _why(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:200]
