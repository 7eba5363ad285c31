"""Finding formulas in a text, and telling them from money and from typography."""

from __future__ import annotations

import re

from generator.text.mathtext import to_unicode
from generator.text.nodes import Maths, Script

MAX_LENGTH = 1500  # characters of a formula; a longer one is text

_CLOSERS = {"$": "$", "$$": "$$", r"\(": r"\)", r"\[": r"\]"}
_SCRIPT = re.compile(
    r"\s*(?:\{\s*\})?\s*([\^_])\s*(?:\{([^{}]*(?:\{[^{}]*\})?[^{}]*)\}|(\\[A-Za-z]+|[^\s\\{}]))\s*"
)
_TYPOGRAPHY = re.compile(
    r"(?:\\(?:text|textrm|mathrm|mathit|mbox|rm|it)\b\s*\{?|\\(?:circ|dagger|ddagger|ast|star|prime|S|P|diamond|spadesuit|clubsuit|heartsuit|bullet)\b|[^\\^_{}$&]|\})*"
)
# What no price has in it: a macro, an exponent or index, a relation at the end, a sign that stands alone.
_CLEAR = re.compile(r"\\[A-Za-z]|[\^_]|\s*[<>=]\s*\Z|\A\s*[-+±×]\s*\Z")
_WORD = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}(?![A-Za-z({])")
_TEXT_ARGUMENT = re.compile(
    r"\\(?:text[a-z]*|mbox|mathrm|mathit|mathbf|mathsf|mathtt|operatorname\*?)\s*\{[^{}]*\}"
)


def maths_at(source: str, at: int, end: int) -> tuple[Maths | Script, int] | None:
    """The formula that opens at `at`, and where it ends; None if the mark there is text."""
    opening = "$$" if source.startswith("$$", at) else "$" if source[at] == "$" else source[at : at + 2]
    start = at + len(opening)
    close = _closing(source, start, _CLOSERS[opening], min(end, start + MAX_LENGTH))
    if close < 0:
        return None
    latex, after = source[start:close], close + len(opening)
    if not latex.strip() or (opening == "$" and not _is_maths(latex, source[after : after + 1])):
        return None
    return _script(latex) or Maths(latex.strip(), source[at:after]), after


def ensured_maths(inner: str, following: str) -> str | None:
    r"""The formula that \ensuremath{inner} is, as it stands between dollar signs, or between \( and \) where
    those and the character after it would look like money; None if it is no formula."""
    formulas = (f"${inner.strip()}$", rf"\({inner.strip()}\)")
    found = ((formula, maths_at(formula + following, 0, len(formula) + 1)) for formula in formulas)
    return next((formula for formula, known in found if known and known[1] == len(formula)), None)


def _closing(source: str, start: int, closer: str, end: int) -> int:
    """Where `closer` first stands unescaped; -1 if nowhere before `end`."""
    close = source.find(closer, start, end)
    while closer[0] == "$" and close > 0 and _escaped(source, close, start):
        close = source.find(closer, close + 1, end)
    return close


def _escaped(source: str, at: int, start: int) -> bool:
    before = source[start:at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _is_maths(latex: str, following: str) -> bool:
    """The rule of pandoc (no space inside the marks, no digit after them), bent for clear formulas."""
    if following.isdigit() and re.match(r"[\d.,]", latex):
        return False
    words = [word for word in _WORD.findall(_TEXT_ARGUMENT.sub("", latex)) if word.islower()]
    if re.match(r"\d[\d.,]*\s", latex) and _WORD.search(latex) and not re.search(r"[\\^_]", latex):
        return False
    if latex[0].isspace() or latex[-1].isspace():
        formal = re.search(r"[\\^_=<>+]", latex) is not None and not (
            latex[-1].isspace() and latex[0].isdigit()
        )
        return len(words) < 2 and (formal or len(latex.strip()) == 1)
    followed = following.isdigit() and not _CLEAR.search(latex)  # '$\sim$5', but 'US$and$5'
    return not followed and not (" " in latex and len(words) >= 2)


def _script(latex: str) -> Script | None:
    """An exponent or index that stands alone in its formula; one with mathematics inside stays a formula."""
    found = _SCRIPT.fullmatch(latex)
    if found is None:
        return None
    inner = (found[2] if found[2] is not None else found[3]).strip()
    if not inner or not _TYPOGRAPHY.fullmatch(inner):
        return None
    shown = to_unicode(inner)
    return Script("sup" if found[1] == "^" else "sub", shown, latex.strip()) if shown else None
