"""Dates as people and services write them, in ISO 8601's calendar form."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d{2})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}[-/.](?P<m>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)",
        rf"{_YEAR}(?P<m>\d{{2}})(?P<day>\d{{2}})(?!\d)",
        rf"{_YEAR}[-/.](?P<m>\d{{1,2}})(?![\d.])",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ \-.]\s{{0,3}}{_MONTH},?[ \-]\s{{0,3}}{_YEAR}",
        rf"(?P<day>\d{{1,2}})[ \-]\s{{0,3}}{_MONTH}[ \-]\s{{0,3}}(?P<short>\d{{2}})(?!\d)",
        rf"{_MONTH}[ \-]\s{{0,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}{_YEAR}",
        rf"{_MONTH},?[ \-]\s{{0,3}}{_YEAR}",
        rf"{_YEAR}[ \-]\s{{0,3}}{_MONTH}[ \-]\s{{0,3}}(?P<day>\d{{1,2}})(?!\d)",
        rf"{_YEAR}[ \-/]\s{{0,3}}{_MONTH}",
        rf"{_YEAR}\s?年\s?(?P<m>\d{{1,2}})\s?月(?:\s?(?P<day>\d{{1,2}})\s?日)?",
        rf"(?P<day>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?{_YEAR}",
        rf"(?P<a>\d{{1,2}})[/-](?P<b>\d{{1,2}})[/-]{_YEAR}",
        rf"(?<!\d){_YEAR}(?!\d)",
    )
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")


def iso_date(value: str) -> str | None:
    """YYYY-MM-DD, YYYY-MM or YYYY: as much as `value` surely says; None where there is no date.

    12/03/2024 is read as its year alone: which is the month depends on the country.
    """
    text = " ".join(value.split())[:120]
    if not text:
        return None
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC).date().isoformat()
    for form in _FORMS:
        found = form.search(text)
        if found:
            return _assembled(found.groupdict())
    return None


def _assembled(parts: dict[str, str | None]) -> str:
    year = int(parts.get("year") or _century(parts.get("short") or "0"))
    month, day = _month(parts), int(parts.get("day") or 0)
    if parts.get("a"):
        month, day = _slashed(int(parts["a"] or 0), int(parts["b"] or 0))
    if not 1 <= month <= 12:
        return f"{year:04}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return f"{year:04}-{month:02}"


def _month(parts: dict[str, str | None]) -> int:
    name = parts.get("month")
    return _MONTHS.index(name[:3].lower()) + 1 if name else int(parts.get("m") or 0)


def _slashed(a: int, b: int) -> tuple[int, int]:
    """Month and day of a/b/YYYY where only one order is possible, else (0, 0)."""
    if a == b or b > 12:
        return a, b
    return (b, a) if a > 12 else (0, 0)


def _century(two: str) -> int:
    return int(two) + (1900 if int(two) >= 70 else 2000)


def year_in(text: str) -> int | None:
    """The last year that a text names, for instance that of 'EMNLP 2022 (main conference)'."""
    years = re.findall(r"(?<![\d.:/])(?:19|20)\d{2}(?![\d:])", text)
    if years:
        return int(years[-1])
    short = re.findall(r"(?<=[A-Za-z\s])['’](\d{2})(?!\d)", text)
    return _century(short[-1]) if short else None
