"""Field values whose LaTeX is mere notation: addresses, identifiers, numbers, pages, names of keys."""

from __future__ import annotations

import re

_URL = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}")
_HREF = re.compile(r"\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}")
_UNDERSCORE = re.compile(r"\{?\\textunderscore\s*(?:\{\})?\}?")
_MACRO = re.compile(r"\\(?:texttt|textit|textbf|emph|textsc|textsuperscript|mbox|textrm|ensuremath)(?=\s*\{)")
_TILDE = re.compile(r"\{?\\(?:textasciitilde|~|sim)\s*(?:\{\})?\}?")
_DASHES = re.compile(r"-{2,3}")
_ESCAPED = re.compile(r"\\([_%&#$~^{}])")
_SPACES = re.compile(r"(?:\\[ ,;!]|(?<!\\)~)")


def plain_value(value: str) -> str:
    """A short value without its notation: '\\url{http://a.b/c\\_d}' → 'http://a.b/c_d', '1~000' → '1 000'."""
    if "\\" in value or "~" in value or "$" in value:
        value = _TILDE.sub("\x00", _UNDERSCORE.sub("_", _HREF.sub(r"\1", _URL.sub(r"\1", value))))
        value = _SPACES.sub(" ", _ESCAPED.sub(r"\1", _MACRO.sub("", value)))
        value = value.replace("\x00", "~").replace("$", "")
    return " ".join(value.replace("{", "").replace("}", "").split())


def address_value(value: str) -> str:
    """A web address or identifier; a tilde stays one, white space inside is dropped."""
    value = _HREF.sub(r"\1", _URL.sub(r"\1", value))
    value = _ESCAPED.sub(r"\1", _TILDE.sub("~", _UNDERSCORE.sub("_", value)))
    return "".join(value.replace("{", "").replace("}", "").replace("$", "").split())


def pages_value(value: str) -> str:
    """Pages with plain hyphens: '12--34' → '12-34'."""
    plain = plain_value(value).replace("\u2013", "-").replace("\u2014", "-")
    return _DASHES.sub("-", plain).strip("-").replace(" - ", "-")


def urls_in(value: str) -> list[str]:
    """The addresses that stand in `\\url` or `\\href`, else what begins with http, in a field of text."""
    found = [address_value(url) for url in (*_URL.findall(value), *_HREF.findall(value))]
    if not found:
        found = [address_value(url) for url in re.findall(r"https?://[^\s,{}]{3,500}", value)]
    return found
