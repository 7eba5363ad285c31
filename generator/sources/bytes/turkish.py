"""Whether a text in one byte a letter is Turkish rather than Western."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+")
_TELLING = frozenset("ðþýÐÞÝ")  # in Windows-1252; ğ, ş, ı, Ğ, Ş, İ in Windows-1254
# Where Icelandic, the one Western language with these letters, has none, and where it has others.
_NOT_ICELANDIC = re.compile(
    r"(?<=[a-zöüç])þ|[þð]ý|ý[þð]|(?<=[bcdfghklmnprstvz])ý(?=[bcdfgklmnprstvz])|[çüÇÜ]|ð[ýlmn]"
)
_ICELANDIC = re.compile("[áéíóúæÁÉÍÓÚÆ]")
_FEW = 2  # words
_SHARE = 2  # of the telling words one in so many
_SAMPLE = 1 << 18  # bytes


def turkish(lines: Sequence[bytes]) -> str:
    """'cp1254' where words say so, else ''. lines: those that are not UTF-8."""
    text = b"\n".join(lines)[:_SAMPLE].decode("cp1252", "replace")
    telling = [word for word in _WORD.findall(text) if not _TELLING.isdisjoint(word)]
    czech = not any({"ð", "þ", "Þ"} & set(word) for word in telling)
    if len(telling) < _FEW or czech or any(map(_ICELANDIC.search, telling)):
        return ""
    found = sum(_NOT_ICELANDIC.search(word) is not None for word in telling)
    return "cp1254" if found >= _FEW and _SHARE * found >= len(telling) else ""
