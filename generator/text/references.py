"""HTML's references to characters, &amp; and &#38;, as the characters."""

from __future__ import annotations

import html
import re

_ENDLESS = re.compile(r"&#[0-9]{20,};?")  # Python makes no number of thousands of digits


def unescape_html(text: str) -> str:
    """The text with its references decoded, as HTML has it; a number that is no character's is U+FFFD."""
    return html.unescape(without_endless(text)) if "&" in text else text


def without_endless(text: str) -> str:
    """The text with U+FFFD for each reference that has more digits than any character's number."""
    return _ENDLESS.sub("\ufffd", text) if "&#" in text else text
