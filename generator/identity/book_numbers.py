"""Numbers of books and of journals, with their check digits."""

from __future__ import annotations

import re


def normalise_isbn(value: str) -> str | None:
    """ISBN as 13 digits, checked; an ISBN of 10 is turned into 13 (ISO 2108)."""
    text = re.sub(r"^\s*isbn(?:-1[03])?\s*:?\s*", "", value, flags=re.IGNORECASE)
    digits = re.sub(r"[\s\-‐‑–]", "", text.split("(")[0]).upper()
    if re.fullmatch(r"\d{9}[\dX]", digits) and _isbn10_holds(digits):
        core = "978" + digits[:9]
        return core + _isbn13_check(core)
    if re.fullmatch(r"97[89]\d{10}", digits) and _isbn13_check(digits[:12]) == digits[12]:
        return digits
    return None


def _isbn10_holds(digits: str) -> bool:
    total = sum((10 - i) * (10 if d == "X" else int(d)) for i, d in enumerate(digits))
    return total % 11 == 0


def _isbn13_check(core: str) -> str:
    return str(-sum(int(d) * (3 if i % 2 else 1) for i, d in enumerate(core)) % 10)


def normalise_issn(value: str) -> str | None:
    """ISSN as 'NNNN-NNNC', checked (ISO 3297)."""
    text = re.sub(r"^\s*e?issn\s*:?\s*", "", value, flags=re.IGNORECASE).strip().upper()
    found = re.fullmatch(r"(\d{4})-?(\d{3})([\dX])", text)
    if not found:
        return None
    total = sum((8 - i) * int(d) for i, d in enumerate(found[1] + found[2]))
    check = "0123456789X"[-total % 11]
    return f"{found[1]}-{found[2]}{check}" if check == found[3] else None
