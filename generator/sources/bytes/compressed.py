"""Compressed files: gzip and zip, unpacked up to a limit."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator

from generator.model import Problem
from generator.sources.bytes.decode import MAX_BYTES, problem
from generator.sources.reader import Container

MAX_FILES = 10_000
_GZIP = b"\x1f\x8b"
_SAYS_UTF_8 = 0x800  # a flag
_PIECE = 1 << 14  # bytes at a time: what is behind a member is copied
_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError)
_OFFICE = ("[Content_Types].xml", "mimetype")


def _gunzip(data: bytes, shown: str) -> Iterator[tuple[str, bytes] | Problem]:
    """The one file in a gzip file, under the name without '.gz'."""
    name = shown[:-3] if shown.lower().endswith(".gz") else shown
    try:
        unpacked, end = _inflate(data)
    except zlib.error as error:
        yield problem("broken-archive", "error", f"is a damaged gzip file ({error}): fetch it again", shown)
        return
    if unpacked is None:
        yield _too_large(shown)
        return
    yield name, unpacked
    if behind := len(data[end:].strip(b"\0")):
        message = f"has {behind:,} bytes behind what is compressed, which were not read: fetch it again"
        yield problem("broken-archive", "warning", message, shown)


def _inflate(data: bytes) -> tuple[bytes | None, int]:
    """All members of a gzip file, None when they are larger than the limit; where they end."""
    out, at = io.BytesIO(), 0
    while data.startswith(_GZIP, at):
        inflater = zlib.decompressobj(wbits=31)
        while not inflater.eof:
            piece = data[at : at + _PIECE]
            if not piece:
                raise zlib.error("it ends too early")
            out.write(inflater.decompress(piece, MAX_BYTES + 1 - out.tell()))
            if out.tell() > MAX_BYTES or inflater.unconsumed_tail:
                return None, at
            at += len(piece) - len(inflater.unused_data)
    return out.getvalue(), at


def _unzip(data: bytes, shown: str) -> Iterator[tuple[str, bytes] | Problem]:
    """The files in a zip file, as 'ARCHIVE/NAME', in the order of their names."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = [member for member in archive.infolist() if not member.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        yield problem("broken-archive", "error", f"is a damaged zip file ({error}): fetch it again", shown)
        return
    if any(member.filename in _OFFICE for member in members):
        message = "is a presentation, a drawing or a book: copy its text into a plain file"
        yield problem("binary-file", "error", message, shown)
        return
    if len(members) > MAX_FILES:
        yield problem("file-too-large", "error", f"holds more than {MAX_FILES} files: unpack it", shown)
        return
    own = [member for member in members if not _is_chrome(member.filename)]
    if not own:
        yield problem("empty-file", "warning", "holds no file: nothing to read", shown)
    left = MAX_BYTES
    for member in sorted(own, key=lambda member: member.filename):
        name = f"{shown}/{_name(member)}"
        content = _member(archive, member, left, name)
        left -= 0 if isinstance(content, Problem) else len(content)
        yield content if isinstance(content, Problem) else (name, content)


def _name(member: zipfile.ZipInfo) -> str:
    """The name of a file; programs such as macOS' write UTF-8 and do not say so."""
    if member.flag_bits & _SAYS_UTF_8:
        return member.filename
    try:
        return member.filename.encode("cp437").decode()
    except UnicodeError:
        return member.filename


def _is_chrome(name: str) -> bool:
    """What systems add to archives: macOS's forks, hidden files."""
    return name.startswith("__MACOSX/") or name.rsplit("/", 1)[-1].startswith(".")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int, name: str) -> bytes | Problem:
    if member.flag_bits & 1:
        return problem("broken-archive", "error", "is encrypted: unpack it", name)
    try:
        with archive.open(member) as file:
            content = file.read(left + 1)
    except (*_DAMAGED, EOFError, OSError, RuntimeError, ValueError) as error:
        return problem("broken-archive", "error", f"cannot be unpacked ({error}): unpack it yourself", name)
    return _too_large(name) if len(content) > left else content


def _too_large(shown: str) -> Problem:
    message = f"holds more than {MAX_BYTES >> 20} MB: unpack it and split it into several files"
    return problem("file-too-large", "error", message, shown)


GZIP = Container("gzip", lambda data: data.startswith(_GZIP + b"\x08"), _gunzip)
ZIP = Container("zip", lambda data: data.startswith((b"PK\x03\x04", b"PK\x05\x06")), _unzip)
