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


def looks_foreign(lines: Sequence[bytes]) -> bool:
    """Whether Windows-1252 gives words with hardly a letter of ASCII, as for Cyrillic or Chinese text."""
    runs = [len(run) for line in lines for run in _HIGH.findall(line)]
    return 2 * sum(length for length in runs if length > _WESTERN) > sum(runs) > _FEW


def guessed_encoding(lines: Sequence[bytes]) -> str:
    """The encoding in which foreign lines look most like a text in some language; '' where none fits."""
    sample = b"\n".join(lines)
    if len(sample) > _SAMPLE:  # up to a mark that is no half of a letter
        end = max(sample.rfind(mark, 0, _SAMPLE) for mark in (b"\n", b" "))
        sample = sample[: end if end > 0 else _SAMPLE]
    best = from_bytes(sample, cp_isolation=list(_ENCODINGS)).best()
    return best.encoding if best else ""
