"""Files of Office programs, unpacked to what their documents and tables say."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from functools import partial
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException

from generator.model import Problem
from generator.sources.bytes.decode import problem
from generator.sources.office import excel, opendocument, rtf, word
from generator.sources.office.parts import MOST_TEXT, TooLarge, relations
from generator.sources.office.written import as_csv, written
from generator.sources.reader import Container

_ZIP = b"PK\x03\x04"
_TEXT, _TABLES = "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet"
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)
_BROKEN = (ParseError, DefusedXmlException)


def _matches(data: bytes) -> bool:
    return data.startswith(_ZIP) and _kind(data) != ""


def _kind(data: bytes) -> str:
    """The part that says what a file holds: of a document, of tables; '' where it is another file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            found = next((name for name in (word.DOCUMENT, excel.WORKBOOK) if name in names), "")
            if found or not {"mimetype", opendocument.CONTENT} <= names:
                return found
            told = _part(archive, "mimetype").decode("ascii", "replace").strip()
            return told if told.startswith((_TEXT, _TABLES)) else ""
    except (*_DAMAGED, TooLarge):
        return ""


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    """The content of a part, b'' where there is none. Raises TooLarge, or one of _DAMAGED."""
    try:
        with archive.open(name) as file:
            content = file.read(MOST_TEXT + 1)
    except KeyError:
        return b""
    if len(content) > MOST_TEXT:
        raise TooLarge
    return content


def _unpack(data: bytes, shown: str) -> Iterator[tuple[str, bytes] | Problem]:
    """The text of a document under the file's name, each table under 'FILE/TABLE'."""
    kind = _kind(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = [*_texts(archive, kind, shown)]
    except TooLarge:
        message = f"holds more than {MOST_TEXT >> 20} MB of text: split it into several files"
        yield problem("file-too-large", "error", message, shown)
        return
    except (*_DAMAGED, *_BROKEN) as error:
        why = "its XML declares entities" if isinstance(error, DefusedXmlException) else error
        message = f"is a damaged Office file ({why}): open it in its program and save it again"
        yield problem("broken-archive", "error", message, shown)
        return
    yield from _told(found, shown)


def _told(texts: Iterable[tuple[str, str]], shown: str) -> Iterator[tuple[str, bytes] | Problem]:
    """The texts that say something, by their names; a Problem where none does."""
    told = [(name, text) for name, text in texts if text.strip()]
    if not told:
        yield problem("empty-file", "warning", "holds no text: nothing to read", shown)
    yield from ((name, text.encode("utf-8", "replace")) for name, text in told)


def _texts(archive: zipfile.ZipFile, kind: str, shown: str) -> Iterator[tuple[str, str]]:
    part = partial(_part, archive)
    if kind == word.DOCUMENT:
        yield shown, written(word.blocks(part(kind), relations(part(word.RELATIONS))))
    elif kind == excel.WORKBOOK:
        yield from ((f"{shown}/{sheet.name}", as_csv(sheet)) for sheet in excel.sheets(part))
    elif kind.startswith(_TABLES):
        tables = opendocument.sheets(part(opendocument.CONTENT))
        yield from ((f"{shown}/{sheet.name}", as_csv(sheet)) for sheet in tables)
    else:
        yield shown, written(opendocument.blocks(part(opendocument.CONTENT)))


def _unpack_rtf(data: bytes, shown: str) -> Iterator[tuple[str, bytes] | Problem]:
    """The text of a document under the file's name."""
    yield from _told([(shown, written(rtf.blocks(data)))], shown)


OFFICE = Container("office", _matches, _unpack)
RTF = Container("rtf", lambda data: data.startswith(rtf.BEGINS), _unpack_rtf)
