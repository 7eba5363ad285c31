"""Bytes to text: encodings, line ends, control characters; a binary or empty file is one Problem."""

from __future__ import annotations

import codecs
import re
import unicodedata

from generator.model import Origin, Problem, Severity
from generator.sources.accounting import is_blank
from generator.sources.bytes.central import central_european
from generator.sources.bytes.foreign import guessed_encoding, looks_foreign
from generator.sources.bytes.overlong import without_overlong
from generator.sources.bytes.seven_bits import seven_bits
from generator.sources.bytes.turkish import turkish
from generator.sources.bytes.twice import without_second_encoding
from generator.sources.bytes.western import least_odd
from generator.sources.reader import Source

MAX_BYTES = 256 << 20  # of one input; a larger file has to be split

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_ARCHIVES = (b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07")
_TAR = slice(257, 262)  # where a tar archive says that it is one
_MAGIC = (
    (b"%PDF-", "a PDF: paste its abstract, or add its DOI or arXiv id"),
    (b"\x89PNG", "an image: paste the text instead"),
    (b"\xff\xd8\xff", "an image: paste the text instead"),
    (b"GIF8", "an image: paste the text instead"),
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Office file: save it as .docx, .xlsx, plain text or CSV"),
    (b"PK\x03\x04", "a zip or Office file that cannot be read: save it as plain text or CSV"),
    (b"\x7fELF", "a program"),
    (b"%!PS", "a PostScript file: paste its abstract, or add its DOI or arXiv id"),
    *((magic, "compressed in another way than .gz or .zip: unpack it") for magic in _OTHER_ARCHIVES),
    (b"SQLite format 3", "a database: export it as BibTeX, RIS or CSV"),
)
_ISO_2022_JP = (b"\x1b$B", b"\x1b$@")  # what begins Japanese in seven bits
_DECLARED = re.compile(
    rb"""(?:encoding\s{0,9}[=:]|charset\s{0,9}=)\s{0,9}["']?([A-Za-z0-9_.:-]{3,40})""", re.IGNORECASE
)
_ESCAPED = "surrogateescape"
# Good letters for a bad byte in UTF-8; two bytes of a Korean letter often look like one good letter.
_TIMES, _FOREIGN_TIMES = 2, 8
_BAD_BYTES = re.compile("[\udc80-\udcff]+")
_LINE_ENDS = re.compile("\r{1,9}\n|\r")
_OTHER_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_WIDE_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_TAG = re.compile(r"\A\s*(?:[A-Z][A-Z0-9]{1,3}|%[A-Z0-9@])\s{0,3}-?\s+")  # with the space around it
_ACCENTS, _UNSEEN = "\u0300-\u036f", "\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069"
_ACCENTED = re.compile(f".[{_ACCENTS}]+")  # a letter, its accents in characters of their own
_INVISIBLE = re.compile(f"[{_UNSEEN}]+")
_MARKS = re.compile(f"[{_ACCENTS}{_UNSEEN}]")  # of both kinds
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SPACES = "\x0b\x0c\x1c\x1d\x1e\x1f\x85"  # of these, what stands where white space stood


def problem(code: str, severity: Severity, message: str, shown: str) -> Problem:
    """A Problem with the file `shown` as a whole."""
    return Problem(code, severity, message, Origin(shown, 1, 1, "text"))


def decode(data: bytes, shown: str) -> tuple[Source | None, list[Problem]]:
    """The text of `data`: \\n line ends, no BOM, no control characters but tabs, plain spaces around
    tags, an accented letter in one character where there is one.

    Unicode by its byte order mark or by trial (UTF-8, UTF-16); what is not UTF-8 is read line by line, the
    lines that are none as the encoding the file declares, or what their letters look like, or else as
    Windows-1252. Empty and binary data give no Source.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        return None, [problem("empty-file", "warning", "is empty: nothing to read", shown)]
    reason = _binary(data)
    if reason:
        return None, [problem("binary-file", "error", f"is no text but {reason}", shown)]
    text, notes = _decode(data, shown)
    if "\r" in text:
        text = _LINE_ENDS.sub("\n", text)
    if "\ufeff" in text:  # where files were put together
        text = text.replace("\ufeff", "")
    if "\n" not in text.strip():
        text = _OTHER_LINE_ENDS.sub("\n", text)
    if not text.isascii():
        text, first = without_second_encoding(text)
        notes += [_twice_note(first, shown)] if first else []
        text = _plainly(text)
    if _CONTROL.search(text):
        notes.append(_control_note(text, shown))
        text = _CONTROL.sub(lambda found: " " if found[0] in _SPACES else "", text)
    if is_blank(text):
        return None, [problem("empty-file", "warning", "is empty: nothing to read", shown)]
    source, overlong = without_overlong(Source(shown, text))
    return None if is_blank(source.text) else source, [*notes, *overlong]


def _plainly(text: str) -> str:
    """The text with plain spaces around tags, letters with their accents, and without what is not to be seen.

    Other wide spaces stay: where they are, no line is broken.
    """
    return "\n".join(line if line.isascii() else _plain_line(line) for line in text.split("\n"))


def _plain_line(line: str) -> str:
    if tag := _TAG.match(line):
        line = _WIDE_SPACE.sub(" ", tag[0]) + line[tag.end() :]
    if not _MARKS.search(line):
        return line
    composed = _ACCENTED.sub(lambda found: unicodedata.normalize("NFC", found[0]), line)
    return _INVISIBLE.sub(_within_words, composed)


def _within_words(found: re.Match[str]) -> str:
    """Characters without a width, but for those beside white space, where they say nothing: before a tag they
    would hide it."""
    text, (start, end) = found.string, found.span()
    outside = start == 0 or end == len(text) or text[start - 1].isspace() or text[end].isspace()
    return "" if outside else found[0]


def _control_note(text: str, shown: str) -> Problem:
    line = text.count("\n", 0, _first_control(text)) + 1
    number = len(_CONTROL.findall(text))
    left_out = f"{number:,} control characters were" if number > 1 else "a control character was"
    message = f"{left_out} left out{', here first' if number > 1 else ''}"
    return Problem("control-characters", "info", message, Origin(shown, line, line, "text"))


def _twice_note(line: int, shown: str) -> Problem:
    message = "letters with accents were encoded twice (Ã© for é) and are mended, here first: look at them"
    return Problem("encoded-twice", "info", message, Origin(shown, line, line, "text"))


def _first_control(text: str) -> int:
    found = _CONTROL.search(text)
    return found.start() if found else 0


def _binary(data: bytes) -> str:
    """What sort of binary file this is, in words; empty for text."""
    for magic, reason in _MAGIC:
        if data.startswith(magic):
            return reason
    if data[_TAR] == b"ustar":
        return "a tar archive: unpack it"
    if _unicode_by_shape(data):
        return ""
    data = data.strip(b"\x00")  # what fills the last block of a disk
    sample = data[: 1 << 16] + data[-(1 << 12) :]
    strange = sum(sample.count(byte) for byte in _NEVER_IN_TEXT)
    if strange > max(len(sample) // 20, 1) and strange - sample.count(0) > len(sample) // 50:
        return "binary data: save it as text"
    if sample.count(0) > len(sample) // 10:
        return "binary data: save it as text"
    return ""


_NEVER_IN_TEXT = tuple(bytes([code]) for code in (*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))


def _unicode_by_shape(data: bytes) -> str:
    """The encoding by the byte order mark, or by the NULs of UTF-16 without one; empty where neither is
    there."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    sample = data[: 1 << 12]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    if odd > half * 0.4 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.05:
        return "utf-16-be"
    return ""


def _decode(data: bytes, shown: str) -> tuple[str, list[Problem]]:
    name = _unicode_by_shape(data)
    if name.startswith("utf-16") or name.startswith("utf-32"):
        return data.decode(name, "replace").removeprefix("\ufeff"), []
    body = data.removeprefix(codecs.BOM_UTF8)
    if any(mark in body for mark in _ISO_2022_JP):
        return body.decode("iso2022_jp_2", "replace"), []
    if seven := seven_bits(body):
        return body.decode(seven, "replace"), []
    try:
        return body.decode("utf-8").removeprefix("\ufeff"), []
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
    lines = body.split(b"\n")
    declared = _declared(body)
    others = [] if declared else [line for line in lines if not _is_utf8(line)]
    foreign = looks_foreign(others)
    guessed = (
        guessed_encoding(others)
        if foreign
        else least_odd(others, central_european(others) or turkish(others))
    )
    other = declared or guessed or "cp1252"
    times = _FOREIGN_TIMES if foreign else _TIMES
    text = "\n".join(_decode_line(line, other, times) for line in lines)
    severity: Severity = "warning" if foreign or guessed else "info"
    message = f"not UTF-8 from here; such lines were read as {other}: save the file as UTF-8 to be sure"
    if foreign and other == "cp1252":
        message = "neither UTF-8 nor Western European from here: save the file as UTF-8, or its text is wrong"
    elif guessed:
        message = f"not UTF-8 from here; by its letters it was read as {other}: check it and save it as UTF-8"
    return text, [Problem("encoding-guessed", severity, message, Origin(shown, line, line, "text"))]


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str:
    """The encoding that the file itself names near its start, if Python knows it and it is no Unicode one."""
    found = _DECLARED.search(data[:2048])
    if not found:
        return ""
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        return "" if name.startswith("utf") or name == "ascii" or not "a".encode(name).isascii() else name
    except (LookupError, ValueError, TypeError):
        return ""


def _decode_line(line: bytes, other: str, times: int) -> str:
    """One line: as UTF-8, with surrogates as some databases write them; as UTF-8 but for a few bytes, if it
    has over `times` as many letters; as `other`."""
    try:
        pairs = line.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass")
        return pairs.decode("utf-16", "replace")
    except UnicodeDecodeError:
        lenient = line.decode("utf-8", _ESCAPED)
    bad = sum(map(len, _BAD_BYTES.findall(lenient)))
    if sum(not character.isascii() for character in lenient) > times * bad:
        return _BAD_BYTES.sub(
            lambda found: _as_other(found[0].encode("utf-8", "surrogateescape"), other), lenient
        )
    return _as_other(line, other)


def _as_other(data: bytes, other: str) -> str:
    for name in (other, "cp1252"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
