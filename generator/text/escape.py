"""What makes foreign text inert in HTML, Markdown, XML, JSON, CSV and URLs. BibTeX has its own module."""

from __future__ import annotations

import json
import re
import unicodedata
from urllib.parse import quote, urlsplit

# Control characters, zero-width characters that no script needs, bidirectional embeddings, overrides and
# isolates (UTS #36, "Trojan Source"), tag characters, non-characters and lone surrogates.
_DROPPED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_JOINERS = re.compile("[\u200c\u200d]+")
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")

# Left as they are: letters, digits, and the punctuation that starts nothing inside a line of Markdown.
_MARKS = "&<>\"'`*_{}[]\\#~^|$=+!@:\n\t"
_HTML = str.maketrans({mark: f"&#{ord(mark)};" for mark in _MARKS})
_LINE_START = re.compile(r"[ \-]|\d{1,9}[.)]")

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_AFTER_SEMICOLON = re.compile("(;'*)(?=[=+@＝＋－＠-])")
_ARMED_AFTER_SEMICOLON = re.compile("(;'*)'(?=[=+@＝＋－＠-])")
_URL_SAFE = "/?:@!$&'()*+,;=-._~%[]#"
_SPACE_OR_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\s\\<>\"]")


def clean_control(text: str) -> str:
    """`text` without characters that must never be published; tabs and line ends (as \\n) stay.

    Joiners (U+200C, U+200D) stay only between characters outside ASCII, where scripts and emoji need them.
    """
    if text.isprintable():
        return text
    text = _DROPPED.sub("", _LINE_ENDS.sub("\n", text))
    return _JOINERS.sub(lambda run: _joiner(text, run), text)


def _joiner(text: str, run: re.Match[str]) -> str:
    before, after = text[max(run.start() - 1, 0) : run.start()], text[run.end() : run.end() + 1]
    return run[0][0] if before and after and not before.isascii() and not after.isascii() else ""


def fold(text: str) -> str:
    """`text` cleaned, on one line: every run of white space as one space, none at the ends."""
    if text.isprintable() and "  " not in text and text.strip(" ") == text:  # no other space is printable
        return text
    return " ".join(clean_control(text).split())


def escape_html(text: str) -> str:
    """`text` for HTML text and for attribute values in double quotes, on one line.

    Every mark that is active in HTML or Markdown is a numeric reference, so that a Markdown processor
    leaves the result alone too.
    """
    return line_start(escape_marks(text))


def escape_marks(text: str) -> str:
    """`escape_html` for a part of a line that `line_start` is called for as a whole."""
    return clean_control(text).translate(_HTML).replace("--", "&#45;&#45;")


def line_start(escaped: str) -> str:
    """Escaped HTML with its first mark disarmed, where it could start a list, a rule or indented code."""
    return f"&#{ord(escaped[0])};{escaped[1:]}" if _LINE_START.match(escaped) else escaped


def xml_text(text: str) -> str:
    """`text` for XML 1.0 text and attribute values in double quotes."""
    cleaned = clean_control(text)
    for mark, reference in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        cleaned = cleaned.replace(mark, reference)
    return cleaned


def json_script(value: object) -> str:
    """`value` as JSON, in ASCII, that cannot end the <script> element it stands in (HTML standard, 4.12.1.3).

    Raises TypeError for a value JSON does not know.
    """
    encoded = json.dumps(_cleaned(value), ensure_ascii=True, separators=(",", ":"))
    for mark in "<>&'":
        encoded = encoded.replace(mark, f"\\u{ord(mark):04x}")
    return encoded


def comment_json(value: object) -> str:
    """`value` as JSON that cannot end the HTML comment it stands in, nor holds a tag (HTML standard, 13.1.6).

    Raises TypeError for a value JSON does not know.
    """
    encoded = json.dumps(_cleaned(value), ensure_ascii=False, separators=(",", ":"))
    for mark in ("<", ">", "--"):
        encoded = encoded.replace(mark, "".join(f"\\u{ord(part):04x}" for part in mark))
    return encoded


def _cleaned(value: object) -> object:
    match value:
        case str():
            return clean_control(value)
        case dict():
            return {_cleaned(key): _cleaned(item) for key, item in value.items()}
        case list() | tuple():
            return [_cleaned(item) for item in value]
    return value


def csv_cell(text: str) -> str:
    """`text` as the value of a CSV cell that no spreadsheet runs (OWASP, "CSV Injection"): an apostrophe goes
    before a mark that starts a formula, there and behind a semicolon, which ends a cell for some, and before
    an apostrophe, so that `csv_uncell` undoes it."""
    cleaned = _AFTER_SEMICOLON.sub(r"\1'", clean_control(text))
    start = cleaned.lstrip()
    return "'" + cleaned if start.startswith(_FORMULA) or cleaned.startswith(("'", *_FORMULA)) else cleaned


def csv_uncell(cell: str) -> str:
    """What `csv_cell` was given, cleaned. An apostrophe of others that arms nothing stays."""
    rest = cell[1:]
    armed = rest.lstrip().startswith(_FORMULA) or rest.startswith(("'", *_FORMULA))
    return _ARMED_AFTER_SEMICOLON.sub(r"\1", rest if cell.startswith("'") and armed else cell)


def fence(text: str, language: str) -> str:
    """A Markdown code block of `text`, its fence longer than any run of backquotes inside.

    language: kept if it is a plain word. Ends without a line end.
    """
    body = clean_control(text).strip("\n")
    longest = max((len(run) for run in re.findall("`+", body)), default=0)
    ticks = "`" * max(3, longest + 1)
    word = language if re.fullmatch(r"[A-Za-z0-9_-]+", language) else ""
    return f"{ticks}{word}\n{body}\n{ticks}"


def safe_url(url: str) -> str | None:
    """`url` if it is a web address, in ASCII but for the host and ready for an attribute; else None.

    Only http and https with a host, no user name, no white space or control characters (RFC 3986).
    """
    url = url.strip()
    if len(url) > 2000 or _SPACE_OR_CONTROL.search(url) or clean_control(url) != url:
        return None
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc:
        return None
    if not _is_host(host):
        return None
    rest = url[url.index("//") + 2 + len(parts.netloc) :]
    return f"{parts.scheme.lower()}://{parts.netloc}{_quoted(rest)}"


def _is_host(host: str) -> bool:
    return all(c.isalnum() or c in "-._:" or unicodedata.category(c) in ("Mn", "Mc") for c in host)


def _quoted(rest: str) -> str:
    """Path, query and fragment: percent signs that start no escape, and all that is unsafe, are encoded."""
    return quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", rest), safe=_URL_SAFE)
