"""Values that other programs take as they stand: addresses and identifiers inside BibTeX.

No backslash escapes anything in them, so what could end the field is percent-encoded (RFC 3986, section 2.1).
"""

from __future__ import annotations

import re
from urllib.parse import quote

# What RFC 3986 allows in a URI, the percent sign (already encoded octets) included.
_URI = "!#$%&'()*+,-./:;=?@[]_~"
_KEY_UNSAFE = re.compile(r"[^A-Za-z0-9:._+/-]")


def verbatim_url(url: str) -> str:
    """`url` with every character that RFC 3986 does not allow percent-encoded as UTF-8: braces, backslash,
    quotation marks, white space, non-ASCII. The result is ASCII and means the same address."""
    return quote(url, safe=_URI)


def verbatim_id(value: str) -> str:
    """A DOI or another identifier in ASCII, unable to leave a BibTeX field; `<` and `>` of old DOIs stay."""
    return quote(value, safe=_URI + "<>")


def verbatim_key(key: str) -> str:
    """A citation key that BibTeX, biber and LaTeX read: every other character becomes a hyphen."""
    return _KEY_UNSAFE.sub("-", key) or "paper"
