"""Which encoding of Western languages, in one byte a letter, a text is in: the one that gives no words with
signs or capitals within them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ENCODINGS = ("cp1252", "mac_roman", "cp850")
_BEYOND_ASCII = [chr(code) for code in range(0x80, 0x250)]
_CAPITAL = "".join(filter(str.isupper, _BEYOND_ASCII)) + "Ω"
_SMALL = "a-z" + "".join(filter(str.islower, _BEYOND_ASCII))
_LETTER = f"A-Z{_CAPITAL}{_SMALL}"
_BETWEEN = "’–—‐·•…"  # signs that stand between letters
_ODD = re.compile(
    rf"(?<=[{_LETTER}])[^\x00-\x7f\w\s{_BETWEEN}](?=[{_LETTER}])|[{_LETTER}]\ufffd|\ufffd[{_LETTER}]"
    rf"|(?<=[{_SMALL}])[{_CAPITAL}]|(?<=[{_LETTER}])[{_CAPITAL}](?=[{_SMALL}])"
)
_SAMPLE = 1 << 18  # bytes
_TIMES = 4  # odder has Windows-1252 to be, since most texts are in it


def least_odd(lines: Sequence[bytes], further: str) -> str:
    """The encoding in which the lines have the fewest odd words; '' for Windows-1252.

    further: one more encoding to try, or ''.
    """
    sample = b"\n".join(line for line in lines if not line.isascii())[:_SAMPLE]
    odd = {name: _oddness(sample, name) for name in (*_ENCODINGS, *filter(None, [further]))}
    if further and odd[further] <= min(odd.values()):
        return further
    best = min(_ENCODINGS, key=odd.__getitem__)
    return best if _TIMES * odd[best] <= odd["cp1252"] > odd[best] else ""


def _oddness(data: bytes, encoding: str) -> int:
    return len(_ODD.findall(data.decode(encoding, "replace")))
