"""Whether a text in one byte a letter is Central European (Polish, Czech, Slovak …) rather than Western."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿŠšŽžŒœŸ"
_SIGNS = "³¹¿£¥¯¼¾±¶"  # Windows-1252 has signs where the others have letters
_WORD = re.compile(rf"[{_LETTER}{_SIGNS}\x8d\x8f\x9d]+")
# Bytes that mean another letter in the two.
_TELLING = frozenset("ÀÃÅÆÈÊÌÏÐÑÒÕØÙÛÞàãåæèêìïðñòõøùûþÿœŒŸ\x8d\x8f\x9d" + _SIGNS)
_CONSONANT = "bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ"
# Letters side by side that no Western language has in a word: 'Krzy¿ak', 'Urbañski', 'Jiøí', 'Krejèí'.
_NOT_WESTERN = re.compile(
    rf"(?<=[{_LETTER}])[{_SIGNS}](?=[{_LETTER}])|\b[£¯](?=[a-z]{{2}})|(?<=[a-z])Ÿ|ñ[{_CONSONANT}]|[a-z]{{2}}ñ\b"
    r"|[\x8d\x8f\x9d]|ø[áíýìù]|[áíýìù]ø|è\w{0,20}[íýùšž]|[íýùšž]\w{0,20}è|[œŒ][wlkmpbzj]|[õû]\w{0,20}[áí]|[áí]\w{0,20}[õû]"
)
_FEW = 2  # words
_SAMPLE = 1 << 18  # bytes
_SHARE = 3  # of the telling words one in so many
_WINDOWS = re.compile("[ŠŒŽšœžŸ\x8d\x8f\x9d]")  # letters that ISO 8859-2 has elsewhere
_ISO = re.compile(rf"(?<=[{_LETTER}])[±¶¾](?=[{_LETTER}{_SIGNS}])")
_HALF_UTF8 = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
# Windows-1252, with the five bytes that it leaves open as they are.
_CP1252 = [bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(256)]
_CZECH = re.compile("[ìøèù]")


def central_european(lines: Sequence[bytes]) -> str:
    """'cp1250' or 'iso8859_2' where words say so, else ''. lines: those that are not UTF-8; of those that
    are but for some bytes nothing is taken."""
    own = b"\n".join(line for line in lines if not _HALF_UTF8.search(line))[:_SAMPLE]
    text = "".join(map(_CP1252.__getitem__, own))
    telling = [word for word in _WORD.findall(text) if not _TELLING.isdisjoint(word)]
    found = sum(_NOT_WESTERN.search(word) is not None for word in telling)
    if found < _FEW or _SHARE * found < len(telling):
        return ""
    if _WINDOWS.search(text):
        return "cp1250"
    return "iso8859_2" if _ISO.search(text) or ("¹" in text and _CZECH.search(text)) else "cp1250"
