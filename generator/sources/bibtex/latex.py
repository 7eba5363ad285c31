"""Field values whose LaTeX is mere notation: addresses, identifiers, numbers, pages, names of keys."""

from __future__ import annotations

import re

from generator.text.macros import SORTING

_URL = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}")
_HREF = re.compile(r"\\href\s*\{([^{}]*)\}\s*\{[^{}]*\}")
_BARE_URL = re.compile(r"https?://[^\s,{}]{3,500}")
_UNDERSCORE = re.compile(r"\{?\\textunderscore\s*(?:\{\})?\}?")
_MACRO = re.compile(r"\\(?:texttt|textit|textbf|emph|textsc|textsuperscript|mbox|textrm|ensuremath)(?=\s*\{)")
_SORTING = re.compile(rf"\\(?:{'|'.join(SORTING)})\s*\{{[^{{}}]*\}}")
_TILDE = re.compile(r"\{?\\(?:textasciitilde|~|sim)\s*(?:\{\})?\}?")
_SLASH = re.compile(r"\\slash\s?(?:\{\})?(?![A-Za-z])")
_DASHES = re.compile(r"\s*-{1,3}\s*")
_ESCAPED = re.compile(r"\\([_%&#$~^{}])")
_NOTATION = re.compile(r"[\\{}$\s]")
# Braces that keep capitals, escaped by a program that took them for text: '{\\{}W{\\}}ord'; no mathematics.
_ESCAPED_BRACES = re.compile(
    r"\$[^$]*\$|(?:\{\\\{\}|\\\{)((?=[^{}]*[^\W\d_a-z])[\w'’.& -]{1,80})(?:\{\\\}\}|\\\})"
)
_SPACES = re.compile(r"(?:\\[ ,;!]|(?<!\\)~)")


# Accents and letters that white space may follow, which would split a name in two.
_ACCENT = re.compile(r"""(?<!\\)\\(?:(["'`^~=.])\s*|([Hcdbkruvt])\s+)(\\[ij](?![A-Za-z])|[A-Za-z])""")
# The same in text, where a macro of punctuation closes itself; and journals' prefixes of names for sorting.
_ACCENT_BY_LETTER = re.compile(r"(?<!\\)\\([Hcdbkruv])[ \t\n]+([A-Za-z])(?=[^\W\d_]|[ ,.;:)}-]|$)")
_PREFIX = re.compile(r"\\VAN\s?\{[^{}]*\}\s?\{([^{}]*)\}\s?\{[^{}]*\}[\s~]?")
_LETTER = re.compile(r"(?<!\\)\\(oe|OE|ae|AE|aa|AA|o|O|l|L|ss|i|j)\s+(?=\S)")
_REMARK = re.compile(r"^[ \t]*%[^\n]*", re.MULTILINE)
_NAME_OPTION = re.compile(
    r"(?<![\w-])(?!given|family|prefix|suffix|middle)[a-z]+(?:-i)?\s*=\s*[^\s,{}]+\s*(?:,|$|(?=and\s))"
)


def name_list(value: str) -> str:
    """An author field ready to be split: accents closed, remarks and BibLaTeX's options of names and lists
    dropped."""
    if "%" in value:
        value = _REMARK.sub("", value)
    if "\\" in value:
        value = _PREFIX.sub(r"\1 ", value)
        value = _LETTER.sub(r"{\\\1}", _ACCENT.sub(_closed_accent, value))
    if "=" in value:
        value = " ".join(_NAME_OPTION.sub("", value).split()).removeprefix("and ")
    return " ".join(value.split())


def closed_accents(value: str) -> str:
    """A text whose accents are closed where white space stands before their letter: 'Erd\\H os'."""
    return _ACCENT_BY_LETTER.sub(r"{\\\1{\2}}", value) if "\\" in value else value


def unescaped_braces(value: str) -> str:
    """A value with the braces around words with capitals as they were meant, where Mendeley escaped them."""
    if "\\{" not in value:
        return value
    return _ESCAPED_BRACES.sub(lambda found: f"{{{found[1]}}}" if found[1] else found[0], value)


def _closed_accent(found: re.Match[str]) -> str:
    return f"{{\\{found[1] or found[2]}{{{found[3]}}}}}"


def plain_value(value: str) -> str:
    """A short value without its notation: '\\url{http://a.b/c\\_d}' → 'http://a.b/c_d', '1~000' → '1 000'."""
    if "\\" in value or "~" in value or "$" in value:
        value = _TILDE.sub("\x00", _UNDERSCORE.sub("_", _HREF.sub(r"\1", _URL.sub(r"\1", value))))
        value = _SPACES.sub(" ", _ESCAPED.sub(r"\1", _MACRO.sub("", _SORTING.sub("", value))))
        value = value.replace("\x00", "~").replace("$", "")
    return " ".join(value.replace("{", "").replace("}", "").split())


def address_value(value: str) -> str:
    """A web address or identifier; a tilde stays one, white space inside is dropped."""
    if not _NOTATION.search(value):
        return value
    value = _SLASH.sub("/", _HREF.sub(r"\1", _URL.sub(r"\1", value)))
    value = _ESCAPED.sub(r"\1", _TILDE.sub("~", _UNDERSCORE.sub("_", value)))
    return "".join(value.replace("{", "").replace("}", "").replace("$", "").split())


def pages_value(value: str) -> str:
    """Pages with plain hyphens: '12--34' → '12-34'."""
    plain = plain_value(value).replace("\u2013", "-").replace("\u2014", "-")
    return _DASHES.sub("-", plain).strip("-")


def urls_in(value: str) -> list[str]:
    """The addresses that stand in `\\url` or `\\href`, else what begins with http, in a field of text."""
    found = [*_URL.findall(value), *_HREF.findall(value)] or _BARE_URL.findall(value)
    return [address_value(url) for url in found]


def first_url(value: str) -> str:
    """The first address of a field that holds addresses and nothing else."""
    marked = [*_URL.findall(value), *_HREF.findall(value)]
    if not marked and value.count("://") > 1:
        marked = value.split()
    return address_value(marked[0] if marked else value)
