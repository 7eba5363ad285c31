"""UTF-8 that was taken for Windows-1252 or Latin-1 and saved once more, so that é became Ã©."""

from __future__ import annotations

import codecs
import re

# Each byte from 80 to FF as a letter: in Windows-1252, and in Latin-1 where that has none.
_BYTES = {chr(byte): byte for byte in range(0x80, 0x100)}
_BYTES |= {letter: byte for byte in range(0x80, 0xA0) if (letter := bytes([byte]).decode("cp1252", "ignore"))}
_NOT_FIRST = "".join(map(re.escape, (letter for letter, byte in _BYTES.items() if byte < 0xC0)))
# What begins most letters with accents, signs and quotation marks: C3, C2, E2 80.
_USUAL = re.compile(f"[ÃÂ][{_NOT_FIRST}]|â[\x80€][{_NOT_FIRST}]")

_SIGNS = ("Ã", "Â", "â\x80", "â€")  # one of which it begins with


def without_second_encoding(text: str) -> tuple[str, int]:
    """The text, each line that is UTF-8 encoded twice being mended, and the number of the first one; 0 where
    none is. A line with other letters beyond ASCII is left as it is."""
    if not _may_be_twice(text):
        return text, 0
    lines = text.split("\n")
    mended = [_mended(line) for line in lines]
    first = next((n for n, pair in enumerate(zip(lines, mended, strict=True), 1) if pair[0] != pair[1]), 0)
    return "\n".join(mended), first


def _mended(line: str) -> str:
    if line.isascii() or not (_may_be_twice(line) and _USUAL.search(line)):
        return line
    encoded = bytearray()
    for letter in line:
        byte = ord(letter) if letter.isascii() else _BYTES.get(letter)
        if byte is None:
            return line
        encoded.append(byte)
    try:
        return codecs.decode(bytes(encoded), "utf-8")
    except UnicodeDecodeError:
        return line


def _may_be_twice(text: str) -> bool:
    return any(map(text.__contains__, _SIGNS))
