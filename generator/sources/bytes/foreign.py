"""The encoding of a text that is neither Unicode nor Western European."""

from __future__ import annotations

import re
from collections.abc import Sequence

from charset_normalizer import from_bytes

# In which papers are written down: Cyrillic, Greek, Chinese, Japanese, Korean, Hebrew, Arabic and Thai.
_ENCODINGS = (
    *("cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "cp1253", "iso8859_7", "gb18030", "big5", "cp932"),
    *("euc_jp", "cp949", "cp1255", "cp1256", "tis_620"),
)
_SAMPLE = 1 << 18  # bytes
_HIGH = re.compile(rb"[\x80-\xff]+")
_WESTERN = 3  # letters with accents, quotes and dashes side by side in Western text
_FEW = 8  # bytes that are not ASCII
_KANA = re.compile("[\u3041-\u3096]")  # in nearly every Japanese sentence, and in no Chinese one
_LEAST_KANA = 0.05  # of the letters that are not ASCII
# A mark above or below a letter, or a digit, where Thai has none: Chinese read as Thai.
_NO_THAI = re.compile(
    r"(?<![ก-ฮ\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[๐-๙][ก-ฮ]|[ก-ฮ][๐-๙]"
)


def looks_foreign(lines: Sequence[bytes]) -> bool:
    """Whether Windows-1252 gives words with hardly a letter of ASCII, as for Cyrillic or Chinese text."""
    runs = [len(run) for line in lines for run in _HIGH.findall(line)]
    words = 2 * sum(length for length in runs if length > _WESTERN) > sum(runs) > _FEW
    return words or bool(_japanese(_sample(lines)))


def guessed_encoding(lines: Sequence[bytes]) -> str:
    """The encoding in which foreign lines look most like a text in some language; '' where none fits."""
    sample = _sample(lines)
    if japanese := _japanese(sample):
        return japanese
    best = _best(sample, _ENCODINGS)
    if best == "tis_620" and _NO_THAI.search(sample.decode(best, "replace")):
        return _best(sample, [name for name in _ENCODINGS if name != best])
    return best


def _sample(lines: Sequence[bytes]) -> bytes:
    """The beginning of the lines, up to a mark that is no half of a letter."""
    sample = b"\n".join(lines)
    if len(sample) <= _SAMPLE:
        return sample
    end = max(sample.rfind(mark, 0, _SAMPLE) for mark in (b"\n", b" "))
    return sample[: end if end > 0 else _SAMPLE]


def _japanese(sample: bytes) -> str:
    """The Japanese encoding in which the sample has letters of no other language; '' where none does."""
    for name in ("euc_jp", "cp932"):
        try:
            letters = [letter for letter in sample.decode(name) if not letter.isascii()]
        except UnicodeDecodeError:
            continue
        if letters and len(_KANA.findall("".join(letters))) >= _LEAST_KANA * len(letters):
            return name
    return ""


def _best(sample: bytes, encodings: Sequence[str]) -> str:
    best = from_bytes(sample, cp_isolation=list(encodings)).best()
    return best.encoding if best else ""
