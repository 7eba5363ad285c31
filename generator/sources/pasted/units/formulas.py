"""Formulas that browsers tear when they copy MathML: each symbol on a line of its own, within a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.sources.pasted.unit import NEXT_LINE, Unit

# But for ">", which mails put before what they quote.
_SYMBOLS = "\U0001d400-\U0001d7ff\u2061-\u2064\u2190-\u22ff\u0370-\u03ff=<±×∑∏√∞′"
_ALONE = re.compile(rf"\n[ \t]*[{_SYMBOLS}][ \t]*(?=\n)")  # far quicker than with ^
_SYMBOL = re.compile(rf"[{_SYMBOLS}]")
_OPERATOR = re.compile(r"[=<>≤≥≈∼≠±×→∈⊂⊆∪∩∧∨≪≫∝]")
_SHORT = 6  # characters of a symbol, a number or a word within formulas
_FEW = 2  # lines of a formula
_PROSE = 25  # characters of what stands before one
_STOPS = (".", "!", "?", ":")


def with_formulas(lines: Sequence[str]) -> tuple[list[str], dict[int, int]]:
    """The lines with each paragraph that formulas tear as one, on the last of its lines; by the number of
    that its first."""
    joined = list(lines)
    spans: dict[int, int] = {}
    if not _ALONE.search("\n".join(["", *lines, ""])):
        return joined, spans
    n = 0
    while n < len(joined):
        last, text = _paragraph(lines, n)
        if last > n:
            joined[n:last] = [""] * (last - n)
            joined[last] = text
            spans[last + 1] = n + 1
        n = last + 1
    return joined, spans


def with_all_lines(units: Sequence[Unit], spans: dict[int, int], lines: Sequence[str]) -> list[Unit]:
    """The units, those of torn paragraphs from their first lines on, set off as these are."""
    whole = list(units)
    for n, unit in enumerate(units) if spans else ():
        first = spans.get(unit.first, unit.first)
        near = 1 < first < unit.first and lines[first - 2].strip()
        whole[n] = unit._replace(first=first, gap=NEXT_LINE if near else unit.gap)
    return whole


def _paragraph(lines: Sequence[str], start: int) -> tuple[int, str]:
    """The last line of a paragraph torn by formulas that begins with a line, and its text; the line itself
    where it begins none."""
    text, last = lines[start], start
    if len(text.strip()) < _PROSE:
        return start, text
    while (end := _formula_end(lines, last + 1)) > last + 1:
        before, behind = lines[last], lines[end] if end < len(lines) else ""
        sentence_ends = before.rstrip().endswith(_STOPS) and not before.endswith(" ")
        goes_on = not behind.strip() or not behind[0].isupper()
        if sentence_ends or not goes_on:
            break
        text = f"{text.rstrip()} {_formula(lines[last + 1 : end])}"
        last = end - 1
        if not behind.strip():
            break
        apart = behind[0].isspace() or behind[0].isalnum()
        text += f" {behind.strip()}" if apart else behind.strip()
        last = end
    return last, text


def _formula_end(lines: Sequence[str], start: int) -> int:
    """The index behind the symbols that begin at one; that index where there are none."""
    end = start
    while end < len(lines) and 0 < len(lines[end].strip()) <= _SHORT:
        end += 1
    run = lines[start:end]
    return end if len(run) >= _FEW and any(map(_SYMBOL.search, run)) else start


def _formula(run: Sequence[str]) -> str:
    parts = [line.strip() for line in run]
    apart = (f" {part} " if _OPERATOR.fullmatch(part) or _is_word(part) else part for part in parts)
    return " ".join("".join(apart).split())


def _is_word(part: str) -> bool:
    return len(part) > 1 and part.isalpha() and part.isascii()
