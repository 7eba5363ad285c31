"""One text value, several renderings. All escaping of the project lives in this package."""

from generator.text.ascii import to_ascii_latex
from generator.text.bibtex import escape_bibtex
from generator.text.escape import (
    clean_control,
    comment_json,
    csv_cell,
    csv_uncell,
    escape_html,
    fence,
    fold,
    json_script,
    safe_url,
    xml_text,
)
from generator.text.from_bibtex import knows_macro
from generator.text.names import OTHERS, Name
from generator.text.parse import matching_braces
from generator.text.references import unescape_html, without_endless
from generator.text.value import Text

__all__ = [
    "OTHERS",
    "Name",
    "Text",
    "clean_control",
    "comment_json",
    "csv_cell",
    "csv_uncell",
    "escape_bibtex",
    "escape_html",
    "fence",
    "fold",
    "json_script",
    "knows_macro",
    "matching_braces",
    "safe_url",
    "to_ascii_latex",
    "unescape_html",
    "without_endless",
    "xml_text",
]
